//! The formats of findings: how each is called, and what it is for.

use super::about::About;
use super::checkstyle::Checkstyle;
use super::console::Console;
use super::github::Annotations;
use super::github_summary::JobSummary;
use super::gitlab::CodeQuality;
use super::html::HtmlPage;
use super::json::JsonFindings;
use super::json_lines::JsonLines;
use super::junit::Junit;
use super::markdown::MarkdownPage;
use super::sarif::Sarif;
use super::summary::Summary;
use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;
use std::io::{self, Write};
use std::sync::Arc;

/// A format of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Drawn lines.
    Rich,
    /// A line a finding.
    Short,
    /// Plain sentences.
    Narrated,
    /// One JSON document.
    Json,
    /// A JSON object a line.
    JsonLines,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub.
    Github,
    /// The job summary of GitHub.
    GithubSummary,
    /// The code quality report of GitLab.
    Gitlab,
    /// `JUnit`.
    Junit,
    /// Checkstyle.
    Checkstyle,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
}

impl Format {
    /// All formats, in the order in which they are listed.
    pub const ALL: [Format; 13] = [
        Format::Rich,
        Format::Short,
        Format::Narrated,
        Format::Json,
        Format::JsonLines,
        Format::Sarif,
        Format::Github,
        Format::GithubSummary,
        Format::Gitlab,
        Format::Junit,
        Format::Checkstyle,
        Format::Markdown,
        Format::Html,
    ];

    /// How it is called on the command line.
    pub fn word(self) -> &'static str {
        self.facts().0
    }

    /// What it is for.
    pub fn about(self) -> &'static str {
        self.facts().1
    }

    /// The file that it is written to when none is named.
    pub fn file_name(self) -> &'static str {
        self.facts().2
    }

    fn facts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Format::Rich => ("rich", "The lines of the file with the places marked", "sharewright.txt"),
            Format::Short => ("short", "One line a finding", "sharewright-short.txt"),
            Format::Narrated => ("narrated", "Plain sentences, for screen readers", "sharewright-narrated.txt"),
            Format::Json => ("json", "For programs", "sharewright.json"),
            Format::JsonLines => ("json-lines", "For programs that read a line at a time", "sharewright.jsonl"),
            Format::Sarif => ("sarif", "SARIF 2.1.0, for code scanning and viewers", "sharewright.sarif"),
            Format::Github => ("github", "Annotations on the lines of a pull request on GitHub", "sharewright-github.txt"),
            Format::GithubSummary => ("github-summary", "A page for the summary of a job on GitHub", "sharewright-summary.md"),
            Format::Gitlab => ("gitlab", "The code quality report of GitLab", "gl-code-quality-report.json"),
            Format::Junit => ("junit", "Test results, for Jenkins and others", "sharewright-junit.xml"),
            Format::Checkstyle => ("checkstyle", "Checkstyle, for Jenkins and others", "sharewright-checkstyle.xml"),
            Format::Markdown => ("markdown", "For a document or a pull request", "sharewright.md"),
            Format::Html => ("html", "A page that stands alone", "sharewright.html"),
        }
    }

    /// Whether findings of one document may be rolled up, because people read them one after another.
    pub fn is_listed(self) -> bool {
        matches!(self, Format::Rich | Format::Short | Format::Narrated | Format::Github | Format::GithubSummary)
    }

    /// Whether it is made for terminals; paths are then shown as they were given.
    pub fn is_for_terminals(self) -> bool {
        matches!(self, Format::Rich | Format::Short | Format::Narrated)
    }

    /// A writer of this format, with nothing written yet.
    pub fn report(self) -> Box<dyn Report> {
        match self {
            Format::Rich | Format::Short | Format::Narrated => Box::new(Console::new(self)),
            Format::Json => Box::new(JsonFindings::default()),
            Format::JsonLines => Box::new(JsonLines),
            Format::Sarif => Box::new(Sarif::default()),
            Format::Github => Box::new(Annotations),
            Format::GithubSummary => Box::new(JobSummary::default()),
            Format::Gitlab => Box::new(CodeQuality::default()),
            Format::Junit => Box::new(Junit),
            Format::Checkstyle => Box::new(Checkstyle),
            Format::Markdown => Box::new(MarkdownPage),
            Format::Html => Box::new(HtmlPage),
        }
    }
}

/// What was found in a file.
pub struct Found<'a> {
    /// The files that findings point into; the first is the one that was judged.
    pub files: &'a [Arc<SourceFile>],
    /// The findings, in their order.
    pub findings: &'a [&'a Diagnostic],
}

/// Writes findings as they come, file by file, so that a long run needs no more memory than a short one.
pub trait Report {
    /// Writes what comes before the first file.
    fn begin(&mut self, out: &mut dyn Write, about: &About<'_>) -> io::Result<()>;

    /// Writes what was found in a file, also when that is nothing.
    fn file(&mut self, out: &mut dyn Write, about: &About<'_>, found: &Found<'_>) -> io::Result<()>;

    /// Writes what comes after the last file.
    fn end(&mut self, out: &mut dyn Write, about: &About<'_>, summary: &Summary) -> io::Result<()>;
}
