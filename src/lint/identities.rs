//! Identities: what points to one person and must not stand in a file that many read. Health numbers, National Insurance numbers, dates of
//! birth, names where only a reference belongs, and postcodes, telephone numbers and private addresses outside published contacts.
//!
//! No finding repeats what it found. A file that holds an identity is judged with the identity hidden, so that no rule, no message and no
//! report can ever show it: nothing behind this point has seen it. What is found here is told in the words of a register.

mod birth;
mod characters;
mod dates;
mod email;
mod fields;
mod health_number;
mod lists;
mod names;
mod national_insurance;
mod phone;
mod postcode;
mod scan;
mod sort;

use crate::diagnostic::{Citation, Diagnostic, Severity, fingerprint};
use crate::model::{Model, Parsed, lower, visible};
use crate::policy::{Policy, Row, written};
use crate::source::{FileId, SourceFile, Span, Text, TextRange, masked};
use fields::Fields;
use lists::{List, Lists};
use scan::scan;
use sort::Found;
use std::sync::Arc;

/// The code of a keyword that means nothing where it stands.
const UNKNOWN_KEYWORD: &str = "SYN-10";

/// How many are told of one file. The others are hidden all the same.
const MOST_FINDINGS: usize = 100;

/// The identities in the files of a model.
pub(super) struct Identities<'v> {
    /// The model without them.
    pub(super) model: Model<'v>,
    /// Where they stand in the first file.
    pub(super) hidden: Vec<TextRange>,
    /// What is told of the first file.
    pub(super) findings: Vec<Diagnostic>,
}

/// The identities in the files of a model; nothing when there are none.
pub(super) fn identities<'v>(policy: &Policy, model: &Model<'v>) -> Option<Identities<'v>> {
    let lists = &Lists::new(policy);
    let scanned = |(file, parsed): (u32, &Arc<Parsed>)| {
        let unknown: Vec<TextRange> = model.problems.iter().filter(|problem| problem.code == UNKNOWN_KEYWORD && problem.at().file == FileId(file)).map(|problem| problem.at().range).collect();
        scan(lists, Fields { vocabulary: model.vocabulary, text: &parsed.source.text, tree: &parsed.tree, unknown: &unknown })
    };
    let found: Vec<Vec<Found>> = (0..).zip(&model.files).map(scanned).collect();
    if found.iter().all(Vec::is_empty) {
        return None;
    }
    let named: Vec<(&str, &str)> = model.files.iter().map(|file| (file.source.path.as_str(), file.source.text.as_str())).collect();
    let files = model.files.iter().zip(&found).map(|(file, found)| without(file, &ranges(found))).collect();
    Some(Identities { model: lower(model.vocabulary, files, &visible(&named)), hidden: ranges(&found[0]), findings: findings(lists, &found[0]) })
}

fn ranges(found: &[Found]) -> Vec<TextRange> {
    found.iter().map(|found| TextRange::new(found.range.start, found.range.end)).collect()
}

/// A file with some ranges hidden. Its tree stays: what is hidden is as long as it was.
fn without(file: &Arc<Parsed>, ranges: &[TextRange]) -> Arc<Parsed> {
    if ranges.is_empty() {
        return Arc::clone(file);
    }
    let source = SourceFile::new(file.source.path.clone(), masked(&file.source.text, ranges));
    Arc::new(Parsed { source: Arc::new(source), tree: file.tree.clone() })
}

/// One finding an identity.
fn findings(lists: &Lists<'_>, found: &[Found]) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::new();
    let mut counts = [0_usize; 9];
    for one in found.iter().take(MOST_FINDINGS) {
        let Some(row) = lists.entries(List::Identities, one.sort.word()).next() else { continue };
        let count = &mut counts[one.sort as usize];
        *count += 1;
        told.extend(finding(row, one, *count));
    }
    let more = found.len().saturating_sub(MOST_FINDINGS);
    if let Some(last) = told.last_mut().filter(|_| more > 0) {
        last.notes.push(format!("{more} more stand behind this one and are not listed; they are hidden in every report as well"));
    }
    told
}

fn finding(row: Row<'_>, found: &Found, count: usize) -> Option<Diagnostic> {
    let text = |column: &str| row.text(column).map(Text::from).unwrap_or_default();
    let (code, id) = (row.text("code")?, row.text("id")?);
    let at = Span { file: FileId(0), range: TextRange::new(found.range.start, found.range.end) };
    let mut finding = Diagnostic::new(code, id, Severity::Error, row.text("headline")?, at);
    (finding.why, finding.help, finding.decides) = (text("why"), text("help"), text("decides"));
    finding.citations.push(Citation {
        source: text("source"),
        clause: Text::default(),
        link: row.text("link").map(Text::from),
        read: row.day("read").map(|day| written(day).into()),
        confidence: text("confidence"),
    });
    // Of the kind and the place among its like, never of the identity: a number is soon found again from its fingerprint.
    finding.fingerprint = fingerprint(&[code, &count.to_string()]);
    Some(finding)
}

/// The codes and ids of the findings.
pub(super) fn names(policy: &Policy) -> impl Iterator<Item = &str> {
    policy.rows(lists::IDENTITIES).flat_map(|row| [row.text("code"), row.text("id")]).flatten()
}

/// How to answer instead, where an answer was refused for what it holds and nothing was saved.
pub fn answer_instead<'p>(policy: &'p Policy, code: &str) -> &'p str {
    let mut rows = policy.rows(lists::IDENTITIES);
    rows.find(|row| row.text("code") == Some(code)).and_then(|row| row.text("instead")).unwrap_or_default()
}

/// Whether a code or an id is one that no waiver sets aside: it cannot belong to anybody but a person.
pub(super) fn may_not_be_waived(policy: &Policy, name: &str) -> bool {
    let is = |column: &str, row: Row<'_>| row.text(column).is_some_and(|own| own.eq_ignore_ascii_case(name));
    policy.rows(lists::IDENTITIES).any(|row| (is("code", row) || is("id", row)) && row.text("waiver") != Some("allowed"))
}
