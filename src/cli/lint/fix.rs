//! `sharewright lint --fix` and `--diff`: the changes that findings suggest are made, or shown.

use super::super::args::FixOptions;
use super::super::fault::Fault;
use super::super::load::tell_faults;
use super::super::{Exit, write_out};
use crate::diagnostic::FixSafety;
use crate::lint::Judge;
use crate::report::{diff, safe_line};
use crate::workspace::{Discovered, Left, Mended, mend, store};
use std::io::Write;

/// Makes or shows the changes, when that was asked for. An exit code when nothing more is to be done.
pub(super) fn fix(options: FixOptions, found: &Discovered, judge: &Judge<'_>) -> Result<Option<Exit>, Fault> {
    if !options.fix && !options.diff {
        let help = "Add `--fix` to make the changes, or `--diff` to see them.";
        return if options.unsafe_fixes { Err(Fault::new("`--unsafe-fixes` says which changes are meant, not what to do with them", help)) } else { Ok(None) };
    }
    let reach = if options.unsafe_fixes { FixSafety::Unsafe } else { FixSafety::Safe };
    let mended = mend(found, judge, reach);
    if options.diff {
        tell_faults(found);
        for (path, file) in &mended.files {
            write_out(std::io::stdout().lock().write_all(diff(path, &file.old, &file.new).as_bytes()))?;
        }
        tell(&mended, "would be made");
        let any = !mended.files.is_empty();
        return Ok(Some(if any || !found.faults.is_empty() { Exit::Findings } else { Exit::Clean }));
    }
    for (path, file) in &mended.files {
        store(path, &file.new).map_err(|why| Fault::new(&format!("`{path}` cannot be written: {why}"), "Check the folder, and that you may write in it. What the file held is still there."))?;
        for done in &file.done {
            eprintln!("{}", safe_line(&format!("changed {path}:{done}")));
        }
    }
    tell(&mended, "made");
    Ok(None)
}

/// What was done and what was left, on standard error: standard output is for findings and patches.
fn tell(mended: &Mended, made: &str) {
    for path in &mended.hidden {
        eprintln!("{}", safe_line(&format!("left alone: {path}: what identifies a person stands in it; take that out first")));
    }
    let done: usize = mended.files.values().map(|file| file.done.len()).sum();
    eprintln!("{} {made} in {}; {}", count(done, "change", "changes"), count(mended.files.len(), "file", "files"), left(mended.left));
}

fn left(left: Left) -> String {
    let sorts = [
        (left.safe, "that may be made but stand in files that are left alone, or did not come to an end"),
        (left.unsafe_ones, "that may alter the meaning (`--unsafe-fixes` makes them)"),
        (left.shown, "that only a person may make"),
    ];
    let told: Vec<String> = sorts.iter().filter(|(count, _)| *count > 0).map(|(count, sort)| format!("{count} {sort}")).collect();
    if told.is_empty() { "none is left".to_owned() } else { format!("left: {}", told.join(", ")) }
}

fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
