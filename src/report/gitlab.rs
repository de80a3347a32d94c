//! Findings as the code quality report of GitLab, which shows them on a merge request.

use super::about::About;
use super::format::{Found, Report};
use super::safe::safe_line;
use super::summary::Summary;
use crate::diagnostic::{Severity, fingerprint};
use crate::source::Sources;
use serde_json::json;
use std::collections::HashMap;
use std::io::{self, Write};

/// Writes a list of findings.
#[derive(Default)]
pub struct CodeQuality {
    begun: bool,
}

impl Report for CodeQuality {
    fn begin(&mut self, out: &mut dyn Write, _: &About<'_>) -> io::Result<()> {
        out.write_all(b"[")
    }

    fn file(&mut self, out: &mut dyn Write, about: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        let judged = found.files.first().map_or("", |file| about.path(&file.path));
        let mut seen: HashMap<u64, usize> = HashMap::new();
        for finding in found.findings.iter().filter(|finding| finding.is_active()) {
            let at = finding.at();
            let file = found.files.file(at.file);
            // GitLab shows one finding a fingerprint: the same in another file, or again in this one, is another finding.
            let again = seen.entry(finding.fingerprint).or_default();
            let own = fingerprint(&[judged, &format!("{:016x}", finding.fingerprint), &again.to_string()]);
            *again += 1;
            let issue = json!({
                "description": described(finding),
                "check_name": finding.code.as_str(),
                "fingerprint": format!("{own:016x}"),
                "severity": severity(finding.severity),
                "location": { "path": about.path(&file.path), "lines": { "begin": file.line_column(at.range.start).0 } },
            });
            out.write_all(if self.begun { b",\n" } else { b"\n" })?;
            self.begun = true;
            serde_json::to_writer(&mut *out, &issue).map_err(io::Error::from)?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, _: &About<'_>, _: &Summary) -> io::Result<()> {
        out.write_all(b"\n]\n")
    }
}

fn described(finding: &crate::diagnostic::Diagnostic) -> String {
    let notes = if finding.notes.is_empty() { String::new() } else { format!(" ({})", finding.notes.join("; ")) };
    safe_line(&format!("{}{notes}", finding.headline)).into_owned()
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "info",
    }
}
