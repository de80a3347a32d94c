//! The footing of each flow, and of each disclosure record, as a table for a lawyer: what is cited, what the register says of it, and what was found.

use super::safe::safe_line;
use super::view::place_of;
use crate::lint::{Checked, CitedAt, DocumentResult, End, FlowFooting};
use crate::model::document_words;
use crate::policy::{Register, written};
use crate::source::Span;
use std::fmt::Write;

/// The agreements of a file, flow by flow, and its disclosure records and policies, which have no flows, as wholes.
///
/// `change` tells what would satisfy a rule, by its code, and how much that changes.
pub fn law_table(checked: &Checked, register: &Register, change: &dyn Fn(&str) -> Option<(u8, String)>) -> String {
    let mut out = String::new();
    for document in &checked.documents {
        let _ = writeln!(out, "{}", safe_line(&document.name));
        for flow in &document.footing.flows {
            one_flow(&mut out, checked, document, flow, register, change);
        }
        match &document.footing.own {
            Some(own) => alone(&mut out, checked, document, own, register, change),
            None if document.footing.flows.is_empty() => out.push_str("  no flow is written\n"),
            None => {}
        }
        out.push('\n');
    }
    out
}

fn one_flow(out: &mut String, checked: &Checked, document: &DocumentResult, flow: &FlowFooting, register: &Register, change: &dyn Fn(&str) -> Option<(u8, String)>) {
    let _ = writeln!(out, "\n  {}", safe_line(&flow.flow));
    let _ = writeln!(out, "    {} to {}", safe_line(&named(&flow.senders)), safe_line(&named(&flow.receivers)));
    for end in &flow.ends {
        one_end(out, end, register);
    }
    let inside = |place: Span| place.file == flow.place.file && flow.place.range.start <= place.range.start && place.range.end <= flow.place.range.end;
    found(out, checked, document, &inside, change);
}

/// What a document without flows rests on, and what was found about that.
fn alone(out: &mut String, checked: &Checked, document: &DocumentResult, own: &End, register: &Register, change: &dyn Fn(&str) -> Option<(u8, String)>) {
    let (called, _) = document_words(&own.end);
    let _ = writeln!(out, "    {called}, which has no flows: what it cites as a whole");
    citations(out, own, register);
    let cites = |place: Span| own.cited.iter().any(|cited| cited.place.file == place.file && place.range.start <= cited.place.range.start && cited.place.range.end <= place.range.end);
    found(out, checked, document, &cites, change);
}

/// The findings at some places, and what would satisfy the rules.
fn found(out: &mut String, checked: &Checked, document: &DocumentResult, inside: &dyn Fn(Span) -> bool, change: &dyn Fn(&str) -> Option<(u8, String)>) {
    let mut changes: Vec<(u8, String, &str)> = Vec::new();
    for finding in document.findings.iter().filter(|finding| finding.is_active() && finding.labels.iter().any(|label| inside(label.span))) {
        changes.extend(change(&finding.code).map(|(effort, says)| (effort, says, finding.code.as_str())));
        let at = finding.labels.iter().map(|label| label.span).find(|span| inside(*span)).unwrap_or_else(|| finding.at());
        let place = place_of(&checked.files, at);
        let _ = writeln!(out, "    ! {}:{} {} {}: {}", safe_line(&place.file), place.line, finding.code, finding.severity.word(), safe_line(&finding.headline));
    }
    changes.sort();
    if !changes.is_empty() {
        out.push_str("    What would satisfy the rules, the least change first:\n");
    }
    for (_, says, code) in changes {
        let _ = writeln!(out, "      - {} ({code})", safe_line(&says));
    }
}

fn one_end(out: &mut String, end: &End, register: &Register) {
    let _ = writeln!(out, "    {}", end.end);
    citations(out, end, register);
}

fn citations(out: &mut String, end: &End, register: &Register) {
    for cited in &end.cited {
        let canonical = if cited.canonical.is_empty() { "not found in the register" } else { &cited.canonical };
        let _ = writeln!(out, "      {:<18} {:<34} {}", cited.keyword, safe_line(canonical), says(cited, register));
    }
    if !end.confidence.is_empty() {
        let _ = writeln!(out, "      {:<18} {}", "confidence", end.confidence.join(", else "));
    }
    if end.cited.is_empty() && end.confidence.is_empty() {
        out.push_str("      nothing is cited\n");
    }
}

/// What the register says of a citation in a few words: its kind, its strength, what it is, and until when it was law.
fn says(cited: &CitedAt, register: &Register) -> String {
    let told = cited.cited.provisions.iter().map(|entry| {
        let row = register.row(*entry);
        let parts = ["kind", "strength", "title"].into_iter().filter_map(|name| row.text(name));
        let mut told = parts.collect::<Vec<_>>().join(", ");
        if let Some(until) = row.day("until") {
            let _ = write!(told, ", IN FORCE UNTIL {}", written(until));
            told.extend(row.text("instead").map(|instead| format!("; now {instead}")));
        }
        told
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() { "the register has no entry for it".to_owned() } else { told.join("; ") }
}

fn named(names: &[String]) -> String {
    if names.is_empty() { "nobody that is named".to_owned() } else { names.join(", ") }
}
