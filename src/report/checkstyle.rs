//! Findings as Checkstyle writes them, which many tools of continuous integration read.

use super::about::About;
use super::escape::markup;
use super::format::{Found, Report};
use super::summary::Summary;
use crate::diagnostic::Diagnostic;
use crate::source::Sources;
use std::io::{self, Write};

/// Writes the findings of each file.
pub struct Checkstyle;

impl Report for Checkstyle {
    fn begin(&mut self, out: &mut dyn Write, _: &About<'_>) -> io::Result<()> {
        // The version is that of the format.
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n")
    }

    fn file(&mut self, out: &mut dyn Write, about: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        let active: Vec<&Diagnostic> = found.findings.iter().copied().filter(|finding| finding.is_active()).collect();
        for findings in active.chunk_by(|left, right| left.at().file == right.at().file) {
            let Some(first) = findings.first() else { continue };
            let file = found.files.file(first.at().file);
            writeln!(out, "<file name=\"{}\">", markup(about.path(&file.path)))?;
            for finding in findings {
                let (line, column) = file.line_column(finding.at().range.start);
                let notes = if finding.notes.is_empty() { String::new() } else { format!(" ({})", finding.notes.join("; ")) };
                writeln!(
                    out,
                    "<error line=\"{line}\" column=\"{column}\" severity=\"{}\" message=\"{}\" source=\"{}\"/>",
                    finding.severity.word(),
                    markup(&format!("{}: {}{notes}", finding.code, finding.headline)),
                    markup(&format!("sharewright.{}", finding.rule)),
                )?;
            }
            writeln!(out, "</file>")?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, _: &About<'_>, _: &Summary) -> io::Result<()> {
        out.write_all(b"</checkstyle>\n")
    }
}
