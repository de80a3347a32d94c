//! What can be folded away: blocks, long texts, comments that go over several lines, and the files brought in at the head.

use super::analysis::Analysis;
use crate::source::{LineIndex, TextRange};
use crate::syntax::{NO_STATEMENT, PartKind};

/// What is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoldKind {
    /// A block or a text.
    Block,
    /// Comments.
    Comment,
    /// Files brought in.
    Uses,
}

/// A part that can be folded, of more than one line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fold {
    /// From the first line to the last.
    pub range: TextRange,
    /// What it is.
    pub kind: FoldKind,
}

impl Analysis<'_> {
    /// What can be folded in a file, in the order of the text.
    pub fn folds(&self, path: &str) -> Vec<Fold> {
        let Some(file) = self.files.get(path) else { return Vec::new() };
        let (source, tree) = (&file.parsed.source, &file.parsed.tree);
        let lines = source.lines();
        let blocks = tree.statements.iter().filter(|statement| statement.has_block).map(|statement| statement.whole);
        let texts = tree.parts.iter().filter(|part| part.kind == PartKind::Text).map(|part| part.range);
        let mut folds: Vec<Fold> = blocks.chain(texts).map(|range| Fold { range, kind: FoldKind::Block }).collect();
        let alone: Vec<TextRange> =
            tree.comments.iter().copied().filter(|comment| source.text[lines.start(lines.line_of(comment.start), &source.text)..comment.start as usize].trim().is_empty()).collect();
        folds.extend(runs(lines, &alone).into_iter().map(|range| Fold { range, kind: FoldKind::Comment }));
        let uses: Vec<TextRange> =
            tree.statements.iter().take_while(|statement| statement.parent == NO_STATEMENT && statement.keyword.of(&source.text) == "use").map(|statement| statement.head).collect();
        folds.extend(runs(lines, &uses).into_iter().map(|range| Fold { range, kind: FoldKind::Uses }));
        folds.retain(|fold| lines.line_of(fold.range.start) < lines.line_of(fold.range.end));
        folds.sort();
        folds
    }
}

/// Ranges that stand on lines one after the other, joined.
fn runs(lines: &LineIndex, ranges: &[TextRange]) -> Vec<TextRange> {
    let mut runs: Vec<TextRange> = Vec::new();
    for range in ranges {
        match runs.last_mut() {
            Some(run) if lines.line_of(run.end) + 1 == lines.line_of(range.start) => run.end = range.end,
            _ => runs.push(*range),
        }
    }
    runs
}
