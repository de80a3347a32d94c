//! Severities by rule and by path, and how low a rule may be set.

use super::{THIN, findings, one, with};

#[test]
fn a_rule_weighs_what_the_settings_say() {
    let found = findings(&with("[severity]\nDOC-05 = \"error\"\n"), &[]);
    assert!(one(&found, "DOC-05").contains("error[DOC-05]"), "{found:?}");
    let usual = findings(&with(""), &[]);
    assert!(one(&usual, "DOC-05").contains("info[DOC-05]"), "{usual:?}");
    assert_eq!(usual.len(), found.len());
}

#[test]
fn a_rule_may_be_named_by_its_id_and_in_any_case() {
    for name in ["secure-channels", "chk-q03", "CHK-Q03"] {
        let found = findings(&with(&format!("[severity]\n{name} = \"warning\"\n")), &[]);
        assert!(one(&found, "CHK-Q03").contains("warning[CHK-Q03]"), "{name}: {found:?}");
    }
}

#[test]
fn a_question_that_is_answered_in_part_weighs_a_step_less() {
    let agreement =
        "agreement a \"A\" {\n  between x, y\n  flow f \"F\" {\n    from x\n    to y\n    channel nhs-mail from \"a@nhs.net\" to \"b@nhs.net\"\n  }\n  flow g \"G\" {\n    from y\n    to x\n  }\n}\n";
    let partly = |settings: &str| {
        let found = findings(&with(settings).with("a.isa", agreement), &[]);
        one(&found, "CHK-Q03")
    };
    assert!(partly("").contains("is answered in part"), "{}", partly(""));
    assert!(partly("").contains("warning[CHK-Q03]"));
    assert!(partly("[severity]\nCHK-Q03 = \"warning\"\n").contains("info[CHK-Q03]"));
}

#[test]
fn no_rule_is_set_below_its_floor() {
    with("[severity]\nCHK-Q03 = \"info\"\n").run(&["lint"]).is_refused(&["`CHK-Q03` may not be set below `warning`", "its pack says so", "`waive`", "line 2"]);
    with("[[override]]\npaths = [\"drafts/**\"]\nseverity = { secure-channels = \"info\" }\n").run(&["lint"]).is_refused(&["may not be set below `warning`", "line 3"]);
    with("[severity]\nDOC-05 = \"off\"\n").run(&["lint"]).is_refused(&["no setting turns `DOC-05` off", "`waive`"]);
}

#[test]
fn a_rule_that_is_not_known_is_refused() {
    let refused = with("[severity]\nCHK-Q3 = \"warning\"\nsecure-chanels = \"warning\"\nSYN-10 = \"info\"\n").run(&["lint"]);
    refused.is_refused(&["the settings have 3 problems", "`CHK-Q3`", "Did you mean `secure-channels`?", "line 3", "no rule or question `SYN-10`"]);
}

#[test]
fn an_override_counts_for_its_paths() {
    let settings = "[[override]]\npaths = [\"drafts/**\", \"*.old.isa\"]\nseverity = { CHK-Q03 = \"warning\" }\n\n[[override]]\npaths = [\"drafts/strict.isa\"]\nseverity = { CHK-Q03 = \"error\" }\n";
    let folder = with(settings).with("drafts/b.isa", THIN).with("drafts/in/c.isa", THIN).with("drafts/strict.isa", THIN).with("x.old.isa", THIN).with("in/y.old.isa", THIN);
    let found = findings(&folder, &[]);
    let weight = |path: &str| {
        let line = found.iter().find(|line| line.starts_with(&format!("{path}:")) && line.contains("[CHK-Q03]")).unwrap_or_else(|| panic!("{path}: {found:?}"));
        line.contains("warning[")
    };
    let told: Vec<bool> = ["a.isa", "drafts/b.isa", "drafts/in/c.isa", "drafts/strict.isa", "x.old.isa", "in/y.old.isa"].into_iter().map(weight).collect();
    assert_eq!(told, [false, true, true, false, true, false], "later ones win, and `*` stays within a folder");
    let whole = folder.path("drafts").to_string_lossy().into_owned();
    let found = findings(&folder, &[&whole]);
    assert!(found.iter().any(|line| line.contains("b.isa") && line.contains("warning[CHK-Q03]")), "a path from the root is the same path: {found:?}");
}

#[test]
fn the_exit_code_counts_what_findings_weigh_here() {
    let settings = "fail-on = \"error\"\n[severity]\nDOC-05 = \"error\"\n";
    let folder = with(settings);
    let count = |flags: &[&str]| folder.run(&[["lint"].as_slice(), flags].concat()).out.lines().find(|line| line.starts_with("checked ")).map(str::to_owned).expect("a summary");
    assert_ne!(count(&[]), count(&["--no-config"]));
}
