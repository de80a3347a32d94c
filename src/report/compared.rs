//! What came of holding findings against those that are known.

use serde::Serialize;
use std::fmt;

/// A comparison, in numbers, with what is gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// With what, in words.
    pub with: String,
    /// Findings that were not known; they alone count.
    pub new: usize,
    /// Findings that were known.
    pub unchanged: usize,
    /// What was known and is found no more.
    pub fixed: Vec<FixedFinding>,
    /// How many findings the baseline holds now, when it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<usize>,
}

/// A finding that was known and is gone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FixedFinding {
    /// Where it was.
    pub file: String,
    /// Its code.
    pub code: String,
    /// Its headline.
    pub headline: String,
    /// Its fingerprint.
    pub fingerprint: String,
}

impl fmt::Display for FixedFinding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "fixed: {}: {}: {}", self.file, self.code, self.headline)
    }
}

impl fmt::Display for Compared {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Compared { with, new, unchanged, fixed, kept } = self;
        write!(out, "compared with {with}: {new} new, {} fixed, {unchanged} unchanged", fixed.len())?;
        match (kept, new) {
            (None, _) => Ok(()),
            (Some(kept), 0) => write!(out, "; it holds {kept} now"),
            (Some(kept), _) => write!(out, "; it holds {kept} now, and nothing new: a baseline only gets shorter, unless it is deleted by hand"),
        }
    }
}
