//! Flags of what makes documents.

use super::PackOptions;
use clap::{Args, ValueEnum};

#[derive(Args, Debug)]
pub(in crate::cli) struct BuildOptions {
    /// Files and folders to build from
    #[arg(default_value = ".", value_name = "PATH")]
    pub(in crate::cli) paths: Vec<String>,

    /// The folder that documents are written to
    #[arg(long, value_name = "DIR", default_value = "build")]
    pub(in crate::cli) out: String,

    /// Kinds of document, with commas (default: all)
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub(in crate::cli) kind: Vec<String>,

    /// Formats, with commas
    #[arg(long, value_enum, value_delimiter = ',', default_value = "md,html")]
    pub(in crate::cli) format: Vec<BuildFormat>,

    /// The party whose own documents are made, by its name in the source (default: every party)
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) party: Option<String>,

    /// A folder of templates that take the place of those that ship with the tool
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) templates: Option<String>,

    /// Write nothing; fail when a document is not up to date
    #[arg(long)]
    pub(in crate::cli) check: bool,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) as_of: Option<String>,

    #[command(flatten)]
    pub(in crate::cli) packs: PackOptions,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(in crate::cli) enum BuildFormat {
    /// Markdown
    Md,
    /// One page that stands alone
    Html,
    /// The document as data, for other programs
    Json,
}
