//! The talk itself: a question, a line, the record on disk, the next question. Plain lines in order, for any terminal and any reader.

use super::super::fault::Fault;
use super::super::{print, write_out};
use super::{keep, on_disk, read};
use crate::guide::{Given, Guide, Pace, Place, Question, Record, Turned, fresh, record_name};
use crate::report::{safe, way_text};
use crate::workspace::exists;
use std::fmt::Write as _;
use std::io::{self, BufRead, Write as _};

/// What may be typed at every question.
const WORDS: &str = "At every question: ? not known yet, none it does not apply, help, back, stop. Enter passes over what may stay out.\n";

/// The width for which lines are broken.
const WIDTH: usize = 100;

/// What means that it is not known.
const UNKNOWN: [&str; 6] = ["?", "dunno", "don't know", "do not know", "not known", "no idea"];

/// What is said where it is asked why a question does not apply.
const REASON: &str = "Why does it not apply?\n> ";
const REASON_HELP: &str = "Say in a sentence why the question does not apply here. ? when the reason is not known yet; back returns to the question; stop.\n";

/// A line of a person.
enum Line {
    /// Nothing more comes, or they stop.
    Stop,
    /// They want to know what may be said.
    Help,
    /// They go back.
    Back,
    /// What was typed.
    Said(String),
}

/// What came of what somebody said.
enum Taken {
    /// An answer, taken into the record.
    Turned(Turned),
    /// The question stands, and why.
    Stands(String),
    /// They stop.
    Stopped,
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
    // Whether the question is shown in full, or only its line, since it was shown before; what it may be answered with comes again.
    let mut in_full = true;
    while let Some(place) = next {
        let record = read(guide, path, &text)?;
        let question = record.question(place);
        if in_full {
            if question.shows_way {
                print(&format!("\n{}", way_text(&record.way(), WIDTH)))?;
            }
            show(&question, coloured)?;
        } else {
            ask(&question, coloured)?;
            print(&choices(&question))?;
        }
        in_full = true;
        print("> ")?;
        let turned = match line()? {
            Line::Stop => return stopped(guide.pace, path),
            Line::Help => {
                print(&help(&question))?;
                in_full = false;
                continue;
            }
            Line::Back => {
                let Some(before) = record.before(place) else {
                    print("This is the first question.\n")?;
                    continue;
                };
                record.at(before)
            }
            Line::Said(said) => match taken(&record, &question, place, said.trim())? {
                Taken::Turned(turned) => turned,
                Taken::Stopped => return stopped(guide.pace, path),
                Taken::Stands(why) => {
                    print(&format!("{why}\n"))?;
                    in_full = false;
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
fn taken(record: &Record<'_>, question: &Question<'_>, place: Place, said: &str) -> Result<Taken, Fault> {
    let lower = said.to_lowercase();
    let takes_no = !question.choices.iter().any(|choice| choice.word.starts_with('n'));
    let given = match lower.as_str() {
        "" | "n" | "no" | "?" | "none" if question.more => Given::More(false),
        "y" | "yes" if question.more => Given::More(true),
        _ if question.more => return Ok(Taken::Stands("Answer yes or no.".to_owned())),
        "" => Given::Skip,
        // What may stay out and asks for no word is passed over by a plain no: it is nobody's number and no reason.
        "no" | "n" if !question.need && takes_no => Given::Skip,
        said if UNKNOWN.contains(&said) => Given::Unknown,
        "yes" | "no" if question.choices.len() > 2 && !question.choices.iter().any(|choice| choice.word == lower) => {
            return Ok(Taken::Stands("Yes or no does not say which. Give the number or the word.".to_owned()));
        }
        // Where a text has to stand, no is none, with its reason.
        "no" if question.choices.is_empty() && record.may_not_apply(place).is_ok() => return not_applicable(record, place),
        "none" if !question.choices.iter().any(|choice| choice.word == "none") => match record.may_not_apply(place) {
            Err(why) => return Ok(Taken::Stands(why)),
            Ok(()) => return not_applicable(record, place),
        },
        _ => Given::Text(said.to_owned()),
    };
    Ok(record.answer(place, &given).map_or_else(Taken::Stands, Taken::Turned))
}

/// A question that does not apply, with the reason.
fn not_applicable(record: &Record<'_>, place: Place) -> Result<Taken, Fault> {
    Ok(match reason()? {
        Line::Stop => Taken::Stopped,
        Line::Said(reason) => record.answer(place, &Given::NotApplicable(reason)).map_or_else(Taken::Stands, Taken::Turned),
        Line::Back | Line::Help => Taken::Stands("Back to the question; nothing was written.".to_owned()),
    })
}

/// Why a question does not apply.
fn reason() -> Result<Line, Fault> {
    loop {
        print(REASON)?;
        match line()? {
            Line::Help => print(REASON_HELP)?,
            Line::Said(reason) if reason.trim().is_empty() => print(REASON_HELP)?,
            line => return Ok(line),
        }
    }
}

fn stopped(pace: Pace, path: &str) -> Result<bool, Fault> {
    let flag = pace.flag();
    print(&format!("\nStopped. Everything answered is in {path}. Go on with: sharewright disclose {path}{flag}\n"))?;
    Ok(false)
}

/// Shows the question with the words that may be chosen.
fn show(question: &Question<'_>, coloured: bool) -> Result<(), Fault> {
    let about = if question.about.is_empty() { String::new() } else { format!("{}\n", question.about) };
    print(&format!("\n{about}"))?;
    ask(question, coloured)?;
    print(&choices(question))?;
    match &question.now {
        Some(now) => print(&format!("Now: {now}. Enter keeps it.\n")),
        None => Ok(()),
    }
}

/// The words that may be chosen, with their numbers.
fn choices(question: &Question<'_>) -> String {
    let mut out = String::new();
    let width = question.choices.iter().map(|choice| choice.word.len()).max().unwrap_or(0);
    for (number, choice) in question.choices.iter().enumerate() {
        let _ = writeln!(out, "{:3}. {:width$}  {}", number + 1, choice.word, choice.means);
    }
    out
}

/// Shows the line of the question alone.
fn ask(question: &Question<'_>, coloured: bool) -> Result<(), Fault> {
    if coloured {
        // The marks of the terminal are the tool's own; what is in the packs cannot bring any.
        let ask = safe(question.ask);
        write_out(io::stdout().lock().write_all(format!("\u{1b}[1m{ask}\u{1b}[0m").as_bytes()))?;
    } else {
        print(question.ask)?;
    }
    print(if question.need || question.more { "\n" } else { " (may stay out)\n" })
}

fn help(question: &Question<'_>) -> String {
    let mut out = String::new();
    if !question.hint.is_empty() {
        let _ = writeln!(out, "{}", question.hint);
    }
    let _ = writeln!(out, "What may be answered: {}.", question.sorts);
    out.push_str(WORDS);
    out
}

/// The next line, after what was printed; the words that may be said at every prompt are known here, and nowhere else.
fn line() -> Result<Line, Fault> {
    write_out(io::stdout().flush())?;
    let mut bytes = Vec::new();
    let read = io::stdin().lock().read_until(b'\n', &mut bytes).map_err(|error| Fault::new("the answer cannot be read", &error.to_string()))?;
    if read == 0 {
        return Ok(Line::Stop);
    }
    let text = String::from_utf8_lossy(&bytes);
    let text = text.trim_end_matches(['\n', '\r']).trim_start_matches('\u{FEFF}');
    Ok(match text.trim().to_lowercase().as_str() {
        "stop" => Line::Stop,
        "back" => Line::Back,
        "help" => Line::Help,
        _ => Line::Said(text.to_owned()),
    })
}
