//! The shipped policies, run: every rule's two examples, the five case studies, the complete example, and the date of the law.

mod support;

use serde_json::Value;
use sharewright::lint::check_examples;
use sharewright::shipped;
use support::{checklist, codes, lint};

/// The answers of the case studies, as the fact sheet gives them: A answered, P partly, S unanswered.
const MATRIX: &str = "
Q    LEI  MAR  NOR  SEA  CUS
01   S    S    S    S    S
02   P    P    P    P    A
03   P    P    P    P    A
04   P    P    P    P    P
05   S    S    S    S    S
06   A    A    A    P    A
07   A    P    A    P    A
08   S    S    S    S    S
09   A    P    A    P    A
10   A    A    A    P    A
11   S    S    S    S    S
12   S    S    S    S    S
13   P    P    P    P    P
14   A    P    A    P    A
15   S    S    S    S    S
16   S    P    S    S    P
17   P    S    S    S    P
18   S    S    P    P    P
19   S    S    S    S    S
20   A    A    A    A    A
21   P    P    P    P    P
22   S    S    S    P    S
";

const CASES: [(&str, &str); 5] = [("LEI", "leicestershire-triage-car"), ("MAR", "margate-task-force"), ("NOR", "norfolk-control-room"), ("SEA", "seaview"), ("CUS", "custody-summary-record")];

#[test]
fn every_rule_fires_on_its_bad_example_alone_and_on_its_good_one_not_at_all() {
    let failures = check_examples(shipped::policy(), shipped::texts(), &shipped::example(), None);
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn every_condition_of_the_checklist_is_a_rule() {
    let policy = shipped::policy();
    assert_eq!(policy.set("agreement").map_or(0, |set| set.questions.len()), 22);
    let conditions: [u32; 22] = [6, 6, 6, 6, 5, 6, 6, 5, 6, 6, 6, 5, 6, 6, 6, 6, 5, 6, 6, 5, 5, 5];
    for (index, count) in conditions.into_iter().enumerate() {
        for condition in 1..=count {
            let code = format!("CHK-Q{:02}.{condition}", index + 1);
            assert!(policy.rules().any(|rule| rule.code == code), "{code} is missing");
        }
    }
    assert_eq!(conditions.iter().sum::<u32>(), 125);
}

#[test]
fn the_case_studies_answer_as_a_careful_reader_says() {
    let report = checklist("examples/case-studies", "2026-11-21");
    let documents = report["documents"].as_array().expect("documents");
    assert_eq!(documents.len(), 5);
    for (column, (key, name)) in CASES.iter().enumerate() {
        let document = documents.iter().find(|document| document["name"] == *name).unwrap_or_else(|| panic!("{name} is there"));
        for row in MATRIX.lines().skip(2) {
            let cells: Vec<&str> = row.split_whitespace().collect();
            let number: u64 = cells[0].parse().expect("a number");
            let question = document["questions"].as_array().expect("questions").iter().find(|question| question["number"] == number).expect("the question");
            let expected = match cells[column + 1] {
                "A" => "answered",
                "P" => "partly",
                _ => "unanswered",
            };
            assert_eq!(question["answer"], expected, "question {number} of {key}: {}", question["missing"]);
            let evidence = question["evidence"].as_array().expect("evidence").len();
            assert_eq!(evidence > 0, expected != "unanswered", "evidence of question {number} of {key}");
        }
    }
}

/// The last table of the fact sheet: which finding which case raises. The words are those of the table.
const FINDINGS: [(&str, [&str; 5]); 15] = [
    ("ISA-026", ["LEI", "MAR", "NOR", "SEA", "CUS"]),
    ("FLOW-01", ["LEI", "CUS", "", "", ""]),
    ("CP-3", ["LEI", "MAR", "NOR", "SEA", "CUS"]),
    ("CP-2", ["NOR", "", "", "", ""]),
    ("CP-1b", ["LEI", "MAR", "NOR", "SEA", "CUS"]),
    ("CP-6a", ["LEI", "MAR", "NOR", "SEA", "CUS"]),
    ("ISA-028", ["LEI", "MAR", "NOR", "SEA", "CUS"]),
    ("BASIS-01", ["LEI", "NOR", "SEA", "", ""]),
    ("BASIS-02", ["MAR", "", "", "", ""]),
    ("LEG-12", ["MAR", "", "", "", ""]),
    ("LEG-13", ["CUS", "", "", "", ""]),
    ("ISA-046", ["SEA", "CUS", "", "", ""]),
    ("POL-002", ["NOR", "", "", "", ""]),
    ("PARTY-01", ["MAR", "NOR", "SEA", "CUS", ""]),
    ("PRD-09", ["SEA", "", "", "", ""]),
];

#[test]
fn the_case_studies_raise_the_findings_outside_the_questions() {
    for (key, name) in CASES {
        let fired = codes(&lint(&format!("examples/case-studies/{name}.isa"), "2026-11-21"));
        for (code, cases) in FINDINGS {
            assert_eq!(fired.iter().any(|fired| fired == code), cases.contains(&key), "{code} on {key}: {fired:?}");
        }
        let audit_missing = ["LEI", "MAR", "SEA"].contains(&key);
        assert_eq!(fired.iter().any(|fired| fired == "AUDIT-01"), audit_missing, "AUDIT-01 on {key}");
    }
}

#[test]
fn the_law_of_2016_is_no_finding_in_2017() {
    let fired = codes(&lint("examples/case-studies/leicestershire-triage-car.isa", "2017-06-01"));
    assert!(!fired.iter().any(|code| code == "ISA-026" || code == "CP-EIGHT"), "{fired:?}");
    let later = codes(&lint("examples/case-studies/leicestershire-triage-car.isa", "2018-05-26"));
    assert!(later.iter().any(|code| code == "ISA-026"), "{later:?}");
}

#[test]
fn the_complete_example_answers_and_meets_every_question_without_a_finding() {
    let report = checklist("examples/complete", "2026-11-21");
    let documents = report["documents"].as_array().expect("documents");
    let (agreements, others): (Vec<&Value>, Vec<&Value>) = documents.iter().partition(|document| document["kind"] == "agreement");
    assert_eq!(agreements.len(), 1);
    for question in agreements[0]["questions"].as_array().expect("questions") {
        assert_eq!((&question["answer"], &question["standard"]), (&Value::from("answered"), &Value::from("met")), "{question}");
    }
    let records: Vec<&&Value> = others.iter().filter(|document| document["kind"] == "disclosure").collect();
    assert!(records.len() > 10, "{}", records.len());
    for question in records.iter().flat_map(|record| record["questions"].as_array().expect("questions")) {
        assert_eq!(question["answer"], Value::from("answered"), "{question}");
    }
    assert_eq!(codes(&lint("examples/complete", "2026-11-21")), Vec::<String>::new());
}

#[test]
fn what_fails_on_the_day_after_a_review_was_due_held_on_the_day_before() {
    let due = codes(&lint("examples/complete", "2035-01-01"));
    assert!(!due.is_empty(), "an agreement whose dates have all passed has findings");
}

#[test]
fn the_real_agreements_read_without_a_fault_of_text() {
    let report = lint("examples/real", "2026-11-21");
    let faults: Vec<&Value> = report["findings"].as_array().expect("findings").iter().filter(|finding| finding["code"].as_str().is_some_and(|code| code.starts_with("SYN"))).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(report["summary"]["agreements"].as_u64() >= Some(6));
}

#[test]
fn the_packs_of_the_rules_guide_load_and_their_examples_hold() {
    let guide = include_str!("../docs/rules.md");
    let folder = tempfile::tempdir().expect("a folder");
    for (index, block) in guide.split("```toml").skip(1).enumerate() {
        let (_, block) = block.split("```").next().and_then(|block| block.split_once('\n')).expect("the block ends");
        std::fs::write(folder.path().join(format!("{index}.toml")), block).expect("the pack is written");
    }
    let folder = folder.path().to_str().expect("a path");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_sharewright")).args(["rules", "test", "OUR", "--packs", folder]).output().expect("the command runs");
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
}

/// What `rules test` says of a pack of one rule with a title and a condition.
fn tested(title: &str, require: &str) -> std::process::Output {
    let guide = include_str!("../docs/rules.md");
    let (_, pack) = guide.split_once("```toml file=our-rules/volume.toml\n").expect("the guide has a pack");
    let (pack, _) = pack.split_once("```").expect("the pack ends");
    let set = |line: &str| match line.split_once('=').map_or("", |(word, _)| word.trim()) {
        "title" => format!("title = \"{title}\"\n"),
        "require" => format!("require = '{require}'\n"),
        _ => format!("{line}\n"),
    };
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("pack.toml"), pack.lines().map(set).collect::<String>()).expect("the pack is written");
    let folder = folder.path().to_str().expect("a path");
    std::process::Command::new(env!("CARGO_BIN_EXE_sharewright")).args(["rules", "test", "OUR", "--packs", folder]).output().expect("the command runs")
}

#[test]
fn a_title_that_names_parts_names_each_part_of_the_condition() {
    let two = "flow.volume is stated and flow.when is stated";
    assert!(tested("nothing says {how many|when} in {it}", two).status.success());
    let refused = tested("nothing says {how many|when|why} in {it}", two);
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned() + &String::from_utf8_lossy(&refused.stdout);
    assert!(said.contains("the title names 3 parts of the condition, which has 2"), "{said}");
}

#[test]
fn a_finding_names_the_parts_that_are_missing_and_no_others() {
    let told = lint("examples/case-studies/custody-summary-record.isa", "2026-11-21");
    let headline = |code: &str| {
        let of_code = told["findings"].as_array().expect("findings").iter().find(|finding| finding["code"] == code);
        of_code.and_then(|finding| finding["headline"].as_str()).unwrap_or_else(|| panic!("{code} is found")).to_owned()
    };
    assert_eq!(headline("CHK-Q14.5"), "nothing says what support is offered to one who says no, in `custody-summary-record`");
    assert_eq!(headline("CHK-Q09.3"), "the public interest is a ground of `hcp-tells-custody-team`, and no written test and no place for the record is given");
}
