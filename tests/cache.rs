//! `lint --cache`: whatever happened to the files since, a run tells what a run without it tells.

#[allow(dead_code, reason = "made for the tests of the command line, and shared with them")]
#[path = "command_line/tool.rs"]
mod tool;

use std::fs;
use std::path::Path;
use tool::{Folder, Ran};

const DAY: &str = "2026-11-21";
const CACHE: &str = "kept";

/// A run with the cache and one without, which must tell the same; what both told.
fn same(folder: &Folder, flags: &[&str]) -> Ran {
    let flags = [&["lint", "agreements"], flags].concat();
    let without = folder.run(&flags);
    let with = folder.run(&[flags.as_slice(), &["--cache", CACHE]].concat());
    assert_eq!((with.code, &with.out, &with.err), (without.code, &without.out, &without.err), "{flags:?}");
    with
}

fn on(day: &str) -> [&str; 5] {
    ["--as-of", day, "--format", "json", "--each"]
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place);
        } else {
            fs::copy(entry.path(), place).expect("a file is copied");
        }
    }
}

/// The examples, in a folder of their own.
fn examples() -> Folder {
    let folder = Folder::empty();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"), &folder.path("agreements"));
    folder
}

#[test]
fn what_is_remembered_is_what_would_be_found() {
    let folder = examples();
    for day in [DAY, DAY, "2017-06-01", DAY] {
        same(&folder, &on(day));
    }
    for format in ["short", "narrated", "rich", "sarif", "junit", "html"] {
        same(&folder, &["--as-of", DAY, "--format", format]);
    }
}

/// Numbers that look thrown, the same on every run.
struct Thrown(u64);

impl Thrown {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() { files(&entry, found) } else { found.push(entry) }
    }
    found.sort();
}

#[test]
fn after_any_change_a_run_tells_what_one_without_tells() {
    let folder = examples();
    let top = folder.path("agreements");
    let mut thrown = Thrown(7);
    for step in 0..24 {
        let mut all = Vec::new();
        files(&top, &mut all);
        let path = &all[thrown.below(all.len())];
        let text = fs::read_to_string(path).expect("text");
        let lines: Vec<&str> = text.lines().collect();
        let at = thrown.below(lines.len().max(1));
        match thrown.below(6) {
            0 => fs::write(path, format!("{text}\n# step {step}\n")).expect("written"),
            1 => fs::write(path, [&lines[..at], &lines[(at + 1).min(lines.len())..]].concat().join("\n")).expect("written"),
            2 => fs::remove_file(path).expect("removed"),
            3 => fs::rename(path, path.with_file_name(format!("moved-{step}.isa"))).expect("moved"),
            4 => fs::write(path, format!("use \"moved-{step}.isa\"\n{text}")).expect("written"),
            _ => fs::write(path, format!("{text}\nuse \"../complete/triage-car.isa\"\n")).expect("written"),
        }
        same(&folder, &on(DAY));
    }
}

#[test]
fn a_cache_that_was_damaged_is_made_anew() {
    let folder = examples();
    same(&folder, &on(DAY));
    let place = folder.path("kept/findings.kept");
    let whole = fs::read(&place).expect("it was kept");
    let mut changed = whole.clone();
    changed[whole.len() / 2] ^= 1;
    for damaged in [&whole[..whole.len() / 2], &changed, b"", b"something else"] {
        fs::write(&place, damaged).expect("written");
        same(&folder, &on(DAY));
        assert!(fs::read(&place).expect("it was kept").len() >= whole.len(), "it is whole again");
    }
}

#[test]
fn rules_of_ones_own_are_not_mixed_up() {
    let folder = examples().with("own/local.toml", include_str!("command_line/local.toml"));
    let shipped = same(&folder, &on(DAY));
    let own = [on(DAY).as_slice(), &["--packs", "own"]].concat();
    same(&folder, &own);
    assert_eq!(same(&folder, &on(DAY)).out, shipped.out);
}

#[test]
fn where_nothing_can_be_kept_everything_is_checked_and_that_is_told() {
    let folder = examples().with(CACHE, "a file");
    let without = folder.run(&["lint", "agreements", "--as-of", DAY]);
    let with = folder.run(&["lint", "agreements", "--as-of", DAY, "--cache", CACHE]);
    assert_eq!((with.code, with.out), (without.code, without.out));
    assert!(with.err.contains("what was found is not kept for the next run: a part of the path is a file, not a folder"), "{}", with.err);
}

#[test]
fn what_identifies_a_person_is_not_kept() {
    let agreement = "agreement a \"A\" {\n  purpose help \"About Mr Quill, 943 476 5919\"\n}\n";
    let folder = Folder::empty().with("agreements/a.isa", agreement).with("agreements/b.isa", tool::GOOD);
    let ran = same(&folder, &on(DAY));
    assert!(ran.out.contains("IDN") && !ran.out.contains("943 476 5919"), "{}", ran.out);
    let kept = fs::read(folder.path("kept/findings.kept")).expect("the other file is kept");
    for secret in ["943 476 5919", "Quill"] {
        assert!(!kept.windows(secret.len()).any(|part| part == secret.as_bytes()), "{secret}");
    }
    same(&folder, &on(DAY));
}
