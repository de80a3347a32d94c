//! Registers: tables of facts that conditions look things up in.

mod places;

use super::rule::Ymd;
use crate::source::{Shelf, Text};
use places::Places;
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
#[serde(bound(deserialize = "'de: 'static"))]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Words(Vec<Text>),
    /// Text.
    Text(Text),
    /// A number.
    Number(i64),
    /// A day: year, month, day.
    Date(i16, i8, i8),
}

impl Cell {
    /// Its words or its text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let texts = match self {
            Cell::Text(text) => std::slice::from_ref(text),
            Cell::Words(words) => words,
            Cell::Empty | Cell::Number(_) | Cell::Date(..) => &[],
        };
        texts.iter().map(Text::as_str)
    }
}

/// A register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Register {
    /// Its name.
    pub name: Text,
    /// Names and types of its columns, in alphabetical order.
    pub columns: Vec<(Text, ColumnType)>,
    /// Its entries: one cell a column.
    pub entries: Shelf<Vec<Cell>>,
    /// Where words stand.
    places: Places,
}

impl Register {
    /// A register without an entry.
    pub(super) fn new(name: Text, columns: Vec<(Text, ColumnType)>) -> Self {
        Register { name, columns, entries: Shelf::default(), places: Places::default() }
    }

    /// Makes the entries ready to be looked for, when all were added.
    pub(super) fn finish(mut self) -> Self {
        self.places = Places::of(self.columns.len(), &self.entries);
        self
    }

    /// An entry with its columns by name.
    pub fn row(&self, index: u32) -> Row<'_> {
        Row { register: self, cells: self.entry(index) }
    }

    /// Every entry so.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.entries.len() as u32).map(|index| self.row(index))
    }

    /// An entry.
    pub fn entry(&self, index: u32) -> &[Cell] {
        self.entries.get(index as usize)
    }

    /// The entries with this word or text in a column, capital and small letters being the same.
    pub fn entries_with(&self, column: u16, word: &str) -> impl Iterator<Item = u32> {
        self.places.candidates(column, word).filter(move |entry| self.entry(*entry)[column as usize].texts().any(|text| places::same(text, word)))
    }

    /// The index of a column.
    pub fn column(&self, name: &str) -> Option<u16> {
        self.columns.iter().position(|(column, _)| column == name).map(|index| index as u16)
    }
}

/// An entry with its columns by name.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    register: &'a Register,
    cells: &'a [Cell],
}

impl<'a> Row<'a> {
    /// What it has in a column; nothing when the register has no such column.
    pub fn cell(self, column: &str) -> Option<&'a Cell> {
        self.register.column(column).map(|column| &self.cells[column as usize])
    }

    /// The words or the text in a column.
    pub fn texts(self, column: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.cell(column).into_iter().flat_map(Cell::texts)
    }

    /// The first of them.
    pub fn text(self, column: &str) -> Option<&'a str> {
        self.texts(column).next()
    }

    /// Whether a word is among them.
    pub fn has(self, column: &str, word: &str) -> bool {
        self.texts(column).any(|own| own == word)
    }

    /// The day in a column.
    pub fn day(self, column: &str) -> Option<Ymd> {
        match self.cell(column)? {
            Cell::Date(year, month, day) => Some((*year, *month, *day)),
            _ => None,
        }
    }
}

/// All registers, by name. Those that ship with the program are decoded when they are first looked into.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Registers {
    names: Vec<Text>,
    registers: Shelf<Register>,
}

impl Registers {
    /// Registers in the order of their names.
    pub(super) fn new(registers: impl Iterator<Item = Register>) -> Self {
        let (names, registers) = registers.map(|register| (register.name.clone(), register)).unzip::<_, _, Vec<_>, Vec<_>>();
        Registers { names, registers: registers.into_iter().collect() }
    }

    /// A register.
    pub fn get(&self, id: RegisterId) -> &Register {
        self.registers.get(id.0 as usize)
    }

    /// The register with a name.
    pub fn find(&self, name: &str) -> Option<RegisterId> {
        self.names.binary_search_by(|candidate| candidate.as_str().cmp(name)).ok().map(|index| RegisterId(index as u16))
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(Text::as_str)
    }

    /// Every register, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Register> {
        self.registers.iter()
    }
}
