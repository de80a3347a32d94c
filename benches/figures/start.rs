//! One file: what a person waits for who checks a single agreement.

use super::Bench;
use crate::measure::process::run;
use crate::report::{Numbers, Table, count, milliseconds};
use std::io;
use std::process::Command;

pub(super) fn table(bench: &Bench, numbers: &mut Numbers) -> io::Result<Table> {
    let times = if bench.is_quick { 50 } else { 200 };
    let mut table = Table::new(&format!("One file (median of {times} starts)"), &["what", "clock"]);
    table.note("The files of the system are in its memory by then; a first start after the machine was switched on takes longer.");
    let mut measure = |what: &str, mut command: Command| -> io::Result<f64> {
        let wall = run(&mut command, times)?.wall.as_secs_f64();
        table.row(&[what, &milliseconds(wall)]);
        Ok(wall)
    };
    // Some file near six kilobytes that has no slip on purpose would do; the first agreement is as good as any.
    let path = bench.corpus.paths.get(1).cloned().unwrap_or_default();
    let bytes = bench.corpus.top.join(&path).metadata()?.len() as usize;
    let nothing = measure("a program that does nothing (`/bin/true`)", Command::new("/bin/true"))?;
    let mut version = Command::new(bench.program);
    version.arg("--version");
    measure("`sharewright --version`", version)?;
    let mut lint = Command::new(bench.program);
    lint.args(["lint", "--format", "short", "--as-of", bench.today, &path]).current_dir(&bench.corpus.top);
    let one = measure(&format!("`sharewright lint`, one file of {} bytes", count(bytes)), lint)?;
    numbers.start = Some(one);
    numbers.start_over_nothing = Some(one - nothing);
    Ok(table)
}
