//! `lint --watch` and `lint -`: a run that stays, and a text that is not in a file yet.

#[allow(dead_code, reason = "made for the tests of the command line, and shared with them")]
#[path = "command_line/tool.rs"]
mod tool;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tool::{Folder, GOOD, OTHER, OTHER_FOUND};

/// Longer than any answer may take, on a slow machine that is building something else.
const PATIENCE: Duration = Duration::from_secs(60);

/// A run that looks on; it ends with the test.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn new(folder: &Folder, flags: &[&str]) -> Self {
        let mut child = tool::command(&folder.path("")).args(["lint", "--watch", "--format", "short"]).args(flags).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the tool starts");
        let (sender, lines) = channel();
        let out = child.stdout.take().expect("a pipe");
        let err = child.stderr.take().expect("a pipe");
        let other = sender.clone();
        std::thread::spawn(move || BufReader::new(out).lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        std::thread::spawn(move || BufReader::new(err).lines().map_while(Result::ok).try_for_each(|line| other.send(line)));
        Watching { child, lines }
    }

    /// What is said until the tool looks on again, sorted: what goes to one stream may overtake the other.
    fn round(&self) -> Vec<String> {
        let mut said = Vec::new();
        let mut ends = [false, false];
        while ends != [true, true] {
            let line = self.lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("nothing more is said after {said:?}"));
            ends[0] |= line.starts_with("looking on");
            ends[1] |= line.starts_with("law and guidance as of");
            said.push(line);
        }
        said.retain(|line| !line.is_empty() && !line.starts_with("looking on") && !line.starts_with("law and guidance"));
        said.sort();
        said
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

#[test]
fn what_changes_is_checked_again_and_the_whole_is_counted() {
    let folder = Folder::new().with("good.isa", GOOD).with("user.isa", "use \"good.isa\"\nparty trust \"T\" {\n  kind nhs-provider\n}\n");
    let watching = Watching::new(&folder, &["."]);
    let round = watching.round();
    assert_eq!(round.len(), 2, "{round:?}");
    assert!(round[0].starts_with("checked 3 files with 0 agreements: 1 error"), "{round:?}");
    assert_eq!(round[1].split(". ").next(), Some(OTHER_FOUND), "{round:?}");

    fs::write(folder.path("good.isa"), OTHER.replace("trust", "police")).expect("written");
    let round = watching.round();
    assert!(round[0].starts_with("checked 3 files with 0 agreements: 2 errors"), "what is told is of the whole: {round:?}");
    assert!(round.contains(&"checked again: good.isa, user.isa".to_owned()), "{round:?}");
    assert!(round.iter().any(|line| line.starts_with("good.isa:2:3: error[SYN-10]")) && !round.iter().any(|line| line.starts_with("other.isa")), "{round:?}");

    fs::remove_file(folder.path("other.isa")).expect("removed");
    let round = watching.round();
    assert!(round.contains(&"gone: other.isa".to_owned()) && round[0].starts_with("checked 2 files with 0 agreements: 1 error"), "{round:?}");
}

#[test]
fn watching_is_for_somebody_who_looks_on() {
    let folder = Folder::new();
    folder.run(&["lint", "--watch", "--format", "json"]).is_refused(&["`--watch` is for somebody who looks on", "`rich`, `short` or `narrated`"]);
    folder.run(&["lint", "--watch", "--output", "sarif"]).is_refused(&["no `--output`"]);
    folder.run(&["lint", "--watch", "nowhere"]).is_refused(&["the files cannot be watched: nowhere"]);
    folder.run(&["lint", "--watch", "--fix"]).is_refused(&["--watch"]);
}

/// `lint -` with a text.
fn piped(folder: &Folder, text: &[u8], flags: &[&str]) -> (Option<i32>, String, String) {
    let mut child =
        tool::command(&folder.path("")).args(["lint", "-", "--format", "short"]).args(flags).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the tool starts");
    child.stdin.take().expect("a pipe").write_all(text).expect("the text is sent");
    let output = child.wait_with_output().expect("the tool ends");
    (output.status.code(), String::from_utf8(output.stdout).expect("text"), String::from_utf8(output.stderr).expect("text"))
}

#[test]
fn a_text_that_comes_in_is_checked() {
    let folder = Folder::new();
    let (code, out, _) = piped(&folder, OTHER.as_bytes(), &[]);
    assert!(out.starts_with(&OTHER_FOUND.replace("other.isa", "standard input")) && out.contains("checked 1 file "), "{out}");
    assert_eq!(code, Some(1));
    let (code, out, _) = piped(&folder, &[b"\xEF\xBB\xBF", GOOD.as_bytes()].concat(), &[]);
    assert!(out.starts_with("checked 1 file ") && code == Some(0), "{out}");
}

#[test]
fn a_text_finds_its_place_by_its_path() {
    let agreement = "use \"parties.isa\"\nagreement a \"A\" {\n  between police\n}\n";
    let folder = Folder::empty().with("x/parties.isa", GOOD).with("x/a.isa", "this is what was saved before {\n");
    let without = piped(&folder, agreement.as_bytes(), &[]).1;
    assert!(without.contains("standard input:1:5: error[SYN-34]"), "{without}");
    let with = piped(&folder, agreement.as_bytes(), &["--stdin-path", "x/a.isa", "--each"]).1;
    fs::write(folder.path("x/a.isa"), agreement).expect("written");
    let of_file = folder.run(&["lint", "x/a.isa", "--format", "short", "--each"]).out;
    assert_eq!(with, of_file);
    assert!(with.contains("x/a.isa:2:1") && !with.contains("SYN-34"), "{with}");
}

#[test]
fn what_cannot_be_done_with_a_text_that_comes_in_is_told() {
    let folder = Folder::new();
    let refused = |text: &[u8], flags: &[&str], words: &str| {
        let (code, out, err) = piped(&folder, text, flags);
        assert!(code == Some(2) && out.is_empty() && err.contains(words), "{code:?} {out} {err}");
    };
    refused(b"", &["other.isa"], "`-` stands among other paths");
    refused(b"\xFF\xFE", &[], "is not UTF-8 text");
    refused(b"", &["--fix"], "cannot be changed");
    folder.run(&["lint", "--stdin-path", "a.isa"]).is_refused(&["`--stdin-path a.isa` says what comes in on standard input, and nothing does"]);
}
