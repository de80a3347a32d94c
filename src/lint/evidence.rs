//! The places that decided: noted while a condition is evaluated, taken back where it turns out not to have decided.

use super::eval::Context;
use super::item::Item;
use crate::source::Span;

/// Places, in the order in which they were met. Noting can be off, for runs that need none.
pub(super) struct Evidence {
    on: bool,
    spans: Vec<Span>,
}

/// A place to go back to.
#[derive(Clone, Copy)]
pub(super) struct Mark(usize);

impl Evidence {
    pub(super) fn collecting() -> Self {
        Evidence { on: true, spans: Vec::new() }
    }

    pub(super) fn none() -> Self {
        Evidence { on: false, spans: Vec::new() }
    }

    pub(super) fn note(&mut self, context: &Context<'_>, item: Item) {
        if self.on
            && let Some(span) = item.span(context)
        {
            self.spans.push(span);
        }
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
