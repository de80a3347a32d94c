//! `sharewright fmt`: files laid out in one way.

use super::args::FmtOptions;
use super::fault::Fault;
use super::load::found_under;
use super::piped::{NAMELESS, piped};
use super::{Exit, write_out};
use crate::fmt::{Refusal, format};
use crate::lint::hiding;
use crate::model::{Parsed, lower, visible};
use crate::report::{diff, safe_line};
use crate::shipped;
use crate::source::SourceFile;
use crate::workspace::{read_source, store};
use std::io::Write;
use std::sync::Arc;

pub(super) fn run(options: &FmtOptions) -> Result<Exit, Fault> {
    if let Some(text) = piped(&options.paths)? {
        return from_input(options, text);
    }
    let found = found_under(&options.paths);
    if found.files.is_empty() && found.faults.is_empty() {
        Fault::new("there is nothing to lay out here", "Give a file, or a folder with files that end in .isa, .sop or .disclosure.").print();
        return Ok(Exit::Nothing);
    }
    let mut tally = Tally { failed: found.faults.len(), ..Tally::default() };
    for path in &found.files {
        let (source, problem) = read_source(path);
        if let Some(problem) = problem {
            Fault::new(&problem.headline, &problem.help).print();
            tally.failed += 1;
        } else {
            file(options, &source, &mut tally)?;
        }
    }
    let changed = if options.check || options.diff { "to lay out" } else { "laid out" };
    let failed = if tally.failed > 0 { format!(", {} left alone", tally.failed) } else { String::new() };
    let same = if tally.same == 1 { "as it should be" } else { "as they should be" };
    eprintln!("{} {changed}, {} {same}{failed}", files(tally.changed), tally.same);
    let stale = tally.changed > 0 && (options.check || options.diff);
    Ok(if stale || tally.failed > 0 { Exit::Findings } else { Exit::Clean })
}

#[derive(Default)]
struct Tally {
    changed: usize,
    same: usize,
    failed: usize,
}

/// One file: laid out in its place, or told.
fn file(options: &FmtOptions, source: &SourceFile, tally: &mut Tally) -> Result<(), Fault> {
    let path = source.path.as_str();
    let laid_out = match format(&source.text) {
        Err(refusal) => {
            tell(source, &refusal);
            tally.failed += 1;
            return Ok(());
        }
        Ok(laid_out) if laid_out == source.text => {
            tally.same += 1;
            return Ok(());
        }
        Ok(laid_out) => laid_out,
    };
    tally.changed += 1;
    if options.diff {
        return write(&diff(path, &shown(path, &source.text), &shown(path, &laid_out)));
    }
    if options.check {
        return write(&format!("{}\n", safe_line(path)));
    }
    store(path, &laid_out).map_err(|why| Fault::new(&format!("`{path}` cannot be written: {why}"), "Check the folder, and that you may write in it. What the file held is still there."))
}

/// From standard input to standard output.
fn from_input(options: &FmtOptions, text: String) -> Result<Exit, Fault> {
    let source = SourceFile::new(NAMELESS, text);
    let laid_out = match format(&source.text) {
        Ok(laid_out) => laid_out,
        Err(refusal) => {
            tell(&source, &refusal);
            return Ok(Exit::Findings);
        }
    };
    if options.diff {
        write(&diff(NAMELESS, &shown(NAMELESS, &source.text), &shown(NAMELESS, &laid_out)))?;
    } else if !options.check {
        write(&laid_out)?;
    }
    Ok(if (options.check || options.diff) && laid_out != source.text { Exit::Findings } else { Exit::Clean })
}

/// Says that a file is left alone, and where.
fn tell(source: &SourceFile, refusal: &Refusal) {
    // What stands there is not repeated: it may identify a person.
    let (at, why) = match refusal {
        Refusal::Unreadable(problem) => (problem.range, format!("it cannot be read here ({}, {}); `sharewright lint` says why", problem.code, problem.rule)),
        Refusal::MeansOther(range) => (*range, "laid out it would mean something else from here on; put one space between words, or a comma".to_owned()),
    };
    let (line, column) = source.line_column(at.start);
    eprintln!("{}", safe_line(&format!("left alone: {}:{line}:{column}: {why}", source.path)));
}

/// A text as it may be shown: with what identifies a person hidden.
fn shown(path: &str, text: &str) -> String {
    let policy = shipped::policy();
    let parsed = Arc::new(Parsed::new(Arc::new(SourceFile::new(path, text))));
    let model = lower(&policy.vocabulary, vec![parsed], &visible(&[(path, text)]));
    hiding(policy, &model, |shown| shown.files[0].source.text.clone())
}

/// Writes to standard output as it is: what is laid out holds no hidden characters.
fn write(text: &str) -> Result<(), Fault> {
    write_out(std::io::stdout().lock().write_all(text.as_bytes()))
}

fn files(count: usize) -> String {
    format!("{count} {}", if count == 1 { "file" } else { "files" })
}
