//! Judging again: while somebody types, most of a document is as it was. What a rule or a question said still stands where nothing that it may
//! look at has changed, and what it found is where its places have moved to; everything else is judged anew.

use super::checklist::Answered;
use super::findings::Judged;
use super::notes::Said;
use super::subjects::Index;
use super::terms::TermPlaces;
use crate::diagnostic::Diagnostic;
use crate::model::{Arrangement, Changes, Derived, KindId, Model, NodeId};
use crate::policy::{Policy, Reads, SetReads};
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
    terms: TermPlaces,
    documents: Vec<Stood>,
}

/// How a document stood.
pub(super) struct Stood {
    arrangement: Arrangement,
    things: Vec<(KindId, NodeId)>,
    /// What each rule gave, where it was judged.
    rules: Vec<Option<Judged>>,
    /// How each question was answered, and what is told of it.
    questions: Vec<QuestionStood>,
}

/// How a question was answered, and what is told of it.
pub(super) type QuestionStood = (Answered, Option<Diagnostic>);

impl<'p> Memory<'p> {
    /// What is known of a file on a day, and what has changed since.
    pub(super) fn recall(&self, model: &Model<'_>, today: Date) -> Option<(Rc<Before<'p>>, Changes)> {
        let path = &model.files[0].source.path;
        let before = self.judged.borrow().iter().find(|(known, before)| known == path && before.today == today).map(|(_, before)| Rc::clone(before))?;
        let changes = Changes::between(&before.model, model)?;
        Some((before, changes))
    }

    /// Keeps how the documents of a file stand.
    pub(super) fn keep(&self, model: Rc<Model<'p>>, today: Date, terms: TermPlaces, documents: Vec<Stood>) {
        let path = model.files[0].source.path.clone();
        let mut judged = self.judged.borrow_mut();
        judged.retain(|(known, _)| *known != path);
        if judged.len() == MOST {
            judged.remove(0);
        }
        judged.push((path, Rc::new(Before { today, model, terms, documents })));
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

    /// Where terms stood that are out of date.
    pub(super) fn terms(&self) -> &TermPlaces {
        &self.terms
    }
}

/// What of a document still stands, and how it stands now. Where nothing is remembered, nothing is kept.
#[derive(Default)]
pub(super) struct Standing<'b> {
    is_kept: bool,
    before: Option<Unchanged<'b>>,
    rules: Vec<Option<Judged>>,
    questions: Vec<QuestionStood>,
}

/// A document of which much is as it was.
struct Unchanged<'b> {
    stood: &'b Stood,
    changes: &'b Changes,
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
            is_same.then_some(Unchanged { stood, changes, derived, reads })
        });
        Standing { is_kept: true, before: unchanged, rules: Vec::new(), questions: Vec::new() }
    }

    /// How a question is answered and what is told of it: as before where that still stands. To be asked of each in turn.
    pub(super) fn question(&mut self, judge: impl FnOnce() -> QuestionStood) -> QuestionStood {
        let found = self.before.as_ref().and_then(|before| before.question(self.questions.len())).unwrap_or_else(judge);
        if self.is_kept {
            self.questions.push(found.clone());
        }
        found
    }

    /// What a rule gives: what it gave before where that still stands. To be asked of each in turn; `judge` gives nothing for a rule that is not
    /// judged now.
    pub(super) fn rule(&mut self, is_judged: bool, judge: impl FnOnce() -> Judged) -> Option<Judged> {
        let known = || self.before.as_ref()?.rule(self.rules.len());
        let found = is_judged.then(|| known().unwrap_or_else(judge));
        if self.is_kept {
            self.rules.push(found.clone());
        }
        found
    }

    /// How the document stands.
    pub(super) fn stood(self, arrangement: Arrangement, index: Index) -> Stood {
        Stood { arrangement, things: index.into_things(), rules: self.rules, questions: self.questions }
    }
}

impl Unchanged<'_> {
    fn question(&self, place: usize) -> Option<QuestionStood> {
        let (answered, told) = &self.stood.questions[place];
        let stands = !answered.names_line && !self.meets(&self.reads.questions[place]);
        stands.then_some(())?;
        let told = match told {
            Some(finding) => Some(self.moved(finding)?),
            None => None,
        };
        // The places that decided are not asked for here.
        Some((Answered { evidence: Vec::new(), ..answered.clone() }, told))
    }

    fn rule(&self, place: usize) -> Option<Judged> {
        let judged = self.stood.rules[place].as_ref().filter(|_| !self.meets(&self.reads.rules[place]))?;
        let finding = match &judged.finding {
            Some(finding) => Some(self.moved(finding)?),
            None => None,
        };
        Some(Judged { applied: judged.applied, finding })
    }

    fn meets(&self, reads: &Reads) -> bool {
        reads.meets(self.changes.kinds(), &self.derived)
    }

    /// A finding where it is now; nothing when that is not sure.
    fn moved(&self, finding: &Diagnostic) -> Option<Diagnostic> {
        self.changes.is_local().then(|| finding.moved(|span| self.changes.moved(span)))?
    }
}
