//! The diagram of who gives what to whom. Here is the place for a picture with its text alternative; until there is one, the arrows are
//! told in words.

use super::super::document::{Block, Inline};
use super::super::markdown;
use super::body::{Body, Stand};

impl Body<'_> {
    pub(super) fn diagram(&mut self, block: &Block) {
        let Block::Diagram { caption, .. } = block else { return };
        if !caption.is_empty() {
            self.paragraph("Caption", Stand { keep_next: true, ..Stand::default() }, |body| body.inlines(caption));
        }
        let said: Vec<Vec<Inline>> = markdown::arrows(block).into_iter().map(|arrow| vec![Inline::Text(arrow)]).collect();
        self.list(false, &said);
    }
}
