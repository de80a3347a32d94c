//! The checklist as a table for a terminal.

use super::safe::{safe, safe_line};
use super::view::{ChecklistDocument, ChecklistQuestion, ChecklistView};
use crate::lint::{Answer, Standard};
use crate::model::document_words;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// How wide the column of evidence may be.
const EVIDENCE_WIDTH: usize = 44;

/// One table a document, each row a question: answer, standard, where, what is missing.
pub fn checklist_table(view: &ChecklistView, width: usize) -> String {
    let mut out = String::new();
    for document in &view.documents {
        table(&mut out, document, width);
        out.push('\n');
    }
    let _ = writeln!(out, "Law and guidance as of {}; packs checked up to {}.", view.law_date, view.packs_checked);
    let _ = writeln!(out, "Answer: does the text say it. Standard: do the conditions in force on the day hold. Neither is legal advice; those named in the document decide.");
    match view.problems.len() {
        0 => {}
        1 => out.push_str("1 problem of text or names was also found; `sharewright lint` lists it.\n"),
        many => {
            let _ = writeln!(out, "{many} problems of text or names were also found; `sharewright lint` lists them.");
        }
    }
    out
}

fn table(out: &mut String, document: &ChecklistDocument, width: usize) {
    let _ = writeln!(out, "{}: {} ({})", safe_line(&document.name), safe_line(&document.label), safe_line(&document.file));
    if document.questions.is_empty() {
        let _ = writeln!(out, "  no checklist asks of a {}; `sharewright lint` judges it by rules", document_words(&document.kind).0);
        return;
    }
    let title_width = document.questions.iter().map(|question| question.title.width()).max().unwrap_or(0);
    let _ = writeln!(out, "  Q   {}  answer          standard  evidence", pad("question", title_width));
    for question in &document.questions {
        let answer = answer_word(question.answer);
        let standard = standard_word(question.standard);
        let evidence = evidence(question, &document.file);
        let row = format!("  {:>2}  {}  {}  {}  {}", question.number, pad(&question.title, title_width), pad(answer, 14), pad(standard, 8), evidence);
        let _ = writeln!(out, "{}", row.trim_end());
        for line in question.missing.iter().cloned().chain(question.falls_short()) {
            for line in wrap(&safe(&line), width.saturating_sub(8).max(40)) {
                let _ = writeln!(out, "        {line}");
            }
        }
    }
    let count = |answer: Answer| document.questions.iter().filter(|question| question.answer == answer).count();
    let met = document.questions.iter().filter(|question| question.standard == Standard::Met).count();
    let waived: usize = document.questions.iter().map(|question| question.waived).sum();
    let _ = writeln!(
        out,
        "  {} answered, {} partly, {} unanswered, {} not applicable, {} inherited; {met} met the standard of the day; {waived} conditions waived",
        count(Answer::Answered),
        count(Answer::Partly),
        count(Answer::Unanswered),
        count(Answer::NotApplicable),
        count(Answer::Inherited),
    );
}

/// Where the answer stands: line numbers, with the file named when it is another one.
fn evidence(question: &ChecklistQuestion, own: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut last_file = "";
    for place in &question.evidence {
        let name = if place.file == own || place.file == last_file { format!("{}", place.line) } else { format!("{}:{}", place.file.rsplit('/').next().unwrap_or(&place.file), place.line) };
        if parts.last() != Some(&name) {
            parts.push(name);
        }
        last_file = &place.file;
    }
    let mut line = String::new();
    for (index, part) in parts.iter().enumerate() {
        if line.width() + part.width() > EVIDENCE_WIDTH {
            let _ = write!(line, " +{}", parts.len() - index);
            break;
        }
        let _ = write!(line, "{}{part}", if index == 0 { "line " } else { ", " });
    }
    safe_line(&line).into_owned()
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().map_or(0, |line| line.width());
        if line > 0 && line + 1 + word.width() > width {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}

fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Answered => "answered",
        Answer::Partly => "partly",
        Answer::Unanswered => "unanswered",
        Answer::NotApplicable => "not applicable",
        Answer::Inherited => "inherited",
    }
}

fn standard_word(standard: Standard) -> &'static str {
    match standard {
        Standard::Met => "met",
        Standard::Weak => "weak",
        Standard::NotMet => "not met",
        Standard::None => "-",
    }
}
