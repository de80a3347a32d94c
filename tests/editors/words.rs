//! The words of the language as an editor sees them: only the spelling and the place on the line are known to it.

use sharewright::model::{Atom, Kind, NameRule, Vocabulary};
use std::collections::BTreeSet;

/// What an editor colours, each list without repeats; longer words come first, so that `review-when` is tried before `review`.
pub struct Words {
    /// Keywords that open a block and may carry a name.
    pub named: Vec<String>,
    /// Keywords that open a block in one place and are a fact in another, so that only a `{` tells.
    pub either: Vec<String>,
    /// Keywords that open a block and carry no name.
    pub unnamed: Vec<String>,
    /// Facts that take words of lists and nothing else.
    pub chosen: Vec<String>,
    /// All other facts.
    pub facts: Vec<String>,
    /// Connectives: one word or two.
    pub connectives: Vec<String>,
}

/// Carry a statement on when they begin a line.
pub const CARRY_ON: [&str; 3] = ["else", "because", "source"];

/// Stand for an answer.
pub const STATES: [&str; 2] = ["none", "inherited"];

impl Words {
    /// Those of a vocabulary.
    pub fn of(vocabulary: &Vocabulary) -> Self {
        // The first kind is the file, which is never written.
        let kinds: Vec<&Kind> = vocabulary.kinds.iter().skip(1).collect();
        let spelt: BTreeSet<&str> = kinds.iter().map(|kind| kind.word.as_str()).collect();
        let mut words = Words { named: Vec::new(), either: Vec::new(), unnamed: Vec::new(), chosen: Vec::new(), facts: Vec::new(), connectives: Vec::new() };
        for word in spelt {
            let same: Vec<&Kind> = kinds.iter().copied().filter(|kind| kind.word == word).collect();
            let named = |kind: &&Kind| kind.item && kind.name != NameRule::No;
            let list = if same.iter().all(named) {
                &mut words.named
            } else if same.iter().any(named) {
                &mut words.either
            } else if same.iter().any(|kind| kind.item) {
                &mut words.unnamed
            } else if same.iter().all(|kind| takes_words_alone(kind)) {
                &mut words.chosen
            } else {
                &mut words.facts
            };
            list.push(word.to_owned());
        }
        let connectives: BTreeSet<&str> = kinds.iter().flat_map(|kind| kind.clauses.iter().map(|clause| clause.words.as_str())).chain(CARRY_ON).collect();
        words.connectives = connectives.into_iter().map(str::to_owned).collect();
        for list in [&mut words.named, &mut words.either, &mut words.unnamed, &mut words.chosen, &mut words.facts, &mut words.connectives] {
            list.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        }
        words
    }

    /// Every keyword that begins a statement.
    pub fn keywords(&self) -> impl Iterator<Item = &str> {
        [&self.named, &self.either, &self.unnamed, &self.chosen, &self.facts].into_iter().flatten().map(String::as_str)
    }
}

fn takes_words_alone(kind: &Kind) -> bool {
    kind.values.as_ref().is_some_and(|spec| spec.atoms.iter().all(|atom| matches!(atom, Atom::Word(_))))
}
