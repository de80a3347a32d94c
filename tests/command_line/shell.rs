//! Completions and man pages: each names every command, and is what shells and `man` can read.

use super::tool::Folder;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

/// The commands, as the help lists them.
fn commands() -> Vec<String> {
    let help = Folder::empty().run(&["--help"]).out;
    let list = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list of commands");
    let names = list.lines().filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' '))?.split(' ').next());
    let names: Vec<String> = names.filter(|name| *name != "help").map(str::to_owned).collect();
    assert!(names.len() > 10, "the commands are found: {names:?}");
    names
}

#[test]
fn completions_name_every_command_and_flags_of_each() {
    let commands = commands();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = Folder::empty().run(&["completions", shell]);
        assert_eq!(ran.code, Some(0), "{shell}: {}", ran.err);
        for wanted in commands.iter().map(String::as_str).chain(["fail-on", "as-of", "since", "answers"]) {
            assert!(ran.out.contains(wanted), "the completions for {shell} name {wanted}");
        }
    }
}

#[test]
fn a_shell_that_is_not_known_is_refused_with_those_that_are() {
    Folder::empty().run(&["completions", "csh"]).is_refused(&["csh", "bash, elvish, fish, powershell, zsh"]);
}

#[test]
fn bash_reads_its_completions() {
    let script = Folder::empty().run(&["completions", "bash"]).out;
    let Ok(mut bash) = Command::new("bash").arg("-n").stdin(Stdio::piped()).stderr(Stdio::piped()).spawn() else { return };
    bash.stdin.take().expect("a pipe").write_all(script.as_bytes()).expect("bash reads");
    let ended = bash.wait_with_output().expect("bash ends");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn bash_completes_commands_flags_and_values() {
    let folder = Folder::empty();
    let script = folder.run(&["completions", "bash"]).out;
    for (typed, wanted) in [(&["dis"][..], "disclosures"), (&["lint", "--fail"], "--fail-on"), (&["lint", "--fail-on", "w"], "warning"), (&["law", "f"], "find")] {
        let line = ["sharewright"].iter().chain(typed).map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" ");
        let (last, before) = (typed.last().expect("a word"), typed.iter().rev().nth(1).unwrap_or(&"sharewright"));
        let ask = format!("{script}\nCOMP_WORDS=({line}); COMP_CWORD={}; _sharewright sharewright '{last}' '{before}'; printf '%s\\n' \"${{COMPREPLY[@]}}\"", typed.len());
        let Ok(ran) = Command::new("bash").arg("-c").arg(ask).output() else { return };
        let offered = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert!(offered.lines().any(|line| line == wanted), "{typed:?}: {offered}{}", String::from_utf8_lossy(&ran.stderr));
    }
}

#[test]
fn there_is_a_page_for_each_command_and_it_tells_of_it() {
    let folder = Folder::empty();
    let ran = folder.run(&["man", "--out", "pages"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let page = |name: &str| fs::read_to_string(folder.path(&format!("pages/{name}.1"))).unwrap_or_else(|error| panic!("{name}: {error}"));
    let whole = page("sharewright");
    for command in commands() {
        let hyphens = command.replace('-', "\\-");
        assert!(whole.contains(&format!("sharewright\\-{hyphens}(1)")), "the page of the tool names {command}");
        let own = page(&format!("sharewright-{command}"));
        assert!(own.contains(".SH NAME") && own.contains(".SH SYNOPSIS") && own.contains(&command), "the page of {command}");
    }
    assert!(page("sharewright-lint").contains("\\-\\-fail\\-on"));
    assert!(page("sharewright-law-find").contains("\\-\\-purpose"));
    assert_eq!(folder.run(&["man"]).out, whole, "without a folder, the page of the tool is printed");
    assert!(whole.contains(&format!(".TH SHAREWRIGHT 1 \" \" \"sharewright {}\"", env!("CARGO_PKG_VERSION"))), "{whole}");
    // Where mandoc is installed, it finds no error.
    for entry in fs::read_dir(folder.path("pages")).expect("pages") {
        let path = entry.expect("a page").path();
        let Ok(linted) = Command::new("mandoc").args(["-T", "lint", "-W", "error"]).arg(&path).output() else { return };
        assert!(linted.status.success(), "{}", String::from_utf8_lossy(&linted.stdout));
    }
}

#[test]
fn a_command_says_of_itself_what_the_list_says_of_it() {
    let list = Folder::empty().run(&["man"]).out;
    for command in commands() {
        let own = Folder::empty().run(&[&command, "--help"]).out;
        let about = own.split("\n\n").next().unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ").replace('-', "\\-");
        let listed = format!("sharewright\\-{}(1)\n{about}\n", command.replace('-', "\\-"));
        assert!(list.contains(&listed), "{listed}");
    }
}

#[test]
fn pages_that_cannot_be_written_are_said_once() {
    let folder = Folder::empty().with("pages", "a file");
    folder.run(&["man", "--out", "pages"]).is_refused(&["pages", "cannot be written", "Check the path"]);
}
