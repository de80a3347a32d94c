//! The whole of a file: scan, nest, read each statement.

use super::blocks::nest;
use super::characters;
use super::memo::recall;
use super::scan::scan;
use super::tree::{Part, Statement, Tree};
use crate::diagnostic::Problem;
use crate::source::TextRange;

/// How many problems are kept for one file; a file with more is not an agreement.
const MOST_PROBLEMS: usize = 200;

/// Parses a text. Never fails; what is wrong is in [`Tree::problems`].
pub fn parse(text: &str) -> Tree {
    parse_with(text, None)
}

/// Parses a text that came from another by a change, with the tree of that other. Gives what [`parse`] gives: what parts a statement has
/// follows from its own words, so those of a statement with the same words are taken over.
pub fn parse_again(text: &str, before: (&str, &Tree)) -> Tree {
    parse_with(text, Some(before))
}

fn parse_with(text: &str, before: Option<(&str, &Tree)>) -> Tree {
    let scanned = scan(text);
    let (placed, brace_problems) = nest(text, &scanned.events);
    let mut tree = Tree { statements: Vec::with_capacity(placed.len()), parts: Vec::with_capacity(placed.len() * 3), comments: scanned.comments, problems: scanned.problems };
    tree.problems.extend(brace_problems);
    characters::check(text, &mut tree.problems);
    let count = placed.len();
    for (number, place) in placed.into_iter().enumerate() {
        let parts_start = tree.parts.len() as u32;
        let (keyword, broken) = if place.broken {
            (first_word(text, place.head), true)
        } else {
            let taken_over = before.and_then(|before| take_over(place.head.of(text), place.head.start, (number, count), before, &mut tree.parts));
            match taken_over.map_or_else(|| recall(place.head.of(text), place.head.start as usize, &mut tree.parts), Ok) {
                Ok(keyword) => (keyword, false),
                Err(problem) => {
                    tree.parts.truncate(parts_start as usize);
                    let keyword = first_word(text, place.head);
                    // A hidden character was reported as such.
                    let hidden = problem.range.of(text).chars().next().is_some_and(characters::is_hidden);
                    if !hidden {
                        tree.problems.push(better(text, place.head, keyword, *problem));
                    }
                    (keyword, true)
                }
            }
        };
        tree.statements.push(Statement {
            parent: place.parent,
            end: place.end,
            keyword,
            head: place.head,
            whole: TextRange { start: place.head.start, end: place.whole_end },
            parts_start,
            parts_end: tree.parts.len() as u32,
            has_block: place.has_block,
            broken,
        });
    }
    tree.problems.sort_by_key(|problem| problem.range.start);
    if tree.problems.len() > MOST_PROBLEMS {
        let more = tree.problems.len() - MOST_PROBLEMS;
        tree.problems.truncate(MOST_PROBLEMS);
        let at = tree.problems[MOST_PROBLEMS - 1].range;
        tree.problems
            .push(Problem::new("SYN-08", "too-many-problems", format!("{more} more problems in this file are not shown"), at).helping("Is this file an agreement? Mend the first ones and run again."));
    }
    tree
}

/// The parts of a statement with the same words, looked for at the same place from the beginning of the tree before and from its end; they are
/// pushed. Returns the keyword.
fn take_over(head: &str, start: u32, (number, count): (usize, usize), (text, tree): (&str, &Tree), parts: &mut Vec<Part>) -> Option<TextRange> {
    let from_end = (number + tree.statements.len()).checked_sub(count);
    let same = [Some(number), from_end].into_iter().flatten().filter_map(|place| tree.statements.get(place)).find(|old| !old.broken && old.head.of(text) == head)?;
    let moved = |range: TextRange| TextRange { start: range.start - same.head.start + start, end: range.end - same.head.start + start };
    parts.extend(tree.parts_of(same).iter().map(|part| Part { kind: part.kind, range: moved(part.range) }));
    Some(moved(same.keyword))
}

/// The letters at the start of a head, for a statement that could not be read.
fn first_word(text: &str, head: TextRange) -> TextRange {
    let length = head.of(text).find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(head.as_range().len());
    TextRange::new(head.start as usize, head.start as usize + length)
}

/// A clearer message where the whole line tells more than the place at which reading stopped.
fn better(text: &str, head: TextRange, keyword: TextRange, problem: Problem) -> Problem {
    let line = head.of(text);
    if keyword.is_empty() && line.starts_with('"') {
        return Problem::new("SYN-01", "unreadable-statement", "a text stands where a keyword should", head)
            .helping("Begin the line with a keyword such as `note`; a text that goes on from the line before needs a comma at the end of that line.");
    }
    if keyword.is_empty() && line.starts_with(|c: char| c.is_ascii_digit()) {
        return Problem::new("SYN-01", "unreadable-statement", "a number stands where a keyword should", head).helping("Begin the line with a keyword, such as `principle 1 \"...\"`.");
    }
    problem
}

#[cfg(test)]
#[path = "../../tests/support/dice.rs"]
mod dice;

#[cfg(test)]
mod tests {
    use super::super::tree::PartKind;
    use super::dice::Dice;
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        parse(text).problems.iter().map(|problem| problem.code).collect()
    }

    #[test]
    fn a_statement_has_parts_and_a_block() {
        let text = "agreement a \"A\" {\n  review 2027-03-31 by x.y # note\n  retention z period 8 years,\n    because \"w\"\n}\n";
        let tree = parse(text);
        assert_eq!(tree.problems, []);
        assert_eq!(tree.statements.len(), 3);
        assert_eq!((tree.statements[0].end, tree.statements[1].parent), (3, 0));
        let kinds: Vec<PartKind> = tree.parts_of(&tree.statements[1]).iter().map(|part| part.kind).collect();
        assert_eq!(kinds, [PartKind::Date, PartKind::Word, PartKind::Word]);
        assert_eq!(tree.comments.len(), 1);
    }

    /// What is typed: marks that open and close, words, lines, and what is hidden.
    const TYPED: [&str; 12] = ["", "\"", "\"\"\"", "{", "}", "#", "\n", ", ", "because", "x", "  note \"a\"\n", "\u{7}"];

    #[test]
    fn parsing_again_gives_what_parsing_gives() {
        for file in crate::shipped::example() {
            let mut dice = Dice(20_261_122);
            let mut text = file.text.clone();
            let mut tree = parse(&text);
            for _ in 0..60 {
                let bounds: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
                let from = dice.below(bounds.len());
                let to = (from + dice.below(4)).min(bounds.len() - 1);
                let mut changed = text.clone();
                changed.replace_range(bounds[from]..bounds[to], TYPED[dice.below(TYPED.len())]);
                let again = parse_again(&changed, (&text, &tree));
                assert_eq!(format!("{again:?}"), format!("{:?}", parse(&changed)), "{changed}");
                (text, tree) = (changed, again);
            }
        }
    }

    #[test]
    fn each_bad_statement_gives_its_own_problem() {
        let text = "agreement a \"A\" {\n  reference: \"x\"\n  version 2.1\n  marking \"open\n  status in-force;\n  owner (me)\n  review 2027-03-31\n}\n";
        let tree = parse(text);
        assert_eq!(codes(text), ["SYN-01", "SYN-01", "SYN-03", "SYN-01", "SYN-01"]);
        assert_eq!(tree.statements.len(), 7);
        assert!(!tree.statements[6].broken);
    }

    #[test]
    fn a_text_that_is_not_closed_takes_no_line_with_it() {
        // The comma is the last character of the text, and no list goes on.
        for text in ["a {\n  kind \"open,\n  review 2027-03-31\n}\n", "a {\n  kind \u{201C}open,\n  review 2027-03-31\n}\n"] {
            let tree = parse(text);
            let keywords: Vec<&str> = tree.statements.iter().map(|statement| statement.keyword.of(text)).collect();
            assert_eq!(keywords, ["a", "kind", "review"], "{text}");
        }
        // After a closed one it does.
        let text = "a {\n  kind \"open\",\n    \"shut\"\n}\n";
        assert_eq!(parse(text).statements.len(), 2);
    }

    #[test]
    fn a_reason_on_a_line_of_its_own_belongs_to_the_statement_before_it() {
        for reason in ["because \"w\"", "because\"w\"", "because\u{201C}w\u{201D}", "because\u{A0}\u{201C}w\u{201D}", "else \"w\""] {
            let text = format!("a {{\n  kind x\n    {reason}\n}}\n");
            let tree = parse(&text);
            assert_eq!(tree.statements.len(), 2, "{text}");
            assert!(tree.problems.is_empty(), "{:?}", tree.problems);
        }
    }

    #[test]
    fn a_missing_brace_is_reported_where_it_is_missing() {
        let text = "agreement a \"A\" {\n  flow f \"F\" {\n    for p\n\n  flow g \"G\" {\n    for p\n  }\n}\nagreement b \"B\" {\n}\n";
        let tree = parse(text);
        assert_eq!(codes(text), ["SYN-04"]);
        assert_eq!(tree.problems[0].range.of(text), "flow f \"F\"");
        let tops = tree.statements.iter().filter(|statement| statement.parent == super::super::tree::NO_STATEMENT).count();
        assert_eq!(tops, 2);
    }

    #[test]
    fn a_brace_too_many_is_reported_once() {
        let text = "agreement a \"A\" {\n  flow f \"F\" {\n    for p\n    }\n  }\n  flow g \"G\" {\n    for p\n  }\n}\n";
        assert_eq!(codes(text), ["SYN-07"]);
    }

    #[test]
    fn deep_nesting_is_refused_once() {
        let text = "a {\n".repeat(100_000);
        let codes = codes(&text);
        assert!(codes.contains(&"SYN-06"));
        assert!(codes.len() <= MOST_PROBLEMS + 1);
    }

    #[test]
    fn carriage_returns_and_curly_quotes_are_read() {
        let tree = parse("party a \u{201C}A trust\u{201D} {\r\n  kind nhs-provider\r\n}\r\n");
        assert_eq!(tree.problems, []);
        assert_eq!(tree.statements.len(), 2);
    }
}
