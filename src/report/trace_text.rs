//! Traces as plain lines: read from top to bottom, aloud or by eye, in the same order as the decision was made.

use super::grid::wrap;
use super::safe::safe_line;
use super::trace_view::{EndView, SaidView, StepView, TraceDocument, TraceProcedure, TraceView};
use crate::diagnostic::Citation;
use crate::guide::{Met, Trace};
use crate::model::once;
use std::fmt::Write;

/// The most places that are shown for one step.
const MOST_PLACES: usize = 4;

/// Every record with its procedures, in lines of at most a width.
pub fn trace_text(view: &TraceView, width: usize) -> String {
    let mut page = Page { out: String::new(), width };
    for document in &view.documents {
        page.document(document);
    }
    let _ = writeln!(page.out, "Guidance as of {}; packs checked up to {}.", view.law_date, view.packs_checked);
    page.line("", "This shows which way the record went and what the guidance asks for there. It is no advice. Who decides is named at each end.");
    page.out
}

/// The ends that a record comes to so far, short enough to be read before deciding, in lines of at most a width.
pub fn way_text(traced: &[Trace<'_>], width: usize) -> String {
    let mut page = Page { out: String::new(), width };
    page.line("", "Where the guidance leads on what is written so far. It is no advice; who decides is named.");
    for passage in traced.iter().flat_map(|trace| &trace.passages) {
        page.line("- ", &passage.procedure.title);
        let mut settled = true;
        for step in passage.steps.iter().filter(|step| step.met == Met::NotKnown) {
            page.line("    not settled: ", &step.branch.ask);
            settled = false;
        }
        if settled {
            page.line("    comes to: ", &passage.end.leaf.title);
        } else {
            page.line("    ", "would come to, if the answer to each of these were no:");
            page.line("      ", &passage.end.leaf.title);
        }
        page.line("    ", &passage.end.leaf.requires);
        page.line("    who decides: ", &passage.end.leaf.decides);
    }
    page.out
}

struct Page {
    out: String,
    width: usize,
}

impl Page {
    /// A text in lines; those after the first stand below its words.
    fn line(&mut self, begin: &str, text: &str) {
        let indent = begin.chars().count();
        for (index, line) in wrap(&safe_line(text), self.width.saturating_sub(indent).max(40)).into_iter().enumerate() {
            let _ = if index == 0 { writeln!(self.out, "{begin}{line}") } else { writeln!(self.out, "{:indent$}{line}", "") };
        }
    }

    fn document(&mut self, document: &TraceDocument) {
        self.line("", &format!("{}: {} ({})", document.name, document.label, document.file));
        match document.problems {
            0 => {}
            1 => self.line("  ", "1 problem of text or names stands in this file, so the trace may be wrong; `sharewright lint` lists it."),
            many => self.line("  ", &format!("{many} problems of text or names stand in this file, so the trace may be wrong; `sharewright lint` lists them.")),
        }
        for procedure in &document.procedures {
            self.out.push('\n');
            self.procedure(procedure, &document.file);
        }
        if !document.open.is_empty() {
            self.out.push_str("\nLeft open in this record with `?`:\n");
            document.open.iter().for_each(|said| self.said("  - ", said, &document.file));
        }
        self.out.push('\n');
    }

    fn procedure(&mut self, procedure: &TraceProcedure, own: &str) {
        self.line("", &format!("{}{}", if procedure.also { "Also: " } else { "" }, procedure.title));
        self.line("  Comes to: ", &procedure.end.title);
        for (index, step) in procedure.steps.iter().enumerate() {
            self.step(index + 1, step, own);
        }
        self.end(&procedure.end, own);
        if procedure.changes.is_empty() {
            return;
        }
        self.line("  ", "What would lead elsewhere, the nearest first:");
        for change in &procedure.changes {
            self.line("  - ", &format!("if the answer to step {} were {}: {}", change.step, change.answer, change.title));
        }
    }

    fn step(&mut self, number: usize, step: &StepView, own: &str) {
        let answer = match step.answer {
            "yes" => "Yes.",
            "no" => "No.",
            _ => "Not known yet; gone on as if no.",
        };
        self.line(&format!("  {number}. "), &format!("{} {answer}", step.ask));
        match step.answer {
            "not-known-yet" if step.evidence.is_empty() => self.line("     ", "The record says nothing that settles it."),
            _ if step.evidence.is_empty() => self.line("     ", "Nothing in the record says so."),
            answer => {
                let begin = if answer == "not-known-yet" { "     left open: " } else { "     record: " };
                step.evidence.iter().take(MOST_PLACES).for_each(|said| self.said(begin, said, own));
                if step.evidence.len() > MOST_PLACES {
                    self.line("     ", &format!("and {} more", step.evidence.len() - MOST_PLACES));
                }
            }
        }
        self.guidance("     ", &step.guidance);
    }

    fn end(&mut self, end: &EndView, own: &str) {
        self.line("  Here: ", &end.title);
        self.line("     ", &end.requires);
        self.line("     who decides: ", &end.decides);
        self.guidance("     ", &end.guidance);
        if let Some(expects) = &end.expects {
            self.line("     the guidance expects: ", expects);
            end.decision.iter().for_each(|said| self.said("     the record says: ", said, own));
            self.line(
                "     ",
                match end.fits {
                    Some(true) => "These two fit.",
                    Some(false) => "These two do not fit. Whoever decides may have reasons; the record should show them.",
                    None if end.either && !end.decision.is_empty() => "Sharing and keeping back may both be right here; the reasons carry it.",
                    None => "The record does not say yet what was decided.",
                },
            );
        }
        if end.missing.is_empty() {
            self.line("     ", "Still missing: nothing that is asked for here.");
            return;
        }
        self.line("     ", "Still missing:");
        for missing in &end.missing {
            self.line("     - ", &missing.says);
            missing.open.iter().for_each(|said| self.said("       left open: ", said, own));
        }
    }

    /// A place and its words; the file is named by its last part, as the whole path heads the record.
    fn said(&mut self, begin: &str, said: &SaidView, own: &str) {
        let file = if said.place.file == own { own.rsplit('/').next().unwrap_or(own) } else { &said.place.file };
        self.line(begin, &format!("{file}:{} {}", said.place.line, said.words));
    }

    fn guidance(&mut self, begin: &str, cited: &[Citation]) {
        let sources = cited.iter().map(|cite| if cite.clause.is_empty() { cite.source.to_string() } else { format!("{}, {}", cite.source, cite.clause) });
        for source in once(sources) {
            self.line(&format!("{begin}guidance: "), &source);
        }
    }
}
