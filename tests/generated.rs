//! Documents that are made from data are current, and every example in the vocabulary is read without a fault.

use sharewright::emit::{identity_reference, language_reference};
use sharewright::model::{KindId, NameRule, Parsed, Vocabulary, lower, visible};
use sharewright::shipped;
use sharewright::source::SourceFile;
use std::path::Path;
use std::sync::Arc;

#[test]
fn the_language_reference_is_current() {
    is_current("docs/language.md", &language_reference(&shipped::policy().vocabulary, shipped::texts()).expect("the reference is made"));
}

#[test]
fn the_page_on_identities_is_current() {
    is_current("docs/identities.md", &identity_reference(shipped::policy()).expect("the page is made"));
}

#[track_caller]
fn is_current(page: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, made).expect("the page is written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "{page} is out of date: run UPDATE=1 cargo test --test generated");
}

#[test]
fn every_example_of_a_keyword_is_read_without_a_fault() {
    let vocabulary = &shipped::policy().vocabulary;
    let mut faults = Vec::new();
    for doc in shipped::texts().keywords.iter() {
        let kind = vocabulary.find(&doc.id).expect("the keyword is in the vocabulary");
        let text = in_its_place(vocabulary, kind, &doc.example);
        let source = Arc::new(SourceFile::new("example.isa", text.clone()));
        let parsed = Arc::new(Parsed::new(source));
        faults.extend(parsed.tree.problems.iter().map(|problem| format!("{}: {}", doc.id, problem.headline)));
        let model = lower(vocabulary, vec![parsed], &visible(&[("example.isa", &text)]));
        // The things that an example names stand outside it.
        let own = model.problems.iter().filter(|problem| problem.code != "SYN-30");
        faults.extend(own.map(|problem| format!("{}: {} ({})", doc.id, problem.headline, problem.help)));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_keyword_says_what_it_means_and_which_requirement_it_meets() {
    for doc in shipped::texts().keywords.iter() {
        assert!(doc.doc.ends_with('.') && doc.doc.len() > 5, "{} says what it means", doc.id);
        assert!(!doc.requirements.is_empty(), "{} names a requirement", doc.id);
    }
    assert_eq!(shipped::texts().keywords.len() + 1, shipped::policy().vocabulary.kinds.len());
}

/// An example within the blocks that it may stand in.
fn in_its_place(vocabulary: &Vocabulary, kind: KindId, example: &str) -> String {
    let home = |kind: KindId| (0..vocabulary.kinds.len() as u16).map(KindId).find(|home| vocabulary.kind(*home).children.iter().any(|(_, child)| *child == kind));
    let mut text = example.to_owned();
    let mut at = kind;
    while let Some(home) = home(at).filter(|home| home.0 != 0) {
        let around = vocabulary.kind(home);
        let name = if around.name == NameRule::Must { " example" } else { "" };
        let value = if around.item || around.values.is_none() { "" } else { " \"an example\"" };
        text = format!("{}{name}{value} {{\n{text}\n}}\n", around.word);
        at = home;
    }
    text
}

#[test]
fn the_readme_shows_what_the_command_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).expect("the README is read");
    let mut shown = 0;
    for block in readme.split("```\n$ sharewright ").skip(1) {
        let block = block.split("```").next().expect("the block ends");
        let (command, expected) = block.split_once('\n').expect("a command and its output");
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_sharewright")).current_dir(root).args(command.split(' ')).args(["--as-of", "2026-11-21"]).output().expect("the command runs");
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(printed.contains(expected.trim_end()), "sharewright {command} prints:\n{printed}");
        shown += 1;
    }
    assert_eq!(shown, 2);
}
