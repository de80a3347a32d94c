//! What is rolled up for a reader stays readable: a few questions with their weightiest condition, how many more there are, and where
//! all of them are to be seen.

use super::case_studies;

/// What the report says on the standard, with its lines joined.
fn on_the_standard(format: &str) -> String {
    let ran = case_studies().run(&["lint", "--as-of", "2026-11-21", "--no-config", "--format", format, "case-studies/custody-summary-record.isa"]);
    let (_, rest) = ran.out.split_once("[CHK-STANDARD]").unwrap_or_else(|| panic!("the standard is told: {ran:?}"));
    let end = if format == "short" { "\n" } else { "\n\n" };
    rest.split(end).next().expect("a finding").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_standard_is_told_by_question_with_the_rest_counted() {
    for format in ["rich", "short"] {
        let told = on_the_standard(format);
        assert!(told.contains("27 conditions of the standard do not hold"), "{format}: {told}");
        assert_eq!(told.matches(" error: ").count(), 3, "{format}: {told}");
        assert!(told.contains("question 3, secure channels: CHK-Q03.1 error: ") && told.contains("; also CHK-Q03.4, CHK-Q03.3, CHK-Q03.5"), "{format}: {told}");
        assert!(told.contains(" conditions of 5 questions"), "{format}: {told}");
    }
    assert!(on_the_standard("rich").contains("`sharewright checklist FILE` shows them all"));
}

#[test]
fn a_line_of_the_short_report_ends_after_a_few_notes() {
    let ran = case_studies().run(&["lint", "--as-of", "2026-11-21", "--no-config", "--format", "short", "case-studies"]);
    let unanswered: Vec<&str> = ran.out.lines().filter(|line| line.contains("[CHK-UNANSWERED]")).collect();
    assert_eq!(unanswered.len(), 5, "{ran:?}");
    for line in unanswered {
        assert_eq!(line.matches("CHK-Q").count(), 4, "{line}");
        assert!(line.ends_with(" more)"), "{line}");
    }
}
