//! Telephone numbers of the United Kingdom: ten digits after the 0 or the +44.

use super::characters::{after, before, separator};
use super::lists::{List, Lists};
use std::ops::Range;

/// How many digits follow the 0, or the +44.
const NATIONAL: usize = 10;

/// A number that begins with the digits at a place, with its `+` or its bracket.
pub(super) fn phone(lists: &Lists<'_>, text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let digits = &bytes[start..end];
    let has_plus = before(text, start) == Some('+');
    let (from, at) = if digits.starts_with(b"44") && has_plus {
        (start - 1, after_country(text, start + 2))
    } else if digits.starts_with(b"0044") {
        (start, after_country(text, start + 4))
    } else if digits[0] == b'0' && matches!(digits.len(), 3..=6 | 11) && !has_plus {
        (start, start + 1)
    } else {
        return None;
    };
    let beginning = format!("0{}", char::from(*bytes.get(at)?));
    let end = national_end(text, at)?;
    let stands_alone = match before(text, from) {
        Some(c) if c.is_alphanumeric() => false,
        Some('.' | '/' | '-' | '+') => !text[..from - 1].ends_with(|c: char| c.is_ascii_digit()),
        _ => true,
    };
    let ends_there = !after(text, end).is_some_and(char::is_alphanumeric);
    (stands_alone && ends_there && lists.has(List::PhoneBeginnings, &beginning)).then_some(from..end)
}

/// Where the digits after the country begin: `+44 (0)1632` means `01632`.
fn after_country(text: &str, at: usize) -> usize {
    let at = at + separator(text, at);
    let at = if text[at..].starts_with("(0)") { at + 3 } else { at };
    at + separator(text, at)
}

/// Where the digits of a number end, with separators and a closing bracket between them.
fn national_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut count) = (start, 0);
    while count < NATIONAL {
        if bytes.get(at)?.is_ascii_digit() {
            (at, count) = (at + 1, count + 1);
            continue;
        }
        let bracket = usize::from(bytes[at] == b')');
        let gap = bracket + separator(text, at + bracket);
        // What comes after a separator is a digit, or it is the end of a shorter number.
        if gap == 0 || !bytes.get(at + gap)?.is_ascii_digit() {
            return None;
        }
        at += gap;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::super::characters::digits_end;
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let start = text.find(|c: char| c.is_ascii_digit()).expect("a digit");
        phone(&Lists::new(crate::shipped::policy()), text, start, digits_end(text, start)).map(|range| &text[range])
    }

    #[test]
    fn numbers_are_found_however_they_are_grouped() {
        for text in [
            "01632 960001",
            "01632960001",
            "07700 900123",
            "07700 900 123",
            "020 7946 0018",
            "0161-496-0000",
            "+44 7700 900123",
            "+447700900123",
            "0044 1632 960001",
            "+44 (0)1632 960001",
            "016977 96000",
        ] {
            assert_eq!(found(&format!("call {text}.")), Some(text));
        }
        assert_eq!(found("(01632) 960001 ext 4"), Some("01632) 960001"));
    }

    #[test]
    fn services_and_other_numbers_are_left_alone() {
        for text in [
            "0300 123 4567",
            "0800 111 1111",
            "03001234567",
            "999",
            "116 123",
            "0123456789",
            "012345678901",
            "a01632 960001",
            "01632 960001a",
            "2026-01632-960001",
            "00 000 000",
            "01 02 2026 1234",
            "012 (3",
            "02",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
