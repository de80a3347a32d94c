//! `sharewright.toml`: found upwards, held against the packs, told with its places; the command line wins.

#[allow(dead_code, reason = "made for the tests of the command line, and shared with them")]
#[path = "command_line/tool.rs"]
mod tool;

#[path = "settings/extended.rs"]
mod extended;
#[path = "settings/places.rs"]
mod places;
#[path = "settings/runs.rs"]
mod runs;
#[path = "reports/schema.rs"]
mod schema;
#[path = "settings/shape.rs"]
mod shape;
#[path = "settings/shown.rs"]
mod shown;
#[path = "settings/weights.rs"]
mod weights;

use tool::Folder;

/// An agreement that says nothing, so that it has findings of every weight.
const THIN: &str = "agreement a \"A\" {\n}\n";

/// A folder with that agreement and some settings.
fn with(settings: &str) -> Folder {
    Folder::empty().with("a.isa", THIN).with("sharewright.toml", settings)
}

/// The findings of a run, one a line, each by itself.
fn findings(folder: &Folder, flags: &[&str]) -> Vec<String> {
    let ran = folder.run(&[["lint", "--format", "short", "--each", "--as-of", "2026-11-21"].as_slice(), flags].concat());
    assert!(ran.code.is_some_and(|code| code < 2), "{ran:?}");
    ran.findings().into_iter().map(str::to_owned).collect()
}

/// The one finding with a code.
#[track_caller]
fn one(findings: &[String], code: &str) -> String {
    let of: Vec<&String> = findings.iter().filter(|line| line.contains(&format!("[{code}]"))).collect();
    assert_eq!(of.len(), 1, "{code}: {findings:?}");
    of[0].clone()
}
