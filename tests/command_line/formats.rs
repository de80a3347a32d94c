//! The formats of findings: each says the same, each in its own shape, and twice the same bytes.

use super::tool::{Folder, GOOD};
use serde_json::Value;

const DAY: [&str; 2] = ["--as-of", "2026-11-21"];

/// Files with findings of every severity and sort: of reading, of text, of names, of rules.
fn messy() -> Folder {
    let agreement = "use \"good.isa\"\nuse \"gone.isa\"\n\nagreement a \"Überblick\" {\n  between police, trus\n  reference: \"x\"\n  note \"ä; ö; ü\"; \n  law dpa-1998\n}\n";
    (0..20).fold(Folder::new().with("good.isa", GOOD).with("a.isa", agreement).with("latin.isa", b"party p \"P\" {\n}\n\xe9\n"), |folder, number| {
        folder.with(&format!("more/{number:02}.isa"), format!("use \"{number:02}.isa\"\nagreement b{number} \"B\" {{\n  between gone-{number}\n}}\n"))
    })
}

fn lint(format: &str) -> String {
    let ran = messy().run(&[["lint", "--each", "--format", format, "missing.isa", "."].as_slice(), &DAY].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    ran.out
}

fn json() -> Vec<Value> {
    let document: Value = serde_json::from_str(&lint("json")).expect("the output is JSON");
    assert_eq!(document["schema"], "sharewright.findings/1");
    assert_eq!(document["law_date"], "2026-11-21");
    document["findings"].as_array().expect("a list").clone()
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_else(|| panic!("`{field}` is text in {value}"))
}

#[test]
fn the_format_never_changes_the_exit_code() {
    let formats = ["rich", "short", "narrated", "json"];
    for (paths, code) in [(["."].as_slice(), 1), (&["good.isa"], 0), (&["gone.isa"], 1), (&["empty"], 3), (&[".", "--as-of", "x"], 2), (&["good.isa", "--fail-on", "info"], 0)] {
        for format in formats {
            let ran = messy().with_folder("empty").run(&[&["lint", "--format", format], paths].concat());
            assert_eq!(ran.code, Some(code), "{format} of {paths:?}");
        }
    }
}

#[test]
fn a_fingerprint_stays_when_lines_move() {
    let prints = |text: &str| {
        let ran = Folder::empty().with("a.isa", text).run(&[["lint", "--format", "json", "."].as_slice(), &DAY].concat());
        let document: Value = serde_json::from_str(&ran.out).expect("the output is JSON");
        document["findings"].as_array().expect("a list").iter().map(|finding| text_of(finding, "fingerprint")).collect::<Vec<_>>()
    };
    let text = "agreement a \"A\" {\n  between trus\n  law dpa-1998\n}\n";
    let moved = format!("# A remark.\n\n{}", text.replace("\n  ", "\n\n      "));
    assert!(prints(text).len() > 20);
    assert_eq!(prints(text), prints(&moved));
}

#[test]
fn no_finding_says_the_same_twice() {
    for finding in json() {
        let mut notes: Vec<&str> = finding["notes"].as_array().expect("notes").iter().filter_map(Value::as_str).collect();
        let all = notes.len();
        notes.sort_unstable();
        notes.dedup();
        assert_eq!(notes.len(), all, "{finding}");
    }
}

#[test]
fn every_headline_is_one_line_that_ends_without_a_full_stop() {
    for finding in json() {
        let headline = text(&finding, "headline");
        assert!(!headline.contains('\n') && !headline.ends_with('.'), "{headline:?}");
        assert!(!headline.starts_with(|c: char| c.is_uppercase()), "{headline:?}");
    }
}

fn text_of(value: &Value, field: &str) -> String {
    text(value, field).to_owned()
}

/// `file:line:column: severity[CODE]: headline`
fn as_line(finding: &Value) -> String {
    let place = &finding["place"];
    format!("{}:{}:{}: {}[{}]: {}", text(place, "file"), place["line"], place["column"], text(finding, "severity"), text(finding, "code"), text(finding, "headline"))
}

#[test]
fn json_holds_places_that_are_true() {
    let folder = messy();
    let findings = json();
    assert!(findings.len() > 50);
    let mut marked = Vec::new();
    for finding in &findings {
        for place in [&finding["place"]].into_iter().chain(finding["labels"].as_array().expect("labels")).chain(finding["fixes"].as_array().expect("fixes")) {
            let Ok(content) = std::fs::read(folder.path(text(place, "file"))) else { continue };
            let (start, end) = (place["start"].as_u64().expect("a number") as usize, place["end"].as_u64().expect("a number") as usize);
            let before = std::str::from_utf8(&content[..start]).expect("a place begins with a character");
            let within = std::str::from_utf8(&content[start..end]).expect("a place ends with a character");
            assert_eq!(place["line"], before.matches('\n').count() + 1, "{finding}");
            assert_eq!(place["column"], before.rsplit('\n').next().unwrap_or("").chars().count() + 1, "{finding}");
            marked.push(within.to_owned());
        }
    }
    for wanted in ["kidn", "trus", ";", "\"gone.isa\""] {
        assert!(marked.iter().any(|found| found == wanted), "`{wanted}` is pointed at");
    }
}

#[test]
fn json_holds_everything_about_a_finding() {
    for finding in json() {
        for field in ["code", "rule", "severity", "headline", "help", "fingerprint", "state"] {
            assert!(!text(&finding, field).is_empty(), "`{field}` is empty in {finding}");
        }
        assert!(matches!(text(&finding, "severity"), "error" | "warning" | "info"));
    }
}

#[test]
fn json_counts_what_it_lists() {
    let document: Value = serde_json::from_str(&lint("json")).expect("the output is JSON");
    let of = |severity: &str| document["findings"].as_array().expect("a list").iter().filter(|finding| finding["severity"] == severity).count();
    assert_eq!(document["summary"]["errors"], of("error"));
    assert_eq!(document["summary"]["warnings"], of("warning"));
    assert_eq!(document["summary"]["files"], 24);
    assert_eq!(document["summary"]["agreements"], 21);
}

#[test]
fn json_without_findings_is_json_too() {
    let ran = Folder::empty().with("good.isa", GOOD).run(&["lint", "--format", "json"]);
    let document: Value = serde_json::from_str(&ran.out).expect("the output is JSON");
    assert_eq!((ran.code, document["findings"].as_array().map(Vec::len)), (Some(0), Some(0)));
}

#[test]
fn short_is_one_sorted_line_a_finding() {
    let out = lint("short");
    let lines: Vec<&str> = out.lines().collect();
    let (findings, summary) = lines.split_at(lines.len() - 2);
    assert!(summary[0].starts_with("checked 24 files with 21 agreements: "), "{summary:?}");
    let mut places = Vec::new();
    for line in findings {
        let mut parts = line.splitn(4, ':');
        let (file, at, column, rest) = (parts.next().expect("a file"), parts.next().expect("a line"), parts.next().expect("a column"), parts.next().expect("a finding"));
        assert!([" error[", " warning[", " info["].iter().any(|word| rest.starts_with(word)), "{line}");
        places.push((file.to_owned(), at.parse::<u32>().expect("a line number"), column.parse::<u32>().expect("a column number")));
    }
    let mut sorted = places.clone();
    sorted.sort();
    assert_eq!(places[0].0, "missing.isa", "what cannot be found at all comes first");
    assert_eq!(places[1..], sorted[..].iter().filter(|place| place.0 != "missing.isa").cloned().collect::<Vec<_>>()[..]);
}

#[test]
fn every_format_has_the_same_findings_in_the_same_order() {
    let wanted: Vec<String> = json().iter().map(as_line).collect();
    let short = lint("short");
    let short: Vec<&str> = short.lines().filter(|line| !line.starts_with("checked ") && !line.starts_with("law ")).collect();
    assert_eq!(short.len(), wanted.len());
    for (line, wanted) in short.iter().zip(&wanted) {
        assert!(line.starts_with(wanted), "{line} is {wanted}");
    }
    let heads: Vec<String> = json().iter().map(|finding| format!("{}[{}]: {}", text(finding, "severity"), text(finding, "code"), text(finding, "headline"))).collect();
    let rich = lint("rich");
    let drawn: Vec<&str> = rich.lines().filter(|line| ["error[", "warning[", "info["].iter().any(|word| line.starts_with(word))).collect();
    assert_eq!(drawn, heads);
    let codes: Vec<String> = json().iter().map(|finding| format!("diagnostic code: {}", text(finding, "code"))).collect();
    let narrated = lint("narrated");
    assert_eq!(narrated.lines().filter(|line| line.starts_with("diagnostic code: ")).collect::<Vec<_>>(), codes);
    for finding in json() {
        assert!(narrated.lines().any(|line| line.starts_with(text(&finding, "headline"))), "{finding} is not narrated");
    }
}

#[test]
fn advice_has_one_name_in_every_format() {
    let pack = include_str!("local.toml").replace("\"warning\"", "\"info\"");
    let folder = Folder::empty().with("a.isa", "agreement a \"A\" {\n}\n").with("packs/local.toml", pack);
    for (format, word) in [("rich", "info[LOC-01]"), ("short", "info[LOC-01]"), ("narrated", "diagnostic code: LOC-01"), ("json", "\"severity\":\"info\"")] {
        let ran = folder.run(&["lint", "--format", format, "--packs", "packs", "a.isa"]);
        assert!(ran.out.contains(word), "{format}: {:?}", ran.out.lines().find(|line| line.contains("LOC-01")));
    }
    let coloured = folder.run(&["lint", "--color", "always", "--packs", "packs", "a.isa"]).out;
    assert!(!coloured.contains("note[LOC-01]"));
}

#[test]
fn narrated_has_no_drawing() {
    let out = lint("narrated");
    let drawing = |c: char| matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2500}'..='\u{25FF}' | '\u{2700}'..='\u{27BF}');
    assert!(!out.contains(drawing), "{:?}", out.lines().find(|line| line.contains(drawing)));
    assert!(!out.lines().any(|line| line.contains("^^") || line.contains("-->") || line.trim_start().starts_with('|')), "nothing is pointed at with signs");
    assert!(out.contains("`kidn` means nothing in `party`\n") && out.contains("other.isa starting at line 2, column 3"));
}

#[test]
fn a_report_into_a_pipe_is_drawn_with_plain_characters() {
    let ran = Folder::new().run(&["lint", "."]);
    assert!(ran.out.is_ascii(), "{}", ran.out);
}

#[test]
fn two_runs_give_the_same_bytes() {
    for format in ["rich", "short", "narrated", "json"] {
        assert_eq!(lint(format), lint(format), "{format}");
    }
    let checklist = |format: &str| messy().run(&[["checklist", "--format", format, "."].as_slice(), &DAY].concat()).out;
    for format in ["table", "markdown", "json"] {
        assert!(checklist(format).contains("b19"), "the last agreement is among them");
        assert_eq!(checklist(format), checklist(format), "{format}");
    }
}

#[test]
fn one_problem_of_the_text_is_told_as_one() {
    let told = |command: &str, keyword: &str, wrong: usize| {
        let text = format!("{keyword} a \"A\" {{\n{}}}\n", "  wrnog \"x\"\n".repeat(wrong));
        Folder::empty().with("a.isa", &text).run(&[command, "a.isa"]).out
    };
    let one = told("checklist", "agreement", 1);
    assert!(one.ends_with("\n1 problem of text or names was also found; `sharewright lint` lists it.\n"), "{one}");
    assert!(told("checklist", "agreement", 2).ends_with("\n2 problems of text or names were also found; `sharewright lint` lists them.\n"));
    let traced = told("trace", "disclosure", 1);
    assert!(traced.contains("  1 problem of text or names stands in this file, so the trace may be wrong;"), "{traced}");
    assert!(told("trace", "disclosure", 2).contains("  2 problems of text or names stand in this file"));
}
