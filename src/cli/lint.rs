//! `sharewright lint`: everything that is found, in one of the formats.

mod fix;

use super::args::{Format, LintOptions, Threshold};
use super::fault::Fault;
use super::load::{Policies, day, old_packs};
use super::{Exit, write_out};
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::law::Law;
use crate::lint::{Checked, Judge, rolled_up};
use crate::report::{JsonFindings, Summary, narrated, rich, short};
use crate::source::{FileId, SourceFile, TextRange};
use crate::workspace::{Reading, discover};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::Arc;

pub(super) fn run(options: &LintOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let policies = Policies::load(&options.packs)?;
    let policy = policies.policy();
    let law = Law::new(policy).telling_unusual(options.fixes.citations);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: false };
    let found = discover(&options.paths);
    if let Some(exit) = fix::fix(options.fixes, &found, &judge)? {
        return Ok(exit);
    }
    let reading = Reading::new(&found);
    let stdout = io::stdout();
    let terminal = stdout.is_terminal();
    let colour = options.color.shows(terminal);
    let mut out = BufWriter::with_capacity(64 * 1024, stdout.lock());
    let law_date = today.to_string();
    let checked_to = policy.checked_to();
    let mut printer = Printer { format: options.format, quiet: options.quiet, each: options.each, colour, unicode: terminal, json: None, summary: Summary::default() };
    if options.format == Format::Json {
        match JsonFindings::begin(&mut out, &law_date, &checked_to) {
            Ok(json) => printer.json = Some(json),
            Err(error) => write_out(Err(error))?,
        }
    }
    for (path, why) in &found.faults {
        let problem = Problem::new("IO-01", "file-missing", format!("`{path}` cannot be read: {why}"), TextRange::new(0, 0)).helping("Check the path, and that you may read it.");
        let files = [Arc::new(SourceFile::new(path.clone(), ""))];
        write_out(printer.finding(&mut out, &files, &problem.in_file(FileId(0))))?;
    }
    let mut fault = Ok(());
    let mut begun = false;
    reading.check(&judge, &mut |checked| {
        printer.summary.files += 1;
        checked.documents.iter().for_each(|document| printer.summary.count_document(&document.kind));
        if let Err(error) = printer.file(&mut out, &checked) {
            fault = Err(error);
            return false;
        }
        // What is found is seen at once, not when the buffer is full; a program that reads along learns of the first.
        let is_first = !begun && !out.buffer().is_empty();
        begun |= is_first;
        if (terminal || is_first)
            && let Err(error) = out.flush()
        {
            fault = Err(error);
            return false;
        }
        true
    });
    write_out(fault)?;
    let summary = printer.summary;
    write_out(printer.end(&mut out, &law_date, &checked_to, old_packs(policy, today)).and_then(|()| out.flush()))?;
    if found.files.is_empty() && found.faults.is_empty() {
        Fault::new("there is nothing to check here", "Give a file, or a folder with files that end in .isa, .sop or .disclosure.").print();
        return Ok(Exit::Nothing);
    }
    let threshold = match options.fail_on {
        Threshold::Error => Severity::Error,
        Threshold::Warning => Severity::Warning,
        Threshold::Info => Severity::Info,
        Threshold::Never => return Ok(Exit::Clean),
    };
    Ok(if summary.at_least(threshold) > 0 { Exit::Findings } else { Exit::Clean })
}

#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
struct Printer {
    format: Format,
    quiet: bool,
    each: bool,
    colour: bool,
    unicode: bool,
    json: Option<JsonFindings>,
    summary: Summary,
}

impl Printer {
    /// All findings of a file: each by itself where that was asked for or a machine reads, rolled up otherwise.
    fn file(&mut self, out: &mut dyn Write, checked: &Checked) -> io::Result<()> {
        if self.each || self.json.is_some() {
            return checked.findings().into_iter().try_for_each(|finding| self.finding(out, &checked.files, finding));
        }
        for problem in &checked.problems {
            self.finding(out, &checked.files, problem)?;
        }
        for document in &checked.documents {
            document.findings.iter().for_each(|finding| self.summary.count(finding));
            for finding in rolled_up(document) {
                self.show(out, &checked.files, &finding)?;
            }
        }
        Ok(())
    }

    fn finding(&mut self, out: &mut dyn Write, files: &[Arc<SourceFile>], finding: &Diagnostic) -> io::Result<()> {
        self.summary.count(finding);
        if let Some(json) = &mut self.json.as_mut().filter(|_| !self.quiet) {
            return json.finding(out, files, finding);
        }
        self.show(out, files, finding)
    }

    fn show(&self, out: &mut dyn Write, files: &[Arc<SourceFile>], finding: &Diagnostic) -> io::Result<()> {
        // Waived findings are counted, and kept in the formats that machines read.
        if self.quiet || !finding.is_active() {
            return Ok(());
        }
        match self.format {
            Format::Rich => rich(out, files, finding, self.colour, self.unicode),
            Format::Short => writeln!(out, "{}", short(files, finding)),
            Format::Narrated => writeln!(out, "{}", narrated(files, finding)),
            Format::Json => Ok(()),
        }
    }

    fn end(self, out: &mut dyn Write, law_date: &str, checked_to: &str, old: Option<String>) -> io::Result<()> {
        if let Some(json) = self.json {
            return json.end(out, &self.summary);
        }
        writeln!(out, "{}", self.summary)?;
        writeln!(out, "law and guidance as of {law_date}; packs checked up to {checked_to}; not checked: whether what is written is true, and law outside the packs")?;
        old.map_or(Ok(()), |old| writeln!(out, "warning: {old}"))
    }
}
