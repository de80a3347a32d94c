//! The way of a record through the decision procedures: each step with what settled it, the end that it comes to, what is missing
//! there, and where another answer would have led.

use crate::lint::{Asked, Asking, Judge, asking};
use crate::model::{Arrangement, Model, arrangements, label_of};
use crate::policy::{Branch, Decisions, Leaf, Onward, Procedure};
use crate::source::{FileId, Span};

/// The longest that the words of a place may be, in characters.
const WORDS: usize = 64;

/// How the record answers a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The record does not settle it.
    NotKnown,
}

/// A place in the record and its first words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Where.
    pub span: Span,
    /// The first words.
    pub words: String,
}

/// One question on the way.
#[derive(Clone, Debug)]
pub struct Step<'p> {
    /// The question.
    pub branch: &'p Branch,
    /// How the record answers it.
    pub met: Met,
    /// What settled it, or what was left open.
    pub said: Vec<Said>,
}

/// The end that a way comes to.
#[derive(Clone, Debug)]
pub struct End<'p> {
    /// The end.
    pub leaf: &'p Leaf,
    /// Whether what was decided is what the guidance lets one expect; nothing where that is not said, or nothing is expected.
    pub fits: Option<bool>,
    /// What the record says of the decision.
    pub decision: Vec<Said>,
    /// What is missing, each with what was left open on it.
    pub missing: Vec<(&'p str, Vec<Said>)>,
}

/// Another answer, and the end to which it would lead.
#[derive(Clone, Debug)]
pub struct Change<'p> {
    /// The place of the step, from 0.
    pub step: usize,
    /// The other answer.
    pub to: Met,
    /// The end.
    pub leaf: &'p Leaf,
}

/// The way through one procedure.
#[derive(Clone, Debug)]
pub struct Passage<'p> {
    /// The procedure.
    pub procedure: &'p Procedure,
    /// The questions on the way.
    pub steps: Vec<Step<'p>>,
    /// Where it ends.
    pub end: End<'p>,
    /// What would lead elsewhere, the nearest first.
    pub changes: Vec<Change<'p>>,
}

/// A record with its ways.
#[derive(Clone, Debug)]
pub struct Trace<'p> {
    /// Its name.
    pub name: String,
    /// Its label, without quotation marks.
    pub label: String,
    /// The ways through the procedures that concern it.
    pub passages: Vec<Passage<'p>>,
    /// What is left open in it.
    pub open: Vec<Said>,
}

/// The records of a file.
pub type Traced<'p> = Vec<Trace<'p>>;

/// Traces every document of the first file for whose kind there are procedures.
pub fn trace<'p>(judge: &Judge<'p>, model: &Model<'_>) -> Traced<'p> {
    let all = arrangements(model, FileId(0));
    let traced = all.iter().filter_map(|arrangement| {
        let set = judge.policy.set(&model.kind(arrangement.document).word)?;
        let decisions: &'p Decisions = set.decisions.iter().next()?;
        Some(asking(judge, &decisions.pool, model, arrangement, |asking| Tracer { decisions, model, asking }.trace(arrangement)))
    });
    traced.collect()
}

struct Tracer<'t, 'c, 'a, 'p> {
    decisions: &'p Decisions,
    model: &'t Model<'t>,
    asking: &'t Asking<'c, 'a>,
}

impl<'p> Tracer<'_, '_, '_, 'p> {
    fn trace(&self, arrangement: &Arrangement) -> Trace<'p> {
        let node = self.model.node(arrangement.document);
        let concerns = |procedure: &&Procedure| procedure.when.is_none_or(|when| self.asking.ask(when).holds != Some(false));
        Trace {
            name: label_of(self.model, arrangement.document),
            label: self.model.words_of(node.file, node.label).into_owned(),
            passages: self.decisions.procedures.iter().filter(concerns).map(|procedure| self.passage(procedure)).collect(),
            open: self.said(&self.asking.open()),
        }
    }

    fn passage(&self, procedure: &'p Procedure) -> Passage<'p> {
        let mut steps = Vec::new();
        let mut here = procedure.start;
        let leaf = loop {
            match here {
                Onward::Leaf(place) => break self.decisions.leaf(place),
                Onward::Branch(place) => {
                    let branch = self.decisions.branch(place);
                    let (met, asked) = self.answer(branch);
                    let places = if met == Met::NotKnown { &asked.open } else { &asked.places };
                    steps.push(Step { branch, met, said: self.said(places) });
                    here = onward(branch, met);
                }
            }
        };
        let changes = self.changes(&steps, leaf);
        Passage { procedure, steps, end: self.end(leaf), changes }
    }

    /// The answer to a question. What holds holds; what does not is `no` only where the question is settled.
    fn answer(&self, branch: &Branch) -> (Met, Asked) {
        let mut asked = self.asking.ask(branch.holds);
        let met = match asked.holds {
            Some(true) => Met::Yes,
            None => Met::NotKnown,
            Some(false) => match branch.known.map(|known| self.asking.ask(known)) {
                Some(known) if known.holds != Some(true) => {
                    asked.open.extend(known.open);
                    Met::NotKnown
                }
                known => {
                    // What settles the question says more than what was not found.
                    if asked.places.is_empty() {
                        asked.places = known.map_or_else(Vec::new, |known| known.places);
                    }
                    Met::No
                }
            },
        };
        (met, asked)
    }

    fn end(&self, leaf: &'p Leaf) -> End<'p> {
        let decision = leaf.expects.as_ref().map(|expects| self.asking.ask(expects.fits)).unwrap_or_default();
        let is_judged = leaf.expects.as_ref().is_some_and(|expects| !expects.either);
        let fits = decision.holds.filter(|_| is_judged && !decision.places.is_empty());
        let meant = leaf.needs.iter().filter(|need| need.when.is_none_or(|when| self.asking.ask(when).holds == Some(true)));
        let missing = meant.filter_map(|need| {
            let asked = self.asking.ask(need.holds);
            (asked.holds != Some(true)).then(|| (need.missing.as_str(), self.said(&asked.open)))
        });
        End { leaf, fits, decision: self.said(&decision.places), missing: missing.collect() }
    }

    /// For each question, the end to which the other answer leads; each end once, the question nearest to the end first.
    fn changes(&self, steps: &[Step<'p>], leaf: &Leaf) -> Vec<Change<'p>> {
        let mut changes: Vec<Change<'p>> = Vec::new();
        for (place, step) in steps.iter().enumerate().rev() {
            let to = if step.met == Met::Yes { Met::No } else { Met::Yes };
            let end = self.follow(onward(step.branch, to));
            if end.id != leaf.id && changes.iter().all(|change| change.leaf.id != end.id) {
                changes.push(Change { step: place, to, leaf: end });
            }
        }
        changes
    }

    /// The end to which the record leads from a place.
    fn follow(&self, mut here: Onward) -> &'p Leaf {
        loop {
            match here {
                Onward::Leaf(place) => return self.decisions.leaf(place),
                Onward::Branch(place) => {
                    let branch = self.decisions.branch(place);
                    here = onward(branch, self.answer(branch).0);
                }
            }
        }
    }

    /// Places with their first words. This is the one place where words of a record enter a trace.
    fn said(&self, places: &[Span]) -> Vec<Said> {
        let mut places = places.to_vec();
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|span| Said { span, words: first_words(span.range.of(self.model.text(span.file))) }).collect()
    }
}

/// Where an answer leads. What is not known is followed as `no`.
fn onward(branch: &Branch, met: Met) -> Onward {
    if met == Met::Yes { branch.yes } else { branch.no }
}

/// The first words of a text, on one line.
fn first_words(text: &str) -> String {
    let mut words = String::new();
    for word in text.split_whitespace() {
        if !words.is_empty() && words.chars().count() + 1 + word.chars().count() > WORDS {
            words.push_str(" ...");
            break;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.chars().take(WORDS));
    }
    words
}
