//! The tree of statements: flat, in the order of the text, with the trivia kept as ranges.

use crate::diagnostic::Problem;
use crate::source::TextRange;
use std::borrow::Cow;

/// The parent of a statement that stands at the top of a file.
pub const NO_STATEMENT: u32 = u32::MAX;

/// What a part of a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// A name, a word of a list, a path with dots, or a connective.
    Word,
    /// Text; the range includes the quotation marks.
    Text,
    /// A comma.
    Comma,
    /// `2026-04-01` or `2026-04`.
    Date,
    /// `8 years`.
    Period,
    /// A whole number.
    Number,
    /// `08:00-22:00`.
    Clock,
    /// `?`.
    Hole,
}

/// One part of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Where it stands in the file.
    pub range: TextRange,
}

/// One statement: a fact, or the head of a block.
#[derive(Clone, Copy, Debug)]
pub struct Statement {
    /// The statement whose block holds this one, or [`NO_STATEMENT`].
    pub parent: u32,
    /// The first statement after this one that is not inside it: `index + 1` for a fact.
    pub end: u32,
    /// The keyword.
    pub keyword: TextRange,
    /// Keyword and parts, without the brace.
    pub head: TextRange,
    /// The whole, with its block.
    pub whole: TextRange,
    /// First of its parts in [`Tree::parts`].
    pub parts_start: u32,
    /// One past the last of its parts.
    pub parts_end: u32,
    /// Whether a block follows.
    pub has_block: bool,
    /// The head could not be read; it was reported and has no parts.
    pub broken: bool,
}

/// A file, parsed.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Statements in the order of the text, each followed by what is inside it.
    pub statements: Vec<Statement>,
    /// Parts of all statements.
    pub parts: Vec<Part>,
    /// Comments, from `#` to the end of the line.
    pub comments: Vec<TextRange>,
    /// Everything that is wrong with the text, in order.
    pub problems: Vec<Problem>,
}

impl Tree {
    /// The parts of a statement.
    pub fn parts_of(&self, statement: &Statement) -> &[Part] {
        &self.parts[statement.parts_start as usize..statement.parts_end as usize]
    }
}

/// The words of a text part: without its quotation marks, escapes resolved, common indentation of a block removed.
pub fn unquote(raw: &str) -> Cow<'_, str> {
    if let Some(block) = raw.strip_prefix("\"\"\"").and_then(|rest| rest.strip_suffix("\"\"\"")) {
        return Cow::Owned(dedent(block));
    }
    let inner = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).or_else(|| raw.strip_prefix('\u{201C}').and_then(|rest| rest.strip_suffix('\u{201D}'))).unwrap_or(raw);
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut words = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => words.push('\n'),
                Some(other) => words.push(other),
                None => words.push('\\'),
            },
            other => words.push(other),
        }
    }
    Cow::Owned(words)
}

fn dedent(block: &str) -> String {
    let lines: Vec<&str> = block.lines().collect();
    let indent = lines.iter().skip(1).filter(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start().len()).min();
    let cut = |line: &&str| line.get(indent.unwrap_or(0)..).unwrap_or("").trim_end().to_owned();
    let mut kept: Vec<String> = lines.iter().take(1).map(|line| line.trim().to_owned()).collect();
    kept.extend(lines.iter().skip(1).map(cut));
    kept.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_unquoted() {
        assert_eq!(unquote(r#""a \"b\" c""#), "a \"b\" c");
        assert_eq!(unquote("\u{201C}curly\u{201D}"), "curly");
        assert_eq!(unquote("\"\"\"\n    one\n      two\n    \"\"\""), "one\n  two");
    }
}
