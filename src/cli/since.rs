//! `lint --since`: findings at both ends of a range of commits.

use super::compare::{Comparison, Folders, on_disk};
use super::fault::Fault;
use crate::lint::{Judge, KnownFinding};
use crate::report::Compared;
use crate::workspace::{GitFault, Range, Reading, Revision, here, open_range};

/// A comparison with an earlier state.
pub(super) struct Since {
    range: String,
    pub(super) comparison: Comparison,
}

/// Opens the range that `--since` names.
pub(super) fn open(range: &str, paths: &[String]) -> Result<Range, Fault> {
    open_range(range, paths).map_err(|fault| {
        let (headline, help) = match fault {
            GitFault::NoProgram => ("`--since` needs the program `git`, which is not here".to_owned(), "Install it, or give a folder that holds it in PATH."),
            GitFault::NoRepository(folder) => (format!("`{folder}` lies in no git repository"), "`--since` compares with an earlier commit. Run it where the repository is checked out."),
            GitFault::NoCommit(name) => (
                format!("git knows no commit `{name}` here"),
                "Give a branch, a tag or a commit, or a range such as `main...`. A shallow clone holds only the last commits: in CI fetch more of them (`fetch-depth: 0`).",
            ),
            GitFault::Outside(path) => (format!("`{path}` lies outside of the repository"), "Give paths of one repository."),
            GitFault::Other(said) => (format!("git did not do what was asked: {said}"), "Try `git status` here; it says more."),
        };
        Fault::new(&headline, help)
    })
}

impl Since {
    /// Judges the earlier state, and remembers what it found.
    pub(super) fn begin(range: &str, from: &Revision, to: Option<&Revision>, judge: &Judge<'_>) -> Result<Self, Fault> {
        let here = here().map_err(|error| Fault::new("the folder in which the tool runs cannot be told", &error.to_string()))?;
        let folders = Folders { base: here.clone(), here };
        let mut known = Vec::new();
        Reading::of(from.found(), Some(from)).check(judge, &mut |checked| {
            let name = folders.name(checked.files.first().map_or("", |file| file.path.as_str()));
            known.extend(checked.findings().into_iter().filter(|finding| finding.is_active()).map(|finding| KnownFinding::new(&name, finding)));
            true
        });
        let base = folders.base.clone();
        let is_there = |name: &str| to.map_or_else(|| on_disk(&base.join(name)), |to| to.has(name));
        Ok(Since { range: range.to_owned(), comparison: Comparison::new(folders, known, None, &is_there) })
    }

    /// Ends the comparison. Both states were looked at whole, so what was not met is mended.
    pub(super) fn end(self) -> Compared {
        self.comparison.end(format!("`{}`", self.range), &|_| false).0
    }
}
