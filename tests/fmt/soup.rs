//! Texts made of pieces in any order: whatever comes out means the same and is laid out, or nothing comes out.

use super::words::{meaning, remarks};
use proptest::prelude::*;
use proptest::test_runner::Config;
use sharewright::fmt::{Refusal, format};

const PIECES: &[&str] = &[
    "because",
    "else",
    "source",
    "kind",
    "x",
    ",",
    ",",
    "{",
    "}",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    " ",
    "   ",
    "\t",
    "\u{A0}",
    "# remark\n",
    "   # two\n",
    "\"text\"",
    "\"\"\"\n  one\n    two\n  \"\"\"",
    "?",
    "8",
    "years",
    "8  years",
    "2026-04-01",
    "2026-04-01   21:40",
    "\u{201C}curly\u{201D}",
    "a {\n",
    "}\n",
    "kind   council\n",
    "name  b\n",
    "x because \"y\"\n",
    "x a,\n  b\n",
];

/// How many times the usual number of cases are tried: `FUZZ_TIMES`.
fn times() -> u32 {
    std::env::var("FUZZ_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

proptest! {
    #![proptest_config(Config { cases: times() * 20_000, failure_persistence: None, ..Config::default() })]

    #[test]
    fn whatever_is_laid_out_means_the_same(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24)) {
        let text = pieces.concat();
        match format(&text) {
            Ok(new) => {
                prop_assert_eq!(meaning(&new), meaning(&text));
                prop_assert_eq!(remarks(&new), remarks(&text));
                let twice = format(&new);
                prop_assert_eq!(twice.as_deref(), Ok(new.as_str()));
            }
            Err(Refusal::Unreadable(_)) => prop_assert_eq!(meaning(&text), None),
            Err(Refusal::MeansOther(range)) => prop_assert!(range.end as usize <= text.len()),
        }
    }
}
