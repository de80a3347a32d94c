//! Findings with the paths of the files that they point into.

use super::place::{Edit, Place};
use crate::diagnostic::{Diagnostic, FixSafety};
use crate::source::Span;
use std::rc::Rc;

/// A finding that counts.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What was found.
    pub diagnostic: Diagnostic,
    files: Rc<[String]>,
}

/// What was found when one file was judged; some of it may stand in files that belong to it.
#[derive(Clone, Debug, Default)]
pub struct Found(pub Vec<Finding>);

impl Finding {
    /// A finding, and the paths of the files by their ids.
    pub(super) fn new(diagnostic: Diagnostic, files: &Rc<[String]>) -> Self {
        Finding { diagnostic, files: Rc::clone(files) }
    }

    fn place_of(&self, span: Span) -> Place {
        Place { path: self.files[span.file.0 as usize].clone(), range: span.range }
    }

    /// The path of the file that it stands in.
    pub fn path(&self) -> &str {
        &self.files[self.diagnostic.at().file.0 as usize]
    }

    /// Further places with their remarks.
    pub fn others(&self) -> impl Iterator<Item = (Place, &str)> {
        self.diagnostic.labels.iter().skip(1).map(|label| (self.place_of(label.span), label.text.as_str()))
    }

    /// Changes that would answer it: title, change, how safe it is.
    pub fn fixes(&self) -> impl Iterator<Item = (&str, Edit, FixSafety)> {
        self.diagnostic.fixes.iter().map(|fix| (fix.title.as_str(), Edit { place: self.place_of(fix.span), text: fix.replacement.clone() }, fix.safety))
    }

    /// What tells it from other findings: two files to which one procedure belongs may both find the same in it.
    fn key(&self) -> (u32, u32, &str, &str) {
        let range = self.diagnostic.at().range;
        (range.start, range.end, &self.diagnostic.code, &self.diagnostic.headline)
    }
}

/// Findings in the order of place and code, each once.
pub(super) fn ordered(mut findings: Vec<&Finding>) -> Vec<&Finding> {
    findings.sort_by(|left, right| left.key().cmp(&right.key()));
    findings.dedup_by(|left, right| left.key() == right.key());
    findings
}
