//! Whom a question or a rule is judged for.

use super::item::Item;
use crate::model::{Arrangement, Derived, KindId, Model, NodeId, Value, label_of, once};
use crate::policy::Subjects;
use crate::source::Text;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// The things of an arrangement by kind: what stands in its documents and what they refer to elsewhere.
pub(super) struct Index {
    /// Each thing with its kind, in the order of kinds and places.
    by_kind: Vec<(KindId, NodeId)>,
    /// The subjects that rules asked for, by name: many rules ask for the same.
    named: RefCell<FxHashMap<Text, Rc<[Item]>>>,
}

impl Index {
    pub(super) fn new(model: &Model<'_>, arrangement: &Arrangement) -> Self {
        let mut seen = vec![false; model.nodes.len()];
        let mut by_kind = Vec::with_capacity(model.nodes.len());
        let mut next: Vec<NodeId> = arrangement.documents().collect();
        next.reverse();
        while let Some(top) = next.pop() {
            for node in model.subtree(top) {
                if std::mem::replace(&mut seen[node.0 as usize], true) {
                    continue;
                }
                by_kind.push((model.node(node).kind, node));
                let clauses = model.clauses(node).iter().flat_map(|clause| model.clause_values(clause));
                for value in model.values(node).iter().chain(clauses) {
                    if let Value::Ref(_, Some(target)) = value
                        && !seen[target.0 as usize]
                        && !is_document(model, *target)
                    {
                        next.push(*target);
                    }
                }
            }
        }
        by_kind.sort_unstable();
        Index { by_kind, named: RefCell::default() }
    }

    /// Everything, with its kind.
    pub(super) fn things(&self) -> &[(KindId, NodeId)] {
        &self.by_kind
    }

    /// The same, to be kept.
    pub(super) fn into_things(self) -> Vec<(KindId, NodeId)> {
        self.by_kind
    }

    fn of_kind(&self, kind: KindId) -> impl Iterator<Item = NodeId> + '_ {
        let first = self.by_kind.partition_point(|(other, _)| *other < kind);
        self.by_kind[first..].iter().take_while(move |(other, _)| *other == kind).map(|(_, node)| *node)
    }
}

/// Other documents are judged by themselves.
fn is_document(model: &Model<'_>, node: NodeId) -> bool {
    model.is_file(model.node(node).parent) && matches!(model.kind(node).id.as_str(), "agreement" | "procedure" | "notice" | "disclosure" | "policy")
}

/// The subjects of a question's part or of a rule.
pub(super) fn subjects(model: &Model<'_>, arrangement: &Arrangement, index: &Index, subjects: &Subjects) -> Rc<[Item]> {
    if let Some(known) = index.named.borrow().get(subjects.name.as_str()) {
        return Rc::clone(known);
    }
    let found: Rc<[Item]> = find(model, arrangement, index, subjects).into();
    index.named.borrow_mut().insert(subjects.name.clone(), Rc::clone(&found));
    found
}

fn find(model: &Model<'_>, arrangement: &Arrangement, index: &Index, subjects: &Subjects) -> Vec<Item> {
    let nodes = |nodes: Vec<NodeId>| nodes.into_iter().map(Item::Node).collect();
    match subjects.name.as_str() {
        _ if subjects.kinds.as_slice() == [model.node(arrangement.document).kind] => vec![Item::Node(arrangement.document)],
        "party" => nodes(arrangement.parties.clone()),
        "flow" => nodes(arrangement.flows.clone()),
        "no-flow" => nodes(arrangement.barred.clone()),
        "procedure" => nodes(arrangement.procedures.clone()),
        "notice" => nodes(arrangement.notices.clone()),
        "role" => {
            let both = arrangement.flows.iter().flat_map(|flow| {
                let mut roles = arrangement.derived(model, *flow, Derived::SenderRoles).to_vec();
                roles.extend_from_slice(&arrangement.derived(model, *flow, Derived::ReceiverRoles));
                roles
            });
            nodes(once(both))
        }
        "item" => nodes(once(arrangement.flows.iter().flat_map(|flow| arrangement.derived(model, *flow, Derived::Items).to_vec()))),
        "side" => arrangement.flows.iter().flat_map(|flow| subjects.kinds.iter().flat_map(|kind| sides(model, *flow, *kind))).collect(),
        _ => nodes(subjects.kinds.iter().flat_map(|kind| index.of_kind(*kind)).collect()),
    }
}

fn sides(model: &Model<'_>, flow: NodeId, kind: KindId) -> Vec<Item> {
    let written = model.children(flow, kind);
    if written.is_empty() { vec![Item::Ghost { kind, parent: flow }] } else { written.iter().copied().map(Item::Node).collect() }
}

/// What a subject is called in a message.
pub(super) fn called(model: &Model<'_>, item: Item) -> String {
    match item {
        Item::Node(node) | Item::Clause(node, _) | Item::Name(node) | Item::Label(node) | Item::KindWord(node) => label_of(model, node),
        Item::Ghost { kind, parent } => format!("{} of {}", model.vocabulary.kind(kind).word, label_of(model, parent)),
        Item::Entry(..) | Item::Cell(..) | Item::Today => String::new(),
    }
}
