//! Conditions, evaluated. Three values: true, false and not known, which is what a comparison with nothing gives.

use super::evidence::Evidence;
use super::item::{Item, Items};
use super::phrases::Phrases;
use super::test::test;
use crate::model::{Arrangement, Derived, KindId, Model, NodeId};
use crate::policy::Policy;
use crate::policy::condition::{Access, Expr, Path, Quantifier, Root, Step};
use jiff::civil::Date;
use smallvec::SmallVec;
use std::cell::RefCell;
use std::rc::Rc;

/// Everything that a condition may look at.
pub(super) struct Context<'a> {
    pub(super) policy: &'a Policy,
    pub(super) model: &'a Model<'a>,
    pub(super) arrangement: &'a Arrangement,
    pub(super) phrases: &'a Phrases,
    pub(super) today: Date,
    pub(super) recent: Recent,
}

/// The things at hand: subject, agreement, bound names.
pub(super) type Slots = SmallVec<[Item; 6]>;

/// What paths yielded last: the path's place in memory, where it began, and what it gave.
pub(super) type Recent = RefCell<SmallVec<[(usize, Item, Rc<Items>); RECENT]>>;

/// How many results are kept: the right-hand sides of one condition over a register.
const RECENT: usize = 4;

impl Context<'_> {
    /// What a path yields, remembered: a condition over the entries of a register asks for the same thing once an entry. The
    /// model does not change while it is judged, so what is remembered is never wrong.
    pub(super) fn recall(&self, path: &Path, slots: &Slots) -> Rc<Items> {
        let Root::Slot(slot) = path.root else { return Rc::new(items(self, path, slots)) };
        let Some(root) = slots.get(slot as usize).copied() else { return Rc::default() };
        let place = std::ptr::from_ref(path).addr();
        let mut recent = self.recent.borrow_mut();
        if let Some((_, _, known)) = recent.iter().find(|(known, from, _)| *known == place && *from == root) {
            return Rc::clone(known);
        }
        let found = Rc::new(items(self, path, slots));
        if recent.len() == RECENT {
            recent.remove(0);
        }
        recent.push((place, root, Rc::clone(&found)));
        found
    }

    /// The things at hand where a condition begins.
    pub(super) fn slots(&self, subject: Item) -> Slots {
        SmallVec::from_slice(&[subject, Item::Node(self.arrangement.agreement)])
    }
}

/// Evaluates; what makes it true is noted.
pub(super) fn eval(context: &Context<'_>, expr: &Expr, slots: &mut Slots, evidence: &mut Evidence) -> Option<bool> {
    match expr {
        Expr::And(parts) => {
            let mut known = Some(true);
            for part in parts {
                let value = eval(context, part, slots, evidence);
                if let (Expr::Test(path, _), false) = (part, value == Some(true)) {
                    evidence.lacks(&path.text);
                }
                match value {
                    Some(true) => {}
                    Some(false) => return Some(false),
                    None => known = None,
                }
            }
            known
        }
        Expr::Or(parts) => {
            let mut known = Some(false);
            for part in parts {
                let mark = evidence.mark();
                match eval(context, part, slots, evidence) {
                    Some(true) => return Some(true),
                    Some(false) => {}
                    None => known = None,
                }
                evidence.back_to(mark);
            }
            known
        }
        Expr::Not(inner) => {
            let mark = evidence.mark();
            let value = eval(context, inner, slots, evidence);
            evidence.back_to(mark);
            value.map(|value| !value)
        }
        Expr::Quantified { quantifier, slot, path, filter, body } => quantified(context, *quantifier, *slot, path, filter.as_deref(), body.as_deref(), slots, evidence),
        Expr::Count(path, compare, number) => {
            let items = items(context, path, slots);
            let there = items.iter().filter(|item| item.is_there(context)).count();
            let holds = compare.holds(i64::try_from(there).unwrap_or(i64::MAX), *number);
            if holds {
                items.iter().for_each(|item| evidence.note(context, *item));
            }
            Some(holds)
        }
        Expr::Test(path, what) => test(context, path, what, slots, evidence),
    }
}

#[expect(clippy::too_many_arguments, reason = "the fields of one variant, taken apart once")]
fn quantified(context: &Context<'_>, quantifier: Quantifier, slot: u8, path: &Path, filter: Option<&Expr>, body: Option<&Expr>, slots: &mut Slots, evidence: &mut Evidence) -> Option<bool> {
    let things = items(context, path, slots);
    slots.truncate(slot as usize);
    let mut known = Some(quantifier != Quantifier::Some);
    for thing in things {
        slots.push(thing);
        let mark = evidence.mark();
        // A thing that is not meant, or of which that is not known, says nothing.
        if filter.is_some_and(|filter| eval(context, filter, slots, &mut Evidence::none()) != Some(true)) {
            slots.truncate(slot as usize);
            continue;
        }
        let value = body.map_or(Some(true), |body| eval(context, body, slots, evidence));
        if value == Some(true) && body.is_none() {
            evidence.note(context, thing);
        }
        slots.truncate(slot as usize);
        match (quantifier, value) {
            (Quantifier::Some, Some(true)) => return Some(true),
            (Quantifier::Every, Some(true)) | (Quantifier::Some | Quantifier::No, Some(false)) => {}
            (Quantifier::Every, Some(false)) | (Quantifier::No, Some(true)) => {
                evidence.blame(thing);
                return Some(false);
            }
            (_, None) => {
                evidence.blame(thing);
                known = None;
            }
        }
        if quantifier != Quantifier::Every {
            evidence.back_to(mark);
        }
    }
    known
}

/// What a path yields.
pub(super) fn items(context: &Context<'_>, path: &Path, slots: &Slots) -> Items {
    let mut current: Items = match path.root {
        Root::Slot(slot) => slots.get(slot as usize).copied().into_iter().collect(),
        Root::Today => SmallVec::from_slice(&[Item::Today]),
        Root::Register(register) => (0..context.policy.register(register).entries.len() as u32).map(|entry| Item::Entry(register, entry)).collect(),
    };
    for step in &path.steps {
        let mut next = Items::new();
        for item in &current {
            one_step(context, *item, step, &mut next);
        }
        current = next;
    }
    current
}

fn one_step(context: &Context<'_>, item: Item, step: &Step, next: &mut Items) {
    match item {
        Item::Node(node) => {
            let kind = context.model.node(node).kind;
            if let Some((_, access)) = step.own.iter().find(|(own, _)| *own == kind) {
                reach(context, node, *access, next);
            } else if step.follow.contains(&kind) {
                for target in context.model.targets(node) {
                    follow(context, target, step, next);
                }
            }
        }
        Item::Clause(node, index) if step.follow_clause => {
            let clause = &context.model.clauses(node)[index as usize];
            for value in context.model.clause_values(clause) {
                if let crate::model::Value::Ref(_, Some(target)) = value {
                    follow(context, *target, step, next);
                }
            }
        }
        Item::Ghost { kind, parent } => {
            if let Some((_, Access::Derived(field))) = step.own.iter().find(|(own, _)| *own == kind) {
                ghost(context, kind, parent, *field, next);
            }
        }
        Item::Entry(register, entry) => {
            if let Some(column) = step.column {
                push(next, Item::Cell(register, entry, column));
            }
        }
        _ => {}
    }
}

fn follow(context: &Context<'_>, target: NodeId, step: &Step, next: &mut Items) {
    let kind = context.model.node(target).kind;
    if let Some((_, access)) = step.via.iter().find(|(via, _)| *via == kind) {
        reach(context, target, *access, next);
    }
}

fn push(next: &mut Items, item: Item) {
    if !next.contains(&item) {
        next.push(item);
    }
}

fn reach(context: &Context<'_>, node: NodeId, access: Access, next: &mut Items) {
    let model = context.model;
    match access {
        Access::Child(kind) => children(context, node, kind, next),
        Access::Clause(index) => {
            for (place, clause) in model.clauses(node).iter().enumerate() {
                if clause.index == index {
                    push(next, Item::Clause(node, place as u16));
                }
            }
        }
        Access::Derived(Derived::Sides) => {
            let vocabulary = model.vocabulary;
            for kind in ["discloser", "recipient"].iter().filter_map(|id| vocabulary.find(id)) {
                let written = model.children(node, kind);
                for side in written {
                    push(next, Item::Node(*side));
                }
                if written.is_empty() {
                    push(next, Item::Ghost { kind, parent: node });
                }
            }
        }
        Access::Derived(field) => context.arrangement.derived(model, node, field).iter().for_each(|thing| push(next, Item::Node(*thing))),
        Access::Parent => {
            let parent = model.node(node).parent;
            if !model.is_file(parent) {
                push(next, Item::Node(parent));
            }
        }
        Access::Name => push(next, Item::Name(node)),
        Access::Label => push(next, Item::Label(node)),
        Access::KindWord => push(next, Item::KindWord(node)),
    }
}

/// Children of a node. What is asked of the agreement is also looked for in its procedures, and in its parents when it is
/// found in neither.
fn children(context: &Context<'_>, node: NodeId, kind: KindId, next: &mut Items) {
    let model = context.model;
    let arrangement = context.arrangement;
    model.children(node, kind).iter().for_each(|child| push(next, Item::Node(*child)));
    if node != arrangement.agreement {
        return;
    }
    for procedure in &arrangement.procedures {
        model.children(*procedure, kind).iter().for_each(|child| push(next, Item::Node(*child)));
    }
    if next.is_empty() {
        let holds = arrangement.parents.iter().map(|parent| model.children(*parent, kind)).find(|children| !children.is_empty());
        holds.into_iter().flatten().for_each(|child| push(next, Item::Node(*child)));
    }
}

/// Derived fields of a side that is not written.
fn ghost(context: &Context<'_>, kind: KindId, parent: NodeId, field: Derived, next: &mut Items) {
    match field {
        Derived::SideFlow => push(next, Item::Node(parent)),
        Derived::SideParties => {
            let end = if context.model.vocabulary.kind(kind).id == "discloser" { Derived::Senders } else { Derived::Receivers };
            context.arrangement.derived(context.model, parent, end).iter().for_each(|party| push(next, Item::Node(*party)));
        }
        _ => {}
    }
}
