//! Runs of the command that several tests need.

use serde_json::Value;
use std::process::Command;

fn json(arguments: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_sharewright")).current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().expect("the command runs");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// The checklist of a path on a day.
pub fn checklist(path: &str, day: &str) -> Value {
    json(&["checklist", path, "--format", "json", "--as-of", day])
}

/// The findings of a path on a day.
pub fn lint(path: &str, day: &str) -> Value {
    json(&["lint", path, "--format", "json", "--as-of", day])
}

/// The codes of the findings, each once.
pub fn codes(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().expect("findings");
    let mut codes: Vec<String> = findings.iter().filter_map(|finding| finding["code"].as_str().map(str::to_owned)).collect();
    codes.sort();
    codes.dedup();
    codes
}
