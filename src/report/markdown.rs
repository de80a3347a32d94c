//! Findings as Markdown, for a document or a pull request.

use super::about::About;
use super::escape::markdown;
use super::format::{Found, Report};
use super::summary::Summary;
use super::words::{aside, parts};
use crate::source::Sources;
use std::io::{self, Write};

/// Writes a heading a file and an entry a finding.
pub struct MarkdownPage;

impl Report for MarkdownPage {
    fn begin(&mut self, out: &mut dyn Write, _: &About<'_>) -> io::Result<()> {
        out.write_all(b"# What was found\n")
    }

    fn file(&mut self, out: &mut dyn Write, about: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        if found.findings.is_empty() {
            return Ok(());
        }
        writeln!(out, "\n## {}\n", markdown(found.files.first().map_or("", |file| about.path(&file.path))))?;
        for finding in found.findings {
            let at = finding.at();
            let file = found.files.file(at.file);
            let (line, _) = file.line_column(at.range.start);
            let place = if at.file.0 == 0 { format!("line {line}") } else { format!("{}, line {line}", about.path(&file.path)) };
            let aside = aside(finding);
            writeln!(out, "- **{} {}**{aside}, {}: {}", finding.severity.word(), markdown(&finding.code), markdown(&place), markdown(&finding.headline))?;
            for note in &finding.notes {
                writeln!(out, "  - {}", markdown(note))?;
            }
            for (what, text) in parts(finding) {
                writeln!(out, "  - *{what}:* {}", markdown(&text))?;
            }
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, about: &About<'_>, summary: &Summary) -> io::Result<()> {
        writeln!(out, "\n## Summary\n\n{summary}\n")?;
        for fixed in summary.fixed() {
            writeln!(out, "- {}", markdown(&fixed.to_string()))?;
        }
        writeln!(out, "{}{}", if summary.fixed().is_empty() { "" } else { "\n" }, markdown(&about.law()))?;
        about.old_packs.as_ref().map_or(Ok(()), |old| writeln!(out, "\nwarning: {}", markdown(old)))
    }
}
