//! The flags of `config`.

use super::LintOptions;
use clap::{Args, Subcommand};

#[derive(Args, Debug)]
pub(in crate::cli) struct ConfigOptions {
    #[command(subcommand)]
    pub(in crate::cli) command: ConfigCommand,
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum ConfigCommand {
    /// Show each setting of `lint` with its value and who said so: a flag, a line of a file, or nobody
    Show(Box<ConfigShowOptions>),
}

#[derive(Args, Debug)]
pub(in crate::cli) struct ConfigShowOptions {
    /// Write the settings as JSON
    #[arg(long)]
    pub(in crate::cli) json: bool,

    #[command(flatten)]
    pub(in crate::cli) lint: LintOptions,
}
