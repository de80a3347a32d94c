//! One file: what a person waits for who checks a single agreement.

use super::Bench;
use crate::generate::FOLDER;
use crate::measure::process::by_turns;
use crate::report::{Numbers, Table, count, milliseconds};
use std::path::Path;
use std::process::Command;
use std::{fs, io};

pub(super) fn table(bench: &Bench, numbers: &mut Numbers) -> io::Result<Table> {
    let times = if bench.is_quick { 50 } else { 200 };
    // Every file has about the size that is wanted, so the first agreement does.
    let path = &bench.corpus.paths[1];
    let bytes = bench.corpus.top.join(path).metadata()?.len() as usize;
    let alone = bench.scratch.join("alone");
    fs::create_dir_all(&alone)?;
    fs::copy(bench.corpus.top.join(path), alone.join("agreement.isa"))?;
    let nothing = Command::new("/bin/true");
    let mut version = Command::new(&bench.program);
    version.arg("--version");
    let mut lint = Command::new(&bench.program);
    lint.args(["lint", "--format", "short", "--as-of", bench.today, path]).current_dir(&bench.corpus.top);
    let lone = |program: &Path| {
        let mut lone = Command::new(program);
        lone.args(["lint", "--format", "short", "--as-of", bench.today, "agreement.isa"]).current_dir(&alone);
        lone
    };
    let mut runs = vec![
        ("a program that does nothing (`/bin/true`)".to_owned(), nothing),
        ("`sharewright --version`".to_owned(), version),
        (format!("`sharewright lint`, one file of {} bytes beside {} others", count(bytes), FOLDER - 1), lint),
        ("the same file in a folder of its own".to_owned(), lone(&bench.program)),
    ];
    if bench.program != bench.built {
        runs.push(("the same by a program that `cargo build --release` linked".to_owned(), lone(&bench.built)));
    }
    let (names, mut commands): (Vec<String>, Vec<Command>) = runs.into_iter().unzip();

    let walls: Vec<f64> = by_turns(&mut commands, times)?.iter().map(std::time::Duration::as_secs_f64).collect();
    let mut table = Table::new(&format!("One file (median of {times} starts)"), &["what", "clock"]);
    for (name, wall) in names.iter().zip(&walls) {
        table.row(&[name, &milliseconds(*wall)]);
    }
    table.note("They run by turns. A file's neighbours are looked at, since a procedure or a notice among them may belong to it. The program and the file are in the memory of the system by then; the first start after the machine was switched on takes longer.");
    numbers.start = walls.get(3).copied();
    Ok(table)
}
