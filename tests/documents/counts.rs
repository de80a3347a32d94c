//! One number of errors in all that is said of an agreement, and everything that is counted is listed.

use super::made::build;
use std::fs;

/// An agreement with faults of the text itself (a word that is none, a thing that is not there) and faults that rules find.
const TEXT: &str = "party police \"Police\" {\n  kind police-force\n}\nagreement car \"Car\" {\n  status draft\n  between police, nobody\n  whatever \"x\"\n  purpose help \"Help\" {\n    statement \"Help.\"\n  }\n}\n";

/// The numbers that stand before a word.
fn numbers_before(text: &str, word: &str) -> Vec<usize> {
    text.match_indices(word).filter_map(|(place, _)| text[..place].trim_end().rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()).collect()
}

#[test]
fn all_papers_tell_one_number_of_errors_and_the_report_lists_them_all() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.isa"), TEXT).expect("a file");
    let made = build(folder.path(), &["a.isa"], &["--format", "md", "--kind", "agreement,summary,guardian-report"]);
    let of = |kind: &str| &made.iter().find(|(name, _)| name.ends_with(&format!("-{kind}.md"))).expect("a paper").1;
    let report = of("guardian-report");
    let rows: Vec<&str> = report.lines().filter(|line| line.starts_with("| ") && line.contains(" (error) |")).collect();
    assert!(rows.iter().any(|row| row.contains("SYN-")) && rows.iter().any(|row| !row.contains("SYN-")), "both sorts are listed: {rows:?}");
    for kind in ["agreement", "summary", "guardian-report"] {
        let told: Vec<usize> = [numbers_before(of(kind), " errors found"), numbers_before(of(kind), " errors, "), numbers_before(of(kind), " errors stand")].concat();
        assert!(!told.is_empty() && told.iter().all(|number| *number == rows.len()), "{kind} tells {told:?}, and {} are listed", rows.len());
    }
}
