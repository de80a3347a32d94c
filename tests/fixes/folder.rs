//! A folder with files in it, the tool run there, and what it found.

use serde_json::Value;
use std::fs;
use std::process::Command;
use tempfile::TempDir;

/// The day that every run answers for.
pub const TODAY: &str = "2026-11-21";

/// A folder that goes away with the test.
pub struct Folder(pub TempDir);

/// What a run ended with.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Folder {
    /// A folder with one file.
    pub fn with(text: &str) -> Self {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        folder.put("a.isa", text);
        folder
    }

    pub fn put(&self, path: &str, text: &str) {
        fs::write(self.0.path().join(path), text).expect("written");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.path().join(path)).expect("read")
    }

    /// `lint` of the folder.
    pub fn lint(&self, arguments: &[&str]) -> Ran {
        let ran = Command::new(env!("CARGO_BIN_EXE_sharewright")).arg("lint").args(arguments).args(["--as-of", TODAY]).current_dir(self.0.path()).output().expect("the tool runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Ran { code: ran.status.code(), out: text(ran.stdout), err: text(ran.stderr) }
    }

    /// Codes and headlines of what is found in `a.isa`, sorted.
    pub fn findings(&self) -> Vec<(String, String)> {
        let report: Value = serde_json::from_str(&self.lint(&["--format", "json", "a.isa"]).out).expect("JSON");
        let word = |finding: &Value, key: &str| finding[key].as_str().expect("a text").to_owned();
        let mut found: Vec<(String, String)> = report["findings"].as_array().expect("findings").iter().map(|finding| (word(finding, "code"), word(finding, "headline"))).collect();
        found.sort();
        found
    }
}
