//! What citations of law are looked up by, made when the policy is compiled: names of instruments and pinpoints of provisions, as
//! hashes, so that nothing is built when the tool starts.

use super::register::{Registers, Row};
use super::{INSTRUMENTS, PROVISIONS};
use crate::source::Table;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;
use std::collections::BTreeMap;

/// Entries of a register.
pub type Entries = SmallVec<[u32; 2]>;

/// Hashes, in two halves, with entries, sorted.
type Hashes = Table<3>;

/// The tables.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct CitationIndex {
    names: Hashes,
    /// By instrument and pinpoint.
    provisions: Hashes,
    /// By pinpoint alone: the instruments that have it.
    owners: Hashes,
}

impl CitationIndex {
    pub(super) fn new(registers: &Registers) -> Self {
        let mut index = CitationIndex::default();
        let (Some(instruments), Some(provisions)) = (registers.find(INSTRUMENTS), registers.find(PROVISIONS)) else { return index };
        let (instruments, provisions) = (registers.get(instruments), registers.get(provisions));
        let mut names: BTreeMap<String, Entries> = BTreeMap::new();
        let mut ids: BTreeMap<&str, u32> = BTreeMap::new();
        for (place, row) in (0..).zip(instruments.rows()) {
            ids.extend(row.texts("id").map(|id| (id, place)));
            for name in names_of(row) {
                add(names.entry(plain(name)).or_default(), place);
            }
        }
        // A title without its year means what the register says it means, or else all that bear it.
        let mut titles: BTreeMap<String, Entries> = BTreeMap::new();
        for (place, row) in (0..).zip(instruments.rows()) {
            for label in row.texts("label").map(plain) {
                if let (title, Some(_)) = apart(&label) {
                    add(titles.entry(title.to_owned()).or_default(), place);
                }
            }
        }
        for (title, bearers) in titles {
            names.entry(title).or_insert(bearers);
        }
        index.names = names.iter().flat_map(|(name, entries)| entries.iter().map(|entry| hashed(hash(&[name]), *entry))).collect();
        for (place, row) in (0..).zip(provisions.rows()) {
            let Some(of) = row.text("instrument").and_then(|id| ids.get(id)) else { continue };
            for unit in row.texts("units") {
                index.provisions.push(hashed(hash(&[&of.to_string(), unit]), place));
                index.owners.push(hashed(hash(&[unit]), *of));
            }
        }
        for table in [&mut index.names, &mut index.provisions, &mut index.owners] {
            table.sort();
        }
        index
    }

    /// The instruments with a name, in the spelling of [`plain`].
    pub fn named(&self, name: &str) -> Entries {
        find(&self.names, hash(&[name]))
    }

    /// The provisions that a pinpoint of an instrument stands in: those with the most exact pinpoint.
    pub fn provisions(&self, instrument: u32, pinpoint: &str) -> Entries {
        let instrument = instrument.to_string();
        let mut at = pinpoint;
        loop {
            let found = find(&self.provisions, hash(&[&instrument, at]));
            if !found.is_empty() || at.is_empty() {
                return found;
            }
            at = &at[..at.rfind('(').or_else(|| at.rfind(' ')).unwrap_or(0)];
        }
    }

    /// The instruments that have a provision with a pinpoint, or with one that it stands in.
    pub fn owners(&self, pinpoint: &str) -> Entries {
        let mut at = pinpoint;
        loop {
            let found = find(&self.owners, hash(&[at]));
            match at.rfind('(') {
                Some(inner) if found.is_empty() => at = &at[..inner],
                _ => return found,
            }
        }
    }
}

/// Every name of an instrument.
pub fn names_of(row: Row<'_>) -> impl Iterator<Item = &str> {
    ["label", "cite", "also"].into_iter().flat_map(move |column| row.texts(column))
}

fn hashed(hash: u64, entry: u32) -> [u32; 3] {
    [(hash >> 32) as u32, hash as u32, entry]
}

fn find(table: &Hashes, wanted: u64) -> Entries {
    let wanted = hashed(wanted, 0);
    let first = table.partition_point(|row| row < wanted);
    (first..table.len()).map(|index| table.get(index)).take_while(|row| row[..2] == wanted[..2]).map(|row| row[2]).collect()
}

fn add(entries: &mut Entries, entry: u32) {
    if !entries.contains(&entry) {
        entries.push(entry);
    }
}

/// The same when the tool is built and when it runs.
fn hash(parts: &[&str]) -> u64 {
    crate::diagnostic::fingerprint(parts)
}

/// A name in one spelling: small letters, without punctuation and articles.
pub fn plain(name: &str) -> String {
    let words = name.split_whitespace().map(plain_word).filter(|word| !word.is_empty() && word != "the");
    words.collect::<Vec<_>>().join(" ")
}

/// A word in one spelling.
pub fn plain_word(word: &str) -> String {
    if word == "&" {
        return "and".to_owned();
    }
    let mut plain: String = word.chars().filter(|c| c.is_alphanumeric() || *c == '/').flat_map(char::to_lowercase).collect();
    // `CDA1998`
    let letters = plain.len().saturating_sub(4);
    if letters > 1 && plain.is_char_boundary(letters) && is_year(&plain[letters..]) && plain[..letters].chars().all(char::is_alphabetic) {
        plain.insert(letters, ' ');
    }
    plain
}

/// A name in one spelling and its year, when it ends in one.
pub fn apart(name: &str) -> (&str, Option<i32>) {
    match name.rsplit_once(' ') {
        Some((name, year)) if is_year(year) => (name, year.parse().ok()),
        _ => (name, None),
    }
}

/// Whether a word is a year.
pub fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && word.starts_with(['1', '2'])
}
