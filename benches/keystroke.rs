//! How long it takes from a key to what is found: `cargo bench --bench keystroke`. The real server, in a workspace of a thousand files, with
//! somebody at work in one of two thousand lines.
//!
//! A program, not a test: it prints figures and always ends well.

#[path = "../tests/support/editor.rs"]
#[allow(dead_code, reason = "tests use more of it")]
mod editor;
#[allow(dead_code, reason = "what measures the command line uses more of it")]
mod generate;

use editor::{Editor, able, uri};
use generate::Corpus;
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs, io};

/// What decides the generated files.
const SEED: u64 = 20_261_122;

/// The day that is answered for.
const DAY: &str = "2026-11-22";

/// Files of the workspace, of the size that agreements have.
const FILES: usize = 1_000;
const SIZE: usize = 4_500;

/// Lines of the file that is worked in.
const LINES: usize = 2_000;

/// Keys that are struck.
const KEYS: usize = 1_000;

/// How often all keys are struck: what else the machine does falls on another key each time, what a key costs falls on the same.
const ROUNDS: usize = 3;

/// Between two keys: a fast typist, and one who leans on a key.
const PAUSES: [(&str, Duration); 2] = [("a key every 60 ms", Duration::from_millis(60)), ("as fast as answers come", Duration::ZERO)];

fn main() -> io::Result<()> {
    // `cargo test --all-targets` starts this too, and nothing is measured then.
    if !env::args().any(|argument| argument == "--bench" || argument == "--run") {
        return Ok(());
    }
    // The program as it is released, where it is not the one that cargo built for this run.
    let program = env::args().skip_while(|argument| argument != "--program").nth(1).unwrap_or_else(|| env!("CARGO_BIN_EXE_sharewright").to_owned());
    let folder = tempfile::tempdir()?;
    Corpus { seed: SEED, files: FILES - 1, size: SIZE }.write(folder.path())?;
    let text = large();
    let path = folder.path().join("000/large.isa");
    fs::write(&path, &text)?;
    println!("{FILES} files; one of {} lines, {} bytes", text.lines().count(), text.len());
    for (name, pause) in PAUSES {
        let rounds: Vec<Vec<Duration>> = (0..ROUNDS).map(|_| measure(Path::new(&program), folder.path(), &path, &text, pause)).collect();
        report(&format!("{name}, all"), rounds.concat());
        report(&format!("{name}, the middle of each key's {ROUNDS}"), (0..KEYS).map(|key| middle(rounds.iter().map(|round| round[key]))).collect());
    }
    Ok(())
}

/// An agreement of two thousand lines at least.
fn large() -> String {
    let of = |size: usize| Corpus { seed: SEED, files: 2, size }.file(1).text;
    (10_000..2_000_000).step_by(5_000).map(of).find(|text| text.lines().count() >= LINES).unwrap_or_else(|| of(2_000_000))
}

/// Misspells keywords and mends them, one key at a time; the time from each key to what is found then.
fn measure(program: &Path, folder: &Path, path: &Path, text: &str, pause: Duration) -> Vec<Duration> {
    let mut editor = Editor::of(program, folder, &able(), &json!({ "asOf": DAY }));
    let uri = uri(path);
    let start = Instant::now();
    editor.open(&uri, text);
    editor.diagnostics(&uri);
    println!("first findings of the open file after {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    // Everything has been judged once.
    editor.request("workspace/diagnostic", json!({ "previousResultIds": [] })).unwrap_or_default();
    println!("all files judged after {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    editor.told.clear();
    let keywords: Vec<(usize, usize)> = text.lines().enumerate().filter_map(|(line, words)| keyword_end(words).map(|column| (line, column))).collect();
    let mut times = Vec::new();
    for (key, version) in (0..KEYS).zip(2..) {
        let (line, column) = keywords[(key / 2) * 7919 % keywords.len()];
        let at = |column: usize| json!({ "line": line, "character": column });
        let change =
            if key % 2 == 0 { json!({ "range": { "start": at(column), "end": at(column) }, "text": "x" }) } else { json!({ "range": { "start": at(column), "end": at(column + 1) }, "text": "" }) };
        std::thread::sleep(pause);
        let struck = Instant::now();
        editor.change(&uri, version, &json!([change]));
        editor.diagnostics(&uri);
        times.push(struck.elapsed());
    }
    editor.end();
    times
}

/// Where the keyword of a fact ends.
fn keyword_end(line: &str) -> Option<usize> {
    let words = line.trim_start();
    let length = words.find(' ')?;
    let is_fact = line.starts_with("  ") && words[..length].bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && !words.ends_with('{');
    is_fact.then_some(line.len() - words.len() + length)
}

/// The middle of some times.
fn middle(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.collect();
    times.sort();
    times[times.len() / 2]
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].as_secs_f64() * 1e3;
    println!("{name}: {} keys; p50 {:.2} ms, p90 {:.2} ms, p99 {:.2} ms, most {:.2} ms", times.len(), at(50), at(90), at(99), at(100));
}
