//! Flags and arguments.

mod log;

use clap::{Args, Parser, Subcommand, ValueEnum};
pub(super) use log::{CountBy, DisclosuresOptions, LogFormat};

/// Compile and check information sharing agreements.
#[derive(Parser, Debug)]
#[command(name = "sharewright", version, about = "Checks information sharing agreements between police, health and care bodies.", arg_required_else_help = true)]
#[command(
    after_help = "Exit codes: 0 nothing at or above the threshold, 1 findings, 2 usage or packs, 3 nothing to check, 4 internal error.\nThe tool does not give legal advice: it says what the register and the guidance require, and who decides."
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Check agreements, procedures, notices, disclosure records and policies, and list what is found
    Lint(LintOptions),
    /// Make the papers that people sign and read: agreements, procedures, notices, reports
    Build(BuildOptions),
    /// Begin an agreement from a starter; without a kind, list the starters
    New(NewOptions),
    /// Compare a published notice with the agreements in force, or with its twin in another language
    Notice(NoticeOptions),
    /// Answer the 22 questions of the partnership checklist for each agreement, and those on one decision for each disclosure record
    Checklist(ChecklistOptions),
    /// Show the way of each disclosure record through the decision procedures: what settled each step, what is missing, what would change it
    Trace(TraceOptions),
    /// Tell everything about a rule or a question: why, what next, who decides, source, examples
    Explain(ExplainOptions),
    /// List the rules, or test the examples of rules
    Rules(RulesOptions),
    /// Look into the law register: what it says of a citation, and which provisions fit
    Law(LawOptions),
    /// List the agreements and disclosure records that cite law which began or ended since a day
    Impact(ImpactOptions),
    /// List and count the disclosure records of a repository; nobody is named
    Disclosures(DisclosuresOptions),
    /// Lead through one decision to disclose, question by question, and write its record
    Disclose(DiscloseOptions),
}

/// Which policies are used.
#[derive(Args, Debug, Clone, Default)]
pub(super) struct PackOptions {
    /// A folder of local packs, added to those that ship with the tool
    #[arg(long, value_name = "DIR")]
    pub(super) packs: Vec<String>,

    /// A folder of packs used instead of those that ship with the tool
    #[arg(long, value_name = "DIR", conflicts_with = "packs", hide = true)]
    pub(super) only_packs: Option<String>,
}

#[derive(Args, Debug)]
pub(super) struct LintOptions {
    /// Files and folders to check
    #[arg(default_value = ".", value_name = "PATH")]
    pub(super) paths: Vec<String>,

    /// How findings are shown
    #[arg(long, value_enum, default_value_t = Format::Rich)]
    pub(super) format: Format,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    /// The lowest severity that makes the exit code 1
    #[arg(long, value_enum, default_value_t = Threshold::Error)]
    pub(super) fail_on: Threshold,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    pub(super) color: Colour,

    /// Show every finding by itself, instead of one for the questions that nothing answers and one for the standards that are not met
    #[arg(long)]
    pub(super) each: bool,

    /// Print the summary only
    #[arg(long, short)]
    pub(super) quiet: bool,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct BuildOptions {
    /// Files and folders to build from
    #[arg(default_value = ".", value_name = "PATH")]
    pub(super) paths: Vec<String>,

    /// The folder that documents are written to
    #[arg(long, value_name = "DIR", default_value = "build")]
    pub(super) out: String,

    /// Kinds of document, with commas (default: all)
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub(super) kind: Vec<String>,

    /// Formats, with commas
    #[arg(long, value_enum, value_delimiter = ',', default_value = "md,html,docx")]
    pub(super) format: Vec<BuildFormat>,

    /// The party whose own documents are made, by its name in the source (default: every party)
    #[arg(long, value_name = "NAME")]
    pub(super) party: Option<String>,

    /// A folder of templates that take the place of those that ship with the tool
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<String>,

    /// A Word document whose look Word files take: its styles, numbers, margins, header, footer and logo
    #[arg(long, value_name = "FILE")]
    pub(super) reference_doc: Option<String>,

    /// Write a Word document to change and to give to `--reference-doc`, and nothing else
    #[arg(long)]
    pub(super) print_reference_doc: bool,

    /// Write nothing; fail when a document is not up to date
    #[arg(long)]
    pub(super) check: bool,

    /// Write nothing; print how hard each part of each document is to read
    #[arg(long, conflicts_with = "check")]
    pub(super) measure: bool,

    /// The language of fixed words in notices, such as cy (default: en)
    #[arg(long, value_name = "TAG")]
    pub(super) language: Option<String>,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct NewOptions {
    /// The kind of sharing, such as mental-health-triage
    pub(super) kind: Option<String>,

    /// The file to write; one that is there already is left alone (default: KIND.isa)
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<String>,

    /// A variable of the starter, such as area="Fenwold"; asked for on a terminal when not given
    #[arg(long, value_name = "NAME=VALUE")]
    pub(super) set: Vec<String>,
}

/// What a document is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum BuildFormat {
    /// Markdown
    Md,
    /// One page that stands alone
    Html,
    /// Word
    Docx,
    /// The document as data, for other programs
    Json,
}

#[derive(Args, Debug)]
pub(super) struct NoticeOptions {
    #[command(subcommand)]
    pub(super) command: NoticeCommand,
}

#[derive(Subcommand, Debug)]
pub(super) enum NoticeCommand {
    /// Tell what a published notice leaves out of the agreements in force, and what it names that none of them has
    Check(NoticeCheckOptions),
    /// Tell where two language versions of a notice differ in headings, items, numbers, days and addresses
    Twins(NoticeTwinsOptions),
}

#[derive(Args, Debug)]
pub(super) struct NoticeCheckOptions {
    /// The notice, saved as HTML or text
    #[arg(value_name = "SAVED")]
    pub(super) saved: String,

    /// Files and folders with the agreements
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<String>,

    /// Whose notice it is, by the name in the source (default: the party that it names first)
    #[arg(long, value_name = "NAME")]
    pub(super) party: Option<String>,

    /// How the comparison is shown
    #[arg(long, value_enum, default_value_t = NoticeFormat::Text)]
    pub(super) format: NoticeFormat,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct NoticeTwinsOptions {
    /// One version, saved as HTML or text
    #[arg(value_name = "FIRST")]
    pub(super) first: String,

    /// The other
    #[arg(value_name = "SECOND")]
    pub(super) second: String,

    /// How the comparison is shown
    #[arg(long, value_enum, default_value_t = NoticeFormat::Text)]
    pub(super) format: NoticeFormat,
}

/// How a comparison is shown.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoticeFormat {
    /// For a terminal
    Text,
    /// For programs
    Json,
}

#[derive(Args, Debug)]
pub(super) struct ChecklistOptions {
    /// Files and folders to check
    #[arg(default_value = ".", value_name = "PATH")]
    pub(super) paths: Vec<String>,

    /// How the checklist is shown
    #[arg(long, value_enum, default_value_t = ChecklistFormat::Table)]
    pub(super) format: ChecklistFormat,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct TraceOptions {
    /// Files and folders with disclosure records
    #[arg(required = true, value_name = "FILE")]
    pub(super) paths: Vec<String>,

    /// How the trace is shown
    #[arg(long, value_enum, default_value_t = TraceFormat::Text)]
    pub(super) format: TraceFormat,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct ExplainOptions {
    /// A code such as CHK-Q03 or CHK-Q03.1, or an id such as secure-channels; a keyword of the language is explained too
    pub(super) rule: String,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct RulesOptions {
    #[command(subcommand)]
    pub(super) command: Option<RulesCommand>,

    /// Only the rules for such documents
    #[arg(long = "for", value_enum, value_name = "DOCUMENTS")]
    pub(super) judged: Option<Judged>,

    /// How the list is shown
    #[arg(long, value_enum, default_value_t = RulesFormat::Table)]
    pub(super) format: RulesFormat,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Subcommand, Debug)]
pub(super) enum RulesCommand {
    /// Run the examples of every rule: each bad one must fire its rule alone, each good one nothing
    Test(RulesTestOptions),
}

#[derive(Args, Debug)]
pub(super) struct RulesTestOptions {
    /// Only rules whose code begins so
    pub(super) code: Option<String>,

    /// A folder that holds the example that rule examples are laid over (default: the complete example of the tool)
    #[arg(long, value_name = "DIR")]
    pub(super) base: Option<String>,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct LawOptions {
    #[command(subcommand)]
    pub(super) command: LawCommand,
}

#[derive(Subcommand, Debug)]
pub(super) enum LawCommand {
    /// Show what the register says of a citation
    Show(LawShowOptions),
    /// Show the legal footing of each flow and of each disclosure record: what is cited, what the register says of it, and what was found
    Check(LawCheckOptions),
    /// List the provisions under which one body may, or must, share with another; duties first
    Find(LawFindOptions),
}

#[derive(Args, Debug)]
pub(super) struct LawCheckOptions {
    /// Files and folders to look at
    #[arg(default_value = ".", value_name = "PATH")]
    pub(super) paths: Vec<String>,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct ImpactOptions {
    /// Files and folders to look at
    #[arg(default_value = ".", value_name = "PATH")]
    pub(super) paths: Vec<String>,

    /// What changed after this day, such as 2026-01-01
    #[arg(long, value_name = "DATE")]
    pub(super) since: String,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct DiscloseOptions {
    /// The record to write or to go on with, such as case-14.disclosure
    #[arg(value_name = "FILE", required_unless_present = "questions")]
    pub(super) file: Option<String>,

    /// Take the answers from this file instead of asking
    #[arg(long, value_name = "FILE", conflicts_with = "questions")]
    pub(super) answers: Option<String>,

    /// Print the questions as JSON, for other front ends
    #[arg(long, conflicts_with = "file")]
    pub(super) questions: bool,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    /// When to use colour
    #[arg(long, value_enum, default_value_t = Colour::Auto)]
    pub(super) color: Colour,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct LawShowOptions {
    /// A citation as it is written, such as "CDA 1998 s.115"
    pub(super) citation: String,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(Args, Debug)]
pub(super) struct LawFindOptions {
    /// The kind of body that gives, such as nhs-trust (`sharewright explain party-kind` lists them)
    #[arg(long, value_name = "KIND")]
    pub(super) from: Option<String>,

    /// The kind of body that receives, such as police-force
    #[arg(long, value_name = "KIND")]
    pub(super) to: Option<String>,

    /// The class of data, such as health (`sharewright explain data-class` lists them)
    #[arg(long, value_name = "CLASS")]
    pub(super) data: Option<String>,

    /// The kind of purpose, such as safeguarding (`sharewright explain purpose-kind` lists them)
    #[arg(long, value_name = "KIND")]
    pub(super) purpose: Option<String>,

    /// The nation whose law applies
    #[arg(long, value_name = "NATION", value_parser = ["england", "wales", "scotland", "northern-ireland"])]
    pub(super) nation: Option<String>,

    /// The day to answer for, such as 2026-04-01 (default: today)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    #[command(flatten)]
    pub(super) packs: PackOptions,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// The lines of the file with the places marked
    Rich,
    /// One line a finding
    Short,
    /// Plain sentences, for screen readers
    Narrated,
    /// For programs
    Json,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChecklistFormat {
    /// For a terminal
    Table,
    /// For a document or a pull request
    Markdown,
    /// For programs
    Json,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TraceFormat {
    /// Plain lines
    Text,
    /// For programs
    Json,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judged {
    /// Agreements with their procedures and notices
    #[value(name = "agreements", alias = "agreement")]
    Agreements,
    /// Disclosure records
    #[value(name = "disclosure-records", aliases = ["disclosure-record", "disclosures", "disclosure"])]
    Records,
    /// Policies of organisations
    #[value(name = "policies", alias = "policy")]
    Policies,
}

impl Judged {
    /// The keyword of the documents.
    pub(super) fn keyword(self) -> &'static str {
        match self {
            Judged::Agreements => "agreement",
            Judged::Records => "disclosure",
            Judged::Policies => "policy",
        }
    }
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RulesFormat {
    /// For a terminal
    Table,
    /// For programs
    Json,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Threshold {
    /// Errors only
    Error,
    /// Errors and warnings
    Warning,
    /// Everything, advice included
    Info,
    /// Never
    Never,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colour {
    /// On a terminal, unless `NO_COLOR` is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}
