//! What a text says, without its layout: for comparing before and after by another way than the formatter's own.

use sharewright::fmt::format;
use sharewright::syntax::{PartKind, parse};

/// A word with the statement that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub statement: usize,
    pub parent: u32,
    pub has_block: bool,
    pub text: String,
    pub kind: Option<PartKind>,
    pub start: usize,
    pub end: usize,
}

/// What a word says: its statement, what that stands in, whether that has a block, its text and kind.
pub type Meaning = (usize, u32, bool, String, Option<PartKind>);

impl Word {
    /// The same, wherever it stands.
    pub fn meaning(&self) -> Meaning {
        let spaced = matches!(self.kind, Some(PartKind::Date | PartKind::Period));
        let text = if spaced { self.text.split_whitespace().collect::<Vec<_>>().join(" ") } else { self.text.clone() };
        (self.statement, self.parent, self.has_block, text, self.kind)
    }
}

/// The words of a text in their order; nothing when it has problems.
pub fn words(text: &str) -> Option<Vec<Word>> {
    let tree = parse(text);
    if !tree.problems.is_empty() {
        return None;
    }
    let mut words = Vec::new();
    for (index, statement) in tree.statements.iter().enumerate() {
        let ranges = std::iter::once((None, statement.keyword)).chain(tree.parts_of(statement).iter().map(|part| (Some(part.kind), part.range)));
        words.extend(ranges.map(|(kind, range)| Word {
            statement: index,
            parent: statement.parent,
            has_block: statement.has_block,
            text: range.of(text).to_owned(),
            kind,
            start: range.start as usize,
            end: range.end as usize,
        }));
    }
    Some(words)
}

/// The remarks of a text in their order.
pub fn remarks(text: &str) -> Vec<String> {
    parse(text).comments.iter().map(|comment| comment.of(text).to_owned()).collect()
}

/// What a text means.
pub fn meaning(text: &str) -> Option<Vec<Meaning>> {
    words(text).map(|words| words.iter().map(Word::meaning).collect())
}

/// Lays out a text that can be read and holds the result against it.
#[track_caller]
pub fn laid_out(name: &str, text: &str) -> String {
    let new = format(text).unwrap_or_else(|refusal| panic!("{name} is refused: {refusal:?}\n{text}"));
    assert_eq!(meaning(&new), meaning(text), "{name} means the same");
    assert_eq!(remarks(&new), remarks(text), "{name} keeps its remarks in order");
    assert_eq!(format(&new).as_deref(), Ok(new.as_str()), "{name}: twice is as once");
    for line in new.lines().filter(|_| !new.contains("\"\"\"")) {
        assert_eq!(line.trim_end(), line, "{name}: no line ends in a space");
    }
    new
}
