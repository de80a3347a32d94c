//! Counts for a report on a year, and small numbers hidden.

use super::{Folder, folder, json, log, record};

/// Seven records: six refused to the police, one shared with an insurer.
fn seven() -> Folder {
    let police = "  started request\n  decision refused on 2026-10-05\n  class consent, duty\n  request police { officer \"x\" of \"Fenwold Police\" }\n  judged-by \"x\" profession nurse\n  basis \"UK GDPR Art 6(1)(e)\"";
    let insurer = "  started request\n  decision shared on 2026-11-05\n  class consent\n  request insurer { }\n";
    let mut text: String = (1..=6).map(|number| record(&format!("p{number}"), police)).collect();
    text.push_str(&record("i1", insurer));
    Folder::empty().with("all.disclosure", text)
}

fn rows(flags: &[&str]) -> Vec<String> {
    let ran = log(&seven(), &[flags, &["--format", "csv"]].concat());
    assert_eq!(ran.code, Some(0), "{ran:?}");
    ran.out.lines().map(str::to_owned).collect()
}

#[test]
fn each_record_counts_in_its_sort_and_once_in_the_total() {
    assert_eq!(rows(&["--count", "decision"]), ["decision,records", "refused,6", "shared,1", "total,7"]);
    assert_eq!(rows(&["--count", "month"]), ["month,records", "2026-10,6", "2026-11,1", "total,7"]);
    assert_eq!(rows(&["--count", "year"]), ["year,records", "2026,7", "total,7"]);
    assert_eq!(rows(&["--count", "kind"]), ["kind,records", "insurer,1", "police,6", "total,7"]);
    assert_eq!(rows(&["--count", "force"]), ["force,records", "Fenwold Police,6", "not named,1", "total,7"]);
    assert_eq!(rows(&["--count", "profession"]), ["profession,records", "not given,1", "nurse,6", "total,7"]);
    assert_eq!(rows(&["--count", "started"]), ["started,records", "request,7", "total,7"]);
    assert_eq!(rows(&["--count", "basis"]), ["basis,records", "UK GDPR Art 6(1)(e),6", "none cited,1", "total,7"]);
    assert_eq!(rows(&["--count", "class"]), ["class,records", "consent,7", "duty,6", "total,7"]);
    assert_eq!(rows(&["--count", "kind", "--kind", "police"]), ["kind,records", "police,6", "total,6"]);
}

#[test]
fn a_small_number_is_hidden_and_cannot_be_found_from_the_total() {
    assert_eq!(rows(&["--count", "kind", "--hide-below", "5"])[1..], ["insurer,fewer than 5", "police,6", "total,not shown (it would tell what is hidden)"]);
    assert_eq!(rows(&["--count", "kind", "--hide-below", "1"]), rows(&["--count", "kind"]));
    assert_eq!(rows(&["--count", "decision", "--decision", "shared", "--hide-below", "5"])[1..], ["shared,fewer than 5", "total,fewer than 5"]);
    let counted = json(&seven(), &["--count", "kind", "--hide-below", "5"]);
    assert_eq!(counted["counts"][0], serde_json::json!({ "sort": "insurer", "records": null, "shown": "fewer than 5" }));
    assert_eq!((&counted["counts"][1]["records"], &counted["total"]["records"]), (&6.into(), &serde_json::Value::Null));
    assert_eq!((counted["schema"].as_str(), counted["version"].as_u64(), counted["by"].as_str()), (Some("sharewright.disclosure-counts/1"), Some(1), Some("kind")));
}

#[test]
fn the_table_tells_when_rows_come_to_more_than_the_total() {
    assert!(log(&seven(), &["--count", "class"]).out.contains("A record of several sorts counts in each, and once in the total."));
    assert!(!log(&seven(), &["--count", "kind"]).out.contains("several sorts"));
}

#[test]
fn what_is_not_decided_is_counted_so() {
    let ran = log(&folder(&[("a", "  decision ?")]), &["--count", "month", "--format", "csv"]);
    assert_eq!(ran.out, "month,records\nundecided,1\ntotal,1\n");
}

#[test]
fn a_sort_that_reads_as_a_formula_is_text() {
    let ran = log(&folder(&[("a", "  request police { officer \"x\" of \"=1+1\" }")]), &["--count", "force", "--format", "csv"]);
    assert!(ran.out.contains("\n'=1+1,1\n"), "{}", ran.out);
}
