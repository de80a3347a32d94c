//! Rules, judged: one finding a rule and document, with all the subjects that break it.

use super::eval::{Context, eval, items, unmet};
use super::evidence::Evidence;
use super::item::Item;
use super::parts::Parts;
use super::subjects::{Index, called, subjects};
use crate::diagnostic::{Citation, Diagnostic, fingerprint};
use crate::model::{label_of, quoted_list};
use crate::policy::{Rule, RuleText, Ymd};
use crate::source::{Span, Text};
use jiff::civil::Date;
use std::cell::LazyCell;

/// How many places of one finding are pointed at.
const MOST_LABELS: usize = 4;

/// How the note begins that names what a rule looked for in vain.
pub(super) const LOOK_AT: &str = "look at ";

/// Whether a rule is in force on a day.
pub(super) fn in_force(rule: &Rule, today: Date) -> bool {
    let date = |(year, month, day): Ymd| Date::new(year, month, day).ok();
    rule.from.and_then(date).is_none_or(|from| from <= today) && rule.until.and_then(date).is_none_or(|until| today <= until)
}

/// What judging a rule gives.
#[derive(Clone)]
pub(super) struct Judged {
    /// It was judged for somebody: its guard held.
    pub(super) applied: bool,
    /// Who breaks it.
    pub(super) finding: Option<Diagnostic>,
}

/// Judges a rule for all its subjects.
pub(super) fn judge<'t>(context: &Context<'_>, index: &Index, rule: &Rule, text: impl FnOnce() -> &'t RuleText) -> Judged {
    let mut applied = false;
    let mut broken: Vec<(Item, Span)> = Vec::new();
    let mut blamed: Vec<Span> = Vec::new();
    let mut lacking: Vec<String> = Vec::new();
    // The parts that do not hold, a list for each who breaks the rule.
    let mut unheld: Vec<Vec<usize>> = Vec::new();
    // Most rules hold, so their titles are not taken apart.
    let worded = LazyCell::new(|| rule.named_parts());
    let paths = &context.pool.paths;
    for subject in subjects(context.model, context.arrangement, index, &rule.subjects).iter().copied() {
        let mut slots = context.slots(subject);
        if !rule.when.iter().all(|guard| context.holds(*guard, subject, &mut slots)) {
            continue;
        }
        applied = true;
        if eval(context, rule.require, &mut slots, &mut Evidence::none()) == Some(true) {
            continue;
        }
        // Most rules hold, so only one that does not is asked why.
        let mut failure = Evidence::failing();
        if worded.is_empty() {
            eval(context, rule.require, &mut slots, &mut failure);
        }
        let parts = if worded.is_empty() { Vec::new() } else { unmet(context, rule.require, &mut slots, &mut failure) };
        let (culprit, said, lacks) = failure.failure();
        for path in lacks {
            // The subject's own name says nothing, nor does a name that only the condition gives; what is asked of it does.
            let Some((_, field)) = paths.text(path).split_once('.') else { continue };
            let field = field.replace('.', " ");
            if !lacking.contains(&field) {
                lacking.push(field);
            }
        }
        let at = rule.at.and_then(|path| items(context, path, &slots).iter().find_map(|item| item.anchor(context)));
        // Of a whole document, the place that says what must not be said tells more than its first line.
        let is_whole = subject == Item::Node(context.arrangement.document);
        let here = at.or(said.filter(|_| is_whole)).or_else(|| subject.anchor(context)).unwrap_or_else(|| context.model.anchor(context.arrangement.document));
        let guilty = culprit.and_then(|item| item.anchor(context)).or(said).filter(|span| *span != here);
        broken.push((subject, here));
        unheld.push(parts);
        blamed.extend(guilty);
    }
    let Some((_, first)) = broken.first() else { return Judged { applied, finding: None } };
    let names: Vec<String> = broken.iter().map(|(item, _)| called(context.model, *item)).collect();
    let document = label_of(context.model, context.arrangement.document);
    let parts = Parts { named: &worded, unheld: &unheld };
    let mut finding = Diagnostic::new(&rule.code, &rule.id, rule.severity, rule.headline_of(&quoted_list(&names), &parts.in_words()), *first);
    finding.notes.extend(parts.of_whom(&names));
    for (_, span) in broken.iter().skip(1).take(MOST_LABELS - 1) {
        if !finding.points_at(*span) {
            finding = finding.pointing(*span, "and here");
        }
    }
    for span in blamed {
        if finding.labels.len() < MOST_LABELS + 2 && !finding.points_at(span) {
            finding = finding.pointing(span, "this is what keeps it from holding");
        }
    }
    if !lacking.is_empty() && lacking.len() <= 6 {
        let fields: Vec<String> = lacking.iter().map(|field| format!("`{field}`")).collect();
        finding.notes.push(format!("{LOOK_AT}{}", fields.join(", ")));
    }
    if names.len() > 3 {
        finding.notes.push(format!("for {}", names.join(", ")));
    }
    let mut parts = vec![rule.code.as_str(), document.as_str()];
    parts.extend(names.iter().map(String::as_str));
    finding.fingerprint = fingerprint(&parts);
    let text = text();
    explain(&mut finding, [&text.why, &text.help, &text.decides], &text.cite);
    Judged { applied, finding: Some(finding) }
}

/// Adds what people read: why, what to do next, who decides, and where it comes from.
pub(super) fn explain(finding: &mut Diagnostic, [why, help, decides]: [&Text; 3], cite: &[Citation]) {
    finding.why = why.clone();
    finding.help = help.clone();
    finding.decides = decides.clone();
    finding.citations = cite.to_vec();
}
