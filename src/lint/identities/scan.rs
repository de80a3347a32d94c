//! One pass over the bytes of a file. It stops at digits and at `@` only: every number holds a digit, and so do dates and postcodes.

use super::birth::birth;
use super::characters::{digits_end, in_web_address};
use super::dates::day_at;
use super::email::private_email;
use super::fields::Fields;
use super::health_number::{health_number, said_to_be_other};
use super::lists::{List, Lists};
use super::names::{Names, names};
use super::national_insurance::{may_stand, national_insurance_number};
use super::phone::phone;
use super::postcode::postcode;
use super::sort::{Found, Sort};
use crate::policy::IdentityFields;
use std::ops::Range;

/// How many bytes are looked at together.
const STRIDE: usize = 32;

/// The identities in a file, in the order of the text.
pub(super) fn scan(lists: &Lists<'_>, fields: Fields<'_>) -> Vec<Found> {
    let mut scan = Scan { lists, fields, found: Vec::new() };
    let text = fields.text;
    let mut at = 0;
    while let Some(mark) = next_mark(text.as_bytes(), at) {
        at = if text.as_bytes()[mark] == b'@' { scan.email(mark) } else { scan.digits(mark, digits_end(text, mark)) };
    }
    scan.names();
    scan.found.sort_by_key(|found| (found.range.start, found.sort));
    scan.found
}

/// The next digit or `@`.
fn next_mark(bytes: &[u8], from: usize) -> Option<usize> {
    let is_mark = |byte: u8| byte.wrapping_sub(b'0') < 10 || byte == b'@';
    let mut at = from;
    // Without a branch for each byte, so that many are looked at in one step.
    while let Some(stride) = bytes.get(at..at + STRIDE) {
        if stride.iter().fold(false, |any, byte| any | is_mark(*byte)) {
            break;
        }
        at += STRIDE;
    }
    bytes[at..].iter().position(|byte| is_mark(*byte)).map(|length| at + length)
}

struct Scan<'p, 'm> {
    lists: &'m Lists<'p>,
    fields: Fields<'m>,
    found: Vec<Found>,
}

impl Scan<'_, '_> {
    fn words(&self) -> &IdentityFields {
        &self.lists.policy.identities
    }

    /// Keeps what was found, and goes on after it.
    fn keep(&mut self, sort: Sort, range: Range<usize>) -> usize {
        let end = range.end;
        self.found.push(Found { sort, range });
        end
    }

    /// Whether a field for contacts may hold what stands at a place.
    fn is_contact(&self, at: usize, sort: Sort) -> bool {
        self.fields.lies_in(&self.words().contacts, at, sort.word())
    }

    fn email(&mut self, sign: usize) -> usize {
        match private_email(self.lists, self.fields.text, sign) {
            Some(range) if !self.is_contact(sign, Sort::Email) => self.keep(Sort::Email, range),
            _ => sign + 1,
        }
    }

    /// What begins with, or contains, the digits between two places. The quickest question comes first: most digits are no identity.
    fn digits(&mut self, start: usize, end: usize) -> usize {
        let (lists, text) = (self.lists, self.fields.text);
        let bytes = text.as_bytes();
        let before = start.checked_sub(1).map_or(b' ', |at| bytes[at]);
        let length = end - start;
        if matches!(length, 3 | 6 | 10)
            && let Some((sort, range)) = health_number(text, start)
            && !said_to_be_other(text, start, |word| lists.has(List::OtherNumbers, word))
            && !in_web_address(text, start)
            && !(bytes[start] == b'0' && self.is_contact(start, Sort::Phone))
        {
            return self.keep(sort, range);
        }
        if matches!(length, 2 | 6)
            && may_stand(text, start)
            && let Some(range) = national_insurance_number(lists, text, start, end)
            && !in_web_address(text, start)
        {
            return self.keep(Sort::NationalInsuranceNumber, range);
        }
        if (bytes[start] == b'0' || before == b'+')
            && let Some(range) = phone(lists, text, start, end)
            && !in_web_address(text, start)
            && !self.is_contact(start, Sort::Phone)
        {
            return self.keep(Sort::Phone, range);
        }
        if before.is_ascii_uppercase()
            && length < 4
            && let Some(range) = postcode(lists, text, start)
            && !in_web_address(text, start)
            && !self.is_contact(start, Sort::Postcode)
        {
            return self.keep(Sort::Postcode, range);
        }
        match day_at(text, start, end) {
            None => end,
            Some(day) => match birth(lists, text, &day) {
                Some(range) if !in_web_address(text, start) => self.keep(Sort::DateOfBirth, range),
                // The year is no beginning of anything else.
                _ => day.range.end,
            },
        }
    }

    /// Names in the fields where references belong, each told once.
    fn names(&mut self) {
        let (lists, fields) = (self.lists, self.fields);
        let mut found: Vec<Range<usize>> = Vec::new();
        fields.each(&lists.policy.identities.references, &mut |field, range| {
            let wanted = if field.says.iter().any(|word| word == "any") { Names::Any } else { Names::Known };
            let start = range.start as usize;
            found.extend(names(lists, range.of(fields.text), wanted).into_iter().map(|name| start + name.start..start + name.end));
        });
        found.sort_by_key(|name| (name.start, std::cmp::Reverse(name.end)));
        let mut end = 0;
        for name in found {
            if name.start >= end {
                end = self.keep(Sort::Name, name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_is_passed_over() {
        for length in 0..100 {
            for place in 0..length {
                for mark in [b'0', b'9', b'@'] {
                    let mut bytes = vec![b'/'; length];
                    bytes[place] = mark;
                    for from in 0..=place {
                        assert_eq!(next_mark(&bytes, from), Some(place));
                    }
                    assert_eq!(next_mark(&bytes, place + 1), None);
                }
            }
        }
    }
}
