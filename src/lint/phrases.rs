//! Finding phrases of a register in a text: whole words, case ignored. Each register's automaton is built when first needed.

use crate::policy::{Cell, Policy, RegisterId};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::sync::OnceLock;

/// The phrase finders of a policy.
pub struct Phrases {
    finders: Vec<OnceLock<Option<AhoCorasick>>>,
}

impl Phrases {
    /// None is built yet.
    pub fn new(policy: &Policy) -> Self {
        Phrases { finders: policy.registers.iter().map(|_| OnceLock::new()).collect() }
    }

    /// Whether a text contains a phrase of a register.
    pub(super) fn mentions(&self, policy: &Policy, register: RegisterId, text: &str) -> bool {
        let finder = self.finders[register.0 as usize].get_or_init(|| build(policy, register));
        finder.as_ref().is_some_and(|finder| finder.find_overlapping_iter(text).any(|found| is_whole(text, found.start(), found.end())))
    }
}

/// The simplest automaton: it is made within microseconds, and one file needs a dozen of them.
fn build(policy: &Policy, id: RegisterId) -> Option<AhoCorasick> {
    let register = policy.register(id);
    let column = register.column("phrase")?;
    let phrases = register.entries.iter().flat_map(|entry| match &entry[column as usize] {
        Cell::Text(text) => vec![text.clone()],
        Cell::Words(words) => words.clone(),
        _ => Vec::new(),
    });
    AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::Standard).kind(Some(AhoCorasickKind::NoncontiguousNFA)).build(phrases).ok()
}

/// Whether a match does not begin or end within a word.
pub(super) fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric();
    let before = text[..start].chars().next_back().is_some_and(letter) && text[start..].chars().next().is_some_and(letter);
    let after = text[end..].chars().next().is_some_and(letter) && text[..end].chars().next_back().is_some_and(letter);
    !before && !after
}

/// Whether a text contains a phrase that is given in lower case.
pub(super) fn contains(text: &str, phrase: &str) -> bool {
    let lower = text.to_lowercase();
    // Lower case may change lengths outside ASCII, so the boundaries are looked at in the same text.
    lower.match_indices(phrase).any(|(start, found)| is_whole(&lower, start, start + found.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_whole_words() {
        assert!(contains("Sent by fax, if needed.", "fax"));
        assert!(!contains("Halifax Council", "fax"));
        assert!(contains("the 1998 Act", "1998 act"));
    }
}
