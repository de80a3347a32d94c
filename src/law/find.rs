//! Which gateways fit: who gives, who receives, what, for which purpose, where, on which day.

use crate::model::{Vocabulary, WordList, WordLists};
use crate::policy::{Policy, Register, Row, Ymd};

/// What is asked for. What is left out fits everything.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// The kind of the discloser.
    pub from: Option<String>,
    /// The kind of the recipient.
    pub to: Option<String>,
    /// A class of data.
    pub data: Option<String>,
    /// A kind of purpose.
    pub purpose: Option<String>,
    /// A nation.
    pub nation: Option<String>,
}

/// Fields of a question, with the list that its words come from and the column of the register that answers it.
const FIELDS: [(&str, &str, &str); 4] = [("from", "party-kind", "relies"), ("to", "party-kind", "towards"), ("data", "data-class", "data"), ("purpose", "purpose-kind", "purposes")];

/// The word of the register for a provision that fits everything.
const ANY: &str = "any";

/// Kinds of gateway in the order in which they are told: what leaves no choice comes first.
const ORDER: [&str; 6] = ["duty", "court-order", "power", "common-law", "exemption", "prohibition"];

impl Wanted {
    fn fields(&self) -> [(Option<&str>, &'static str, &'static str, &'static str); 4] {
        let given = [&self.from, &self.to, &self.data, &self.purpose].map(Option::as_deref);
        [0, 1, 2, 3].map(|at| (given[at], FIELDS[at].0, FIELDS[at].1, FIELDS[at].2))
    }

    /// A word that no list knows: the flag, the word, and the list of what it may be.
    pub fn unknown<'v>(&self, vocabulary: &'v Vocabulary) -> Option<(&'static str, &str, &'v WordList)> {
        self.fields().into_iter().find_map(|(given, flag, list, _)| {
            let given = given?;
            let list = vocabulary.words.find(list).map(|list| vocabulary.words.list(list))?;
            (!list.knows(given)).then_some((flag, given, list))
        })
    }

    /// The entries of the register that fit on a day, what leaves no choice first.
    pub fn find(&self, policy: &Policy, register: &Register, today: Ymd) -> Vec<usize> {
        let words = &policy.vocabulary.words;
        let fits = |row: Row<'_>| {
            let has = |column: &str, wanted: &str| row.has(column, wanted);
            let in_force = row.day("from").is_none_or(|from| from <= today) && row.day("until").is_none_or(|until| today < until);
            let is_live = !has("status", "not-commenced-as-far-as-found") && !has("status", "revoked");
            let all = self.fields().into_iter().all(|(given, _, list, column)| given.is_none_or(|given| fits_word(words, list, given, row.texts(column))));
            // Patient information is barred by itself, whatever else is covered.
            let patient = !(has("patient", "barred") && matches!(self.data.as_deref(), Some("health" | "confidential")));
            let nation = self.nation.as_deref().is_none_or(|nation| has("nations", nation));
            has("role", "gateway") && !has("strength", "none") && in_force && is_live && all && patient && nation
        };
        let rank = |row: Row<'_>| {
            let kind = row.text("kind").unwrap_or_default();
            // What is not sure to be in force yet comes after what is.
            (ORDER.iter().position(|known| *known == kind).unwrap_or(ORDER.len()), !row.has("status", "in-force"), !row.has("strength", "express"))
        };
        let mut found: Vec<usize> = (0..register.entries.len()).filter(|index| fits(register.row(*index as u32))).collect();
        found.sort_by_key(|index| (rank(register.row(*index as u32)), *index));
        found
    }
}

/// Whether a word, or a broader one, is among those of an entry.
fn fits_word<'a>(words: &WordLists, list: &str, given: &str, mut own: impl Iterator<Item = &'a str>) -> bool {
    let list = words.find(list).map(|list| words.list(list));
    let known = list.and_then(|list| list.find(given).map(|index| &list.words[index]));
    own.any(|own| own == ANY || own == given || known.is_some_and(|word| word.is(own)))
}
