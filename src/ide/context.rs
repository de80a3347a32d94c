//! What may be written at a place of a text that is half written: found from the statements around it, read as far as the place.

use crate::model::{KindId, Vocabulary};
use crate::source::TextRange;
use crate::syntax::{NO_STATEMENT, Part, PartKind, Statement, Tree, parse};

/// What may be written.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A keyword of a block.
    Keyword,
    /// A value or a connective.
    Value {
        /// The connective that stands before it.
        clause: Option<u16>,
        /// Connectives that are there already.
        used: Vec<u16>,
        /// Nothing stands between it and the keyword or the connective.
        is_first: bool,
        /// A comma stands before it.
        after_comma: bool,
    },
    /// Words between quotation marks.
    Text {
        /// The connective that stands before them.
        clause: Option<u16>,
    },
}

/// A place of a text.
#[derive(Debug)]
pub(super) struct Context {
    /// What may be written.
    pub(super) wanted: Wanted,
    /// The kind of the block, or of the statement.
    pub(super) kind: KindId,
    /// The block, as an index of statements; [`NO_STATEMENT`] at the top.
    pub(super) block: u32,
    /// What is to be replaced.
    pub(super) replace: TextRange,
}

/// The place of a text; nothing in a comment, and nothing in a statement that means nothing where it stands.
pub(super) fn context(vocabulary: &Vocabulary, text: &str, tree: &Tree, offset: u32) -> Option<Context> {
    if !text.is_char_boundary(offset as usize) || tree.comments.iter().any(|comment| comment.start < offset && offset <= comment.end) {
        return None;
    }
    let Some(at) = statement_at(text, tree, offset) else {
        let block = block_at(text, tree, offset);
        return Some(Context { wanted: Wanted::Keyword, kind: kind_of(vocabulary, text, tree, block)?, block, replace: word_at(text, offset, offset) });
    };
    let statement = &tree.statements[at as usize];
    let block = statement.parent;
    if offset <= statement.keyword.end {
        return Some(Context { wanted: Wanted::Keyword, kind: kind_of(vocabulary, text, tree, block)?, block, replace: statement.keyword });
    }
    let kind = kind_of(vocabulary, text, tree, at)?;
    let before = TextRange { start: statement.head.start, end: offset }.of(text);
    let (wanted, replace) = if let Some(mark) = open_text(before) {
        let start = statement.head.start + mark as u32 + 1;
        let (clause, ..) = read(vocabulary, kind, &before[..mark]);
        (Wanted::Text { clause }, text_at(text, start, offset))
    } else {
        let replace = word_at(text, statement.keyword.end, offset);
        let before = &before[..before.len() - (offset - replace.start) as usize];
        let (clause, used, last) = read(vocabulary, kind, before);
        (Wanted::Value { clause, used, is_first: last.is_none(), after_comma: last == Some(PartKind::Comma) }, replace)
    };
    Some(Context { wanted, kind, block, replace })
}

/// The statement on whose line a place stands, before its block.
fn statement_at(text: &str, tree: &Tree, offset: u32) -> Option<u32> {
    let at = tree.statements.partition_point(|statement| statement.head.start <= offset).checked_sub(1)?;
    let head = tree.statements[at].head;
    let is_on = offset <= head.end || TextRange { start: head.end, end: offset }.of(text).bytes().all(|byte| matches!(byte, b' ' | b'\t'));
    is_on.then_some(at as u32)
}

/// The innermost block around a place.
fn block_at(text: &str, tree: &Tree, offset: u32) -> u32 {
    // A block that is not closed yet goes on to the end.
    let is_open = |end: u32| offset < end || offset == end && !text[..end as usize].ends_with('}');
    let holds = |statement: &Statement| statement.has_block && statement.head.end < offset && is_open(statement.whole.end);
    tree.statements.iter().rposition(holds).map_or(NO_STATEMENT, |at| at as u32)
}

/// The kind of a statement; of none, that of the file.
pub(super) fn kind_of(vocabulary: &Vocabulary, text: &str, tree: &Tree, statement: u32) -> Option<KindId> {
    if statement == NO_STATEMENT {
        return vocabulary.find("file");
    }
    let statement = &tree.statements[statement as usize];
    let around = kind_of(vocabulary, text, tree, statement.parent)?;
    vocabulary.kind(around).child(statement.keyword.of(text))
}

/// The last quotation mark of a statement so far, when a text is open there.
fn open_text(before: &str) -> Option<usize> {
    let mut open = None;
    let mut escaped = false;
    for (at, byte) in before.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if open.is_some() => escaped = true,
            b'"' => open = if open.is_some() { None } else { Some(at) },
            _ => {}
        }
    }
    open
}

/// What a statement says so far: the connective that it stands at, all its connectives, and the part that came last behind the one.
fn read(vocabulary: &Vocabulary, kind: KindId, before: &str) -> (Option<u16>, Vec<u16>, Option<PartKind>) {
    let tree = parse(before);
    let parts: &[Part] = tree.statements.first().map_or(&[], |statement| tree.parts_of(statement));
    let clauses = &vocabulary.kind(kind).clauses;
    let mut used = Vec::new();
    let (mut clause, mut last) = (None, None);
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let word = part.range.of(before);
        let next = parts.get(at + 1).map_or("", |part| part.range.of(before));
        let two = clauses.iter().position(|clause| clause.words.split_once(' ') == Some((word, next)));
        let found = two.or_else(|| clauses.iter().position(|clause| clause.words == word)).filter(|_| part.kind == PartKind::Word);
        at += if two.is_some() { 2 } else { 1 };
        if let Some(found) = found {
            (clause, last) = (Some(found as u16), None);
            used.push(found as u16);
        } else if word == "else" && part.kind == PartKind::Word {
            (clause, last) = (None, None);
            used.clear();
        } else {
            last = Some(part.kind);
        }
    }
    (clause, used, last)
}

/// The word around a place, not before `from`.
fn word_at(text: &str, from: u32, offset: u32) -> TextRange {
    let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'?');
    let bytes = text.as_bytes();
    let before = bytes[from as usize..offset as usize].iter().rev().take_while(|byte| is_inside(byte)).count();
    let after = bytes[offset as usize..].iter().take_while(|byte| is_inside(byte)).count();
    TextRange::new(offset as usize - before, offset as usize + after)
}

/// The words of a text around a place, up to its closing mark or the end of its line.
fn text_at(text: &str, start: u32, offset: u32) -> TextRange {
    let rest = &text[offset as usize..];
    let line = rest.lines().next().unwrap_or("");
    let length = line.find('"').unwrap_or(0);
    TextRange::new(start as usize, offset as usize + length)
}
