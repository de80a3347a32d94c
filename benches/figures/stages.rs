//! Where the time goes: the stages apart, on one thread, without files and without output.

use super::Bench;
use crate::generate::Corpus;
use crate::measure::{Stages, measure_stages};
use crate::report::{Numbers, Table, count, megabytes, microseconds, number};
use crate::{SEED, SIZE};
use std::time::Duration;

/// Bytes of the long agreements.
const LONG: usize = 40_000;

pub(super) fn table(bench: &Bench, numbers: &mut Numbers) -> Option<Table> {
    let short = Corpus { seed: SEED, files: bench.small.min(1_000), size: SIZE };
    let long = Corpus { seed: SEED + 1, files: short.files / 5, size: LONG };
    let mut table = Table::new("Stages, in process, on one thread (best of three passes)", &["stage", "short agreements", "each", "long agreements", "each"]);
    let (of_short, of_long) = (measure_stages(&short, bench.today)?, measure_stages(&long, bench.today)?);
    let size = |stages: &Stages, corpus: &Corpus| format!("{} of {:.1} kB", count(corpus.files), megabytes(stages.bytes) * 1000.0 / number(corpus.files));
    table.note(&format!("Short: {}; long: {}, on average.", size(&of_short, &short), size(&of_long, &long)));
    table.note(&format!("Of the files without a slip on purpose, {} break a rule of the language; 0 is right.", count(of_short.unsound + of_long.unsound)));
    let rate = |stages: &Stages, time: Duration| megabytes(stages.bytes) / time.as_secs_f64();
    let mut row = |stage: &str, in_short: Duration, in_long: Duration| {
        let each = |time: Duration, corpus: &Corpus| microseconds(time.as_secs_f64() / number(corpus.files));
        let speed = |stages: &Stages, time: Duration| format!("{:.1} MB/s", rate(stages, time));
        table.row(&[stage, &speed(&of_short, in_short), &each(in_short, &short), &speed(&of_long, in_long), &each(in_long, &long)]);
    };
    row("parse", of_short.parse, of_long.parse);
    row("resolve", of_short.resolve, of_long.resolve);
    row("lint", of_short.lint, of_long.lint);
    row("all three", of_short.all(), of_long.all());
    numbers.parse = Some(rate(&of_short, of_short.parse));
    numbers.resolve = Some(rate(&of_short, of_short.resolve));
    numbers.lint = Some(rate(&of_short, of_short.lint));
    Some(table)
}
