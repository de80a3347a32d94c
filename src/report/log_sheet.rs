//! The log of disclosure records as a table for a terminal and as rows for a spreadsheet.

use super::grid::{grid, wrap};
use super::log_view::{LogView, RecordView, dues};
use super::safe::safe_line;
use super::spreadsheet::comma_separated;
use crate::model::once;
use std::fmt::Write;

/// One row a record, and below it what waits for somebody.
pub fn log_table(view: &LogView, with_person: bool, width: usize) -> String {
    let mut out = String::new();
    let mut rows = vec![cells(&["decided", "reference", "person", "decision", "class", "asked by", "profession"], with_person)];
    rows.extend(view.records.iter().map(|record| row(record, with_person)));
    let mut drawn = grid(&rows, width).into_iter();
    if !view.records.is_empty() {
        drawn.next().into_iter().flatten().for_each(|line| out.push_str(&(line + "\n")));
    }
    for (record, lines) in view.records.iter().zip(drawn) {
        lines.into_iter().chain(waiting(record, width)).for_each(|line| out.push_str(&(line + "\n")));
    }
    let records = if view.records_in_all == 1 { "disclosure record" } else { "disclosure records" };
    let _ = writeln!(out, "{} of {} {records}; overdue on {}.\nWorking days skip weekends; bank holidays are not known here.", view.records.len(), view.records_in_all, view.as_of);
    out
}

fn cells(texts: &[&str; 7], with_person: bool) -> Vec<String> {
    texts.iter().enumerate().filter(|(column, _)| with_person || *column != 2).map(|(_, text)| (*text).to_owned()).collect()
}

fn row(record: &RecordView, with_person: bool) -> Vec<String> {
    let asked: Vec<String> = record.kind.iter().chain(&record.asked_by).cloned().collect();
    let asked = if asked.is_empty() { record.started.as_ref().map_or_else(|| "no request".to_owned(), |started| format!("no request ({started})")) } else { asked.join(", ") };
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| "-".to_owned());
    let (decided, person, class, profession) =
        (text(&record.decided), text(&record.person_reference), text(&Some(record.class.join(", ")).filter(|class| !class.is_empty())), text(&record.profession));
    cells(&[&decided, &record.reference, &person, &record.decision, &class, &asked, &profession], with_person)
}

/// What waits for somebody, and what came late.
fn waiting(record: &RecordView, width: usize) -> Vec<String> {
    let overdue = dues(&record.overdue).into_iter().map(|due| format!("overdue: {due}"));
    let late = dues(&record.late).into_iter().map(|due| format!("late: {due}"));
    let review = record.awaiting_review.iter().map(|why| format!("awaiting review: {why}"));
    let lines = overdue.chain(late).chain(review).flat_map(|line| wrap(&safe_line(&line), width.saturating_sub(6)));
    lines.map(|line| format!("      {line}")).collect()
}

/// The same as comma-separated text, one row a record, with the law that each rests on.
pub fn log_csv(view: &LogView, with_person: bool) -> Result<String, String> {
    let head = ["decided", "reference", "person-reference", "decision", "class", "started", "kind", "asked-by", "profession", "basis", "confidence", "overdue", "late", "awaiting-review"];
    let person = |column: usize| with_person || column != 2;
    let mut rows = vec![head.iter().enumerate().filter(|(column, _)| person(*column)).map(|(_, name)| (*name).to_owned()).collect::<Vec<_>>()];
    for record in &view.records {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let basis = once(record.basis.iter().map(|law| law.citation.clone().unwrap_or_else(|| "not in the register".to_owned())));
        let all = [
            text(&record.decided),
            record.reference.clone(),
            text(&record.person_reference),
            record.decision.clone(),
            record.class.join("; "),
            text(&record.started),
            text(&record.kind),
            record.asked_by.join("; "),
            text(&record.profession),
            basis.join("; "),
            record.confidence.join("; "),
            dues(&record.overdue).join("; "),
            dues(&record.late).join("; "),
            text(&record.awaiting_review),
        ];
        rows.push(all.into_iter().enumerate().filter(|(column, _)| person(*column)).map(|(_, cell)| cell).collect());
    }
    comma_separated(&rows)
}
