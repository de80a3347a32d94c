//! Findings as one JSON document; docs/schemas/findings-1.schema.json says what is in it.

use super::about::About;
use super::format::{Found, Report};
use super::summary::Summary;
use super::view::finding_view;
use std::io::{self, Write};

/// Writes one JSON document: head, findings, summary.
#[derive(Default)]
pub struct JsonFindings {
    begun: bool,
}

impl Report for JsonFindings {
    fn begin(&mut self, out: &mut dyn Write, about: &About<'_>) -> io::Result<()> {
        write!(out, "{{\"schema\":\"sharewright.findings/1\",\"law_date\":\"{}\",\"packs_checked\":\"{}\",\"findings\":[", about.law_date, about.packs_checked)
    }

    fn file(&mut self, out: &mut dyn Write, _: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        for finding in found.findings {
            out.write_all(if self.begun { b",\n" } else { b"\n" })?;
            self.begun = true;
            serde_json::to_writer(&mut *out, &finding_view(found.files, finding)).map_err(io::Error::from)?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, _: &About<'_>, summary: &Summary) -> io::Result<()> {
        write!(out, "\n],\"summary\":")?;
        serde_json::to_writer(&mut *out, summary).map_err(io::Error::from)?;
        writeln!(out, "}}")
    }
}
