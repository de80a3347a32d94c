//! The sorts of words in a text, for colours.

use super::analysis::Analysis;
use super::law::citations;
use super::under::{connective, segments};
use crate::model::{Model, NodeId, Value};
use crate::source::{FileId, TextRange};
use crate::syntax::PartKind;
use rustc_hash::FxHashMap;

/// The names of [`TokenKind`], in its order, as editors know them.
pub const TOKENS: [&str; 9] = ["keyword", "operator", "enumMember", "variable", "class", "string", "number", "comment", "macro"];

/// The names of the modifiers: bit 0 and bit 1 of [`Token::modifiers`].
pub const MODIFIERS: [&str; 2] = ["declaration", "law"];

/// A name where it is given.
const DECLARATION: u32 = 1;

/// Law that is cited.
const LAW: u32 = 2;

/// What sort of word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A keyword.
    Keyword,
    /// A connective.
    Connective,
    /// A word of a list.
    Word,
    /// The name of a thing where it is called.
    Name,
    /// The name of a thing where it is given, or a name of no thing.
    Given,
    /// Text.
    Text,
    /// A day, a period, a number, hours.
    Number,
    /// A comment.
    Comment,
    /// `?`.
    Open,
}

/// A word on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub range: TextRange,
    /// What sort.
    pub kind: TokenKind,
    /// Bits, named by [`MODIFIERS`].
    pub modifiers: u32,
}

/// The sort of what begins at a place, with its end.
type Sorts = FxHashMap<u32, (u32, TokenKind, u32)>;

impl Analysis<'_> {
    /// The words of a part of a file, in the order of the text; none goes over a line end.
    pub fn tokens(&self, path: &str, within: TextRange) -> Vec<Token> {
        let Some(model) = self.model(path) else { return Vec::new() };
        let text = model.text(FileId(0));
        let tree = &model.files[0].tree;
        let sorts = sorts(&model, within);
        let is_within = |range: TextRange| range.start < within.end && within.start < range.end;
        let mut tokens = Vec::new();
        let mut add = |range: TextRange, kind: TokenKind, modifiers: u32| lines(text, range).for_each(|range| tokens.push(Token { range, kind, modifiers }));
        for comment in tree.comments.iter().copied().filter(|range| is_within(*range)) {
            add(comment, TokenKind::Comment, 0);
        }
        for statement in tree.statements.iter().filter(|statement| is_within(statement.head)) {
            add(statement.keyword, TokenKind::Keyword, 0);
            let mut end = statement.keyword.end;
            for part in tree.parts_of(statement) {
                if part.range.start < end {
                    continue;
                }
                if let Some((until, kind, modifiers)) = sorts.get(&part.range.start) {
                    add(TextRange { start: part.range.start, end: *until }, *kind, *modifiers);
                    end = *until;
                } else if let Some(kind) = by_itself(part.kind) {
                    add(part.range, kind, 0);
                }
                // A name with dots has several parts of its own.
                while let Some((until, kind, modifiers)) = sorts.get(&(end + 1)).filter(|_| end < part.range.end) {
                    add(TextRange { start: end + 1, end: *until }, *kind, *modifiers);
                    end = *until;
                }
            }
        }
        tokens.sort_by_key(|token| token.range);
        tokens
    }
}

/// The sorts of what the model knows.
fn sorts(model: &Model<'_>, within: TextRange) -> Sorts {
    let mut sorts = Sorts::default();
    let text = model.text(FileId(0));
    for id in model.subtree(model.file_node(FileId(0))).filter(|id| !model.is_file(*id)) {
        let node = model.node(id);
        if node.head.end <= within.start || within.end <= node.head.start {
            continue;
        }
        let law = citations(model, id);
        let mut put = |range: TextRange, kind: TokenKind, modifiers: u32| {
            sorts.insert(range.start, (range.end, kind, modifiers));
        };
        for value in values(model, id) {
            match value {
                Value::Ref(range, Some(target)) => segments(model, text, *range, *target).into_iter().for_each(|(range, _)| put(range, TokenKind::Name, 0)),
                Value::Ref(range, None) => put(*range, TokenKind::Name, 0),
                Value::Word { range, .. } => put(*range, TokenKind::Word, 0),
                Value::Name(range) => put(*range, TokenKind::Given, 0),
                Value::Text(range) => put(*range, TokenKind::Text, if law.contains(range) { LAW } else { 0 }),
                Value::Date(range, _) | Value::Period(range, _) | Value::Number(range, _) | Value::Hours(range, _) => put(*range, TokenKind::Number, 0),
                Value::Open(range) => put(*range, TokenKind::Open, 0),
            }
        }
        for clause in model.clauses(id) {
            put(connective(model, id, clause), TokenKind::Connective, 0);
        }
        if !node.name.is_empty() {
            put(node.name, TokenKind::Given, DECLARATION);
        }
    }
    sorts
}

/// The values of a statement and of its clauses.
fn values<'m>(model: &'m Model<'_>, id: NodeId) -> impl Iterator<Item = &'m Value> {
    model.values(id).iter().chain(model.clauses(id).iter().flat_map(|clause| model.clause_values(clause)))
}

/// What a part is whatever the vocabulary says.
fn by_itself(kind: PartKind) -> Option<TokenKind> {
    match kind {
        PartKind::Text => Some(TokenKind::Text),
        PartKind::Date | PartKind::Period | PartKind::Number | PartKind::Clock => Some(TokenKind::Number),
        PartKind::Hole => Some(TokenKind::Open),
        // `none`, `inherited`, `else`, and what means nothing.
        PartKind::Word => Some(TokenKind::Connective),
        PartKind::Comma => None,
    }
}

/// A range, line by line, without the line ends.
fn lines(text: &str, range: TextRange) -> impl Iterator<Item = TextRange> {
    let mut at = range.start as usize;
    range.of(text).split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let length = line.trim_end_matches(['\n', '\r']).len();
        (length > 0).then(|| TextRange::new(start, start + length))
    })
}
