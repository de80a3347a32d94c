//! The trees of Tree-sitter hold what Sharewright's own hold: the same statements, parts and comments at the same places.
//!
//! They differ, as far as is known, in what is broken anyway: braces that do not match, a statement that is a
//! comma, and a line of `because`, `else` or `source` with nothing but a space behind it.

use super::dice::Dice;
use sharewright::syntax::{PartKind, Tree, parse};
use std::path::Path;
use std::process::Command;
use std::{fs, str};

/// Where the grammar is, and what is read.
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What stands in a text: what it is, and the bytes at which it begins and ends. Space at the end of a statement does not count.
type Found = (&'static str, usize, usize);

/// What makes a statement end or go on, or looks as if it did.
const HARD: [&str; 21] = [
    "agreement a {\n  shares a, # one\n    # two\n\n    police\n  kind x\n}\n",
    "flow a \"A\"\n{\n  for p }\nflow b { for p }\n",
    "flow a for b source \"c\" \r\n\r\n{\r\n  for p\r\n}\r\nkind x\r\n",
    "flow a # the first\n\n# still\n{ for p }\n",
    "flow a {\n  for p\n  because \"x\"\n  source \"y\"\n\n  because \"its own\"\n}\n",
    "flow a {\n  because \"first in its block\"\n  because \"carried on\"\n  else-where \"z\"\n  sourced a\n  source-of b\n}\n",
    "note \"a\" # because\nbecause \"b\" # else\nelse c\n",
    "note \"a # b { c }\" by d # e \" f\n",
    "note \"\"\"\n  # no comment, no \"end\", { no block\n  because\n\"\"\" by a\nnote \"\"\"\"\"\"\n",
    "note \"a \\\" b\" # \\\nnote \"\\\\\"\n",
    "note \u{201C}from Word, # no comment \"so\" {\u{201D} by a\n",
    "note\u{A0}\"a\u{A0}b\"\u{A0}by c\n\u{A0}\u{A0}because \"d\"\n",
    "agreement a {\r\n  note \"a\", \r\n    \"b\"\r\n  because \"c\" # d\r\n}\r\n",
    "agreement a {\n  note \"never closed {\n    for b\n  }\n  note \u{201C}nor this {\n    for c\n  }\n  kind x\n}\n",
    "agreement a {\n  note \"\"\"never closed\n  kind x\n}\n",
    "agreement a {\n  shares a,\n}\nagreement b {\n  shares a, \"b\", c by d, e\n}\n",
    "agreement a {\n  \"a text first\" by b\n  1 \"one\"\n  , x\n  ? y\n  kind x\n}\n",
    "agreement a {\n  version 2.1; by (me) = 3rd 50%\n  kind x\n}\n",
    "hours 08:00-22:00, 2026-04-01 21:40, 2026-04 8 years 72  hours 3 working-days 12 a.b.c ?\n",
    "{ for p }\nagreement a { { for b } kind x }\n",
    "kind x\nbecause\n",
];

/// What is put into examples: marks that open and close, words, lines.
const TYPED: [&str; 14] = ["", "\"", "\"\"\"", "#", "\n", ", ", ",\n", "\nbecause \"x\"", "\n\nsource \"x\"", "x", "\n  note \"a\"\n", "\u{A0}", "\u{201C}", "\r\n"];

#[test]
#[ignore = "needs the program of Tree-sitter; tests/tools/tree-sitter.sh runs it"]
fn the_trees_of_tree_sitter_are_those_of_the_linter() {
    let examples = examples();
    let mut texts = examples.clone();
    texts.extend(examples.iter().map(|text| text.replace('\n', "\r\n")));
    for found in trees(&texts) {
        let strange: Vec<&str> = found.1.iter().filter(|kind| kind.starts_with("ERROR") || kind.starts_with("MISSING") || kind.starts_with("un")).map(String::as_str).collect();
        assert_eq!(strange, [""; 0]);
    }
    texts.extend(HARD.map(str::to_owned));
    texts.extend(examples.iter().enumerate().flat_map(|(number, text)| changed(text, number)));
    let mut count = 0;
    let mut wrong = Vec::new();
    for (text, (theirs, _)) in texts.iter().zip(trees(&texts)) {
        let tree = parse(text);
        // Where braces do not match, indentation tells Sharewright where a block ends, and a tree of Tree-sitter is a guess.
        if tree.problems.iter().any(|problem| matches!(problem.code, "SYN-04" | "SYN-06" | "SYN-07")) {
            continue;
        }
        let unread: Vec<(usize, usize)> = tree.statements.iter().filter(|statement| statement.broken).map(|statement| (statement.head.start as usize, statement.head.end as usize)).collect();
        let ours = ours(text, &tree);
        let theirs: Vec<Found> = theirs.into_iter().filter(|(kind, at, _)| matches!(*kind, "statement" | "comment") || !unread.iter().any(|(start, end)| start <= at && at < end)).collect();
        count += ours.len();
        if ours != theirs {
            let only = |some: &[Found], others: &[Found]| -> Vec<String> {
                some.iter().filter(|found| !others.contains(found)).take(4).map(|(kind, start, end)| format!("{kind} {:?}", &text[*start..*end])).collect()
            };
            wrong.push(format!("ours {:?}, theirs {:?}", only(&ours, &theirs), only(&theirs, &ours)));
        }
    }
    assert!(count > 10_000, "so much was compared: {count}");
    assert!(wrong.is_empty(), "{} of {} texts:\n{}", wrong.len(), texts.len(), wrong.join("\n"));
}

/// Every example of the repository.
fn examples() -> Vec<String> {
    let mut texts = Vec::new();
    for entry in walkdir::WalkDir::new(Path::new(ROOT).join("examples")).sort_by_file_name() {
        let path = entry.expect("an entry").into_path();
        if path.extension().is_some_and(|ending| ["isa", "sop", "disclosure"].iter().any(|known| ending == *known)) {
            texts.push(fs::read_to_string(&path).expect("an example"));
        }
    }
    texts
}

/// A text as it may look while somebody writes: each time something is put in or taken out.
fn changed(text: &str, number: usize) -> Vec<String> {
    let mut dice = Dice(20_261_122 + number as u64);
    let bounds: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
    let mut change = |_| {
        let from = dice.below(bounds.len());
        let to = (from + dice.below(3)).min(bounds.len() - 1);
        let mut changed = text.to_owned();
        changed.replace_range(bounds[from]..bounds[to], TYPED[dice.below(TYPED.len())]);
        changed
    };
    (0..20).map(&mut change).collect()
}

/// What Sharewright finds in a text.
fn ours(text: &str, tree: &Tree) -> Vec<Found> {
    let mut found = Vec::new();
    let mut note = |kind, start: u32, end: u32| found.push((kind, start as usize, trimmed(text, start as usize, end as usize)));
    for statement in &tree.statements {
        note("statement", statement.whole.start, statement.whole.end);
        if !statement.broken {
            note("keyword", statement.keyword.start, statement.keyword.end);
            for part in tree.parts_of(statement) {
                note(kind_of(part.kind), part.range.start, part.range.end);
            }
        }
    }
    for comment in &tree.comments {
        note("comment", comment.start, comment.end);
    }
    found.sort_unstable();
    found
}

fn kind_of(part: PartKind) -> &'static str {
    match part {
        PartKind::Word => "word",
        PartKind::Text => "text",
        PartKind::Comma => "comma",
        PartKind::Date => "date",
        PartKind::Period => "period",
        PartKind::Number => "number",
        PartKind::Clock => "clock",
        PartKind::Hole => "hole",
    }
}

/// The same as Tree-sitter calls it.
fn kind_named(name: &str) -> Option<&'static str> {
    let same = ["statement", "keyword", "word", "text", "comma", "date", "period", "number", "clock", "hole", "comment"];
    match name {
        "carried_on" => Some("word"),
        "block_text" | "curly_text" => Some("text"),
        _ => same.into_iter().find(|kind| *kind == name),
    }
}

/// The end of a range without the space at its end.
fn trimmed(text: &str, start: usize, end: usize) -> usize {
    start + text[start..end].trim_end().len()
}

/// The trees that Tree-sitter makes of texts: what stands in each, in order, and the names of all its nodes.
fn trees(texts: &[String]) -> Vec<(Vec<Found>, Vec<String>)> {
    let folder = tempfile::tempdir().expect("a folder");
    let paths: Vec<String> = (0..texts.len()).map(|number| folder.path().join(format!("{number:05}.isa")).to_string_lossy().into_owned()).collect();
    for (path, text) in paths.iter().zip(texts) {
        fs::write(path, text).expect("a text is written");
    }
    let list = folder.path().join("list");
    fs::write(&list, paths.join("\n")).expect("the list is written");
    let program = Command::new("tree-sitter").args(["parse", "--grammar-path"]).arg(Path::new(ROOT).join("editors/tree-sitter")).arg("--paths").arg(&list).output();
    let printed = program.expect("tree-sitter is installed").stdout;
    let printed = String::from_utf8(printed).expect("trees are text");
    let mut all: Vec<(Vec<Found>, Vec<String>)> = Vec::new();
    let (mut text, mut starts) = ("", Vec::new());
    for line in printed.lines() {
        let Some((name, place)) = node(line) else { continue };
        if line.starts_with('(') {
            text = &texts[all.len()];
            starts = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
            all.push(Default::default());
        }
        let Some((found, names)) = all.last_mut() else { continue };
        names.push(name.to_owned());
        if let Some(kind) = kind_named(name) {
            let [start, end] = [starts[place[0]] + place[1], starts[place[2]] + place[3]];
            found.push((kind, start, trimmed(text, start, end)));
        }
    }
    assert_eq!(all.len(), texts.len());
    for (found, _) in &mut all {
        found.sort_unstable();
    }
    all
}

/// The name of a node and its four numbers: line and byte of its start, line and byte of its end.
fn node(line: &str) -> Option<(&str, [usize; 4])> {
    // What else is printed, of a file with errors, does not begin so.
    let (before, rest) = line.split_once(" [").filter(|_| line.starts_with([' ', '(']))?;
    let name = before.rsplit_once('(')?.1;
    let mut numbers = rest.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok());
    Some((name, [numbers.next()?, numbers.next()?, numbers.next()?, numbers.next()?]))
}
