//! The reports of `lint`: each is what its format wants, holds the same findings, is the same twice, and is not broken by any text.

#[allow(dead_code, reason = "made for the tests of the command line, and shared with them")]
#[path = "command_line/tool.rs"]
mod tool;

#[path = "reports/formats.rs"]
mod formats;
#[path = "reports/hostile.rs"]
mod hostile;
#[path = "reports/places.rs"]
mod places;
#[path = "reports/rolled.rs"]
mod rolled;
#[path = "reports/schema.rs"]
mod schema;
#[path = "reports/waived.rs"]
mod waived;

use serde_json::Value;
use std::fs;
use std::path::Path;
use tool::{Folder, Ran};

/// Every format, with the file that it is written to when none is named; two have no file.
const FORMATS: [(&str, &str); 13] = [
    ("rich", "sharewright.txt"),
    ("short", "sharewright-short.txt"),
    ("narrated", "sharewright-narrated.txt"),
    ("json", "sharewright.json"),
    ("json-lines", "sharewright.jsonl"),
    ("sarif", "sharewright.sarif"),
    ("github", ""),
    ("github-summary", ""),
    ("gitlab", "gl-code-quality-report.json"),
    ("junit", "sharewright-junit.xml"),
    ("checkstyle", "sharewright-checkstyle.xml"),
    ("markdown", "sharewright.md"),
    ("html", "sharewright.html"),
];

/// The five case studies of the national guide.
fn case_studies() -> Folder {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/case-studies");
    let mut count = 0;
    let folder = fs::read_dir(from).expect("the case studies").fold(Folder::empty(), |folder, entry| {
        let path = entry.expect("an entry").path();
        count += 1;
        folder.with(&format!("case-studies/{}", path.file_name().expect("a name").to_string_lossy()), fs::read(&path).expect("a case study"))
    });
    assert!(count >= 5, "the case studies are there");
    folder
}

/// Runs `lint` with every format, each into a file of its own; `out/FORMAT` is where it goes.
fn all(folder: &Folder, flags: &[&str]) -> Ran {
    let outputs: Vec<String> = FORMATS.iter().flat_map(|(format, _)| ["--output".to_owned(), format!("{format}=out/{format}")]).collect();
    let outputs: Vec<&str> = outputs.iter().map(String::as_str).collect();
    folder.run(&[["lint", "--each", "--as-of", "2026-11-21"].as_slice(), &outputs, flags].concat())
}

fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.path(path)).unwrap_or_else(|error| panic!("`{path}` is written: {error}"))
}

fn json(folder: &Folder, path: &str) -> Value {
    serde_json::from_str(&read(folder, path)).unwrap_or_else(|error| panic!("`{path}` is JSON: {error}"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("a list: {value}"))
}

fn text<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("`{pointer}` is text in {value}"))
}
