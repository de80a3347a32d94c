//! Ten digits with a check digit: NHS numbers, CHI numbers of Scotland, Health and Care numbers of Northern Ireland.

use super::characters::{after, before, groups_end, line_before, separator, separator_before};
use super::dates::is_day;
use super::sort::Sort;
use std::ops::{Range, RangeInclusive};

/// How the digits may be grouped. The last is the way of CHI numbers: the day, then the rest.
const SHAPES: [&[usize]; 3] = [&[10], &[3, 3, 4], &[6, 4]];

/// The first nine digits of Health and Care numbers.
const HEALTH_AND_CARE: RangeInclusive<u32> = 320_000_001..=399_999_999;

/// A health number that begins with the digits at a place.
pub(super) fn health_number(text: &str, start: usize) -> Option<(Sort, Range<usize>)> {
    let (shape, end) = SHAPES.iter().find_map(|shape| groups_end(text, start, shape).map(|end| (*shape, end)))?;
    if !may_begin(text, start, shape.len() > 1) || !may_end(text, end, shape.len() > 1) {
        return None;
    }
    let mut digits = [0; 10];
    for (digit, byte) in digits.iter_mut().zip(text.as_bytes()[start..end].iter().filter(|byte| byte.is_ascii_digit())) {
        *digit = byte - b'0';
    }
    if !has_check_digit(digits) {
        return None;
    }
    let sort = if is_chi(digits) {
        Sort::ChiNumber
    } else if shape == [6, 4] {
        return None;
    } else if HEALTH_AND_CARE.contains(&digits[..9].iter().fold(0, |number, digit| number * 10 + u32::from(*digit))) {
        Sort::HealthAndCareNumber
    } else {
        Sort::NhsNumber
    };
    Some((sort, start..end))
}

/// Whether the tenth digit is what modulus 11 makes of the nine before it.
fn has_check_digit(digits: [u8; 10]) -> bool {
    let sum: u32 = digits[..9].iter().zip((2..=10).rev()).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    match 11 - sum % 11 {
        11 => digits[9] == 0,
        check => u32::from(digits[9]) == check,
    }
}

/// Whether the first six digits are a day: day, month, year. The century is not said, so every fourth year has its 29 February.
fn is_chi(digits: [u8; 10]) -> bool {
    let two = |place: usize| digits[place] * 10 + digits[place + 1];
    let (day, month, year) = (two(0), two(2), two(4));
    is_day(day.into(), month.into()) && ((day, month) != (29, 2) || year.is_multiple_of(4))
}

/// Not within a price, a number with a point, a telephone number with its country, a longer chain of groups, or a code such as `a1b9434765919`.
fn may_begin(text: &str, start: usize, grouped: bool) -> bool {
    let digit_before = |at: usize| before(text, at).is_some_and(|c| c.is_ascii_digit());
    match before(text, start) {
        Some(c) if c.is_alphabetic() => {
            // `NHS9434765919`
            let word = text[..start].trim_end_matches(char::is_alphabetic);
            start - word.len() > 1 && !before(text, word.len()).is_some_and(char::is_alphanumeric)
        }
        Some(c) if c.is_numeric() => false,
        Some('£' | '$' | '€' | '+') => false,
        Some('.' | ',') => !digit_before(start - 1),
        Some('-') => !(grouped && digit_before(start - 1)),
        _ => !(grouped && is_country(text, start)),
    }
}

/// `+44 ` before a group.
fn is_country(text: &str, start: usize) -> bool {
    let at = start - separator_before(text, start);
    let code = text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
    code.len() < at && code.ends_with('+')
}

fn may_end(text: &str, end: usize, grouped: bool) -> bool {
    let digit_at = |at: usize| after(text, at).is_some_and(|c| c.is_ascii_digit());
    match after(text, end) {
        Some(c) if c.is_alphanumeric() => false,
        Some('%') => false,
        Some('.') => !digit_at(end + 1),
        Some('-') => !(grouped && digit_at(end + separator(text, end))),
        _ => true,
    }
}

/// Whether a word before the digits says that they are the number of a thing.
pub(super) fn said_to_be_other(text: &str, start: usize, is_other: impl Fn(&str) -> bool) -> bool {
    let line = line_before(text, start, 24);
    let mut words = line.rsplit(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    words.next().is_some_and(|word| is_other(word.trim_matches('-')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sort(text: &str) -> Option<Sort> {
        let start = text.find(|c: char| c.is_ascii_digit()).expect("a digit");
        health_number(text, start).map(|(sort, _)| sort)
    }

    #[test]
    fn published_examples_are_found() {
        for text in ["9434765919", "943 476 5919", "943-476-5919", "943\u{A0}476\u{A0}5919", "NHS9434765919", "-943\u{2013}476\u{2013}5919.", "654 100 3238", "4010232137, and", "(401 023 2137)"] {
            assert_eq!(sort(text), Some(Sort::NhsNumber), "{text}");
        }
    }

    #[test]
    fn a_number_of_scotland_or_northern_ireland_is_called_so() {
        for text in ["0101011237", "010 101 1237", "010101 1237", "3112999991", "2902001231"] {
            assert_eq!(sort(text), Some(Sort::ChiNumber), "{text}");
        }
        // 2001 has no 29 February, and 30 February is in no year.
        for text in ["2902011237", "3002001236"] {
            assert_eq!(sort(text), Some(Sort::NhsNumber), "{text}");
        }
        for text in ["3200000015", "320 000 0015", "3212345675", "3999999993"] {
            assert_eq!(sort(text), Some(Sort::HealthAndCareNumber), "{text}");
        }
    }

    #[test]
    fn what_only_looks_so_is_not_found() {
        let near = ["9434765918", "943 476 5918", "943476591", "94347659190", "9434 765919", "943 4765 919", "943  476 5919", "9991234560"];
        let within = ["£9434765919", "0.9434765919", "9434765919.5", "1-943-476-5919", "943-476-5919-2", "x9434765919", "ab1x9434765919", "9434765919a", "+44 943 476 5919", "943476 5919"];
        for text in near.into_iter().chain(within) {
            let starts = text.char_indices().filter(|(at, c)| c.is_ascii_digit() && !text[..*at].ends_with(|c: char| c.is_ascii_digit()));
            let found: Vec<_> = starts.filter_map(|(start, _)| health_number(text, start)).collect();
            assert_eq!(found, [], "{text}");
        }
    }

    #[test]
    fn a_word_may_say_that_it_is_something_else() {
        let said = |text: &str| said_to_be_other(text, text.find(|c: char| c.is_ascii_digit()).expect("a digit"), |word| word.eq_ignore_ascii_case("isbn"));
        assert!(said("ISBN 0113228333") && said("the book (ISBN: 0113228333)"));
        assert!(!said("NHS 9434765919") && !said("9434765919") && !said("the ISBN of 9434765919"));
    }
}
