//! The command line: one file a command. Reads flags, calls the rooms above, prints, and chooses the exit code.

mod args;
mod baseline;
mod build;
mod checklist;
mod compare;
mod completions;
mod config;
mod disclose;
mod disclosures;
mod explain;
mod fault;
mod fmt;
mod impact;
mod law;
mod lint;
mod load;
mod lsp;
mod man;
mod new;
mod notice;
mod outputs;
mod piped;
mod rules;
mod settings;
mod since;
mod trace;
mod waivers;

use crate::report::safe;
use args::{Arguments, Command};
use clap::Parser;
use clap::error::ErrorKind;
use fault::Fault;
use std::io::Write;
use std::process::ExitCode;

/// The exit code of a fault of the tool itself.
const INTERNAL: i32 = 4;

/// What a run ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing at or above the threshold.
    Clean,
    /// Findings at or above it.
    Findings,
    /// The command line or a pack is not right.
    Usage,
    /// There was nothing to check.
    Nothing,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(match exit {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Usage => 2,
            Exit::Nothing => 3,
        })
    }
}

/// Runs the tool on the arguments of the process.
pub fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|fault| {
        // What was being read is left out, since it may name somebody.
        let place = fault.location().map_or_else(String::new, |place| format!(" at {place}"));
        eprintln!("sharewright met a fault of its own and stopped{place}");
        eprintln!("Please report it with the file that was being checked, as far as you may share that.");
        std::process::exit(INTERNAL);
    }));
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
            if asked || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
                let _ = error.print();
            } else {
                Fault::usage(&error).print();
            }
            return if asked { Exit::Clean } else { Exit::Usage }.into();
        }
    };
    let done = match &arguments.command {
        Command::Lint(options) => lint::run(options),
        Command::Fmt(options) => fmt::run(options),
        Command::Build(options) => build::run(options),
        Command::New(options) => new::run(options),
        Command::Notice(options) => notice::run(options),
        Command::Checklist(options) => checklist::run(options),
        Command::Trace(options) => trace::run(options),
        Command::Explain(options) => explain::run(options),
        Command::Rules(options) => rules::run(options),
        Command::Law(options) => law::run(options),
        Command::Impact(options) => impact::run(options),
        Command::Disclosures(options) => disclosures::run(options),
        Command::Config(options) => config::run(options),
        Command::Waivers(options) => waivers::run(options),
        Command::Disclose(options) => disclose::run(options),
        Command::Completions(options) => completions::run(options),
        Command::Man(options) => man::run(options),
        Command::Lsp(options) => lsp::run(options),
    };
    match done {
        Ok(exit) => exit.into(),
        Err(fault) => {
            fault.print();
            Exit::Usage.into()
        }
    }
}

/// Writes to standard output. A reader that has gone away, such as `head`, ends the run in peace.
fn print(text: &str) -> Result<(), Fault> {
    write_out(std::io::stdout().lock().write_all(safe(text).as_bytes()))
}

/// Whether writing went well; a closed pipe is not a fault.
fn write_out(result: std::io::Result<()>) -> Result<(), Fault> {
    match result {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(error) => Err(Fault::new("cannot write the report", &error.to_string())),
        Ok(()) => Ok(()),
    }
}
