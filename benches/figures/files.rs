//! Many files: time, growth, the first finding, memory and formats.

use super::Bench;
use crate::generate::FOLDER;
use crate::measure::process::{first_byte, peak, run};
use crate::report::{Numbers, Table, count, megabytes, microseconds, milliseconds, number, ratio, seconds};
use std::io;

pub(super) fn tables(bench: &Bench, numbers: &mut Numbers) -> io::Result<Vec<Table>> {
    Ok(vec![growth(bench, numbers)?, formats(bench)?, rest(bench, numbers)?])
}

/// From few files to all of them.
fn growth(bench: &Bench, numbers: &mut Numbers) -> io::Result<Table> {
    let mut table = Table::new("Many files (`--format short`, output thrown away)", &["files", "MB", "S", "clock", "CPU", "clock / S", "CPU / S", "CPU a file"]);
    table.note("S is the CPU time of `sha256sum` over the same files in the same run. Clock: median; CPU: mean.");
    let mut of_a_file = Vec::new();
    for files in [bench.small, bench.full / 4, bench.full / 2, bench.full] {
        let times = if files == bench.small { 5 } else { 3 };
        let unit = bench.corpus.unit(files)?.map(|unit| unit.as_secs_f64());
        let cost = run(&mut bench.lint(files, "short"), times)?;
        let (wall, cpu) = (cost.wall.as_secs_f64(), cost.cpu.map(|cpu| cpu.as_secs_f64()));
        let each = cpu.map(|cpu| cpu / number(files));
        let in_units = |time: Option<f64>| time.zip(unit).map(|(time, unit)| time / unit);
        table.row(&[
            &count(files),
            &format!("{:.1}", megabytes(bench.corpus.bytes(files))),
            &unit.map_or_else(unknown, seconds),
            &seconds(wall),
            &cpu.map_or_else(unknown, seconds),
            &in_units(Some(wall)).map_or_else(unknown, ratio),
            &in_units(cpu).map_or_else(unknown, ratio),
            &each.map_or_else(unknown, microseconds),
        ]);
        of_a_file.push((wall / number(files), each));
        if files == bench.small {
            numbers.small_wall_in_units = in_units(Some(wall));
        }
        if files == bench.full {
            numbers.full_wall_in_units = in_units(Some(wall));
        }
    }
    if let [_, (quarter_wall, quarter_cpu), _, (full_wall, full_cpu)] = of_a_file[..] {
        numbers.growth = full_cpu.zip(quarter_cpu).map(|(full, quarter)| full / quarter);
        table.note(&format!(
            "From a quarter of the files to all of them the time a file changes by {} (clock) and {} (CPU); 1.00 is linear.",
            ratio(full_wall / quarter_wall),
            numbers.growth.map_or_else(unknown, ratio)
        ));
    }
    Ok(table)
}

/// What the form of the output costs.
fn formats(bench: &Bench) -> io::Result<Table> {
    let mut table = Table::new(&format!("Formats ({} files, output thrown away)", count(bench.small)), &["format", "clock", "CPU"]);
    for (name, format, more) in [("short", "short", None), ("short, each finding by itself", "short", Some("--each")), ("narrated", "narrated", None), ("json", "json", None), ("rich", "rich", None)] {
        let cost = run(bench.lint(bench.small, format).args(more), 3)?;
        table.row(&[name, &seconds(cost.wall.as_secs_f64()), &cost.cpu.map_or_else(unknown, |cpu| seconds(cpu.as_secs_f64()))]);
    }
    Ok(table)
}

/// How soon it speaks, and how much memory it takes.
fn rest(bench: &Bench, numbers: &mut Numbers) -> io::Result<Table> {
    let mut table = Table::new("First finding and memory", &["what", "files", "measured"]);
    let first = first_byte(&mut bench.lint(bench.full, "short"), 5)?.as_secs_f64();
    table.row(&["first byte of output, through a pipe", &count(bench.full), &milliseconds(first)]);
    numbers.first_finding = Some(first);
    for files in [FOLDER, bench.small, bench.full] {
        let most = peak(&bench.program, &bench.arguments(files, "short"), &bench.corpus.top)?;
        table.row(&["most memory at one time", &count(files), &most.map_or_else(unknown, |most| format!("{:.1} MB", megabytes(most * 1024)))]);
        if files == bench.full {
            numbers.peak = most.map(|most| megabytes(most * 1024));
        }
    }
    Ok(table)
}

fn unknown() -> String {
    "not known".to_owned()
}
