//! Where the time goes: the stages apart, on one thread, without files and without output.

use super::Bench;
use crate::generate::Corpus;
use crate::measure::{Stages, measure_stages, repeats};
use crate::report::{Table, count, megabytes, microseconds, number};
use crate::{SEED, SIZE};
use std::io;
use std::time::Duration;

/// Bytes of the long agreements.
const LONG: usize = 40_000;

pub(super) fn tables(bench: &Bench) -> io::Result<Vec<Table>> {
    let short = Corpus { seed: SEED, files: bench.small, size: SIZE };
    let long = Corpus { seed: SEED + 1, files: bench.small / 5, size: LONG };
    let Some((of_short, of_long)) = measure_stages(&short, bench.today).zip(measure_stages(&long, bench.today)) else { return Ok(Vec::new()) };
    let mut table = Table::new("Stages, in process, on one thread (best of three passes)", &["stage", "short agreements", "each", "long agreements", "each"]);
    let size = |stages: &Stages, corpus: &Corpus| format!("{} of {:.1} kB", count(corpus.files), megabytes(stages.bytes) * 1000.0 / number(corpus.files));
    table.note(&format!("Short: {}; long: {}, on average.", size(&of_short, &short), size(&of_long, &long)));
    table.note(&format!("Of the files without a slip on purpose, {} break a rule of the language; 0 is right.", count(of_short.unsound + of_long.unsound)));
    let rate = |stages: &Stages, time: Duration| megabytes(stages.bytes) / time.as_secs_f64();
    let mut row = |stage: &str, time: fn(&Stages) -> Duration| {
        let each = |stages: &Stages, corpus: &Corpus| microseconds(time(stages).as_secs_f64() / number(corpus.files));
        let speed = |stages: &Stages| format!("{:.1} MB/s", rate(stages, time(stages)));
        table.row(&[stage, &speed(&of_short), &each(&of_short, &short), &speed(&of_long), &each(&of_long, &long)]);
    };
    row("parse, as if each file were the only one", |stages| stages.parse_alone);
    row("parse, one file after the other", |stages| stages.parse);
    row("resolve", |stages| stages.resolve);
    row("lint", |stages| stages.lint);
    row("parse, resolve and lint", Stages::all);
    Ok(vec![table, repeated(&short)?])
}

/// How much the generated statements are alike, beside those that people wrote.
fn repeated(short: &Corpus) -> io::Result<Table> {
    let mut table = Table::new("Statements with the shape of one before them", &["texts", "statements", "stood before"]);
    table.note("Shape: the same sorts of parts in the same order, whatever the words. The reader remembers shapes, so the more alike statements are, the faster they are read; the generated ones are to be no more alike than those of the examples.");
    let generated: Vec<String> = short.all().map(|file| file.text).collect();
    let examples = repeats::examples()?;
    let mut row = |what: &str, texts: &[String]| {
        let (repeated, all) = repeats::share(texts.iter().map(String::as_str));
        table.row(&[what, &count(all), &format!("{:.0} %", 100.0 * number(repeated) / number(all.max(1)))]);
    };
    row(&format!("the {} examples of this repository", count(examples.len())), &examples);
    row("as many generated ones", &generated[..examples.len().min(generated.len())]);
    row(&format!("{} generated ones", count(generated.len())), &generated);
    Ok(table)
}
