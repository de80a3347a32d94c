//! Phrases that conditions look for in texts, found by one word of each.
//!
//! A text is read once for all phrases of all rules: each of its words is looked up among those words. The
//! table is sorted when the policy is compiled, so that nothing is built when the tool starts (an Aho-Corasick automaton finds as
//! much and takes a quarter of the time of a short run to build).

use super::rule::Ymd;
use crate::source::{Table, Text, TextRange};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;
use std::cmp::Reverse;
use std::ops::Range;

/// A set of phrases: the column `phrase` of a register, or the texts of one condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PhraseSet(pub u16);

/// Sets that a text mentions, in order.
pub type Mentioned = SmallVec<[PhraseSet; 8]>;

/// One phrase of a set.
struct Phrase {
    set: PhraseSet,
    /// Its text: a range of [`Phrases::text`].
    range: TextRange,
    /// Which of its set's phrases it is, counted over all that were given.
    place: u32,
    /// Bytes before the word that it is found by; as many as it has when there is no word in it.
    lead: usize,
    /// The day from which it counts, as [`day_number`] writes it; 0 for always.
    since: u32,
}

/// A day as a number that keeps the order of days: 20260401.
pub fn day_number((year, month, day): Ymd) -> u32 {
    u32::try_from(i32::from(year) * 10_000 + i32::from(month) * 100 + i32::from(day)).unwrap_or(0)
}

/// All phrases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Phrases {
    sets: u16,
    /// The texts of all phrases, one after the other.
    text: Text,
    /// The fields of each [`Phrase`].
    all: Table<6>,
    /// Hashes of the words that they are found by, sorted, with the phrase of each.
    key_words: Table<2>,
    /// One bit for each hash that such a word has, cut down to [`FILTER_BITS`]: most words are none of these, and one look says so.
    filter: Table<1>,
    /// Phrases without a word: `???`.
    wordless: Table<1>,
}

/// How many bits the filter has; a power of two, some ten times the number of phrases.
const FILTER_BITS: u32 = 1 << 14;

impl Phrases {
    /// Adds a set of phrases that always count. Capital and small letters of ASCII are the same.
    pub(super) fn add<'t>(&mut self, phrases: impl IntoIterator<Item = &'t str>) -> PhraseSet {
        self.add_dated(phrases.into_iter().map(|phrase| (phrase, 0)))
    }

    /// Adds a set of phrases, each with the day from which it counts, or 0.
    pub(super) fn add_dated<'t>(&mut self, phrases: impl IntoIterator<Item = (&'t str, u32)>) -> PhraseSet {
        let set = PhraseSet(self.sets);
        self.sets += 1;
        for (place, (text, since)) in phrases.into_iter().enumerate().filter(|(_, (text, _))| !text.is_empty()) {
            let index = self.all.len() as u32;
            let start = self.text.len();
            self.text.push_str(text);
            self.all.push([u32::from(set.0), start as u32, self.text.len() as u32, place as u32, text.len() as u32, since]);
            if (Words { text, at: 0 }).next().is_none() {
                self.wordless.push([index]);
            }
        }
        set
    }

    /// Makes the phrases ready to be looked for, when all were added.
    pub(super) fn finish(&mut self) {
        let mut shared: FxHashMap<u32, usize> = FxHashMap::default();
        let all: Vec<Phrase> = (0..self.all.len() as u32).map(|index| self.phrase(index)).collect();
        for phrase in &all {
            let words = Words { text: phrase.range.of(&self.text), at: 0 };
            words.for_each(|word| *shared.entry(word.hash).or_default() += 1);
        }
        // A phrase is found by the word that the fewest phrases have, so that few are tried where it stands; of those by the longest,
        // which is the rarest, as a rule: `section 29(3)` would be tried at every section.
        let key = |phrase: &Phrase| Words { text: phrase.range.of(&self.text), at: 0 }.min_by_key(|word| (shared[&word.hash], Reverse(word.end - word.start), word.start));
        let keys: Vec<Option<Word>> = all.iter().map(key).collect();
        let lead = |index: usize| keys[index].as_ref().map(|word| word.start as u32);
        self.all = self.all.iter().enumerate().map(|(index, [set, start, end, place, whole, since])| [set, start, end, place, lead(index).unwrap_or(whole), since]).collect();
        self.key_words = (0..).zip(&keys).filter_map(|(index, word)| word.as_ref().map(|word| [word.hash, index])).collect();
        self.key_words.sort();
        let mut filter = vec![[0]; (FILTER_BITS / 32) as usize];
        for [hash, _] in self.key_words.iter() {
            let bit = hash % FILTER_BITS;
            filter[(bit / 32) as usize][0] |= 1 << (bit % 32);
        }
        self.filter = filter.into_iter().collect();
    }

    /// Whether a word may be the one by which a phrase is found.
    fn may_be_key(&self, hash: u32) -> bool {
        let bit = hash % FILTER_BITS;
        !self.filter.is_empty() && self.filter.get((bit / 32) as usize)[0] & (1 << (bit % 32)) != 0
    }

    fn phrase(&self, index: u32) -> Phrase {
        let [set, start, end, place, lead, since] = self.all.get(index as usize);
        Phrase { set: PhraseSet(set as u16), range: TextRange { start, end }, place, lead: lead as usize, since }
    }

    /// The sets of which a text contains, as whole words, a phrase that counts on a day.
    pub fn mentioned(&self, text: &str, today: u32) -> Mentioned {
        let mut found = Mentioned::new();
        self.search(text, &mut |phrase, _| {
            if phrase.since <= today && !found.contains(&phrase.set) {
                found.push(phrase.set);
            }
        });
        found.sort_unstable();
        found
    }

    /// The phrases of one set in a text: which of the set, and where, in the order of the text. Of phrases that begin at one place
    /// the longest is told.
    pub fn places(&self, set: PhraseSet, text: &str) -> Vec<(u32, TextRange)> {
        let mut found: Vec<(u32, TextRange)> = Vec::new();
        self.search(text, &mut |phrase, range| {
            if phrase.set == set {
                found.push((phrase.place, range));
            }
        });
        found.sort_by_key(|(place, range)| (range.start, std::cmp::Reverse(range.end), *place));
        let mut end = 0;
        found.retain(|(_, range)| {
            let is_new = range.start >= end;
            end = end.max(range.end);
            is_new
        });
        found
    }

    /// Calls with each phrase that stands in a text as whole words.
    fn search(&self, text: &str, note: &mut dyn FnMut(&Phrase, TextRange)) {
        let mut try_at = |index: u32, start: usize| {
            let phrase = self.phrase(index);
            let wanted = phrase.range.of(&self.text).as_bytes();
            let end = start + wanted.len();
            let there = text.as_bytes().get(start..end).is_some_and(|part| part.eq_ignore_ascii_case(wanted));
            if there && is_whole(text, start, end) {
                note(&phrase, TextRange::new(start, end));
            }
        };
        let wordless: SmallVec<[(u32, &[u8]); 8]> = self.wordless.iter().map(|[index]| (index, self.phrase(index).range.of(&self.text).as_bytes())).collect();
        let shortest = wordless.iter().map(|(_, phrase)| phrase.len()).min().unwrap_or(usize::MAX);
        let mut gap = 0;
        for Word { start, end, hash } in (Words { text, at: 0 }) {
            if start - gap >= shortest {
                search_gap(&wordless, text, gap..start, &mut try_at);
            }
            gap = end;
            if !self.may_be_key(hash) {
                continue;
            }
            let first = self.key_words.partition_point(|[known, _]| known < hash);
            let same = (first..self.key_words.len()).map(|at| self.key_words.get(at)).take_while(|[known, _]| *known == hash);
            for [_, index] in same {
                if let Some(start) = start.checked_sub(self.phrase(index).lead) {
                    try_at(index, start);
                }
            }
        }
        search_gap(&wordless, text, gap..text.len(), &mut try_at);
    }
}

/// Tries the phrases without a word between two words, where they may begin.
fn search_gap(wordless: &[(u32, &[u8])], text: &str, gap: Range<usize>, try_at: &mut dyn FnMut(u32, usize)) {
    for (index, phrase) in wordless {
        for start in gap.start..(gap.end + 1).saturating_sub(phrase.len()) {
            if phrase.first() == text.as_bytes().get(start) {
                try_at(*index, start);
            }
        }
    }
}

/// A run of letters and digits, and the hash of it in small letters.
struct Word {
    start: usize,
    end: usize,
    hash: u32,
}

/// The words of a text.
struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        let bytes = self.text.as_bytes();
        let class = |at: usize| bytes.get(at).map(|byte| CLASSES[*byte as usize]);
        let mut start = self.at;
        while class(start) == Some(GAP) {
            start += 1;
        }
        if class(start) == Some(NOT_ASCII) {
            start += length(&self.text[start..], false);
        }
        let (mut end, mut hash) = (start, HASH_OF_NOTHING);
        while let Some(letter) = class(end).filter(|class| *class != GAP && *class != NOT_ASCII) {
            hash = hashed(hash, letter);
            end += 1;
        }
        if class(end) == Some(NOT_ASCII) {
            end = start + length(&self.text[start..], true);
            hash = self.text[start..end].bytes().fold(HASH_OF_NOTHING, |hash, byte| hashed(hash, byte.to_ascii_lowercase()));
        }
        self.at = end;
        (end > start).then_some(Word { start, end, hash })
    }
}

/// The class of a byte between words.
const GAP: u8 = 0;
/// The class of a byte that is no ASCII character.
const NOT_ASCII: u8 = 0xFF;

/// For each byte its class; a letter or digit is a class of its own, in small letters.
const CLASSES: [u8; 256] = {
    let mut classes = [GAP; 256];
    let mut byte = 0;
    while byte < 256 {
        let character = byte as u8;
        if !character.is_ascii() {
            classes[byte] = NOT_ASCII;
        } else if character.is_ascii_alphanumeric() {
            classes[byte] = character.to_ascii_lowercase();
        }
        byte += 1;
    }
    classes
};

/// How many bytes at the beginning of a text belong to words, or do not.
fn length(text: &str, in_word: bool) -> usize {
    let plain = text.bytes().take_while(|byte| byte.is_ascii() && byte.is_ascii_alphanumeric() == in_word).count();
    // Most texts are plain; what is not is looked at character by character.
    match text.as_bytes().get(plain) {
        Some(byte) if !byte.is_ascii() => plain + text[plain..].find(|c: char| c.is_alphanumeric() != in_word).unwrap_or(text.len() - plain),
        _ => plain,
    }
}

/// FNV-1a before the first byte: the same when the tool is built and when it runs.
pub(super) const HASH_OF_NOTHING: u32 = 0x811c_9dc5;

/// FNV-1a after one more byte.
pub(super) fn hashed(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// Whether a match does not begin or end within a word.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric();
    let before = text[..start].chars().next_back().is_some_and(letter) && text[start..].chars().next().is_some_and(letter);
    let after = text[end..].chars().next().is_some_and(letter) && text[..end].chars().next_back().is_some_and(letter);
    !before && !after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words() {
        let mut phrases = Phrases::default();
        let fax = phrases.add(["fax", "by post"]);
        let act = phrases.add(["1998 Act", "s.115"]);
        let gaps = phrases.add(["???", "[insert", "Gwasanaéth"]);
        phrases.finish();
        let found = |text: &str| phrases.mentioned(text, 0).to_vec();
        assert_eq!(found("Sent by FAX, if needed."), [fax]);
        assert_eq!(found("Halifax Council, faxes, by posting"), []);
        assert_eq!(found("the 1998 act; by post"), [fax, act]);
        assert_eq!(found("s.1151 and as.115"), []);
        assert_eq!(found("under s.115."), [act]);
        assert_eq!(found("to be agreed ???"), [gaps]);
        assert_eq!(found("x[INSERT name]"), [gaps]);
        assert_eq!(found("é fax é Gwasanaéth"), [fax, gaps]);
        assert_eq!(found("Gwasanaét\u{301}h"), []);
        assert_eq!(found(""), []);
    }
}
