//! Files that use each other: what is missing, what leads back, what is far too long.

use super::tool::{Folder, GOOD};

const GROUP: &str = "group forces \"Forces\" {\n  members police\n}\n";

#[test]
fn a_name_comes_through_two_files() {
    let folder = Folder::empty().with("deep/one.isa", GOOD).with("two.isa", "use \"deep/one.isa\"\n").with("three.isa", format!("use \"two.isa\" # that brings in the other\n{GROUP}"));
    let ran = folder.lint(&["three.isa"]);
    assert_eq!((ran.code, ran.findings().len()), (Some(0), 0), "{ran:?}");
}

#[test]
fn files_that_use_each_other_are_told_and_still_read() {
    let folder = Folder::new().with("one.isa", format!("use \"two.isa\"\n{GOOD}")).with("two.isa", format!("use \"three.isa\"\n{GROUP}")).with("three.isa", "use \"one.isa\"\n");
    let ran = folder.lint(&["."]);
    ran.other_was_checked();
    for file in ["one.isa", "two.isa", "three.isa"] {
        let found = ran.findings_in(file);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(found[0].contains(":1:5: warning[SYN-35]: `use` goes in a circle"), "{found:#?}");
    }
    let rich = folder.run(&["lint", "two.isa"]);
    assert!(rich.out.contains("`two.isa` uses `three.isa` uses `one.isa` uses `two.isa`"), "{}", rich.out);
    assert_eq!(rich.code, Some(0), "a circle alone is a warning");
}

#[test]
fn a_file_that_uses_itself_is_told() {
    let ran = Folder::new().with("one.isa", format!("use \"./one.isa\"\n{GOOD}")).lint(&["."]);
    ran.other_was_checked();
    assert_eq!(ran.findings_in("one.isa"), ["one.isa:1:5: warning[SYN-35]: a file uses itself"]);
}

#[test]
fn a_used_file_that_is_missing_is_told_at_its_line() {
    let ran = Folder::new().with("sub/one.isa", "use \"gone.isa\"\nuse \"../other.isa\"\n\ngroup all \"All\" {\n  members trust\n}\n").lint(&["."]);
    ran.other_was_checked();
    assert_eq!(ran.findings_in("sub/one.isa"), ["sub/one.isa:1:5: error[SYN-34]: the file `sub/gone.isa` that is used here does not exist"]);
}

#[test]
fn a_used_folder_is_not_taken_for_a_file() {
    let ran = Folder::new().with("one.isa", "use \"sub\"\n").with_folder("sub").lint(&["."]);
    ran.other_was_checked();
    assert_eq!(ran.findings_in("one.isa").len(), 1, "{}", ran.out);
}

#[test]
fn a_use_after_the_first_item_is_told() {
    let ran = Folder::new().with("one.isa", format!("{GOOD}use \"other.isa\"\n")).lint(&["."]);
    ran.other_was_checked();
    assert_eq!(ran.findings_in("one.isa"), ["one.isa:4:1: error[SYN-17]: `use` stands after the first item of the file"]);
}

#[test]
fn a_mistake_in_a_used_file_is_told_once_and_in_that_file() {
    let users = (0..10).fold(Folder::new(), |folder, number| folder.with(&format!("user-{number}.isa"), "use \"other.isa\"\n\ngroup all \"All\" {\n  members trust\n}\n"));
    let ran = users.lint(&["."]);
    ran.other_was_checked();
    assert_eq!(ran.findings().len(), 1, "{}", ran.out);
}

#[test]
fn a_long_chain_of_groups_is_no_reason_to_stop() {
    let length = 10_000;
    let chain: String = (0..length).map(|number| format!("group g{number} \"G\" {{\n  members g{}\n}}\n", number + 1)).collect();
    let text = format!("{chain}group g{length} \"G\" {{\n  members trust\n}}\nparty trust \"T\" {{\n}}\nagreement a \"A\" {{\n  between g0\n}}\n");
    Folder::new().with("chain.isa", text).lint(&["."]).other_was_checked();
}

#[test]
fn a_long_chain_of_parent_agreements_is_no_reason_to_stop() {
    let length = 5_000;
    let chain: String = (1..length).map(|number| format!("agreement a{number} \"A\" {{\n  under a{}\n}}\n", number + 1)).collect();
    let folder = Folder::new().with("parents.part", format!("{chain}agreement a{length} \"A\" {{\n}}\n")).with("child.isa", "use \"parents.part\"\nagreement a0 \"A\" {\n  under a1\n}\n");
    folder.lint(&["."]).other_was_checked();
}
