//! Documents that are made from data are current, and every example in the vocabulary is read without a fault.

#[path = "support/kept.rs"]
mod kept;
#[path = "support/placed.rs"]
mod placed;

use kept::is_current;
use placed::{outside, placed};
use sharewright::emit::{identity_reference, language_reference, register_reference, rule_pages};
use sharewright::model::{Parsed, lower, visible};
use sharewright::shipped;
use sharewright::source::SourceFile;
use std::path::Path;
use std::sync::Arc;

#[test]
fn the_language_reference_is_current() {
    is_current("generated", "docs/language.md", &language_reference(&shipped::policy().vocabulary, shipped::texts()).expect("the reference is made"));
}

#[test]
fn the_page_on_identities_is_current() {
    is_current("generated", "docs/identities.md", &identity_reference(shipped::policy()).expect("the page is made"));
}

#[test]
fn the_page_on_registers_is_current() {
    is_current("generated", "docs/registers.md", &register_reference(shipped::policy(), shipped::texts()).expect("the page is made"));
}

#[test]
fn the_pages_on_rules_are_current_and_hold_every_rule() {
    let pages = rule_pages(shipped::policy(), shipped::texts()).expect("the pages are made");
    for page in &pages {
        is_current("generated", &format!("docs/rules/{}", page.file), &page.text);
        assert!(page.text.len() < 400_000, "{} is too long to be opened with comfort: {} bytes", page.file, page.text.len());
    }
    for (code, id) in shipped::policy().names() {
        let at = pages.iter().filter(|page| page.text.contains(&format!("\n## {code}\n")) && page.text.contains(&format!("`{id}`"))).count();
        assert_eq!(at, 1, "{code} stands on one page");
    }
    let kept: Vec<_> = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules")).expect("the pages").map(|entry| entry.expect("a page").file_name()).collect();
    assert_eq!(kept.len(), pages.len(), "no page is left of a pack that is gone: {kept:?}");
}

#[test]
fn every_example_of_a_keyword_is_read_without_a_fault() {
    let vocabulary = &shipped::policy().vocabulary;
    let mut faults = Vec::new();
    for doc in shipped::texts().keywords.iter() {
        let kind = vocabulary.find(&doc.id).expect("the keyword is in the vocabulary");
        let text = placed(vocabulary, outside(vocabulary, kind), &doc.example);
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
