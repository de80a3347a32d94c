//! What an interview leaves: points that are still open, and answers that nothing asks for any more.

use super::record::Record;
use crate::syntax::PartKind;

impl Record<'_> {
    /// The statements that hold a `?`: the line and the keyword.
    pub fn open_points(&self) -> Vec<(usize, String)> {
        let tree = self.tree();
        let open = tree.statements.iter().filter(|statement| tree.parts_of(statement).iter().any(|part| part.kind == PartKind::Hole));
        open.map(|statement| (self.parsed.source.line_column(statement.head.start).0, statement.keyword.of(self.text()).to_owned())).collect()
    }

    /// The steps whose statements stand in the record though what is written elsewhere does not ask for them.
    pub fn not_asked_any_more(&self) -> Vec<&str> {
        let steps = self.guide.interview.steps.iter();
        steps.filter(|step| !self.entries(step).is_empty() && !self.applies(step)).map(|step| step.id.as_str()).collect()
    }
}
