//! The tool in a folder of its own, with answers from a file, a pipe or a pseudo-terminal.

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// The record of every test.
pub const RECORD: &str = "case.disclosure";

/// A folder that goes away with the test.
pub struct Folder(pub TempDir);

impl Folder {
    pub fn new() -> Self {
        Folder(tempfile::tempdir().expect("a folder"))
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sharewright"));
        command.current_dir(self.0.path()).args(arguments);
        command
    }

    /// Runs the interview with answers from a file.
    pub fn answers(&self, answers: &str) -> Output {
        fs::write(self.path("answers.toml"), answers).expect("answers");
        self.command(&["disclose", RECORD, "--answers", "answers.toml"]).output().expect("the tool runs")
    }

    pub fn record(&self) -> String {
        fs::read_to_string(self.path(RECORD)).expect("a record")
    }
}

/// A talk with the tool through pipes or through a pseudo-terminal.
pub struct Talk {
    child: Child,
    to: Box<dyn Write>,
    from: Box<dyn Read>,
    pub heard: String,
}

impl Talk {
    pub fn through_pipes(folder: &Folder) -> Self {
        Talk::through_pipes_with(folder, &[])
    }

    pub fn through_pipes_with(folder: &Folder, flags: &[&str]) -> Self {
        let mut child = folder.command(&[&["disclose", RECORD], flags].concat()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the tool starts");
        let to = Box::new(child.stdin.take().expect("a pipe"));
        let from = Box::new(child.stdout.take().expect("a pipe"));
        Talk { child, to, from, heard: String::new() }
    }

    pub fn through_a_terminal(folder: &Folder) -> Self {
        let own = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
        grantpt(&own).and_then(|()| unlockpt(&own)).expect("a terminal");
        let name = ptsname(&own, Vec::new()).expect("a name");
        let theirs = OpenOptions::new().read(true).write(true).open(name.to_str().expect("a name")).expect("the other end");
        let stdio = || Stdio::from(theirs.try_clone().expect("the other end"));
        let child = folder.command(&["disclose", RECORD, "--color", "never"]).stdin(stdio()).stdout(stdio()).stderr(stdio()).spawn().expect("the tool starts");
        drop(theirs);
        let own = File::from(own);
        Talk { child, to: Box::new(own.try_clone().expect("a terminal")), from: Box::new(own), heard: String::new() }
    }

    /// Reads up to the next prompt; false at the end of the talk.
    pub fn prompt(&mut self) -> bool {
        let mut byte = [0];
        loop {
            match self.from.read(&mut byte) {
                // A terminal whose other end is closed says so by a fault.
                Ok(0) | Err(_) => return false,
                Ok(_) => self.heard.push(char::from(byte[0])),
            }
            if self.heard.ends_with("\n> ") {
                return true;
            }
        }
    }

    pub fn say(&mut self, line: &str) {
        writeln!(self.to, "{line}").and_then(|()| self.to.flush()).expect("the tool listens");
    }

    /// Ends the tool at once, as a power cut would.
    pub fn kill(mut self) {
        self.child.kill().expect("it is ended");
        self.child.wait().expect("it has ended");
    }

    pub fn finish(mut self) -> String {
        drop(self.to);
        let mut rest = Vec::new();
        drop(self.from.read_to_end(&mut rest));
        self.child.wait().expect("it has ended");
        self.heard + &String::from_utf8_lossy(&rest)
    }
}
