//! Findings as test results: a file is a suite, a finding a test. What fails the run fails its test, what is waived is skipped.

use super::about::About;
use super::escape::markup;
use super::format::{Found, Report};
use super::summary::Summary;
use super::words::{sentences, waiver};
use crate::diagnostic::{Diagnostic, State};
use crate::source::Sources;
use std::io::{self, Write};

/// Writes a suite a file.
pub struct Junit;

impl Report for Junit {
    fn begin(&mut self, out: &mut dyn Write, _: &About<'_>) -> io::Result<()> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"sharewright\">\n")
    }

    fn file(&mut self, out: &mut dyn Write, about: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        let path = markup(found.files.first().map_or("", |file| about.path(&file.path)));
        // Jenkins takes what stands before the last dot for the folder.
        let class = path.replace('.', "_").replace('/', ".");
        let count = |counts: &dyn Fn(&Diagnostic) -> bool| found.findings.iter().filter(|finding| counts(finding)).count();
        let (failures, skipped) = (count(&|finding| about.fails(finding)), count(&|finding| !finding.is_active()));
        let tests = found.findings.len().max(1);
        writeln!(out, "<testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"{skipped}\" time=\"0\">")?;
        if found.findings.is_empty() {
            writeln!(out, "<testcase name=\"nothing was found\" classname=\"{class}\" time=\"0\"/>")?;
        }
        for finding in found.findings {
            writeln!(out, "<testcase name=\"{}\" classname=\"{class}\" time=\"0\">", markup(&format!("{} {}", finding.code, finding.headline)))?;
            test(out, about, found, finding)?;
            writeln!(out, "</testcase>")?;
        }
        writeln!(out, "</testsuite>")
    }

    fn end(&mut self, out: &mut dyn Write, _: &About<'_>, _: &Summary) -> io::Result<()> {
        out.write_all(b"</testsuites>\n")
    }
}

fn test(out: &mut dyn Write, about: &About<'_>, found: &Found<'_>, finding: &Diagnostic) -> io::Result<()> {
    let at = finding.at();
    let file = found.files.file(at.file);
    let (line, column) = file.line_column(at.range.start);
    let text = format!("{}:{line}:{column}\n{}", about.path(&file.path), sentences(finding).join("\n"));
    if finding.state == State::Known {
        writeln!(out, "<skipped message=\"known before\"/>")
    } else if let Some(waiver) = waiver(finding) {
        writeln!(out, "<skipped message=\"{}\"/>", markup(&format!("waived {waiver}")))
    } else if about.fails(finding) {
        writeln!(out, "<failure type=\"{}\" message=\"{}\">{}</failure>", finding.severity.word(), markup(&finding.headline), markup(&text))
    } else {
        writeln!(out, "<system-out>{}</system-out>", markup(&format!("{}: {text}", finding.severity.word())))
    }
}
