//! Starters: each begins an agreement in which what is open is all that is found.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const STARTERS: [&str; 9] = ["mental-health-triage", "control-room", "task-force", "custody-healthcare", "marac", "mash", "missing-people", "shared-care-record", "anonymised-assault-data"];

/// What may be found in a starter besides open answers and questions: rules that want more than stands there yet.
const WANTED: [&str; 19] = [
    "CHK-Q04.2",
    "CHK-Q04.4",
    "CHK-Q06.3",
    "CHK-Q06.6",
    "CHK-Q07.2",
    "CHK-Q07.5",
    "CHK-Q09.3",
    "CHK-Q09.6",
    "CHK-Q14.",
    "CHK-Q21.5",
    "AUDIT-01",
    "CP-",
    "DOC-05",
    "PRD-09",
    "LAW-05",
    "LAW-12",
    "LAW-15",
    "LAW-58",
    "POL-002",
];

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sharewright")).args(arguments).current_dir(folder).stdin(std::process::Stdio::null()).output().expect("the tool runs")
}

#[test]
fn each_starter_is_in_the_language_and_only_what_is_open_is_found() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in STARTERS {
        let made = run(folder.path(), &["new", name, "--set", "area=Fenwold", "--set", "date=2026-11-21"]);
        assert!(made.status.success(), "{name}: {}", String::from_utf8_lossy(&made.stderr));
        let text = fs::read_to_string(folder.path().join(format!("{name}.isa"))).expect("a file");
        assert!(text.contains("Fenwold") && text.contains("draft on 2026-11-21") && text.contains(" ?"), "{name}");
        let found = run(folder.path(), &["lint", &format!("{name}.isa"), "--each", "--format", "short", "--as-of", "2026-11-21"]);
        let found = String::from_utf8(found.stdout).expect("UTF-8");
        // Nothing that is left open and nothing that is to be confirmed is forgotten, wherever it stands.
        let counted = |code: &str| -> usize {
            let told = found.lines().filter_map(|line| line.split_once(&format!("[{code}]: ")));
            told.map(|(_, said)| said.split(' ').next().and_then(|count| count.parse::<usize>().ok()).expect("a count")).sum()
        };
        assert_eq!(counted("OPEN-02"), text.lines().filter(|line| !line.starts_with('#') && line.contains("# confirm")).count(), "{name}\n{found}");
        // Outside texts and remarks.
        let is_open = |line: &&str| line.split('#').next().unwrap_or_default().split('"').step_by(2).any(|part| part.contains('?'));
        assert_eq!(counted("OPEN-01"), text.lines().filter(is_open).count(), "{name}\n{found}");
        let lines = found.lines().filter(|line| line.contains(": error[") || line.contains(": warning[") || line.contains(": info["));
        let stray: Vec<&str> = lines
            .filter(|line| {
                let code = line.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map_or("", |(code, _)| code);
                let is_question = code.starts_with("CHK-Q") && !code.contains('.');
                !code.starts_with("OPEN-") && code != "DOC-01" && !is_question && !WANTED.iter().any(|wanted| code.starts_with(wanted)) && !line.contains("[Name of")
            })
            .collect();
        assert!(stray.is_empty(), "{name}:\n{}", stray.join("\n"));
    }
}

#[test]
fn every_starter_is_listed() {
    let folder = tempfile::tempdir().expect("a folder");
    let listed = String::from_utf8(run(folder.path(), &["new"]).stdout).expect("UTF-8");
    for name in STARTERS {
        assert!(listed.lines().any(|line| line.trim_start().starts_with(name)), "{name}:\n{listed}");
    }
    assert_eq!(listed.matches("variables:").count(), STARTERS.len());
}

#[test]
fn nothing_is_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("marac.isa"), "mine").expect("a file");
    let made = run(folder.path(), &["new", "marac"]);
    assert_eq!(made.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("marac.isa")).expect("a file"), "mine");
    let left = fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(left, 1, "nothing else is left behind");
}

#[test]
fn values_cannot_break_out_of_their_place() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = run(folder.path(), &["new", "mash", "--set", "police=A \"B\" \\ @trust@ }", "--set", "trust=T"]);
    assert!(made.status.success());
    let text = fs::read_to_string(folder.path().join("mash.isa")).expect("a file");
    assert!(text.contains("party police \"A \\\"B\\\" \\\\ @trust@ }\" {"), "{text}");
    let found = String::from_utf8(run(folder.path(), &["lint", "mash.isa", "--each", "--format", "short"]).stdout).expect("UTF-8");
    assert!(!found.contains("[SYN-"), "{found}");
    for wrong in ["police=a\nb", "nobody=x", "police", "date=soon"] {
        let made = run(folder.path(), &["new", "mash", "--out", "other.isa", "--set", wrong]);
        assert_eq!(made.status.code(), Some(2), "{wrong}");
    }
    assert_eq!(run(folder.path(), &["new", "mahs"]).status.code(), Some(2));
}
