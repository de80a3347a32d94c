//! Full dates as people write them: day, month and year in figures or with the month as a word.

use super::characters::{after, before, digits_end, number};
use std::ops::Range;

const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Years in which somebody who is in a record may be born, and a little more.
const YEARS: Range<u32> = 1880..2100;

/// A date in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Day {
    pub(super) range: Range<usize>,
    /// Its year; nothing where it has two figures, or where nothing stands between the figures: that may be something else.
    pub(super) year: Option<u32>,
}

/// A full date that the digits between two places are the first of; its month may stand before them.
pub(super) fn day_at(text: &str, start: usize, end: usize) -> Option<Day> {
    let found = match end - start {
        1 | 2 if !may_be_day(text.as_bytes(), start, end) => None,
        1 | 2 => figures(text, start, end).or_else(|| month_after(text, start, end)).or_else(|| month_before(text, start, end)),
        4 => year_first(text, start, end),
        6 | 8 => compact(text, start..end).then_some(Day { range: start..end, year: None }),
        _ => None,
    }?;
    let Range { start, end } = found.range;
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let joins = |c: Option<char>| matches!(c, Some('/' | '-' | '.'));
    // Within a word, or within a longer chain of figures, it is something else.
    let led = word(before(text, start)) || joins(before(text, start)) && digit(before(text, start - 1));
    let followed = word(after(text, end)) || joins(after(text, end)) && digit(after(text, end + 1));
    (!led && !followed).then_some(found)
}

/// Whether what stands after one or two digits may go on to a date. Most do not, and one look says so.
fn may_be_day(bytes: &[u8], start: usize, end: usize) -> bool {
    let after = |at: usize| bytes.get(at).copied().unwrap_or_default();
    let after_letters = || start > 1 && bytes[start - 1] == b' ' && bytes[start - 2].is_ascii_alphabetic();
    match after(end) {
        b'/' | b'-' | b'.' => after(end + 1).is_ascii_alphanumeric(),
        b' ' => matches!(after(end + 1).to_ascii_lowercase(), b'/' | b'o' | b'j' | b'f' | b'm' | b'a' | b's' | b'n' | b'd') || after_letters() && after(end + 1).is_ascii_digit(),
        b',' => after_letters(),
        // `12th`, and a space that does not break.
        b's' | b'n' | b'r' | b't' | 0xC2 => true,
        _ => false,
    }
}

/// `12/03/1980`, `12-3-80`, `12.03.1980`, `12 / 03 / 1980`; in the order of America where nothing else can be meant.
fn figures(text: &str, start: usize, end: usize) -> Option<Day> {
    let (sign, at) = sign(text, end)?;
    if sign == '-' && after(text, at).is_some_and(|c| c.is_ascii_alphabetic()) {
        // `12-Mar-1980`
        return named_month(text, start, end, at);
    }
    let month_end = digits_end(text, at);
    let (again, year_start) = self::sign(text, month_end)?;
    let (year_end, year) = year_at(text, year_start)?;
    let (one, two) = (number(text, start..end), number(text, at..month_end));
    let fits = month_end - at <= 2 && sign == again && (is_day(one, two) || is_day(two, one));
    fits.then_some(Day { range: start..year_end, year })
}

/// `/`, `-` or `.`, with a space at each side or none, and where what follows begins.
fn sign(text: &str, at: usize) -> Option<(char, usize)> {
    let spaced = text[at..].starts_with(" / ");
    let at = at + usize::from(spaced);
    let sign = after(text, at).filter(|c| matches!(c, '/' | '-' | '.'))?;
    Some((sign, at + 1 + usize::from(spaced)))
}

/// `1980-03-12`, `1980/03/12`
fn year_first(text: &str, start: usize, end: usize) -> Option<Day> {
    let sign = after(text, end).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let month_end = digits_end(text, end + 1);
    if month_end != end + 3 || after(text, month_end) != Some(sign) {
        return None;
    }
    let day_end = digits_end(text, month_end + 1);
    let year = number(text, start..end);
    (day_end == month_end + 3 && YEARS.contains(&year) && is_day(number(text, month_end + 1..day_end), number(text, end + 1..month_end))).then_some(Day { range: start..day_end, year: Some(year) })
}

/// `12 March 1980`, `12th of March, 1980`, `12 Mar 80`
fn month_after(text: &str, start: usize, end: usize) -> Option<Day> {
    let at = after_ordinal(text, end);
    let at = space(text, at)?;
    let at = if text[at..].starts_with("of ") { at + 3 } else { at };
    named_month(text, start, end, at)
}

/// The month as a word at a place, then the year.
fn named_month(text: &str, start: usize, end: usize, at: usize) -> Option<Day> {
    let length = text[at..].bytes().take_while(u8::is_ascii_alphabetic).count();
    let month = month(&text[at..at + length])?;
    let at = at + length;
    let at = at + usize::from(text[at..].starts_with(['.', ',', '-']));
    let at = space(text, at).unwrap_or(at);
    let at = at + usize::from(text[at..].starts_with('\''));
    let (year_end, year) = year_at(text, at)?;
    is_day(number(text, start..end), month).then_some(Day { range: start..year_end, year })
}

/// `March 12, 1980`, `March 12th 1980`
fn month_before(text: &str, start: usize, end: usize) -> Option<Day> {
    let word_end = text[..start].strip_suffix(' ')?.len();
    let word_start = word_end - text.as_bytes()[..word_end].iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let month = month(&text[word_start..word_end])?;
    let at = after_ordinal(text, end);
    let at = at + usize::from(text[at..].starts_with(','));
    let (year_end, year) = year_at(text, space(text, at)?)?;
    (year.is_some() && is_day(number(text, start..end), month)).then_some(Day { range: word_start..year_end, year })
}

/// `12031980`, `19800312`, `120380`
fn compact(text: &str, range: Range<usize>) -> bool {
    let part = |from: usize, length: usize| number(text, range.start + from..range.start + from + length);
    let has_year = |from: usize| YEARS.contains(&part(from, 4));
    match range.len() {
        6 => is_day(part(0, 2), part(2, 2)),
        _ => is_day(part(0, 2), part(2, 2)) && has_year(4) || is_day(part(6, 2), part(4, 2)) && has_year(0),
    }
}

/// Where a year of four or of two figures ends that begins at a place, and its number where it has four.
fn year_at(text: &str, at: usize) -> Option<(usize, Option<u32>)> {
    let end = digits_end(text, at);
    let year = number(text, at..end);
    match end - at {
        4 if YEARS.contains(&year) => Some((end, Some(year))),
        2 => Some((end, None)),
        _ => None,
    }
}

fn after_ordinal(text: &str, at: usize) -> usize {
    at + if ["st", "nd", "rd", "th"].iter().any(|ending| text[at..].starts_with(ending)) { 2 } else { 0 }
}

/// After the space at a place.
fn space(text: &str, at: usize) -> Option<usize> {
    after(text, at).filter(|c| matches!(c, ' ' | '\u{A0}')).map(|c| at + c.len_utf8())
}

/// The number of a month from its name or its first three letters.
fn month(word: &str) -> Option<u32> {
    let is = |name: &&str| word.eq_ignore_ascii_case(name) || word.eq_ignore_ascii_case(&name[..3]) || word.eq_ignore_ascii_case("sept") && *name == "september";
    (word.len() > 2).then(|| MONTHS.iter().position(is))?.map(|place| place as u32 + 1)
}

/// Whether a month has such a day, in some year.
pub(super) fn is_day(day: u32, month: u32) -> bool {
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 29,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(&str, Option<u32>)> {
        let start = text.find(|c: char| c.is_ascii_digit()).expect("a digit");
        day_at(text, start, digits_end(text, start)).map(|day| (&text[day.range], day.year))
    }

    #[test]
    fn dates_are_found_however_they_are_written() {
        for text in [
            "12/03/1980",
            "12/3/1980",
            "12-03-1980",
            "12.03.1980",
            "12 / 03 / 1980",
            "03/25/1980",
            "1980-03-12",
            "1980/03/12",
            "12 March 1980",
            "12th March 1980",
            "1st of March, 1980",
            "12 Mar 1980",
            "12-Mar-1980",
            "12 Mar. 1980",
            "March 12, 1980",
            "March 12th 1980",
        ] {
            assert_eq!(found(&format!("born {text}.")), Some((text, Some(1980))));
        }
        for text in ["12/03/80", "12.3.80", "12 March 80", "12 Mar '80", "12031980", "19800312", "120380"] {
            assert_eq!(found(&format!("born {text}.")), Some((text, None)));
        }
    }

    #[test]
    fn what_only_looks_so_is_left_alone() {
        for text in [
            "32/03/1980",
            "31/04/1980",
            "12/13",
            "12/03/198",
            "12/03-1980",
            "1980-3-12",
            "1980-03",
            "12 Marches 1980",
            "12 March",
            "in 1980",
            "1/12/03/1980",
            "12/03/1980/4",
            "v12.03.1980",
            "08:00-22:00",
            "12 mushrooms 1980",
            "2026-014",
            "19801312",
            "99999999",
            "Art 6(1)",
            "24 1980",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
