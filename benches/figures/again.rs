//! The same files again: what it saves to keep what was found before.

use super::Bench;
use crate::measure::process::run;
use crate::report::{Numbers, Table, count, seconds};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

pub(super) fn table(bench: &Bench, numbers: &mut Numbers) -> io::Result<Table> {
    let kept = bench.scratch.join("kept");
    let mut lint = bench.lint(bench.full, "short");
    lint.arg("--cache").arg(&kept);
    let all = bench.full;
    let first = run(&mut lint, 1)?.wall;
    let again = run(&mut lint, 5)?.wall;
    let one = changed(&mut lint, &bench.corpus.top.join(&bench.corpus.paths[all / 2]))?;
    numbers.changed = Some(one.as_secs_f64());

    let mut table = Table::new(&format!("Again (`--cache`, {} files, output thrown away)", count(all)), &["what", "clock"]);
    let bytes = fs::metadata(kept.join("findings.kept"))?.len() as usize;
    for (what, wall) in [("nothing is kept yet", first), ("no file has changed", again), ("one file has changed", one)] {
        table.row(&[what, &seconds(wall.as_secs_f64())]);
    }
    table.note(&format!("Every file is read and hashed each time. What is kept of all files takes {:.1} MB.", crate::report::megabytes(bytes)));
    Ok(table)
}

/// How long a run takes after one file was changed, as a median. The file is as it was afterwards.
fn changed(lint: &mut Command, path: &Path) -> io::Result<Duration> {
    let before = fs::read(path)?;
    let mut walls = Vec::new();
    for time in 0..5 {
        writeln!(OpenOptions::new().append(true).open(path)?, "# changed {time}")?;
        walls.push(run(lint, 1)?.wall);
    }
    fs::write(path, before)?;
    walls.sort_unstable();
    Ok(walls[walls.len() / 2])
}
