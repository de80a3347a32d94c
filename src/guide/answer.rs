//! What a person answers, as it is written in the language: words by number, word or beginning, days, periods, text.

use super::Guide;
use super::question::choices;
use crate::diagnostic::{did_you_mean, nearest};
use crate::model::{Atom, ValueSpec, once, parse_day, parse_period, spoken_day};
use crate::policy::{Prompt, Slot, Step};
use jiff::civil::Date;

/// Characters that nobody sees: they change how text is read without being part of it.
const HIDDEN: [char; 15] =
    ['\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{200E}', '\u{200F}', '\u{2028}', '\u{2029}', '\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}', '\u{2060}', '\u{FEFF}'];

/// From so many words on an answer is a sentence.
const A_SENTENCE: usize = 3;

/// The answer in the language; the message says what is wanted instead.
pub(super) fn read(guide: &Guide<'_>, step: &Step, prompt: &Prompt, given: &str) -> Result<String, String> {
    let given = given.trim();
    let Some(spec) = step.spec(&guide.judge.policy.vocabulary, prompt.slot) else { return quoted(given) };
    // A word that is followed by a text is answered by the word alone.
    let word_only = prompt.slot == Slot::Value && step.prompts.iter().any(|prompt| prompt.slot == Slot::Text);
    let takes_text = !word_only && spec.takes(|atom| matches!(atom, Atom::Text | Atom::Cite));
    if takes_text && given.len() > 1 && given.starts_with('"') && given.ends_with('"') {
        return quoted(given);
    }
    let words: Vec<&str> = choices(guide, step, prompt.slot).iter().map(|choice| choice.word).collect();
    if !words.is_empty()
        && let Some(found) = listed(&words, spec, given, takes_text)
    {
        return found;
    }
    if spec.takes(|atom| *atom == Atom::Date)
        && let Some(found) = day(guide.judge.today, given, takes_text)
    {
        return found;
    }
    if spec.takes(|atom| *atom == Atom::Period) && (parse_period(given).is_some() || !takes_text) {
        return period(given);
    }
    if spec.takes(|atom| *atom == Atom::Number) && given.bytes().all(|byte| byte.is_ascii_digit()) && !given.is_empty() {
        return Ok(given.to_owned());
    }
    let is_name = given.starts_with(|c: char| c.is_ascii_lowercase()) && given.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if spec.takes(|atom| *atom == Atom::Name) && is_name {
        return Ok(given.to_owned());
    }
    if !spec.many {
        return quoted(given);
    }
    let texts: Result<Vec<String>, String> = given.split(';').map(str::trim).filter(|text| !text.is_empty()).map(quoted).collect();
    let texts = texts?;
    if texts.is_empty() { Err(EMPTY.to_owned()) } else { Ok(texts.join(", ")) }
}

/// Said when there is nothing in an answer.
const EMPTY: &str = "There is nothing in this answer. Write ? when it is not known yet.";

/// Text between quotation marks.
pub(super) fn quoted(text: &str) -> Result<String, String> {
    let text = text.trim();
    let inner = if text.len() > 1 { text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text) } else { text };
    let mut out = String::from("\"");
    for c in inner.trim().chars().filter(|c| !HIDDEN.contains(c)) {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || matches!(c, '\u{2066}'..='\u{2069}') => out.push(' '),
            c => out.push(c),
        }
    }
    if out.trim_end().len() < 2 {
        return Err(EMPTY.to_owned());
    }
    out.push('"');
    Ok(out)
}

/// Words of a list; nothing where the answer is meant as text.
fn listed(words: &[&str], spec: &ValueSpec, given: &str, takes_text: bool) -> Option<Result<String, String>> {
    if takes_text {
        return match one(words, given) {
            Ok(word) => Some(Ok(word.to_owned())),
            // A single word near a listed one is a slip of the pen, most likely.
            Err(_) if given.contains(' ') => several(words, spec, given),
            Err(_) => did_you_mean(given, words.iter().copied()).map(|meant| Err(format!("Did you mean {meant}? Put the answer in quotation marks to write it as a text of its own."))),
        };
    }
    let parts: Vec<&str> = if spec.many { given.split([',', ';', ' ']).map(str::trim).filter(|part| !part.is_empty()).collect() } else { vec![given] };
    let found: Result<Vec<&str>, String> = parts.iter().map(|part| one(words, part)).collect();
    // Of a sentence no single word was meant as an answer.
    let found = found.map_err(|why| if given.split_whitespace().count() > A_SENTENCE { "A sentence cannot stand here. Give the number or the word.".to_owned() } else { why });
    Some(found.map(|found| once(found).join(", ")))
}

/// Several words of a list where a text might stand, too.
fn several(words: &[&str], spec: &ValueSpec, given: &str) -> Option<Result<String, String>> {
    let found: Result<Vec<&str>, String> = given.split([',', ';']).map(|part| one(words, part.trim())).collect();
    found.ok().filter(|found| spec.many && found.len() > 1).map(|found| Ok(found.join(", ")))
}

/// One word, by its number, itself or its beginning.
fn one<'w>(words: &[&'w str], given: &str) -> Result<&'w str, String> {
    let lower = given.to_lowercase().replace(' ', "-");
    if let Some(word) = words.iter().find(|word| **word == lower) {
        return Ok(word);
    }
    if let Ok(number) = lower.parse::<usize>() {
        return number.checked_sub(1).and_then(|index| words.get(index)).copied().ok_or_else(|| format!("There is no number {number}. Give a number from 1 to {}, or a word.", words.len()));
    }
    let beginning: Vec<&str> = words.iter().copied().filter(|word| !lower.is_empty() && word.starts_with(&lower)).collect();
    match beginning.as_slice() {
        [word] => Ok(word),
        [] => Err(match nearest(&lower, words.iter().copied()) {
            Some(meant) => format!("Did you mean {meant}? Give the number or the word."),
            None => format!("`{given}` is none of the words. Give the number or the word; `help` lists them."),
        }),
        many => Err(format!("That may be {}. Write more of the word, or its number.", many.join(" or "))),
    }
}

/// A day, with a time where there is one; nothing where the answer is meant as text.
fn day(today: Date, given: &str, takes_text: bool) -> Option<Result<String, String>> {
    let given = given.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(day) = told(today, &given) {
        return Some(Ok(day));
    }
    let is_shaped = matches!(given.len(), 4 | 7 | 10 | 16) && given.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b':' | b' '));
    if is_shaped && let Ok(_) = parse_day(&given) {
        return Some(Ok(given));
    }
    let like_a_day = !given.is_empty() && given.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b':' | b' ' | b'/' | b'.'));
    if let Some(day) = spoken(&given) {
        return Some(Ok(day));
    }
    let why = match parse_day(&given).err().filter(|_| is_shaped) {
        Some(why) => format!(" Here {why}."),
        None => dated(today, &given).filter(|_| given.contains([':', '.'])).map_or_else(String::new, |day| format!(" Did you mean {day}?")),
    };
    (like_a_day || !takes_text).then(|| Err(format!("Write the day as year, month, day, and the time after it: 2026-03-02 21:40, or 2026-03-02 alone.{why}")))
}

/// The day that `today` or `yesterday` is, with its time: `today 21:40`.
fn told(today: Date, given: &str) -> Option<String> {
    let (word, time) = given.split_once(' ').unwrap_or((given, ""));
    let day = match word.to_lowercase().as_str() {
        "today" => today,
        "yesterday" => today.yesterday().ok()?,
        _ => return None,
    };
    dated(day, time.strip_prefix("at ").unwrap_or(time))
}

/// A day as people say it, with its time: `14/11/2026 22.40`, `14 November 2026`.
fn spoken(given: &str) -> Option<String> {
    let (day, time) = given.rsplit_once(' ').filter(|(day, _)| spoken_day(day).is_some()).unwrap_or((given, ""));
    dated(spoken_day(day)?, time)
}

/// A day and a time as they are written; nothing when the time is none.
fn dated(day: Date, time: &str) -> Option<String> {
    // A time has two figures before its colon.
    let zero = if time.find([':', '.']) == Some(1) { "0" } else { "" };
    let written = format!("{day} {zero}{}", time.replace('.', ":")).trim_end().to_owned();
    parse_day(&written).is_ok().then_some(written)
}

fn period(given: &str) -> Result<String, String> {
    let given = given.to_lowercase();
    if parse_period(&given).is_some() { Ok(given) } else { Err("Write how long: 8 years, 6 months, 72 hours.".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(given: &str) -> Option<Result<String, String>> {
        day(Date::constant(2026, 3, 1), given, false)
    }

    #[test]
    fn days_are_taken_as_people_say_them() {
        let cases = [
            ("today", "2026-03-01"),
            ("Today 21:40", "2026-03-01 21:40"),
            ("today 9.05", "2026-03-01 09:05"),
            ("yesterday  at 23:05", "2026-02-28 23:05"),
            ("2026-02-28 23:05", "2026-02-28 23:05"),
            ("2026-02-28 9:05", "2026-02-28 09:05"),
            ("28/02/2026 21.40", "2026-02-28 21:40"),
            ("28.2.2026", "2026-02-28"),
            ("28 February 2026 9:05", "2026-02-28 09:05"),
            ("28 Feb 2026", "2026-02-28"),
        ];
        for (given, written) in cases {
            assert_eq!(taken(given), Some(Ok(written.to_owned())), "{given}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused_and_a_time_alone_with_the_day_that_may_be_meant() {
        // After midnight a time alone may be that of the day before.
        for (given, wanted) in [("21:40", "2026-03-01 21:40"), ("today 25:00", ""), ("soon", ""), ("31/02/2026", ""), ("28/02/2026 25:00", "")] {
            let said = taken(given).and_then(Result::err).expect(given);
            assert!(said.starts_with("Write the day as year, month, day"), "{given}: {said}");
            let told = said.split_once(" Did you mean ").map_or("", |(_, day)| day.trim_end_matches('?'));
            assert_eq!(told, wanted, "{given}");
        }
    }

    #[test]
    fn what_may_be_a_text_is_left_as_text() {
        assert_eq!(day(Date::constant(2026, 3, 1), "last Tuesday", true), None);
    }
}
