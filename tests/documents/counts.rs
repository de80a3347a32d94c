//! One number of errors in all that is said of an agreement, and everything that is counted is listed, by weight, with its clause.

use super::made::{build, root};
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

/// The cells of a table of findings: code with its weight, what, where.
fn findings(report: &str) -> Vec<Vec<String>> {
    let table = report.split("**What was found**").nth(1).expect("the table").split("\n\n").nth(1).expect("its rows");
    table.lines().skip(2).map(|row| row.trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()).collect()
}

#[test]
fn findings_stand_by_weight_with_the_clause_of_the_agreement_that_people_hold() {
    let made = build(&root(), &["examples/case-studies/seaview.isa"], &["--format", "md", "--kind", "agreement,guardian-report"]);
    let of = |kind: &str| &made.iter().find(|(name, _)| name.ends_with(&format!("-{kind}.md"))).expect("a paper").1;
    let (agreement, findings) = (of("agreement"), findings(of("guardian-report")));
    let weights: Vec<usize> = findings.iter().map(|row| ["(error)", "(warning)", "(info)"].iter().position(|weight| row[0].ends_with(weight)).expect("a weight")).collect();
    assert!(weights.is_sorted() && weights.first() != weights.last(), "{weights:?}");
    let mut placed = 0;
    for row in &findings {
        let Some((number, title)) = row[2].strip_prefix("clause ").and_then(|place| place.split_once(" (")) else { continue };
        let title = title.split("); ").next().expect("a title");
        let is_there = agreement.lines().any(|line| line.trim_start_matches('#').trim() == format!("{number} {title}") || line.starts_with(&format!("**{number}** ")));
        assert!(is_there, "no clause {number} ({title}): {row:?}");
        assert!(agreement.contains(&format!(" {title}\n")), "no heading `{title}`: {row:?}");
        placed += 1;
    }
    assert!(placed > 15, "{placed} of {} have a clause: {findings:#?}", findings.len());
}

#[test]
fn what_several_clauses_could_state_is_told_by_its_section() {
    let told = |benefits: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let text = format!("party police \"Police\" {{\n  kind police-force\n}}\nagreement car \"Car\" {{\n  between police\n{benefits}}}\n");
        fs::write(folder.path().join("a.isa"), text).expect("a file");
        let made = build(folder.path(), &["a.isa"], &["--format", "md", "--kind", "guardian-report"]);
        let row = findings(&made[0].1).into_iter().find(|row| row[0].starts_with("CHK-Q06 ")).expect("a finding");
        row[2].clone()
    };
    let title = "(Purposes, benefits, and uses that are ruled out); a.isa, line 6";
    assert_eq!(told("  benefit \"One.\"\n"), format!("clause 3.1 {title}"));
    assert_eq!(told("  benefit \"One.\"\n  benefit \"Two.\"\n"), format!("clause 3 {title}"));
}
