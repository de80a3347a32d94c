//! Where words stand in the columns of a register. Found when packs are compiled, so that a look-up decodes only the entries that
//! may be meant.

use super::Cell;
use crate::policy::phrases::{HASH_OF_NOTHING, hashed};
use crate::source::{Shelf, Table};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// For each column, in order: the hash of a word or text in small letters, and an entry that has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(super) struct Places(Vec<Table<2>>);

impl Places {
    /// The places of all words in a number of columns.
    pub(super) fn of(columns: usize, entries: &Shelf<Vec<Cell>>) -> Self {
        let mut places = vec![Table::default(); columns];
        for (index, entry) in (0..).zip(entries.iter()) {
            for (column, cell) in places.iter_mut().zip(entry) {
                cell.texts().for_each(|text| column.push([hash(&small(text)), index]));
            }
        }
        places.iter_mut().for_each(Table::sort);
        Places(places)
    }

    /// The entries that may have a word in a column, in order: all that have it, and seldom another.
    pub(super) fn candidates(&self, column: u16, word: &str) -> impl Iterator<Item = u32> + use<'_> {
        let (column, hash) = (&self.0[column as usize], hash(&small(word)));
        let first = column.partition_point(|[known, _]| known < hash);
        (first..column.len()).map(|at| column.get(at)).take_while(move |[known, _]| *known == hash).map(|[_, entry]| entry)
    }
}

/// Whether two words are the same but for capital and small letters.
pub(super) fn same(left: &str, right: &str) -> bool {
    if left.is_ascii() && right.is_ascii() { left.eq_ignore_ascii_case(right) } else { small(left) == small(right) }
}

/// A word in small letters.
fn small(word: &str) -> Cow<'_, str> {
    let is_small = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_small { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// The same when the tool is built and when it runs.
fn hash(word: &str) -> u32 {
    word.bytes().fold(HASH_OF_NOTHING, hashed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capital_and_small_letters_are_the_same() {
        assert!(same("Data Protection", "data protection") && same("ŵyl", "ŴYL") && same("k", "\u{212A}"));
        assert!(!same("data", "date") && !same("ŵyl", "wyl"));
    }

    #[test]
    fn entries_come_in_order_and_only_from_their_column() {
        let cell = |word: &str| Cell::Words(vec![word.into()]);
        let entries = [vec![cell("Police"), cell("health")], vec![cell("health"), Cell::Empty], vec![cell("police"), cell("ŴYL")]].into_iter().collect();
        let places = Places::of(2, &entries);
        let found = |column, word| places.candidates(column, word).collect::<Vec<_>>();
        assert_eq!(found(0, "police"), [0, 2]);
        assert_eq!(found(0, "POLICE"), [0, 2]);
        assert_eq!(found(1, "health"), [0]);
        assert_eq!(found(1, "ŵyl"), [2]);
        assert!(found(1, "police").is_empty());
    }
}
