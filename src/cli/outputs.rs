//! The reports of one run: the one that is printed, and those that go to files. What keeps one from being written is told once and
//! keeps none of the others.

use super::args::Output;
use super::fault::Fault;
use crate::diagnostic::Diagnostic;
use crate::lint::{Checked, rolled_up};
use crate::report::{About, Format, Found, Report, Summary};
use crate::source::SourceFile;
use crate::workspace::{Writing, is_document, read_whole, why_not_written};
use std::borrow::Cow;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::Path;
use std::sync::Arc;

/// Where GitHub takes the summary of a job from.
const SUMMARY: &str = "GITHUB_STEP_SUMMARY";

/// All reports of a run.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line, or tells how far the run is")]
pub(super) struct Outputs<'a> {
    about: About<'a>,
    /// The same run, for a file: no colours, no drawing.
    plain: About<'a>,
    printed: Vec<(Format, Box<dyn Report>)>,
    out: BufWriter<StdoutLock<'static>>,
    terminal: bool,
    begun: bool,
    /// Whoever read what was printed has gone away.
    gone: bool,
    /// Whether only the summary is printed.
    pub(super) quiet: bool,
    /// Whether every finding stands by itself.
    pub(super) each: bool,
    files: Vec<ToFile>,
    /// Whether some report could not be written.
    pub(super) failed: bool,
}

/// What is printed with a report.
type Print<'p> = dyn FnMut(Format, &mut dyn Report, &mut dyn Write, &About<'_>) -> io::Result<()> + 'p;

/// A report that goes to a file.
struct ToFile {
    path: String,
    format: Format,
    report: Box<dyn Report>,
    /// Nothing, once it could not be written.
    writing: Option<Writing>,
}

/// What `--output` asks for: where each report goes. Annotations without a file are printed, which is where GitHub looks for them.
pub(super) fn places(outputs: &[Output]) -> Result<Vec<(Format, Option<String>)>, Fault> {
    let mut places: Vec<(Format, Option<String>)> = Vec::new();
    for output in outputs {
        let path = match (&output.path, output.format) {
            (Some(path), _) => Some(path.clone()),
            (None, Format::Github) => None,
            (None, Format::GithubSummary) => match std::env::var(SUMMARY) {
                Ok(path) if !path.is_empty() => Some(path),
                _ => {
                    return Err(Fault::new(
                        &format!("`--output github-summary` has nowhere to go: `{SUMMARY}` is not set"),
                        "GitHub sets it in a job. Elsewhere name a file, such as `github-summary=summary.md`.",
                    ));
                }
            },
            (None, format) => Some(format.file_name().to_owned()),
        };
        if let Some(path) = path.as_deref().filter(|path| is_document(path)) {
            return Err(Fault::new(&format!("a report would take the place of the document `{path}`"), "Name another file after `--output`."));
        }
        if let Some(path) = path.as_deref().filter(|path| places.iter().any(|(_, other)| other.as_deref() == Some(path))) {
            return Err(Fault::new(&format!("two reports would be written to `{path}`"), "Name another file for one of them, such as `--output sarif=other.sarif`."));
        }
        places.push((output.format, path));
    }
    Ok(places)
}

impl<'a> Outputs<'a> {
    /// Begins all reports.
    pub(super) fn begin(format: Format, about: About<'a>, places: Vec<(Format, Option<String>)>, terminal: bool) -> Result<Self, Fault> {
        let mut printed = vec![(format, format.report())];
        let mut files = Vec::new();
        for (format, path) in places {
            match path {
                Some(path) => files.push(ToFile { path, format, report: format.report(), writing: None }),
                None => printed.push((format, format.report())),
            }
        }
        let out = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
        let plain = About { colour: false, unicode: false, ..about.clone() };
        let mut all = Outputs { about, plain, printed, out, terminal, begun: false, gone: false, quiet: false, each: false, files, failed: false };
        for file in &mut all.files {
            let written = open(file).and_then(|()| to_file(file, &mut |report, out| report.begin(out, &all.plain)));
            all.failed |= written.is_err();
        }
        all.print(&mut |_, report, out, about| report.begin(out, about))?;
        Ok(all)
    }

    /// Reports a path that cannot be looked into.
    pub(super) fn unreadable(&mut self, path: &str, finding: &Diagnostic) -> Result<(), Fault> {
        let files = [Arc::new(SourceFile::new(path, ""))];
        let found = Found { files: &files, findings: &[finding] };
        self.found(&found, &found)
    }

    /// Reports what was found in a file.
    pub(super) fn file(&mut self, checked: &Checked) -> Result<(), Fault> {
        if self.quiet && self.files.is_empty() && self.printed.len() == 1 {
            return Ok(());
        }
        let wants = |listed: bool| self.printed.iter().map(|(format, _)| *format).chain(self.files.iter().map(|file| file.format)).any(|format| self.lists(format) == listed);
        let apart = if wants(false) { checked.findings() } else { Vec::new() };
        let rolled: Vec<Cow<'_, Diagnostic>> = if wants(true) { checked.problems.iter().map(Cow::Borrowed).chain(checked.documents.iter().flat_map(rolled_up)).collect() } else { Vec::new() };
        let listed: Vec<&Diagnostic> = rolled.iter().map(AsRef::as_ref).collect();
        self.found(&Found { files: &checked.files, findings: &apart }, &Found { files: &checked.files, findings: &listed })
    }

    /// Whether a format has the findings rolled up.
    fn lists(&self, format: Format) -> bool {
        !self.each && format.is_listed()
    }

    fn found(&mut self, apart: &Found<'_>, listed: &Found<'_>) -> Result<(), Fault> {
        let each = self.each;
        let of = |format: Format| if !each && format.is_listed() { listed } else { apart };
        let quiet = self.quiet;
        let mut asked = true;
        self.print(&mut |format, report, out, about| {
            // The first is what was asked to be quiet; annotations come after it.
            if std::mem::take(&mut asked) && quiet { Ok(()) } else { report.file(out, about, of(format)) }
        })?;
        for file in &mut self.files {
            let found = of(file.format);
            self.failed |= to_file(file, &mut |report, out| report.file(out, &self.plain, found)).is_err();
        }
        Ok(())
    }

    /// Ends all reports.
    pub(super) fn end(&mut self, summary: &Summary) -> Result<(), Fault> {
        self.print(&mut |_, report, out, about| report.end(out, about, summary))?;
        for file in &mut self.files {
            let written = to_file(file, &mut |report, out| report.end(out, &self.plain, summary));
            let finished = written.and_then(|()| file.writing.take().map_or(Ok(()), |writing| writing.finish().map_err(|why| tell(&file.path, &why))));
            self.failed |= finished.is_err();
        }
        if self.gone { Ok(()) } else { self.flushed() }
    }

    /// Prints with each printed report.
    fn print(&mut self, with: &mut Print<'_>) -> Result<(), Fault> {
        if self.gone {
            return Ok(());
        }
        for (format, report) in &mut self.printed {
            if let Err(error) = with(*format, report.as_mut(), &mut self.out, &self.about) {
                return self.cannot_print(error);
            }
        }
        // What is found is seen at once, not when the buffer is full; a program that reads along learns of the first.
        let is_first = !self.begun && !self.out.buffer().is_empty();
        self.begun |= is_first;
        if self.terminal || is_first { self.flushed() } else { Ok(()) }
    }

    fn flushed(&mut self) -> Result<(), Fault> {
        self.out.flush().or_else(|error| self.cannot_print(error))
    }

    /// When the reader has gone away, the files are written all the same.
    fn cannot_print(&mut self, error: io::Error) -> Result<(), Fault> {
        if error.kind() == io::ErrorKind::BrokenPipe && !self.files.is_empty() {
            self.gone = true;
            return Ok(());
        }
        super::write_out(Err(error))
    }
}

/// A report that was told to be impossible.
struct Told;

/// Begins a file; what a step of a job has put into its summary before is kept.
fn open(file: &mut ToFile) -> Result<(), Told> {
    let kept = if file.format == Format::GithubSummary && std::env::var(SUMMARY).is_ok_and(|path| path == file.path) { read_whole(Path::new(&file.path)).ok().flatten() } else { None };
    let mut writing = Writing::begin(&file.path).map_err(|why| tell(&file.path, &why))?;
    writing.write_all(&kept.unwrap_or_default()).map_err(|error| tell(&file.path, &why_not_written(&error)))?;
    file.writing = Some(writing);
    Ok(())
}

/// Writes to a file that is still written to.
fn to_file(file: &mut ToFile, with: &mut dyn FnMut(&mut dyn Report, &mut dyn Write) -> io::Result<()>) -> Result<(), Told> {
    let Some(writing) = &mut file.writing else { return Ok(()) };
    with(file.report.as_mut(), writing).map_err(|error| {
        file.writing = None;
        tell(&file.path, &why_not_written(&error))
    })
}

fn tell(path: &str, why: &str) -> Told {
    Fault::new(&format!("the report `{path}` cannot be written: {why}"), "Check the path, and that you may write there. Everything else was reported.").print();
    Told
}
