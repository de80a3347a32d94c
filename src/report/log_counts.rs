//! Counts of disclosure records for a report, as a table, as rows for a spreadsheet and as JSON.

use super::grid::grid;
use super::spreadsheet::comma_separated;
use crate::lint::{Count, Counts};
use serde_json::{Value, json};
use std::fmt::Write;

/// What is said beside a number that is not told.
const WITHHELD: &str = "not shown (it would tell what is hidden)";

fn said(count: Count) -> String {
    match count {
        Count::Exactly(number) => number.to_string(),
        Count::FewerThan(limit) => format!("fewer than {limit}"),
        Count::Withheld => WITHHELD.to_owned(),
    }
}

/// A row a sort, and the total.
pub fn counts_table(counts: &Counts, by: &str, as_of: &str, width: usize) -> String {
    let rows: Vec<Vec<String>> = rows(counts, by);
    let mut out = String::new();
    for line in grid(&rows, width).concat() {
        out.push_str(&line);
        out.push('\n');
    }
    if counts.overlap {
        let _ = writeln!(out, "A record of several sorts counts in each, and once in the total.");
    }
    let _ = writeln!(out, "As of {as_of}.");
    out
}

/// The same as comma-separated text.
pub fn counts_csv(counts: &Counts, by: &str) -> Result<String, String> {
    comma_separated(&rows(counts, by))
}

fn rows(counts: &Counts, by: &str) -> Vec<Vec<String>> {
    let head = vec![by.to_owned(), "records".to_owned()];
    let told = counts.rows.iter().map(|(sort, count)| vec![sort.clone(), said(*count)]);
    std::iter::once(head).chain(told).chain([vec!["total".to_owned(), said(counts.total)]]).collect()
}

/// The same as JSON; a number that is not told is null, with the words beside it.
pub fn counts_json(counts: &Counts, by: &str, as_of: &str) -> Result<String, serde_json::Error> {
    let number = |count: Count| if let Count::Exactly(number) = count { Value::from(number) } else { Value::Null };
    let rows: Vec<Value> = counts.rows.iter().map(|(sort, count)| json!({ "sort": sort, "records": number(*count), "shown": said(*count) })).collect();
    let all = json!({
        "schema": "sharewright.disclosure-counts/1", "version": 1, "as_of": as_of, "by": by, "counts": rows,
        "total": { "records": number(counts.total), "shown": said(counts.total) }, "records_of_several_sorts": counts.overlap,
    });
    serde_json::to_string_pretty(&all).map(|json| json + "\n")
}
