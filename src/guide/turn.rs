//! One answer: read, written into the record, and followed by the next question.

use super::answer;
use super::place::{At, Place};
use super::record::Record;
use crate::lint::{answer_instead, identifying};
use crate::model::State;
use crate::policy::Slot;

/// What a person says to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// An answer.
    Text(String),
    /// Not known yet.
    Unknown,
    /// It does not apply, and why.
    NotApplicable(String),
    /// Passed over; what stands there stays.
    Skip,
    /// Whether there is another.
    More(bool),
}

/// A record after an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// Its text.
    pub text: String,
    /// The question with which it goes on; nothing at the end.
    pub next: Option<Place>,
}

impl Record<'_> {
    /// The record as it stands, made ready for an interview: its text says where to go on.
    pub fn opened(&self) -> Turned {
        let next = self.place();
        Turned { text: self.marked_text(next), next }
    }

    /// The record with another question next.
    pub fn at(&self, place: Place) -> Turned {
        Turned { text: self.marked_text(Some(place)), next: Some(place) }
    }

    /// Takes an answer to the question at a place. The message says what is the matter with it.
    pub fn answer(&self, place: Place, given: &Given) -> Result<Turned, String> {
        let step = self.step(place);
        let (At::Prompt(prompt), false) = (place.at, matches!(given, Given::More(_))) else {
            let next = if *given == Given::More(true) { Some(Place { entry: self.entries(step).len(), at: At::Prompt(0), ..place }) } else { self.settle(place.step + 1) };
            return Ok(Turned { text: self.marked_text(next), next });
        };
        let prompt = &step.prompts[prompt];
        let node = self.entries(step).get(place.entry).copied();
        let source = match given {
            Given::Skip | Given::More(_) => {
                let stands = node.is_some_and(|node| self.slot(step, node, prompt.slot).is_some());
                if !stands && (prompt.need || (prompt.slot == Slot::Value && step.need && place.entry == 0)) {
                    return Err("This has to be answered. Write ? when it is not known yet.".to_owned());
                }
                let next = self.after(place);
                return Ok(Turned { text: self.marked_text(next), next });
            }
            Given::Unknown => "?".to_owned(),
            Given::Text(text) => answer::read(&self.guide, step, prompt, text)?,
            Given::NotApplicable(reason) => {
                self.may_not_apply(place)?;
                // Where the reason is not known yet, the point is open.
                let reason = if reason.trim() == "?" { "?".to_owned() } else { answer::quoted(reason)? };
                format!("none because {reason}")
            }
        };
        let text = match (node, prompt.slot) {
            (None, Slot::Value) => self.with_statement(step, &step.fixed.as_ref().map_or_else(|| source.clone(), |word| format!("{word} {source}"))),
            (None, _) => return Err("The question before it has to be answered first.".to_owned()),
            (Some(node), Slot::Value) if matches!(given, Given::NotApplicable(_)) || self.model.node(node).state == State::NoneBecause => self.with_head(step, node, &source),
            (Some(node), slot) => self.with_slot(step, node, slot, &source),
        };
        self.turned(&text, place)
    }

    /// Whether it may be said at a place that the question does not apply. The message says why not, and what to do instead.
    pub fn may_not_apply(&self, place: Place) -> Result<(), String> {
        let step = self.step(place);
        let At::Prompt(index) = place.at else { return Ok(()) };
        let prompt = &step.prompts[index];
        if prompt.slot == Slot::Value && step.fixed.is_none() && !step.kind(self.model.vocabulary).item && place.entry == 0 {
            return Ok(());
        }
        let needed = prompt.need || (prompt.slot == Slot::Value && step.need && place.entry == 0);
        let instead = if needed { "Write ? when it is not known yet." } else { "Press Enter to pass it over, or write ? when it is not known yet." };
        Err(format!("This cannot be said not to apply. {instead}"))
    }

    /// What an answer made of the record, with what does not go with it any more taken out.
    fn turned(&self, text: &str, place: Place) -> Result<Turned, String> {
        let path = &self.parsed.source.path;
        let mut record = Record::read(self.guide, path, text)?;
        // What stood there before is for the linter to tell; what an answer adds is refused before anything is kept.
        let policy = self.guide.judge.policy;
        let before = identifying(policy, &self.model);
        if let Some(new) = identifying(policy, &record.model).into_iter().find(|new| before.iter().all(|old| old.fingerprint != new.fingerprint)) {
            return Err(format!("This cannot be kept, and nothing was saved: {}. {}", new.headline, answer_instead(policy, &new.code)));
        }
        let step = self.step(place);
        while let Some(stray) = record.entries(step).get(place.entry).and_then(|node| record.stray(step, *node)) {
            record = Record::read(self.guide, path, &record.without(stray))?;
        }
        let next = record.after(place);
        Ok(Turned { text: record.marked_text(next), next })
    }
}
