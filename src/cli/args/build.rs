//! Flags of what makes documents.

use super::PackOptions;
use clap::{Args, Subcommand, ValueEnum};

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
    #[arg(long, value_enum, value_delimiter = ',', default_value = "md,html,docx")]
    pub(in crate::cli) format: Vec<BuildFormat>,

    /// The party whose own documents are made, by its name in the source (default: every party)
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) party: Option<String>,

    /// A folder of templates that take the place of those that ship with the tool
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) templates: Option<String>,

    /// A Word document whose look Word files take: its styles, numbers, margins, header, footer and logo
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) reference_doc: Option<String>,

    /// Write a Word document to change and to give to `--reference-doc`, and nothing else
    #[arg(long)]
    pub(in crate::cli) print_reference_doc: bool,

    /// Write nothing; fail when a document is not up to date
    #[arg(long)]
    pub(in crate::cli) check: bool,

    /// Write nothing; print how hard each part of each document is to read
    #[arg(long, conflicts_with = "check")]
    pub(in crate::cli) measure: bool,

    /// The language of fixed words in notices, such as cy (default: en)
    #[arg(long, value_name = "TAG")]
    pub(in crate::cli) language: Option<String>,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) as_of: Option<String>,

    #[command(flatten)]
    pub(in crate::cli) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct NewOptions {
    /// The kind of sharing, such as mental-health-triage
    pub(in crate::cli) kind: Option<String>,

    /// The file to write; one that is there already is left alone (default: KIND.isa)
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) out: Option<String>,

    /// A variable of the starter, such as area="Fenwold"; asked for on a terminal when not given
    #[arg(long, value_name = "NAME=VALUE")]
    pub(in crate::cli) set: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum BuildFormat {
    /// Markdown
    Md,
    /// One page that stands alone
    Html,
    /// Word
    Docx,
    /// PDF, tagged, for signing and keeping; in programs that were built with it
    Pdf,
    /// The document as data, for other programs
    Json,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct NoticeOptions {
    #[command(subcommand)]
    pub(in crate::cli) command: NoticeCommand,
}

#[derive(Subcommand, Debug)]
pub(in crate::cli) enum NoticeCommand {
    /// Tell what a published notice leaves out of the agreements in force, and what it names that none of them has
    Check(NoticeCheckOptions),
    /// Tell where two language versions of a notice differ in headings, items, numbers, days and addresses
    Twins(NoticeTwinsOptions),
}

#[derive(Args, Debug)]
pub(in crate::cli) struct NoticeCheckOptions {
    /// The notice, saved as HTML or text
    #[arg(value_name = "SAVED")]
    pub(in crate::cli) saved: String,

    /// Files and folders with the agreements
    #[arg(required = true, value_name = "PATH")]
    pub(in crate::cli) paths: Vec<String>,

    /// Whose notice it is, by the name in the source (default: the party that it names first)
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) party: Option<String>,

    /// How the comparison is shown
    #[arg(long, value_enum, default_value_t = NoticeFormat::Text)]
    pub(in crate::cli) format: NoticeFormat,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) as_of: Option<String>,

    #[command(flatten)]
    pub(in crate::cli) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct NoticeTwinsOptions {
    /// One version, saved as HTML or text
    #[arg(value_name = "FIRST")]
    pub(in crate::cli) first: String,

    /// The other
    #[arg(value_name = "SECOND")]
    pub(in crate::cli) second: String,

    /// How the comparison is shown
    #[arg(long, value_enum, default_value_t = NoticeFormat::Text)]
    pub(in crate::cli) format: NoticeFormat,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum NoticeFormat {
    /// For a terminal
    Text,
    /// For programs
    Json,
}
