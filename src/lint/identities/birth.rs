//! Whether a date is one of birth: by a word beside it, or by the name of a person beside it.

use super::characters::{after, line_after, line_before};
use super::dates::Day;
use super::lists::Lists;
use super::names::{Names, names};
use crate::policy::IdentityFields;
use std::ops::Range;

/// How far before and after a date is looked.
const NEAR: usize = 64;

/// Whether a character may stand between a date and what it belongs to.
fn is_between(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\t' | ':' | ',' | '-' | '\u{2013}' | '\u{2014}' | '=' | '(' | '[' | '|')
}

/// From this year on, a date beside two words that are in no list may be that of a document.
const DOCUMENTS: u32 = 2005;

/// What is to be hidden where a date is one of birth: the date, with the name when there is one.
pub(super) fn birth(lists: &Lists<'_>, text: &str, day: &Day) -> Option<Range<usize>> {
    let Range { start, end } = day.range;
    let fields = &lists.policy.identities;
    if is_marked_before(fields, text, start) || is_marked_after(fields, text, end) {
        return Some(start..end);
    }
    let year = day.year?;
    let before = line_before(text, start, NEAR);
    let named = before.trim_end_matches(is_between);
    if ends_in_capital(named) && before.len() - named.len() <= 4 {
        let ends_here = |name: &Range<usize>| name.end == named.len();
        let known = names(lists, named, Names::Known).into_iter().find(ends_here);
        let name = known.or_else(|| names(lists, named, Names::Any).into_iter().find(ends_here).filter(|_| year < DOCUMENTS));
        if let Some(name) = name {
            return Some(start - before.len() + name.start..end);
        }
    }
    let behind = line_after(text, end, NEAR);
    let named = behind.trim_start_matches(is_between);
    let gap = behind.len() - named.len();
    if gap > 0 && gap <= 4 && after(named, 0).is_some_and(char::is_uppercase) {
        let name = names(lists, named, Names::Known).into_iter().find(|name| name.start == 0)?;
        return Some(start..end + gap + name.end);
    }
    None
}

/// `born on`, `DOB:`, `date of birth is` before a place. A quotation mark is passed when the date stands at the beginning of a text.
fn is_marked_before(fields: &IdentityFields, text: &str, start: usize) -> bool {
    let mut rest = line_before(text, start, NEAR);
    for _ in 0..4 {
        rest = rest.trim_end_matches(is_between);
        if let Some(outside) = rest.strip_suffix('"')
            && opens_text(text, start)
        {
            rest = outside.trim_end_matches(is_between);
        }
        if fields.birth_marks.iter().any(|mark| before_word(rest, mark).is_some()) {
            return true;
        }
        match fields.birth_joins.iter().find_map(|join| before_word(rest, join)) {
            Some(before) => rest = before,
            None => return false,
        }
    }
    false
}

/// Whether a place is inside a text that begins on its line.
fn opens_text(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |line| line + 1);
    !memchr::memchr_iter(b'"', &text.as_bytes()[line..at]).count().is_multiple_of(2)
}

/// `(dob)`, `date of birth)` after a place: in brackets, or at the end of what is said, since `from 1 April 2026 date of birth` goes on.
fn is_marked_after(fields: &IdentityFields, text: &str, end: usize) -> bool {
    let line = line_after(text, end, NEAR);
    if !line.starts_with(is_between) {
        return false;
    }
    let rest = line.trim_start_matches(is_between);
    let bracket = line[..line.len() - rest.len()].contains(['(', '[']);
    let closes = |after: &str| bracket || after.trim_start().is_empty() || after.starts_with([')', ']', ',', ';', '"', '.']);
    fields.birth_marks.iter().any(|mark| after_word(rest, mark).is_some_and(closes))
}

/// What stands before a word at the end of a text.
fn before_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let at = text.len().checked_sub(word.len())?;
    let last = |text: &str| text.as_bytes().last().map(u8::to_ascii_lowercase);
    let is_there = last(text) == last(word) && text.as_bytes()[at..].eq_ignore_ascii_case(word.as_bytes());
    (is_there && !text[..at].ends_with(char::is_alphanumeric)).then(|| &text[..at])
}

/// What stands after a word at the beginning of a text.
fn after_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let is_there = text.as_bytes().get(..word.len())?.eq_ignore_ascii_case(word.as_bytes());
    (is_there && !text[word.len()..].starts_with(char::is_alphanumeric)).then(|| &text[word.len()..])
}

/// Whether the last word of a text begins with a capital, as names do.
fn ends_in_capital(text: &str) -> bool {
    let word = text.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '\'' | '\u{2019}' | '.'));
    after(text, word.len()).is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::super::characters::digits_end;
    use super::super::dates::day_at;
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let lists = Lists::new(crate::shipped::policy());
        let starts = text.char_indices().filter(|(at, c)| c.is_ascii_digit() && !text[..*at].ends_with(|c: char| c.is_ascii_digit()));
        starts.filter_map(|(start, _)| day_at(text, start, digits_end(text, start))).find_map(|day| birth(&lists, text, &day)).map(|range| &text[range])
    }

    #[test]
    fn a_word_marks_a_date_of_birth() {
        for text in [
            "born @",
            "Born on @",
            "date of birth: @",
            "(DOB @)",
            "D.O.B. @",
            "dob=@",
            "her date of birth is @",
            "the date of birth was given as @.",
            "@ (dob)",
            "@, date of birth",
            "@ D.O.B.",
            "date-of-birth \"@\"",
            "dob \"@\" because \"x\"",
            "born on the @",
        ] {
            for date in ["12/03/1980", "12 March 1980", "1980-03-12", "12.3.80"] {
                assert_eq!(found(&text.replace('@', date)), Some(date), "{text}");
            }
        }
    }

    #[test]
    fn a_name_beside_it_marks_a_date_of_birth() {
        for (text, wanted) in [
            ("about Sarah Jones, 12/03/1980", "Sarah Jones, 12/03/1980"),
            ("Mr Quibell (1980-03-12)", "Mr Quibell (1980-03-12"),
            ("12 March 2015 Aisha Begum", "12 March 2015 Aisha Begum"),
            ("Jones, Sarah - 12.03.1980", "Jones, Sarah - 12.03.1980"),
            ("for Zdenka Quibell 12/03/1980", "Zdenka Quibell 12/03/1980"),
        ] {
            assert_eq!(found(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn other_dates_are_left_alone() {
        for text in [
            "people born after 1 September 2008",
            "born between 1 April 2000 and 1 May 2001",
            "From 1 April 2026 date of birth is checked",
            "change \"added the date of birth\" on 2026-03-20",
            "the Mental Capacity Act, 1 October 2007",
            "Working Together 15 December 2023",
            "Fenland Police 12 March 2026",
            "signed on 12/03/2026",
            "Right Care Right Person (26 July 2023)",
            "Herbert Protocol, 12/03/2020",
            "Royal Assent 23 May 2018",
            "Jane 12/03/1980",
            "On 1 April 2026 Norfolk Constabulary",
            "reborn 12/03/1980",
            "date of birth; checked 2026-01-01",
            "Since 01/02/2026 the Trust",
            "120380",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
