//! `lint --fix` and `--diff` as a process.

use super::folder::Folder;

const SLIP: &str = "party p \"P\" {\n  kidn police-force\n}\n";

#[test]
fn a_patch_writes_nothing() {
    let folder = Folder::with(SLIP);
    let ran = folder.lint(&["--diff", "--unsafe-fixes"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), "--- a/a.isa\n+++ b/a.isa\n@@ -1,3 +1,3 @@\n party p \"P\" {\n-  kidn police-force\n+  kind police-force\n }\n"), "{ran:?}");
    assert_eq!(folder.read("a.isa"), SLIP);
    assert!(ran.err.contains("1 change would be made in 1 file; none is left"), "{ran:?}");
    let ran = folder.lint(&["--fix", "--diff"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
    assert!(ran.err.contains("left: 1 that may alter the meaning"), "{ran:?}");
}

#[test]
fn what_only_shows_after_a_change_is_changed_as_well() {
    let folder = Folder::with("party p \"P\" {\n  kidn: police-forse;\n}\n");
    let ran = folder.lint(&["--fix", "--unsafe-fixes"]);
    assert_eq!(folder.read("a.isa"), "party p \"P\" {\n  kind  police-force\n}\n", "{ran:?}");
    assert!(ran.err.contains("changed a.isa:2:7: SYN-01: remove it\n") && ran.err.contains("4 changes made in 1 file; none is left"), "{ran:?}");
    assert_eq!(ran.code, Some(0), "what is left is judged");
}

#[test]
fn a_file_that_holds_an_identity_is_left_alone() {
    let text = "party p \"P\" {\n  kidn police-force\n  note \"NHS number 943 476 5919\"\n}\n";
    let folder = Folder::with(text);
    folder.put("b.isa", SLIP);
    let ran = folder.lint(&["--fix", "--unsafe-fixes"]);
    assert_eq!(folder.read("a.isa"), text);
    assert_eq!(folder.read("b.isa"), SLIP.replace("kidn", "kind"), "the other file is changed: {ran:?}");
    assert!(ran.err.contains("left alone: a.isa: what identifies a person stands in it"), "{ran:?}");
    assert!(!format!("{ran:?}").contains("5919"));
}

#[test]
fn a_change_that_is_not_asked_for_rightly_is_refused() {
    let ran = Folder::with(SLIP).lint(&["--unsafe-fixes"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains("Add `--fix` to make the changes, or `--diff` to see them."), "{ran:?}");
}

#[test]
fn a_machine_reads_nothing_but_findings() {
    let folder = Folder::with(SLIP);
    let ran = folder.lint(&["--fix", "--unsafe-fixes", "--format", "json"]);
    assert!(serde_json::from_str::<serde_json::Value>(&ran.out).is_ok(), "{ran:?}");
    assert_eq!(ran.code, Some(0));
}
