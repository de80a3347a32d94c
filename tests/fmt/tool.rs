//! `sharewright fmt` as a process.

use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const OTHERWISE: &str = "party a \"A\"{kind council}\n";
const AS_IT_SHOULD_BE: &str = "party a \"A\" {\n  kind council\n}\n";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in files {
        fs::write(folder.path().join(path), text).expect("written");
    }
    folder
}

fn run(folder: &TempDir, arguments: &[&str], input: &str) -> (Option<i32>, String, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sharewright"))
        .arg("fmt")
        .args(arguments)
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the tool starts");
    child.stdin.take().expect("a pipe").write_all(input.as_bytes()).expect("written");
    let Output { status, stdout, stderr } = child.wait_with_output().expect("the tool ends");
    (status.code(), String::from_utf8(stdout).expect("UTF-8"), String::from_utf8(stderr).expect("UTF-8"))
}

fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).expect("read")
}

#[test]
fn files_are_laid_out_in_their_place_and_only_when_they_change() {
    let folder = folder(&[("a.isa", OTHERWISE), ("b.isa", AS_IT_SHOULD_BE), ("c.isa", "owner (me)\n")]);
    let (code, out, err) = run(&folder, &[], "");
    assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
    assert_eq!(read(&folder, "a.isa"), AS_IT_SHOULD_BE);
    assert_eq!(read(&folder, "c.isa"), "owner (me)\n");
    assert_eq!(err, "left alone: c.isa:1:7: it cannot be read here (SYN-01, unreadable-statement); `sharewright lint` says why\n1 file laid out, 1 as it should be, 1 left alone\n");
    assert_eq!(run(&folder, &["a.isa", "b.isa"], "").0, Some(0));
}

#[test]
fn check_and_diff_write_nothing() {
    let folder = folder(&[("a.isa", OTHERWISE), ("b.isa", AS_IT_SHOULD_BE)]);
    let (code, out, _) = run(&folder, &["--check"], "");
    assert_eq!((code, out.as_str()), (Some(1), "a.isa\n"));
    let (code, out, _) = run(&folder, &["--diff"], "");
    assert_eq!((code, out.as_str()), (Some(1), "--- a/a.isa\n+++ b/a.isa\n@@ -1 +1,3 @@\n-party a \"A\"{kind council}\n+party a \"A\" {\n+  kind council\n+}\n"));
    assert_eq!(read(&folder, "a.isa"), OTHERWISE);
    assert_eq!(run(&folder, &["--check", "b.isa"], "").0, Some(0));
}

#[test]
fn a_patch_never_shows_what_identifies_a_person() {
    let folder = folder(&[("a.isa", "party a \"A\"{note \"NHS number 943 476 5919\"}\n")]);
    let (code, out, err) = run(&folder, &["--diff"], "");
    assert_eq!(code, Some(1), "{err}");
    assert!(out.contains("NHS number *** *** ****") && !out.contains("5919"), "{out}");
    assert_eq!(run(&folder, &[], "").0, Some(0));
    assert_eq!(read(&folder, "a.isa"), "party a \"A\" {\n  note \"NHS number 943 476 5919\"\n}\n", "the file itself keeps every word");
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = folder(&[]);
    assert_eq!(run(&folder, &["-"], "x  1\r\ny 2"), (Some(0), "x 1\r\ny 2\r\n".to_owned(), String::new()));
    assert_eq!(run(&folder, &["-", "--check"], "x  1\n").0, Some(1));
    let (code, out, err) = run(&folder, &["-"], "owner (me)\n");
    assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
    assert!(err.starts_with("left alone: standard input:1:7: "), "{err}");
    assert_eq!(run(&folder, &["-", "a.isa"], "").0, Some(2));
    assert_eq!(run(&folder, &[], "").0, Some(3));
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.isa", OTHERWISE)]);
    fs::set_permissions(folder.path().join("a.isa"), fs::Permissions::from_mode(0o444)).expect("set");
    let (code, _, err) = run(&folder, &[], "");
    assert_eq!(code, Some(2), "{err}");
    assert!(err.contains("writing there is not allowed"), "{err}");
    assert_eq!(read(&folder, "a.isa"), OTHERWISE);
}
