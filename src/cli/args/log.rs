//! Flags of the log of disclosure records.

use super::PackOptions;
use clap::{Args, ValueEnum};

#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Args, Debug)]
pub(in crate::cli) struct DisclosuresOptions {
    /// Files and folders to look at
    #[arg(default_value = ".", value_name = "PATH")]
    pub(in crate::cli) paths: Vec<String>,

    /// Only records decided so: shared, partly, refused, deferred or undecided; several with commas
    #[arg(long, value_name = "DECISION", value_delimiter = ',')]
    pub(in crate::cli) decision: Vec<String>,

    /// Only decisions of this kind, such as public-interest (`sharewright explain decision-class` lists them)
    #[arg(long, value_name = "CLASS", value_delimiter = ',')]
    pub(in crate::cli) class: Vec<String>,

    /// Only records that rest on this: a citation, a part of one, or a ground in confidence
    #[arg(long, value_name = "CITATION")]
    pub(in crate::cli) basis: Vec<String>,

    /// Only requests of this force or other asker: a part of its name
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) force: Vec<String>,

    /// Only requests of this kind of asker, such as police (`sharewright explain requester-kind` lists them)
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub(in crate::cli) kind: Vec<String>,

    /// Only decisions judged by this profession, such as doctor (`sharewright explain profession` lists them)
    #[arg(long, value_name = "PROFESSION", value_delimiter = ',')]
    pub(in crate::cli) profession: Vec<String>,

    /// Only records decided on this day or later
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) since: Option<String>,

    /// Only records decided on this day or earlier
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) until: Option<String>,

    /// Only records of which something is not done although its day is past
    #[arg(long)]
    pub(in crate::cli) overdue: bool,

    /// Only records of which something was done after its day
    #[arg(long)]
    pub(in crate::cli) late: bool,

    /// Only records that await a review
    #[arg(long)]
    pub(in crate::cli) awaiting_review: bool,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(in crate::cli) as_of: Option<String>,

    /// Count the records by this, instead of listing them
    #[arg(long, value_enum, value_name = "BY")]
    pub(in crate::cli) count: Option<CountBy>,

    /// Do not tell a count below this number: few of a sort can tell who they are
    #[arg(long, value_name = "N", default_value_t = 0, requires = "count")]
    pub(in crate::cli) hide_below: usize,

    /// Show the local reference of the person, too
    #[arg(long, conflicts_with = "count")]
    pub(in crate::cli) with_person_reference: bool,

    /// How the records are shown
    #[arg(long, value_enum, default_value_t = LogFormat::Table)]
    pub(in crate::cli) format: LogFormat,

    #[command(flatten)]
    pub(in crate::cli) packs: PackOptions,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum LogFormat {
    /// For a terminal
    Table,
    /// For a spreadsheet
    Csv,
    /// For programs
    Json,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum CountBy {
    /// Shared, partly, refused, deferred
    Decision,
    /// The kind of decision
    Class,
    /// The kind of asker
    Kind,
    /// The force or other asker
    Force,
    /// The month of the decision
    Month,
    /// The year of the decision
    Year,
    /// The profession of who judged
    Profession,
    /// A request, volunteering or a duty
    Started,
    /// The law that it rests on
    Basis,
}
