//! Errors of the tool itself: a wrong flag, a folder that is not there, a pack that cannot be used. Told in plain lines, on a terminal and
//! in a pipe alike: `error: ` with what is the matter, then, set in, why and what next.

use crate::diagnostic::{Diagnostic, Problem};
use crate::policy::{PackFile, PackProblem};
use crate::report::{safe_line, short};
use crate::source::{FileId, SourceFile};
use std::fmt::Write;
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
    /// Why, and what next: a line each.
    help: Vec<String>,
    /// What is wrong where, in files that cannot be used.
    placed: Vec<Placed>,
}

#[derive(Debug)]
struct Placed {
    file: Arc<SourceFile>,
    problem: Diagnostic,
}

impl Fault {
    /// An error with advice.
    pub(super) fn new(headline: &str, help: &str) -> Self {
        Self::listing(headline, [help])
    }

    /// An error with several lines of advice.
    pub(super) fn listing<'t>(headline: &str, help: impl IntoIterator<Item = &'t str>) -> Self {
        Self::of(headline, help, Vec::new())
    }

    fn of<'t>(headline: &str, help: impl IntoIterator<Item = &'t str>, placed: Vec<Placed>) -> Self {
        let help = help.into_iter().map(|line| safe_line(line.trim()).into_owned()).filter(|line| !line.is_empty()).collect();
        Fault(Box::new(Parts { headline: safe_line(headline).into_owned(), help, placed }))
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
        Self::listing(&headline, lines)
    }

    /// Packs that cannot be used: every problem with its place.
    pub(super) fn packs(files: &[PackFile], problems: Vec<PackProblem>) -> Self {
        let count = problems.len();
        let placed = problems.into_iter().map(|found| Placed::new(&files[found.file].path, &files[found.file].text, found.problem)).collect();
        let headline = format!("the packs have {count} {} and cannot be used", if count == 1 { "problem" } else { "problems" });
        Self::of(&headline, ["Nothing was checked. Mend the packs and run again."], placed)
    }

    /// Settings that cannot be used: every problem with its place.
    pub(super) fn settings(problems: Vec<Misplaced>) -> Self {
        let count = problems.len();
        let placed = problems.into_iter().map(|found| Placed::new(&found.path, &found.text, found.problem)).collect();
        let headline = format!("the settings have {count} {} and cannot be used", if count == 1 { "problem" } else { "problems" });
        Self::of(&headline, ["Nothing was checked. Mend the settings and run again; docs/settings.md describes them."], placed)
    }

    /// Writes it to standard error.
    pub(super) fn print(&self) {
        let mut out = format!("error: {}\n", self.0.headline);
        for line in &self.0.help {
            let _ = writeln!(out, "  {line}");
        }
        for placed in &self.0.placed {
            placed.tell(&mut out);
        }
        eprint!("{out}");
    }
}

impl Placed {
    fn new(path: &str, text: &str, problem: Problem) -> Self {
        Placed { file: Arc::new(SourceFile::new(path, text)), problem: problem.in_file(FileId(0)) }
    }

    /// The place with what is wrong, the line itself, and what next.
    fn tell(&self, out: &mut String) {
        let files = std::slice::from_ref(&self.file);
        let range = self.problem.at().range;
        let (number, _) = self.file.line_column(range.start);
        let line = self.file.text.lines().nth(number.saturating_sub(1)).unwrap_or_default();
        let _ = writeln!(out, "\n{}", short(files, &self.problem));
        if !line.trim().is_empty() {
            let _ = writeln!(out, "  line {number}: {}", safe_line(line.trim()));
        }
        for text in [&self.problem.labels[0].text, self.problem.help.as_str()] {
            if !text.is_empty() {
                let _ = writeln!(out, "  {}", safe_line(text));
            }
        }
    }
}
