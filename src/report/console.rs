//! Findings for people at a terminal, drawn, short or narrated, with the summary below.

use super::about::About;
use super::format::{Format, Found, Report};
use super::narrated::narrated;
use super::rich::rich;
use super::safe::safe_line;
use super::short::short;
use super::summary::Summary;
use std::io::{self, Write};

/// Writes one of the three formats for terminals.
pub struct Console {
    format: Format,
}

impl Console {
    /// A writer of a format.
    pub(super) fn new(format: Format) -> Self {
        Console { format }
    }
}

impl Report for Console {
    fn begin(&mut self, _: &mut dyn Write, _: &About<'_>) -> io::Result<()> {
        Ok(())
    }

    fn file(&mut self, out: &mut dyn Write, about: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        // Waived findings are counted, and kept in the formats that machines read.
        found.findings.iter().filter(|finding| finding.is_active()).try_for_each(|finding| match self.format {
            Format::Short => writeln!(out, "{}", short(found.files, finding)),
            Format::Narrated => writeln!(out, "{}", narrated(found.files, finding)),
            _ => rich(out, found.files, finding, about.colour, about.unicode),
        })
    }

    fn end(&mut self, out: &mut dyn Write, about: &About<'_>, summary: &Summary) -> io::Result<()> {
        for fixed in summary.fixed() {
            writeln!(out, "{}", safe_line(&fixed.to_string()))?;
        }
        writeln!(out, "{summary}")?;
        writeln!(out, "{}", about.law())?;
        about.old_packs.as_ref().map_or(Ok(()), |old| writeln!(out, "warning: {old}"))
    }
}
