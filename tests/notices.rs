//! Privacy notices: what the compiled ones say and how hard they are to read, and what a published one leaves out.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const DAY: &str = "2026-11-21";
const PARTIES: [&str; 3] = ["police", "trust", "council"];

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sharewright")).current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().expect("the command runs")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// The notices that are built from a path, in one format, by party.
fn built(path: &str, format: &str, more: &[&str]) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().to_str().expect("a path");
    let ran = run(&[&["build", path, "--kind", "notice", "--format", format, "--out", out, "--as-of", DAY], more].concat());
    assert!(ran.status.success(), "{}{}", said(&ran), String::from_utf8_lossy(&ran.stderr));
    let mut found: Vec<(String, String)> = fs::read_dir(out)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read_to_string(&path).expect("a document")))
        .collect();
    found.sort();
    found
}

fn blocks(document: &str) -> Vec<Value> {
    let document: Value = serde_json::from_str(document).expect("JSON");
    document["blocks"].as_array().expect("blocks").clone()
}

/// The complete example in a folder of its own, with some text changed.
fn changed(changes: &[(&str, &str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/complete")).expect("the example") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let mut text = fs::read_to_string(&path).expect("a file");
        for (file, from, to) in changes {
            if *file == name {
                assert!(text.contains(from), "{from} in {name}");
                text = text.replace(from, to);
            }
        }
        fs::write(folder.path().join(name), text).expect("written");
    }
    let path = folder.path().to_owned();
    (folder, path)
}

#[test]
fn the_complete_example_says_every_item_and_reads_at_grade_nine_or_below() {
    let all = built("examples/complete", "json", &[]);
    assert_eq!(all.len(), PARTIES.len());
    for (name, document) in &all {
        let blocks = blocks(document);
        assert!(!blocks.iter().any(|block| block["is"] == "prompt"), "{name} asks for something");
        let told = blocks.iter().rfind(|block| block["is"] == "table").expect("the table of what must be told");
        let rows = told["rows"].as_array().expect("rows");
        assert!(rows.len() >= 28, "{name}");
        assert!(!rows.iter().any(|row| row.to_string().contains("still to be written")), "{name}");
    }
    let measured = said(&run(&["build", "examples/complete", "--kind", "notice", "--measure", "--as-of", DAY]));
    let pages: Vec<&str> = measured.lines().filter(|line| line.contains("On one page")).collect();
    assert_eq!(pages.len(), PARTIES.len());
    for line in pages {
        let grade: f64 = line.rsplit(' ').next().expect("a grade").parse().expect("a number");
        assert!(grade <= 9.0 && grade > 2.0, "{line}");
        assert!(line.contains("the longest 3;") || line.contains("the longest 2;"), "no paragraph is longer than 3 sentences: {line}");
    }
}

#[test]
fn laws_are_named_at_the_end_only() {
    for (name, text) in built("examples/complete", "md", &[]) {
        let page = text.split("## In full").next().expect("the first layers");
        assert!(!["GDPR", "DPA 2018", "Act 19", "Act 20", "Article"].iter().any(|law| page.contains(law)), "{name}");
        let law = text.split("## The law behind this notice").nth(1).expect("the law");
        assert!(law.contains("UK GDPR Art 6(1)(e)"), "{name}");
        assert_eq!(law.contains("DPA 2018 s.35(2)(b)"), name.contains("police"), "{name}");
        assert_eq!(page.contains("When we look into crime, other rules apply."), name.contains("police"), "{name}");
        assert!(page.find("Please tell us first.") < page.find("Information Commissioner"), "{name}");
    }
}

#[test]
fn what_nobody_said_is_asked_for_with_its_article() {
    let (_folder, path) = changed(&[
        ("organisations.isa", "  dpo              trust.dpo\n", ""),
        ("notices.isa", "  revised     2026-09-01 because \"The county council joined, and people may now complain to us first.\"\n", ""),
        ("notices.isa", "  advance-warning \"We may share without asking if someone is in serious danger. We will tell you afterwards if we safely can.\"\n", "  advance-warning ?\n"),
        ("triage-car.sop", "retention care-entry for trust", "retention care-entry for police"),
        ("triage-car.sop", "\"Access, objection and complaint files\" for trust", "\"Access, objection and complaint files\" for police"),
    ]);
    let documents = built(path.to_str().expect("a path"), "json", &["--party", "trust"]);
    let prompts: Vec<String> = blocks(&documents[0].1)
        .iter()
        .filter(|block| block["is"] == "prompt")
        .map(|block| format!("{} {}", block["name"].as_str().expect("a name"), block["remark"].as_str().expect("a remark")))
        .collect();
    for (name, article) in [("trust.dpo", "13(1)(b)"), ("trust.review-date", ""), ("trust.sharing-without-telling", ""), ("trust.retention", "13(2)(a)")] {
        assert!(prompts.iter().any(|prompt| prompt.starts_with(name) && prompt.contains(article)), "{name}: {prompts:?}");
    }
}

#[test]
fn an_office_is_told_only_where_it_can_be_reached_and_is_named_once() {
    let sentence = "Our data protection officer checks that we keep to the rules: ";
    let page = |dpo: &str| {
        let (_folder, path) = changed(&[("organisations.isa", "  dpo              trust.dpo\n", &format!("  dpo              {dpo}\n"))]);
        let (_, text) = built(path.to_str().expect("a path"), "md", &["--party", "trust"]).swap_remove(0);
        text
    };
    for unreachable in ["\"Data protection officer\"", "\"A post on band 8\"", "?"] {
        let text = page(unreachable);
        assert!(!text.contains("Our data protection officer"), "{unreachable}: {text}");
        assert!(text.contains("> **To be answered:** How to reach the data protection officer (13(1)(b); 14(1)(b))"), "{unreachable}: {text}");
        assert!(text.contains("| How to reach the data protection officer | 13(1)(b); 14(1)(b) | **\\[still to be written\\]** |"), "{unreachable}: {text}");
    }
    for reachable in ["\"Data protection officer: dpo@trust.example\"", "\"dpo@trust.example\""] {
        let text = page(reachable);
        assert!(text.contains(&format!("{sentence}dpo@trust.example.")), "{reachable}: {text}");
        assert!(text.contains("| How to reach the data protection officer | 13(1)(b); 14(1)(b) | said above |"), "{reachable}: {text}");
    }
}

#[test]
fn a_contact_that_says_no_way_to_reach_it_is_none() {
    let (_folder, path) = changed(&[("organisations.isa", "  dpo              trust.dpo\n", "  dpo              trust.silent\n  contact silent \"Desk\" {\n    phone ?\n  }\n")]);
    let (_, text) = built(path.to_str().expect("a path"), "md", &["--party", "trust"]).swap_remove(0);
    assert!(!text.contains("Our data protection officer") && text.contains("To be answered:** How to reach the data protection officer"), "{text}");
}

#[test]
fn a_period_is_told_in_plain_words() {
    let (_folder, path) = changed(&[("triage-car.sop", "from \"treatment ended or person last seen\"", "from \"discharge\"")]);
    let (_, text) = built(path.to_str().expect("a path"), "md", &["--party", "trust"]).swap_remove(0);
    assert!(text.contains("20 years after discharge.") && !text.contains("from when:"), "{text}");
}

#[test]
fn hostile_words_of_a_notice_stay_words() {
    let (_folder, path) =
        changed(&[("notices.isa", "We keep a note of each call in your care record. Only our own staff can open it.", "<script>x</script> **a** | [b](javascript:c) :title d {{ say }} \u{202E} ```")]);
    let path = path.to_str().expect("a path");
    let page = &built(path, "html", &["--party", "trust"])[0].1;
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script") && !page.contains("href=\"javascript") && !page.contains('\u{202E}'));
    assert!(built(path, "md", &["--party", "trust"])[0].1.contains("\\<script\\>"));
}

#[test]
fn what_has_no_welsh_is_shown_as_still_to_be_written() {
    let welsh = built("examples/complete", "html", &["--party", "trust", "--language", "cy"]);
    assert!(welsh[0].0.ends_with("-cy.html"), "{}", welsh[0].0);
    assert!(welsh[0].1.contains("<html lang=\"cy\">") && welsh[0].1.contains("<mark>[Who we are]</mark>"));
    assert!(welsh[0].1.contains("<title>[How Fenwold Partnership NHS Foundation Trust shares information about you]</title>"));
    for format in ["md", "html"] {
        let (name, text) = &built("examples/complete", format, &["--party", "trust", "--language", "cy"])[0];
        assert!(!text.contains("[["), "{name} shows the marks of a template");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().to_string_lossy().into_owned();
    let told = |language: &str| {
        let ran = run(&["build", "examples/complete", "--kind", "notice", "--format", "md", "--language", language, "--out", &out]);
        assert!(ran.status.success());
        String::from_utf8_lossy(&ran.stderr).into_owned()
    };
    let missing = told("cy");
    assert!(missing.contains("have no words in Cymraeg (cy) yet") && missing.contains(" title,") && missing.contains("rights.object"), "{missing}");
    assert_eq!(told("en-GB"), "");
    let unknown = run(&["build", "examples/complete", "--language", "tlh"]);
    assert!(!unknown.status.success() && String::from_utf8_lossy(&unknown.stderr).contains("en-GB"));
}

/// What a comparison of a published text with the complete example tells.
fn compared(text: &str, more: &[&str]) -> (Option<i32>, Value) {
    let folder = tempfile::tempdir().expect("a folder");
    let saved = folder.path().join("notice.html");
    fs::write(&saved, text).expect("written");
    let saved = saved.to_str().expect("a path");
    let ran = run(&[&["notice", "check", saved, "examples/complete", "--format", "json", "--as-of", DAY], more].concat());
    (ran.status.code(), serde_json::from_slice(&ran.stdout).unwrap_or_default())
}

fn points(found: &Value, side: &str) -> Vec<String> {
    found[side].as_array().expect("points").iter().map(|point| format!("{}: {}", point["sort"].as_str().expect("a sort"), point["what"].as_str().expect("words"))).collect()
}

#[test]
fn a_compiled_notice_agrees_with_its_agreement() {
    for (place, party) in ["council", "police", "trust"].iter().enumerate() {
        let (code, found) = compared(&built("examples/complete", "html", &[])[place].1, &[]);
        assert_eq!((code, found["party"].as_str()), (Some(0), Some(*party)), "{found}");
    }
}

#[test]
fn what_a_published_notice_leaves_out_and_makes_up_is_told() {
    let page = "<html><body><h1>Privacy at Fenwold Partnership NHS Foundation Trust</h1><p>We share information with Fenwold Police and Fenwold Ambulance Service for research. \
                Our basis is UK GDPR Article 6(1)(a). We never use it for immigration enforcement.</p></body></html>";
    let (code, found) = compared(page, &[]);
    assert_eq!(code, Some(1));
    assert_eq!(points(&found, "unmentioned"), ["basis: UK GDPR Art 6(1)(e)", "purpose: Protecting adults at risk", "purpose: The right care at first contact", "recipient: Fenwold County Council"]);
    assert_eq!(points(&found, "unagreed"), ["basis: UK GDPR Art 6(1)(a)", "purpose: research", "recipient: Fenwold Ambulance Service"]);
    let (_, of_police) = compared(page, &["--party", "police"]);
    assert_eq!(of_police["party"], "police");
    assert_eq!(compared(page, &["--party", "nobody"]).0, Some(2));
    assert_eq!(compared("A page about gardens.", &[]).0, Some(2));
}

#[test]
fn an_agreement_that_has_ended_is_not_compared() {
    let folder = tempfile::tempdir().expect("a folder");
    let saved = folder.path().join("notice.txt");
    fs::write(&saved, "Fenwold Police").expect("written");
    let ran = run(&["notice", "check", saved.to_str().expect("a path"), "examples/complete", "--as-of", "2031-01-01"]);
    assert_eq!(ran.status.code(), Some(3), "{}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn agreements_that_are_not_in_force_are_told_with_what_would_compare_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("written");
        folder.path().join(name).to_str().expect("a path").to_owned()
    };
    let saved = write("notice.txt", "Fenwold Police");
    let draft = write("draft.isa", "agreement car \"Car\" {\n  status draft\n}\n");
    let told = |agreements: &[&str], day: &str| {
        let ran = run(&[&["notice", "check", &saved][..], agreements, &["--as-of", day]].concat());
        assert_eq!(ran.status.code(), Some(3), "{ran:?}");
        String::from_utf8_lossy(&ran.stderr).into_owned()
    };
    let alone = told(&[&draft], DAY);
    assert_eq!(alone, format!("error: 1 agreement was found, and it is not in force on {DAY}\n  car: its status is `draft`. It is compared once it says `status in-force`.\n"));
    let both = told(&[&draft, "examples/complete"], "2031-01-01");
    assert!(both.starts_with("error: 2 agreements were found, and none is in force on 2031-01-01\n"), "{both}");
    assert!(both.contains("\n  triage-car: it ended on 2029-08-31. `--as-of 2029-08-31`, or an earlier day, compares"), "{both}");
    assert!(told(&[&saved], DAY).starts_with("error: there is no agreement here\n"));
}

#[test]
fn twins_are_compared_by_clauses_numbers_and_days() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("written");
        path.to_str().expect("a path").to_owned()
    };
    let english = write("a.md", "# Notice\n\n## How long\n\n- 6 years from 1 September 2026\n");
    let welsh = write("b.md", "# Hysbysiad\n\n## Am ba hyd\n\n- 6 1 Medi 2026\n");
    let wrong = write("c.md", "# Hysbysiad\n\n- 8 1 Medi 2026\n");
    assert_eq!(run(&["notice", "twins", &english, &welsh]).status.code(), Some(0));
    let found = run(&["notice", "twins", &english, &wrong, "--format", "json"]);
    assert_eq!(found.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&found.stdout).expect("JSON");
    assert_eq!(found.as_array().map(Vec::len), Some(3), "{found}");
    assert_eq!(run(&["notice", "twins", &english, "no-such-file"]).status.code(), Some(2));
}
