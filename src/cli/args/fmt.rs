//! Flags of the formatter.

use clap::Args;

#[derive(Args, Debug)]
pub(in crate::cli) struct FmtOptions {
    /// Files and folders to lay out; `-` reads from standard input and writes to standard output
    #[arg(default_value = ".", value_name = "PATH")]
    pub(in crate::cli) paths: Vec<String>,

    /// Write nothing: list the files that are laid out otherwise; exit code 1 when there is one
    #[arg(long)]
    pub(in crate::cli) check: bool,

    /// Write nothing: show the changes as a patch; exit code 1 when there is one
    #[arg(long)]
    pub(in crate::cli) diff: bool,
}
