//! `sharewright completions`: what a shell needs to complete commands and flags.

use super::args::{Arguments, CompletionsOptions};
use super::fault::Fault;
use super::{Exit, write_out};
use clap::CommandFactory;
use std::io::Write;

pub(super) fn run(options: &CompletionsOptions) -> Result<Exit, Fault> {
    let mut command = Arguments::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, name, &mut script);
    // The script is for a shell, so nothing in it is made harmless for a terminal: it holds our own words only.
    write_out(std::io::stdout().lock().write_all(&script))?;
    Ok(Exit::Clean)
}
