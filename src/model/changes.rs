//! What is other in a model than in one before it, of the same files after an edit in the first: which kinds of statements changed, and where
//! each of the other statements is now. Nothing is taken for granted: every statement that stands outside of the edit is compared, with what
//! its names lead to.

use super::arena::{Clause, Model, NodeId, Value};
use super::arrangement::Arrangement;
use super::derived::Derived;
use super::vocabulary::KindId;
use crate::source::{FileId, Span, TextRange};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// How many bytes are compared at a time.
const CHUNK: usize = 64;

/// The changes between two models.
#[derive(Debug)]
pub struct Changes {
    /// The kinds of statements that are new, gone or other than they were.
    kinds: FxHashSet<KindId>,
    /// How many nodes stand before the edit.
    start: u32,
    /// One past the last node in the edit, in the model before.
    was: u32,
    /// The same, in the model now.
    now: u32,
    /// The nodes in the edit are as many as before and of the same kinds.
    is_aligned: bool,
    /// No statement outside of the edit is other than it was.
    is_local: bool,
    /// Nothing in the edit has another name than before.
    keeps_names: bool,
    /// The bytes of the edit before, and of the statements that it touched.
    edit: (usize, usize),
    /// By how much what stands behind it has moved.
    shift: isize,
}

impl Changes {
    /// Compares two models; nothing when they are too different to be compared.
    pub fn between(before: &Model<'_>, now: &Model<'_>) -> Option<Self> {
        let same_files =
            before.files.len() == now.files.len() && before.files[0].source.path == now.files[0].source.path && before.files.iter().zip(&now.files).skip(1).all(|(old, new)| Arc::ptr_eq(old, new));
        if !same_files {
            return None;
        }
        let (old, new) = (before.text(FileId(0)).as_bytes(), now.text(FileId(0)).as_bytes());
        let head = common(old.chunks(CHUNK).zip(new.chunks(CHUNK)), old.iter().zip(new));
        let most = old.len().min(new.len()) - head;
        let tail = common(old.rchunks(CHUNK).zip(new.rchunks(CHUNK)), old.iter().rev().zip(new.iter().rev())).min(most);
        let (was, start, after) = sides(before, head, old.len() - tail);
        let (is, start_now, after_now) = sides(now, head, new.len() - tail);
        if (start, was - after) != (start_now, is - after_now) {
            return None;
        }
        let touched = before.nodes[start as usize..after as usize].iter().map(|node| node.head);
        let edit = touched.fold((head, old.len() - tail), |(from, to), head| (from.min(head.start as usize), to.max(head.end as usize)));
        let shift = new.len().cast_signed() - old.len().cast_signed();
        if before.nodes.len() as u32 - after != now.nodes.len() as u32 - after_now {
            return None;
        }
        let kinds = |model: &Model<'_>, until: u32| model.nodes[start as usize..until as usize].iter().map(|node| node.kind).collect::<Vec<_>>();
        let (kinds_before, kinds_now) = (kinds(before, after), kinds(now, after_now));
        let names_before = (start..after).map(|node| before.name(NodeId(node))).filter(|name| !name.is_empty());
        let names_now = (start..after_now).map(|node| now.name(NodeId(node))).filter(|name| !name.is_empty());
        let mut changes = Changes {
            is_aligned: kinds_before == kinds_now,
            keeps_names: names_before.eq(names_now),
            kinds: kinds_before.into_iter().chain(kinds_now).collect(),
            start,
            was: after,
            now: after_now,
            is_local: true,
            edit,
            shift,
        };
        for node in (0..start).chain(after..before.nodes.len() as u32).map(NodeId) {
            let moved = changes.place(node)?;
            if !changes.is_same(before, node, now, moved) {
                changes.is_local = false;
                changes.kinds.extend([before.node(node).kind, now.node(moved).kind]);
            }
        }
        Some(changes)
    }

    /// The kinds of statements that are new, gone or other than they were.
    pub fn kinds(&self) -> &FxHashSet<KindId> {
        &self.kinds
    }

    /// Whether things outside of the edit are what they were and are called as they were.
    pub fn is_local(&self) -> bool {
        self.is_local && self.keeps_names
    }

    /// The nodes of the edit, as they are now.
    pub fn inside(&self) -> impl Iterator<Item = NodeId> + use<> {
        (self.start..self.now).map(NodeId)
    }

    /// Where a place of the model before is now; nothing when it touches the edit or a statement that did.
    pub fn moved(&self, span: Span) -> Option<Span> {
        let (start, end) = (span.range.start as usize, span.range.end as usize);
        match self.edit {
            _ if span.file != FileId(0) => Some(span),
            (from, _) if end < from => Some(span),
            (_, to) if start > to => Some(Span { range: TextRange::new(start.saturating_add_signed(self.shift), end.saturating_add_signed(self.shift)), ..span }),
            _ => None,
        }
    }

    /// Where a node of the model before is now; nothing when it is gone or may be.
    pub fn place(&self, node: NodeId) -> Option<NodeId> {
        match node.0 {
            before if before < self.start || self.is_aligned && before < self.was => Some(node),
            after if after >= self.was => Some(NodeId(after - self.was + self.now)),
            _ => None,
        }
    }

    /// Whether a list of nodes is the same as before.
    pub fn are_same(&self, before: &[NodeId], now: &[NodeId]) -> bool {
        before.len() == now.len() && before.iter().zip(now).all(|(old, new)| self.place(*old) == Some(*new))
    }

    /// The derived fields that yield something else than before for a thing that is still there; nothing when the arrangement itself is
    /// another.
    pub fn derived(&self, before: &Arrangement, model: &Model<'_>, now: &Arrangement) -> Option<FxHashSet<Derived>> {
        let lists: [fn(&Arrangement) -> &[NodeId]; 7] = [|of| &of.procedures, |of| &of.notices, |of| &of.parents, |of| &of.parties, |of| &of.involved, |of| &of.flows, |of| &of.barred];
        let is_same = self.place(before.document) == Some(now.document)
            && (before.parent_missing, &before.inherits) == (now.parent_missing, &now.inherits)
            && lists.iter().all(|list| self.are_same(list(before), list(now)));
        if !is_same {
            return None;
        }
        let mut other = FxHashSet::default();
        for ((node, field), found) in before.known.borrow().iter() {
            if let Some(node) = self.place(*node)
                && !other.contains(field)
                && !self.are_same(found, &now.derived(model, node, *field))
            {
                other.insert(*field);
            }
        }
        Some(other)
    }

    fn is_same(&self, before: &Model<'_>, old: NodeId, now: &Model<'_>, new: NodeId) -> bool {
        let (was, is) = (before.node(old), now.node(new));
        (was.kind, was.file, was.state, was.rung, was.name.is_empty(), was.label.is_empty()) == (is.kind, is.file, is.state, is.rung, is.name.is_empty(), is.label.is_empty())
            && self.place(was.parent) == Some(is.parent)
            && self.have_same(before.values(old), now.values(new))
            && before.clauses(old).len() == now.clauses(new).len()
            && before.clauses(old).iter().zip(now.clauses(new)).all(|(was, is): (&Clause, &Clause)| was.index == is.index && self.have_same(before.clause_values(was), now.clause_values(is)))
    }

    fn have_same(&self, before: &[Value], now: &[Value]) -> bool {
        before.len() == now.len() && before.iter().zip(now).all(|(old, new)| self.mean_same(old, new))
    }

    /// Whether two values mean the same; they are known to be written in the same way.
    fn mean_same(&self, before: &Value, now: &Value) -> bool {
        match (before, now) {
            (Value::Text(_), Value::Text(_)) | (Value::Name(_), Value::Name(_)) | (Value::Open(_), Value::Open(_)) => true,
            (Value::Word { list, index, .. }, Value::Word { list: other, index: place, .. }) => (list, index) == (other, place),
            (Value::Date(_, old), Value::Date(_, new)) => old == new,
            (Value::Period(_, old), Value::Period(_, new)) => old == new,
            (Value::Number(_, old), Value::Number(_, new)) => old == new,
            (Value::Hours(_, old), Value::Hours(_, new)) => old == new,
            (Value::Ref(_, old), Value::Ref(_, new)) => match old {
                Some(old) => new.is_some() && self.place(*old) == *new,
                None => new.is_none(),
            },
            _ => false,
        }
    }
}

/// How many bytes two texts have in common from one end: whole chunks, then byte by byte.
fn common<'t>(chunks: impl Iterator<Item = (&'t [u8], &'t [u8])>, bytes: impl Iterator<Item = (&'t u8, &'t u8)>) -> usize {
    let whole = chunks.take_while(|(old, new)| old == new && old.len() == CHUNK).count() * CHUNK;
    whole + bytes.skip(whole).take_while(|(old, new)| old == new).count()
}

/// The nodes of the first file: how many there are, how many stand before an edit, and the first that stands after it. A node that touches the
/// edit is in it.
fn sides(model: &Model<'_>, from: usize, to: usize) -> (u32, u32, u32) {
    let end = model.file_nodes.get(1).map_or(model.nodes.len(), |next| next.0 as usize);
    let own = &model.nodes[..end];
    // The file itself stands before all else.
    let before = 1 + own[1..].iter().take_while(|node| (node.head.end as usize) < from).count();
    let after = own[before..].iter().rev().take_while(|node| node.head.start as usize > to).count();
    (end as u32, before as u32, (end - after) as u32)
}
