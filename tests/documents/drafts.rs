//! A draft says that it is one before anything else, in every kind and every format; so does what is made of a source with errors.

use super::made::{KINDS, build_files, format_of};
use super::word_text::word_text;
use std::fs;
use std::path::Path;

/// Two parties, and every sort of document: each with faults.
const PARTIES: &str = "party police \"Police\" {\n  kind police-force\n}\nparty trust \"Trust\" {\n  kind nhs-trust\n}\n";
const RECORD: &str = "disclosure night \"Night\" {\n  holder trust\n  purpose \"Safety.\"\n}\n";

fn written(agreement: &str, procedure: &str, notice: &str, policy: &str) -> String {
    format!(
        "{PARTIES}agreement car \"Car\" {{\n  status {agreement}\n  between police, trust\n  flow brief \"Brief\" {{\n    from trust\n    to police\n  }}\n}}\nprocedure work \"Work\" {{\n  implements car\n  status {procedure}\n}}\nnotice car-trust \"Car\" {{\n  of trust\n  covers car\n  status {notice}\n}}\npolicy asked \"When asked\" {{\n  of trust\n  status {policy}\n}}\n{RECORD}"
    )
}

/// What stands on the first page of each paper before its own text begins, by kind and format.
fn heads(text: &str, flags: &[&str]) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.isa"), text).expect("a file");
    build_files(folder.path(), &["a.isa"], &[&["--format", "md,html,docx"], flags].concat()).iter().map(|(name, bytes)| (name.clone(), head(name, bytes))).collect()
}

fn head(name: &str, bytes: &[u8]) -> String {
    let (text, end) = match format_of(name) {
        "docx" => (word_text(bytes).split("=== word/document.xml").nth(1).expect("the text").to_owned(), "\nHeading1"),
        "html" => (String::from_utf8(bytes.to_vec()).expect("UTF-8"), "</header>"),
        _ => (String::from_utf8(bytes.to_vec()).expect("UTF-8"), "\n## "),
    };
    text.split(end).next().expect("a beginning").replace("**", "").replace("<strong>", "").replace("</strong>", "")
}

fn kind_of(name: &str) -> &'static str {
    let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str()).expect("a name");
    KINDS.into_iter().filter(|kind| stem.ends_with(kind)).max_by_key(|kind| kind.len()).expect("a kind")
}

/// What a paper of some kind has to say when it is a draft with errors.
fn wanted(kind: &str) -> &'static [&'static str] {
    match kind {
        "notice" => &["Draft. This notice is not finished. Do not publish it yet."],
        "reply" => &["Draft. Do not send this letter yet.", "not fit to send"],
        "record" | "one-off-report" => &["not fit to sign"],
        _ => &["Draft. Not agreed and not in force.", "not fit to sign"],
    }
}

#[test]
fn every_paper_of_a_draft_with_errors_says_so_first() {
    let heads = heads(&written("draft", "draft", "draft", "draft"), &[]);
    for kind in KINDS {
        for format in ["md", "html", "docx"] {
            let of_kind: Vec<_> = heads.iter().filter(|(name, _)| kind_of(name) == kind && format_of(name) == format).collect();
            assert!(!of_kind.is_empty(), "no {kind} as {format}");
            for (name, head) in of_kind {
                for wanted in wanted(kind) {
                    assert!(head.contains(wanted), "{name} does not say `{wanted}`: {head}");
                }
                assert!(kind != "notice" || !head.contains("error"), "{name} is for the public: {head}");
            }
        }
    }
}

#[test]
fn what_rests_on_a_draft_is_a_draft() {
    for text in [written("draft", "in-force", "in-force", "in-force"), written("in-force", "in-force", "draft", "in-force")] {
        let is_draft_agreement = text.contains("\"Car\" {\n  status draft\n  between");
        for (name, head) in heads(&text, &["--kind", "agreement,procedure,notice,policy"]) {
            let is_wanted = match kind_of(&name) {
                // It has errors, and the notice of the police is that of an agreement with errors.
                "notice" => true,
                "policy" => false,
                _ => is_draft_agreement,
            };
            assert_eq!(head.contains("Draft."), is_wanted, "{name}: {head}");
        }
    }
}

#[test]
fn a_template_that_forgets_it_is_marked_all_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("agreement.sheet"), ":title T\n:section a | A\nText.\n").expect("a file");
    let flags = ["--kind", "agreement", "--templates", &folder.path().to_string_lossy()];
    for (name, head) in heads(&written("draft", "draft", "draft", "draft"), &flags) {
        assert!(head.contains("Draft. Not agreed and not in force."), "{name}: {head}");
    }
    for (name, head) in heads(&written("in-force", "draft", "draft", "draft"), &flags) {
        assert!(!head.contains("Draft"), "{name}: {head}");
    }
}
