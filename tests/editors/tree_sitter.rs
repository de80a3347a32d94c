//! What colours the trees of Tree-sitter, in Helix, Zed and Neovim.
//!
//! Some editors take the first pattern that fits and others the last. So a node is met by patterns of one colour; only a word that is both in a
//! list and a connective is met by two. Names, and words that no list holds, have the colour of the text.

use super::words::{STATES, Words};

/// What Zed and Neovim call the colour of numbers.
pub const NUMBER: &str = "number";
/// What Helix calls it.
pub const NUMBER_IN_HELIX: &str = "constant.numeric";

/// The query, as it is kept.
pub fn highlights(words: &Words, number: &str) -> String {
    let (pairs, single): (Vec<&str>, Vec<&str>) = words.connectives.iter().map(String::as_str).partition(|word| word.contains(' '));
    let pairs: Vec<String> = pairs.iter().filter_map(|pair| pair.split_once(' ')).map(|(one, two)| pair_of(one, two)).collect();
    format!(
        r#"; Made from grammar/vocabulary. Change that, then run: UPDATE=1 cargo test --test editors

(comment) @comment
[(text) (block_text) (curly_text) (unclosed_text)] @string
[(clock) (date) (period) (number)] @{number}
(hole) @constant.builtin
(comma) @punctuation.delimiter
["{{" "}}"] @punctuation.bracket

; Things, and the names they are given.
((keyword) @keyword
  (#any-of? @keyword{things}))
(statement . (keyword) @keyword . (word) @type
  (#any-of? @keyword{named}))

; Words that open a block in one place and are a fact in another.
(statement . (keyword) @keyword block: (block)
  (#any-of? @keyword{either}))
(statement . (keyword) @keyword . (word) @type block: (block)
  (#any-of? @keyword{either}))
(statement . (keyword) @attribute !block
  (#any-of? @attribute{either}))

; Facts.
((keyword) @attribute
  (#any-of? @attribute{facts}))

; The words of a list, behind a fact that takes nothing else.
(statement . (keyword) @attribute . value: (word) @constant . ((comma) . value: (word) @constant)*
  (#any-of? @attribute{chosen}))

; The states of an answer.
((word) @constant.builtin
  (#any-of? @constant.builtin{states}))

; Connectives: words that carry a statement on, single words, pairs.
(carried_on) @keyword.operator
((word) @keyword.operator
  (#any-of? @keyword.operator{single}))
{pairs}
"#,
        things = listed(words.named.iter().chain(&words.unnamed)),
        named = listed(&words.named),
        either = listed(&words.either),
        facts = listed(words.chosen.iter().chain(&words.facts)),
        chosen = listed(&words.chosen),
        states = listed(STATES),
        single = listed(single),
        pairs = pairs.join("\n"),
    )
}

/// Words as the query names them, on lines of a length that can be read.
fn listed(words: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let quoted: Vec<String> = words.into_iter().map(|word| format!("\"{}\"", word.as_ref())).collect();
    let lines: Vec<String> = quoted.chunks(10).map(|words| words.join(" ")).collect();
    format!("\n    {}", lines.join("\n    "))
}

/// Two words that are a connective only when they stand together.
fn pair_of(one: &str, two: &str) -> String {
    format!("((word) @keyword.operator . (word) @keyword.operator.pair\n  (#eq? @keyword.operator \"{one}\") (#eq? @keyword.operator.pair \"{two}\"))")
}
