//! National Insurance numbers: two letters, six digits, a letter from A to D. They have no check digit, so the letters must be right.

use super::characters::{before, digits_end, is_apart, separator, separator_before};
use super::lists::{List, Lists};
use std::ops::Range;

/// A number whose first digits begin and end at two places.
pub(super) fn national_insurance_number(lists: &Lists<'_>, text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    if !matches!(end - start, 2 | 6) {
        return None;
    }
    let letters_end = start - separator_before(text, start);
    let first = letters_end.checked_sub(2)?;
    let letters = text.get(first..letters_end).filter(|letters| letters.bytes().all(|byte| byte.is_ascii_alphabetic()))?;
    let last = suffix(text, digits_of_six(text, start)?)?;
    let range = first..last + 1;
    let is_small = |byte: u8| byte.is_ascii_lowercase();
    let all = || text.as_bytes()[range.clone()].iter().copied().filter(u8::is_ascii_alphabetic);
    // In small letters only as one word: `to 12 34 56 a` is a sentence.
    let one_case = !all().any(is_small) || all().all(is_small) && range.len() == 9;
    (one_case && is_apart(text, &range) && may_begin_with(lists, letters)).then_some(range)
}

/// Where six digits end that begin at a place: together, or in pairs.
fn digits_of_six(text: &str, start: usize) -> Option<usize> {
    let mut at = start;
    let mut count = 0;
    loop {
        let end = digits_end(text, at);
        count += end - at;
        match count {
            6 => return Some(end),
            2 | 4 if end > at => at = end + separator(text, end),
            _ => return None,
        }
    }
}

/// Where the letter at the end stands.
fn suffix(text: &str, digits_end: usize) -> Option<usize> {
    let at = digits_end + separator(text, digits_end);
    text.as_bytes().get(at).is_some_and(|byte| matches!(byte.to_ascii_uppercase(), b'A'..=b'D')).then_some(at)
}

fn may_begin_with(lists: &Lists<'_>, letters: &str) -> bool {
    let never = |sort: &str, part: &str| lists.has_sort(List::InsurancePrefixes, sort, part);
    !never("first", &letters[..1]) && !never("second", &letters[1..]) && !never("both", letters)
}

/// Whether a letter stands before a place, so that digits there may be those of a number.
pub(super) fn may_stand(text: &str, start: usize) -> bool {
    before(text, start - separator_before(text, start)).is_some_and(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let lists = Lists::new(crate::shipped::policy());
        let start = text.find(|c: char| c.is_ascii_digit()).expect("a digit");
        national_insurance_number(&lists, text, start, digits_end(text, start)).map(|range| &text[range])
    }

    #[test]
    fn numbers_are_found_however_they_are_spaced() {
        for text in ["AB123456C", "AB 12 34 56 C", "AB 123456 C", "ab123456c", "AB-12-34-56-C", "JG 10\u{A0}37 59 A", "AB12 34 56C"] {
            assert_eq!(found(&format!("no. ({text}).")), Some(text));
        }
    }

    #[test]
    fn what_none_begins_with_is_left_alone() {
        // The first is the example of the manual, made so that nobody can have it.
        for text in [
            "QQ 12 34 56 A",
            "BG123456A",
            "AO123456A",
            "DA123456A",
            "AB123456E",
            "AB12345C",
            "AB1234567C",
            "XAB123456C",
            "AB123456CD",
            "Ab123456C",
            "to 12 34 56 a",
            "AB 12 34 567 C",
            "A123456C",
            "NI012345",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
