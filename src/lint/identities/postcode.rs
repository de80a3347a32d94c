//! Postcodes of the United Kingdom: an area of one or two letters, a district, and a digit with two letters.

use super::characters::{digits_end, is_apart, separator};
use super::lists::{List, Lists};
use std::ops::Range;

/// A postcode whose district begins with the digits at a place. Only in capitals: `s6 2nd` is no postcode.
pub(super) fn postcode(lists: &Lists<'_>, text: &str, start: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let letters = bytes[..start].iter().rev().take_while(|byte| byte.is_ascii_uppercase()).take(3).count();
    let first = start - letters;
    if !matches!(letters, 1 | 2) {
        return None;
    }
    let digits = (digits_end(text, start) - start).min(2);
    // `NR11AB` has a district of one digit, `NR112AB` and `NR11 2AB` of two, `EC1A1BB` of a digit and a letter.
    let end = (1..=digits).find_map(|digits| inward_end(text, start + digits).or_else(|| has_letter(bytes, start + digits).then(|| inward_end(text, start + digits + 1)).flatten()))?;
    let range = first..end;
    (is_apart(text, &range) && lists.has(List::PostcodeAreas, &text[first..start])).then_some(range)
}

fn has_letter(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_uppercase)
}

/// Where the second half ends, when it begins at a place or after a separator there.
fn inward_end(text: &str, at: usize) -> Option<usize> {
    let at = at + separator(text, at);
    let inward = text.as_bytes().get(at..at + 3)?;
    let is_letter = |byte: u8| byte.is_ascii_uppercase() && !b"CIKMOV".contains(&byte);
    (inward[0].is_ascii_digit() && is_letter(inward[1]) && is_letter(inward[2])).then_some(at + 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let start = text.find(|c: char| c.is_ascii_digit()).expect("a digit");
        postcode(&Lists::new(crate::shipped::policy()), text, start).map(|range| &text[range])
    }

    #[test]
    fn every_shape_is_found() {
        for text in ["M1 1AE", "M60 1NW", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "NR11AB", "NR112AB", "EC1A1BB", "NR1\u{A0}3QG"] {
            assert_eq!(found(&format!("at {text}, now")), Some(text));
        }
    }

    #[test]
    fn codes_that_only_look_so_are_left_alone() {
        for text in ["NR1", "s6 2nd", "XX1 1AA", "ISA1 1AA", "M1 1AC", "M1  1AE", "M1 1AEX", "P81001", "RW5AA", "L1436-1441", "S1 5 AB", "A4 paper", "Nr1 1AB", "QN1 1AA"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
