//! What every report of a run is told: the day, the packs, and how paths are shown.

use crate::diagnostic::{Diagnostic, Severity};

/// A run.
#[derive(Clone)]
pub struct About<'a> {
    /// The day answered for.
    pub law_date: String,
    /// Up to when the packs were checked.
    pub packs_checked: String,
    /// A warning that the packs are old.
    pub old_packs: Option<String>,
    /// The lowest severity that makes the run fail; none when nothing does.
    pub fails_at: Option<Severity>,
    /// The folder in which the tool runs, with a slash at its end: what lies below it is named from there.
    pub folder: String,
    /// Whether findings are held against a baseline or an earlier state.
    pub compares: bool,
    /// Whether a terminal shows colours.
    pub colour: bool,
    /// Whether lines are drawn with more than plain characters.
    pub unicode: bool,
    /// The title of a rule or a question by its code.
    pub title: &'a dyn Fn(&str) -> Option<String>,
}

impl About<'_> {
    /// A path from the folder of the run, where it lies below it.
    pub(super) fn path<'p>(&self, path: &'p str) -> &'p str {
        path.strip_prefix(self.folder.as_str()).filter(|rest| !rest.is_empty()).unwrap_or(path)
    }

    /// What a finding is called without its subjects.
    pub(super) fn title_of(&self, finding: &Diagnostic) -> String {
        (self.title)(&finding.code).unwrap_or_else(|| finding.rule.replace('-', " "))
    }

    /// Whether a finding makes the run fail.
    pub(super) fn fails(&self, finding: &Diagnostic) -> bool {
        finding.is_active() && self.fails_at.is_some_and(|lowest| finding.severity >= lowest)
    }

    /// The sentence that says of which day a report is, and what was not checked.
    pub(super) fn law(&self) -> String {
        let (law_date, packs_checked) = (&self.law_date, &self.packs_checked);
        format!("law and guidance as of {law_date}; packs checked up to {packs_checked}; not checked: whether what is written is true, and law outside the packs")
    }
}
