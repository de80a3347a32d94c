//! Findings as workflow commands, which GitHub shows on the lines of a pull request.

use super::about::About;
use super::format::{Found, Report};
use super::safe::safe;
use super::summary::Summary;
use super::words::sentences;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;
use std::io::{self, Write};

/// Writes a command a finding.
pub struct Annotations;

impl Report for Annotations {
    fn begin(&mut self, _: &mut dyn Write, _: &About<'_>) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, out: &mut dyn Write, about: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        found.findings.iter().filter(|finding| finding.is_active()).try_for_each(|finding| annotation(out, about, found, finding))
    }

    fn end(&mut self, _: &mut dyn Write, _: &About<'_>, _: &Summary) -> io::Result<()> {
        Ok(())
    }
}

fn annotation(out: &mut dyn Write, about: &About<'_>, found: &Found<'_>, finding: &Diagnostic) -> io::Result<()> {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let at = finding.at();
    let file = found.files.file(at.file);
    let (line, column) = file.line_column(at.range.start);
    let (end_line, end_column) = file.line_column(at.range.end);
    write!(out, "::{level} file={},line={line},endLine={end_line}", property(about.path(&file.path)))?;
    // GitHub takes columns only for a place within one line.
    if end_line == line {
        write!(out, ",col={column},endColumn={end_column}")?;
    }
    writeln!(out, ",title={}::{}", property(&format!("{} {}", finding.code, about.title_of(finding))), data(&sentences(finding).join("\n")))
}

/// The message of a command.
fn data(text: &str) -> String {
    safe(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_a_command_or_begins_another() {
        assert_eq!(data("50% of\n::error::x"), "50%25 of%0A::error::x");
        assert_eq!(property("a,b::c\n%0A"), "a%2Cb%3A%3Ac%0A%250A");
    }
}
