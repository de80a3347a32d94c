//! The law registers, ready to be looked up: instruments by every name, provisions by instrument and pinpoint.

use crate::policy::{Cell, INSTRUMENTS, PROVISIONS, Policy, Register, RegisterId};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Entries of a register.
pub(super) type Entries = SmallVec<[u32; 2]>;

/// The longest name of an instrument, in words.
pub(super) const LONGEST_NAME: usize = 16;

/// What citations are looked up in.
#[derive(Default)]
pub(super) struct Index {
    /// Instruments by name, in the spelling of [`plain`].
    pub(super) names: FxHashMap<String, Entries>,
    /// Instruments by id.
    ids: FxHashMap<String, u32>,
    /// Instruments of European law, which have articles.
    pub(super) european: Vec<bool>,
    /// Short forms by instrument: what a canonical citation begins with.
    pub(super) short: Vec<String>,
    /// Provisions by instrument and pinpoint; the whole instrument has an empty one.
    provisions: FxHashMap<(u32, String), Entries>,
    /// Instruments that have a provision with a pinpoint.
    by_pinpoint: FxHashMap<String, Entries>,
    /// The register of provisions.
    pub(super) register: Option<RegisterId>,
}

impl Index {
    pub(super) fn new(policy: &Policy) -> Self {
        let mut index = Index::default();
        let (Some((_, instruments)), Some((id, provisions))) = (policy.register_named(INSTRUMENTS), policy.register_named(PROVISIONS)) else { return index };
        index.register = Some(id);
        index.instruments(instruments);
        index.provisions(provisions);
        index
    }

    fn instruments(&mut self, register: &Register) {
        let [id, label, cite, also, kind] = ["id", "label", "cite", "also", "kind"].map(|name| register.column(name));
        let mut without_year: FxHashMap<String, Entries> = FxHashMap::default();
        for (place, entry) in register.entries.iter().enumerate() {
            let place = place as u32;
            for label in texts(entry, label).map(plain) {
                let (name, year) = apart(&label);
                if year.is_some() {
                    add(without_year.entry(name.to_owned()).or_default(), place);
                }
            }
            self.ids.extend(texts(entry, id).next().map(|id| (id.to_owned(), place)));
            self.european.push(texts(entry, kind).any(|kind| kind == "eu"));
            self.short.push(texts(entry, cite).chain(texts(entry, label)).next().unwrap_or_default().to_owned());
            for name in texts(entry, label).chain(texts(entry, cite)).chain(texts(entry, also)) {
                add(self.names.entry(plain(name)).or_default(), place);
            }
        }
        // A title without its year means what the register says it means, or else all that bear it.
        for (name, instruments) in without_year {
            self.names.entry(name).or_insert(instruments);
        }
    }

    fn provisions(&mut self, register: &Register) {
        let [instrument, units] = ["instrument", "units"].map(|name| register.column(name));
        for (place, entry) in register.entries.iter().enumerate() {
            let Some(of) = texts(entry, instrument).next().and_then(|id| self.ids.get(id)).copied() else { continue };
            for unit in texts(entry, units) {
                add(self.provisions.entry((of, unit.to_owned())).or_default(), place as u32);
                add(self.by_pinpoint.entry(unit.to_owned()).or_default(), of);
            }
        }
    }

    /// The provisions that a pinpoint of an instrument stands in: those with the most exact pinpoint.
    pub(super) fn find(&self, instrument: u32, pinpoint: &str) -> Entries {
        let mut at = pinpoint.to_owned();
        loop {
            if let Some(found) = self.provisions.get(&(instrument, at.clone())) {
                return found.clone();
            }
            if at.is_empty() {
                return Entries::new();
            }
            let inner = at.rfind('(').or_else(|| at.rfind(' ')).unwrap_or(0);
            at.truncate(inner);
        }
    }

    /// The instruments that have a provision with a pinpoint, or with one that it stands in.
    pub(super) fn owners(&self, pinpoint: &str) -> Entries {
        let mut at = pinpoint;
        loop {
            if let Some(found) = self.by_pinpoint.get(at) {
                return found.clone();
            }
            match at.rfind('(') {
                Some(inner) => at = &at[..inner],
                None => return Entries::new(),
            }
        }
    }
}

fn texts(entry: &[Cell], column: Option<u16>) -> impl Iterator<Item = &str> {
    column.into_iter().flat_map(|column| entry[column as usize].texts())
}

fn add(entries: &mut Entries, entry: u32) {
    if !entries.contains(&entry) {
        entries.push(entry);
    }
}

/// A name in one spelling and its year, when it ends in one.
pub(super) fn apart(name: &str) -> (&str, Option<i32>) {
    match name.rsplit_once(' ') {
        Some((name, year)) if is_year(year) => (name, year.parse().ok()),
        _ => (name, None),
    }
}

/// Whether a word is a year.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) && word.starts_with(['1', '2'])
}

/// A name in one spelling: small letters, without punctuation and articles.
pub(super) fn plain(name: &str) -> String {
    let words = name.split_whitespace().map(plain_word).filter(|word| !word.is_empty() && word != "the");
    words.collect::<Vec<_>>().join(" ")
}

/// A word in one spelling.
pub(super) fn plain_word(word: &str) -> String {
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
