//! Waivers: clauses of the agreement that set a rule aside. One that lacks its reason, its owner or its day, or whose day has
//! passed, sets nothing aside and is itself reported.

use super::eval::Context;
use super::identities;
use crate::diagnostic::{Diagnostic, Problem, Severity, State, did_you_mean};
use crate::model::{Model, NodeId, Value};
use crate::policy::Policy;
use crate::source::Span;
use jiff::civil::Date;
use rustc_hash::FxHashSet;

/// What the tool finds without a rule and may be set aside all the same. What cannot be read may not.
const OWN: [&str; 16] = [
    "TERM-01",
    "term-out-of-date",
    "OPEN-01",
    "left-open",
    "OPEN-02",
    "to-be-confirmed",
    "CIT-01",
    "citation-unknown",
    "CIT-02",
    "citation-malformed",
    "CIT-03",
    "citation-misnamed",
    "CIT-04",
    "citation-ambiguous",
    "CIT-05",
    "citation-unusual",
];

/// The codes of findings that may be set aside: what cannot be read and what identifies a person may not.
pub fn may_be_set_aside(policy: &Policy) -> FxHashSet<String> {
    let identities = identities::names(policy).filter(|name| !identities::may_not_be_waived(policy, name));
    policy.names().map(|(code, _)| code).chain(OWN).chain(identities).map(str::to_owned).collect()
}

/// The keyword.
pub(super) const WAIVE: &str = "waive";

/// A waiver that holds.
pub(super) struct Waiver {
    rules: Vec<String>,
    reason: String,
    until: Date,
}

/// The waivers of an arrangement that hold on the day, and findings about those that do not.
pub(super) fn waivers(context: &Context<'_>) -> (Vec<Waiver>, Vec<Diagnostic>) {
    let model = context.model;
    let arrangement = context.arrangement;
    let mut held = Vec::new();
    let mut problems = Vec::new();
    for node in arrangement.documents().flat_map(|document| model.children_named(document, WAIVE)) {
        match read(context, *node) {
            Ok(waiver) => held.push(waiver),
            Err(problem) => problems.push(*problem),
        }
        problems.extend(unknown_rules(context, *node));
        problems.extend(lasting_rules(context, *node));
    }
    (held, problems)
}

/// What a waiver says; what it does not say, or leaves open, is not there.
pub(super) struct Said {
    pub(super) because: Option<String>,
    pub(super) owner: Option<String>,
    pub(super) until: Option<Date>,
}

/// What a waiver says.
pub(super) fn said(model: &Model<'_>, node: NodeId) -> Said {
    let file = model.node(node).file;
    let text = |field: &str| {
        let clause = model.clause_named(node, field)?;
        let value = model.clause_values(clause).first()?;
        (!matches!(value, Value::Open(_))).then(|| model.words_of(file, value.range()).into_owned())
    };
    let until = model.clause_named(node, "until").and_then(|clause| {
        model.clause_values(clause).iter().find_map(|value| match value {
            Value::Date(_, day) => Some(day.last),
            _ => None,
        })
    });
    Said { because: text("because"), owner: text("owner"), until }
}

fn read(context: &Context<'_>, node: NodeId) -> Result<Waiver, Box<Diagnostic>> {
    let Said { because, owner, until } = said(context.model, node);
    let at = context.model.span(node);
    let lacking: Vec<&str> = [("why (`because`)", because.is_none()), ("who owns it (`owner`)", owner.is_none()), ("until when (`until`)", until.is_none())]
        .into_iter()
        .filter(|(_, lacks)| *lacks)
        .map(|(what, _)| what)
        .collect();
    let (Some(reason), Some(until), true) = (because, until, lacking.is_empty()) else {
        let headline = format!("a waiver does not say {}, so it sets nothing aside", lacking.join(", "));
        return Err(Box::new(
            Diagnostic::new("WAI-01", "waiver-incomplete", Severity::Error, headline, at).helping("Complete it: `waive RULE because \"...\" owner NAME until DATE`. Its owner decides."),
        ));
    };
    if until < context.today {
        let headline = format!("a waiver ended on {until}, so it sets nothing aside");
        return Err(Box::new(
            Diagnostic::new("WAI-02", "waiver-expired", Severity::Error, headline, at).helping("Mend what it covered, or renew it with a new day and a fresh reason. Its owner decides."),
        ));
    }
    let rules = names(context.model, node).into_iter().map(|(name, _)| name.to_lowercase()).filter(|name| !identities::may_not_be_waived(context.policy, name));
    Ok(Waiver { rules: rules.collect(), reason, until })
}

/// The rules that a waiver names.
pub(super) fn names(model: &Model<'_>, node: NodeId) -> Vec<(String, Span)> {
    let file = model.node(node).file;
    let values = model.values(node).iter().filter_map(|value| match value {
        Value::Name(range) => Some((range.of(model.text(file)).to_owned(), Span { file, range: *range })),
        _ => None,
    });
    values.collect()
}

fn unknown_rules(context: &Context<'_>, node: NodeId) -> Vec<Diagnostic> {
    let known = || context.policy.names().flat_map(|(code, id)| [id, code]).chain(OWN).chain(identities::names(context.policy));
    let unknown = names(context.model, node).into_iter().filter(|(name, _)| !known().any(|id| id.eq_ignore_ascii_case(name)));
    unknown
        .map(|(name, span)| {
            let help = did_you_mean(&name, known()).map_or_else(|| "`sharewright rules` lists every rule.".to_owned(), |meant| format!("Did you mean `{meant}`?"));
            Problem::new("WAI-03", "waiver-of-unknown-rule", format!("a waiver names `{name}`, which is no rule"), span.range).helping(help).in_file(span.file)
        })
        .collect()
}

/// Findings about what nothing sets aside.
fn lasting_rules(context: &Context<'_>, node: NodeId) -> Vec<Diagnostic> {
    let lasting = names(context.model, node).into_iter().filter(|(name, _)| identities::may_not_be_waived(context.policy, name));
    lasting
        .map(|(name, span)| {
            Problem::new("WAI-04", "waiver-of-identity", format!("a waiver names `{name}`, which nothing sets aside"), span.range)
                .helping("Take what identifies the person out of the file; `sharewright explain` tells what to write instead and who must be told.")
                .in_file(span.file)
        })
        .collect()
}

/// Marks the findings that waivers set aside.
pub(super) fn apply(waivers: &[Waiver], findings: &mut [Diagnostic]) {
    for finding in findings {
        let covers = |waiver: &&Waiver| waiver.rules.iter().any(|rule| finding.rule.eq_ignore_ascii_case(rule) || finding.code.eq_ignore_ascii_case(rule));
        if let Some(waiver) = waivers.iter().find(covers) {
            finding.state = State::Waived { reason: waiver.reason.clone(), until: waiver.until.to_string() };
        }
    }
}
