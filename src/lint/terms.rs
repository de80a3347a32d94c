//! Terms that are out of date: bodies, schemes, forms and words of the register `stale-terms`, wherever a document uses them. Law
//! that is cited as law is left to the rules of law.

use super::notes::Mentions;
use super::written::texts_of;
use crate::diagnostic::{Diagnostic, FixSafety, Severity, fingerprint};
use crate::model::{Changes, Model, NodeId};
use crate::policy::{Policy, Row, written, ymd_of};
use crate::source::{FileId, Span, Text, TextRange};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The register; its columns say since when, how much it weighs, what to write instead, and where another rule tells it.
const REGISTER: &str = "stale-terms";

const WHY: Text = Text::of("A name that no longer stands sends people to a body, a form or a law that is not there.");
const HELP: Text = Text::of("Write the present name, or say that the old one is meant as history.");
const DECIDES: Text = Text::of("the information governance lead who keeps the document");

/// How many places of one term are pointed at.
const MOST_LABELS: usize = 4;

/// Where terms stand in the first file of a model that are out of date on a day: entries of the register, and places.
#[derive(Default)]
pub(super) struct TermPlaces(Vec<(u32, Span)>);

impl TermPlaces {
    /// Looks for them; where a model before is known, only in what has changed.
    pub(super) fn new(policy: &Policy, model: &Model<'_>, mentions: &Mentions<'_>, today: Date, before: Option<(&TermPlaces, &Changes)>) -> Self {
        let Some((id, register)) = policy.register_named(REGISTER) else { return TermPlaces::default() };
        let Some(set) = policy.phrases.of(id) else { return TermPlaces::default() };
        let file = FileId(0);
        let mut found = TermPlaces::default();
        let mut look = |node: NodeId| {
            for (range, is_citation) in texts(model, node) {
                if !mentions.says(policy, model, today, file, range, set) {
                    continue;
                }
                // Escapes do not occur in names, so the text is looked at as it stands, quotation marks and all.
                for (entry, part) in policy.phrases.phrases.places(set, range.of(model.text(file))) {
                    let row = register.row(entry);
                    let told = is_citation && row.has("sort", "law") || row.has("told-by", &model.kind(node).word);
                    if !told && row.day("since").is_none_or(|since| since <= ymd_of(today)) {
                        let range = TextRange { start: range.start + part.start, end: range.start + part.end };
                        found.0.push((entry, Span { file, range }));
                    }
                }
            }
        };
        match before.filter(|(_, changes)| changes.is_local()) {
            Some((before, changes)) => {
                changes.inside().for_each(&mut look);
                found.0.extend(before.0.iter().filter_map(|(entry, span)| Some((*entry, changes.moved(*span)?))));
            }
            None => model.subtree(model.file_node(file)).for_each(look),
        }
        found
    }

    /// One finding a term.
    pub(super) fn findings(&self, policy: &Policy) -> Vec<Diagnostic> {
        let Some((_, register)) = policy.register_named(REGISTER) else { return Vec::new() };
        let mut by_term: BTreeMap<u32, BTreeSet<Span>> = BTreeMap::new();
        for (entry, place) in &self.0 {
            by_term.entry(*entry).or_default().insert(*place);
        }
        by_term.into_iter().filter_map(|(entry, places)| finding(register.row(entry), &Vec::from_iter(places))).collect()
    }
}

/// The texts of a node and its label, and whether they stand where law is cited.
fn texts(model: &Model<'_>, node: NodeId) -> impl Iterator<Item = (TextRange, bool)> {
    let label = model.node(node).label;
    texts_of(model, node).map(|text| (text.range, text.is_citation)).chain((!label.is_empty()).then_some((label, false)))
}

fn finding(row: Row<'_>, places: &[Span]) -> Option<Diagnostic> {
    let (first, rest) = places.split_first()?;
    let (phrase, id) = (row.text("phrase")?, row.text("id")?);
    let severity = match row.text("severity") {
        Some("error") => Severity::Error,
        Some("warning") => Severity::Warning,
        _ => Severity::Info,
    };
    let since = row.day("since").map_or_else(String::new, |since| format!(" since {}", written(since)));
    let instead = row.text("instead");
    let now = instead.map_or_else(String::new, |instead| format!(": now {instead}"));
    let mut finding = Diagnostic::new("TERM-01", "term-out-of-date", severity, format!("`{phrase}` is out of date{since}{now}"), *first);
    for place in rest.iter().take(MOST_LABELS - 1) {
        finding = finding.pointing(*place, "and here");
    }
    finding.notes.extend(row.text("note").map(str::to_owned));
    if let Some(instead) = instead {
        finding = finding.fixing(format!("write `{instead}`"), *first, instead, FixSafety::DisplayOnly);
    }
    finding.fingerprint = fingerprint(&["TERM-01", id]);
    Some(Diagnostic { why: WHY, help: HELP, decides: DECIDES, ..finding })
}
