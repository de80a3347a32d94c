//! What a path yields while a condition is evaluated.

use super::eval::Context;
use crate::model::{Hours, NodeId, State, Value};
use crate::policy::{Cell, RegisterId};
use crate::source::{FileId, Span, TextRange};
use smallvec::SmallVec;

/// One thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Item {
    /// A node.
    Node(NodeId),
    /// A block that is not written, inside a node: an empty side of a flow.
    Ghost {
        /// The kind that it would have.
        kind: crate::model::KindId,
        /// The node that it would stand in.
        parent: NodeId,
    },
    /// A clause of a node, by its place among the node's clauses.
    Clause(NodeId, u16),
    /// An entry of a register.
    Entry(RegisterId, u32),
    /// A cell of an entry.
    Cell(RegisterId, u32, u16),
    /// The name of a node.
    Name(NodeId),
    /// The label of a node.
    Label(NodeId),
    /// The keyword of a node.
    KindWord(NodeId),
    /// The day asked about.
    Today,
}

/// The items of a path; few, as a rule.
pub(super) type Items = SmallVec<[Item; 8]>;

impl Item {
    /// Where it stands, when it stands somewhere.
    pub(super) fn span(self, context: &Context<'_>) -> Option<Span> {
        match self {
            Item::Node(node) | Item::Name(node) | Item::Label(node) | Item::KindWord(node) => Some(context.model.span(node)),
            Item::Ghost { parent, .. } => Some(context.model.span(parent)),
            Item::Clause(node, index) => {
                let clause = &context.model.clauses(node)[index as usize];
                Some(Span { file: context.model.node(node).file, range: clause.range })
            }
            Item::Entry(..) | Item::Cell(..) | Item::Today => None,
        }
    }

    /// Where a finding about it points.
    pub(super) fn anchor(self, context: &Context<'_>) -> Option<Span> {
        match self {
            Item::Node(node) | Item::Ghost { parent: node, .. } => Some(context.model.anchor(node)),
            other => other.span(context),
        }
    }

    /// The state of the answer that it gives.
    pub(super) fn state(self, context: &Context<'_>) -> State {
        match self {
            Item::Node(node) => context.model.node(node).state,
            Item::Clause(node, index) => {
                let clause = &context.model.clauses(node)[index as usize];
                let open = context.model.clause_values(clause).iter().any(|value| matches!(value, Value::Open(_)));
                if open { State::Open } else { State::Stated }
            }
            _ => State::Stated,
        }
    }

    /// Whether it is left open with `?`.
    pub(super) fn is_open(self, context: &Context<'_>) -> bool {
        matches!(self, Item::Node(_) | Item::Clause(..)) && self.state(context) == State::Open
    }

    /// Its values, with the file that they stand in.
    pub(super) fn values<'m>(self, context: &Context<'m>) -> (FileId, &'m [Value]) {
        let model = context.model;
        match self {
            Item::Node(node) => (model.node(node).file, model.values(node)),
            Item::Clause(node, index) => (model.node(node).file, model.clause_values(&model.clauses(node)[index as usize])),
            _ => (FileId(0), &[]),
        }
    }

    /// Whether it says something: a blank cell and an unwritten block do not.
    pub(super) fn is_there(self, context: &Context<'_>) -> bool {
        match self {
            Item::Ghost { .. } => false,
            Item::Cell(register, entry, column) => context.policy.register(register).entry(entry)[column as usize] != Cell::Empty,
            Item::Name(node) => !context.model.node(node).name.is_empty(),
            Item::Label(node) => !context.model.node(node).label.is_empty(),
            _ => true,
        }
    }

    /// Calls with each text of a document that it holds.
    pub(super) fn written(self, context: &Context<'_>, visit: &mut dyn FnMut(FileId, TextRange)) {
        let (file, values) = self.values(context);
        for value in values {
            if let Value::Text(range) = value {
                visit(file, *range);
            }
        }
        if let Item::Node(node) | Item::Label(node) = self {
            let node = context.model.node(node);
            if !node.label.is_empty() {
                visit(node.file, node.label);
            }
        }
    }

    /// Calls with each text that it holds and that stands in no document between quotation marks.
    pub(super) fn other_texts(self, context: &Context<'_>, visit: &mut dyn FnMut(&str)) {
        match self {
            Item::Name(node) => visit(context.model.name(node)),
            Item::Cell(register, entry, column) => context.policy.register(register).entry(entry)[column as usize].texts().for_each(visit),
            _ => {}
        }
    }

    /// The hours that it holds.
    pub(super) fn hours(self, context: &Context<'_>) -> Vec<Hours> {
        let (_, values) = self.values(context);
        let hours = values.iter().filter_map(|value| match value {
            Value::Hours(_, hours) => Some(*hours),
            _ => None,
        });
        hours.collect()
    }
}
