//! Whether a record awaits a review: one is left open, one has no outcome yet, or none is written where one is expected.

use super::path::holds;
use crate::model::{Model, NodeId, State};
use crate::policy::Register;

/// An entry of the register of expected reviews.
#[derive(Clone, Debug)]
pub(super) struct Expected {
    why: String,
    when: String,
    unless: Vec<String>,
}

/// The register of expected reviews.
pub(super) fn read(register: &Register) -> Result<Vec<Expected>, String> {
    let expected = |row: crate::policy::Row<'_>| {
        let (Some(why), Some(when)) = (row.text("label"), row.text("when")) else { return Err("each entry needs a `label` and a `when`".to_owned()) };
        Ok(Expected { why: why.to_owned(), when: when.to_owned(), unless: row.texts("unless").map(str::to_owned).collect() })
    };
    register.rows().map(expected).collect()
}

/// Why a record awaits a review; nothing when it does not.
pub(super) fn awaited(model: &Model<'_>, record: NodeId, expected: &[Expected], is_decided: bool) -> Option<String> {
    let written = model.children_named(record, "review");
    if written.iter().any(|review| model.node(*review).state == State::Open) {
        return Some("a review is left open".to_owned());
    }
    if written.iter().any(|review| model.node(*review).state == State::Stated && model.clause_named(*review, "outcome").is_none()) {
        return Some("a review has no outcome yet".to_owned());
    }
    if !written.is_empty() || !is_decided {
        return None;
    }
    let awaits = |entry: &&Expected| holds(model, record, &entry.when) && !entry.unless.iter().any(|unless| holds(model, record, unless));
    expected.iter().find(awaits).map(|entry| format!("no review is written: {}", entry.why))
}
