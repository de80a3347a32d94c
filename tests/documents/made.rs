//! Papers made by the tool, read back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The day for which papers are made.
pub const TODAY: &str = "2026-11-21";

/// The kinds of paper that these tests read.
pub const KINDS: [&str; 9] = ["agreement", "procedure", "summary", "dpia", "guardian-report", "one-off-report", "record", "reply", "policy"];

/// Where the crate stands.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Makes papers of some paths, seen from a folder: the name of each file and its text, sorted.
#[track_caller]
pub fn build(from: &Path, paths: &[&str], flags: &[&str]) -> Vec<(String, String)> {
    let out = tempfile::tempdir().expect("a folder");
    let ran =
        Command::new(env!("CARGO_BIN_EXE_sharewright")).arg("build").args(paths).args(flags).args(["--as-of", TODAY]).arg("--out").arg(out.path()).current_dir(from).output().expect("the tool runs");
    assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    let mut made: Vec<(String, String)> = fs::read_dir(out.path())
        .expect("the papers")
        .map(|entry| {
            let path = entry.expect("an entry").path();
            (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read_to_string(&path).expect("UTF-8"))
        })
        .collect();
    made.sort();
    made
}
