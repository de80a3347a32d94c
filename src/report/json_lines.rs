//! Findings as JSON, an object a line; docs/schemas/findings-lines-1.schema.json says what each line holds.

use super::about::About;
use super::format::{Found, Report};
use super::summary::Summary;
use super::view::{FindingView, finding_view};
use serde::Serialize;
use std::io::{self, Write};

/// Writes a line for the run, one for each finding, and one for the summary.
pub struct JsonLines;

#[derive(Serialize)]
#[serde(tag = "line", rename_all = "lowercase")]
enum Line<'a> {
    Run { schema: &'a str, law_date: &'a str, packs_checked: &'a str },
    Finding(Box<FindingView>),
    Summary(&'a Summary),
}

fn write_line(out: &mut dyn Write, line: &Line<'_>) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

impl Report for JsonLines {
    fn begin(&mut self, out: &mut dyn Write, about: &About<'_>) -> io::Result<()> {
        write_line(out, &Line::Run { schema: "sharewright.findings-lines/1", law_date: &about.law_date, packs_checked: &about.packs_checked })
    }

    fn file(&mut self, out: &mut dyn Write, _: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        found.findings.iter().try_for_each(|finding| write_line(out, &Line::Finding(Box::new(finding_view(found.files, finding)))))
    }

    fn end(&mut self, out: &mut dyn Write, _: &About<'_>, summary: &Summary) -> io::Result<()> {
        write_line(out, &Line::Summary(summary))
    }
}
