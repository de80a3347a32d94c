//! Findings that are known: those of a baseline, or of an earlier state of the files. They are told apart from new ones by what they mean,
//! not by where they stand, so that moved lines and renamed files change nothing.

use super::run::Checked;
use crate::diagnostic::{Diagnostic, State};
use rustc_hash::{FxHashMap, FxHashSet};

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownFinding {
    /// The file in which it was found.
    pub file: String,
    /// Its code.
    pub code: String,
    /// Its meaning.
    pub fingerprint: u64,
    /// Its headline, for people.
    pub headline: String,
}

impl KnownFinding {
    /// A finding of a file.
    pub fn new(file: &str, finding: &Diagnostic) -> Self {
        KnownFinding { file: file.to_owned(), code: finding.code.to_string(), fingerprint: finding.fingerprint, headline: finding.headline.clone() }
    }
}

/// What of the known findings was met again.
pub struct Known {
    entries: Vec<KnownFinding>,
    met: Vec<bool>,
    by_meaning: FxHashMap<u64, Vec<usize>>,
    /// Files of entries that are gone: their findings may have moved elsewhere.
    gone: FxHashSet<String>,
    /// How many findings were met again.
    pub unchanged: usize,
    /// How many were not known.
    pub new: usize,
}

impl Known {
    /// Known findings. `is_there` tells whether a file that they name still exists: what stays in a file is not looked for in another.
    pub fn new(entries: Vec<KnownFinding>, is_there: &dyn Fn(&str) -> bool) -> Self {
        let mut by_meaning: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        let mut files: FxHashMap<&str, bool> = FxHashMap::default();
        for (place, entry) in entries.iter().enumerate() {
            by_meaning.entry(entry.fingerprint).or_default().push(place);
            files.entry(&entry.file).or_insert_with(|| is_there(&entry.file));
        }
        let gone = files.into_iter().filter(|(_, there)| !there).map(|(file, _)| file.to_owned()).collect();
        Known { met: vec![false; entries.len()], entries, by_meaning, gone, unchanged: 0, new: 0 }
    }

    /// Marks the findings of a file that are known. `may_be` tells which codes may be known at all.
    pub fn mark(&mut self, file: &str, checked: &mut Checked, may_be: &dyn Fn(&str) -> bool) {
        for finding in checked.findings_mut() {
            let is_known = may_be(&finding.code) && self.meet(file, finding.fingerprint);
            match (finding.is_active(), is_known) {
                (true, true) => {
                    self.unchanged += 1;
                    finding.state = State::Known;
                }
                (true, false) => self.new += 1,
                // What a waiver sets aside is neither new nor mended.
                (false, _) => {}
            }
        }
    }

    /// Makes the findings of a file known, as far as they may be.
    pub fn learn(&mut self, checked: &mut Checked, may_be: &dyn Fn(&str) -> bool) {
        for finding in checked.findings_mut().filter(|finding| finding.is_active()) {
            if may_be(&finding.code) {
                self.unchanged += 1;
                finding.state = State::Known;
            } else {
                self.new += 1;
            }
        }
    }

    fn meet(&mut self, file: &str, fingerprint: u64) -> bool {
        let Some(places) = self.by_meaning.get(&fingerprint) else { return false };
        let mut free = places.iter().copied().filter(|place| !self.met[*place]);
        let here = free.clone().find(|place| self.entries[*place].file == file);
        let Some(place) = here.or_else(|| free.find(|place| self.gone.contains(&self.entries[*place].file))) else { return false };
        self.met[place] = true;
        true
    }

    /// What was known and was not met.
    pub fn left(&self) -> impl Iterator<Item = &KnownFinding> {
        self.entries.iter().zip(&self.met).filter(|(_, met)| !**met).map(|(entry, _)| entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(files: &[&str]) -> Known {
        let entry = |file: &&str| KnownFinding { file: (*file).to_owned(), code: "A-1".to_owned(), fingerprint: 7, headline: "h".to_owned() };
        Known::new(files.iter().map(entry).collect(), &|file| file != "gone.isa")
    }

    #[test]
    fn a_finding_is_met_once_and_in_its_own_file() {
        let mut known = known(&["a.isa", "a.isa", "b.isa"]);
        assert!(!known.meet("c.isa", 7), "what stays in a file does not cover another");
        assert!(known.meet("a.isa", 7) && known.meet("a.isa", 7) && !known.meet("a.isa", 7));
        assert!(!known.meet("b.isa", 8) && known.meet("b.isa", 7));
        assert_eq!(known.left().count(), 0);
    }

    #[test]
    fn a_finding_moves_with_its_file() {
        let mut known = known(&["gone.isa"]);
        assert_eq!(known.left().count(), 1);
        assert!(known.meet("new.isa", 7) && !known.meet("new.isa", 7));
    }
}
