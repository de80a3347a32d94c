//! The flags of `lint`, and how a format and its file are written on the command line.

use super::{Colour, FixOptions, PackOptions, Threshold};
use crate::diagnostic::{did_you_mean, list_words};
use crate::report::Format;
use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

#[derive(Args, Debug)]
pub(in crate::cli) struct LintOptions {
    /// Files and folders to check; `-` reads one file from standard input
    #[arg(default_value = ".", value_name = "PATH")]
    pub(in crate::cli) paths: Vec<String>,

    /// How findings are shown (default: rich)
    #[arg(long, value_enum)]
    pub(in crate::cli) format: Option<Format>,

    /// Write the findings to a file as well, in a format such as `sarif` or `junit=results.xml`; may be given several times
    #[arg(long, value_name = "FORMAT[=PATH]", value_parser = output)]
    pub(in crate::cli) output: Vec<Output>,

    /// A file of known findings, which are counted and do not fail the run
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) baseline: Option<String>,

    /// Take out of the baseline what is found no more; make it when it is not there
    #[arg(long, conflicts_with = "since")]
    pub(in crate::cli) write_baseline: bool,

    /// Compare with an earlier commit, such as `main`, `main...` or `v1..v2`: only what is new counts
    #[arg(long, value_name = "REF", conflicts_with_all = ["baseline", "fix", "diff"])]
    pub(in crate::cli) since: Option<String>,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) as_of: Option<String>,

    /// The lowest severity that makes the exit code 1 (default: error)
    #[arg(long, value_enum)]
    pub(in crate::cli) fail_on: Option<Threshold>,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    pub(in crate::cli) color: Colour,

    /// Show every finding by itself, instead of one for the questions that nothing answers and one for the standards that are not met
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", hide_possible_values = true, value_name = "BOOL")]
    pub(in crate::cli) each: Option<bool>,

    /// Keep what is found in this folder, and judge files again only when something has changed that it depends on
    #[arg(long, value_name = "FOLDER")]
    pub(in crate::cli) cache: Option<String>,

    /// With `-`: the path that the text has, by which it finds the files that it uses and those that belong to it
    #[arg(long, value_name = "PATH")]
    pub(in crate::cli) stdin_path: Option<String>,

    /// Stay, and check again whatever changes
    #[arg(long, conflicts_with_all = ["fix", "diff", "cache", "stdin_path", "since", "write_baseline"])]
    pub(in crate::cli) watch: bool,

    /// Print the summary only
    #[arg(long, short)]
    pub(in crate::cli) quiet: bool,

    #[command(flatten)]
    pub(in crate::cli) fixes: FixOptions,

    #[command(flatten)]
    pub(in crate::cli) packs: PackOptions,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Format::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()).help(self.about()))
    }
}

/// A further report of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Output {
    pub(in crate::cli) format: Format,
    /// Where it goes; where its format is looked for, when it is not said.
    pub(in crate::cli) path: Option<String>,
}

/// Reads `FORMAT` or `FORMAT=PATH`.
pub(in crate::cli) fn output(text: &str) -> Result<Output, String> {
    let (word, path) = text.split_once('=').map_or((text, None), |(word, path)| (word, Some(path)));
    let words = || Format::ALL.into_iter().map(Format::word);
    let Some(format) = Format::ALL.into_iter().find(|format| format.word() == word) else {
        let meant = did_you_mean(word, words()).map_or_else(|| format!("the formats are {}", list_words(words())), |meant| format!("did you mean `{meant}`?"));
        return Err(format!("`{word}` is no format; {meant}"));
    };
    match path {
        Some("") => Err(format!("no file is named after `{word}=`; name one, or leave out the `=` for `{}`", format.file_name())),
        Some("-") => Err(format!("`-` is no file; `--format {word}` prints the report")),
        path => Ok(Output { format, path: path.map(str::to_owned) }),
    }
}
