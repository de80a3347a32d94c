//! A tree as the words that stand in its text, remarks and braces among them, each with what stood before it.

use crate::source::TextRange;
use crate::syntax::{CARRY_ON, PartKind, Tree};
use std::borrow::Cow;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The keyword that begins a statement.
    Keyword,
    /// What follows it.
    Part(PartKind),
    /// `{`
    Open,
    /// `}`
    Close,
    /// A remark, from `#` to the end of its line.
    Comment,
}

/// One word.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    /// As it is written, with one space where several stand inside a date or a period.
    pub(super) text: Cow<'t, str>,
    pub(super) range: TextRange,
    /// How many line ends stand before it.
    pub(super) breaks: usize,
    /// How many spaces stand before it, when nothing else does.
    pub(super) spaces: usize,
}

impl Token<'_> {
    pub(super) fn is_comma(&self) -> bool {
        self.kind == Kind::Part(PartKind::Comma)
    }

    pub(super) fn is_part(&self) -> bool {
        matches!(self.kind, Kind::Part(_))
    }
}

/// The words of a text without problems, in their order.
pub(super) fn tokens<'t>(text: &'t str, tree: &Tree) -> Vec<Token<'t>> {
    let mut places: Vec<(Kind, TextRange)> = tree.comments.iter().map(|comment| (Kind::Comment, *comment)).collect();
    for statement in &tree.statements {
        places.push((Kind::Keyword, statement.keyword));
        places.extend(tree.parts_of(statement).iter().map(|part| (Kind::Part(part.kind), part.range)));
        if statement.has_block {
            let open = brace_after(text, statement.head.end as usize);
            places.push((Kind::Open, TextRange::new(open, open + 1)));
            let close = statement.whole.end as usize;
            places.push((Kind::Close, TextRange::new(close - 1, close)));
        }
    }
    places.sort_unstable_by_key(|(_, range)| range.start);
    let mut end = 0;
    let token = |(kind, range): (Kind, TextRange)| {
        let between = &text[end..range.start as usize];
        end = range.end as usize;
        let breaks = memchr::memchr_iter(b'\n', between.as_bytes()).count();
        let spaces = if between.bytes().all(|byte| byte == b' ') { between.len() } else { 0 };
        Token { kind, text: written(kind, range.of(text)), range, breaks, spaces }
    };
    places.into_iter().map(token).collect()
}

/// The brace that opens the block of a head that ends here; remarks may stand before it.
fn brace_after(text: &str, head_end: usize) -> usize {
    let mut rest = text[head_end..].trim_start();
    while rest.starts_with('#') {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest).trim_start();
    }
    text.len() - rest.len()
}

fn written(kind: Kind, raw: &str) -> Cow<'_, str> {
    match kind {
        Kind::Part(PartKind::Date | PartKind::Period) if raw.contains("  ") => Cow::Owned(raw.split_whitespace().collect::<Vec<_>>().join(" ")),
        _ => Cow::Borrowed(raw),
    }
}

/// The last word of the head that begins at a place. A remark belongs to it when a further word of the statement follows.
pub(super) fn head_end(tokens: &[Token<'_>], keyword: usize) -> usize {
    let rest = tokens[keyword + 1..].iter().take_while(|token| token.is_part() || token.kind == Kind::Comment);
    rest.enumerate().filter(|(_, token)| token.is_part()).last().map_or(keyword, |(at, _)| keyword + 1 + at)
}

/// Whether a word carries a statement on when it begins a line.
pub(super) fn is_carry_on(token: &Token<'_>) -> bool {
    CARRY_ON.contains(&token.text.as_ref())
}
