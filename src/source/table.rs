//! Rows of numbers that are read where they lie.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::borrow::Cow;

/// Rows of `N` numbers. Those that ship with the program are never decoded: a row is read from its bytes when it is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table<const N: usize> {
    bytes: Cow<'static, [u8]>,
}

impl<const N: usize> Table<N> {
    /// How many bytes a row takes.
    const WIDTH: usize = 4 * N;

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.bytes.len() / Self::WIDTH
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// A row.
    #[inline]
    pub fn get(&self, index: usize) -> [u32; N] {
        let row = &self.bytes[index * Self::WIDTH..(index + 1) * Self::WIDTH];
        // A loop over fours is inlined; `array::from_fn` was a call for each number, and rows are read millions of times.
        let mut numbers = [0; N];
        for (number, four) in numbers.iter_mut().zip(row.as_chunks::<4>().0) {
            *number = u32::from_le_bytes(*four);
        }
        numbers
    }

    /// All rows.
    pub fn iter(&self) -> impl Iterator<Item = [u32; N]> + '_ {
        (0..self.len()).map(|index| self.get(index))
    }

    /// The first row for which a condition does not hold, the rows being in such an order that it holds for those before.
    pub fn partition_point(&self, holds: impl Fn([u32; N]) -> bool) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.get(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Adds a row.
    pub fn push(&mut self, row: [u32; N]) {
        self.bytes.to_mut().extend(row.into_iter().flat_map(u32::to_le_bytes));
    }

    /// Puts the rows in order, each once.
    pub fn sort(&mut self) {
        let mut rows: Vec<[u32; N]> = self.iter().collect();
        rows.sort_unstable();
        rows.dedup();
        *self = rows.into_iter().collect();
    }
}

impl<const N: usize> FromIterator<[u32; N]> for Table<N> {
    fn from_iter<I: IntoIterator<Item = [u32; N]>>(rows: I) -> Self {
        let mut table = Table::default();
        rows.into_iter().for_each(|row| table.push(row));
        table
    }
}

impl<const N: usize> Serialize for Table<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.bytes)
    }
}

/// Only from bytes that live as long as the program.
impl<'de: 'static, const N: usize> Deserialize<'de> for Table<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes: &'static [u8] = Deserialize::deserialize(deserializer)?;
        if !bytes.len().is_multiple_of(Self::WIDTH) {
            return Err(de::Error::custom("a row is not whole"));
        }
        Ok(Table { bytes: Cow::Borrowed(bytes) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_in_order() {
        let mut table: Table<2> = [[7, 1], [3, 9], [3, 9], [5, 0]].into_iter().collect();
        table.sort();
        assert_eq!(table.iter().collect::<Vec<_>>(), [[3, 9], [5, 0], [7, 1]]);
        assert_eq!(table.partition_point(|[key, _]| key < 5), 1);
        assert_eq!(table.partition_point(|_| true), table.len());
    }
}
