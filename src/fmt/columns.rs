//! Columns. In neighbouring facts values may stand under each other. A line takes part by two spaces or more before one of its values; it
//! is put where most of those lines have theirs. A column needs two lines, and a line whose words reach it has one space.

use super::tokens::{Kind, Token, head_end, is_carry_on};

/// For each word how far from the beginning of its statement it is to stand; nothing for one space after the word before.
pub(super) fn columns(tokens: &[Token<'_>]) -> Vec<Option<usize>> {
    let mut targets = vec![None; tokens.len()];
    let mut run: Vec<Line> = Vec::new();
    let mut last_end = None;
    for keyword in (0..tokens.len()).filter(|at| tokens[*at].kind == Kind::Keyword) {
        let end = head_end(tokens, keyword);
        if !last_end.is_some_and(|last: usize| neighbours(&tokens[last + 1..=keyword])) {
            line_up(&mut targets, &std::mem::take(&mut run));
        }
        last_end = Some(end);
        // Heads of blocks stand for themselves.
        if tokens[end + 1..].iter().find(|token| token.kind != Kind::Comment).is_none_or(|next| next.kind != Kind::Open) {
            run.push(Line::of(tokens, keyword, end));
        }
    }
    line_up(&mut targets, &run);
    targets
}

/// Whether nothing but remarks stands from the end of a fact to the next keyword, and no blank line; one is put before a word that would
/// carry the fact on.
fn neighbours(between: &[Token<'_>]) -> bool {
    between.iter().all(|token| matches!(token.kind, Kind::Comment | Kind::Keyword) && token.breaks < 2 && !is_carry_on(token))
}

/// The first line of a fact.
struct Line {
    /// The word that stands apart, where the words before it end, and where it stands.
    apart: Option<(usize, usize, usize)>,
    /// Where words stand one space after another, up to the one that stands apart.
    close: Vec<usize>,
}

impl Line {
    fn of(tokens: &[Token<'_>], keyword: usize, end: usize) -> Self {
        let mut line = Line { apart: None, close: Vec::new() };
        let mut width = tokens[keyword].text.chars().count();
        for (at, token) in tokens.iter().enumerate().take(end + 1).skip(keyword + 1) {
            if token.kind == Kind::Comment || token.breaks > 0 {
                break;
            }
            if !token.is_comma() {
                if token.spaces > 1 {
                    line.apart = Some((at, width, width + token.spaces));
                    break;
                }
                width += 1;
                line.close.push(width);
            }
            if token.text.contains('\n') {
                break;
            }
            width += token.text.chars().count();
        }
        line
    }

    fn stands_at(&self, column: usize) -> bool {
        self.close.contains(&column) || self.apart.is_some_and(|(.., own)| own == column)
    }
}

/// Puts the lines of a run into their column.
fn line_up(targets: &mut [Option<usize>], run: &[Line]) {
    let wanted: Vec<usize> = run.iter().filter_map(|line| line.apart.map(|(.., column)| column)).collect();
    let votes = |column: usize| wanted.iter().filter(|own| **own == column).count();
    // The first of those that most lines have.
    let Some(column) = wanted.iter().copied().rev().max_by_key(|column| votes(*column)) else { return };
    if run.iter().filter(|line| line.stands_at(column)).count() < 2 {
        return;
    }
    for (at, width, _) in run.iter().filter_map(|line| line.apart) {
        if width < column {
            targets[at] = Some(column);
        }
    }
}
