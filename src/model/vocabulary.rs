//! The vocabulary as the model reads it: which keywords stand where and what they carry.
//!
//! Made from `grammar/vocabulary/*.toml` when the tool is built (see `policy`). The prose of the vocabulary (what a keyword
//! means, its example) is not kept here: only what lowering and conditions need.

use super::words::{ListId, WordLists};
use crate::source::{Shelf, Text};
use serde::{Deserialize, Serialize};

/// An index into [`Vocabulary::kinds`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct KindId(pub u16);

/// The kind of a file, which stands above all others.
pub(super) const FILE: KindId = KindId(0);

/// Whether an item carries a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameRule {
    /// It has none.
    No,
    /// It may have one.
    May,
    /// It must have one.
    Must,
}

/// One sort of value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Atom {
    /// Text.
    Text,
    /// A citation of law, written as text.
    Cite,
    /// A day, month or year.
    Date,
    /// A length of time.
    Period,
    /// A whole number.
    Number,
    /// Opening hours.
    Hours,
    /// Any local word.
    Name,
    /// A word of a list.
    Word(ListId),
    /// A reference to one of these kinds; empty for any kind.
    Ref(Vec<KindId>),
}

/// What values may stand somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueSpec {
    /// The sorts that are accepted.
    pub atoms: Vec<Atom>,
    /// Several, with commas.
    pub many: bool,
    /// May be left out.
    pub optional: bool,
}

impl ValueSpec {
    /// The kinds that a value may refer to; `None` when it takes no reference, an empty slice for any kind.
    pub fn refers_to(&self) -> Option<&[KindId]> {
        self.atoms.iter().find_map(|atom| match atom {
            Atom::Ref(kinds) => Some(kinds.as_slice()),
            _ => None,
        })
    }

    /// Whether it takes a value of this sort.
    pub fn takes(&self, wanted: fn(&Atom) -> bool) -> bool {
        self.atoms.iter().any(wanted)
    }
}

/// A connective and what follows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct ClauseSpec {
    /// As it is written: one or two words.
    pub words: Text,
    /// As a condition names it: with hyphens.
    pub field: Text,
    /// What follows.
    pub values: ValueSpec,
}

/// One keyword in its place.
#[expect(clippy::struct_excessive_bools, reason = "each is a column of the vocabulary")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Kind {
    /// Unique id.
    pub id: Text,
    /// As it is written.
    pub word: Text,
    /// It has a block.
    pub block: bool,
    /// It is an item: a name and a label may follow.
    pub item: bool,
    /// Whether it carries a name.
    pub name: NameRule,
    /// What values it takes; `None` for none.
    pub values: Option<ValueSpec>,
    /// Its connectives, the universal ones (`because`, `source`) last.
    pub clauses: Vec<ClauseSpec>,
    /// At most one in a block.
    pub one: bool,
    /// A subject that may be inherited or answered `none because`.
    pub topic: bool,
    /// What may stand in its block: word and kind, sorted by word.
    pub children: Vec<(Text, KindId)>,
}

impl Kind {
    /// The kind that a word has in this one's block.
    pub fn child(&self, word: &str) -> Option<KindId> {
        self.children.binary_search_by(|(candidate, _)| candidate.as_str().cmp(word)).ok().map(|index| self.children[index].1)
    }

    /// The clause that a condition names.
    pub fn clause(&self, field: &str) -> Option<u16> {
        self.clauses.iter().position(|clause| clause.field == field).map(|index| index as u16)
    }
}

/// The whole vocabulary with its word lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Vocabulary {
    /// Every keyword in its place; the first is the file.
    pub kinds: Shelf<Kind>,
    /// Lists of words.
    pub words: WordLists,
    /// Ids in alphabetical order, with their kinds.
    pub(crate) by_id: Vec<(Text, KindId)>,
}

impl Vocabulary {
    /// A kind.
    pub fn kind(&self, id: KindId) -> &Kind {
        self.kinds.get(id.0 as usize)
    }

    /// The kind with this id.
    pub fn find(&self, id: &str) -> Option<KindId> {
        self.by_id.binary_search_by(|(candidate, _)| candidate.as_str().cmp(id)).ok().map(|index| self.by_id[index].1)
    }

    /// The kinds in whose block a word may stand: for a message about a word in the wrong place.
    pub fn homes_of(&self, word: &str) -> Vec<&str> {
        let mut homes: Vec<&str> = self.kinds.iter().filter(|kind| kind.child(word).is_some()).map(|kind| kind.word.as_str()).collect();
        homes.sort_unstable();
        homes.dedup();
        homes
    }
}
