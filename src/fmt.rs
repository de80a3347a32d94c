//! A text laid out in the one way in which all of them are: the same statements, the same words, the same remarks.
//!
//! Works on the tree alone and knows no keyword. What is laid out is read again and compared with what was there, word by word; when
//! they differ, nothing comes back but where. A text that cannot be read is left alone.

mod columns;
mod print;
mod proof;
mod tokens;

use crate::diagnostic::Problem;
use crate::source::TextRange;
use crate::syntax::parse;
use tokens::{Token, tokens};

/// Why a text is left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It cannot be read: the first problem in it.
    Unreadable(Box<Problem>),
    /// Laid out it would mean something else, from this place on.
    MeansOther(TextRange),
}

/// The text, laid out.
pub fn format(text: &str) -> Result<String, Refusal> {
    let tree = parse(text);
    if let Some(problem) = tree.problems.first() {
        return Err(Refusal::Unreadable(Box::new(problem.clone())));
    }
    let before = tokens(text, &tree);
    let laid_out = print::print(&before, line_end(text, &before));
    proof::same(&before, &laid_out).map_err(Refusal::MeansOther)?;
    Ok(laid_out)
}

/// How the lines of a text end: as the first one does, of those that stay as they are if there is one.
fn line_end(text: &str, tokens: &[Token<'_>]) -> &'static str {
    let kept = tokens.iter().map(|token| token.text.as_ref()).find(|token| token.contains('\n')).unwrap_or(text);
    match memchr::memchr(b'\n', kept.as_bytes()) {
        Some(at) if kept[..at].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn laid_out(text: &str, expected: &str) {
        assert_eq!(format(text).as_deref(), Ok(expected));
        assert_eq!(format(expected).as_deref(), Ok(expected), "twice is as once");
    }

    #[test]
    fn blocks_are_indented_and_words_stand_apart_by_one_space() {
        laid_out("party   a \"A\"{kind council\n\n\n\n note\t\"x\" } # end", "party a \"A\" {\n  kind council\n\n  note \"x\"\n}   # end\n");
        laid_out("\n\n# only\n   # remarks\n\n\n", "# only\n# remarks\n");
        laid_out(" \n", "");
    }

    #[test]
    fn values_stay_in_the_column_in_which_most_of_them_stand() {
        laid_out("kind   a\nowner  b\nx         c\nlong-word-here  d\nnext e\n", "kind   a\nowner  b\nx      c\nlong-word-here d\nnext e\n");
        laid_out("kind    a\nowner b\n", "kind a\nowner b\n");
    }

    #[test]
    fn a_statement_goes_on_where_it_went_on() {
        laid_out(
            "covers a , # one\n\n # two\n b\nconfidence  x\n else y\n     because \"z\"\n",
            "covers a,   # one\n       # two\n       b\nconfidence x\n           else y\n           because \"z\"\n",
        );
    }

    #[test]
    fn what_would_run_together_is_kept_apart() {
        laid_out("\n# remark\nbecause\n", "# remark\nbecause\n");
        laid_out("name  b\nelse, \"text\"\n", "name b\n\nelse, \"text\"\n");
        laid_out("x 1\nbecause# remark\n", "x 1\n\nbecause   # remark\n");
        laid_out("x 1\nbecause\u{A0}\"y\"\n", "x 1\n  because \"y\"\n");
        laid_out("x 1\nbecause , \"y\"\n", "x 1 because, \"y\"\n");
    }

    #[test]
    fn line_ends_and_text_of_several_lines_stay_as_they_are() {
        laid_out("note \"\"\"\r\n      one\r\n        two\r\n  \"\"\"\r\n  x 1\r\n", "note \"\"\"\r\n      one\r\n        two\r\n  \"\"\"\r\nx 1\r\n");
    }

    #[test]
    fn lines_that_end_in_two_ways_end_as_those_do_that_stay() {
        laid_out("\r\nnote \"\"\"\n  one\n\"\"\"\r\n", "note \"\"\"\n  one\n\"\"\"\n");
        laid_out("x 1\r\ny 2\n", "x 1\r\ny 2\r\n");
    }

    #[test]
    fn what_cannot_be_read_is_left_alone() {
        assert!(matches!(format("owner (me)\n"), Err(Refusal::Unreadable(_))));
        // A tab keeps a number and a unit apart, which a space would join.
        assert!(matches!(format("within 8\tyears\n"), Err(Refusal::MeansOther(range)) if range.start == 7));
    }
}
