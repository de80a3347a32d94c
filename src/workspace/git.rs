//! The program `git`, asked for what lies in a commit. It is told to fetch nothing and to ask for nothing; nothing is changed.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// Why something could not be had from `git`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GitFault {
    /// The program is not there.
    NoProgram,
    /// The folder lies in no repository.
    NoRepository(String),
    /// There is no such commit.
    NoCommit(String),
    /// A path lies outside of the repository.
    Outside(String),
    /// What `git` itself says.
    Other(String),
}

/// The program in a folder.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0").env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C");
    command
}

/// Runs the program and takes what it prints; the fault is its first line.
pub(super) fn ask<A: AsRef<OsStr>>(folder: &Path, arguments: impl IntoIterator<Item = A>) -> Result<Vec<u8>, GitFault> {
    let ran = git(folder).args(arguments).stdin(Stdio::null()).output().map_err(|error| cannot_run(&error))?;
    if ran.status.success() {
        return Ok(ran.stdout);
    }
    let said = String::from_utf8_lossy(&ran.stderr);
    let said = said.lines().next().unwrap_or("").trim_start_matches("fatal: ").to_owned();
    Err(if said.starts_with("not a git repository") { GitFault::NoRepository(folder.to_string_lossy().into_owned()) } else { GitFault::Other(said) })
}

fn cannot_run(error: &io::Error) -> GitFault {
    if error.kind() == io::ErrorKind::NotFound { GitFault::NoProgram } else { GitFault::Other(error.to_string()) }
}

/// One line of what the program prints.
pub(super) fn line(folder: &Path, arguments: &[&str]) -> Result<String, GitFault> {
    ask(folder, arguments).map(|out| String::from_utf8_lossy(&out).trim_end_matches('\n').to_owned())
}

/// A program that gives one blob after another, so that no more than one is held.
pub(super) struct Blobs {
    child: Child,
    asked: Option<ChildStdin>,
    given: BufReader<ChildStdout>,
}

impl Blobs {
    pub(super) fn open(folder: &Path) -> Result<Self, GitFault> {
        let mut child = git(folder).args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(|error| cannot_run(&error))?;
        let given = child.stdout.take().ok_or_else(|| GitFault::Other("git prints nothing".to_owned()))?;
        Ok(Blobs { asked: child.stdin.take(), given: BufReader::new(given), child })
    }

    /// What a blob holds, by its id.
    pub(super) fn get(&mut self, id: &str) -> io::Result<Vec<u8>> {
        let asked = self.asked.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        writeln!(asked, "{id}")?;
        asked.flush()?;
        let mut head = String::new();
        self.given.read_line(&mut head)?;
        let length = head.trim_end().strip_prefix(id).and_then(|rest| rest.strip_prefix(" blob ")).and_then(|length| length.parse::<usize>().ok());
        let Some(length) = length else { return Err(io::Error::other("git does not have it here")) };
        // What git gives ends with a line break of its own.
        let mut bytes = vec![0; length + 1];
        self.given.read_exact(&mut bytes)?;
        bytes.pop();
        Ok(bytes)
    }
}

impl Drop for Blobs {
    fn drop(&mut self) {
        // It ends when nothing more can be asked.
        self.asked = None;
        drop(self.child.wait());
    }
}
