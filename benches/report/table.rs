//! A table with its heading and notes.

use std::fmt::Write;

/// A table.
pub struct Table {
    title: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    notes: Vec<String>,
}

impl Table {
    /// An empty one.
    pub fn new(title: &str, columns: &[&str]) -> Self {
        Table { title: title.to_owned(), columns: columns.iter().map(|&column| column.to_owned()).collect(), rows: Vec::new(), notes: Vec::new() }
    }

    /// A line of it.
    pub fn row(&mut self, cells: &[&str]) {
        self.rows.push(cells.iter().map(|&cell| cell.to_owned()).collect());
    }

    /// A sentence under it.
    pub fn note(&mut self, note: &str) {
        self.notes.push(note.to_owned());
    }

    /// As Markdown, which reads well on a terminal too: the columns stand under each other.
    pub fn markdown(&self) -> String {
        let all = || std::iter::once(&self.columns).chain(&self.rows);
        let widths: Vec<usize> = (0..self.columns.len()).map(|column| all().map(|cells| cells[column].chars().count()).max().unwrap_or(0)).collect();
        let mut text = format!("## {}\n\n", self.title);
        for (index, cells) in all().enumerate() {
            for (place, (cell, &width)) in cells.iter().zip(&widths).enumerate() {
                let padding = " ".repeat(width - cell.chars().count());
                // What is measured stands to the right, as numbers do.
                let _ = if place == 0 { write!(text, "| {cell}{padding} ") } else { write!(text, "| {padding}{cell} ") };
            }
            text.push_str("|\n");
            if index == 0 {
                for (place, width) in widths.iter().enumerate() {
                    let _ = if place == 0 { write!(text, "|{}", "-".repeat(width + 2)) } else { write!(text, "|{}:", "-".repeat(width + 1)) };
                }
                text.push_str("|\n");
            }
        }
        for note in &self.notes {
            let _ = write!(text, "\n{note}\n");
        }
        text
    }
}
