//! Shapes of statements that were read before, kept per thread. What parts a statement has follows from its shape and nothing else
//! (src/syntax/shape.rs), so what is kept is never wrong; a few hundred shapes make up most agreements.

use super::shape::Shape;
use super::statement::read;
use super::tree::Part;
use crate::diagnostic::Problem;
use crate::source::TextRange;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// Longer shapes are rarely met twice.
const LONGEST: usize = 256;

/// How many shapes are kept; then all are forgotten, so that memory stays flat.
const MOST: usize = 4096;

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

#[derive(Default)]
struct Memory {
    known: FxHashMap<Box<str>, Known>,
    /// The shape of the statement at hand; its memory is used again for the next.
    shape: Shape,
    /// The parts of a shape that was not known.
    fresh: Vec<Part>,
}

/// The keyword and the parts of a shape.
struct Known {
    keyword: TextRange,
    parts: Box<[Part]>,
}

impl Known {
    /// The keyword of a statement of this shape; its parts are pushed.
    fn told(&self, shape: &Shape, offset: usize, parts: &mut Vec<Part>) -> TextRange {
        let mut places = shape.places();
        let mut moved = |range: TextRange| TextRange { start: places.of(range.start) + offset as u32, end: places.of(range.end) + offset as u32 };
        let keyword = moved(self.keyword);
        parts.extend(self.parts.iter().map(|part| Part { kind: part.kind, range: moved(part.range) }));
        keyword
    }
}

/// Reads a statement, or remembers its shape. Its parts are pushed; unreadable statements are read afresh each time.
pub(super) fn recall(text: &str, offset: usize, parts: &mut Vec<Part>) -> Result<TextRange, Box<Problem>> {
    MEMORY.with_borrow_mut(|memory| {
        let Memory { known, shape, fresh } = memory;
        if !shape.take(text) || shape.text.len() > LONGEST {
            return read(text, offset, parts);
        }
        if let Some(known) = known.get(shape.text.as_str()) {
            return Ok(known.told(shape, offset, parts));
        }
        fresh.clear();
        let Ok(keyword) = read(&shape.text, 0, fresh) else { return read(text, offset, parts) };
        if known.len() >= MOST {
            known.clear();
        }
        let new = Known { keyword, parts: fresh.as_slice().into() };
        Ok(known.entry(shape.text.as_str().into()).or_insert(new).told(shape, offset, parts))
    })
}

#[cfg(test)]
#[path = "../../tests/fuzz/driver.rs"]
mod driver;

#[cfg(test)]
mod tests {
    use super::driver::{Pantry, campaign};
    use super::*;
    use proptest::prelude::*;

    /// What is remembered, twice over, is what is read.
    fn agrees(statement: &str) {
        let mut fresh = Vec::new();
        let read = read(statement, 70, &mut fresh);
        for _ in 0..2 {
            let mut remembered = Vec::new();
            assert_eq!(recall(statement, 70, &mut remembered), read, "{statement:?}");
            if read.is_ok() {
                assert_eq!(remembered, fresh, "{statement:?}");
            }
        }
    }

    #[test]
    fn what_is_remembered_is_what_was_read() {
        for statement in [
            "review 2027-03-31 by trust.guardian every 1 year",
            "review 2026-02-28 by police.lead every 2 year",
            "why \"Getting the right care\"",
            "why \"\"",
            "shares a, b-c, d_e for x.y.z \"t\" 8 years, 72 hours ?",
            "hours weekdays 08:00-22:00, daily 09:00-17:00",
            "decided 2026-04-01 21:40 by desk",
            "review (soon)",
            "review \"open",
            "8 years",
            "note \"a\"\"b\"",
        ] {
            agrees(statement);
        }
    }

    #[test]
    fn any_spoilt_statement_is_remembered_as_it_is_read() {
        let files = crate::shipped::example();
        let seeds: Vec<String> = files.iter().flat_map(|file| file.text.lines()).map(str::trim).filter(|line| line.contains(' ')).map(str::to_owned).collect();
        let words = seeds.iter().flat_map(|seed| seed.split_inclusive(' ')).chain([", ", "8 years", "2026-04-01 ", "08:00-22:00", "\"\"", "?", "\n  ", "\"a\"\"b\"", "3"]).map(str::to_owned).collect();
        campaign("shapes of statements", 4_000, &Pantry { seeds, words }, &|statement| {
            agrees(statement);
            Ok(if read(statement, 0, &mut Vec::new()).is_ok() { "read" } else { "not read" })
        });
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_mixture_of_parts_is_remembered_as_it_is_read(
            statement in "([a-c]{1,3}|[A-Z]x|working-days|years?|minute|[0-9]{1,4}|-|_|\\.|,|:|\\?|\"[^\"]{0,6}\"|\"|\\\\|#|\n|\u{201C}|é| |  |\t){0,14}"
        ) {
            agrees(&statement);
        }
    }
}
