//! Braces and text blocks that do not match: each mistake is told once, where it is, and the rest of the file is read.

use super::cases;
use super::sound::{held, sound};
use proptest::prelude::*;
use sharewright::syntax::NO_STATEMENT;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mistake {
    /// The closing brace is left out.
    NeverClosed,
    /// There is one closing brace more.
    ClosedTwice,
    /// The opening brace is left out.
    NeverOpened,
}

/// Agreements with three flows each. In one agreement either braces are missing or there are too many: mistakes that make up
/// for each other are not two mistakes.
fn agreements() -> impl Strategy<Value = Vec<Vec<Option<Mistake>>>> {
    let too_few = vec![Mistake::NeverClosed];
    let too_many = vec![Mistake::ClosedTwice, Mistake::NeverOpened];
    let agreement = prop::sample::select(vec![too_few, too_many]).prop_flat_map(|mistakes| prop::collection::vec(prop::option::weighted(0.4, prop::sample::select(mistakes)), 3));
    prop::collection::vec(agreement, 1..5).prop_filter("braces that match are trusted", |agreements| !match_by_chance(agreements))
}

/// Whether there are mistakes that make up for each other: a brace too few in one agreement, one too many in the next.
fn match_by_chance(agreements: &[Vec<Option<Mistake>>]) -> bool {
    let (text, broken) = page(agreements);
    let mut depth = 0;
    for c in text.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if depth < 0 {
            return false;
        }
    }
    depth == 0 && !broken.is_empty()
}

/// Agreements with flows in them. With each mistake goes the first and the last line of its block.
fn page(agreements: &[Vec<Option<Mistake>>]) -> (String, Vec<(usize, usize)>) {
    let mut lines: Vec<String> = Vec::new();
    let mut broken = Vec::new();
    for (number, flows) in agreements.iter().enumerate() {
        lines.push(format!("agreement a{number} \"A\" {{"));
        for (flow, mistake) in flows.iter().enumerate() {
            let first = lines.len() + 1;
            lines.push(format!("  flow f{flow} \"F\"{}", if *mistake == Some(Mistake::NeverOpened) { "" } else { " {" }));
            lines.push("    from police".to_owned());
            lines.push("    to trust".to_owned());
            if *mistake != Some(Mistake::NeverClosed) {
                lines.push("  }".to_owned());
            }
            if *mistake == Some(Mistake::ClosedTwice) {
                lines.push("  }".to_owned());
            }
            if mistake.is_some() {
                broken.push((first, lines.len()));
            }
        }
        lines.push("}".to_owned());
    }
    (lines.join("\n") + "\n", broken)
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn as_many_problems_as_wrong_braces(agreements in agreements()) {
        let (text, broken) = page(&agreements);
        let tree = held(&text)?;
        let found: Vec<usize> = tree.problems.iter().map(|problem| text[..problem.range.start as usize].matches('\n').count() + 1).collect();
        prop_assert_eq!(found.len(), broken.len(), "{}\n{:#?}", text, tree.problems);
        for (line, (first, last)) in found.iter().zip(&broken) {
            prop_assert!((first..=last).contains(&line), "line {} is not in {}..{} of\n{}", line, first, last, text);
        }
        let tops = tree.statements.iter().filter(|statement| statement.parent == NO_STATEMENT).count();
        prop_assert_eq!(tops, agreements.len(), "every agreement stands by itself:\n{}", text);
    }
}

#[test]
fn one_brace_of_many_blocks_is_told_where_it_is_missing() {
    for mistake in [Mistake::NeverClosed, Mistake::ClosedTwice, Mistake::NeverOpened] {
        let mut agreements = vec![vec![None; 3]; 20];
        agreements[7][1] = Some(mistake);
        let (text, broken) = page(&agreements);
        let tree = sound(&text);
        assert_eq!(tree.problems.len(), 1, "{mistake:?}: {:#?}", tree.problems);
        let line = text[..tree.problems[0].range.start as usize].matches('\n').count() + 1;
        assert!((broken[0].0..=broken[0].1).contains(&line), "{mistake:?}: line {line} is not in {broken:?}");
    }
}

#[test]
fn a_block_that_is_never_closed_before_a_letter_with_an_accent_is_told() {
    let text = "party x \"X\" {\n  contact b \"B\" {\n\u{E9}bc \"x\"\n}\n";
    sound(text);
}

#[test]
fn a_text_block_that_is_never_closed_costs_one_line() {
    let text = "party p \"P\" {\n  note \"\"\"never closed\n  kind council\n}\nparty q \"Q\" {\n}\n";
    let tree = sound(text);
    assert_eq!(tree.problems.len(), 1, "{:#?}", tree.problems);
    assert_eq!(tree.statements.len(), 4);
}
