//! Papers as PDF: every kind of the examples is written, passes the checks of the writer, is twice the same, and says what a person has
//! read. Run with `.ci/pdf`. After a change, `UPDATE=1 .ci/pdf`, and read the difference before it is kept.

#![cfg(feature = "pdf")]

#[path = "pdf/structure.rs"]
mod structure;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use structure::structure;

/// Papers of a path, into a folder: the name of each file, and its bytes.
fn papers(path: &str, out: &Path, flags: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let ran = Command::new(env!("CARGO_BIN_EXE_sharewright"))
        .args(["build", path, "--format", "pdf", "--as-of", "2026-11-21", "--out"])
        .arg(out)
        .args(flags)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .expect("the tool runs");
    assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.expect("an entry").path();
        (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(&path).expect("a file"))
    };
    fs::read_dir(out).expect("the papers").map(read).collect()
}

/// Makes papers twice, checks them, and compares what poppler reads in each with what a person has read.
fn are_kept(path: &str, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let (out, again) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let once = papers(path, out.path(), &[]);
    for (name, file) in &once {
        let holds = |words: &str| file.windows(words.len()).any(|window| window == words.as_bytes());
        assert!(file.starts_with(b"%PDF-1.7") && holds("<pdfuaid:part>1<") && holds("2026-11-21"), "{name}");
    }
    assert!(once == papers(path, again.path(), &[]), "two runs differ");
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/pdf").join(folder);
    let is_update = std::env::var_os("UPDATE").is_some();
    if is_update {
        fs::create_dir_all(&kept).expect("the folder is made");
    }
    let mut wrong = Vec::new();
    // Of the records one is kept; the others are alike.
    for name in once.keys().filter(|name| !name.starts_with("d-") || name.starts_with("d-night-")) {
        let Some(found) = structure(&out.path().join(name)) else {
            println!("skipped: poppler is not installed");
            return once;
        };
        let path = kept.join(format!("{name}.txt"));
        if is_update {
            fs::write(&path, &found).expect("the paper is written");
        }
        let wanted = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if let Some(differs) = found.lines().zip(wanted.lines().chain([""])).find(|(found, wanted)| found != wanted) {
            wrong.push(format!("{name}: {differs:?}"));
        } else if found != wanted {
            wrong.push(format!("{name}: its end"));
        }
    }
    assert!(wrong.is_empty(), "other than in tests/golden/pdf/{folder}, with the first difference of each:\n{}\nRead them, then UPDATE=1 .ci/pdf", wrong.join("\n"));
    once
}

#[test]
fn every_kind_of_the_complete_example_says_what_was_read() {
    let made = are_kept("examples/complete", "complete");
    for kind in ["agreement", "procedure", "summary", "dpia", "guardian-report", "one-off-report", "record", "reply", "policy", "notice"] {
        assert!(made.keys().any(|name| name.ends_with(&format!("-{kind}.pdf"))), "no {kind} is made");
    }
}

#[test]
fn the_papers_of_the_case_studies_say_what_was_read() {
    let made = are_kept("examples/case-studies", "case-studies");
    assert!(made.len() >= 50, "{} papers", made.len());
}

#[test]
fn what_is_meant_for_one_page_stands_on_one() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in papers("examples/complete", folder.path(), &["--kind", "summary,notice"]).keys() {
        let Ok(ran) = Command::new("pdftotext").arg(folder.path().join(name)).arg("-").output() else { return println!("skipped: poppler is not installed") };
        let text = String::from_utf8_lossy(&ran.stdout).into_owned();
        let pages: Vec<&str> = text.split('\u{c}').collect();
        if name.ends_with("-summary.pdf") {
            assert_eq!(pages.len(), 2, "{name} has one page, and what follows the last one");
        } else {
            let with = |words: &str| pages.iter().position(|page| page.contains(words)).unwrap_or_else(|| panic!("{name} says `{words}`"));
            // The contents of the first page name them too.
            let after = |words: &str| pages.iter().skip(1).position(|page| page.contains(words)).unwrap_or_else(|| panic!("{name} says `{words}`")) + 1;
            assert_eq!((after("On one page"), after("About this notice"), after("In full")), (1, 1, 2), "{name}");
            assert!(with("We last changed it on") == 1, "{name}");
        }
    }
}

#[test]
fn a_megabyte_in_one_text_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    // Letters that are read from right to left among others: what made the time grow with the square of the length.
    let long = "one <b> two | three \u{5d0} \u{1f600} ".repeat(1_000_000 / 30);
    let source = folder.path().join("a.isa");
    fs::write(&source, format!("party police \"Police\" {{\n  kind police-force\n}}\nagreement car \"Car\" {{\n  between police\n  purpose help \"Help\" {{\n    statement \"{long}\"\n  }}\n}}\n"))
        .expect("a file");
    let made = papers(&source.to_string_lossy(), &folder.path().join("out"), &["--kind", "agreement"]);
    assert!(made["car-agreement.pdf"].len() > 100_000);
}
