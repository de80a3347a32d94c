//! `sharewright new`: begins an agreement from a starter.

use super::args::NewOptions;
use super::fault::Fault;
use super::{Exit, print};
use crate::diagnostic::{all_words, list_words, nearest};
use crate::emit::{Starter, starters};
use crate::model::{parse_day, spoken_day};
use crate::shipped;
use crate::workspace::{today, write_new};
use std::io::{BufRead, ErrorKind, IsTerminal, Write};
use std::path::Path;

/// The variable that has a value of its own: today.
const DATE: &str = "date";

pub(super) fn run(options: &NewOptions) -> Result<Exit, Fault> {
    let Some(kind) = &options.kind else {
        return list().map(|()| Exit::Clean);
    };
    let starter = starters().find(|starter| starter.name == *kind).ok_or_else(|| unknown(kind))?;
    let mut values = given(starter, &options.set)?;
    let out = options.out.clone().unwrap_or_else(|| format!("{kind}.isa"));
    let path = Path::new(&out);
    if path.exists() {
        return Err(exists(&out));
    }
    if std::io::stdin().is_terminal() && std::io::stderr().is_terminal() {
        ask(starter, &mut values)?;
    }
    if !values.iter().any(|(name, _)| name == DATE) {
        values.push((DATE.to_owned(), today().to_string()));
    }
    write_new(path, starter.write(&values, &shipped::policy().vocabulary, shipped::texts()).as_bytes()).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => exists(&out),
        _ => Fault::new(&format!("`{out}` cannot be written: {error}"), "Check the path, and that you may write there."),
    })?;
    let open: Vec<&str> = starter.variables().map(|(name, _)| name).filter(|name| !values.iter().any(|(known, _)| known == name)).collect();
    let open = if open.is_empty() { String::new() } else { format!(" Not given, and shown in brackets: {}.", open.join(", ")) };
    print(&format!("{out} is written.{open}\nRead it from the top, answer what stands as `?`, and run `sharewright lint {out}`.\n"))?;
    Ok(Exit::Clean)
}

/// Tells which starters there are.
fn list() -> Result<(), Fault> {
    let width = starters().map(|starter| starter.name.len()).max().unwrap_or(0);
    let mut out = String::from("Starters:\n");
    for starter in starters() {
        let variables: Vec<&str> = starter.variables().map(|(name, _)| name).collect();
        let lines = [(starter.name, starter.about().to_owned()), ("", format!("variables: {}", variables.join(", ")))];
        out.extend(lines.map(|(name, said)| format!("  {name:width$}  {said}\n")));
    }
    out.push_str("\nBegin with: sharewright new KIND --out FILE --set area=\"...\"\n");
    print(&out)
}

fn unknown(kind: &str) -> Fault {
    let known: Vec<&str> = starters().map(|starter| starter.name).collect();
    let help = all_words(nearest(kind, known.iter().copied()), known.iter().copied());
    Fault::listing(&format!("there is no starter `{kind}`"), help.iter().map(String::as_str))
}

fn exists(out: &str) -> Fault {
    Fault::new(&format!("`{out}` is there already, and nothing is written over"), "Give another name after `--out`.")
}

/// The variables that flags give.
fn given(starter: Starter, set: &[String]) -> Result<Vec<(String, String)>, Fault> {
    let mut values = Vec::with_capacity(set.len());
    for pair in set {
        let (name, value) = pair.split_once('=').ok_or_else(|| Fault::new(&format!("`{pair}` gives no value"), "Write `--set name=value`."))?;
        let known = || starter.variables().map(|(name, _)| name);
        if !known().any(|known| known == name) {
            return Err(Fault::new(&format!("`{name}` is no variable of the starter `{}`", starter.name), &format!("Its variables are {}.", list_words(known()))));
        }
        values.push((name.to_owned(), sound(name, value)?));
    }
    Ok(values)
}

/// A value that can stand in an agreement: one line, and a day where a day is asked.
fn sound(name: &str, value: &str) -> Result<String, Fault> {
    let value = value.trim();
    if value.is_empty() || value.contains(char::is_control) {
        return Err(Fault::new(&format!("`{name}` has to be one line of text"), "Give a name or a date, without line breaks."));
    }
    if name == DATE && !parse_day(value).is_ok_and(|day| day.first == day.last && value.len() == 10) {
        let help = spoken_day(value).map_or_else(|| "Give a day such as 2026-04-01.".to_owned(), |meant| format!("Did you mean {meant}? A day is written year, month, day."));
        return Err(Fault::new(&format!("`{value}` is not a day for `{name}`"), &help));
    }
    Ok(value.to_owned())
}

/// Asks on the terminal for what flags have not given. An empty line leaves it open.
fn ask(starter: Starter, values: &mut Vec<(String, String)>) -> Result<(), Fault> {
    let cannot = |error: std::io::Error| Fault::new(&format!("the answer cannot be read: {error}"), "Give the values with `--set name=value`.");
    for (name, asked) in starter.variables() {
        while !values.iter().any(|(known, _)| known == name) {
            eprint!("{asked}{}: ", if name == DATE { ", or nothing for today" } else { ", or nothing to leave it open" });
            std::io::stderr().flush().map_err(cannot)?;
            let mut line = String::new();
            let read = std::io::stdin().lock().read_line(&mut line).map_err(cannot)?;
            if read == 0 || line.trim().is_empty() {
                break;
            }
            match sound(name, &line) {
                Ok(value) => values.push((name.to_owned(), value)),
                Err(fault) => fault.print(),
            }
        }
    }
    Ok(())
}
