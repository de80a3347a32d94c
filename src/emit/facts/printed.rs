//! How words of the language are printed where that is not as they are written: a table of the vocabulary, read once.

use crate::policy::Texts;
use std::collections::BTreeMap;

/// What documents print for words of lists, and for the words of clauses.
pub(super) struct Printed<'a> {
    /// By list and word.
    words: BTreeMap<(&'a str, &'a str), &'a str>,
    /// By the word alone, for names of things that several lists call alike.
    names: BTreeMap<&'a str, &'a str>,
    /// By the kind of statement and the words of the clause.
    clauses: BTreeMap<(&'a str, &'a str), &'a str>,
}

impl<'a> Printed<'a> {
    pub(super) fn new(texts: &'a Texts) -> Self {
        let words = || texts.words.iter().filter_map(|word| Some((word.list.as_str(), word.id.as_str(), word.prints.as_deref()?)));
        let clauses = texts.keywords.iter().flat_map(|doc| doc.prints.iter().map(|(words, printed)| ((doc.id.as_str(), words.as_str()), printed.as_str())));
        Printed { words: words().map(|(list, id, printed)| ((list, id), printed)).collect(), names: words().map(|(_, id, printed)| (id, printed)).collect(), clauses: clauses.collect() }
    }

    /// A word of a list.
    pub(super) fn word(&self, list: &str, id: &str) -> Option<&'a str> {
        self.words.get(&(list, id)).copied()
    }

    /// A name that stands where no list is.
    pub(super) fn name(&self, id: &str) -> Option<&'a str> {
        self.names.get(id).copied()
    }

    /// What leads on to a clause of a statement. Where it begins with a mark, that mark joins the two.
    pub(super) fn clause(&self, kind: &str, words: &str) -> Option<&'a str> {
        self.clauses.get(&(kind, words)).copied()
    }
}
