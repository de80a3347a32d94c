//! Text and names that want to do harm: to the terminal, to whoever reads the report, to the patience of the user.

use super::tool::{Folder, GOOD, Ran, command};
use std::io::Read;
use std::process::Stdio;
use std::time::Duration;

const FORMATS: [&str; 4] = ["rich", "short", "narrated", "json"];

#[track_caller]
fn is_harmless(what: &str, text: &str) {
    let harmful = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    assert!(!text.contains(harmful), "{what}: {:?}", text.lines().find(|line| line.contains(harmful)));
}

/// Every report on a folder, with what it is.
fn reports(folder: &Folder) -> Vec<(String, Ran)> {
    let lint = FORMATS.map(|format| (format!("lint {format}"), folder.run(&["lint", "--format", format, "."])));
    let checklist = ["table", "markdown", "json"].map(|format| (format!("checklist {format}"), folder.run(&["checklist", "--format", format, "."])));
    lint.into_iter().chain(checklist).collect()
}

#[test]
fn hostile_text_reaches_no_terminal() {
    let folder = Folder::empty().with(
        "a.isa",
        "use \"\u{1b}[5m.isa\"\nparty trust \"Tr\u{1b}[2Just\u{202E}\" {\n  kidn\u{1b}[31m x\n  note \"\u{1b}]0;title\u{7}\"\n  contact a\u{9b}31m \"x\" {\n  }\n}\nagreement b \"L\u{1b}[31m\u{202E}\" {\n  between \u{1b}\n  question 5 none because \"x\u{1b}\"\n}\nagreement \u{202E}c \"C\" {\n}\n",
    );
    for (what, ran) in reports(&folder) {
        assert!(!ran.all().contains('\u{1b}'), "{what}: {:?}", ran.all().lines().find(|line| line.contains('\u{1b}')));
        if !what.contains("json") {
            is_harmless(&what, &ran.all());
        }
    }
    let coloured = folder.run(&["lint", "--color", "always", "."]).out;
    for harm in ["\u{1b}[2J", "\u{1b}]0", "\u{1b}[5m", "\u{202E}", "\u{7}"] {
        assert!(!coloured.contains(harm), "{harm:?}");
    }
}

#[cfg(unix)]
#[test]
fn hostile_file_names_reach_no_terminal() {
    let folder = Folder::empty().with("a\u{1b}[31m\u{202E}.isa", "agreement a \"A\" {\n  kidn x\n}\n").with("sub\u{1b}[2J/use.isa", "use \"\u{1b}[2J.isa\"\n");
    for (what, ran) in reports(&folder) {
        assert!(!ran.all().contains('\u{1b}'), "{what}: {:?}", ran.all().lines().find(|line| line.contains('\u{1b}')));
        if !what.contains("json") {
            is_harmless(&what, &ran.all());
        }
    }
}

#[test]
fn hostile_arguments_reach_no_terminal() {
    let folder = Folder::new();
    for arguments in [
        ["lint", "\u{1b}[31m"].as_slice(),
        &["\u{1b}[31m"],
        &["lint", "--\u{1b}[31m"],
        &["lint", "--packs", "\u{1b}[31m"],
        &["lint", "--as-of", "\u{1b}[31m"],
        &["explain", "\u{1b}[31m"],
        &["checklist", "\u{1b}[31m"],
    ] {
        let ran = folder.run(arguments);
        assert!(matches!(ran.code, Some(1..=3)), "{ran:?}");
        is_harmless(&format!("{arguments:?}"), &ran.all());
    }
}

/// Services that run checks read commands from lines that begin so.
const FORGED: &str = "::error::forged";

#[test]
fn a_text_cannot_forge_a_line_of_a_report() {
    let block = format!("\"\"\"\n{FORGED}\n\"\"\"");
    let folder = Folder::empty().with(
        "a.isa",
        format!("role r {block} {{\n  headcount {block}\n  kidn {block}\n}}\nagreement a {block} {{\n  waive {block}\n  between {block}\n  effective {block}\n  question {block}\n  headcount {block}\n}}\nparty p \"P\" {{\n  note {block};\n}}\n"),
    );
    for (what, ran) in reports(&folder) {
        assert!(!ran.all().lines().any(|line| line.starts_with(FORGED)), "{what} has a line that a text put there");
    }
}

#[cfg(unix)]
#[test]
fn a_file_name_cannot_forge_a_line_of_a_report() {
    let folder = Folder::empty().with(&format!("a\n{FORGED}.isa"), "agreement a \"A\" {\n  kidn x\n}\n").with("use.isa", "use \"x\"\n");
    for (what, ran) in reports(&folder) {
        assert!(!ran.all().lines().any(|line| line.starts_with(FORGED)), "{what} has a line that a file name put there");
    }
}

#[test]
fn a_reader_that_goes_away_does_no_harm() {
    let folder = (0..30).fold(Folder::empty(), |folder, number| folder.with(&format!("{number}.isa"), "agreement a \"A\" {\n}\n"));
    for format in FORMATS {
        let mut child = command(&folder.path("")).args(["lint", "--format", format, "."]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the tool starts");
        let mut first = [0];
        let mut out = child.stdout.take().expect("a pipe");
        out.read_exact(&mut first).expect("something is written");
        drop(out);
        let ended = child.wait_with_output().expect("the tool ends");
        assert!(matches!(ended.status.code(), Some(0 | 1)), "{format}: {ended:?}");
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{format}: nobody is told");
    }
}

#[track_caller]
fn is_fast(what: &str, text: &str) {
    let folder = Folder::new().with("odd.isa", text);
    folder.run_within(Duration::from_secs(20), &["lint", "--format", "short", "."]).other_was_checked();
    assert!(text.len() < 1_000_000, "{what} is a small file");
}

#[test]
fn blank_lines_after_a_comma_are_read_fast() {
    is_fast("a comma and blank lines", &format!("{GOOD}group g \"G\" {{\n  members police,{}police\n}}\n", "\n".repeat(200_000)));
}

#[test]
fn closing_braces_far_to_the_right_are_read_fast() {
    is_fast("spaces and braces", &format!("{}{}\n", " ".repeat(100_000), "}".repeat(100_000)));
}

#[test]
fn a_name_that_is_not_found_among_many_is_told_fast() {
    let parties: String = (0..20_000).map(|number| format!("party p{number} \"P\" {{\n}}\n")).collect();
    is_fast("names", &format!("{parties}agreement a \"A\" {{\n  between gone\n}}\n"));
}

#[test]
fn many_errors_in_a_long_file_are_drawn_fast() {
    for end in ["\n", "\r\n"] {
        let text = format!("{}party p \"P\" {{{end}{}}}{end}", format!("# A remark.{end}").repeat(60_000), format!("  x;{end}").repeat(150));
        let folder = Folder::new().with("long.isa", text);
        let ran = folder.run_within(Duration::from_secs(20), &["lint", "."]);
        assert_eq!(ran.code, Some(1));
        assert!(ran.out.matches("a semicolon is not needed").count() == 150);
    }
}
