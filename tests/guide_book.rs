//! The guide in `docs`: every chapter is listed, every link leads somewhere, every command in it is run and prints what is
//! shown, and every file in it is read. `UPDATE=1 cargo test --test guide_book` writes what commands print into the pages.
//!
//! How a block of code is marked:
//!
//! | after the three marks | what is done |
//! |---|---|
//! | `console` | each line after `$ ` is run in a folder that holds the examples and the chapter's own files; what stands below it is what it prints, `...` for lines left out; a line after `> ` is typed |
//! | `console exit=2` | so ends the last command; without it a run may find something, and no more |
//! | `isa` | a file of the language, read without a fault |
//! | `isa in=flow` | a piece of a file: what may stand in a flow |
//! | `isa file=NAME` | a file that the commands after it find; so for `toml` and `text` |
//! | `isa add=NAME` | lines that stand from now on before the last brace of that file |
//! | `isa change=NAME` | each line takes the place of the first line of that file with the same first word and a `?` |
//! | `isa faulty` | a file with a fault, which a command shows |
//! | `toml` | read as TOML |
//! | `yaml` | each line that begins with `sharewright` or `run: sharewright` is run |
//! | `text` | shown, and not tried |
//!
//! A chapter with nothing that is tried says why in a comment, `<!-- untested: ... -->`. Pages that are made from data say so.

#[path = "guide_book/page.rs"]
mod page;
#[path = "support/placed.rs"]
mod placed;
#[path = "guide_book/session.rs"]
mod session;

use page::{Page, pages, root};
use session::Session;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

#[test]
fn every_page_is_a_chapter_and_every_chapter_a_page() {
    let pages = pages();
    let summary = pages.iter().find(|page| page.path == "docs/SUMMARY.md").expect("the list of chapters");
    let listed: Vec<String> = summary.links.iter().map(|link| format!("docs/{}", link.to)).collect();
    let mut once = BTreeSet::new();
    for chapter in &listed {
        assert!(once.insert(chapter), "{chapter} is listed twice");
    }
    let there: BTreeSet<&String> = pages.iter().filter(|page| page.path.starts_with("docs/") && page.path != summary.path).map(|page| &page.path).collect();
    assert_eq!(once, there, "docs/SUMMARY.md lists every page of docs, and no other");
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages();
    let anchors: BTreeMap<&str, &BTreeSet<String>> = pages.iter().map(|page| (page.path.as_str(), &page.anchors)).collect();
    let mut dead = Vec::new();
    let mut followed = 0;
    for page in &pages {
        for link in page.links.iter().filter(|link| !link.to.contains("://") && !link.to.starts_with("mailto:")) {
            followed += 1;
            let (file, anchor) = link.to.split_once('#').map_or((link.to.as_str(), None), |(file, anchor)| (file, Some(anchor)));
            let place = if file.is_empty() { page.path.clone() } else { page.beside(file) };
            let known = anchors.get(place.as_str());
            if !root().join(&place).exists() {
                dead.push(format!("{}:{}: nothing is at {}", page.path, link.line, link.to));
            } else if anchor.is_some_and(|anchor| known.is_some_and(|known| !known.contains(anchor))) {
                dead.push(format!("{}:{}: no heading is at {}", page.path, link.line, link.to));
            } else if page.path.starts_with("docs/") && !place.starts_with("docs/") && std::path::Path::new(&place).extension().is_some_and(|ending| ending == "md") {
                dead.push(format!("{}:{}: mdBook makes {} a page of the book, and it is none: link its folder", page.path, link.line, link.to));
            }
        }
    }
    assert!(followed > 500, "links are found at all: {followed}");
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

#[test]
fn every_block_says_what_it_is() {
    let mut unknown = Vec::new();
    for page in chapters() {
        for block in page.blocks.iter().filter(|block| !matches!(block.kind(), "console" | "isa" | "toml" | "yaml" | "text")) {
            unknown.push(format!("{}:{}: a block of `{}`", page.path, block.line, block.info));
        }
    }
    assert!(unknown.is_empty(), "mark each as said at the head of tests/guide_book.rs:\n{}", unknown.join("\n"));
}

#[test]
fn a_chapter_in_which_nothing_is_tried_says_so() {
    for page in chapters() {
        let tried = page.blocks.iter().any(|block| block.kind() != "text" && (block.kind() != "yaml" || block.content.contains("sharewright lint ")));
        let marked = page.text.contains("<!-- untested: ");
        assert!(tried != marked, "{}: {}", page.path, if tried { "something is tried, so the comment goes" } else { "nothing is tried; say why: <!-- untested: ... -->" });
    }
}

#[test]
fn every_command_prints_what_is_shown_and_every_file_is_read() {
    let update = std::env::var_os("UPDATE").is_some();
    let (mut faults, mut commands, mut files) = (Vec::new(), 0, 0);
    for page in chapters() {
        let mut session = Session::new(&page);
        session.run();
        commands += session.commands;
        files += session.files;
        if update && session.text != page.text {
            fs::write(root().join(&page.path), &session.text).expect("the page is written");
        }
        faults.append(&mut session.faults);
    }
    assert!(commands > 50 && files > 15, "blocks are found at all: {commands} commands, {files} files");
    assert!(faults.is_empty(), "UPDATE=1 cargo test --test guide_book writes what is printed now.\n\n{}", faults.join("\n\n"));
}

/// The pages that are written by hand.
fn chapters() -> impl Iterator<Item = Page> {
    pages().into_iter().filter(|page| page.path.starts_with("docs/") && page.path != "docs/SUMMARY.md" && !page.is_made())
}
