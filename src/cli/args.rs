//! Flags and arguments.

mod build;
mod config;
mod fix;
mod fmt;
mod law;
mod lint;
mod log;
mod shell;
mod waivers;

pub(super) use build::{BuildFormat, BuildOptions, NewOptions, NoticeCheckOptions, NoticeCommand, NoticeFormat, NoticeOptions, NoticeTwinsOptions};
use clap::{Args, Parser, Subcommand, ValueEnum};
pub(super) use config::{ConfigCommand, ConfigOptions, ConfigShowOptions};
pub(super) use fix::FixOptions;
pub(super) use fmt::FmtOptions;
pub(super) use law::{ImpactOptions, LawCheckOptions, LawCommand, LawFindOptions, LawOptions, LawShowOptions};
pub(super) use lint::{LintOptions, Output, output};
pub(super) use log::{CountBy, DisclosuresOptions, LogFormat};
pub(super) use shell::{CompletionsOptions, ManOptions};
pub(super) use waivers::{WaiversFormat, WaiversOptions};

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

// Only the flags of the command that runs are made ready.
#[derive(Subcommand, Debug)]
#[command(defer = true)]
pub(super) enum Command {
    /// Check agreements, procedures, notices, disclosure records and policies, and list what is found
    Lint(LintOptions),
    /// Lay out files in the one way in which all are, and change nothing of what they say
    Fmt(FmtOptions),
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
    /// Show the settings that hold here, and where each was said
    Config(ConfigOptions),
    /// List what waivers set aside, why, who owns that, and how many days are left
    Waivers(WaiversOptions),
    /// Lead through one decision to disclose, question by question, and write its record
    Disclose(DiscloseOptions),
    /// Print what a shell needs to complete commands and flags
    Completions(CompletionsOptions),
    /// Print the manual page, or write a page for each command
    Man(ManOptions),
    /// Serve an editor: findings, completion and more as one types; started by the editor
    Lsp(LspOptions),
}

// Which policies are used. No doc comment: it would take the place of what a command says of itself.
#[derive(Args, Debug, Clone, Default)]
pub(super) struct PackOptions {
    /// A folder of local packs, added to those that ship with the tool
    #[arg(long, value_name = "DIR")]
    pub(super) packs: Vec<String>,

    /// The settings file to use instead of the nearest `sharewright.toml`
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<String>,

    /// Use no settings file
    #[arg(long, conflicts_with = "config")]
    pub(super) no_config: bool,

    /// A folder of packs used instead of those that ship with the tool
    #[arg(long, value_name = "DIR", conflicts_with = "packs", hide = true)]
    pub(super) only_packs: Option<String>,
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
pub(super) struct DiscloseOptions {
    /// The record to write or to go on with, such as case-14.disclosure
    #[arg(value_name = "FILE", required_unless_present = "questions")]
    pub(super) file: Option<String>,

    /// Take the answers from this file instead of asking
    #[arg(long, value_name = "FILE", conflicts_with = "questions")]
    pub(super) answers: Option<String>,

    /// Ask only what has to be settled before anything is given; the same command without it asks the rest
    #[arg(long)]
    pub(super) urgent: bool,

    /// Print the questions as JSON, for other front ends
    #[arg(long, conflicts_with_all = ["file", "urgent"])]
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
pub(super) struct LspOptions {
    /// The day to answer for, such as 2026-04-01 (default: today; a setting of the editor goes before it)
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,

    /// Editors say that they speak over standard input and output; there is no other way
    #[arg(long, hide = true)]
    pub(super) stdio: bool,

    #[command(flatten)]
    pub(super) packs: PackOptions,
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
    /// For a document: everything about each rule, with its examples
    Markdown,
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

impl Colour {
    /// Whether colour is used, on a terminal or not.
    pub(super) fn shows(self, terminal: bool) -> bool {
        match self {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        }
    }
}
