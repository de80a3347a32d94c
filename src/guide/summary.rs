//! What an interview leaves: points that are still open, what is asked later, answers that nothing asks for any more, and where it leads.

use super::pace::Pace;
use super::record::Record;
use super::trace::{Traced, trace};
use crate::policy::Step;
use crate::syntax::PartKind;

impl Record<'_> {
    /// The statements that hold a `?`: the line and the keyword.
    pub fn open_points(&self) -> Vec<(usize, String)> {
        let tree = self.tree();
        let open = tree.statements.iter().filter(|statement| tree.parts_of(statement).iter().any(|part| part.kind == PartKind::Hole));
        open.map(|statement| (self.parsed.source.line_column(statement.head.start).0, statement.keyword.of(self.text()).to_owned())).collect()
    }

    /// How many questions an interview that asks everything would still begin with.
    pub fn left(&self) -> usize {
        (0..self.guide.interview.steps.len()).filter(|step| self.open_place(*step, Pace::Whole).is_some()).count()
    }

    /// The way through the decision procedures on what is written so far.
    pub fn way(&self) -> Traced<'_> {
        trace(self.guide.judge, &self.model)
    }

    /// The steps whose statements stand in the record though what is written elsewhere does not ask for them.
    pub fn not_asked_any_more(&self) -> Vec<&str> {
        let steps = self.guide.interview.steps.iter();
        let is_asked = |step: &Step| self.guide.interview.steps.iter().any(|other| other.kinds == step.kinds && other.fixed == step.fixed && self.applies(other));
        steps.filter(|step| !self.entries(step).is_empty() && !is_asked(step)).map(|step| step.id.as_str()).collect()
    }
}
