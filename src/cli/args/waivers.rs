//! The flags of `waivers`.

use super::PackOptions;
use clap::{Args, ValueEnum};

#[derive(Args, Debug)]
pub(in crate::cli) struct WaiversOptions {
    /// Files and folders to look into
    #[arg(default_value = ".", value_name = "PATH")]
    pub(in crate::cli) paths: Vec<String>,

    /// How the list is shown
    #[arg(long, value_enum, default_value_t = WaiversFormat::Table)]
    pub(in crate::cli) format: WaiversFormat,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) as_of: Option<String>,

    #[command(flatten)]
    pub(in crate::cli) packs: PackOptions,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum WaiversFormat {
    /// For a terminal
    Table,
    /// For programs
    Json,
}
