//! Findings as miette narrates them: plain sentences without drawing, for screen readers and for Braille.

use super::indexed::IndexedSource;
use super::safe::{safe, safe_line};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::SourceFile;
use miette::{LabeledSpan, NarratableReportHandler, SourceCode};
use std::fmt;
use std::sync::Arc;

/// A finding in plain sentences.
pub fn narrated(files: &[Arc<SourceFile>], finding: &Diagnostic) -> String {
    let narrated = Narrated { file: IndexedSource(Arc::clone(&files[finding.at().file.0 as usize])), finding };
    let mut out = String::new();
    let handler = NarratableReportHandler::new().with_context_lines(0);
    if handler.render_report(&mut out, &narrated).is_err() {
        // A report without its lines still says what was found.
        out = format!("{}\n", finding.headline);
    }
    safe(&out).into_owned()
}

#[derive(Debug)]
struct Narrated<'a> {
    file: IndexedSource,
    finding: &'a Diagnostic,
}

impl fmt::Display for Narrated<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&safe_line(&self.finding.headline))?;
        for note in &self.finding.notes {
            write!(out, "; {}", safe_line(note))?;
        }
        Ok(())
    }
}

impl std::error::Error for Narrated<'_> {}

impl miette::Diagnostic for Narrated<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.finding.code))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.finding.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Info => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let mut sentences: Vec<String> = Vec::new();
        let parts = [("", &self.finding.why), ("", &self.finding.help), ("Who decides: ", &self.finding.decides)];
        for (what, text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
            sentences.push(format!("{what}{text}"));
        }
        (!sentences.is_empty()).then(|| Box::new(safe_line(&sentences.join(" ")).into_owned()) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.file)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        // miette reads one file a report; places in others are told by their own findings.
        let own = self.finding.at().file;
        let labels = self.finding.labels.iter().filter(move |label| label.span.file == own);
        Some(Box::new(labels.map(|label| {
            let text = if label.text.is_empty() { "here".to_owned() } else { safe_line(&label.text).into_owned() };
            LabeledSpan::new(Some(text), label.span.range.start as usize, label.span.range.as_range().len())
        })))
    }
}
