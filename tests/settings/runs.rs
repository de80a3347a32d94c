//! Settings in a run that remembers, in one that reads from standard input and in one that looks on.

use super::{Folder, THIN, one, with};
use crate::tool::{Ran, command};
use std::io::Write;
use std::process::Stdio;

const SETTINGS: &str = "[severity]\nDOC-05 = \"error\"\n\n[[override]]\npaths = [\"drafts/**\"]\nseverity = { CHK-Q03 = \"warning\" }\n";

fn lint(folder: &Folder, flags: &[&str]) -> (Option<i32>, String) {
    let ran = folder.run(&[["lint", "--format", "json", "--each", "--as-of", "2026-11-21"].as_slice(), flags].concat());
    (ran.code, ran.out)
}

/// A run with the agreement on standard input.
fn pipe(folder: &Folder, flags: &[&str]) -> Ran {
    let mut child = command(&folder.path("")).args(["lint", "-"]).args(flags).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the tool starts");
    child.stdin.take().expect("a pipe").write_all(THIN.as_bytes()).expect("the text is sent");
    let output = child.wait_with_output().expect("the tool ends");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn what_is_remembered_weighs_what_the_settings_of_today_say() {
    let mut folder = with(SETTINGS).with("drafts/b.isa", THIN);
    let mut told = Vec::new();
    for settings in [SETTINGS, "", "[severity]\nDOC-05 = \"warning\"\n", SETTINGS] {
        folder = folder.with("sharewright.toml", settings);
        for flags in [["."].as_slice(), &[".", "--baseline", "known.json"], &[".", "--baseline", "known.json"]] {
            if flags.len() > 1 {
                lint(&folder, &["a.isa", "--baseline", "known.json", "--write-baseline"]);
            }
            let without = lint(&folder, flags);
            assert_eq!(lint(&folder, &[flags, &["--cache", "kept"]].concat()), without, "{settings}{flags:?}");
            told.push(without);
        }
    }
    assert_ne!(told[0], told[3], "the settings make a difference");
}

#[test]
fn a_text_that_comes_in_has_the_settings_of_its_path() {
    let folder = Folder::empty().with("in/sharewright.toml", SETTINGS).with("in/drafts/other.isa", THIN);
    let piped = |flags: &[&str]| {
        let ran = pipe(&folder, &[["--format", "short", "--each", "--as-of", "2026-11-21"].as_slice(), flags].concat());
        ran.findings().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let inside = piped(&["--stdin-path", "in/drafts/b.isa"]);
    assert!(one(&inside, "DOC-05").contains("error[") && one(&inside, "CHK-Q03").contains("warning["), "{inside:?}");
    let outside = piped(&[]);
    assert!(one(&outside, "DOC-05").contains("info[") && one(&outside, "CHK-Q03").contains("error["), "{outside:?}");
    pipe(&folder, &["--since", "main"]).is_refused(&["has no earlier state", "instead of `-`"]);
    pipe(&folder, &["--baseline", "b.json", "--write-baseline"]).is_refused(&["goes into no baseline"]);
}

#[test]
fn who_looks_on_is_not_sent_to_files() {
    with("format = \"json\"\n").run(&["lint", "--watch"]).is_refused(&["`--watch` is for somebody who looks on"]);
    with("").run(&["lint", "--watch", "--since", "main"]).is_refused(&["--since"]);
}
