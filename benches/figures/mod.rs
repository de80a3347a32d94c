//! The figures, a table each.

mod again;
mod files;
pub mod papers;
mod rules;
mod stages;
mod start;

use crate::measure::Written;
use crate::report::{Numbers, Table};
use std::io;
use std::path::PathBuf;
use std::process::Command;

/// What every figure needs.
pub struct Bench {
    /// The tool.
    pub program: PathBuf,
    /// The tool as cargo built it for this run, which may be the same.
    pub built: PathBuf,
    /// The day that every run answers for, so that runs of different days compare.
    pub today: &'static str,
    /// The files.
    pub corpus: Written,
    /// A smaller part of them.
    pub small: usize,
    /// All of them.
    pub full: usize,
    /// A folder for what has to be written on the way.
    pub scratch: PathBuf,
    /// Fewer runs.
    pub is_quick: bool,
}

impl Bench {
    /// The tool, about to check the first files.
    fn lint(&self, files: usize, format: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.args(self.arguments(files, format)).current_dir(&self.corpus.top);
        command
    }

    fn arguments(&self, files: usize, format: &str) -> Vec<String> {
        let mut arguments: Vec<String> = ["lint", "--format", format, "--as-of", self.today].map(str::to_owned).to_vec();
        arguments.extend(self.corpus.folders(files));
        arguments
    }
}

/// Measures everything; what the budgets need is kept as numbers.
pub fn all(bench: &Bench, numbers: &mut Numbers) -> io::Result<Vec<Table>> {
    let mut tables = vec![start::table(bench, numbers)?];
    tables.extend(files::tables(bench, numbers)?);
    tables.push(again::table(bench, numbers)?);
    tables.push(rules::table(bench, numbers)?);
    tables.extend(stages::tables(bench)?);
    Ok(tables)
}
