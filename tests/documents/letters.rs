//! The letter to whoever asked: it never tells what is kept back, and what nobody has said yet is seen to be missing.

use super::made::{build, build_files, root};
use super::word_text::word_text;
use std::fs;
use std::path::Path;

const FORMATS: [&str; 2] = ["--kind", "reply"];

/// The letter of a record in every format.
fn letters(from: &Path, path: &str) -> Vec<String> {
    let text = |name: &str, bytes: &[u8]| if name.ends_with("docx") { word_text(bytes) } else { String::from_utf8(bytes.to_vec()).expect("UTF-8") };
    build_files(from, &[path], &[&FORMATS[..], &["--format", "md,html,docx"]].concat()).iter().map(|(name, bytes)| text(name, bytes)).collect()
}

fn record(body: &str) -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let text = format!("party trust \"Trust\" {{\n  kind nhs-trust\n}}\ndisclosure night \"Night\" {{\n  holder trust\n{body}\n}}\n");
    fs::write(folder.path().join("a.disclosure"), text).expect("a file");
    let letters = letters(folder.path(), "a.disclosure");
    (folder, letters)
}

#[test]
fn a_letter_never_tells_what_is_kept_back() {
    // Who has not asked cannot write again.
    let asked = ["  request police { sufficient yes }\n", ""].into_iter().zip(["write to us again", "write to us with the law"]);
    for (outcome, (request, may_write)) in ["partly", "refused", "shared"].into_iter().flat_map(|outcome| asked.clone().map(move |asked| (outcome, asked))) {
        let body = format!(
            "{request}  decision {outcome} by \"nurse\" on 2026-03-02 because \"Her illness has no bearing.\"\n  disclosed \"date of the last visit\"\n  withheld \"her psychiatric history\" because \"A sectioned patient.\"\n  redacted \"the illness of her sister\" by \"manager\" class third-party because \"The sister is ill.\""
        );
        let (_folder, letters) = record(&body);
        assert_eq!(letters.len(), 3);
        for letter in letters {
            for hidden in ["psychiatric", "sectioned", "sister", "illness", "other people"] {
                assert!(!letter.contains(hidden), "{outcome}: `{hidden}` in {letter}");
            }
            assert!(letter.contains("not share") && letter.contains("Our reasons are written down.") && letter.contains(may_write), "{outcome}: {letter}");
        }
    }
}

#[test]
fn no_letter_of_the_examples_tells_what_their_records_keep_back() {
    let made = build(&root(), &["examples/complete", "examples/disclosures"], &["--kind", "reply", "--format", "md"]);
    for (name, record) in build(&root(), &["examples/complete", "examples/disclosures"], &["--kind", "record", "--format", "json"]) {
        let document: serde_json::Value = serde_json::from_str(&record).expect("JSON");
        let tables = document["blocks"].as_array().expect("blocks").iter().filter(|block| block["is"] == "table" && block["caption"][0]["of"] == "What was held back");
        let rows: Vec<String> = tables.flat_map(|table| table["rows"].as_array().expect("rows")).map(|row| row[0][0]["of"].as_str().unwrap_or_default().replace(" (taken out)", "")).collect();
        let hidden: Vec<&String> = rows.iter().filter(|what| !what.is_empty() && !what.starts_with("None")).collect();
        if hidden.is_empty() {
            continue;
        }
        let stem = name.replace("-record.json", "");
        let (_, letter) = made.iter().find(|(known, _)| *known == format!("{stem}-reply.md")).expect("its letter");
        let told = letter.split("What you asked").last().and_then(|rest| rest.split_once("\n## ")).map_or(letter.as_str(), |(_, answer)| answer);
        for what in hidden {
            assert!(!told.contains(&format!("- {what}\n")), "{name}: `{what}` in {letter}");
        }
    }
}

#[test]
fn what_nobody_has_said_yet_is_seen_to_be_missing() {
    let body = "  request police {\n    officer \"duty inspector\" of ?\n  }\n  decision shared\n  disclosed \"date of the last visit\"\n  good-until ?\n  written-reply ?";
    let (folder, letters) = record(body);
    for letter in &letters {
        assert!(letter.contains("not known yet"), "{letter}");
    }
    let marked = letters.iter().find(|letter| letter.contains("<mark>")).expect("the page");
    assert!(marked.contains("duty inspector, <mark>[not known yet]</mark>"), "{marked}");
    assert_eq!(marked.matches("not known yet").count(), marked.matches("<mark>[not known yet]</mark>").count() + marked.matches("To be answered:").count(), "{marked}");
    drop(folder);
}
