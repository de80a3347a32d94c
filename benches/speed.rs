//! How fast the tool is: `cargo bench --bench speed`. See benches/README.md.
//!
//! A program, not a test: it prints figures and always ends well.

mod figures;
mod generate;
mod measure;
mod report;

use figures::Bench;
use figures::papers::{self, Papers};
use generate::Corpus;
use measure::Written;
use report::{Numbers, budget_table, count, machine, markdown, megabytes};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

/// What decides the generated files.
const SEED: u64 = 20_261_121;

/// The size that is asked of the generator. Two flows with all that belongs to them come to some five kilobytes, so files have about six.
const SIZE: usize = 4_500;

/// The day that every run answers for.
const TODAY: &str = "2026-11-21";

/// What was asked for.
#[derive(Default)]
struct Options {
    /// Measure: `cargo bench` says so with `--bench`; `cargo test --all-targets` does not.
    is_wanted: bool,
    /// Fewer files.
    is_quick: bool,
    /// Where to write the page.
    page: Option<String>,
    /// The date that it is to bear.
    date: Option<String>,
    /// Where to write the generated files to, and nothing else.
    corpus: Option<PathBuf>,
    /// Measure the papers instead of the checks.
    papers: bool,
    /// The program to measure, where it is not the one that cargo built for this run: the released one.
    program: Option<PathBuf>,
}

impl Options {
    fn read(arguments: impl Iterator<Item = String>) -> Option<Self> {
        let mut options = Options::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--bench" => options.is_wanted = true,
                "--quick" => (options.is_wanted, options.is_quick) = (true, true),
                "--write" => options.page = Some(arguments.next()?),
                "--date" => options.date = Some(arguments.next()?),
                "--papers" => options.papers = true,
                "--corpus" => options.corpus = Some(arguments.next()?.into()),
                "--program" => options.program = Some(arguments.next()?.into()),
                _ => return None,
            }
        }
        Some(options)
    }
}

fn main() -> ExitCode {
    match Options::read(env::args().skip(1)) {
        None => eprintln!("Usage: cargo bench --bench speed -- [--papers] [--quick] [--write PATH] [--date DATE] [--program PATH] [--corpus FOLDER]"),
        Some(options) if !options.is_wanted => println!("Nothing is measured without --bench or --quick."),
        Some(options) => {
            if let Err(error) = run(&options) {
                eprintln!("The figures could not be taken: {error}");
            }
        }
    }
    ExitCode::SUCCESS
}

fn run(options: &Options) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let (small, full) = if options.is_quick { (200, 1_000) } else { (1_000, 10_000) };
    let made = Corpus { seed: SEED, files: full, size: SIZE };
    if let Some(folder) = &options.corpus {
        return made.write(folder).map(drop);
    }
    if options.papers {
        return papers(options, folder.path());
    }
    let corpus = Written::new(&made, &folder.path().join("agreements"))?;
    let bytes = corpus.bytes(full);
    let what = format!("The files: {}, {:.1} MB in all, {} bytes each on average.", count(full), megabytes(bytes), count(bytes / full));
    eprintln!("{what} Measuring.");
    let built = PathBuf::from(env!("CARGO_BIN_EXE_sharewright"));
    let program = options.program.as_ref().map(fs::canonicalize).transpose()?.unwrap_or_else(|| built.clone());
    let bench = Bench { program, built, today: TODAY, corpus, small, full, scratch: folder.path().join("scratch"), is_quick: options.is_quick };
    let mut numbers = Numbers::default();
    let mut tables = figures::all(&bench, &mut numbers)?;
    tables.push(budget_table(&numbers, small, full));
    let page = markdown(&tables, options.date.as_deref(), &what, options.program.is_some());
    print!("{page}");
    if let Some(path) = &options.page {
        // Cargo runs this in the folder of the crate, so that `docs/performance.md` is found.
        fs::write(path, page)?;
    }
    Ok(())
}

/// The figures of papers.
fn papers(options: &Options, folder: &Path) -> io::Result<()> {
    let files = if options.is_quick { 50 } else { 1_000 };
    let corpus = Written::new(&Corpus { seed: SEED, files, size: SIZE }, &folder.join("agreements"))?;
    let what = format!("The files: {}, {:.1} MB in all.", count(files), megabytes(corpus.bytes(files)));
    eprintln!("{what} Measuring.");
    let program = options.program.clone().unwrap_or_else(|| env!("CARGO_BIN_EXE_sharewright").into());
    // Runs start in the folder of the files.
    let program = fs::canonicalize(program)?;
    let tables = papers::tables(&Papers { program: program.clone(), today: TODAY, corpus, scratch: folder.join("scratch") })?;
    let page = papers::page(&program, options.date.as_deref(), &machine(), &what, &tables);
    print!("{page}");
    if let Some(path) = &options.page {
        fs::write(path, page)?;
    }
    Ok(())
}
