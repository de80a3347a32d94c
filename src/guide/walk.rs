//! The walk along the questions: which comes first, which comes next, which came before, and what is passed over.

use super::pace::Pace;
use super::place::{At, Place};
use super::record::Record;
use crate::lint::holds;
use crate::model::{NodeId, State};
use crate::policy::{Prompt, Step};
use crate::source::TextRange;
use crate::syntax::PartKind;

impl Record<'_> {
    /// Whether a prompt is asked of a statement.
    pub(super) fn asks(&self, prompt: &Prompt, node: NodeId) -> bool {
        self.guide.pace.has(prompt.now) && self.fits(prompt, node)
    }

    fn fits(&self, prompt: &Prompt, node: NodeId) -> bool {
        let fits = prompt.only.is_empty() || prompt.only.iter().any(|word| self.model.has_word(node, word));
        fits && prompt.when.is_none_or(|when| holds(self.guide.judge, &self.guide.interview.pool, &self.model, &self.arrangement, when))
    }

    /// Whether a step is asked in this record at this pace.
    fn is_asked(&self, step: &Step) -> bool {
        self.guide.pace.has(step.now) && self.applies(step)
    }

    /// The first prompt of a statement that is still open: answered by `?`, or needed and not there.
    fn open_prompt(&self, step: &Step, node: NodeId, pace: Pace) -> Option<usize> {
        let is_hole = |range: TextRange| range.of(self.text()).ends_with('?');
        // It does not apply, and why is not known yet.
        if self.model.node(node).state == State::NoneBecause && self.model.clauses(node).iter().any(|clause| is_hole(clause.range)) {
            return Some(0);
        }
        let whole = !self.is_closed(node) && !self.is_ladder(node);
        step.prompts.iter().enumerate().position(|(place, prompt)| {
            pace.has(prompt.now)
                && match self.slot(step, node, prompt.slot) {
                    Some(range) => is_hole(range),
                    None => whole && place > 0 && prompt.need && self.fits(prompt, node),
                }
        })
    }

    /// The first place from a step on that has something to ask.
    pub(super) fn settle(&self, from: usize) -> Option<Place> {
        self.settle_at(from, self.guide.pace)
    }

    /// The same at a pace of its own.
    pub(super) fn settle_at(&self, from: usize, pace: Pace) -> Option<Place> {
        (from..self.guide.interview.steps.len()).find_map(|index| self.open_place(index, pace))
    }

    /// What a step has to ask.
    pub(super) fn open_place(&self, index: usize, pace: Pace) -> Option<Place> {
        let step = &self.guide.interview.steps[index];
        if !pace.has(step.now) {
            return None;
        }
        let entries = self.entries(step);
        if entries.is_empty() {
            return self.applies(step).then(|| Place::start_of(index));
        }
        let open = entries.iter().enumerate().find_map(|(entry, node)| self.open_prompt(step, *node, pace).map(|prompt| Place { step: index, entry, at: At::Prompt(prompt) }));
        open.filter(|_| self.applies(step))
    }

    /// The question with which an interview goes on; nothing when there is none left.
    pub fn place(&self) -> Option<Place> {
        let Some(place) = self.marked() else { return self.settle(0) };
        let step = self.step(place);
        let entries = self.entries(step);
        let stands = match place.at {
            At::More => step.repeats.is_some() && !entries.is_empty(),
            At::Prompt(0) => place.entry <= entries.len() && (place.entry == 0 || step.repeats.is_some()),
            At::Prompt(prompt) => entries.get(place.entry).is_some_and(|node| self.asks(&step.prompts[prompt], *node)),
        };
        if stands && self.is_asked(step) { Some(place) } else { self.settle(place.step) }
    }

    /// The question before a place.
    pub fn before(&self, place: Place) -> Option<Place> {
        let step = self.step(place);
        let entries = self.entries(step);
        match place.at {
            At::Prompt(0) if place.entry > 0 => return Some(Place { at: At::More, ..place }),
            At::Prompt(prompt) if prompt > 0 => {
                let node = *entries.get(place.entry)?;
                return Some(Place { at: At::Prompt(self.last_prompt(step, node, prompt)), ..place });
            }
            At::More => {
                let entry = entries.len().checked_sub(1)?;
                return Some(Place { entry, at: At::Prompt(self.last_prompt(step, entries[entry], step.prompts.len())), ..place });
            }
            At::Prompt(_) => {}
        }
        (0..place.step).rev().find_map(|index| {
            let step = &self.guide.interview.steps[index];
            let entries = self.entries(step);
            if !self.is_asked(step) || entries.iter().any(|node| self.is_ladder(*node)) {
                return None;
            }
            let Some(last) = entries.last() else { return Some(Place::start_of(index)) };
            if step.repeats.is_some() {
                return Some(Place { step: index, entry: 0, at: At::More });
            }
            Some(Place { step: index, entry: 0, at: At::Prompt(self.last_prompt(step, *last, step.prompts.len())) })
        })
    }

    /// The last prompt before one that is asked of a statement.
    fn last_prompt(&self, step: &Step, node: NodeId, before: usize) -> usize {
        if self.is_closed(node) {
            return 0;
        }
        (1..before).rev().find(|prompt| self.asks(&step.prompts[*prompt], node)).unwrap_or(0)
    }

    /// Nothing more is asked of a statement whose value is not known or does not apply.
    fn is_closed(&self, node: NodeId) -> bool {
        let node_state = self.model.node(node).state;
        let no_value = !self.head_parts(node).iter().any(|part| part.kind != PartKind::Hole);
        node_state == State::NoneBecause || node_state == State::Inherited || (node_state == State::Open && no_value)
    }

    /// The question after a place that was just answered or passed over.
    pub(super) fn after(&self, place: Place) -> Option<Place> {
        let step = self.step(place);
        let entries = self.entries(step);
        let At::Prompt(prompt) = place.at else { return self.settle(place.step + 1) };
        let Some(node) = entries.get(place.entry) else { return self.settle(place.step + 1) };
        if !self.is_closed(*node) {
            if let Some(next) = (prompt + 1..step.prompts.len()).find(|next| self.asks(&step.prompts[*next], *node)) {
                return Some(Place { at: At::Prompt(next), ..place });
            }
            if step.repeats.is_some() && self.is_asked(step) {
                return Some(Place { step: place.step, entry: 0, at: At::More });
            }
        }
        self.settle(place.step + 1)
    }
}
