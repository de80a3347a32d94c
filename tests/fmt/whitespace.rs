//! Texts in which what stands between the words is put at random.

use super::dice::Dice;
use super::texts::examples;
use super::words::{laid_out, words};
use proptest::prelude::*;
use proptest::test_runner::Config;
use sharewright::fmt::format;
use std::sync::LazyLock;

static TEXTS: LazyLock<Vec<(String, String)>> = LazyLock::new(examples);

/// The text with other space between its words: the lines and the remarks stay, since both say something.
fn respaced(text: &str, mut space: impl FnMut() -> &'static str) -> String {
    let mut out = String::new();
    let mut end = 0;
    for word in words(text).expect("an example can be read") {
        let gap = &text[end..word.start];
        if gap.trim().is_empty() && !gap.contains('\n') && !gap.is_empty() {
            out.push_str(space());
        } else {
            for line in gap.split_inclusive('\n') {
                let (body, line_end) = line.strip_suffix('\n').map_or((line, ""), |body| (body, "\n"));
                if body.trim().is_empty() {
                    out.push_str(space());
                } else {
                    out.push_str(body);
                }
                out.push_str(line_end);
            }
        }
        out.push_str(&word.text);
        end = word.end;
    }
    out + &text[end..]
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_space_between_words_is_laid_out(which in 0..60_usize, seed in 1..u64::MAX) {
        const SPACES: [&str; 6] = [" ", "  ", "\t", "       ", " \t ", "   "];
        let mut next = Dice(seed | 1);
        let (name, text) = &TEXTS[which];
        laid_out(name, &respaced(text, || SPACES[next.below(SPACES.len())]));
    }

    #[test]
    fn without_columns_there_is_one_layout(which in 0..60_usize, seed in 1..u64::MAX) {
        const SPACES: [&str; 3] = [" ", "\t", "\t \t"];
        let mut next = Dice(seed | 1);
        let (_, text) = &TEXTS[which];
        let one = format(&respaced(text, || " "));
        let other = format(&respaced(text, || SPACES[next.below(SPACES.len())]));
        prop_assert!(one.is_ok());
        prop_assert_eq!(one, other);
    }
}
