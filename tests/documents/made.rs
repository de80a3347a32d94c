//! Papers made by the tool, read back.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The day for which papers are made.
pub const TODAY: &str = "2026-11-21";

/// The kinds of paper that these tests read.
pub const KINDS: [&str; 10] = ["agreement", "procedure", "notice", "summary", "dpia", "guardian-report", "one-off-report", "record", "reply", "policy"];

/// Where the crate stands.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Makes papers of some paths, seen from a folder: the name of each file and its bytes, sorted.
#[track_caller]
pub fn build_files(from: &Path, paths: &[&str], flags: &[&str]) -> Vec<(String, Vec<u8>)> {
    let out = tempfile::tempdir().expect("a folder");
    let ran = builder(from, out.path(), paths, flags).args(["--as-of", TODAY]).output().expect("the tool runs");
    assert!(ran.status.success(), "{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    files(out.path())
}

/// The same for papers that are text.
#[track_caller]
pub fn build(from: &Path, paths: &[&str], flags: &[&str]) -> Vec<(String, String)> {
    build_files(from, paths, flags).into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

/// The command that makes papers of some paths, seen from a folder, into another.
pub fn builder(from: &Path, out: &Path, paths: &[&str], flags: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sharewright"));
    command.arg("build").args(paths).args(flags).arg("--out").arg(out).current_dir(from);
    command
}

/// The format of a paper, by the ending of its name.
pub fn format_of(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or("")
}

/// The files of a folder, by name.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("the papers").map(|entry| entry.expect("an entry").path());
    let mut found: Vec<_> = entries.filter(|path| path.is_file()).map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(&path).expect("a file"))).collect();
    found.sort();
    found
}
