//! Each report over the case studies is what its format wants, and all hold the same findings.

use super::schema::faults;
use super::{FORMATS, all, case_studies, json, list, read, text};
use roxmltree::Document;
use serde_json::Value;
use std::collections::BTreeSet;

fn schema(path: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_json::from_str(&std::fs::read_to_string(path).expect("the schema is there")).expect("a schema is JSON")
}

#[track_caller]
fn is_like(schema: &Value, value: &Value) {
    let faults = faults(schema, value);
    assert!(faults.is_empty(), "{} faults, the first: {:#?}", faults.len(), &faults[..faults.len().min(5)]);
}

#[test]
fn json_is_what_its_schemas_say() {
    let folder = case_studies();
    all(&folder, &["."]);
    let findings = json(&folder, "out/json");
    is_like(&schema("docs/schemas/findings-1.schema.json"), &findings);
    assert!(list(&findings["findings"]).len() > 100);
    let line = schema("docs/schemas/findings-lines-1.schema.json");
    let lines: Vec<Value> = read(&folder, "out/json-lines").lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    for value in &lines {
        is_like(&line, value);
    }
    assert_eq!(lines.len(), list(&findings["findings"]).len() + 2);
    assert_eq!((text(&lines[0], "/line"), text(&lines[lines.len() - 1], "/line")), ("run", "summary"));
    is_like(&schema("tests/schemas/gitlab-code-quality.schema.json"), &json(&folder, "out/gitlab"));
}

#[test]
fn sarif_is_what_the_standard_says() {
    let folder = case_studies();
    all(&folder, &["."]);
    let sarif = json(&folder, "out/sarif");
    is_like(&schema("tests/schemas/sarif-schema-2.1.0.json"), &sarif);
    let run = &sarif["runs"][0];
    let rules = list(&run["tool"]["driver"]["rules"]);
    for result in list(&run["results"]) {
        let rule = &rules[result["ruleIndex"].as_u64().expect("a number") as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        let uri = text(result, "/locations/0/physicalLocation/artifactLocation/uri");
        assert!(uri.starts_with("case-studies/"), "{uri} is given from the folder of the run");
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let place = |line: &str, column: &str| (region[line].as_u64().expect("a line"), region[column].as_u64().expect("a column"));
        assert!(place("startLine", "startColumn") <= place("endLine", "endColumn"), "{region}");
    }
    let question = rules.iter().find(|rule| rule["id"] == "CHK-Q03").expect("a rule that is broken");
    assert_eq!(question["name"], "secure-channels");
    assert!(text(question, "/help/text").contains("What to do next: ") && text(question, "/help/text").contains("Source: "));
    assert!(rules.iter().any(|rule| rule["helpUri"].is_string()), "some source has an address");
    assert!(rules.iter().all(|rule| !text(rule, "/shortDescription/text").is_empty()));
}

#[test]
fn xml_is_well_formed_and_counts_what_it_lists() {
    let folder = case_studies();
    all(&folder, &["."]);
    let findings = list(&json(&folder, "out/json")["findings"]).to_vec();
    let junit = read(&folder, "out/junit");
    let junit = Document::parse(&junit).expect("well-formed");
    let named = |name: &'static str| junit.descendants().filter(move |node| node.has_tag_name(name));
    assert_eq!(named("testsuite").count(), 5);
    assert_eq!(named("failure").count(), findings.iter().filter(|finding| finding["severity"] == "error").count());
    for suite in named("testsuite") {
        let within = |name: &str| suite.descendants().filter(|node| node.has_tag_name(name)).count().to_string();
        assert_eq!((suite.attribute("tests"), suite.attribute("failures"), suite.attribute("skipped")), (Some(&*within("testcase")), Some(&*within("failure")), Some(&*within("skipped"))));
    }
    let checkstyle = read(&folder, "out/checkstyle");
    let checkstyle = Document::parse(&checkstyle).expect("well-formed");
    assert_eq!(checkstyle.root_element().tag_name().name(), "checkstyle");
    assert_eq!(checkstyle.descendants().filter(|node| node.has_tag_name("error")).count(), findings.len());
}

#[test]
fn a_clean_file_is_a_test_that_passes() {
    let folder = super::Folder::empty().with("good.isa", super::tool::GOOD);
    assert_eq!(all(&folder, &["."]).code, Some(0));
    let junit = read(&folder, "out/junit");
    let junit = Document::parse(&junit).expect("well-formed");
    let test = junit.descendants().find(|node| node.has_tag_name("testcase")).expect("a test");
    assert_eq!(test.attribute("name"), Some("nothing was found"));
    assert_eq!(json(&folder, "out/gitlab"), serde_json::json!([]));
    assert_eq!(json(&folder, "out/sarif")["runs"][0]["results"], serde_json::json!([]));
}

#[test]
fn a_finding_below_the_threshold_fails_no_test() {
    let folder = case_studies();
    let failures = |lowest: &str| {
        all(&folder, &["--fail-on", lowest, "."]);
        let junit = read(&folder, "out/junit");
        let junit = Document::parse(&junit).expect("well-formed");
        junit.descendants().filter(|node| node.has_tag_name("failure")).count()
    };
    let (never, error, info) = (failures("never"), failures("error"), failures("info"));
    assert!(never == 0 && error > 0 && info > error, "{never}, {error}, {info}");
}

#[test]
fn a_fingerprint_of_gitlab_stands_for_one_finding() {
    let folder = case_studies();
    // The same agreement in two files has the same findings twice.
    let twice = std::fs::read(folder.path("case-studies/seaview.isa")).expect("a case study");
    let folder = folder.with("more/seaview.isa", twice);
    all(&folder, &["."]);
    let report = json(&folder, "out/gitlab");
    let prints: BTreeSet<&str> = list(&report).iter().map(|issue| text(issue, "/fingerprint")).collect();
    assert_eq!(prints.len(), list(&report).len());
}

#[test]
fn every_report_holds_every_finding() {
    let folder = case_studies();
    all(&folder, &["."]);
    let findings = list(&json(&folder, "out/json")["findings"]).to_vec();
    for (format, _) in FORMATS {
        let report = read(&folder, &format!("out/{format}"));
        let codes = |code: &str| report.matches(code).count();
        for finding in &findings {
            assert!(codes(text(finding, "/code")) > 0, "{format} has no {}", finding["code"]);
        }
    }
    let annotations = read(&folder, "out/github");
    assert_eq!(annotations.lines().count(), findings.len());
    assert!(annotations.lines().all(|line| ["::error file=", "::warning file=", "::notice file="].iter().any(|begin| line.starts_with(begin))));
}

#[test]
fn two_runs_give_the_same_bytes() {
    let folder = case_studies();
    let mut runs = Vec::new();
    for _ in 0..2 {
        let out = all(&folder, &["."]).out;
        runs.push((out, FORMATS.map(|(format, _)| read(&folder, &format!("out/{format}")))));
    }
    assert_eq!(runs[0], runs[1]);
}

#[test]
fn an_html_page_fetches_nothing_and_closes_what_it_opens() {
    let folder = case_studies();
    all(&folder, &["."]);
    let page = read(&folder, "out/html");
    for word in ["<script", "src=", "@import", "url(", "onload"] {
        assert!(!page.contains(word), "{word}");
    }
    for tag in ["html", "body", "main", "section", "article", "dl", "dd", "h2", "h3", "code"] {
        let opened = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
        assert!(opened > 0 && opened == page.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

#[test]
fn what_is_printed_in_a_format_is_what_is_written_in_it() {
    let folder = case_studies();
    all(&folder, &["."]);
    for (format, _) in FORMATS {
        let ran = folder.run(&["lint", "--each", "--as-of", "2026-11-21", "--format", format, "case-studies"]);
        assert_eq!(ran.out, read(&folder, &format!("out/{format}")), "{format}");
    }
}
