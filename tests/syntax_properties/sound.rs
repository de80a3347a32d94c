//! What must hold of the tree of any text.

use proptest::prelude::*;
use sharewright::source::TextRange;
use sharewright::syntax::{MAX_DEPTH, NO_STATEMENT, PartKind, Statement, Tree, parse};
use std::time::{Duration, Instant};

/// Far longer than a text of a few kilobytes takes, on a slow machine that is building something else.
const PATIENCE: Duration = Duration::from_secs(5);

/// What proptest makes of a failure: it looks for the shortest text that fails.
type Held = Result<(), TestCaseError>;

/// Parses a text and asks of the tree everything that must hold of every tree.
#[track_caller]
pub fn sound(text: &str) -> Tree {
    match held(text) {
        Ok(tree) => tree,
        Err(failed) => panic!("{failed} in {text:?}"),
    }
}

/// The same for proptest.
pub fn held(text: &str) -> Result<Tree, TestCaseError> {
    let begun = Instant::now();
    let tree = parse(text);
    prop_assert!(begun.elapsed() < PATIENCE, "{} bytes took {:?}", text.len(), begun.elapsed());
    problems(text, &tree)?;
    statements(text, &tree)?;
    comments(text, &tree)?;
    Ok(tree)
}

fn within(text: &str, range: TextRange, what: &str) -> Held {
    prop_assert!(range.start <= range.end, "{what} {range:?} ends before it begins");
    prop_assert!(text.get(range.as_range()).is_some(), "{what} {range:?} is no piece of {text:?}");
    Ok(())
}

fn problems(text: &str, tree: &Tree) -> Held {
    prop_assert!(tree.problems.len() <= 201, "{} problems are a book", tree.problems.len());
    for problem in &tree.problems {
        within(text, problem.range, &format!("the place of {problem:?}"))?;
        if let Some((range, _)) = &problem.other {
            within(text, *range, &format!("the other place of {problem:?}"))?;
        }
        if let Some((_, range, _)) = &problem.fix {
            within(text, *range, &format!("the fix of {problem:?}"))?;
        }
        prop_assert!(!problem.headline.is_empty() && !problem.headline.contains('\n'), "the headline of {problem:?} is one line");
    }
    prop_assert!(tree.problems.is_sorted_by_key(|problem| problem.range.start), "problems come in the order of the text");
    Ok(())
}

fn statements(text: &str, tree: &Tree) -> Held {
    let all = &tree.statements;
    let mut open: Vec<usize> = Vec::new();
    let mut next_part = 0;
    let mut last_head = 0;
    for (index, statement) in all.iter().enumerate() {
        while open.last().is_some_and(|around| all[*around].end as usize <= index) {
            open.pop();
        }
        let around = open.last().copied();
        let parent = (statement.parent != NO_STATEMENT).then_some(statement.parent as usize);
        prop_assert_eq!(parent, around, "the parent of statement {} is the block that is open there", index);
        if let Some(parent) = parent {
            inside(statement, &all[parent], index)?;
        }
        prop_assert!(statement.end as usize > index && statement.end as usize <= all.len(), "the end of statement {index}");
        prop_assert!(statement.has_block || statement.end as usize == index + 1, "only a block holds statements");
        prop_assert!(statement.has_block || statement.whole == statement.head, "without a block the whole is the head");
        prop_assert!(statement.head.start >= last_head, "statements come in the order of the text");
        last_head = statement.head.end;
        for (range, what) in [(statement.head, "the head"), (statement.whole, "the whole"), (statement.keyword, "the keyword")] {
            within(text, range, &format!("{what} of statement {index}"))?;
        }
        prop_assert!(!statement.head.is_empty());
        prop_assert_eq!((statement.keyword.start, statement.whole.start), (statement.head.start, statement.head.start));
        prop_assert!(statement.keyword.end <= statement.head.end && statement.head.end <= statement.whole.end);
        prop_assert_eq!(statement.parts_start, next_part, "no part is left out");
        next_part = statement.parts_end;
        parts(text, tree, statement)?;
        if statement.end as usize > index + 1 {
            open.push(index);
        }
        prop_assert!(open.len() <= MAX_DEPTH, "nothing nests deeper than is allowed");
    }
    prop_assert_eq!(next_part as usize, tree.parts.len(), "every part belongs to a statement");
    Ok(())
}

fn inside(statement: &Statement, around: &Statement, index: usize) -> Held {
    prop_assert!(around.has_block, "statement {index} stands in a block");
    prop_assert!(statement.end <= around.end, "statement {index} ends within its block");
    prop_assert!(around.head.end <= statement.head.start && statement.whole.end <= around.whole.end, "statement {index} stands within its block: {statement:?} in {around:?}");
    Ok(())
}

fn parts(text: &str, tree: &Tree, statement: &Statement) -> Held {
    let parts = tree.parts_of(statement);
    prop_assert!(!statement.broken || parts.is_empty(), "what could not be read has no parts");
    prop_assert!(statement.broken || !statement.keyword.is_empty(), "what could be read has a keyword");
    let mut at = statement.keyword.end;
    for part in parts {
        within(text, part.range, "a part")?;
        prop_assert!(at <= part.range.start && !part.range.is_empty() && part.range.end <= statement.head.end, "parts stand one after the other in their head");
        at = part.range.end;
        let found = part.range.of(text);
        let fits = match part.kind {
            PartKind::Word => found.starts_with(|c: char| c.is_ascii_alphabetic()),
            PartKind::Text => found.starts_with(['"', '\u{201C}']),
            PartKind::Comma => found == ",",
            PartKind::Hole => found == "?",
            PartKind::Date | PartKind::Period | PartKind::Number | PartKind::Clock => found.starts_with(|c: char| c.is_ascii_digit()),
        };
        prop_assert!(fits, "{found:?} is no {:?}", part.kind);
    }
    Ok(())
}

fn comments(text: &str, tree: &Tree) -> Held {
    let mut at = 0;
    for comment in &tree.comments {
        within(text, *comment, "a comment")?;
        prop_assert!(comment.of(text).starts_with('#') && !comment.of(text).contains('\n'), "{:?} is no comment", comment.of(text));
        prop_assert!(at <= comment.start, "comments come in the order of the text");
        at = comment.end;
    }
    Ok(())
}
