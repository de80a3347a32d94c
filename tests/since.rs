//! `lint --since`: what a range of commits brought, mended and left as it was.

#[allow(dead_code, reason = "made for the tests of the command line, and shared with them")]
#[path = "command_line/tool.rs"]
mod tool;

use std::process::Command;
use tool::{Folder, Ran};

const THIN: &str = "agreement a \"A\" {\n}\n";
const OTHER: &str = "agreement b \"B\" {\n}\n";

fn git(folder: &Folder, arguments: &[&str]) {
    let settings = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", "-c", "core.autocrlf=false"];
    let done = Command::new("git").arg("-C").arg(folder.path("")).args(settings).args(arguments).output().expect("git is needed for this test");
    assert!(done.status.success(), "{arguments:?}: {done:?}");
}

fn commit(folder: &Folder, tag: &str) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--allow-empty", "--message", tag]);
    git(folder, &["tag", tag]);
}

/// A repository with one agreement in its first commit.
fn repository() -> Folder {
    let folder = Folder::empty().with("a.isa", THIN);
    git(&folder, &["init", "--quiet"]);
    commit(&folder, "one");
    folder
}

fn since(folder: &Folder, flags: &[&str]) -> Ran {
    folder.run(&[["lint", "--format", "short", "--each", "--as-of", "2026-11-21", "--since"].as_slice(), flags].concat())
}

/// New, fixed and unchanged.
fn counts(ran: &Ran) -> (usize, usize, usize) {
    let line = ran.out.lines().find(|line| line.starts_with("compared with ")).unwrap_or_else(|| panic!("{ran:?}"));
    let numbers: Vec<usize> = line.rsplit_once(": ").expect("counts").1.split(", ").map(|part| part.split(' ').next().and_then(|number| number.parse().ok()).expect("a number")).collect();
    let [new, fixed, unchanged] = numbers[..] else { panic!("{line}") };
    (new, fixed, unchanged)
}

#[test]
fn what_was_there_before_does_not_count() {
    let folder = repository();
    let ran = since(&folder, &["one"]);
    let (new, fixed, unchanged) = counts(&ran);
    assert_eq!((ran.code, new, fixed), (Some(0), 0, 0), "{ran:?}");
    assert!(unchanged > 20);
    let folder = folder.with("b.isa", OTHER);
    let ran = since(&folder, &["one"]);
    assert_eq!(ran.code, Some(1));
    let listed: Vec<&str> = ran.findings();
    assert!(listed.len() > 20 && listed.iter().all(|line| line.starts_with("b.isa:")), "{ran:?}");
    assert_eq!(counts(&ran).2, unchanged);
}

#[test]
fn moved_lines_and_renamed_files_are_unchanged_and_mended_ones_are_told() {
    let folder = repository().with("in/new.isa", format!("# moved\n\n{THIN}"));
    std::fs::remove_file(folder.path("a.isa")).expect("removed");
    let (new, fixed, _) = counts(&since(&folder, &["one"]));
    assert_eq!((new, fixed), (0, 0));
    let folder = folder.with("in/new.isa", "agreement a \"A\" {\n  owner \"The lead\"\n}\n");
    let ran = since(&folder, &["one"]);
    let told = ran.out.lines().filter(|line| line.starts_with("fixed: a.isa: ")).count();
    assert!(told > 0 && told == counts(&ran).1, "{ran:?}");
    assert_eq!(ran.code, Some(0));
}

#[test]
fn both_ends_may_be_commits() {
    let folder = repository().with("b.isa", OTHER);
    commit(&folder, "two");
    // What lies in the folder now is not looked at.
    let folder = folder.with("a.isa", "nonsense\n").with("c.isa", "nonsense\n");
    let there = since(&folder, &["one..two"]);
    let back = since(&folder, &["two..one"]);
    assert_eq!((there.code, back.code), (Some(1), Some(0)));
    assert_eq!((counts(&there).0, counts(&there).1), (counts(&back).1, counts(&back).0));
    assert!(!there.out.contains("SYN-") && !there.out.contains("c.isa"), "{there:?}");
}

#[test]
fn three_dots_begin_where_the_two_parted() {
    let folder = repository();
    git(&folder, &["switch", "--quiet", "--create", "work"]);
    git(&folder, &["switch", "--quiet", "main"]);
    let folder = folder.with("a.isa", "agreement a \"A\" {\n  owner \"The lead\"\n}\n");
    commit(&folder, "mended");
    git(&folder, &["switch", "--quiet", "work"]);
    assert!(counts(&since(&folder, &["main"])).0 > 0, "the branch has what was mended beside it");
    assert_eq!(counts(&since(&folder, &["main..."])).0, 0, "and did not bring it");
}

#[test]
fn paths_and_used_files_are_those_of_the_commit() {
    let folder =
        Folder::empty().with("parties.isa", "party x \"X\" {\n  kind nhs-provider\n}\n").with("in/a.isa", "use \"../parties.isa\"\nagreement a \"A\" {\n  between x\n}\n").with("b.isa", OTHER);
    git(&folder, &["init", "--quiet"]);
    commit(&folder, "one");
    let ran = since(&folder, &["one", "in"]);
    assert_eq!((counts(&ran).0, counts(&ran).1), (0, 0), "{ran:?}");
    // Without what is used, its name is known to nobody.
    std::fs::remove_file(folder.path("parties.isa")).expect("removed");
    let ran = since(&folder, &["one", "in"]);
    assert!(ran.out.contains("SYN-34") && ran.code == Some(1), "{ran:?}");
    let whole = folder.path("in").to_string_lossy().into_owned();
    assert_eq!(counts(&since(&folder, &["one", &whole])), counts(&ran));
}

#[test]
fn what_git_does_not_have_is_told() {
    let folder = repository();
    since(&folder, &["gone"]).is_refused(&["git knows no commit `gone`", "fetch-depth"]);
    since(&folder, &["one..gone"]).is_refused(&["git knows no commit `gone`"]);
    folder.run(&["lint", "--since=--help"]).is_refused(&["git knows no commit `--help`"]);
    since(&folder, &["one:a.isa"]).is_refused(&["git knows no commit `one:a.isa`"]);
    let outside = Folder::empty().with("a.isa", THIN);
    since(&outside, &["main"]).is_refused(&["lies in no git repository"]);
    let other = outside.path("a.isa").to_string_lossy().into_owned();
    since(&folder, &["one", ".", &other]).is_refused(&["lies outside of the repository"]);
    folder.run(&["lint", "--since", "one", "--baseline", "b.json"]).is_refused(&["--baseline"]);
}

#[test]
fn without_git_that_is_said() {
    let folder = repository();
    let ran = tool::command(&folder.path("")).env("PATH", folder.path("")).args(["lint", "--since", "one"]).output().expect("the tool starts");
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("needs the program `git`, which is not here"), "{ran:?}");
}

#[test]
fn an_empty_repository_and_links_are_no_trouble() {
    let folder = Folder::empty();
    git(&folder, &["init", "--quiet"]);
    since(&folder, &["HEAD"]).is_refused(&["git knows no commit `HEAD`"]);
    let folder = folder.with("a.isa", THIN);
    #[cfg(unix)]
    std::os::unix::fs::symlink("a.isa", folder.path("link.isa")).expect("a link");
    commit(&folder, "one");
    assert!(since(&folder, &["one", "a.isa"]).code == Some(0));
}
