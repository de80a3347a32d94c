//! The texts that a statement and its clauses hold, and whether each stands where law is cited.

use crate::model::{Atom, Model, NodeId, Value, ValueSpec};
use crate::source::TextRange;

/// One text of a statement.
pub(super) struct Written<'m> {
    /// The keyword, or the connective, that it follows.
    pub(super) after: &'m str,
    /// Where it stands in the file of the statement, quotation marks included.
    pub(super) range: TextRange,
    /// Law is cited there.
    pub(super) is_citation: bool,
}

/// The texts among the values of a statement, then those of its clauses. Its label is none of them.
pub(super) fn texts_of<'m>(model: &'m Model<'_>, node: NodeId) -> impl Iterator<Item = Written<'m>> {
    let kind = model.kind(node);
    let cites = |spec: &ValueSpec| spec.takes(|atom| matches!(atom, Atom::Cite));
    let own = (kind.word.as_str(), kind.values.as_ref().is_some_and(cites), model.values(node));
    let clauses = model.clauses(node).iter().map(move |clause| {
        let spec = &kind.clauses[clause.index as usize];
        (spec.words.as_str(), cites(&spec.values), model.clause_values(clause))
    });
    std::iter::once(own).chain(clauses).flat_map(|(after, is_citation, values)| {
        let texts = values.iter().filter_map(|value| if let Value::Text(range) = value { Some(*range) } else { None });
        texts.map(move |range| Written { after, range, is_citation })
    })
}
