//! Judging again: while somebody types, most of a document is as it was. A rule that found nothing, and a question that was answered, still
//! stand where nothing that they may look at has changed; everything else is judged anew.

use super::notes::Said;
use super::subjects::Index;
use crate::model::{Arrangement, Changes, Derived, KindId, Model, NodeId};
use crate::policy::{Policy, SetReads};
use crate::source::Text;
use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::rc::Rc;

/// How many files are remembered: those that somebody is at work on.
const MOST: usize = 4;

/// What is known of texts and files that were judged before, by one policy.
#[derive(Default)]
pub struct Memory<'p> {
    pub(super) said: RefCell<Said>,
    judged: RefCell<Vec<(String, Rc<Before<'p>>)>>,
    reads: RefCell<FxHashMap<Text, Rc<SetReads>>>,
}

/// A file as it was judged before.
pub(super) struct Before<'p> {
    today: Date,
    model: Rc<Model<'p>>,
    documents: Vec<Stood>,
}

/// How a document stood.
pub(super) struct Stood {
    arrangement: Arrangement,
    things: Vec<(KindId, NodeId)>,
    /// Of each rule that found nothing, whether it was judged for somebody.
    rules: Vec<Option<bool>>,
    /// Which questions were answered.
    answered: Vec<bool>,
}

impl<'p> Memory<'p> {
    /// What is known of a file on a day, and what has changed since.
    pub(super) fn recall(&self, model: &Model<'_>, today: Date) -> Option<(Rc<Before<'p>>, Changes)> {
        let path = &model.files[0].source.path;
        let before = self.judged.borrow().iter().find(|(known, before)| known == path && before.today == today).map(|(_, before)| Rc::clone(before))?;
        let changes = Changes::between(&before.model, model)?;
        Some((before, changes))
    }

    /// Keeps how the documents of a file stand.
    pub(super) fn keep(&self, model: Rc<Model<'p>>, today: Date, documents: Vec<Stood>) {
        let path = model.files[0].source.path.clone();
        let mut judged = self.judged.borrow_mut();
        judged.retain(|(known, _)| *known != path);
        if judged.len() == MOST {
            judged.remove(0);
        }
        judged.push((path, Rc::new(Before { today, model, documents })));
    }

    fn reads(&self, policy: &Policy, kind: &Text) -> Option<Rc<SetReads>> {
        if let Some(known) = self.reads.borrow().get(kind) {
            return Some(Rc::clone(known));
        }
        let reads = Rc::new(SetReads::new(&policy.vocabulary, policy.set(kind)?));
        self.reads.borrow_mut().insert(kind.clone(), Rc::clone(&reads));
        Some(reads)
    }
}

impl Before<'_> {
    /// How a document stood, by its place among those of the file.
    pub(super) fn document(&self, place: usize) -> Option<&Stood> {
        self.documents.get(place)
    }
}

/// What of a document still stands, and how it stands now.
#[derive(Default)]
pub(super) struct Standing<'b> {
    before: Option<Unchanged<'b>>,
    rules: Vec<Option<bool>>,
    answered: Vec<bool>,
}

/// A document of which much is as it was.
struct Unchanged<'b> {
    stood: &'b Stood,
    kinds: &'b FxHashSet<KindId>,
    derived: FxHashSet<Derived>,
    reads: Rc<SetReads>,
}

impl<'b> Standing<'b> {
    /// Compares a document with what it was.
    pub(super) fn new(memory: &Memory<'_>, policy: &Policy, model: &Model<'_>, arrangement: &Arrangement, index: &Index, before: Option<(&'b Stood, &'b Changes)>) -> Self {
        let unchanged = before.and_then(|(stood, changes)| {
            let derived = changes.derived(&stood.arrangement, model, arrangement)?;
            let of_other_kinds = |things: &[(KindId, NodeId)]| -> Vec<NodeId> { things.iter().filter(|(kind, _)| !changes.kinds().contains(kind)).map(|(_, node)| *node).collect() };
            let reads = memory.reads(policy, &model.kind(arrangement.document).word)?;
            let is_same = changes.are_same(&of_other_kinds(&stood.things), &of_other_kinds(index.things()));
            is_same.then_some(Unchanged { stood, kinds: changes.kinds(), derived, reads })
        });
        Standing { before: unchanged, rules: Vec::new(), answered: Vec::new() }
    }

    /// Whether the next question is answered as it was before; to be asked of each in turn.
    pub(super) fn is_still_answered(&self) -> bool {
        let place = self.answered.len();
        self.before.as_ref().is_some_and(|before| before.stood.answered[place] && !before.reads.questions[place].meets(before.kinds, &before.derived))
    }

    /// Notes of the next question whether it is answered.
    pub(super) fn note_question(&mut self, is_answered: bool) {
        self.answered.push(is_answered);
    }

    /// Of the next rule, where it found nothing and still cannot: whether it was judged for somebody. To be asked of each in turn.
    pub(super) fn rule(&self) -> Option<bool> {
        let place = self.rules.len();
        let before = self.before.as_ref()?;
        before.stood.rules[place].filter(|_| !before.reads.rules[place].meets(before.kinds, &before.derived))
    }

    /// Notes of the next rule, where it found nothing, whether it was judged for somebody.
    pub(super) fn note_rule(&mut self, applied: Option<bool>) {
        self.rules.push(applied);
    }

    /// How the document stands.
    pub(super) fn stood(self, arrangement: Arrangement, index: Index) -> Stood {
        Stood { arrangement, things: index.into_things(), rules: self.rules, answered: self.answered }
    }
}
