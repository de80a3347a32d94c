//! `sharewright man`: the manual, a page a command, for `man`.

use super::args::{Arguments, ManOptions};
use super::fault::Fault;
use super::{Exit, print, write_out};
use crate::workspace::write_whole;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use std::io::{Error, Write};
use std::path::Path;

/// What the foot of each page names.
const SOURCE: &str = concat!("sharewright ", env!("CARGO_PKG_VERSION"));

pub(super) fn run(options: &ManOptions) -> Result<Exit, Fault> {
    let mut command = Arguments::command();
    // Flags are made ready only for the command that runs; here those of all commands are wanted.
    command.build();
    let mut pages = Vec::new();
    collect(&command, "sharewright", &mut pages);
    let Some(folder) = &options.out else {
        let (_, page) = pages.swap_remove(0);
        write_out(std::io::stdout().lock().write_all(&page?))?;
        return Ok(Exit::Clean);
    };
    let count = pages.len();
    for (name, page) in pages {
        let path = Path::new(folder).join(format!("{name}.1"));
        write_whole(&path, &page?).map_err(|error| Fault::new(&format!("`{}` cannot be written: {error}", path.display()), "Check the path, and that you may write there."))?;
    }
    print(&format!("{count} pages are written to {folder}. To read one: man -l {}\n", Path::new(folder).join("sharewright-lint.1").display()))?;
    Ok(Exit::Clean)
}

/// The page of a command and those of its subcommands, each under the name that `man` knows it by.
fn collect(command: &Command, name: &str, pages: &mut Vec<(String, Result<Vec<u8>, Fault>)>) {
    let title = name.to_uppercase();
    let mut page = Vec::new();
    // A day would differ from build to build. A field that is empty would be left out, and the next would take its place.
    let man = Man::new(command.clone()).title(title).date(" ").source(SOURCE).manual("Sharewright");
    let made = man.render(&mut page);
    pages.push((name.to_owned(), made.map(|()| page).map_err(|error: Error| Fault::new(&format!("the page of `{name}` cannot be made"), &error.to_string()))));
    for subcommand in command.get_subcommands().filter(|subcommand| !subcommand.is_hide_set() && subcommand.get_name() != "help") {
        collect(subcommand, &format!("{name}-{}", subcommand.get_name()), pages);
    }
}
