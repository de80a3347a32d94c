//! Word lists, compiled.

use super::compile::Problems;
use super::pack::WordDoc;
use super::raw::RawFile;
use crate::diagnostic::Problem;
use crate::model::{Word, WordList, WordLists};
use crate::source::{Text, TextRange};
use std::collections::BTreeMap;

/// What readers are told: words, and lists with what they are about.
pub(super) type Docs = (Vec<WordDoc>, Vec<(Text, Text)>);

/// Merges the lists of all files by name: a local pack may add words to a list.
pub(super) fn build(files: &[(usize, RawFile)], problems: &mut Problems) -> (WordLists, Docs) {
    let mut lists: BTreeMap<&str, BTreeMap<&str, Vec<String>>> = BTreeMap::new();
    let mut words = Vec::new();
    let mut about: BTreeMap<Text, Text> = BTreeMap::new();
    for (file, raw) in files {
        for list in &raw.list {
            let list = list.get_ref();
            about.entry((&list.name).into()).or_insert_with(|| list.about.split_whitespace().collect::<Vec<_>>().join(" ").into());
            let entries = lists.entry(&list.name).or_default();
            for word in &list.words {
                let (range, word) = (TextRange::new(word.span().start, word.span().end), word.get_ref());
                if entries.insert(&word.id, word.is.clone()).is_some() {
                    problems.add(*file, Problem::new("POL-07", "word-given-twice", format!("the word `{}` is given twice in the list `{}`", word.id, list.name), range));
                }
                words.push(WordDoc { list: (&list.name).into(), id: (&word.id).into(), means: (&word.means).into(), prints: word.prints.as_ref().map(Text::from) });
            }
        }
    }
    let compiled = lists.iter().map(|(name, words)| WordList { name: (*name).into(), words: words.keys().map(|id| Word { id: (*id).into(), broader: broader(words, id) }).collect() });
    let lists = WordLists::new(compiled);
    words.sort_by(|left, right| (&left.list, &left.id).cmp(&(&right.list, &right.id)));
    (lists, (words, about.into_iter().collect()))
}

/// A word's broader words, theirs included.
fn broader(words: &BTreeMap<&str, Vec<String>>, id: &str) -> Vec<Text> {
    let mut all: Vec<Text> = Vec::new();
    let mut next: Vec<&str> = vec![id];
    while let Some(word) = next.pop() {
        for wider in words.get(word).into_iter().flatten() {
            if !all.iter().any(|known| known == wider) {
                all.push(wider.into());
                next.push(wider);
            }
        }
    }
    all.sort();
    all
}
