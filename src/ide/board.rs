//! What was found where: one file's findings may stand in another, so both ways are kept.

use super::findings::{Finding, Found, ordered};
use std::collections::{BTreeMap, BTreeSet};

/// The findings of a workspace.
#[derive(Debug, Default)]
pub struct Board {
    found: BTreeMap<String, Found>,
    /// By the file that they stand in, the files that were judged.
    judged: BTreeMap<String, BTreeSet<String>>,
}

impl Board {
    /// Puts what was found when a file was judged in the place of what was found before. Returns the files whose findings may be others now.
    pub fn put(&mut self, path: &str, found: Found) -> BTreeSet<String> {
        let mut touched = self.remove(path);
        for finding in &found.0 {
            self.judged.entry(finding.path().to_owned()).or_default().insert(path.to_owned());
            touched.insert(finding.path().to_owned());
        }
        self.found.insert(path.to_owned(), found);
        touched.insert(path.to_owned());
        touched
    }

    /// Takes out what was found when a file was judged. Returns the files in which it stood.
    pub fn remove(&mut self, path: &str) -> BTreeSet<String> {
        let before = self.found.remove(path).unwrap_or_default();
        let mut touched = BTreeSet::new();
        for finding in &before.0 {
            if let Some(judged) = self.judged.get_mut(finding.path()) {
                judged.remove(path);
            }
            touched.insert(finding.path().to_owned());
        }
        touched
    }

    /// What stands in a file, in the order of place and code.
    pub fn of(&self, path: &str) -> Vec<&Finding> {
        let judged = self.judged.get(path).into_iter().flatten();
        let all = judged.filter_map(|judged| self.found.get(judged)).flat_map(|found| &found.0);
        ordered(all.filter(|finding| finding.path() == path).collect())
    }
}
