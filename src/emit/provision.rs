//! An entry of the law register, as text.

use super::templates::render;
use crate::policy::{Cell, Register, written};
use crate::source::Text;
use serde::Serialize;
use std::collections::BTreeMap;

/// A provision for a reader.
#[derive(Clone, Debug, Serialize)]
pub struct ProvisionView {
    /// The citation as it is usually written.
    pub citation: String,
    /// Whether it is law on the day asked about: `in force`, `not yet`, `no longer`.
    pub standing: String,
    /// Everything that the register says, by column.
    pub entry: BTreeMap<String, String>,
}

impl ProvisionView {
    /// An entry on a day, given as year, month and day.
    pub fn new(register: &Register, entry: &[Cell], citation: &str, today: &str) -> Self {
        let cells = register.columns.iter().zip(entry).filter_map(|((name, _), cell)| Some((name.to_string(), text(cell)?)));
        let entry: BTreeMap<String, String> = cells.collect();
        let day = |name: &str| entry.get(name).map(String::as_str);
        let standing = match (day("from"), day("until")) {
            (Some(from), _) if today < from => "not yet",
            (_, Some(until)) if until <= today => "no longer",
            _ => "in force",
        };
        ProvisionView { citation: citation.to_owned(), standing: standing.to_owned(), entry }
    }
}

/// A cell for a reader; days are written so that they compare as text.
fn text(cell: &Cell) -> Option<String> {
    match cell {
        Cell::Empty => None,
        Cell::Words(words) => Some(words.iter().map(Text::as_str).collect::<Vec<_>>().join(", ")),
        Cell::Text(text) => Some(text.to_string()),
        Cell::Number(number) => Some(number.to_string()),
        Cell::Date(year, month, day) => Some(written((*year, *month, *day))),
    }
}

#[derive(Serialize)]
struct Found<'a> {
    provisions: &'a [ProvisionView],
    today: &'a str,
    checked_to: &'a str,
}

/// Provisions in full.
pub fn provisions_in_full(provisions: &[ProvisionView], today: &str, checked_to: &str) -> Result<String, String> {
    render("provision.txt", include_str!("../../templates/documents/provision.txt.tera"), &Found { provisions, today, checked_to })
}

/// Provisions with what must be met, a few lines each.
pub fn provisions_found(provisions: &[ProvisionView], today: &str, checked_to: &str) -> Result<String, String> {
    render("provisions-found.txt", include_str!("../../templates/documents/provisions-found.txt.tera"), &Found { provisions, today, checked_to })
}
