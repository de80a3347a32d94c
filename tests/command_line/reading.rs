//! Files that cannot be read, or only in part. One bad file never hides another.

use super::tool::{Folder, GOOD, OTHER_FOUND};
use std::fs;
use std::time::Duration;

#[test]
fn a_missing_file_is_told_and_the_other_is_checked() {
    let folder = Folder::new();
    let ran = folder.lint(&["gone.isa", "other.isa"]);
    ran.other_was_checked();
    assert_eq!(ran.findings()[0], "gone.isa:1:1: error[IO-01]: `gone.isa` cannot be read: there is no such file or folder");
    assert_eq!(ran.findings().len(), 2);
}

#[test]
fn a_missing_file_alone_is_an_error() {
    let ran = Folder::empty().lint(&["gone.isa"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("there is no such file or folder"));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told_and_the_other_is_checked() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new().with("shut.isa", GOOD);
    fs::set_permissions(folder.path("shut.isa"), fs::Permissions::from_mode(0o000)).expect("the file is shut");
    if fs::read(folder.path("shut.isa")).is_ok() {
        // Root reads everything; what cannot be read otherwise is tested below.
        return;
    }
    let ran = folder.lint(&["."]);
    ran.other_was_checked();
    assert_eq!(ran.findings_in("shut.isa"), ["shut.isa:1:1: error[IO-02]: `shut.isa` cannot be read: reading it is not allowed"]);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_told_and_the_other_is_checked() {
    let folder = Folder::new();
    std::os::unix::fs::symlink("nowhere", folder.path("link.isa")).expect("a link is made");
    let ran = folder.lint(&["."]);
    ran.other_was_checked();
    assert_eq!(ran.findings_in("link.isa"), ["link.isa:1:1: error[IO-01]: `link.isa` cannot be read: there is no such file or folder"]);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_that_is_called_like_a_file_is_told() {
    let folder = Folder::new().with_folder("sub");
    std::os::unix::fs::symlink("sub", folder.path("link.isa")).expect("a link is made");
    let ran = folder.lint(&["."]);
    ran.other_was_checked();
    let found = ran.findings_in("link.isa");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("error[IO-0") && found[0].contains("a folder") && !found[0].contains("nor a folder"), "it leads to a folder: {found:#?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_that_nobody_writes_to_is_not_waited_for() {
    let folder = Folder::new();
    let made = std::process::Command::new("mkfifo").arg(folder.path("pipe.isa")).status();
    if !made.is_ok_and(|status| status.success()) {
        // This system has no such pipes.
        return;
    }
    folder.run_within(Duration::from_secs(10), &["lint", "--format", "short", "."]).other_was_checked();
}

#[test]
fn a_folder_that_is_called_like_a_file_is_a_folder() {
    let folder = Folder::new().with("inner.isa/deep.isa", "party a \"A\" {\n  kidn x\n}\n");
    let ran = folder.lint(&["."]);
    ran.other_was_checked();
    assert_eq!(ran.findings_in("inner.isa/deep.isa").len(), 1);
}

#[test]
fn a_path_through_a_file_is_told_in_plain_words() {
    let folder = Folder::new();
    let ran = folder.lint(&["other.isa/x.isa", "other.isa"]);
    ran.other_was_checked();
    assert!(ran.out.contains("`other.isa/x.isa` cannot be read"));
    assert!(!ran.out.contains("os error"), "{}", ran.out);
}

#[test]
fn text_that_is_not_utf8_is_told_with_what_to_do() {
    let folder = Folder::new().with("latin.isa", b"party caf\xe9 \"Caf\xe9\" {\n}\n");
    let ran = folder.run(&["lint", "--format", "narrated", "."]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("`latin.isa` is not UTF-8 text from line 1 on (byte 9)"), "{}", ran.out);
    assert!(ran.out.contains("Save it again as UTF-8"));
    assert!(ran.out.contains("means nothing in `party`"), "the other file is checked");
}

#[test]
fn a_file_is_not_blamed_for_what_stands_after_the_byte_that_cannot_be_read() {
    let folder = Folder::new().with("latin.isa", b"party a \"Caf\xe9\" {\n  contact desk \"Desk\" {\n    phone \"1\"\n  }\n}\n");
    let ran = folder.lint(&["."]);
    ran.other_was_checked();
    let found = ran.findings_in("latin.isa");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("[IO-04]"));
}

#[test]
fn utf16_is_told_as_such() {
    for bytes in [GOOD.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(), GOOD.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>()] {
        let mark: &[u8] = if bytes[0] == 0 { &[0xFE, 0xFF] } else { &[0xFF, 0xFE] };
        let folder = Folder::new().with("wide.isa", [mark, &bytes].concat());
        let ran = folder.run(&["lint", "."]);
        assert_eq!(ran.code, Some(1));
        assert!(ran.out.contains("saved as UTF-16") && ran.out.contains("Save it again as UTF-8"), "{}", ran.out);
        assert!(ran.out.contains("`kidn` means nothing"), "the other file is checked");
        assert!(!ran.out.contains("has nothing in it"), "a file that cannot be read is not also blamed for being empty");
    }
}

#[test]
fn the_checklist_tells_which_file_cannot_be_read() {
    let agreement = "agreement a \"A\" {\n}\n";
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(agreement.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for format in ["table", "markdown"] {
        let alone = Folder::empty().with("wide.isa", &wide).run(&["checklist", "--format", format, "wide.isa"]);
        assert_ne!(alone.code, Some(0), "{alone:?}");
        assert!(alone.all().contains("wide.isa") && alone.all().contains("UTF-8"), "{alone:?}");
        let beside = Folder::empty().with("wide.isa", &wide).with("a.isa", agreement).run(&["checklist", "--format", format, "."]);
        assert_ne!(beside.code, Some(0), "one of two agreements was not answered for: {beside:?}");
        assert!(beside.all().contains("wide.isa") && beside.all().contains("UTF-8"), "{beside:?}");
        assert!(beside.out.contains("impact assessment") || beside.out.contains("Impact assessment"), "the other agreement is answered for");
    }
}

#[test]
fn a_path_without_a_letter_is_not_taken_for_this_folder() {
    let folder = Folder::new();
    let ran = folder.lint(&["", "other.isa"]);
    ran.other_was_checked();
    assert!(!ran.out.contains("`.` cannot be read"), "this folder can be read: {}", ran.out);
}

#[test]
fn a_file_of_fifty_megabytes_is_refused_at_once() {
    let folder = Folder::new();
    let file = fs::File::create(folder.path("huge.isa")).expect("a file is made");
    file.set_len(50_000_000).expect("the file is made long");
    let ran = folder.run_within(Duration::from_secs(5), &["lint", "--format", "short", "."]);
    ran.other_was_checked();
    assert_eq!(ran.findings_in("huge.isa"), ["huge.isa:1:1: error[IO-03]: `huge.isa` is too large: 50 MB, where 8 MB is the most"]);
}

#[test]
fn a_used_file_that_cannot_be_read_is_told_where_it_is_used() {
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(GOOD.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let folder = Folder::empty().with("names.isa", wide).with("one/two.isa", "use \"../names.isa\"\n\ngroup forces \"Forces\" {\n  members police\n}\n");
    let ran = folder.lint(&["one"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("names.isa") && ran.out.contains("UTF-8"), "nothing tells why `police` is not found: {}", ran.out);
}

#[test]
fn the_same_file_given_twice_is_checked_once() {
    let folder = Folder::new();
    let ran = folder.lint(&["other.isa", "./other.isa", "."]);
    assert_eq!(ran.findings(), [OTHER_FOUND]);
    assert!(ran.out.contains("checked 1 file with"));
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_is_not_text_is_not_called_missing() {
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.isa");
    if fs::write(folder.path("").join(name), GOOD).is_err() {
        // This system takes no such names.
        return;
    }
    let ran = folder.lint(&["."]);
    ran.other_was_checked();
    assert!(!ran.out.contains("there is no such file"), "the file is there: {}", ran.out);
}
