//! What stands at a place of a text.

use crate::model::{Clause, Model, Node, NodeId, Value};
use crate::source::{FileId, TextRange};

/// Something of a statement.
#[derive(Clone, Copy, Debug)]
pub(super) enum Under {
    /// Its keyword.
    Keyword,
    /// Its name.
    Name,
    /// A connective: which of its kind's.
    Connective(u16),
    /// A value, after a connective or of the keyword itself.
    Value(Value, Option<u16>),
}

/// What stands at a place of the first file of a model: the statement, what of it, and where that stands.
pub(super) fn under(model: &Model<'_>, offset: u32) -> Option<(NodeId, Under, TextRange)> {
    let touches = |range: TextRange| range.start <= offset && offset <= range.end;
    let top = model.file_node(FileId(0));
    let mut found = None;
    for id in model.subtree(top).filter(|id| *id != top) {
        let node = model.node(id);
        if node.head.start > offset {
            break;
        }
        if touches(node.head) {
            found = part(model, id, node, &touches).or(found);
        }
    }
    found
}

fn part(model: &Model<'_>, id: NodeId, node: &Node, touches: &dyn Fn(TextRange) -> bool) -> Option<(NodeId, Under, TextRange)> {
    if !node.name.is_empty() && touches(node.name) {
        return Some((id, Under::Name, node.name));
    }
    let own = model.values(id).iter().map(|value| (value, None));
    let of_clauses = model.clauses(id).iter().flat_map(|clause| model.clause_values(clause).iter().map(move |value| (value, Some(clause.index))));
    if let Some((value, clause)) = own.chain(of_clauses).find(|(value, _)| touches(value.range())) {
        return Some((id, Under::Value(*value, clause), value.range()));
    }
    if let Some((clause, range)) = model.clauses(id).iter().map(|clause| (clause, connective(model, id, clause))).find(|(_, range)| touches(*range)) {
        return Some((id, Under::Connective(clause.index), range));
    }
    let keyword = TextRange { start: node.head.start, end: node.head.start + model.kind(id).word.len() as u32 };
    touches(keyword).then_some((id, Under::Keyword, keyword))
}

/// Where the connective of a clause stands.
pub(super) fn connective(model: &Model<'_>, id: NodeId, clause: &Clause) -> TextRange {
    let words = model.kind(id).clauses[clause.index as usize].words.len() as u32;
    TextRange { start: clause.range.start, end: (clause.range.start + words).min(clause.range.end) }
}

/// The parts of a name with dots, each with the thing that it calls: the last part calls the target, those before what it stands in.
pub(super) fn segments(model: &Model<'_>, text: &str, range: TextRange, target: NodeId) -> Vec<(TextRange, NodeId)> {
    let mut parts = Vec::new();
    let mut end = range.end;
    let mut thing = target;
    for segment in range.of(text).rsplit('.') {
        let start = end - segment.len() as u32;
        parts.push((TextRange { start, end }, thing));
        end = start.saturating_sub(1);
        thing = model.node(thing).parent;
    }
    parts
}

/// The thing that a value calls at a place, and where it is called.
pub(super) fn called(model: &Model<'_>, value: &Value, offset: u32) -> Option<(NodeId, TextRange)> {
    let Value::Ref(range, Some(target)) = value else { return None };
    let parts = segments(model, model.text(FileId(0)), *range, *target);
    parts.into_iter().find(|(range, _)| range.start <= offset && offset <= range.end).map(|(range, thing)| (thing, range))
}
