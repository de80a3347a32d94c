//! A file as miette reads it: with its line index, so that a place is found by search and not by counting from the start.

use super::safe::safe_line;
use crate::source::SourceFile;
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};
use std::sync::Arc;

/// A file with its line index, so that a place is found by search and not by counting from the start.
#[derive(Debug)]
pub struct IndexedSource(pub Arc<SourceFile>);

impl SourceCode for IndexedSource {
    fn read_span<'a>(&'a self, span: &SourceSpan, before: usize, after: usize) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let text = &self.0.text;
        let lines = self.0.lines();
        let (start, end) = (span.offset(), span.offset() + span.len());
        if end > text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let (line, last) = (lines.line_of(start as u32), lines.line_of(end as u32));
        let first = line.saturating_sub(before);
        let from = lines.start(first, text);
        let to = lines.start(last + after + 1, text);
        let column = if before == 0 { start - lines.start(line, text) } else { 0 };
        let range = SourceSpan::new(from.into(), to - from);
        let contents = MietteSpanContents::new_named(safe_line(&self.0.path).into_owned(), &text.as_bytes()[from..to], range, first, column, lines.count());
        Ok(Box::new(contents))
    }
}
