//! Which steps are asked in ten situations. What must be answered and is not becomes `?`, so the record shows what was asked.

use super::tool::Folder;
use std::fs;

const POLICE: &str = "started = \"request\"\nrequest = \"police\"\n";

/// The record that answers lead to, every needed point that they leave out open.
#[track_caller]
fn led(answers: &str) -> String {
    let folder = Folder::new();
    let output = folder.answers(answers);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "every answer was asked for");
    let lint = folder.command(&["lint", super::tool::RECORD, "--format", "short"]).output().expect("the tool runs");
    let found = String::from_utf8_lossy(&lint.stdout);
    assert!(!found.contains("SYN-"), "{found}\n{}", folder.record());
    folder.record()
}

/// Whether a keyword begins a line.
fn has(record: &str, keyword: &str) -> bool {
    record.lines().any(|line| line.trim_start().split(' ').next() == Some(keyword))
}

#[track_caller]
fn check(answers: &str, asked: &[&str], not_asked: &[&str]) -> String {
    let record = led(answers);
    for keyword in asked {
        assert!(has(&record, keyword), "`{keyword}` was not asked:\n{record}");
    }
    for keyword in not_asked {
        assert!(!has(&record, keyword), "`{keyword}` was asked:\n{record}");
    }
    record
}

#[test]
fn a_court_order_is_short() {
    let answers = "started = \"request\"\nrequest = \"court\"\ncourt-order = \"T20260071\"\nclass = \"court-order\"\ndecision = \"shared\"\n";
    let record =
        check(answers, &["court", "made", "served", "orders", "comply-by", "complied"], &["consent", "form", "balance", "relied-on", "alternative", "capacity", "risk", "own-risk", "less-intrusive"]);
    assert!(record.matches('?').count() < 45, "{record}");
}

#[test]
fn a_remand_request_at_night_asks_why_it_cannot_wait() {
    let answers = format!("{POLICE}received = {{ value = \"2026-11-14 22:40\", hours = \"out-of-hours\" }}\nclass = \"public-interest\"\ndecision = \"partly\"\n");
    check(&answers, &["cannot-wait", "officer", "identity-checked", "form", "balance", "consent", "told", "withheld"], &["missing", "court-order", "statutory-duty"]);
}

#[test]
fn by_day_nothing_is_asked_on_waiting() {
    check(
        &format!("{POLICE}received = {{ value = \"2026-11-14 10:40\", hours = \"in-hours\" }}\nclass = \"public-interest\"\n"),
        &["risk", "balance"],
        &["cannot-wait", "tried", "disclosed", "recipient"],
    );
}

#[test]
fn a_duty_needs_no_asker() {
    check("started = \"duty\"\nclass = \"duty\"\ndecision = \"shared\"\n", &["statutory-duty", "referral", "disclosed"], &["request", "received", "officer", "consent", "balance", "alternative"]);
}

#[test]
fn a_missing_person_brings_the_three_situations() {
    check(
        &format!("{POLICE}class = \"public-interest\"\npart = \"missing\"\nmissing-scenario = \"unexplained\"\ndecision = \"shared\"\n"),
        &["scenario", "evidence", "police-view", "newest", "helps"],
        &["concern", "own-risk"],
    );
}

#[test]
fn one_who_meant_to_go_brings_less() {
    check(
        &format!("{POLICE}class = \"public-interest\"\npart = \"missing\"\nmissing-scenario = \"chose-to-go\"\ndecision = \"refused\"\n"),
        &["scenario", "stays-away"],
        &["helps", "factors", "disclosed", "recipient"],
    );
}

#[test]
fn the_dead_are_not_asked() {
    let answers = format!("{POLICE}class = \"public-interest\"\ncircumstance = \"deceased\"\ndecision = \"shared\"\n");
    check(&answers, &["balance", "confidence"], &["told", "capacity", "basis", "condition", "support"]);
}

#[test]
fn a_wound_brings_its_grounds() {
    let record = check(&format!("{POLICE}class = \"public-interest\"\npart = \"victim\"\nwound = \"knife\"\n"), &["wound"], &["missing"]);
    assert!(record.contains("wound knife grounds ?"), "{record}");
}

#[test]
fn a_no_with_only_oneself_at_risk_brings_the_exceptional_test() {
    let safe = "capacity = \"has\"\nconsent = \"refused\"\nsafety-person = { value = \"In danger.\", at-risk = \"yes\" }\n";
    let answers = format!("{POLICE}class = \"public-interest\"\n{safe}safety-others = {{ value = \"Nobody else.\", at-risk = \"no\" }}\n");
    check(&answers, &["own-risk", "crime", "exceptional", "legal-advice", "objects"], &[]);
    check(&answers.replace("at-risk = \"no\"", "at-risk = \"yes\""), &["objects"], &["own-risk", "crime"]);
}

#[test]
fn a_refusal_needs_no_recipient() {
    check(
        &format!("{POLICE}class = \"permission\"\nconsent = \"refused\"\ndecision = \"refused\"\n"),
        &["decision", "withheld", "written-reply", "safety"],
        &["disclosed", "recipient", "sent", "handed-over", "basis", "test"],
    );
}

#[test]
fn an_insurer_is_not_asked_what_the_police_are_asked() {
    let answers = "started = \"request\"\nrequest = \"insurer\"\nclass = \"consent\"\nconsent = \"given\"\ndecision = \"shared\"\n";
    check(answers, &["consent", "officer", "asked"], &["form", "pressure", "subject-aware", "balance", "cannot-wait", "warrant"]);
}

#[test]
fn a_colleague_in_care_is_quickly_done() {
    check("started = \"request\"\nrequest = \"care-professional\"\nclass = \"own-care\"\ndecision = \"shared\"\n", &["consent", "disclosed"], &["form", "balance", "relied-on", "advice", "enquiry"]);
}

#[test]
fn not_known_everywhere_gives_a_record_that_can_be_read() {
    let folder = Folder::new();
    assert!(folder.answers("").status.success());
    let open = folder.record();
    assert!(open.contains("started ?") && !open.contains("# Not finished"), "{open}");
}

#[test]
fn the_questions_are_printed_for_other_front_ends() {
    let output = Folder::new().command(&["disclose", "--questions"]).output().expect("the tool runs");
    let questions: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let steps = questions["steps"].as_array().expect("steps");
    assert!(steps.len() > 80 && steps[0]["prompts"][0]["choices"][0]["means"].is_string());
}

#[test]
fn wrong_answers_are_told_at_once_with_their_lines() {
    let folder = Folder::new();
    let output = folder.answers("startd = \"request\"\nrequest = \"polise\"\n\nreceived = { value = \"in the evening\", ours = \"in-hours\" }\n");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    for part in
        ["answers.toml:1: no step is called `startd`. Did you mean `started`?", "answers.toml:2: `request`: Did you mean police?", "answers.toml:4: `received`: Write the day", "asks for no `ours`"]
    {
        assert!(told.contains(part), "{part}\n{told}");
    }
    assert_eq!(output.status.code(), Some(2));
    assert!(!folder.path(super::tool::RECORD).exists());
}

#[test]
fn an_answer_that_is_not_asked_is_told_with_its_condition() {
    let folder = Folder::new();
    let told = folder.answers("started = \"duty\"\nrequest = \"police\"\n").stderr;
    let told = String::from_utf8_lossy(&told).into_owned();
    assert!(told.contains("it is asked where disclosure.started is request"), "{told}");
}

#[test]
fn a_file_that_is_no_record_is_left_alone() {
    let folder = Folder::new();
    let text = "party trust \"Trust\" {\n}\n";
    fs::write(folder.path(super::tool::RECORD), text).expect("written");
    let output = folder.answers("started = \"duty\"\n");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(folder.record(), text);
}
