//! The good texts that are spoilt: the examples, what is made up, the citations of the corpus, the conditions of the rules.

#[allow(dead_code, unused_imports, reason = "the generator serves the measurements, which use more of it")]
#[path = "../../benches/generate/mod.rs"]
mod generate;

use super::driver::Pantry;
use generate::Corpus;
use sharewright::model::ListId;
use sharewright::shipped;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// What stands between words, and what people mix up with it.
const BETWEEN: &[&str] = &[
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    ",",
    ",\n",
    " , ",
    "{",
    "}",
    " {\n",
    "\n}\n",
    "?",
    "\"",
    "\"\"\"",
    "\"text\"",
    "\"\"",
    "\\\"",
    "#",
    " # remark\n",
    "\u{201C}text\u{201D}",
    "else ",
    "\n  because \"x\"",
    "\n  source \"x\"",
    "\n  else ",
    "2026-04-01",
    "2026-04-01  21:40",
    "2026-02-30",
    "8 years",
    "8  years",
    "99999999999 years",
    "08:00-22:00",
    "always",
    "3",
    "1.2",
    ";",
    ":",
    "=",
    "(",
    ")",
    "\u{2013}",
    "\u{A0}",
    "\u{FEFF}",
    "note \"943 476 5919\"\n",
    "use \"it.isa\"\n",
    "power \"section 115 of the Crime and Disorder Act 1998\"\n",
    "duty \"s.47 Children Act 1989\"\n",
];

/// Agreements, procedures, records, with every keyword and word of the vocabulary.
pub static AGREEMENTS: LazyLock<Pantry> = LazyLock::new(|| {
    let mut seeds: Vec<String> = examples();
    let corpus = Corpus { seed: 62, files: 120, size: 3_000 };
    // Law in a longer form, which may be put into its short one.
    let longer = |text: String| text.replace("UK GDPR Art ", "UK GDPR Article ").replace("CDA 1998 s.", "Crime and Disorder Act 1998, section ").replace("DPA 2018 ", "Data Protection Act 2018 ");
    seeds.extend((0..corpus.files).map(|number| longer(corpus.file(number).text)));
    let vocabulary = &shipped::policy().vocabulary;
    let mut words: Vec<String> = vocabulary.kinds.iter().map(|kind| format!("{} ", kind.word)).collect();
    let lists = (0..vocabulary.words.lists.len() as u16).map(|list| vocabulary.words.list(ListId(list)));
    words.extend(lists.flat_map(|list| list.words.iter().map(|word| word.id.to_string())));
    // As often as all the words together, so that structure is spoilt as often as meaning.
    let between: Vec<String> = BETWEEN.iter().map(|&text| text.to_owned()).collect();
    while words.len() < 4_000 {
        words.extend(between.iter().cloned());
    }
    Pantry { seeds, words }
});

/// Citations of law.
pub static CITATIONS: LazyLock<Pantry> = LazyLock::new(|| {
    let corpus = include_str!("../citations/corpus.tsv");
    let seeds: Vec<String> = corpus.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t')).map(|(text, _)| text.to_owned()).collect();
    let mut words: Vec<String> = seeds.iter().flat_map(|seed| seed.split(' ')).map(|word| format!("{word} ")).collect();
    words.extend(["s.", "ss ", "Art ", "(1)", "(a)", "-", "\u{2013}", ";", ", ", " and ", " of the ", "Sch ", "para ", "999", "XVIII", "4A", "19A(1)(b)"].map(str::to_owned));
    Pantry { seeds, words }
});

/// Conditions of rules and questions.
pub static CONDITIONS: LazyLock<Pantry> = LazyLock::new(|| {
    let mut seeds = Vec::new();
    for path in files(&root().join("policies"), "toml") {
        let table: toml::Table = fs::read_to_string(&path).expect("a policy file").parse().expect("TOML");
        conditions(&toml::Value::Table(table), &mut seeds);
    }
    assert!(seeds.len() > 300, "the conditions are found: {}", seeds.len());
    let mut words: Vec<String> = seeds.iter().flat_map(|seed| seed.split(' ')).map(|word| format!("{word} ")).collect();
    words.extend(["(", ")", " and ", " or ", "not ", "\"", ".", ":", ",", " is ", "every x in ", "count of ", "a ", "today", "18446744073709551616"].map(str::to_owned));
    Pantry { seeds, words }
});

fn conditions(value: &toml::Value, found: &mut Vec<String>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                match value.as_str() {
                    Some(text) if matches!(key.as_str(), "require" | "when" | "requires") => found.push(text.to_owned()),
                    _ => conditions(value, found),
                }
            }
        }
        toml::Value::Array(values) => values.iter().for_each(|value| conditions(value, found)),
        _ => {}
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn examples() -> Vec<String> {
    let folder = root().join("examples");
    ["isa", "sop", "disclosure"].iter().flat_map(|ending| files(&folder, ending)).map(|path| fs::read_to_string(path).expect("an example")).collect()
}

/// Files with an ending, in the order of their paths.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
    found
}
