//! A published notice against the agreements in force: whom, what for and on which basis it leaves out, and what it names that no
//! agreement has. A comparison of words: what it finds is for a person to look at.

mod agreed;

pub use agreed::{Agreed, Force, Share, agreed};

use crate::law::Law;
use crate::policy::Policy;
use crate::reading::{paragraphs, sentences};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The register of words with which names of organisations end.
const ORGANISATIONS: (&str, &str) = ("organisation-words", "ending");
/// The register of uses that a notice may name.
const PURPOSES: (&str, &str) = ("notice-purposes", "named");
/// What the bases and conditions of data protection law begin with.
const BASES: [&str; 6] = ["UK GDPR Art 6(", "UK GDPR Art 9(", "UK GDPR Art 10", "DPA 2018 s.35(", "DPA 2018 Sch 8", "DPA 2018 s.36("];
/// Words within a name that are not capitalised.
const SMALL: [&str; 5] = ["of", "and", "the", "for", "&"];
/// Words that turn a sentence round.
const NOT: [&str; 6] = ["not", "never", "no", "nor", "cannot", "without"];

/// Something that stands on one side only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Point {
    /// `recipient`, `source`, `purpose` or `basis`.
    pub sort: String,
    /// What it is.
    pub what: String,
    /// The agreements that have it; none for what only the notice has.
    pub agreements: Vec<String>,
}

/// What the comparison found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Published {
    /// Whose notice it was taken for.
    pub party: String,
    /// The agreements that it was compared with.
    pub agreements: Vec<String>,
    /// What agreements have and the notice does not mention.
    pub unmentioned: Vec<Point>,
    /// What the notice mentions and no agreement has.
    pub unagreed: Vec<Point>,
}

/// The name of the party that a notice speaks for: the one that it names first, and most.
pub fn speaker<'a>(text: &str, agreed: &'a [Agreed]) -> Option<&'a str> {
    let text = Words::of(text);
    let names: BTreeSet<(&str, &str)> = agreed.iter().flat_map(|agreed| &agreed.shares).flat_map(|share| share.names.iter().map(|name| (share.party.as_str(), name.as_str()))).collect();
    let found = names.iter().filter_map(|(party, name)| Some((text.first(name)?, *party)));
    found.min_by_key(|(place, _)| *place).map(|(_, party)| party)
}

/// Compares a published text with what is agreed for a party.
pub fn published(text: &str, party: &str, agreed: &[Agreed], law: &Law<'_>, policy: &Policy) -> Published {
    let said = Words::of(text);
    let own: Vec<(&Agreed, &Share)> = agreed.iter().filter_map(|agreed| Some((agreed, agreed.shares.iter().find(|share| share.party == party)?))).collect();
    let cited: BTreeSet<String> = law.cited(text).iter().map(|cited| law.canonical(cited)).filter(|citation| !citation.is_empty()).collect();
    let mut missing: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for (agreed, share) in &own {
        let mut miss = |sort: &'static str, what| missing.entry((sort, what)).or_default().push(agreed.name.clone());
        for (sort, others) in [("recipient", &share.recipients), ("source", &share.sources)] {
            for other in others.iter().filter(|other| !other.names.iter().any(|name| said.has(name))) {
                miss(sort, other.label.as_str());
            }
        }
        for purpose in share.purposes.iter().filter(|purpose| !purpose.texts.iter().any(|text| said.speaks_of(text))) {
            miss("purpose", &purpose.label);
        }
        for basis in share.bases.iter().filter(|basis| !cited.contains(*basis)) {
            miss("basis", basis);
        }
    }
    let unmentioned = missing.into_iter().map(|((sort, what), agreements)| Point { sort: sort.to_owned(), what: what.to_owned(), agreements }).collect();
    let sources: Vec<Words> = own.iter().map(|(agreed, _)| Words::of(&agreed.text)).collect();
    // The first words of a sentence, or of a heading, may not belong to the name.
    let is_agreed = |name: &str| {
        let words: Vec<&str> = name.split(' ').collect();
        (0..words.len().saturating_sub(1)).any(|from| sources.iter().any(|source| source.has(&words[from..].join(" "))))
    };
    let mut extra: BTreeSet<(&str, String)> = BTreeSet::new();
    extra.extend(organisations(text, policy).into_iter().filter(|name| !is_agreed(name)).map(|name| ("recipient", name)));
    let straight: Vec<Words> = all_sentences(text).map(Words::of).filter(|words| !NOT.iter().any(|word| words.has(word))).collect();
    for purpose in column(policy, PURPOSES) {
        let is_named = straight.iter().any(|sentence| sentence.has(purpose));
        let is_wanted = own.iter().any(|(_, share)| share.purposes.iter().flat_map(|purpose| &purpose.texts).any(|text| Words::of(text).has(purpose)));
        if is_named && !is_wanted {
            extra.insert(("purpose", purpose.to_owned()));
        }
    }
    let known: BTreeSet<&str> = own.iter().flat_map(|(_, share)| share.cited.iter().map(String::as_str)).collect();
    extra.extend(cited.into_iter().filter(|citation| BASES.iter().any(|basis| citation.starts_with(basis)) && !known.contains(citation.as_str())).map(|citation| ("basis", citation)));
    Published {
        party: party.to_owned(),
        agreements: own.iter().map(|(agreed, _)| agreed.name.clone()).collect(),
        unmentioned,
        unagreed: extra.into_iter().map(|(sort, what)| Point { sort: sort.to_owned(), what, agreements: Vec::new() }).collect(),
    }
}

/// A column of a register.
fn column<'p>(policy: &'p Policy, (register, column): (&str, &str)) -> Vec<&'p str> {
    policy.rows(register).filter_map(|row| row.text(column)).collect()
}

fn all_sentences(text: &str) -> impl Iterator<Item = &str> {
    paragraphs(text).into_iter().flat_map(sentences)
}

/// Names of organisations in a text: two or more words that begin with a capital, the last of them one with which such names end.
fn organisations(text: &str, policy: &Policy) -> BTreeSet<String> {
    let endings = column(policy, ORGANISATIONS);
    let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let mut found = BTreeSet::new();
    for sentence in all_sentences(text) {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let mut start = 0;
        for (at, word) in words.iter().enumerate() {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            if !is_name(bare) && !SMALL.contains(word) {
                start = at + 1;
            } else if endings.contains(&bare) {
                let name: Vec<&str> =
                    words[start..=at].iter().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&')).skip_while(|word| SMALL.contains(word) || *word == "The").collect();
                // The first word of a sentence has a capital in any case.
                let capitals = name.iter().filter(|word| is_name(word)).count();
                if capitals >= 2 {
                    found.insert(name.join(" "));
                }
                start = at + 1;
            }
            if word.ends_with([',', ';', ':', ')']) {
                start = at + 1;
            }
        }
    }
    found
}

/// The words of a text, small, between spaces: phrases are looked for as whole words.
struct Words(String);

impl Words {
    fn of(text: &str) -> Self {
        let mut words = String::from(" ");
        for c in text.chars().flat_map(char::to_lowercase) {
            match c {
                '’' | '\'' => {}
                c if c.is_alphanumeric() => words.push(c),
                _ if words.ends_with(' ') => {}
                _ => words.push(' '),
            }
        }
        if !words.ends_with(' ') {
            words.push(' ');
        }
        Words(words)
    }

    fn first(&self, phrase: &str) -> Option<usize> {
        let phrase = Words::of(phrase).0;
        (phrase.len() > 2).then(|| self.0.find(&phrase)).flatten()
    }

    fn has(&self, phrase: &str) -> bool {
        self.first(phrase).is_some()
    }

    /// Whether a text is said, or at least two thirds of the words that bear its meaning are.
    fn speaks_of(&self, text: &str) -> bool {
        if self.has(text) {
            return true;
        }
        let words = Words::of(text);
        let bearing: BTreeSet<&str> = words.0.split(' ').filter(|word| word.len() > 4).map(stem).collect();
        let own: BTreeSet<&str> = self.0.split(' ').map(stem).collect();
        bearing.len() > 1 && bearing.intersection(&own).count() * 3 >= bearing.len() * 2
    }
}

/// The beginning of a word, which its forms have in common.
fn stem(word: &str) -> &str {
    word.char_indices().nth(5).map_or(word, |(end, _)| &word[..end])
}
