//! Errors of the tool itself, through miette: a wrong flag, a folder that is not there, a pack that cannot be used.

use crate::diagnostic::Problem;
use crate::policy::{PackFile, PackProblem};
use crate::report::{IndexedSource, safe, safe_line};
use crate::source::SourceFile;
use miette::{Diagnostic, LabeledSpan, NarratableReportHandler, SourceCode};
use std::fmt;
use std::sync::Arc;

/// A problem of a file that is not a document, such as one of settings.
pub(super) struct Misplaced {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) problem: Problem,
}

/// An error of the tool itself.
#[derive(Debug)]
pub(super) struct Fault(Box<Parts>);

#[derive(Debug)]
struct Parts {
    headline: String,
    help: String,
    related: Vec<Fault>,
    place: Option<(IndexedSource, LabeledSpan)>,
}

impl Fault {
    /// An error with advice.
    pub(super) fn new(headline: &str, help: &str) -> Self {
        Fault(Box::new(Parts { headline: safe_line(headline).into_owned(), help: safe_line(help).into_owned(), related: Vec::new(), place: None }))
    }

    /// There is no document that is judged; `wanted` says what for, or nothing.
    pub(super) fn no_documents(wanted: &str) -> Self {
        let headline = format!("there is no agreement, disclosure record or policy here{wanted}");
        Fault::new(&headline, "Give a file with an `agreement`, a `disclosure` or a `policy`, or a folder that holds one.")
    }

    /// There is no disclosure record; `wanted` says what for, or nothing.
    pub(super) fn no_records(wanted: &str) -> Self {
        Fault::new(&format!("there is no disclosure record here{wanted}"), "Give a file with a `disclosure`, or a folder that holds one.")
    }

    /// A wrong command line, in clap's words.
    pub(super) fn usage(error: &clap::Error) -> Self {
        let text = error.to_string();
        let mut lines = text.lines();
        let headline = lines.next().unwrap_or("").trim_start_matches("error: ").replace("invalid value", "there is no value");
        let rest: Vec<&str> = lines.map(str::trim).filter(|line| !line.is_empty()).collect();
        Fault::new(&headline, &rest.join(" "))
    }

    /// Packs that cannot be used: every problem with its place.
    pub(super) fn packs(files: &[PackFile], problems: Vec<PackProblem>) -> Self {
        let count = problems.len();
        let related = problems.into_iter().map(|found| Self::placed(&files[found.file].path, &files[found.file].text, found.problem)).collect();
        let headline = format!("the packs have {count} {} and cannot be used", if count == 1 { "problem" } else { "problems" });
        Fault(Box::new(Parts { headline, help: "Nothing was checked. Mend the packs and run again.".to_owned(), related, place: None }))
    }

    /// Settings that cannot be used: every problem with its place.
    pub(super) fn settings(problems: Vec<Misplaced>) -> Self {
        let count = problems.len();
        let related = problems.into_iter().map(|found| Self::placed(&found.path, &found.text, found.problem)).collect();
        let headline = format!("the settings have {count} {} and cannot be used", if count == 1 { "problem" } else { "problems" });
        Fault(Box::new(Parts { headline, help: "Nothing was checked. Mend the settings and run again; docs/settings.md describes them.".to_owned(), related, place: None }))
    }

    fn placed(path: &str, text: &str, problem: Problem) -> Self {
        let label = if problem.label.is_empty() { "here".to_owned() } else { problem.label };
        let place = (IndexedSource(Arc::new(SourceFile::new(path, text))), LabeledSpan::new(Some(label), problem.range.start as usize, problem.range.as_range().len()));
        let headline = safe_line(&format!("{}: {}", problem.code, problem.headline)).into_owned();
        Fault(Box::new(Parts { headline, help: safe_line(&problem.help).into_owned(), related: Vec::new(), place: Some(place) }))
    }

    /// Writes it to standard error.
    pub(super) fn print(&self) {
        let mut out = String::new();
        if NarratableReportHandler::new().with_context_lines(0).render_report(&mut out, self).is_err() {
            out = format!("{}\n", self.0.headline);
        }
        eprint!("{}", safe(&out));
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.headline)
    }
}

impl std::error::Error for Fault {}

impl Diagnostic for Fault {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        (!self.0.help.is_empty()).then(|| Box::new(&self.0.help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.0.place.as_ref().map(|(source, _)| source as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.0.place.as_ref().map(|(_, label)| Box::new(std::iter::once(label.clone())) as Box<dyn Iterator<Item = LabeledSpan>>)
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        (!self.0.related.is_empty()).then(|| Box::new(self.0.related.iter().map(|fault| fault as &dyn Diagnostic)) as Box<dyn Iterator<Item = &'a dyn Diagnostic>>)
    }
}
