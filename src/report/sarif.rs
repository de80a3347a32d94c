//! Findings as SARIF 2.1.0, for code scanning and for viewers. The rules come after the results, once it is known which were broken.

use super::about::About;
use super::format::{Found, Report};
use super::sarif_rule::rule;
use super::summary::Summary;
use super::words::waiver;
use crate::diagnostic::{Diagnostic, Fix, FixSafety, Label, Severity, State};
use crate::source::{Column, SourceFile, Sources, Span, Text};
use rustc_hash::FxHashMap;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;

/// The folder that paths are given from.
const BASE: &str = "%SRCROOT%";

/// Writes results and gathers their rules.
#[derive(Default)]
pub struct Sarif {
    rules: Vec<Value>,
    places: FxHashMap<Text, usize>,
    begun: bool,
}

impl Report for Sarif {
    fn begin(&mut self, out: &mut dyn Write, _: &About<'_>) -> io::Result<()> {
        write!(
            out,
            "{{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\"columnKind\":\"utf16CodeUnits\",\
             \"originalUriBaseIds\":{{\"{BASE}\":{{\"description\":{{\"text\":\"The folder in which the tool was run.\"}}}}}},\"results\":["
        )
    }

    fn file(&mut self, out: &mut dyn Write, about: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        for finding in found.findings {
            let index = self.place_of(about, finding);
            out.write_all(if self.begun { b",\n" } else { b"\n" })?;
            self.begun = true;
            serde_json::to_writer(&mut *out, &result(about, found.files, finding, index)).map_err(io::Error::from)?;
        }
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write, about: &About<'_>, summary: &Summary) -> io::Result<()> {
        let driver = json!({
            "name": "sharewright",
            "fullName": "Sharewright, a linter for information sharing agreements",
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "language": "en-GB",
            "rules": self.rules,
        });
        let properties = json!({ "lawDate": about.law_date, "packsChecked": about.packs_checked, "notChecked": about.law(), "summary": summary });
        writeln!(out, "\n],\"tool\":{{\"driver\":{driver}}},\"invocations\":[{{\"executionSuccessful\":true}}],\"properties\":{properties}}}]}}")
    }
}

impl Sarif {
    /// The place of a finding's rule among the rules.
    fn place_of(&mut self, about: &About<'_>, finding: &Diagnostic) -> usize {
        if let Some(place) = self.places.get(&finding.code) {
            return *place;
        }
        self.places.insert(finding.code.clone(), self.rules.len());
        self.rules.push(rule(about, finding));
        self.rules.len() - 1
    }
}

fn result(about: &About<'_>, files: &[Arc<SourceFile>], finding: &Diagnostic, index: usize) -> Value {
    let said = std::iter::once(&finding.headline).chain(&finding.notes).map(String::as_str).collect::<Vec<_>>().join("\n");
    let mut result = json!({
        "ruleId": finding.code.as_str(),
        "ruleIndex": index,
        "level": level(finding.severity),
        "message": { "text": plain(&said) },
        "locations": [{ "physicalLocation": physical(about, files, finding.at()) }],
        "partialFingerprints": { "sharewrightMeaning/v1": format!("{:016x}", finding.fingerprint) },
        // Where one result says whether it is suppressed, all must.
        "suppressions": suppressions(&finding.state),
    });
    let related: Vec<Value> = finding.labels.iter().skip(1).enumerate().map(|(index, label)| related(about, files, index, label)).collect();
    if !related.is_empty() {
        result["relatedLocations"] = related.into();
    }
    // A viewer would apply what is only to be looked at.
    let changes: Vec<Value> = finding.fixes.iter().filter(|fix| fix.safety != FixSafety::DisplayOnly).map(|change| fix(about, files, change)).collect();
    if !changes.is_empty() {
        result["fixes"] = changes.into();
    }
    if about.compares {
        result["baselineState"] = if finding.is_active() { "new" } else { "unchanged" }.into();
    }
    if let Some(waiver) = waiver(finding) {
        result["properties"] = json!({ "waived": waiver });
    }
    result
}

fn suppressions(state: &State) -> Value {
    match state {
        State::Active => json!([]),
        State::Known => json!([{ "kind": "external", "status": "accepted", "justification": "It is known: from the baseline, or from the earlier state of the files." }]),
        State::Waived { reason, until } => json!([{ "kind": "inSource", "status": "accepted", "justification": reason, "properties": { "until": until } }]),
    }
}

fn related(about: &About<'_>, files: &[Arc<SourceFile>], index: usize, label: &Label) -> Value {
    let mut location = json!({ "id": index + 1, "physicalLocation": physical(about, files, label.span) });
    if !label.text.is_empty() {
        location["message"] = json!({ "text": plain(&label.text) });
    }
    location
}

fn fix(about: &About<'_>, files: &[Arc<SourceFile>], fix: &Fix) -> Value {
    let file = files.file(fix.span.file);
    json!({
        "description": { "text": plain(&fix.title) },
        "artifactChanges": [{
            "artifactLocation": artifact(about, &file.path),
            "replacements": [{ "deletedRegion": region(file, fix.span), "insertedContent": { "text": fix.replacement } }],
        }],
    })
}

fn physical(about: &About<'_>, files: &[Arc<SourceFile>], span: Span) -> Value {
    let file = files.file(span.file);
    let mut place = json!({ "artifactLocation": artifact(about, &file.path) });
    // A file that could not be read has no lines.
    if !file.text.is_empty() {
        place["region"] = region(file, span);
    }
    place
}

/// Lines and columns from 1; a column counts units of UTF-16, and the last is one past the end.
fn region(file: &SourceFile, span: Span) -> Value {
    let lines = file.lines();
    let column = |offset| lines.column(&file.text, offset, Column::Utf16) + 1;
    let (start, end) = (span.range.start, span.range.end);
    json!({ "startLine": lines.line_of(start) + 1, "startColumn": column(start), "endLine": lines.line_of(end) + 1, "endColumn": column(end) })
}

/// A path as a URI: relative to the folder of the run where it can be.
fn artifact(about: &About<'_>, path: &str) -> Value {
    let path = about.path(path);
    let bytes = path.as_bytes();
    let has_drive = bytes.len() > 1 && bytes[0].is_ascii_alphabetic() && bytes[1] == b':';
    if path.starts_with('/') {
        json!({ "uri": format!("file://{}", encoded(path)) })
    } else if has_drive {
        json!({ "uri": format!("file:///{}", encoded(path)) })
    } else {
        json!({ "uri": encoded(path), "uriBaseId": BASE })
    }
}

fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The word of a severity in SARIF.
pub(super) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A message in which nothing is a link and nothing a place for an argument.
pub(super) fn plain(text: &str) -> String {
    let text = if text.contains("](") { text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]") } else { text.to_owned() };
    let is_place = |rest: &str| {
        let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        after.len() < rest.len() && after.starts_with('}')
    };
    if text.match_indices('{').any(|(at, _)| is_place(&text[at + 1..])) { text.replace('{', "{{").replace('}', "}}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_message_is_a_link_or_a_place() {
        assert_eq!(plain("see [1] and {x}"), "see [1] and {x}");
        assert_eq!(plain("[click](1)"), "\\[click\\](1)");
        assert_eq!(plain("{0} of {x}"), "{{0}} of {{x}}");
    }

    #[test]
    fn paths_are_addresses() {
        assert_eq!(encoded("a b/ä:%.isa"), "a%20b/%C3%A4%3A%25.isa");
    }
}
