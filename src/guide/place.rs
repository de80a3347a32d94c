//! A place in an interview, and how it is written into the record so that a later run finds it again.

use super::Guide;
use crate::policy::Slot;

/// What is asked at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// A prompt of the step.
    Prompt(usize),
    /// Whether there is another statement of the kind.
    More,
}

/// A place: the step, which of its statements, and what is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The step.
    pub step: usize,
    /// The statement, from 0.
    pub entry: usize,
    /// The prompt.
    pub at: At,
}

impl Place {
    /// The first question of a step.
    pub(super) fn start_of(step: usize) -> Self {
        Place { step, entry: 0, at: At::Prompt(0) }
    }

    /// As it is written: `received`, `received.hours`, `relied-on#2.from`, `relied-on+`.
    pub fn written(self, guide: &Guide<'_>) -> String {
        let Some(step) = guide.interview.steps.get(self.step) else { return String::new() };
        let id = &step.id;
        let number = if self.entry == 0 { String::new() } else { format!("#{}", self.entry + 1) };
        match self.at {
            At::More => format!("{id}+"),
            At::Prompt(0) => format!("{id}{number}"),
            At::Prompt(prompt) => {
                let slot = step.prompts.get(prompt).map_or(Slot::Value, |prompt| prompt.slot);
                format!("{id}{number}.{}", step.slot_name(&guide.judge.policy.vocabulary, slot))
            }
        }
    }

    /// Reads what [`Place::written`] wrote; nothing when the interview has no such place any more.
    pub(super) fn read(guide: &Guide<'_>, text: &str) -> Option<Self> {
        let find = |id: &str| guide.interview.steps.iter().position(|step| step.id == id);
        if let Some(id) = text.strip_suffix('+') {
            return Some(Place { step: find(id)?, entry: 0, at: At::More });
        }
        let (head, slot) = text.split_once('.').map_or((text, None), |(head, slot)| (head, Some(slot)));
        let (id, entry) = match head.split_once('#') {
            Some((id, number)) => (id, number.parse::<usize>().ok()?.checked_sub(1)?),
            None => (head, 0),
        };
        let step = find(id)?;
        let prompts = &guide.interview.steps[step];
        let prompt = match slot {
            None => 0,
            Some(slot) => prompts.prompts.iter().position(|prompt| prompts.slot_name(&guide.judge.policy.vocabulary, prompt.slot) == slot)?,
        };
        Some(Place { step, entry, at: At::Prompt(prompt) })
    }
}
