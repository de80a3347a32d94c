//! Registers, compiled: every entry is checked against the columns.

use super::super::raw::RawFile;
use super::super::register::{Cell, ColumnType, Register, Registers};
use super::rules::one_line;
use super::{Problems, ymd};
use crate::diagnostic::{Problem, did_you_mean};
use crate::source::{Text, TextRange};
use std::collections::BTreeMap;
use toml::Value;

/// Fields that every entry may carry: where the fact comes from.
const PROVENANCE: [&str; 3] = ["source", "confidence", "read"];

/// Merges registers by name: a local pack may add columns and entries.
pub(super) fn build(files: &[(usize, RawFile)], problems: &mut Problems) -> Registers {
    let mut columns: BTreeMap<&str, BTreeMap<&str, ColumnType>> = BTreeMap::new();
    for (file, raw) in files {
        let Some(head) = &raw.register else {
            if let Some(entry) = raw.entries.first() {
                let range = TextRange::new(entry.span().start, entry.span().end);
                problems.add(*file, Problem::new("POL-08", "register", "entries stand in a file without a `[register]` table", range));
            }
            continue;
        };
        let (range, head) = (TextRange::new(head.span().start, head.span().end), head.get_ref());
        for (name, column) in &head.columns {
            let known = columns.entry(&head.name).or_default().insert(name, *column);
            if known.is_some_and(|known| known != *column) {
                let headline = format!("the column `{name}` of `{}` is declared in two ways", head.name);
                problems.add(*file, Problem::new("POL-08", "register", headline, range).helping("Declare it as the shipped register does, or give it another name."));
            }
        }
    }
    let mut registers: BTreeMap<&str, Register> = columns
        .into_iter()
        .map(|(name, columns)| {
            let columns = columns.into_iter().map(|(name, column)| (Text::from(name), column)).collect();
            (name, Register::new(name.into(), columns))
        })
        .collect();
    for (file, raw) in files {
        let Some(register) = raw.register.as_ref().and_then(|head| registers.get_mut(head.get_ref().name.as_str())) else { continue };
        for entry in &raw.entries {
            let range = TextRange::new(entry.span().start, entry.span().end);
            match cells(register, entry.get_ref()) {
                Ok(cells) => register.entries.push(cells),
                Err(problem) => problems.add(*file, Problem::new("POL-08", "register", problem.0, range).helping(problem.1)),
            }
        }
    }
    Registers::new(registers.into_values().map(Register::finish))
}

/// What each register is about, by name: what the first file says of it.
pub(super) fn about(files: &[(usize, RawFile)]) -> Vec<(Text, Text)> {
    let mut about: BTreeMap<Text, Text> = BTreeMap::new();
    for head in files.iter().filter_map(|(_, raw)| raw.register.as_ref()) {
        about.entry(head.get_ref().name.as_str().into()).or_insert_with(|| one_line(&head.get_ref().about));
    }
    about.into_iter().collect()
}

fn cells(register: &Register, entry: &BTreeMap<String, Value>) -> Result<Vec<Cell>, (String, String)> {
    let names = || register.columns.iter().map(|(name, _)| name.as_str());
    for name in entry.keys() {
        if register.column(name).is_none() && !PROVENANCE.contains(&name.as_str()) {
            let help = did_you_mean(name, names()).map_or_else(|| "Add it to the columns of the register, or remove it.".to_owned(), |meant| format!("Did you mean `{meant}`?"));
            return Err((format!("the register `{}` has no column `{name}`", register.name), help));
        }
    }
    if !entry.contains_key("source") || !entry.contains_key("confidence") {
        return Err((format!("an entry of `{}` does not say where it comes from", register.name), "Give it a `source` and a `confidence`.".to_owned()));
    }
    register
        .columns
        .iter()
        .map(|(name, column)| {
            cell(entry.get(name.as_str()), *column).ok_or_else(|| (format!("the column `{name}` of `{}` holds something else", register.name), format!("It is declared as {column:?}.").to_lowercase()))
        })
        .collect()
}

fn cell(value: Option<&Value>, column: ColumnType) -> Option<Cell> {
    let Some(value) = value else { return Some(Cell::Empty) };
    Some(match (column, value) {
        (ColumnType::Word, Value::String(word)) => Cell::Words(vec![word.into()]),
        (ColumnType::Word | ColumnType::Words, Value::Array(words)) => Cell::Words(words.iter().map(|word| word.as_str().map(Text::from)).collect::<Option<_>>()?),
        (ColumnType::Text, Value::String(text)) => Cell::Text(text.into()),
        (ColumnType::Number, Value::Integer(number)) => Cell::Number(*number),
        (ColumnType::Date, Value::Datetime(date)) => {
            let (year, month, day) = ymd(date)?;
            Cell::Date(year, month, day)
        }
        _ => return None,
    })
}
