//! Lists of words that a keyword may take: kinds of party, classes of data, channels. Their content is data.

use crate::source::{Shelf, Text};
use serde::{Deserialize, Serialize};

/// An index into [`WordLists::lists`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ListId(pub u16);

/// One word and the broader words that it falls under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Word {
    /// The word as it is written.
    pub id: Text,
    /// Every broader word, its own broader words included.
    pub broader: Vec<Text>,
}

impl Word {
    /// Whether it is this word, or falls under it.
    pub fn is(&self, word: &str) -> bool {
        self.id == word || self.broader.iter().any(|broader| broader == word)
    }
}

/// One list, its words in alphabetical order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct WordList {
    /// What the vocabulary calls it.
    pub name: Text,
    /// The words, sorted.
    pub words: Vec<Word>,
}

impl WordList {
    /// The index of a word.
    pub fn find(&self, word: &str) -> Option<usize> {
        self.words.binary_search_by(|candidate| candidate.id.as_str().cmp(word)).ok()
    }

    /// Whether some word of the list is, or falls under, this one.
    pub fn knows(&self, word: &str) -> bool {
        self.words.iter().any(|candidate| candidate.is(word))
    }
}

/// All lists, in alphabetical order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct WordLists {
    /// Their names.
    names: Vec<Text>,
    /// The lists, in the same order.
    pub lists: Shelf<WordList>,
}

impl WordLists {
    /// Lists in the order of their names.
    pub fn new(lists: impl Iterator<Item = WordList>) -> Self {
        let (names, lists) = lists.map(|list| (list.name.clone(), list)).unzip::<_, _, Vec<_>, Vec<_>>();
        WordLists { names, lists: lists.into_iter().collect() }
    }

    /// The list with this name.
    pub fn find(&self, name: &str) -> Option<ListId> {
        self.names.binary_search_by(|candidate| candidate.as_str().cmp(name)).ok().map(|index| ListId(index as u16))
    }

    /// A list.
    pub fn list(&self, id: ListId) -> &WordList {
        self.lists.get(id.0 as usize)
    }
}
