//! What rules cost: none of them, every second file of them, all of them.

use super::Bench;
use crate::measure::process::run;
use crate::measure::write_packs;
use crate::report::{Numbers, Table, count, microseconds, number, ratio, seconds};
use std::io;
use std::process::Command;

pub(super) fn table(bench: &Bench, numbers: &mut Numbers) -> io::Result<Table> {
    let columns = ["rules and questions", "reading the packs", "all files", "the rules alone", "a rule and file"];
    let mut table = Table::new(&format!("Cost against rules ({} files, CPU)", count(bench.small)), &columns);
    table.note("Packs are read from a folder and compiled at the start of each of these runs, which the shipped ones are not. That time is taken off.");
    let mut of_a_rule = Vec::new();
    let mut without = None;
    for step in [0, 2, 1] {
        let packs = write_packs(&bench.scratch, step)?;
        let cpu = |mut command: Command, times: u32| Ok::<_, io::Error>(run(command.arg("--only-packs").arg(&packs.folder), times)?.cpu.map(|cpu| cpu.as_secs_f64()));
        // A file without an agreement: next to nothing is done but reading the packs.
        let mut start = Command::new(&bench.program);
        start.args(["lint", "--format", "short", &bench.corpus.paths[0]]).current_dir(&bench.corpus.top);
        let (Some(start), Some(all)) = (cpu(start, 10)?, cpu(bench.lint(bench.small, "short"), 5)?) else { continue };
        let rules = all - start - *without.get_or_insert(all - start);
        let each = (packs.rules > 0).then(|| rules / number(packs.rules) / number(bench.small));
        table.row(&[&count(packs.rules), &seconds(start), &seconds(all), &seconds(rules), &each.map_or_else(|| "-".to_owned(), microseconds)]);
        of_a_rule.extend(each);
    }
    if let [half, all] = of_a_rule[..] {
        numbers.rules = Some(all / half);
        table.note(&format!("A rule costs {} times as much among all rules as among half of them. 1.00 is linear; rules differ, so a number near it is.", ratio(all / half)));
    }
    Ok(table)
}
