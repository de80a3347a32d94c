//! A folder of its own for each test, the tool run in it, and what came out.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Longer than any run may take, on a slow machine that is building something else.
const PATIENCE: Duration = Duration::from_secs(60);

/// A file with one mistake that has nothing to do with the test at hand: the sign that the other files are still checked.
pub const OTHER: &str = "party trust \"Trust\" {\n  kidn nhs-provider\n}\n";

/// What is found in [`OTHER`], in the `short` format.
pub const OTHER_FOUND: &str = "other.isa:2:3: error[SYN-10]: `kidn` means nothing in `party`";

/// A file without a fault.
pub const GOOD: &str = "party police \"Police\" {\n  kind police-force\n}\n";

/// A folder that goes away with the test.
pub struct Folder(TempDir);

impl Folder {
    /// A folder that holds nothing but `other.isa`, which has its one mistake.
    pub fn new() -> Self {
        Folder::empty().with("other.isa", OTHER)
    }

    /// A folder that holds nothing.
    pub fn empty() -> Self {
        Folder(tempfile::tempdir().expect("a folder for the test"))
    }

    /// The same with a file.
    pub fn with(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let place = self.path(path);
        fs::create_dir_all(place.parent().expect("a folder around the file")).expect("a folder is made");
        fs::write(place, content).expect("a file is written");
        self
    }

    /// The same with an empty folder in it.
    pub fn with_folder(self, path: &str) -> Self {
        fs::create_dir_all(self.path(path)).expect("a folder is made");
        self
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Runs the tool in the folder.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_within(PATIENCE, arguments)
    }

    /// `lint --format short` of some paths.
    pub fn lint(&self, paths: &[&str]) -> Ran {
        self.run(&[&["lint", "--format", "short"], paths].concat())
    }

    /// Runs the tool in the folder; a run that takes longer is ended, and the test fails.
    pub fn run_within(&self, limit: Duration, arguments: &[&str]) -> Ran {
        let begun = Instant::now();
        let mut child = command(self.0.path()).args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the tool starts");
        let out = drain(child.stdout.take());
        let err = drain(child.stderr.take());
        let code = wait(&mut child, begun, limit, arguments);
        let text = |bytes: thread::JoinHandle<Vec<u8>>| String::from_utf8(bytes.join().expect("output is read")).expect("output is UTF-8");
        Ran { code, out: text(out), err: text(err) }
    }
}

/// The tool, in a folder, without what the environment of the test may say about colour.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sharewright"));
    command.current_dir(folder).env_remove("NO_COLOR");
    command
}

fn drain<R: Read + Send + 'static>(pipe: Option<R>) -> thread::JoinHandle<Vec<u8>> {
    let mut pipe = pipe.expect("a pipe");
    thread::spawn(move || {
        let mut bytes = Vec::new();
        pipe.read_to_end(&mut bytes).expect("the pipe is read");
        bytes
    })
}

fn wait(child: &mut Child, begun: Instant, limit: Duration, arguments: &[&str]) -> Option<i32> {
    loop {
        if let Some(status) = child.try_wait().expect("the tool is waited for") {
            return status.code();
        }
        if begun.elapsed() > limit {
            child.kill().expect("the tool is ended");
            child.wait().expect("the tool has ended");
            panic!("{arguments:?} was still running after {limit:?}");
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// What a run ended with; no code when it was ended by a signal.
#[derive(Debug)]
pub struct Ran {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// The findings, one a line: everything before the summary.
    pub fn findings(&self) -> Vec<&str> {
        self.out.lines().take_while(|line| !line.starts_with("checked ")).collect()
    }

    /// The findings of one file.
    pub fn findings_in(&self, file: &str) -> Vec<&str> {
        self.findings().into_iter().filter(|line| line.strip_prefix(file).is_some_and(|rest| rest.starts_with(':'))).collect()
    }

    /// The tool did not crash, and the mistake in `other.isa` was found all the same.
    #[track_caller]
    pub fn other_was_checked(&self) {
        assert_eq!(self.code, Some(1), "{self:?}");
        assert!(self.out.contains(OTHER_FOUND), "the other file was not checked: {self:?}");
        assert_eq!(self.err, "", "nothing is said outside the report");
    }

    /// The tool refused to begin, and said these words.
    #[track_caller]
    pub fn is_refused(&self, words: &[&str]) {
        assert_eq!(self.code, Some(2), "{self:?}");
        assert_eq!(self.out, "", "nothing is reported when nothing was checked");
        for word in words {
            assert!(self.err.contains(word), "`{word}` is not said: {}", self.err);
        }
    }

    /// Both outputs together.
    pub fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }
}
