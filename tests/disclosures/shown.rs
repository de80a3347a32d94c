//! What is shown, in each format, and what never is.

use super::{COMPLETE, Folder, folder, json, listed, log};

/// A record with a name, a number or an address wherever one should not stand.
const TALKATIVE: &str = "  holder \"Dr Secretname\"
  purpose \"About Secretname.\"
  request family { officer \"mother of Secretname\" of \"the Secretname family\"\n    asked \"the notes of Secretname\" }
  person \"Secretname-ref\" { age-group adult\n    matched-on name doubt \"Secretname\" }
  judged-by \"Secretname\" profession nurse
  decision shared by \"Secretname\" on 2026-11-02 because \"Secretname asked.\"
  basis \"Secretname v Secretname\"
  sent 2026-11-02 by phone to \"Secretname, 1 Fen Lane\"
  review 2026-11-03 by \"Secretname\" outcome \"Secretname\"";

#[test]
fn nothing_names_a_person() {
    let folder = Folder::empty().with("a.disclosure", format!("disclosure a \"Secretname\" {{\n  reference \"IG-1\"\n{TALKATIVE}\n}}\n"));
    for format in ["table", "csv", "json"] {
        let ran = log(&folder, &["--format", format]);
        assert!(ran.code == Some(0) && ran.out.contains("IG-1") && ran.out.contains("nurse"), "{ran:?}");
        assert!(!ran.all().to_lowercase().contains("secretname"), "{format}: {}", ran.all());
        let with_person = log(&folder, &["--format", format, "--with-person-reference"]);
        assert_eq!(with_person.out.matches("Secretname").count(), 1, "{format}: {}", with_person.out);
        assert!(with_person.out.contains("Secretname-ref"), "{format}");
    }
    for by in ["decision", "class", "kind", "force", "month", "year", "profession", "started", "basis"] {
        let ran = log(&folder, &["--count", by]);
        assert!(ran.code == Some(0) && !ran.out.to_lowercase().contains("secretname"), "{by}: {}", ran.out);
    }
    log(&folder, &["--count", "kind", "--with-person-reference"]).is_refused(&["--with-person-reference"]);
}

#[test]
fn an_asker_is_named_where_that_is_an_office_or_a_defined_organisation() {
    let party = "party mutual \"Fenwold Mutual\" {\n  kind other\n}\nparty yard \"Fenwold Yard\" {\n  kind other\n}\n";
    let asks = |name: &str, kind: &str, of: &str| super::record(name, &format!("  request {kind} {{ officer \"x\" of {of} }}"));
    let all = [
        asks("a", "police", "\"Fenwold Police\""),
        asks("b", "solicitor", "\"Hill and Dale\""),
        asks("c", "insurer", "mutual"),
        asks("d", "employer", "yard"),
        asks("e", "court", "\"Fenwold Crown Court\""),
    ];
    let log = json(&Folder::empty().with("a.disclosure", format!("{party}{}", all.concat())), &[]);
    let asked: Vec<Option<&str>> = log["records"].as_array().expect("records").iter().map(|record| record["asked_by"][0].as_str()).collect();
    assert_eq!(asked, [Some("Fenwold Police"), None, Some("Fenwold Mutual"), None, Some("Fenwold Crown Court")]);
}

#[test]
fn no_cell_of_the_spreadsheet_is_a_formula() {
    let folder = Folder::empty().with(
        "a.disclosure",
        "disclosure a \"A\" {\n  reference \"=HYPERLINK(\\\"http://x\\\",\\\"y\\\")\"\n  request police { officer \"x\" of \"@SUM(1+1), and\" }\n  person \"-2+3\" { age-group adult }\n}\n",
    );
    let ran = log(&folder, &["--format", "csv", "--with-person-reference"]);
    let mut lines = csv::ReaderBuilder::new().from_reader(ran.out.as_bytes()).into_records().map(|line| line.expect("a row"));
    let row = lines.next().expect("the record");
    assert_eq!((&row[1], &row[2], &row[7]), ("'=HYPERLINK(\"http://x\",\"y\")", "'-2+3", "'@SUM(1+1), and"));
    assert!(lines.next().is_none() && row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
}

#[test]
fn the_spreadsheet_has_a_header_and_a_row_a_record() {
    let ran = log(&Folder::empty(), &[COMPLETE, "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(ran.out.as_bytes());
    let head: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    assert!(head.starts_with(&["decided".to_owned(), "reference".to_owned()]) && !head.contains(&"person-reference".to_owned()), "{head:?}");
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row as wide as the header")).collect();
    assert_eq!(rows.len(), listed(&Folder::empty(), &[COMPLETE]).len());
    assert!(rows.iter().any(|row| &row[1] == "FPT-D-2026-0139" && row[8].contains("DPA 2018 Sch 2 para 2")));
}

#[test]
fn the_table_fits_a_hundred_columns() {
    let long = "  decision partly on 2026-11-02\n  class public-interest, best-interests\n  request other-law-enforcement { officer \"x\" of \"The Fenwold and District Joint Office for Very Long Names, Northern Division\" }\n  judged-by \"x\" profession general-practitioner\n  person \"a local reference that goes on and on\" { age-group adult }";
    for flags in [[].as_slice(), &["--with-person-reference"], &["--count", "force"]] {
        let ran = log(&folder(&[("a-reference-that-is-longer-than-most-of-them-are", long)]), flags);
        assert!(ran.out.lines().count() > 3 && ran.out.lines().all(|line| line.chars().count() <= 100), "{}", ran.out);
        assert!(ran.out.contains("Northern"), "nothing is cut off: {}", ran.out);
    }
}

#[test]
fn records_stand_by_day_of_decision_and_reference() {
    let folder = folder(&[
        ("d", "  decision ?"),
        ("c", "  decision shared on 2026-11-02 09:00"),
        ("b", "  decision shared on 2026-11-02 08:00"),
        ("a", "  decision shared on 2026-11-03"),
        ("aa", "  decision shared on 2026-11-03"),
    ]);
    assert_eq!(listed(&folder, &[]), ["b", "c", "a", "aa", "d"]);
}

#[test]
fn json_has_a_version_and_says_how_many_there_are() {
    let log = json(&folder(&[("a", "  decision shared on 2026-11-02"), ("b", "  decision refused on 2026-11-02")]), &["--decision", "refused"]);
    assert_eq!((log["schema"].as_str(), log["version"].as_u64()), (Some("sharewright.disclosures/1"), Some(1)));
    assert_eq!((log["as_of"].as_str(), log["records_in_all"].as_u64()), (Some(super::DAY), Some(2)));
    assert_eq!(log["records"][0]["decided"], "2026-11-02");
}

#[test]
fn a_record_without_a_reference_goes_by_its_name() {
    let folder = Folder::empty().with("a.disclosure", "disclosure d-2026-014 \"Somebody\" {\n  reference ?\n}\n");
    assert_eq!(listed(&folder, &[]), ["d-2026-014"]);
}

#[test]
fn an_empty_folder_holds_nothing_to_list() {
    let ran = log(&Folder::empty(), &[]);
    assert!(ran.code == Some(3) && ran.out.is_empty() && ran.err.contains("there is no disclosure record here"), "{ran:?}");
    let ran = log(&Folder::empty().with("a.isa", crate::tool::GOOD), &["--format", "csv"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""));
}

#[test]
fn where_nothing_fits_the_list_is_empty() {
    let folder = folder(&[("a", "  decision shared on 2026-11-02")]);
    let ran = log(&folder, &["--decision", "refused"]);
    assert!(ran.code == Some(0) && ran.out.starts_with("0 of 1 disclosure record;"), "{ran:?}");
    assert_eq!(log(&folder, &["--decision", "refused", "--format", "csv"]).out.lines().count(), 1);
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_listed() {
    let folder = folder(&[("good", "  decision shared on 2026-11-02")])
        .with("latin.disclosure", b"disclosure x \"\xe9\" {\n}\n")
        .with("half.disclosure", "disclosure half \"Secretname\" {\n  reference \"IG-2\"\n  deccision shared by \"Secretname\"\n");
    let ran = log(&folder, &["--format", "json", ".", "gone.disclosure"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let log: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let references: Vec<&str> = log["records"].as_array().expect("records").iter().filter_map(|record| record["reference"].as_str()).collect();
    assert_eq!(references, ["good", "IG-2"]);
    for told in ["latin.disclosure` is not UTF-8", "half.disclosure` has 2 places that cannot be read", "gone.disclosure` cannot be read"] {
        assert!(ran.err.contains(told), "{told}: {}", ran.err);
    }
    assert!(!ran.all().contains("Secretname"), "what cannot be read is not quoted");
}
