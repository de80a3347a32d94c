//! Flags: what is wrong is said with what was probably meant, and what is right does what it says.

use super::tool::{Folder, command};
use std::process::{Command, Stdio};

#[track_caller]
#[test]
fn a_wrong_flag_is_refused_with_the_one_that_was_meant() {
    let folder = Folder::new();
    folder.run(&["lint", "--frmat", "short", "."]).is_refused(&["--frmat", "--format", "--help"]);
    folder.run(&["lnt", "."]).is_refused(&["lnt", "lint"]);
    folder.run(&["lint", "--format", "xml"]).is_refused(&["xml", "rich, short, narrated, json"]);
    folder.run(&["lint", "--fail-on", "errors"]).is_refused(&["errors", "error, warning, info, never"]);
    folder.run(&["lint", "--format"]).is_refused(&["--format"]);
}

#[test]
fn a_wrong_flag_is_refused_in_the_words_of_the_house() {
    for arguments in [["lint", "--format", "xml"], ["lint", "--fail-on", "x"], ["checklist", "--format", "x"], ["lint", "--color", "blue"]] {
        let ran = Folder::new().run(&arguments);
        assert!(!ran.err.contains("invalid"), "{}", ran.err);
    }
}

#[test]
#[cfg(not(feature = "pdf"))]
fn a_program_without_pdf_says_how_to_get_it() {
    Folder::new().run(&["build", "--format", "pdf", "."]).is_refused(&["built without PDF", "--features pdf", "--format docx"]);
}

#[test]
fn a_wrong_day_is_refused_with_an_example() {
    for day in ["31/12/2026", "2026-02-30", "2026-13-01", "2026", "2026-04", "tomorrow", "", "2026-04-01x", "2026-04-01-01", "99999-01-01", "2026-04-", "+2026-04-01"] {
        for what in ["lint", "checklist"] {
            Folder::new().run(&[what, "--as-of", day, "."]).is_refused(&["2026-04-01", "--as-of"]);
        }
    }
}

#[test]
fn every_flag_for_a_day_names_itself_and_the_day_that_was_meant() {
    let days = [("1 January 2026", "2026-01-01"), ("31/12/2025", "2025-12-31"), ("Jan 2nd, 2026", "2026-01-02")];
    for (day, meant) in days {
        for (command, flag) in [("impact", "--since"), ("impact", "--as-of"), ("disclosures", "--since"), ("disclosures", "--until"), ("waivers", "--as-of")] {
            let since = if command == "impact" && flag != "--since" { &["--since", "2020-01-01"][..] } else { &[] };
            let ran = Folder::new().run(&[&[command, flag, day, "."][..], since].concat());
            assert_eq!(ran.code, Some(2), "{ran:?}");
            let told = format!("error: `{day}` after `{flag}` is not written as a date\n  Did you mean `{flag} {meant}`? A day is written year, month, day, such as 2026-04-01.\n");
            assert_eq!(ran.err, told, "{command}");
        }
    }
    Folder::new().run(&["new", "mash", "--set", "date=1 April 2026"]).is_refused(&["`1 April 2026` is not a day for `date`", "Did you mean 2026-04-01?"]);
    Folder::new().run(&["impact", "--since", "2026-02-30", "."]).is_refused(&["2026-04-01 after `--since`; here this month has 28 days"]);
}

#[test]
fn what_cannot_be_run_is_told_in_plain_lines() {
    let ran = Folder::new().run(&["new", "missing-persons"]);
    assert_eq!(ran.code, Some(2));
    let mut lines = ran.err.lines();
    assert_eq!(lines.next(), Some("error: there is no starter `missing-persons`"));
    assert_eq!(lines.next(), Some("  Did you mean `missing-people`?"));
    let all = lines.next().expect("the starters");
    assert!(all.starts_with("  It may be `") && all.contains("`mash`") && all.contains("`missing-people`") && all.contains("`control-room`") && !all.contains("others"), "{all}");
    assert_eq!(lines.next(), None);
    let flag = Folder::new().run(&["lint", "--frmat", "short"]);
    assert!(flag.err.starts_with("error: unexpected argument '--frmat' found\n  tip: ") && flag.err.contains("\n  Usage: sharewright lint"), "{}", flag.err);
    let nothing = Folder::empty().run(&["checklist", "."]);
    assert!(nothing.code == Some(3) && nothing.err.starts_with("error: there is no agreement, disclosure record or policy here to answer for\n  Give a file"), "{nothing:?}");
}

#[test]
fn a_right_day_is_the_day_of_the_law() {
    let ran = Folder::new().run(&["lint", "--as-of", "2019-02-28", "."]);
    assert!(ran.out.contains("law and guidance as of 2019-02-28"), "{}", ran.out);
}

#[test]
fn without_a_command_the_help_is_shown() {
    let ran = Folder::new().run(&[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.all().contains("Usage: sharewright") && ran.all().contains("checklist"));
    let help = Folder::new().run(&["lint", "--help"]);
    assert_eq!((help.code, help.err.as_str()), (Some(0), ""));
    assert!(help.out.contains("--fail-on"));
}

/// One error, one warning.
fn mixed() -> Folder {
    Folder::new().with("self.isa", "use \"self.isa\"\nparty p \"P\" {\n}\n")
}

#[test]
fn the_exit_code_follows_the_threshold() {
    let code = |paths: &str, threshold: &str| mixed().run(&["lint", "--fail-on", threshold, paths]).code;
    for (threshold, with_error, with_warning) in [("error", 1, 0), ("warning", 1, 1), ("info", 1, 1), ("never", 0, 0)] {
        assert_eq!(code(".", threshold), Some(with_error), "{threshold}");
        assert_eq!(code("self.isa", threshold), Some(with_warning), "{threshold}");
    }
    assert_eq!(mixed().run(&["lint", "self.isa"]).code, Some(0), "errors are the threshold when none is given");
}

#[test]
fn quiet_leaves_the_summary_and_the_exit_code() {
    for format in ["rich", "short", "narrated"] {
        let ran = mixed().run(&["lint", "--quiet", "--format", format, "."]);
        assert_eq!(ran.code, Some(1));
        assert!(ran.out.starts_with("checked 2 files with 0 agreements: 1 error, 1 warning, 0 pieces of advice; 2 with a suggested change, 0 waived\n"), "{}", ran.out);
        assert_eq!(ran.out.lines().count(), 2, "{}", ran.out);
        assert_eq!(ran.err, "");
    }
    let json = mixed().run(&["lint", "-q", "--format", "json", "."]);
    assert!(!json.out.contains("kidn"), "`--quiet` prints the summary only, in every format: {}", json.out);
}

#[test]
fn colour_is_there_when_it_is_asked_for_and_only_then() {
    let folder = mixed();
    let colours = |arguments: &[&str]| folder.run(&[&["lint", "."], arguments].concat()).out.contains('\u{1b}');
    assert!(colours(&["--color", "always"]));
    assert!(!colours(&["--color", "never"]));
    assert!(!colours(&[]), "no colour into a pipe");
    for format in ["short", "narrated", "json"] {
        assert!(!colours(&["--color", "always", "--format", format]), "{format} has no colour");
    }
    let plain = folder.run(&["lint", "."]).out;
    let coloured = folder.run(&["lint", ".", "--color", "always"]).out;
    assert_eq!(without_colour(&coloured), plain, "colour changes no words");
}

/// The text without what switches colours.
fn without_colour(text: &str) -> String {
    let mut pieces = text.split("\u{1b}[");
    let first = pieces.next().unwrap_or("").to_owned();
    pieces.fold(first, |all, piece| all + piece.split_once('m').map_or("", |(_, rest)| rest))
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_has_colour_unless_no_color_is_set() {
    let folder = mixed();
    let shown = |variable: Option<&str>, flags: &str| -> Option<String> {
        // `script` gives the tool a terminal; where it is not installed there is none to ask about.
        let line = format!("{} lint . {flags}", env!("CARGO_BIN_EXE_sharewright"));
        let mut script = Command::new("script");
        script.args(["-q", "-e", "-c", &line, "/dev/null"]).current_dir(folder.path("")).env_remove("NO_COLOR").stdin(Stdio::null());
        if let Some(value) = variable {
            script.env("NO_COLOR", value);
        }
        script.output().ok().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Some(plain) = shown(None, "") else { return };
    assert!(plain.contains("kidn"), "{plain}");
    assert!(plain.contains("\u{1b}["), "a terminal has colour");
    assert!(plain.contains('\u{2502}'), "a terminal has lines");
    assert!(!shown(Some("1"), "").expect("a second run").contains("\u{1b}["), "NO_COLOR switches it off");
    assert!(shown(Some(""), "").expect("a third run").contains("\u{1b}["), "an empty NO_COLOR says nothing");
    assert!(!shown(None, "--color never").expect("a fourth run").contains("\u{1b}["));
    assert!(shown(Some("1"), "--color always").expect("a fifth run").contains("\u{1b}["), "a flag says more than the environment");
}

#[test]
fn no_color_does_no_harm_in_a_pipe() {
    let folder = mixed();
    let output = command(&folder.path("")).env("NO_COLOR", "1").args(["lint", "."]).output().expect("the tool runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), folder.run(&["lint", "."]).out);
}

#[test]
fn what_is_not_known_to_explain_is_guessed() {
    Folder::empty().run(&["explain", "CHK-Q0"]).is_refused(&["there is no rule, question or keyword `CHK-Q0`", "Did you mean `CHK-Q0"]);
    Folder::empty().run(&["explain", "zzzzzzzzzzzz"]).is_refused(&["sharewright rules"]);
}

#[test]
fn a_test_of_rules_that_names_no_rule_is_refused() {
    Folder::empty().run(&["rules", "test", "NO-SUCH-RULE"]).is_refused(&["NO-SUCH-RULE"]);
}
