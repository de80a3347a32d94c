//! What rules cost: none of them, every second file of them, all of them.

use super::Bench;
use crate::measure::process::run;
use crate::measure::write_packs;
use crate::report::{Numbers, Table, count, milliseconds, number, ratio, seconds};
use std::io;

pub(super) fn table(bench: &Bench, numbers: &mut Numbers) -> io::Result<Table> {
    let mut table = Table::new(&format!("Cost against rules ({} files)", count(bench.small)), &["rules and questions", "CPU", "more than without rules", "that for each rule"]);
    table.note("Packs are read from a folder and compiled at the start of each of these runs, which the shipped ones are not.");
    let mut over_none = Vec::new();
    let mut none = None;
    for step in [0, 2, 1] {
        let packs = write_packs(&bench.scratch, step)?;
        let mut command = bench.lint(bench.small, "short");
        command.arg("--only-packs").arg(&packs.folder);
        let Some(cpu) = run(&mut command, 3)?.cpu.map(|cpu| cpu.as_secs_f64()) else { continue };
        let more = cpu - *none.get_or_insert(cpu);
        let each = (packs.rules > 0).then(|| more / number(packs.rules));
        table.row(&[&count(packs.rules), &seconds(cpu), &seconds(more), &each.map_or_else(|| "-".to_owned(), milliseconds)]);
        over_none.extend(each);
    }
    if let [half, all] = over_none[..] {
        numbers.rules = Some(all / half);
        table.note(&format!("A rule costs {} times as much among all rules as among half of them; 1.00 is linear.", ratio(all / half)));
    }
    Ok(table)
}
