//! Findings as a page for the summary of a job on GitHub: how many there are first, then a table as long as GitHub takes.

use super::about::About;
use super::escape::markdown;
use super::format::{Found, Report};
use super::summary::Summary;
use crate::diagnostic::Severity;
use crate::source::Sources;
use std::fmt::Write as _;
use std::io::{self, Write};

/// How long the table may be, in bytes. GitHub takes one mebibyte a step, and shows nothing of a page that is longer.
const MOST: usize = 900_000;

/// How many findings that are gone are listed.
const MOST_FIXED: usize = 50;

/// Gathers the rows of the table.
#[derive(Default)]
pub struct JobSummary {
    rows: String,
    left_out: usize,
}

impl Report for JobSummary {
    fn begin(&mut self, _: &mut dyn Write, _: &About<'_>) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, _: &mut dyn Write, about: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        for finding in found.findings.iter().filter(|finding| finding.is_active()) {
            let at = finding.at();
            let file = found.files.file(at.file);
            let (line, _) = file.line_column(at.range.start);
            let mut said = markdown(&finding.headline);
            for note in &finding.notes {
                let _ = write!(said, "<br>{}", markdown(note));
            }
            let row = format!("| {} | {} | {}:{line} | {said} |\n", finding.severity.word(), markdown(&finding.code), markdown(about.path(&file.path)));
            if self.left_out == 0 && self.rows.len() + row.len() <= MOST {
                self.rows.push_str(&row);
            } else {
                self.left_out += 1;
            }
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, about: &About<'_>, summary: &Summary) -> io::Result<()> {
        let said = match about.fails_at {
            Some(lowest) if summary.at_least(lowest) > 0 => "does not pass",
            _ => "passes",
        };
        writeln!(out, "## Sharewright: {said}\n\n{summary}\n")?;
        if !self.rows.is_empty() {
            writeln!(out, "| Severity | Code | Place | What was found |\n| --- | --- | --- | --- |\n{}", self.rows)?;
        }
        if self.left_out > 0 {
            writeln!(out, "{} more are not shown here, because GitHub shows no longer page; `sharewright lint` lists them all.\n", self.left_out)?;
        }
        for fixed in summary.fixed().iter().take(MOST_FIXED) {
            writeln!(out, "- {}", markdown(&fixed.to_string()))?;
        }
        if !summary.fixed().is_empty() {
            writeln!(out)?;
        }
        if summary.at_least(Severity::Info) > 0 {
            writeln!(out, "`sharewright explain CODE` tells why, what to do next and who decides.\n")?;
        }
        if let Some(old) = &about.old_packs {
            writeln!(out, "Warning: {}\n", markdown(old))?;
        }
        writeln!(out, "{}.", sentence(&about.law()))
    }
}

/// With a capital at its beginning.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
