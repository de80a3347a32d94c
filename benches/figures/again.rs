//! The same files again: what it saves to keep what was found before, on disk from run to run or in a run that looks on.

use super::Bench;
use crate::measure::process::{median, run};
use crate::report::{Numbers, Table, count, seconds};
use std::fs::{self, OpenOptions};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often a file is changed.
const CHANGES: usize = 5;

pub(super) fn table(bench: &Bench, numbers: &mut Numbers) -> io::Result<Table> {
    let kept = bench.scratch.join("kept");
    let mut lint = bench.lint(bench.full, "short");
    lint.arg("--cache").arg(&kept);
    let all = bench.full;
    let first = run(&mut lint, 1)?.wall;
    let again = run(&mut lint, 5)?.wall;
    let path = bench.corpus.top.join(&bench.corpus.paths[all / 2]);
    let one = changed(&path, || Ok(run(&mut lint, 1)?.wall))?;
    numbers.changed = Some(one.as_secs_f64());
    let watched = watched(bench.lint(all, "short").arg("--watch"), &path)?;
    numbers.watched = Some(watched.as_secs_f64());

    let mut table = Table::new(&format!("Again ({} files, output thrown away)", count(all)), &["what", "clock"]);
    let bytes = fs::metadata(kept.join("findings.kept"))?.len() as usize;
    let rows = [
        ("`--cache`: nothing is kept yet", first),
        ("`--cache`: no file has changed", again),
        ("`--cache`: one file has changed", one),
        ("`--watch`: from a change of one file to all that is told of it", watched),
    ];
    for (what, wall) in rows {
        table.row(&[what, &seconds(wall.as_secs_f64())]);
    }
    table.note(&format!("With `--cache` every file is read and hashed in each run; what is kept of all files takes {:.1} MB.", crate::report::megabytes(bytes)));
    table.note("With `--watch` the run stays; it waits 30 ms after a change, since editors write in several steps, and these are counted.");
    Ok(table)
}

/// How long a run that looks on takes to tell what it finds after one file was changed.
fn watched(lint: &mut Command, path: &Path) -> io::Result<Duration> {
    let mut child = lint.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn()?;
    let mut said = BufReader::new(child.stderr.take().ok_or_else(|| io::Error::other("no pipe"))?).lines();
    let mut round = || {
        let looks_on = said.by_ref().map_while(Result::ok).any(|line| line.starts_with("looking on"));
        looks_on.then_some(()).ok_or_else(|| io::Error::other("`lint --watch` ended by itself"))
    };
    round()?;
    let wall = changed(path, || {
        let start = Instant::now();
        round()?;
        let wall = start.elapsed();
        // Whatever this round has left to do is done before the next change.
        sleep(Duration::from_millis(300));
        Ok(wall)
    });
    child.kill()?;
    child.wait()?;
    wall
}

/// How long something takes after one file was changed, as a median. The file is as it was afterwards.
fn changed(path: &Path, mut measure: impl FnMut() -> io::Result<Duration>) -> io::Result<Duration> {
    let before = fs::read(path)?;
    let walls: io::Result<Vec<Duration>> = (0..CHANGES)
        .map(|time| {
            writeln!(OpenOptions::new().append(true).open(path)?, "# changed {time}")?;
            measure()
        })
        .collect();
    fs::write(path, before)?;
    walls.map(median)
}
