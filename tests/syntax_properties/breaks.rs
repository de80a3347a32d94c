//! As many problems as mistakes: each on its line, none hidden by another, none made up.

use super::cases;
use super::sound::{held, sound};
use proptest::prelude::*;
use sharewright::syntax::Tree;

/// Facts without a fault.
const FACTS: &[&str] = &[
    "kind council",
    "reference \"FEN-42\"",
    "version \"2.0\" on 2026-04-01",
    "between police, trust, council",
    "retention log for trust period 8 years because \"law\"",
    "hours weekdays 08:00-22:00, weekends 10:00-18:00",
    "review 2027-03 by trust.guardian every 1 year",
    "guardian none because \"no health data\"",
    "dpo ?",
    "note \"A \\\"marked\\\" word; (and more): 50%\"",
    "note \u{201C}Curly marks\u{201D}",
    "headcount 6",
    "unnamed",
];

/// Ways to break a fact; `KEY` is its keyword, `ALL` the whole of it. Each is one mistake.
const WAYS: &[&str] = &[
    "ALL;",
    "KEY: \"x\"",
    "KEY = x",
    "KEY (me)",
    "KEY [x]",
    "KEY x/y",
    "KEY a & b",
    "KEY 50%",
    "KEY <x>",
    "KEY someone@trust.example",
    "KEY +44",
    "KEY 'x'",
    "KEY x!",
    "KEY \"not closed",
    "KEY \u{201C}not closed",
    "KEY \u{201C}closed wrongly\"",
    "KEY \u{201D}upside down\u{201D}",
    "KEY \u{2018}x\u{2019}",
    "KEY 2.1",
    "KEY 3rd",
    "KEY 01/04/2026",
    "KEY 9-5",
    "KEY 2026\u{2013}27",
    "KEY a \u{2014} b",
    "KEY word.",
    "KEY \u{A3}5",
    "\"x\" KEY",
    "12 KEY",
    "2026-04-01 KEY",
    "- ALL",
    "\u{2022} ALL",
    ", ALL",
    "? ALL",
    "\u{E9}KEY x",
    "KEY caf\u{E9}",
    "(ALL)",
    "KEY: (x); [y]",
    "KEY \u{FEFF}x",
    "KEY x\\",
    "KEY \\\"x\\\"",
    "* ALL",
    "1. ALL",
    "KEY \"x\" \"not closed",
    "KEY \"trailing \\\"",
];

/// A mistake within a text, which can still be read.
const HIDDEN: &str = "KEY \"hid\u{8}den\"";

/// Hidden characters of one file that are told one by one.
const MOST_HIDDEN: usize = 10;

#[derive(Debug, Clone)]
struct Page {
    text: String,
    statements: usize,
    /// Lines with a mistake, from 1.
    broken: Vec<usize>,
}

fn page() -> impl Strategy<Value = Page> {
    let mut ways = WAYS.to_vec();
    ways.push(HIDDEN);
    let fact = (prop::sample::select(FACTS), prop::option::weighted(0.3, prop::sample::select(ways)));
    (prop::collection::vec(prop::collection::vec(fact, 0..8), 0..8), prop::bool::ANY, prop::bool::ANY).prop_map(|(blocks, windows, last)| {
        let mut lines = Vec::new();
        let mut page = Page { text: String::new(), statements: 0, broken: Vec::new() };
        let mut hidden = 0;
        for (number, block) in blocks.into_iter().enumerate() {
            lines.push(format!("party p{number} \"P\" {{"));
            page.statements += 1 + block.len();
            for (fact, way) in block {
                let key = fact.split(' ').next().unwrap_or(fact);
                hidden += usize::from(way == Some(HIDDEN));
                let way = way.filter(|way| *way != HIDDEN || hidden <= MOST_HIDDEN);
                lines.push(format!("  {}", way.map_or(fact.to_owned(), |way| way.replace("KEY", key).replace("ALL", fact))));
                if way.is_some() {
                    page.broken.push(lines.len());
                }
            }
            lines.push("}".to_owned());
        }
        page.text = lines.join(if windows { "\r\n" } else { "\n" }) + if last { "\n" } else { "" };
        page
    })
}

/// The lines on which problems are, from 1.
fn lines(text: &str, tree: &Tree) -> Vec<usize> {
    tree.problems.iter().map(|problem| text[..problem.range.start as usize].matches('\n').count() + 1).collect()
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn as_many_problems_as_mistakes_each_on_its_line(page in page()) {
        let tree = held(&page.text)?;
        prop_assert_eq!(lines(&page.text, &tree), page.broken, "{:#?}", tree.problems);
        prop_assert_eq!(tree.statements.len(), page.statements, "no statement is lost");
    }
}

#[test]
fn each_mistake_is_one_problem_on_its_line() {
    for fact in FACTS {
        let clean = format!("party p \"P\" {{\n  {fact}\n  kind council\n}}\n");
        assert_eq!(sound(&clean).problems, [], "{fact}");
    }
    for way in WAYS.iter().chain([&HIDDEN]) {
        let text = format!("party p \"P\" {{\n  kind council\n  {}\n  kind council\n}}\n", way.replace("KEY", "reference").replace("ALL", "reference \"x\""));
        let tree = sound(&text);
        assert_eq!(lines(&text, &tree), [3], "{way}: {:#?}", tree.problems);
        assert_eq!(tree.statements.len(), 4, "{way}");
        assert!(!tree.problems[0].help.is_empty(), "{way} is told without what to do: {:#?}", tree.problems);
        assert!(!tree.statements[3].broken, "{way}");
    }
}

#[test]
fn a_hidden_character_between_words_is_told_once() {
    for hidden in ['\u{8}', '\u{1b}', '\u{202E}', '\u{85}', '\u{7f}'] {
        for text in [format!("kind{hidden} council\nkind council\n"), format!("kind council{hidden}\nkind council\n"), format!("{hidden}kind council\nkind council\n")] {
            let tree = sound(&text);
            assert_eq!(lines(&text, &tree), [1], "{text:?}: {:#?}", tree.problems);
            assert!(tree.problems[0].headline.contains(&format!("U+{:04X}", hidden as u32)), "{:?}", tree.problems[0].headline);
        }
    }
}

#[test]
fn a_hidden_character_in_a_text_is_told_whichever_it_is() {
    for hidden in ('\0'..='\u{1f}').chain('\u{7f}'..='\u{9f}').chain('\u{202A}'..='\u{202E}').chain('\u{2066}'..='\u{2069}').filter(|c| !matches!(c, '\t' | '\n' | '\r')) {
        let text = format!("note \"a{hidden}b\"\n");
        assert_eq!(sound(&text).problems.len(), 1, "U+{:04X}", hidden as u32);
    }
}

#[test]
fn hidden_characters_that_are_not_shown_are_counted() {
    let text = "note \"a\u{8}b\"\n".repeat(30);
    let tree = sound(&text);
    let told = tree.problems.iter().any(|problem| problem.headline.contains("20 more"));
    assert!(tree.problems.len() == 30 || told, "{} of 30 are told, and nothing says that there are more", tree.problems.len());
}

#[test]
fn a_backslash_at_the_end_of_a_line_does_not_swallow_the_next() {
    for end in ["\n", "\r\n"] {
        let text = ["party p \"P\" {", "  note \"C:\\shared\\", "  reference \"x\"", "  kind council", "}", ""].join(end);
        let tree = sound(&text);
        assert_eq!(lines(&text, &tree), [2], "{:#?}", tree.problems);
        assert_eq!(tree.statements.len(), 4);
    }
}

#[test]
fn more_problems_than_are_shown_are_counted() {
    let text = "kind council;\n".repeat(1_000);
    let tree = sound(&text);
    assert_eq!(tree.problems.len(), 201);
    assert!(tree.problems[200].headline.contains("800 more problems"), "{}", tree.problems[200].headline);
}
