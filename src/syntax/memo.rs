//! Statements that were read before, kept per thread. Reading a statement depends on its characters and nothing else, so what is
//! kept is never wrong; agreements of one partnership say many things in the same words.

use super::statement::read;
use super::tree::Part;
use crate::diagnostic::Problem;
use crate::source::TextRange;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// Longer statements are rarely said twice.
const LONGEST: usize = 128;

/// How many statements are kept; then all are forgotten, so that memory stays flat.
const MOST: usize = 4096;

thread_local! {
    static KNOWN: RefCell<FxHashMap<Box<str>, Known>> = RefCell::default();
}

/// A statement as if it began the file.
struct Known {
    keyword: TextRange,
    parts: Box<[Part]>,
}

/// Reads a statement, or remembers it. Its parts are pushed; unreadable statements are read afresh each time.
pub(super) fn recall(text: &str, offset: usize, parts: &mut Vec<Part>) -> Result<TextRange, Box<Problem>> {
    if text.len() > LONGEST {
        return read(text, offset, parts);
    }
    let moved = |range: TextRange| TextRange { start: range.start + offset as u32, end: range.end + offset as u32 };
    KNOWN.with_borrow_mut(|known| {
        if let Some(found) = known.get(text) {
            parts.extend(found.parts.iter().map(|part| Part { kind: part.kind, range: moved(part.range) }));
            return Ok(moved(found.keyword));
        }
        let first = parts.len();
        let keyword = read(text, 0, parts).map_err(|mut problem| {
            problem.shift(offset as u32);
            problem
        })?;
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(text.into(), Known { keyword, parts: parts[first..].into() });
        for part in &mut parts[first..] {
            part.range = moved(part.range);
        }
        Ok(moved(keyword))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_was_read() {
        let statement = "review 2027-03-31 by trust.guardian every 1 year";
        let (mut first, mut again, mut fresh) = (Vec::new(), Vec::new(), Vec::new());
        let keyword = recall(statement, 10, &mut first).expect("it is read");
        assert_eq!(recall(statement, 70, &mut again).expect("it is remembered"), TextRange { start: keyword.start + 60, end: keyword.end + 60 });
        read(statement, 70, &mut fresh).expect("it is read");
        assert_eq!(again, fresh);
        let (bad, mut none) = ("review (soon)", Vec::new());
        let (one, two) = (recall(bad, 5, &mut none).expect_err("it is not read"), read(bad, 5, &mut none).expect_err("it is not read"));
        assert_eq!(one, two);
    }
}
