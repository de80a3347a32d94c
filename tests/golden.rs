//! What is found in the real agreements of `examples/real`, each against a file that was read by a person: `tests/golden/real`. After a
//! change, run `UPDATE=1 cargo test --test golden` and read the difference before it is kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const TODAY: &str = "2026-11-21";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The findings of a file, one a line, as of a day.
fn findings(path: &str, day: &str) -> String {
    let ran = Command::new(env!("CARGO_BIN_EXE_sharewright")).args(["lint", "--each", "--format", "short", "--as-of", day, path]).current_dir(root()).output().expect("the tool runs");
    String::from_utf8(ran.stdout).expect("UTF-8")
}

fn is_kept(found: &str, kept: &str) {
    let path = root().join("tests/golden").join(kept);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        fs::write(&path, found).expect("the findings are written");
    }
    let wanted = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let differs = found.lines().zip(wanted.lines()).find(|(found, wanted)| found != wanted);
    assert!(found == wanted, "tests/golden/{kept} says something else; first difference: {differs:?}. Read it, then UPDATE=1 cargo test --test golden");
}

#[test]
fn the_real_agreements_have_the_findings_that_were_reviewed() {
    let mut count = 0;
    for entry in fs::read_dir(root().join("examples/real")).expect("the examples") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        if let Some(stem) = name.strip_suffix(".isa") {
            count += 1;
            is_kept(&findings(&format!("examples/real/{name}"), TODAY), &format!("real/{stem}.txt"));
        }
    }
    assert!(count >= 16, "all sixteen agreements are there: {count}");
}

/// Each worked record tells in its first comment what is expected to be found; the findings were held against that.
#[test]
fn the_worked_disclosures_have_the_findings_that_were_reviewed() {
    let mut count = 0;
    for entry in fs::read_dir(root().join("examples/disclosures")).expect("the examples") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        if let Some(stem) = name.strip_suffix(".disclosure") {
            count += 1;
            is_kept(&findings(&format!("examples/disclosures/{name}"), TODAY), &format!("disclosures/{stem}.txt"));
        }
    }
    assert!(count >= 20, "all twenty records are there: {count}");
}

#[test]
fn the_case_studies_are_judged_by_the_law_of_the_day() {
    for (day, folder) in [("2017-06-01", "case-studies-2017"), (TODAY, "case-studies-2026")] {
        for entry in fs::read_dir(root().join("examples/case-studies")).expect("the case studies") {
            let name = entry.expect("an entry").file_name().into_string().expect("a name");
            if let Some(stem) = name.strip_suffix(".isa") {
                is_kept(&findings(&format!("examples/case-studies/{name}"), day), &format!("{folder}/{stem}.txt"));
            }
        }
    }
}

#[test]
fn superseded_law_is_sound_before_the_day_and_told_after_it() {
    let path = "examples/case-studies/custody-summary-record.isa";
    let (then, now) = (findings(path, "2017-06-01"), findings(path, TODAY));
    let law = |found: &str| found.lines().filter(|line| line.contains("CHK-Q04.6") || line.contains("LAW-54") || line.contains("TERM-01")).count();
    assert_eq!(law(&then), 0, "{then}");
    assert!(law(&now) > 0, "{now}");
}
