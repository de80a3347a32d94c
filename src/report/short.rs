//! One line a finding: place, severity, code, headline. What grep and editors read.

use super::safe::safe_line;
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Sources};
use std::sync::Arc;

/// How many notes stand in the line.
const MOST_NOTES: usize = 4;

/// A finding as a line, without its line end.
pub fn short(files: &[Arc<SourceFile>], finding: &Diagnostic) -> String {
    let at = finding.at();
    let file = files.file(at.file);
    let (line, column) = file.line_column(at.range.start);
    let state = if finding.is_active() { "" } else { " (waived)" };
    let (notes, more) = finding.notes.split_at(finding.notes.len().min(MOST_NOTES));
    let more = if more.is_empty() { String::new() } else { format!("; and {} more", more.len()) };
    let missing = if notes.is_empty() { String::new() } else { format!(" ({}{more})", notes.join("; ")) };
    let text = format!("{}:{line}:{column}: {}[{}]{state}: {}{missing}", file.path, finding.severity.word(), finding.code, finding.headline);
    safe_line(&text).into_owned()
}
