//! The page that lists every register: what it is about, its columns, and how many entries it has.

use super::templates::render;
use crate::policy::{ColumnType, Policy, Texts};
use serde::Serialize;

/// A register for a reader.
#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    about: &'a str,
    columns: Vec<Column<'a>>,
    entries: usize,
}

#[derive(Serialize)]
struct Column<'a> {
    name: &'a str,
    holds: ColumnType,
}

#[derive(Serialize)]
struct Reference<'a> {
    registers: Vec<Listed<'a>>,
}

/// `docs/registers.md`, whole.
pub fn register_reference(policy: &Policy, texts: &Texts) -> Result<String, String> {
    let registers = texts.registers.iter().filter_map(|(name, about)| {
        let (_, register) = policy.register_named(name)?;
        let columns = register.columns.iter().map(|(name, holds)| Column { name, holds: *holds }).collect();
        Some(Listed { name, about, columns, entries: register.entries.len() })
    });
    render("registers.md", include_str!("../../templates/documents/registers.md.tera"), &Reference { registers: registers.collect() })
}
