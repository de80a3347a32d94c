//! Lists of words that a keyword may take: kinds of party, classes of data, channels. Their content is data.

use serde::{Deserialize, Serialize};

/// An index into [`WordLists::lists`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ListId(pub u16);

/// One word and the broader words that it falls under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The word as it is written.
    pub id: String,
    /// Every broader word, its own broader words included.
    pub broader: Vec<String>,
}

impl Word {
    /// Whether it is this word, or falls under it.
    pub fn is(&self, word: &str) -> bool {
        self.id == word || self.broader.iter().any(|broader| broader == word)
    }
}

/// One list, its words in alphabetical order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordList {
    /// What the vocabulary calls it.
    pub name: String,
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
pub struct WordLists {
    /// The lists, sorted by name.
    pub lists: Vec<WordList>,
}

impl WordLists {
    /// The list with this name.
    pub fn find(&self, name: &str) -> Option<ListId> {
        self.lists.binary_search_by(|list| list.name.as_str().cmp(name)).ok().map(|index| ListId(index as u16))
    }

    /// A list.
    pub fn list(&self, id: ListId) -> &WordList {
        &self.lists[id.0 as usize]
    }
}
