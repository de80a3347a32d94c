//! The command, and other programs that read what it writes.

use crate::sound::{assert_sound, parts};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const TEMPLATE: &str =
    ":title {{ document.label }}\n:numbered\n:contents\n:section parties | The parties\n{% for party in parties %}\n:clause {{ party.path }} | **{{ party.label }}**\n{% endfor %}\n";

fn build(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sharewright")).current_dir(env!("CARGO_MANIFEST_DIR")).arg("build").args(arguments).output().expect("the command runs")
}

/// Builds the agreement of the complete example by a template of its own, so that only Word is on trial.
fn build_agreement(folder: &Path, arguments: &[&str]) -> Output {
    let templates = folder.join("templates");
    std::fs::create_dir_all(&templates).expect("a folder");
    std::fs::write(templates.join("agreement.sheet"), TEMPLATE).expect("a template");
    let (templates, out) = (templates.to_string_lossy().into_owned(), folder.join("out").to_string_lossy().into_owned());
    let fixed = ["examples/complete", "--kind", "agreement", "--format", "docx", "--as-of", "2026-06-01", "--templates", &templates, "--out", &out];
    build(&[&fixed, arguments].concat())
}

/// The Word files of the complete example, in a folder.
fn built(folder: &Path) -> Vec<PathBuf> {
    let out = folder.join("out");
    let done = build_agreement(folder, &[]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let files: Vec<PathBuf> = std::fs::read_dir(out).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    assert!(!files.is_empty());
    files
}

#[test]
fn the_complete_example_is_sound_and_stays_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in built(folder.path()) {
        assert_sound(&std::fs::read(file).expect("a file"));
    }
    let check = build_agreement(folder.path(), &["--check"]);
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
}

#[test]
fn a_reference_document_is_printed_and_taken() {
    let folder = tempfile::tempdir().expect("a folder");
    let printed = build(&["--print-reference-doc"]);
    assert!(printed.status.success());
    assert_sound(&printed.stdout);
    let path = folder.path().join("house.docx");
    std::fs::write(&path, &printed.stdout).expect("a file");
    let out = folder.path().join("out");
    let done = build_agreement(folder.path(), &["--reference-doc", &path.to_string_lossy()]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let file = std::fs::read_dir(out).expect("the folder").next().expect("a file").expect("an entry").path();
    assert!(parts(&std::fs::read(file).expect("a file")).contains_key("word/document.xml"));
}

#[test]
fn a_reference_document_that_cannot_be_used_is_told_before_anything_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    for (path, why) in [("Cargo.toml", "no .docx file"), ("nowhere.docx", "there is no such file")] {
        let done = build(&["examples/complete", "--reference-doc", path, "--out", &out.to_string_lossy()]);
        assert_eq!(done.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&done.stderr).contains(why), "{}", String::from_utf8_lossy(&done.stderr));
    }
    assert!(!out.exists());
}

/// `LibreOffice` opens and saves, python-docx reads. `SHAREWRIGHT_PYTHON` names the Python that has python-docx.
#[test]
fn other_programs_keep_what_they_are_given() {
    // What a test prints is shown only when it fails; a skip is said past that.
    let say = |text: &str| {
        let _ = std::io::stderr().lock().write_all(format!("other_programs_keep_what_they_are_given: {}\n", text.trim()).as_bytes());
    };
    let folder = tempfile::tempdir().expect("a folder");
    let whole = folder.path().join("reference.docx");
    std::fs::write(&whole, build(&["--print-reference-doc"]).stdout).expect("a file");
    let python = std::env::var("SHAREWRIGHT_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let tool = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tools/word_round_trip.py");
    match Command::new(&python).arg(tool).arg(&whole).output() {
        Err(error) => say(&format!("skipped: {python} cannot be run: {error}")),
        Ok(done) if done.status.code() == Some(77) => say(&String::from_utf8_lossy(&done.stdout)),
        Ok(done) => assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr)),
    }
}
