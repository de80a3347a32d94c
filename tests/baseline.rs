//! `lint --baseline`: what is known does not count, what is new does, and the file only gets shorter.

#[allow(dead_code, reason = "made for the tests of the command line, and shared with them")]
#[path = "command_line/tool.rs"]
mod tool;

use serde_json::Value;
use tool::{Folder, GOOD, Ran};

const THIN: &str = "agreement a \"A\" {\n}\n";
const OTHER: &str = "agreement b \"B\" {\n}\n";

fn lint(folder: &Folder, flags: &[&str]) -> Ran {
    folder.run(&[["lint", "--format", "short", "--each", "--as-of", "2026-11-21"].as_slice(), flags].concat())
}

/// A folder with a baseline of what its one agreement lacks.
fn known() -> Folder {
    let folder = Folder::empty().with("a.isa", THIN);
    let ran = lint(&folder, &["--baseline", "known.json", "--write-baseline"]);
    assert_eq!(ran.code, Some(0), "what becomes known does not count: {ran:?}");
    assert_eq!(ran.findings(), Vec::<&str>::new());
    folder
}

fn entries(folder: &Folder) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.path("known.json")).expect("the baseline is there");
    let json: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["schema"], "sharewright.baseline/1");
    json["findings"].as_array().expect("a list").clone()
}

/// The line that tells what came of the comparison.
fn compared(ran: &Ran) -> &str {
    ran.out.lines().find(|line| line.starts_with("compared with ")).unwrap_or_else(|| panic!("{ran:?}"))
}

fn check(folder: &Folder) -> Ran {
    lint(folder, &["--baseline", "known.json"])
}

#[test]
fn what_is_known_does_not_count_and_what_is_new_does() {
    let folder = known();
    let count = entries(&folder).len();
    assert!(count > 20, "{count}");
    let ran = check(&folder);
    assert_eq!((ran.code, compared(&ran)), (Some(0), format!("compared with the baseline `known.json`: 0 new, 0 fixed, {count} unchanged").as_str()));
    assert!(ran.out.contains(&format!("{count} known")) && ran.out.contains("0 errors"), "{ran:?}");
    let folder = folder.with("b.isa", OTHER);
    let ran = check(&folder);
    assert_eq!(ran.code, Some(1));
    assert!(ran.findings().iter().all(|line| line.starts_with("b.isa:")) && ran.findings().len() > 20, "only what is new is listed: {ran:?}");
}

#[test]
fn moved_lines_and_renamed_files_change_nothing() {
    let folder = known();
    let count = entries(&folder).len();
    let folder = folder.with("a.isa", format!("# a remark\n\n\n{THIN}"));
    assert_eq!(check(&folder).code, Some(0));
    std::fs::create_dir(folder.path("in")).expect("made");
    std::fs::rename(folder.path("a.isa"), folder.path("in/renamed.isa")).expect("renamed");
    let ran = check(&folder);
    assert_eq!((ran.code, compared(&ran)), (Some(0), format!("compared with the baseline `known.json`: 0 new, 0 fixed, {count} unchanged").as_str()));
    let from_within = folder.run(&["lint", "--baseline", "known.json", "in/renamed.isa", "--as-of", "2026-11-21"]);
    assert_eq!(from_within.code, Some(0), "{from_within:?}");
}

#[test]
fn a_copy_of_a_file_is_new() {
    let folder = known().with("copy.isa", THIN);
    let ran = check(&folder);
    assert_eq!(ran.code, Some(1));
    assert!(ran.findings().iter().all(|line| line.starts_with("copy.isa:")), "{ran:?}");
}

#[test]
fn it_gets_shorter_and_never_longer() {
    let folder = known();
    let before = entries(&folder);
    // One finding less, and another agreement with as many more.
    let folder = folder.with("a.isa", "agreement a \"A\" {\n  owner \"The lead\"\n}\n").with("b.isa", OTHER);
    let seen = check(&folder);
    let fixed: Vec<&str> = seen.out.lines().filter(|line| line.starts_with("fixed: a.isa: ")).collect();
    assert!(!fixed.is_empty(), "{seen:?}");
    assert_eq!(entries(&folder), before, "without being asked nothing is written");
    let ran = lint(&folder, &["--baseline", "known.json", "--write-baseline"]);
    assert_eq!(ran.code, Some(1), "what is new counts: {ran:?}");
    assert!(compared(&ran).ends_with("and nothing new: a baseline only gets shorter, unless it is deleted by hand"), "{ran:?}");
    let after = entries(&folder);
    assert_eq!(after.len(), before.len() - fixed.len());
    assert!(after.iter().all(|entry| before.contains(entry)));
    assert!(!check(&folder).out.contains("fixed: "), "what is gone is told once");
}

#[test]
fn what_was_not_looked_at_stays() {
    let folder = known();
    let before = entries(&folder);
    let folder = folder.with("good.isa", GOOD);
    let ran = lint(&folder, &["--baseline", "known.json", "--write-baseline", "good.isa"]);
    assert_eq!((ran.code, entries(&folder) == before), (Some(0), true), "{ran:?}");
    std::fs::remove_file(folder.path("a.isa")).expect("removed");
    lint(&folder, &["--baseline", "known.json", "--write-baseline", "good.isa"]);
    assert_eq!(entries(&folder), Vec::<Value>::new(), "a file that is gone has no findings");
}

#[test]
fn what_cannot_be_read_and_who_is_named_never_become_known() {
    let folder = Folder::new().with("a.isa", "agreement a \"A\" {\n  note \"NHS number 943 476 5919\"\n}\n");
    let ran = lint(&folder, &["--baseline", "known.json", "--write-baseline"]);
    assert_eq!(ran.code, Some(1));
    let left: Vec<&str> = ran.findings();
    assert!(left.iter().any(|line| line.contains("[SYN-10]")) && left.iter().any(|line| line.contains("[IDN-01]")), "{ran:?}");
    let written = std::fs::read_to_string(folder.path("known.json")).expect("written");
    assert!(!written.contains("SYN-") && !written.contains("IDN-") && !written.contains("943"), "{written}");
}

#[test]
fn a_baseline_that_cannot_be_used_is_told() {
    let folder = Folder::empty().with("a.isa", THIN);
    check(&folder).is_refused(&["there is no baseline `known.json`", "--write-baseline"]);
    lint(&folder, &["--write-baseline"]).is_refused(&["does not know where", "--baseline FILE"]);
    for (text, why) in [
        ("", "cannot be read"),
        ("<<<<<<< HEAD\n", "line 1"),
        ("{\"schema\":\"other/1\",\"findings\":[]}", "`other/1`"),
        ("{\"schema\":\"sharewright.baseline/1\",\"findings\":[{\"file\":\"a\",\"code\":\"b\",\"fingerprint\":\"xyz\",\"headline\":\"c\"}]}", "`xyz` is not a fingerprint"),
        ("{\"schema\":\"sharewright.baseline/1\",\"findings\":[],\"more\":1}", "more"),
    ] {
        let folder = Folder::empty().with("a.isa", THIN).with("known.json", text);
        for flags in [["--baseline", "known.json"].as_slice(), &["--baseline", "known.json", "--write-baseline"]] {
            lint(&folder, flags).is_refused(&["the baseline `known.json` cannot be read", why, "version control"]);
        }
        assert_eq!(std::fs::read_to_string(folder.path("known.json")).expect("there"), text, "what cannot be read is not written over");
    }
    let folder = Folder::empty().with("a.isa", THIN).with_folder("known.json");
    check(&folder).is_refused(&["it is a folder"]);
    let nowhere = Folder::empty().with("a.isa", THIN).with("file", "");
    let ran = lint(&nowhere, &["--baseline", "file/known.json", "--write-baseline"]);
    assert!(ran.code == Some(2) && ran.err.contains("file/known.json"), "{ran:?}");
}

#[test]
fn the_settings_may_name_it_and_reports_tell_it_apart() {
    let folder = known().with("sharewright.toml", "baseline = \"known.json\"\n").with("b.isa", OTHER);
    let ran = folder.run(&["lint", "--as-of", "2026-11-21", "--format", "sarif", "a.isa"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let sarif: Value = serde_json::from_str(&ran.out).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert!(!results.is_empty() && results.iter().all(|result| result["baselineState"] == "unchanged" && result["suppressions"][0]["kind"] == "external"), "{sarif}");
    let json: Value = serde_json::from_str(&folder.run(&["lint", "--as-of", "2026-11-21", "--format", "json"]).out).expect("JSON");
    let states: std::collections::BTreeSet<&str> = json["findings"].as_array().expect("a list").iter().filter_map(|finding| finding["state"].as_str()).collect();
    assert_eq!(states.into_iter().collect::<Vec<_>>(), ["active", "known"]);
    assert_eq!(json["summary"]["known"], json["summary"]["compared"]["unchanged"]);
}
