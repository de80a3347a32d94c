//! All waivers of a file, as they are written, and whether each holds on a day.

use super::waivers::{Said, WAIVE, names, said};
use crate::model::Model;
use crate::source::{FileId, Span};
use jiff::civil::Date;

/// A waiver as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedWaiver {
    /// Where it stands.
    pub at: Span,
    /// The rules that it names.
    pub rules: Vec<String>,
    /// Why.
    pub because: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// Its last day.
    pub until: Option<Date>,
    /// The days from the day asked about to its last day, fewer than none once that has passed; nothing when it is not complete, so that
    /// it never held.
    pub days_left: Option<i32>,
}

/// The waivers of the first file of a model.
pub fn listed_waivers(model: &Model<'_>, today: Date) -> Vec<ListedWaiver> {
    let is_waiver = |node: &_| model.kind(*node).word == *WAIVE;
    let waivers = model.subtree(model.file_node(FileId(0))).filter(is_waiver);
    waivers
        .map(|node| {
            let Said { because, owner, until } = said(model, node);
            let is_complete = because.is_some() && owner.is_some();
            let days_left = until.filter(|_| is_complete).and_then(|until| today.until(until).ok()).map(|span| span.get_days());
            ListedWaiver { at: model.span(node), rules: names(model, node).into_iter().map(|(name, _)| name).collect(), because, owner, until, days_left }
        })
        .collect()
}
