//! Flags of what helps at the prompt: completions and man pages.

use clap::Args;
use clap_complete::Shell;

#[derive(Args, Debug)]
pub(in crate::cli) struct CompletionsOptions {
    /// The shell
    #[arg(value_enum)]
    pub(in crate::cli) shell: Shell,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct ManOptions {
    /// Write a page for each command into this folder, instead of printing the page of `sharewright` itself
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) out: Option<String>,
}
