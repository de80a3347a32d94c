//! Text that is meant to break a report: in a file's name, a label, a citation, the reason of a waiver.

use super::{FORMATS, Folder, all, json, list, read, text};
use roxmltree::Document;

/// Markup of every format, the marks that turn the reading order, and a command of GitHub.
const EVIL: &str = "]]> </testsuite><script>alert(1)</script> ::error::x %0A::stop-commands::y | `z` [a](https://evil.example) {0} \u{202E}rtl\u{1b}[31m ##[error]w *b* \\";

const NAME: &str = "a b,c::d%0A<e>&'\"[f](g){0}|`h`#.isa";

fn hostile() -> Folder {
    let evil = EVIL.replace('"', "'");
    let agreement = format!(
        "agreement a \"{evil}\" {{\n  between trus\n  law \"{evil}\"\n  note \"{evil}\n::error::in the file\"\n  waive CHK-Q03 because \"{evil}\" owner \"The lead\" until 2027-01-01\n  unknown-{} \"x\"\n}}\n{evil}\n",
        "word"
    );
    Folder::empty().with(NAME, agreement)
}

#[test]
fn no_text_breaks_a_report() {
    let folder = hostile();
    let ran = all(&folder, &["."]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    let findings = list(&json(&folder, "out/json")["findings"]).to_vec();
    assert!(findings.len() > 10, "{}", findings.len());
    assert_eq!(list(&json(&folder, "out/sarif")["runs"][0]["results"]).len(), findings.len());
    json(&folder, "out/gitlab");
    for line in read(&folder, "out/json-lines").lines() {
        serde_json::from_str::<serde_json::Value>(line).expect("a line is JSON");
    }
    for format in ["junit", "checkstyle"] {
        let report = read(&folder, &format!("out/{format}"));
        Document::parse(&report).unwrap_or_else(|error| panic!("{format}: {error}\n{report}"));
    }
    let junit = read(&folder, "out/junit");
    assert_eq!(Document::parse(&junit).expect("well-formed").descendants().filter(|node| node.has_tag_name("testcase")).count(), findings.len());
}

#[test]
fn no_report_for_people_holds_a_control_character() {
    let folder = hostile();
    all(&folder, &["."]);
    for (format, _) in FORMATS.iter().filter(|(format, _)| !["json", "json-lines", "sarif"].contains(format)) {
        let report = read(&folder, &format!("out/{format}"));
        assert!(!report.contains(['\u{1b}', '\u{202E}']), "{format}");
    }
}

#[test]
fn no_text_is_markup() {
    let folder = hostile();
    all(&folder, &["."]);
    assert!(!read(&folder, "out/html").contains("<script"));
    for format in ["markdown", "github-summary"] {
        let report: String = read(&folder, &format!("out/{format}")).lines().map(without_code).collect();
        assert!(!report.contains("<script") && !report.contains("[a](") && !report.contains("[f]("), "{format}: {report}");
    }
    let summary = read(&folder, "out/github-summary");
    let rows: Vec<&str> = summary.lines().filter(|line| line.starts_with("| ")).collect();
    for row in &rows {
        let bars = row.replace("\\|", "").matches('|').count();
        assert_eq!(bars, 5, "a row has four cells: {row}");
    }
    assert!(rows.len() > 10);
}

/// A line of Markdown without what stands in it as code, where nothing is markup.
fn without_code(line: &str) -> String {
    let pieces: Vec<String> = line.replace("\\`", "").split('`').map(str::to_owned).collect();
    assert!(!pieces.len().is_multiple_of(2), "code ends on the line on which it begins: {line}");
    pieces.into_iter().step_by(2).collect()
}

#[test]
fn no_text_is_a_command_of_github() {
    let folder = hostile();
    all(&folder, &["."]);
    let annotations = read(&folder, "out/github");
    assert!(annotations.lines().count() > 10);
    for line in annotations.lines() {
        let (level, rest) = line.strip_prefix("::").and_then(|line| line.split_once(' ')).expect("a command");
        assert!(["error", "warning", "notice"].contains(&level), "{line}");
        let (properties, _) = rest.split_once("::").expect("a message");
        let names: Vec<&str> = properties.split(',').map(|property| property.split_once('=').expect("a property").0).collect();
        assert!(names == ["file", "line", "endLine", "col", "endColumn", "title"] || names == ["file", "line", "endLine", "title"], "{properties}");
    }
}

#[test]
fn a_path_is_an_address_that_leads_back_to_it() {
    let folder = hostile();
    all(&folder, &["."]);
    let sarif = json(&folder, "out/sarif");
    let uri = text(&sarif, "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri");
    let mut bytes = Vec::new();
    let mut rest = uri.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().expect("a digit")).to_digit(16).expect("a digit") as u8;
        bytes.push(if byte == b'%' { digit() * 16 + digit() } else { byte });
    }
    assert_eq!(String::from_utf8(bytes).expect("UTF-8"), NAME);
}
