//! The proof that nothing but the layout was changed.

use super::tokens::{Token, tokens};
use crate::source::TextRange;
use crate::syntax::{Tree, parse};

/// Reads what was laid out and compares it with what was there, word by word; if they differ, the place of the first word that does.
pub(super) fn same(before: &[Token<'_>], laid_out: &str) -> Result<(), TextRange> {
    let tree = parse(laid_out);
    let after = tokens_or_none(laid_out, &tree);
    for (at, token) in before.iter().enumerate() {
        if after.get(at).is_none_or(|other| !is_same(token, other)) {
            return Err(token.range);
        }
    }
    if after.len() == before.len() { Ok(()) } else { Err(before.last().map_or_else(TextRange::default, |last| last.range)) }
}

/// The words; none when the text has problems, which what was there had not.
fn tokens_or_none<'t>(text: &'t str, tree: &Tree) -> Vec<Token<'t>> {
    if tree.problems.is_empty() { tokens(text, tree) } else { Vec::new() }
}

fn is_same(one: &Token<'_>, other: &Token<'_>) -> bool {
    one.kind == other.kind && one.text == other.text
}
