//! The places that decided: noted while a condition is evaluated, taken back where it turns out not to have decided.

use super::eval::Context;
use super::item::Item;
use crate::policy::condition::PathId;
use crate::source::Span;

/// Places, in the order in which they were met.
pub(super) struct Evidence {
    wanted: Wanted,
    spans: Vec<Span>,
    /// The first thing that kept a condition from holding for all.
    culprit: Option<Item>,
    /// The first place that says what must not be said.
    said: Option<Span>,
    /// Paths of tests that did not hold where all had to.
    lacking: Vec<PathId>,
}

/// What is to be noted. Most conditions hold and nobody asks why, so noting is off unless it is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Nothing,
    /// What makes it true.
    Places,
    /// What keeps it from being true.
    Failure,
}

/// A place to go back to.
#[derive(Clone, Copy)]
pub(super) struct Mark(usize);

impl Evidence {
    fn of(wanted: Wanted) -> Self {
        Evidence { wanted, spans: Vec::new(), culprit: None, said: None, lacking: Vec::new() }
    }

    /// Notes nothing.
    pub(super) fn none() -> Self {
        Evidence::of(Wanted::Nothing)
    }

    /// Notes the places that make a condition true.
    pub(super) fn places() -> Self {
        Evidence::of(Wanted::Places)
    }

    /// Notes what keeps a condition from being true.
    pub(super) fn failing() -> Self {
        Evidence::of(Wanted::Failure)
    }

    /// Whether places are noted, so that all of them are to be met and not only the first.
    pub(super) fn wants_places(&self) -> bool {
        self.wanted == Wanted::Places
    }

    pub(super) fn note(&mut self, context: &Context<'_>, item: Item) {
        if self.wants_places()
            && let Some(span) = item.span(context)
        {
            self.spans.push(span);
        }
    }

    /// Notes the thing for which a condition failed; the first, which is the innermost, is kept.
    pub(super) fn blame(&mut self, item: Item) {
        self.culprit = self.culprit.or(Some(item));
    }

    /// Notes a path whose test failed although it had to hold.
    pub(super) fn lacks(&mut self, path: PathId) {
        if self.wanted == Wanted::Failure && !self.lacking.contains(&path) {
            self.lacking.push(path);
        }
    }

    /// Whether what keeps a condition from holding is noted.
    pub(super) fn wants_failure(&self) -> bool {
        self.wanted == Wanted::Failure
    }

    /// Notes where something is said that must not be; the first place is kept.
    pub(super) fn forbids(&mut self, said: Evidence) {
        self.said = self.said.or_else(|| said.into_spans().first().copied());
    }

    /// The thing that is to blame, the place that says what must not be said, and what is lacking.
    pub(super) fn failure(self) -> (Option<Item>, Option<Span>, Vec<PathId>) {
        (self.culprit, self.said, self.lacking)
    }

    pub(super) fn mark(&self) -> Mark {
        Mark(self.spans.len())
    }

    pub(super) fn back_to(&mut self, mark: Mark) {
        self.spans.truncate(mark.0);
    }

    /// Each place once, in order of file and text.
    pub(super) fn into_spans(mut self) -> Vec<Span> {
        self.spans.sort_unstable();
        self.spans.dedup();
        self.spans
    }
}
