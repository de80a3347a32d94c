//! The log of disclosure records, as a process: every filter with a record that it lets through and one that it does not, what is overdue
//! and when, counts with small numbers hidden, and nothing that names a person.

#[allow(dead_code, reason = "made for the tests of the command line, and shared with them")]
#[path = "command_line/tool.rs"]
mod tool;

#[path = "disclosures/counts.rs"]
mod counts;
#[path = "disclosures/documents.rs"]
mod documents;
#[path = "disclosures/filters.rs"]
mod filters;
#[path = "disclosures/shown.rs"]
mod shown;
#[path = "disclosures/times.rs"]
mod times;

use serde_json::Value;
use tool::{Folder, Ran};

/// The folder of the complete records.
const COMPLETE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/complete");

/// The day on which the tests ask.
const DAY: &str = "2026-11-21";

/// A record with a reference of its own name.
fn record(name: &str, body: &str) -> String {
    format!("disclosure {name} \"A label\" {{\n  reference \"{name}\"\n{body}\n}}\n")
}

/// A folder with one file for each record.
fn folder(records: &[(&str, &str)]) -> Folder {
    records.iter().fold(Folder::empty(), |folder, (name, body)| folder.with(&format!("{name}.disclosure"), record(name, body)))
}

/// The log of a folder, on [`DAY`] unless the flags name another.
fn log(folder: &Folder, flags: &[&str]) -> Ran {
    let day: &[&str] = if flags.contains(&"--as-of") { &[] } else { &["--as-of", DAY] };
    folder.run(&[&["disclosures"], day, flags].concat())
}

/// The log as JSON.
fn json(folder: &Folder, flags: &[&str]) -> Value {
    let ran = log(folder, &[["--format", "json"].as_slice(), flags].concat());
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
}

/// The references of the records that are listed, in their order.
fn listed(folder: &Folder, flags: &[&str]) -> Vec<String> {
    let log = json(folder, flags);
    log["records"].as_array().expect("records").iter().map(|record| record["reference"].as_str().expect("a reference").to_owned()).collect()
}
