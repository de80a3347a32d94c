//! A list whose values are decoded one by one, each when it is first asked for: what ships with the program is large, and a run
//! needs little of it.

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};
use std::sync::OnceLock;

/// Values, packed or at hand.
#[derive(Clone, Debug)]
pub struct Shelf<T> {
    places: Vec<Place<T>>,
}

/// One value with the bytes that it is decoded from; empty for one that never was packed.
#[derive(Clone, Debug)]
struct Place<T> {
    packed: &'static [u8],
    value: OnceLock<Box<T>>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Shelf { places: Vec::new() }
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
        self.places.len()
    }

    /// Adds a value.
    pub fn push(&mut self, value: T) {
        self.places.push(Place { packed: &[], value: OnceLock::from(Box::new(value)) });
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}

impl<T: Deserialize<'static>> Shelf<T> {
    /// The value at a place.
    pub fn get(&self, index: usize) -> &T {
        let place = &self.places[index];
        // The bytes were written by the build of this very program.
        place.value.get_or_init(|| postcard::from_bytes(place.packed).unwrap_or_else(|error| unreachable!("what was packed cannot be read: {error}")))
    }

    /// All values.
    pub fn iter(&self) -> impl Iterator<Item = &T> + Clone {
        (0..self.places.len()).map(|index| self.get(index))
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
        let packed: Result<Vec<Vec<u8>>, _> = self.iter().map(|value| postcard::to_stdvec(value).map_err(ser::Error::custom)).collect();
        packed?.serialize(serializer)
    }
}

/// Only from bytes that live as long as the program.
impl<'de: 'static, T> Deserialize<'de> for Shelf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let packed: Vec<&'static [u8]> = Vec::deserialize(deserializer)?;
        Ok(Shelf { places: packed.into_iter().map(|packed| Place { packed, value: OnceLock::new() }).collect() })
    }
}
