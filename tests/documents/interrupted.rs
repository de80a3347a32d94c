//! Builds that are ended in the middle, and builds that cannot write: what was there before stays whole.

use super::made::{builder, files, format_of, root};
use std::collections::BTreeMap;
use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

const PATHS: [&str; 1] = ["examples/complete"];
const OLD: [&str; 4] = ["--format", "md,html,docx", "--as-of", "2026-11-21"];
/// Every paper tells by the law of which day it was judged.
const NEW: [&str; 4] = ["--format", "md,html,docx", "--as-of", "2026-11-20"];

#[test]
fn a_build_that_is_killed_leaves_every_paper_old_or_new() {
    let out = tempfile::tempdir().expect("a folder");
    let built = |flags: &[&str]| {
        let ran = builder(&root(), out.path(), &PATHS, flags).output().expect("the tool runs");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        files(out.path()).into_iter().collect::<BTreeMap<_, _>>()
    };
    let new = built(&NEW);
    let old = built(&OLD);
    assert_eq!(old.keys().collect::<Vec<_>>(), new.keys().collect::<Vec<_>>());
    let changing = old.iter().filter(|(name, bytes)| new[*name] != **bytes).count();
    assert_eq!(changing, old.len(), "every paper differs");

    let mut ended_between = 0;
    for round in 1..=4 {
        assert!(built(&OLD) == old);
        let mut running = builder(&root(), out.path(), &PATHS, &NEW).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the tool runs");
        let begun = Instant::now();
        let written = || files(out.path()).iter().filter(|(name, bytes)| old.get(name) != Some(bytes) && new.get(name) == Some(bytes)).count();
        while written() < round * 5 && begun.elapsed() < Duration::from_secs(60) {}
        // It may have ended already.
        let _ = running.kill();
        running.wait().expect("it ends");
        let mut counts = (0, 0);
        for (name, bytes) in files(out.path()) {
            if name.starts_with('.') && format_of(&name) == "writing" {
                fs::remove_file(out.path().join(name)).expect("what was being written");
                continue;
            }
            let (is_old, is_new) = (old[&name] == bytes, new[&name] == bytes);
            assert!(is_old || is_new, "{name} is neither the old paper nor the new one");
            counts = (counts.0 + usize::from(is_old && !is_new), counts.1 + usize::from(is_new && !is_old));
        }
        ended_between += usize::from(counts.0 > 0 && counts.1 > 0);
    }
    assert!(ended_between > 0, "no build was ended in the middle");
    assert!(built(&NEW) == new, "a build that goes through puts everything right");
}

#[test]
fn a_paper_that_cannot_be_written_is_told_and_the_others_are_made() {
    let out = tempfile::tempdir().expect("a folder");
    let taken = out.path().join("triage-car-agreement.md");
    fs::create_dir(&taken).expect("a folder where a paper should be");
    fs::write(taken.join("kept"), "mine").expect("a file");
    let ran = builder(&root(), out.path(), &PATHS, &["--format", "md", "--as-of", "2026-11-21"]).output().expect("the tool runs");
    assert_eq!(ran.status.code(), Some(1));
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(said.contains("triage-car-agreement.md"), "{said}");
    assert_eq!(fs::read_to_string(taken.join("kept")).expect("a file"), "mine");
    let made = files(out.path());
    assert!(made.len() > 40 && made.iter().any(|(name, _)| name == "triage-car-guardian-report.md"), "{} papers", made.len());
    assert!(!made.iter().any(|(name, _)| name.starts_with('.')), "nothing half written is left");
}
