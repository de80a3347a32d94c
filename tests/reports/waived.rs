//! What a waiver sets aside, and places in the units of each format.

use super::{Folder, all, json, list, read, text};
use roxmltree::Document;

/// An agreement that sets one question aside.
fn waived() -> Folder {
    Folder::empty().with("a.isa", "agreement a \"A\" {\n  waive CHK-Q03 because \"the new radio comes in May\" owner \"The lead\" until 2027-05-31\n}\n")
}

#[test]
fn a_waiver_is_a_suppression_with_its_reason() {
    let folder = waived();
    all(&folder, &["."]);
    let sarif = json(&folder, "out/sarif");
    let results = list(&sarif["runs"][0]["results"]);
    let of = |code: &str| results.iter().find(|result| result["ruleId"] == code).unwrap_or_else(|| panic!("{code} is there"));
    let suppression = &of("CHK-Q03")["suppressions"][0];
    assert_eq!((text(suppression, "/kind"), text(suppression, "/status")), ("inSource", "accepted"));
    assert_eq!((text(suppression, "/justification"), text(suppression, "/properties/until")), ("the new radio comes in May", "2027-05-31"));
    assert_eq!(of("CHK-Q04")["suppressions"], serde_json::json!([]), "where one says whether it is suppressed, all do");
}

#[test]
fn a_waived_finding_is_skipped_or_left_out() {
    let folder = waived();
    all(&folder, &["."]);
    let junit = read(&folder, "out/junit");
    let junit = Document::parse(&junit).expect("well-formed");
    let skipped: Vec<_> = junit.descendants().filter(|node| node.has_tag_name("skipped")).collect();
    assert_eq!(skipped.len(), 1);
    assert_eq!(skipped[0].attribute("message"), Some("waived until 2027-05-31: the new radio comes in May"));
    for format in ["rich", "short", "narrated", "github", "github-summary", "gitlab", "checkstyle"] {
        let report = read(&folder, &format!("out/{format}"));
        assert!(report.contains("CHK-Q04") && !report.contains("CHK-Q03"), "{format}");
    }
    for format in ["json", "json-lines", "markdown", "html"] {
        let report = read(&folder, &format!("out/{format}"));
        assert!(report.contains("CHK-Q03") && report.contains("the new radio comes in May"), "{format}");
    }
}

#[test]
fn sarif_counts_columns_in_units_of_utf_16() {
    let folder = Folder::empty().with("a.isa", "agreement a \"A\" {\n  note \"\u{1F600}\u{1F600}\u{e9}\" wrong-word x\n}\n");
    all(&folder, &["."]);
    let place = |found: &serde_json::Value| found["headline"].as_str().is_some_and(|headline| headline.contains("wrong-word"));
    let findings = json(&folder, "out/json");
    let index = list(&findings["findings"]).iter().position(place).expect("the word is found");
    let sarif = json(&folder, "out/sarif");
    let region = &sarif["runs"][0]["results"][index]["locations"][0]["physicalLocation"]["region"];
    let finding = &findings["findings"][index];
    assert_eq!(sarif["runs"][0]["columnKind"], "utf16CodeUnits");
    assert_eq!(region["startLine"], 2);
    assert_eq!(region["startColumn"].as_u64(), finding["place"]["column"].as_u64().map(|column| column + 2), "two characters take two units each: {region} {finding}");
}

#[test]
fn a_path_below_the_folder_of_the_run_is_given_from_there() {
    let folder = waived();
    let place = folder.path("a.isa");
    all(&folder, &[&std::fs::canonicalize(place).expect("a path").to_string_lossy()]);
    let sarif = json(&folder, "out/sarif");
    assert_eq!(text(&sarif, "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri"), "a.isa");
    assert_eq!(text(&json(&folder, "out/gitlab"), "/0/location/path"), "a.isa");
    assert!(read(&folder, "out/github").starts_with("::error file=a.isa,") || read(&folder, "out/github").starts_with("::warning file=a.isa,"));
}
