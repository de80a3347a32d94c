//! Findings as miette narrates them: plain sentences without drawing, for screen readers and for Braille.

use super::safe::safe;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{SourceFile, Sources};
use miette::{LabeledSpan, MietteError, MietteSpanContents, NarratableReportHandler, SourceCode, SourceSpan, SpanContents};
use std::fmt;
use std::sync::Arc;

/// A finding in plain sentences.
pub fn narrated(files: &[Arc<SourceFile>], finding: &Diagnostic) -> String {
    let narrated = Narrated { file: Indexed { file: files.file(finding.at().file) }, finding };
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
    file: Indexed<'a>,
    finding: &'a Diagnostic,
}

impl fmt::Display for Narrated<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.finding.headline)?;
        for note in &self.finding.notes {
            write!(out, "; {note}")?;
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
        (!sentences.is_empty()).then(|| Box::new(sentences.join(" ")) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.file)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        // miette reads one file a report; places in others are told by their own findings.
        let own = self.finding.at().file;
        let labels = self.finding.labels.iter().filter(move |label| label.span.file == own);
        Some(Box::new(labels.map(|label| {
            let text = if label.text.is_empty() { "here".to_owned() } else { label.text.clone() };
            LabeledSpan::new(Some(text), label.span.range.start as usize, label.span.range.as_range().len())
        })))
    }
}

/// A file with its line index, so that a place is found by search and not by counting from the start.
#[derive(Debug)]
struct Indexed<'a> {
    file: &'a SourceFile,
}

impl SourceCode for Indexed<'_> {
    fn read_span<'a>(&'a self, span: &SourceSpan, before: usize, after: usize) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let text = &self.file.text;
        let lines = self.file.lines();
        let (start, end) = (span.offset(), span.offset() + span.len());
        if end > text.len() {
            return Err(MietteError::OutOfBounds);
        }
        let (line, last) = (lines.line_of(start as u32), lines.line_of(end as u32));
        let first = line.saturating_sub(before);
        let from = lines.start(first, text);
        let to = lines.start(last + after + 1, text);
        let column = if before == 0 { start - lines.start(line, text) } else { 0 };
        let range = SourceSpan::new(from.into(), to - from);
        let contents = MietteSpanContents::new_named(self.file.path.clone(), &text.as_bytes()[from..to], range, first, column, lines.count());
        Ok(Box::new(contents))
    }
}
