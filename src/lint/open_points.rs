//! Open points: every `?` of a document, told once, so that nothing that was left open is forgotten.

use super::eval::Context;
use crate::diagnostic::{Diagnostic, Severity, fingerprint};
use crate::model::{NodeId, State, Value, label_of};
use crate::source::{Span, Text};

/// How many open points are pointed at.
const MOST_LABELS: usize = 6;

/// The finding about a document's open points, when it has any.
pub(super) fn open_points(context: &Context<'_>) -> Option<Diagnostic> {
    let model = context.model;
    let arrangement = context.arrangement;
    let open = open_statements(context);
    let (_, first) = open.first()?;
    let name = label_of(model, arrangement.document);
    let count = open.len();
    let answers = if count == 1 { "answer is" } else { "answers are" };
    let mut finding = Diagnostic::new("OPEN-01", "left-open", Severity::Warning, format!("{count} {answers} left open with `?` in `{name}`"), *first);
    for (_, span) in open.iter().skip(1).take(MOST_LABELS - 1) {
        finding = finding.pointing(*span, "and here");
    }
    let words: Vec<String> = open.iter().map(|(node, _)| format!("`{}`", model.kind(*node).word)).collect();
    finding.notes.push(format!("open: {}", words.join(", ")));
    finding.why = Text::of("An open answer is honest, and it is no answer: the document is a draft until each is settled.");
    finding.help = Text::of("Settle each with whoever knows, or write `none because` with the reason.");
    finding.decides = Text::of("the owner of the document");
    finding.fingerprint = fingerprint(&["OPEN-01", &name]);
    Some(finding)
}

/// Every statement of the documents that is left open, or that has a clause which is.
pub(super) fn open_statements(context: &Context<'_>) -> Vec<(NodeId, Span)> {
    let model = context.model;
    let all = context.arrangement.documents().flat_map(|document| model.subtree(document));
    all.filter(|node| is_open(context, *node)).map(|node| (node, model.span(node))).collect()
}

/// Whether the statement itself, or a clause of it, is left open. `none` without a reason was reported already.
fn is_open(context: &Context<'_>, node: NodeId) -> bool {
    let model = context.model;
    let hole = |value: &Value| matches!(value, Value::Open(_));
    let marked = model.node(node).state == State::Open && model.node(node).head.of(model.text(model.node(node).file)).contains('?');
    marked || model.values(node).iter().any(hole) || model.clauses(node).iter().any(|clause| model.clause_values(clause).iter().any(hole))
}
