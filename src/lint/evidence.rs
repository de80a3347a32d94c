//! The places that decided: noted while a condition is evaluated, taken back where it turns out not to have decided.

use super::eval::Context;
use super::item::Item;
use crate::source::Span;

/// Places, in the order in which they were met. Noting can be off, for runs that need none.
pub(super) struct Evidence {
    on: bool,
    spans: Vec<Span>,
    /// The first thing that kept a condition from holding for all.
    culprit: Option<Item>,
    /// Paths of tests that did not hold where all had to.
    lacking: Vec<String>,
}

/// A place to go back to.
#[derive(Clone, Copy)]
pub(super) struct Mark(usize);

impl Evidence {
    pub(super) fn collecting() -> Self {
        Evidence { on: true, spans: Vec::new(), culprit: None, lacking: Vec::new() }
    }

    pub(super) fn none() -> Self {
        Evidence { on: false, spans: Vec::new(), culprit: None, lacking: Vec::new() }
    }

    pub(super) fn note(&mut self, context: &Context<'_>, item: Item) {
        if self.on
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
    pub(super) fn lacks(&mut self, path: &str) {
        if !self.lacking.iter().any(|known| known == path) {
            self.lacking.push(path.to_owned());
        }
    }

    /// The thing that is to blame, and what is lacking.
    pub(super) fn failure(self) -> (Option<Item>, Vec<String>) {
        (self.culprit, self.lacking)
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
