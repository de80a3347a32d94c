//! Flags of what looks into the law.

use super::PackOptions;
use clap::{Args, Subcommand};

#[derive(Args, Debug)]
pub(in crate::cli) struct LawOptions {
    #[command(subcommand)]
    pub(in crate::cli) command: LawCommand,
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum LawCommand {
    /// Show what the register says of a citation
    Show(LawShowOptions),
    /// Show the legal footing of each flow and of each disclosure record: what is cited, what the register says of it, and what was found
    Check(LawCheckOptions),
    /// List the provisions under which one body may, or must, share with another; duties first
    Find(LawFindOptions),
}

#[derive(Args, Debug)]
pub(in crate::cli) struct LawCheckOptions {
    /// Files and folders to look at
    #[arg(default_value = ".", value_name = "PATH")]
    pub(in crate::cli) paths: Vec<String>,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) as_of: Option<String>,

    #[command(flatten)]
    pub(in crate::cli) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct ImpactOptions {
    /// Files and folders to look at
    #[arg(default_value = ".", value_name = "PATH")]
    pub(in crate::cli) paths: Vec<String>,

    /// What changed after this day, such as 2026-01-01
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) since: String,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) as_of: Option<String>,

    #[command(flatten)]
    pub(in crate::cli) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct LawShowOptions {
    /// A citation as it is written, such as "CDA 1998 s.115"
    pub(in crate::cli) citation: String,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) as_of: Option<String>,

    #[command(flatten)]
    pub(in crate::cli) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct LawFindOptions {
    /// The kind of body that gives, such as nhs-trust (`sharewright explain party-kind` lists them)
    #[arg(long, value_name = "KIND")]
    pub(in crate::cli) from: Option<String>,

    /// The kind of body that receives, such as police-force
    #[arg(long, value_name = "KIND")]
    pub(in crate::cli) to: Option<String>,

    /// The class of data, such as health (`sharewright explain data-class` lists them)
    #[arg(long, value_name = "CLASS")]
    pub(in crate::cli) data: Option<String>,

    /// The kind of purpose, such as safeguarding (`sharewright explain purpose-kind` lists them)
    #[arg(long, value_name = "KIND")]
    pub(in crate::cli) purpose: Option<String>,

    /// The nation whose law applies
    #[arg(long, value_name = "NATION", value_parser = ["england", "wales", "scotland", "northern-ireland"])]
    pub(in crate::cli) nation: Option<String>,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) as_of: Option<String>,

    #[command(flatten)]
    pub(in crate::cli) packs: PackOptions,
}
