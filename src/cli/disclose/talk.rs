//! The talk itself: a question, a line, the record on disk, the next question. Plain lines in order, for any terminal and any reader.

use super::super::fault::Fault;
use super::super::{print, write_out};
use super::{keep, on_disk, read};
use crate::guide::{Given, Guide, Place, Question, Record, Turned, fresh, record_name};
use crate::report::safe;
use crate::workspace::exists;
use std::fmt::Write as _;
use std::io::{self, BufRead, Write as _};

/// What may be typed at every question.
const WORDS: &str = "At every question: ? not known yet, none it does not apply, help, back, stop. Enter passes over what may stay out.\n";

/// A line of a person.
enum Line {
    /// Nothing more comes.
    End,
    /// What was typed.
    Said(String),
}

/// Asks until nothing is left to ask; false when the person stopped before.
pub(super) fn talk(guide: Guide<'_>, path: &str, coloured: bool) -> Result<bool, Fault> {
    let mut text = if exists(path) { on_disk(path)? } else { fresh(&record_name(path)) };
    let turned = read(guide, path, &text)?.opened();
    if turned.next.is_some() {
        print(WORDS)?;
    }
    let mut next = turned.next;
    // The first writing shows whether there will be any; a record that is complete is left as it is.
    if turned.text != text || !exists(path) {
        keep(path, &turned.text)?;
        text = turned.text;
    }
    let mut told = true;
    while let Some(place) = next {
        let record = read(guide, path, &text)?;
        let question = record.question(place);
        if told {
            show(&question, coloured)?;
        }
        print("> ")?;
        flush()?;
        let said = match line()? {
            Line::End => return stopped(path),
            Line::Said(said) => said,
        };
        told = true;
        let turned = match said.trim() {
            "stop" => return stopped(path),
            "help" => {
                print(&help(&question))?;
                told = false;
                continue;
            }
            "back" => {
                let Some(before) = record.before(place) else {
                    print("This is the first question.\n")?;
                    continue;
                };
                record.at(before)
            }
            said => match taken(&record, &question, place, said)? {
                Ok(turned) => turned,
                Err(why) => {
                    print(&format!("{why}\n"))?;
                    told = false;
                    continue;
                }
            },
        };
        // Somebody may have written in the file in the meantime: that is kept, and the question is put again.
        let now = on_disk(path)?;
        if now != text {
            print("The file was changed by somebody else; this question comes again.\n")?;
            let opened = read(guide, path, &now)?.opened();
            (text, next) = (now, opened.next);
            continue;
        }
        if turned.text != text {
            keep(path, &turned.text)?;
        }
        Turned { text, next } = turned;
    }
    Ok(true)
}

/// An answer, taken into the record.
fn taken(record: &Record<'_>, question: &Question<'_>, place: Place, said: &str) -> Result<Result<Turned, String>, Fault> {
    let given = match said {
        _ if question.more => match said.to_lowercase().as_str() {
            "" | "n" | "no" | "?" | "none" => Given::More(false),
            "y" | "yes" => Given::More(true),
            _ => return Ok(Err("Answer yes or no.".to_owned())),
        },
        "" => Given::Skip,
        "?" => Given::Unknown,
        "none" if !question.choices.iter().any(|choice| choice.word == "none") => {
            print("Why does it not apply?\n> ")?;
            flush()?;
            match line()? {
                Line::Said(reason) if !matches!(reason.trim(), "" | "back" | "stop") => Given::NotApplicable(reason),
                Line::Said(_) | Line::End => return Ok(Err("Nothing was written. The question stands.".to_owned())),
            }
        }
        said => Given::Text(said.to_owned()),
    };
    Ok(record.answer(place, &given))
}

fn stopped(path: &str) -> Result<bool, Fault> {
    print(&format!("\nStopped. Everything answered is in {path}. Go on with: sharewright disclose {path}\n"))?;
    Ok(false)
}

/// Shows the question with the words that may be chosen.
fn show(question: &Question<'_>, coloured: bool) -> Result<(), Fault> {
    let about = if question.about.is_empty() { String::new() } else { format!("{}\n", question.about) };
    print(&format!("\n{about}"))?;
    if coloured {
        // The marks of the terminal are the tool's own; what is in the packs cannot bring any.
        let ask = safe(question.ask);
        write_out(io::stdout().lock().write_all(format!("\u{1b}[1m{ask}\u{1b}[0m").as_bytes()))?;
    } else {
        print(question.ask)?;
    }
    let mut out = String::from(if question.need || question.more { "\n" } else { " (may stay out)\n" });
    let width = question.choices.iter().map(|choice| choice.word.len()).max().unwrap_or(0);
    for (number, choice) in question.choices.iter().enumerate() {
        let _ = writeln!(out, "{:3}. {:width$}  {}", number + 1, choice.word, choice.means);
    }
    if let Some(now) = &question.now {
        let _ = writeln!(out, "Now: {now}. Enter keeps it.");
    }
    print(&out)
}

fn help(question: &Question<'_>) -> String {
    let mut out = String::new();
    if !question.hint.is_empty() {
        let _ = writeln!(out, "{}", question.hint);
    }
    let _ = writeln!(out, "What may be answered: {}.", question.sorts);
    for choice in &question.choices {
        let _ = writeln!(out, "  {}: {}", choice.word, choice.means);
    }
    out.push_str(WORDS);
    out
}

fn line() -> Result<Line, Fault> {
    let mut bytes = Vec::new();
    let read = io::stdin().lock().read_until(b'\n', &mut bytes).map_err(|error| Fault::new("the answer cannot be read", &error.to_string()))?;
    if read == 0 {
        return Ok(Line::End);
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(Line::Said(text.trim_end_matches(['\n', '\r']).trim_start_matches('\u{FEFF}').to_owned()))
}

fn flush() -> Result<(), Fault> {
    write_out(io::stdout().flush())
}
