//! What the other commands say of disclosure records and policies: counts, checklists, law, and the rules that judge them.

use super::{COMPLETE, DAY, Folder, folder, record};
use crate::tool::Ran;
use serde_json::Value;

const AGREEMENT: &str = "agreement a \"A\" {\n}\n";
const POLICY: &str = "policy p \"P\" {\n}\n";

fn mixed() -> Folder {
    Folder::empty().with("a.isa", AGREEMENT).with("d.disclosure", record("d", "") + &record("e", "  basis \"DPA 2018 Sch 2 para 2\"\n  confidence public-interest")).with("p.sop", POLICY)
}

fn run(folder: &Folder, arguments: &[&str]) -> Ran {
    folder.run(&[arguments, &["--as-of", DAY]].concat())
}

#[test]
fn lint_counts_each_sort_of_document_apart() {
    let told = |folder: &Folder| run(folder, &["lint", "--quiet"]).out.lines().next().map(str::to_owned).unwrap_or_default();
    assert!(told(&mixed()).starts_with("checked 3 files with 1 agreement, 2 disclosure records and 1 policy: "), "{}", told(&mixed()));
    assert!(told(&folder(&[("a", "")])).starts_with("checked 1 file with 1 disclosure record: "));
    assert!(told(&Folder::empty().with("p.sop", POLICY).with("a.isa", AGREEMENT)).starts_with("checked 2 files with 1 agreement and 1 policy: "));
    let report: Value = serde_json::from_str(&run(&mixed(), &["lint", "--format", "json"]).out).expect("JSON");
    let count = |field: &str| report["summary"][field].as_u64();
    assert_eq!((count("agreements"), count("disclosure_records"), count("policies")), (Some(1), Some(2), Some(1)));
}

#[test]
fn the_checklist_asks_each_document_its_own_questions() {
    let report: Value = serde_json::from_str(&run(&mixed(), &["checklist", "--format", "json"]).out).expect("JSON");
    let asked = |kind: &str| {
        let document = report["documents"].as_array().expect("documents").iter().find(|document| document["kind"] == kind).expect("a document of this kind");
        document["questions"].as_array().expect("questions").iter().map(|question| question["id"].as_str().expect("a code")[..4].to_owned()).collect::<Vec<_>>()
    };
    assert!(asked("agreement").len() == 22 && asked("agreement").iter().all(|code| code == "CHK-"));
    assert!(asked("disclosure").len() >= 9 && asked("disclosure").iter().all(|code| code == "ONE-"));
    assert!(asked("policy").is_empty());
    for format in ["table", "markdown"] {
        let told = run(&mixed(), &["checklist", "--format", format]);
        assert!(told.code == Some(0) && told.out.to_lowercase().contains("no checklist asks of a policy"), "{format}: {told:?}");
    }
}

#[test]
fn the_checklist_has_the_heading_of_what_it_asks() {
    let heading = |folder: &Folder| run(folder, &["checklist", "--format", "markdown"]).out.lines().next().map(str::to_owned);
    assert_eq!(heading(&mixed()).as_deref(), Some("# Checklists"));
    assert_eq!(heading(&folder(&[("a", "")])).as_deref(), Some("# Questions on each decision to disclose"));
    assert_eq!(heading(&Folder::empty().with("a.isa", AGREEMENT)).as_deref(), Some("# Partnership checklist"));
    let nothing = run(&Folder::empty().with("a.isa", crate::tool::GOOD), &["checklist"]);
    assert!(nothing.code == Some(3) && nothing.err.contains("disclosure record"), "{nothing:?}");
}

#[test]
fn the_law_of_a_record_is_told() {
    let ran = run(&Folder::empty(), &["law", "check", &format!("{COMPLETE}/night.disclosure")]);
    for told in
        ["disclosure record, which has no flows", "UK GDPR Art 6(1)(e)", "exemption          DPA 2018 Sch 2 para 2", "with               DPA 2018 Sch 1 para 10", "confidence         public-interest"]
    {
        assert!(ran.out.contains(told), "{told}: {}", ran.out);
    }
    let duty = run(&Folder::empty(), &["law", "check", &format!("{COMPLETE}/duty.disclosure")]);
    assert!(duty.out.contains("statutory-duty"), "{}", duty.out);
    let nothing = run(&folder(&[("a", "")]), &["law", "check"]);
    assert!(nothing.code == Some(0) && nothing.out.contains("nothing is cited"), "{nothing:?}");
    let agreement = run(&Folder::empty().with("a.isa", AGREEMENT), &["law", "check"]);
    assert!(agreement.out.contains("no flow is written"), "{agreement:?}");
}

#[test]
fn a_change_of_law_touches_records_too() {
    let folder = folder(&[("a", "  power \"DPA 2018 s.164A\""), ("b", "  basis \"UK GDPR Art 6(1)(e)\"")]);
    let ran = run(&folder, &["impact", "--since", "2026-01-01"]);
    assert!(ran.out.contains("a.disclosure:3: DPA 2018 s.164A has stood as it does since 2026-06-19") && !ran.out.contains("b.disclosure"), "{ran:?}");
}

#[test]
fn rules_say_which_documents_they_judge() {
    let rows = |flags: &[&str]| -> Vec<Value> {
        let ran = Folder::empty().run(&[["rules", "--format", "json"].as_slice(), flags].concat());
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"))
    };
    let all = rows(&[]);
    for (flag, keyword) in [("agreements", "agreement"), ("disclosure-records", "disclosure"), ("policies", "policy")] {
        let some = rows(&["--for", flag]);
        assert!(some.iter().all(|row| row["judges"] == keyword), "{flag}");
        assert_eq!(some.len(), all.iter().filter(|row| row["judges"] == keyword).count(), "{flag}");
    }
    let judges = |code: &str| all.iter().find(|row| row["code"] == code).map(|row| row["judges"].clone());
    assert_eq!((judges("CHK-Q03"), judges("ONE-Q01")), (Some("agreement".into()), Some("disclosure".into())));
    let table = Folder::empty().run(&["rules", "--for", "disclosure"]).out;
    assert!(table.contains(" for disclosure records ") && !table.contains(" for agreements "));
    Folder::empty().run(&["rules", "--for", "notices"]).is_refused(&["notices"]);
    let told = |code: &str| Folder::empty().run(&["explain", code]).out;
    assert!(told("CHK-Q03.1").contains("Judged for agreements, for each") && told("CHK-Q03").contains("asked     for agreements"));
    assert!(told("ONE-Q01.1").contains("Judged for disclosure records, for each") && told("ONE-Q01").contains("asked     for disclosure records"));
}
