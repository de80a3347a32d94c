//! Open points: every `?`, and every remark that says a line is still to be confirmed, told once, so that nothing that was left is forgotten.
//! Those of a document are told with it; those of parties and other definitions, which many documents may share, with their file.

use super::eval::Context;
use crate::diagnostic::{Diagnostic, Severity, fingerprint};
use crate::model::{Model, NodeId, State, Value, is_document, label_of};
use crate::policy::Policy;
use crate::source::{FileId, Span, Text, TextRange};

/// How many open points are pointed at.
const MOST_LABELS: usize = 6;

/// How many keywords are named.
const MOST_WORDS: usize = 12;

/// The register of words with which a remark begins that says so, and its column.
const REGISTER: &str = "draft-marks";
const WORD: &str = "word";

const DECIDES: Text = Text::of("the owner of the document");

/// What is open in a document, and what is still to be confirmed in it.
pub(super) fn open_points(context: &Context<'_>) -> Vec<Diagnostic> {
    let model = context.model;
    let name = label_of(model, context.arrangement.document);
    let documents: Vec<Span> = context.arrangement.documents().map(|document| whole(model, document)).collect();
    let marks = documents.iter().flat_map(|document| remarks(model, document.file).filter(|remark| contains(document.range, remark.range)));
    found(context.policy, model, &format!("in `{name}`"), &name, &open_statements(context), marks)
}

/// The same for what stands beside the documents of the first file of a model.
pub(super) fn open_beside(policy: &Policy, model: &Model<'_>) -> Vec<Diagnostic> {
    let file = FileId(0);
    let mut top = model.all_children(model.file_node(file)).to_vec();
    top.sort_unstable();
    let (documents, beside): (Vec<NodeId>, Vec<NodeId>) = top.into_iter().partition(|node| is_document(model.kind(*node)));
    let open: Vec<(NodeId, Span)> = beside.iter().flat_map(|node| model.subtree(*node)).filter(|node| is_open(model, *node)).map(|node| (node, model.span(node))).collect();
    let documents: Vec<TextRange> = documents.iter().map(|document| model.node(*document).whole).collect();
    let marks = remarks(model, file).filter(|remark| !documents.iter().any(|document| contains(*document, remark.range)));
    found(policy, model, "among the parties and other definitions of this file", "", &open, marks)
}

/// Every statement of the documents that is left open, or that has a clause which is.
pub(super) fn open_statements(context: &Context<'_>) -> Vec<(NodeId, Span)> {
    let model = context.model;
    let all = context.arrangement.documents().flat_map(|document| model.subtree(document));
    all.filter(|node| is_open(model, *node)).map(|node| (node, model.span(node))).collect()
}

fn found(policy: &Policy, model: &Model<'_>, place: &str, name: &str, open: &[(NodeId, Span)], remarks: impl Iterator<Item = Span>) -> Vec<Diagnostic> {
    let words = marks(policy);
    let marked: Vec<Span> = remarks.filter(|remark| words.iter().any(|word| begins_with(remark.range.of(model.text(remark.file)), word))).collect();
    left_open(model, place, name, open).into_iter().chain(to_confirm(place, name, &marked)).collect()
}

fn left_open(model: &Model<'_>, place: &str, name: &str, open: &[(NodeId, Span)]) -> Option<Diagnostic> {
    let places: Vec<Span> = open.iter().map(|(_, span)| *span).collect();
    let answers = if open.len() == 1 { "answer is" } else { "answers are" };
    let mut finding = finding("OPEN-01", "left-open", format!("{} {answers} left open with `?` {place}", open.len()), name, &places)?;
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for (node, _) in open {
        let word = model.kind(*node).word.as_str();
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    let named: Vec<String> = counts.iter().take(MOST_WORDS).map(|(word, count)| if *count == 1 { (*word).to_owned() } else { format!("{word} ({count})") }).collect();
    let more = if counts.len() > MOST_WORDS { format!(" and {} more keywords", counts.len() - MOST_WORDS) } else { String::new() };
    finding.notes.push(format!("open: {}{more}", named.join(", ")));
    finding.why = Text::of("An open answer is honest, and it is no answer: the document is a draft until each is settled.");
    finding.help = Text::of("Settle each with whoever knows, or write `none because` with the reason.");
    Some(finding)
}

fn to_confirm(place: &str, name: &str, marked: &[Span]) -> Option<Diagnostic> {
    let lines = if marked.len() == 1 { "line is" } else { "lines are" };
    let mut finding = finding("OPEN-02", "to-be-confirmed", format!("{} {lines} still marked to be confirmed {place}", marked.len()), name, marked)?;
    finding.why = Text::of("Such a line says what is usual, as a starter does. Until somebody has read it, nobody knows whether it is so here.");
    finding.help = Text::of("Read each line, change what does not fit, and take the mark away: the remark that begins with `confirm`.");
    Some(finding)
}

/// A finding that points at the first places; nothing where there are none.
fn finding(code: &'static str, slug: &'static str, headline: String, name: &str, places: &[Span]) -> Option<Diagnostic> {
    let (first, rest) = places.split_first()?;
    let mut finding = Diagnostic::new(code, slug, Severity::Warning, headline, *first);
    for place in rest.iter().take(MOST_LABELS - 1) {
        finding = finding.pointing(*place, "and here");
    }
    finding.decides = DECIDES;
    finding.fingerprint = fingerprint(&[code, name]);
    Some(finding)
}

/// Whether the statement itself, or a clause of it, is left open. `none` without a reason was reported already.
fn is_open(model: &Model<'_>, node: NodeId) -> bool {
    let hole = |value: &Value| matches!(value, Value::Open(_));
    let marked = model.node(node).state == State::Open && model.node(node).head.of(model.text(model.node(node).file)).contains('?');
    marked || model.values(node).iter().any(hole) || model.clauses(node).iter().any(|clause| model.clause_values(clause).iter().any(hole))
}

/// The words with which a remark begins that says that its line is to be confirmed.
fn marks(policy: &Policy) -> Vec<&str> {
    policy.rows(REGISTER).filter_map(|row| row.text(WORD)).collect()
}

/// Whether a remark begins with a word as a whole.
fn begins_with(remark: &str, word: &str) -> bool {
    let said = remark.trim_start_matches('#').trim_start();
    said.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)) && !said[word.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-')
}

fn remarks<'m>(model: &'m Model<'_>, file: FileId) -> impl Iterator<Item = Span> + 'm {
    model.files[file.0 as usize].tree.comments.iter().map(move |range| Span { file, range: *range })
}

fn whole(model: &Model<'_>, node: NodeId) -> Span {
    let node = model.node(node);
    Span { file: node.file, range: node.whole }
}

fn contains(outer: TextRange, inner: TextRange) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
