//! Findings held against those that are known: from a baseline, or from an earlier state of the files.

use crate::diagnostic::State;
use crate::lint::{Checked, Known, KnownFinding};
use crate::report::{Compared, FixedFinding};
use crate::workspace::{told, whole};
use rustc_hash::FxHashSet;
use std::path::{Path, PathBuf};

/// The folder in which the tool runs, and the one from which known findings name their files.
pub(super) struct Folders {
    pub(super) here: PathBuf,
    pub(super) base: PathBuf,
}

impl Folders {
    /// How a file is named among the known findings.
    pub(super) fn name(&self, path: &str) -> String {
        told(&self.base, &whole(&self.here, path))
    }

    /// Where a file that is named so lies.
    pub(super) fn place(&self, name: &str) -> PathBuf {
        whole(&self.base, name)
    }
}

/// A comparison, while files are checked.
pub(super) struct Comparison {
    known: Known,
    folders: Folders,
    /// The codes that may be known; all when nothing is said.
    only: Option<FxHashSet<String>>,
    /// The files that were read: only of these is it known what is no longer found.
    looked_at: FxHashSet<String>,
    /// Whether everything that is found becomes known.
    learns: bool,
    /// What is known and was found, when that is to be kept.
    kept: Option<Vec<KnownFinding>>,
}

/// Whether a file that known findings name is still there.
pub(super) type IsThere<'a> = dyn Fn(&str) -> bool + 'a;

impl Comparison {
    pub(super) fn new(folders: Folders, entries: Vec<KnownFinding>, only: Option<FxHashSet<String>>, is_there: &IsThere<'_>) -> Self {
        Comparison { known: Known::new(entries, is_there), folders, only, looked_at: FxHashSet::default(), learns: false, kept: None }
    }

    /// Keeps what is found of the known findings; `learns` makes everything known.
    pub(super) fn keeping(mut self, learns: bool) -> Self {
        self.kept = Some(Vec::new());
        self.learns = learns;
        self
    }

    /// Marks what is known of a file.
    pub(super) fn file(&mut self, checked: &mut Checked) {
        let name = self.folders.name(checked.files.first().map_or("", |file| file.path.as_str()));
        let only = &self.only;
        let may_be = |code: &str| only.as_ref().is_none_or(|only| only.contains(code));
        if self.learns {
            self.known.learn(checked, &may_be);
        } else {
            self.known.mark(&name, checked, &may_be);
        }
        if let Some(kept) = &mut self.kept {
            kept.extend(checked.findings().into_iter().filter(|finding| finding.state == State::Known).map(|finding| KnownFinding::new(&name, finding)));
        }
        // Of a file that could not be read nothing is known.
        if !checked.problems.iter().any(|problem| problem.code.starts_with("IO")) {
            self.looked_at.insert(name);
        }
    }

    /// What came of it, and what is to be kept: what was found again, and what was not looked for.
    pub(super) fn end(self, with: String, is_there: &IsThere<'_>) -> (Compared, Option<Vec<KnownFinding>>) {
        let is_fixed = |entry: &&KnownFinding| self.looked_at.contains(&entry.file) || !is_there(&entry.file);
        let (fixed, unseen): (Vec<_>, Vec<_>) = self.known.left().partition(is_fixed);
        let kept = self.kept.clone().map(|mut kept| {
            kept.extend(unseen.into_iter().cloned());
            kept.sort();
            kept
        });
        let fixed = fixed.into_iter().map(|entry| FixedFinding {
            file: told(&self.folders.here, &self.folders.place(&entry.file)),
            code: entry.code.clone(),
            headline: entry.headline.clone(),
            fingerprint: format!("{:016x}", entry.fingerprint),
        });
        let mut fixed: Vec<FixedFinding> = fixed.collect();
        fixed.sort();
        (Compared { with, new: self.known.new, unchanged: self.known.unchanged, fixed, kept: kept.as_ref().map(Vec::len) }, kept)
    }
}

/// Whether there is something at a place.
pub(super) fn on_disk(place: &Path) -> bool {
    crate::workspace::exists(&place.to_string_lossy())
}
