//! Papers as PDF: every kind of the examples is written and passes the checks of the writer, twice the same. Run with
//! `cargo test --features pdf --test pdf`; `.ci/run` does so with the tests of the crate in `pdf/`.

#![cfg(feature = "pdf")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Papers of a path: the name of each file, and its bytes.
fn papers(path: &str, flags: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let out = tempfile::tempdir().expect("a folder");
    let ran = Command::new(env!("CARGO_BIN_EXE_sharewright"))
        .args(["build", path, "--format", "pdf", "--as-of", "2026-11-21", "--out"])
        .arg(out.path())
        .args(flags)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .expect("the tool runs");
    assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.expect("an entry").path();
        (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(&path).expect("a file"))
    };
    fs::read_dir(out.path()).expect("the papers").map(read).collect()
}

#[track_caller]
fn are_sound(papers: &BTreeMap<String, Vec<u8>>) {
    for (name, file) in papers {
        let holds = |words: &str| file.windows(words.len()).any(|window| window == words.as_bytes());
        assert!(file.starts_with(b"%PDF-1.7") && holds("<pdfuaid:part>1<") && holds("2026-11-21"), "{name}");
    }
}

#[test]
fn every_kind_of_the_complete_example_is_written_twice_the_same() {
    let once = papers("examples/complete", &[]);
    for kind in ["agreement", "procedure", "summary", "dpia", "guardian-report", "one-off-report", "record", "reply", "policy", "notice"] {
        assert!(once.keys().any(|name| name.ends_with(&format!("-{kind}.pdf"))), "no {kind} is made");
    }
    are_sound(&once);
    assert!(once == papers("examples/complete", &[]), "two runs differ");
}

#[test]
fn the_case_studies_are_written() {
    let made = papers("examples/case-studies", &["--kind", "agreement,guardian-report"]);
    assert!(made.len() >= 10, "{} papers", made.len());
    are_sound(&made);
}
