//! Findings as JSON, written as they come, so that a long run needs no more memory than a short one.

use super::summary::Summary;
use super::view::finding_view;
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use std::io::{self, Write};
use std::sync::Arc;

/// Writes one JSON document: head, findings, summary.
pub struct JsonFindings {
    first: bool,
}

impl JsonFindings {
    /// Writes the head.
    pub fn begin(out: &mut dyn Write, law_date: &str, packs_checked: &str) -> io::Result<Self> {
        write!(out, "{{\"schema\":\"sharewright.findings/1\",\"law_date\":\"{law_date}\",\"packs_checked\":\"{packs_checked}\",\"findings\":[")?;
        Ok(JsonFindings { first: true })
    }

    /// Writes a finding.
    pub fn finding(&mut self, out: &mut dyn Write, files: &[Arc<SourceFile>], finding: &Diagnostic) -> io::Result<()> {
        out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        serde_json::to_writer(out, &finding_view(files, finding)).map_err(io::Error::from)
    }

    /// Writes the summary and ends the document.
    pub fn end(self, out: &mut dyn Write, summary: &Summary) -> io::Result<()> {
        write!(out, "\n],\"summary\":")?;
        serde_json::to_writer(&mut *out, summary).map_err(io::Error::from)?;
        writeln!(out, "}}")
    }
}
