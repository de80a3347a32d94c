//! Files that can be read, with something odd in them: line ends, marks, nothing at all, far too much.

use super::tool::{Folder, GOOD, OTHER, OTHER_FOUND};
use std::time::Duration;

#[test]
fn line_ends_of_windows_change_nothing() {
    let text = format!("{OTHER}\nagreement a \"A\" {{\n  between trust,\n          gone\n  note \"\"\"\n    Two\n    lines.\n  \"\"\"\n}}\n");
    let unix = Folder::empty().with("other.isa", &text).lint(&["."]);
    let windows = Folder::empty().with("other.isa", text.replace('\n', "\r\n")).lint(&["."]);
    assert_eq!(unix.code, Some(1));
    assert_eq!(unix.findings()[0], OTHER_FOUND);
    assert!(unix.out.contains("no party or group is called `gone`"));
    assert_eq!(unix.out, windows.out);
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let plain = Folder::new().lint(&["."]);
    let marked = Folder::empty().with("other.isa", format!("\u{FEFF}{OTHER}")).lint(&["."]);
    marked.other_was_checked();
    assert_eq!(plain.out, marked.out);
}

#[test]
fn a_byte_order_mark_does_not_hide_the_first_use() {
    let folder = Folder::empty().with("one.isa", GOOD).with("two.isa", "\u{FEFF}use \"one.isa\"\ngroup forces \"Forces\" {\n  members police\n}\n");
    let ran = folder.lint(&["."]);
    assert_eq!((ran.code, ran.findings().len()), (Some(0), 0), "{ran:?}");
}

#[test]
fn a_file_with_no_item_is_told() {
    for (content, wanted) in [("", 1), ("\n\n  \n", 1), ("# Only a remark.\n", 1), ("\u{FEFF}", 1)] {
        let ran = Folder::new().with("bare.isa", content).lint(&["."]);
        ran.other_was_checked();
        let found = ran.findings_in("bare.isa");
        assert_eq!(found.len(), wanted, "{content:?} gives {found:#?}");
        assert!(found[0].contains("the file has nothing in it"));
    }
}

#[test]
fn an_empty_folder_has_an_exit_code_of_its_own() {
    for format in ["rich", "short", "narrated", "json"] {
        let ran = Folder::empty().with("readme.txt", "not ours").with_folder("sub").run(&["lint", "--format", format]);
        assert_eq!(ran.code, Some(3), "{ran:?}");
        assert!(ran.err.contains("there is nothing to check here") && ran.err.contains(".isa, .sop or .disclosure"));
    }
    assert_eq!(Folder::empty().run(&["checklist"]).code, Some(3));
}

#[test]
fn a_file_is_taken_whatever_its_ending_when_it_is_named() {
    let folder = Folder::empty().with("other.txt", OTHER).with("good.isa", GOOD);
    assert_eq!(folder.lint(&["."]).code, Some(0));
    assert_eq!(folder.lint(&["other.txt"]).findings(), [OTHER_FOUND.replace("other.isa", "other.txt")]);
}

#[test]
fn a_name_given_twice_is_told_at_the_second_place() {
    let folder = Folder::new().with("twice.isa", "party police \"P\" {\n}\nparty trust \"T\" {\n  contact desk \"D\" {\n  }\n  contact desk \"E\" {\n  }\n}\nparty police \"Q\" {\n}\n");
    let ran = folder.lint(&["."]);
    ran.other_was_checked();
    assert_eq!(
        ran.findings_in("twice.isa"),
        ["twice.isa:6:11: error[SYN-31]: the name `desk` is given to two things of one kind", "twice.isa:9:7: error[SYN-31]: the name `police` is given to two things of one kind",]
    );
    let rich = folder.run(&["lint", "twice.isa"]);
    assert!(rich.out.contains("first here") && rich.out.contains("again here"), "both places are shown: {}", rich.out);
}

#[test]
fn a_fact_that_may_stand_once_is_told_when_it_stands_twice() {
    let folder = Folder::new().with("twice.isa", "party police \"P\" {\n  kind police-force\n  kind council\n}\n");
    let ran = folder.lint(&["."]);
    ran.other_was_checked();
    assert_eq!(ran.findings_in("twice.isa").len(), 1, "`kind` may stand once in a party, says the vocabulary: {}", ran.out);
}

#[test]
fn a_hundred_thousand_nested_braces_are_refused_fast() {
    for (text, code) in [("a {\n".repeat(100_000), "SYN-06"), ("{".repeat(100_000), "SYN-05"), ("party p \"P\" { ".repeat(100_000), "SYN-06"), ("}".repeat(100_000), "SYN-07")] {
        let ran = Folder::new().with("deep.isa", &text).run_within(Duration::from_secs(20), &["lint", "--format", "short", "."]);
        ran.other_was_checked();
        let found = ran.findings_in("deep.isa");
        assert!(found.iter().any(|line| line.contains(code)), "{code} is not among {:#?}", &found[..found.len().min(3)]);
        assert!(found.len() <= 500, "{} findings are a book, not a page", found.len());
    }
}

#[test]
fn sixty_four_levels_are_read_and_sixty_five_are_not() {
    let nested = |levels: usize| format!("{}{}", "party p \"P\" {\n".repeat(levels), "}\n".repeat(levels));
    let refused = |levels: usize| Folder::empty().with("deep.isa", nested(levels)).lint(&["."]).out.contains("deeper than 64 levels");
    assert!(!refused(64));
    assert!(refused(65));
}
