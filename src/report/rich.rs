//! Findings as codespan draws them: the lines of the file with the places marked, then why, what next and who decides.

use super::safe::{safe, safe_line};
use super::words::parts;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{SourceFile, Sources};
use codespan_reporting::diagnostic::{Diagnostic as Drawn, Label, LabelStyle, Severity as DrawnSeverity};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::termcolor::{Ansi, NoColor, WriteColor};
use codespan_reporting::term::{Chars, Config, emit_to_write_style};
use std::borrow::Cow;
use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;

/// Draws a finding.
pub fn rich(out: &mut dyn Write, files: &[Arc<SourceFile>], finding: &Diagnostic, colour: bool, unicode: bool) -> io::Result<()> {
    let chars = if unicode { Chars::box_drawing() } else { Chars::ascii() };
    let config = Config { chars, start_context_lines: 1, end_context_lines: 1, ..Config::default() };
    let mut buffer: Vec<u8> = Vec::new();
    if colour {
        draw(&mut Ansi::new(&mut buffer), &config, files, finding)?;
    } else {
        draw(&mut NoColor::new(&mut buffer), &config, files, finding)?;
    }
    // codespan calls the lowest severity `note`; everywhere else it is `info`.
    let drawn = String::from_utf8_lossy(&buffer);
    let drawn = if finding.severity == Severity::Info { drawn.replacen("note[", "info[", 1) } else { drawn.into_owned() };
    out.write_all(drawn.as_bytes())
}

fn draw(out: &mut impl WriteColor, config: &Config, files: &[Arc<SourceFile>], finding: &Diagnostic) -> io::Result<()> {
    let view = View { files };
    emit_to_write_style(out, config, &view, &drawn(files, finding)).map_err(io::Error::other)
}

fn drawn(files: &[Arc<SourceFile>], finding: &Diagnostic) -> Drawn<usize> {
    let severity = match finding.severity {
        Severity::Error => DrawnSeverity::Error,
        Severity::Warning => DrawnSeverity::Warning,
        Severity::Info => DrawnSeverity::Note,
    };
    // A file that could not be read has no lines to show.
    let has_text = |label: &&crate::diagnostic::Label| !files.file(label.span.file).text.is_empty();
    let labels = finding.labels.iter().filter(has_text).map(|label| {
        let style = if label.primary { LabelStyle::Primary } else { LabelStyle::Secondary };
        Label::new(style, label.span.file.0 as usize, label.span.range.as_range()).with_message(safe_line(&label.text))
    });
    Drawn::new(severity).with_code(safe_line(&finding.code)).with_message(safe_line(&headline(finding))).with_labels(labels.collect()).with_notes(notes(finding))
}

fn headline(finding: &Diagnostic) -> String {
    match &finding.state {
        crate::diagnostic::State::Active | crate::diagnostic::State::Known => finding.headline.clone(),
        crate::diagnostic::State::Waived { until, .. } => format!("{} (waived until {until})", finding.headline),
    }
}

/// Notes as lines with what they are in front.
fn notes(finding: &Diagnostic) -> Vec<String> {
    let parts = parts(finding).into_iter().map(|(what, text)| format!("{what}: {text}"));
    finding.notes.iter().cloned().chain(parts).map(|note| safe(&wrapped(&note)).into_owned()).collect()
}

/// Long notes over several lines; codespan does not break them.
fn wrapped(note: &str) -> String {
    const WIDTH: usize = 96;
    let mut out = String::new();
    let mut column = 0;
    for word in note.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > WIDTH {
            out.push_str("\n  ");
            column = 2;
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

/// Our files as codespan wants them: with our line index, and safe for a terminal.
struct View<'a> {
    files: &'a [Arc<SourceFile>],
}

impl<'a> Files<'a> for View<'a> {
    type FileId = usize;
    type Name = Cow<'a, str>;
    type Source = Cow<'a, str>;

    fn name(&'a self, id: usize) -> Result<Cow<'a, str>, Error> {
        self.files.get(id).map(|file| safe_line(&file.path)).ok_or(Error::FileMissing)
    }

    fn source(&'a self, id: usize) -> Result<Cow<'a, str>, Error> {
        self.files.get(id).map(|file| Cow::Borrowed(file.shown(|text| safe(text).into_owned()))).ok_or(Error::FileMissing)
    }

    fn line_index(&'a self, id: usize, byte: usize) -> Result<usize, Error> {
        let file = self.files.get(id).ok_or(Error::FileMissing)?;
        Ok(file.lines().line_of(byte as u32))
    }

    fn line_range(&'a self, id: usize, line: usize) -> Result<Range<usize>, Error> {
        let file = self.files.file(crate::source::FileId(id as u32));
        let lines = file.lines();
        if line >= lines.count() {
            return Err(Error::LineTooLarge { given: line, max: lines.count() - 1 });
        }
        Ok(lines.start(line, &file.text)..lines.start(line + 1, &file.text))
    }
}
