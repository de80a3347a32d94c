//! A list whose values are decoded one by one, each when it is first asked for: what ships with the program is large, and a run
//! needs little of it.

use super::table::Table;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use std::sync::OnceLock;

/// Values, packed or at hand.
#[derive(Clone, Debug)]
pub struct Shelf<T> {
    /// The bytes of all packed values, one after the other.
    packed: &'static [u8],
    /// Where the bytes of each end.
    ends: Table<1>,
    values: Vec<OnceLock<Box<T>>>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Shelf { packed: &[], ends: Table::default(), values: Vec::new() }
    }
}

impl<T> FromIterator<T> for Shelf<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut shelf = Shelf::default();
        values.into_iter().for_each(|value| shelf.push(value));
        shelf
    }
}

impl<T> Shelf<T> {
    /// How many values there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Adds a value.
    pub fn push(&mut self, value: T) {
        self.values.push(OnceLock::from(Box::new(value)));
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

impl<T: Deserialize<'static>> Shelf<T> {
    /// The value at a place.
    pub fn get(&self, index: usize) -> &T {
        // The bytes were written by the build of this very program.
        self.values[index].get_or_init(|| postcard::from_bytes(self.bytes(index)).unwrap_or_else(|error| unreachable!("what was packed cannot be read: {error}")))
    }

    /// What a value is decoded from.
    fn bytes(&self, index: usize) -> &'static [u8] {
        let end = |index: usize| self.ends.get(index)[0] as usize;
        &self.packed[index.checked_sub(1).map_or(0, end)..end(index)]
    }

    /// All values.
    pub fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        (0..self.values.len()).map(|index| self.get(index))
    }
}

impl<T: PartialEq + Deserialize<'static>> PartialEq for Shelf<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T: Eq + Deserialize<'static>> Eq for Shelf<T> {}

impl<T: Serialize + Deserialize<'static>> Serialize for Shelf<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (mut packed, mut ends) = (Vec::new(), Table::default());
        for value in self.iter() {
            packed = postcard::to_extend(value, packed).map_err(ser::Error::custom)?;
            ends.push([u32::try_from(packed.len()).map_err(ser::Error::custom)?]);
        }
        (ends, Bytes(&packed)).serialize(serializer)
    }
}

/// Bytes as they are: serde would take them for a list of numbers.
struct Bytes<'a>(&'a [u8]);

impl Serialize for Bytes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

/// Only from bytes that live as long as the program.
impl<'de: 'static, T> Deserialize<'de> for Shelf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (ends, packed): (Table<1>, &'static [u8]) = Deserialize::deserialize(deserializer)?;
        if ends.len().checked_sub(1).is_some_and(|last| ends.get(last)[0] as usize != packed.len()) {
            return Err(de::Error::custom("a value is not whole"));
        }
        let values = (0..ends.len()).map(|_| OnceLock::new()).collect();
        Ok(Shelf { packed, ends, values })
    }
}
