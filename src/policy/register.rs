//! Registers: tables of facts that conditions look things up in.

use serde::{Deserialize, Serialize};

/// An index into the registers of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RegisterId(pub u16);

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnType {
    /// One word.
    Word,
    /// Several words.
    Words,
    /// Text.
    Text,
    /// A whole number.
    Number,
    /// A day.
    Date,
}

/// What an entry has in a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Words(Vec<String>),
    /// Text.
    Text(String),
    /// A number.
    Number(i64),
    /// A day: year, month, day.
    Date(i16, i8, i8),
}

/// A register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// Its name.
    pub name: String,
    /// Names and types of its columns, in alphabetical order.
    pub columns: Vec<(String, ColumnType)>,
    /// Its entries: one cell a column.
    pub entries: Vec<Vec<Cell>>,
}

impl Register {
    /// The index of a column.
    pub fn column(&self, name: &str) -> Option<u16> {
        self.columns.iter().position(|(column, _)| column == name).map(|index| index as u16)
    }
}
