//! The vocabulary files, compiled to the vocabulary of the model.

use super::compile::Problems;
use super::pack::KeywordDoc;
use super::raw::{RawFile, RawKeyword};
use crate::diagnostic::Problem;
use crate::model::{Atom, ClauseSpec, Kind, KindId, NameRule, ValueSpec, Vocabulary, WordLists};
use crate::source::TextRange;
use serde_spanned::Spanned;
use std::collections::BTreeMap;

/// The id of the kind that stands for a file.
const FILE: &str = "file";

struct Row<'a> {
    file: usize,
    raw: &'a Spanned<RawKeyword>,
}

impl Row<'_> {
    fn id(&self) -> &str {
        let raw = self.raw.get_ref();
        raw.id.as_deref().unwrap_or(&raw.word)
    }

    fn range(&self) -> TextRange {
        TextRange::new(self.raw.span().start, self.raw.span().end)
    }
}

/// What readers are told: keywords, and groups with what they are about.
pub(super) type Docs = (Vec<KeywordDoc>, Vec<(String, String)>);

/// Builds the vocabulary from all files that hold keywords.
pub(super) fn build(files: &[(usize, RawFile)], words: WordLists, problems: &mut Problems) -> (Vocabulary, Docs) {
    let mut sets: BTreeMap<&str, &Vec<String>> = BTreeMap::new();
    let mut universal = Vec::new();
    let mut rows: Vec<Row<'_>> = Vec::new();
    let mut docs = Vec::new();
    let mut groups = Vec::new();
    for (index, file) in files {
        sets.extend(file.sets.iter().map(|(name, places)| (name.as_str(), places)));
        if let Some(raw) = &file.universal {
            universal = vec![("because".to_owned(), raw.because.clone()), ("source".to_owned(), raw.source.clone())];
        }
        for group in &file.keywords {
            groups.push((group.group.clone(), group.about.clone()));
            for raw in &group.rows {
                let row = Row { file: *index, raw };
                docs.push(KeywordDoc {
                    id: row.id().to_owned(),
                    group: group.group.clone(),
                    doc: raw.get_ref().doc.clone(),
                    example: raw.get_ref().eg.clone(),
                    requirements: raw.get_ref().lr.clone(),
                });
                rows.push(row);
            }
        }
    }
    let mut vocabulary = Vocabulary { kinds: Vec::new(), words, by_id: Vec::new() };
    if rows.is_empty() {
        return (vocabulary, (docs, groups));
    }
    let builder = Builder { rows: &rows, universal: &universal };
    vocabulary.kinds.push(plain_kind(FILE));
    for row in &rows {
        let kind = builder.kind(row, &vocabulary.words, problems);
        vocabulary.kinds.push(kind);
    }
    for (index, row) in rows.iter().enumerate() {
        if rows[..index].iter().any(|other| other.id() == row.id()) {
            problems.add(row.file, Problem::new("POL-06", "vocabulary", format!("the id `{}` is given twice", row.id()), row.range()).helping("Give the second one an id of its own."));
        }
        let kind = KindId(index as u16 + 1);
        for place in &row.raw.get_ref().places {
            let homes: Vec<&str> = sets.get(place.as_str()).map_or_else(|| vec![place.as_str()], |set| set.iter().map(String::as_str).collect());
            for home in homes {
                builder.place(&mut vocabulary, row, kind, home, problems);
            }
        }
    }
    for kind in &mut vocabulary.kinds {
        kind.children.sort();
    }
    vocabulary.by_id = vocabulary.kinds.iter().enumerate().map(|(index, kind)| (kind.id.clone(), KindId(index as u16))).collect();
    vocabulary.by_id.sort();
    (vocabulary, (docs, groups))
}

fn plain_kind(id: &str) -> Kind {
    Kind { id: id.to_owned(), word: id.to_owned(), block: true, item: true, name: NameRule::No, values: None, clauses: Vec::new(), one: false, topic: false, children: Vec::new() }
}

struct Builder<'a> {
    rows: &'a [Row<'a>],
    universal: &'a [(String, String)],
}

impl Builder<'_> {
    fn place(&self, vocabulary: &mut Vocabulary, row: &Row<'_>, kind: KindId, home: &str, problems: &mut Problems) {
        let word = row.raw.get_ref().word.clone();
        let parent = if home == FILE { Some(0) } else { self.rows.iter().position(|row| row.id() == home).map(|index| index + 1) };
        let Some(parent) = parent else {
            problems.add(row.file, Problem::new("POL-06", "vocabulary", format!("`{word}` stands in `{home}`, which is no keyword"), row.range()));
            return;
        };
        let parent = &mut vocabulary.kinds[parent];
        if !parent.block {
            problems.add(row.file, Problem::new("POL-06", "vocabulary", format!("`{word}` stands in `{home}`, which has no block"), row.range()));
        }
        if parent.children.iter().any(|(taken, _)| *taken == word) {
            problems.add(row.file, Problem::new("POL-06", "vocabulary", format!("`{word}` has two meanings in `{home}`"), row.range()));
        }
        parent.children.push((word, kind));
    }

    fn kind(&self, row: &Row<'_>, words: &WordLists, problems: &mut Problems) -> Kind {
        let raw = row.raw.get_ref();
        let item = raw.form.as_deref() == Some("item");
        let mut spec = |text: &str| self.spec(text, row, words, problems);
        let values = raw.v.as_deref().map(&mut spec);
        let own = raw.c.iter().map(|(connective, values)| (connective.clone(), values.clone()));
        let clauses = own.chain(self.universal.iter().cloned()).map(|(connective, values)| ClauseSpec { field: connective.replace(' ', "-"), values: spec(&values), words: connective });
        let clauses: Vec<ClauseSpec> = clauses.collect();
        Kind {
            id: row.id().to_owned(),
            word: raw.word.clone(),
            block: item || raw.block,
            item,
            name: match raw.name.as_deref() {
                Some("required") => NameRule::Must,
                Some("optional") => NameRule::May,
                _ => NameRule::No,
            },
            values,
            clauses,
            one: raw.one,
            topic: raw.topic,
            children: Vec::new(),
        }
    }

    /// `ref party/group+ | text?` and the like.
    fn spec(&self, text: &str, row: &Row<'_>, words: &WordLists, problems: &mut Problems) -> ValueSpec {
        let mut spec = ValueSpec { atoms: Vec::new(), many: false, optional: false };
        for part in text.split(['|', ';']) {
            let part = part.trim();
            spec.many |= part.ends_with('+');
            spec.optional |= part.ends_with('?');
            let part = part.trim_end_matches(['+', '?']);
            let atom = match part.split_once(' ') {
                None => match part {
                    "text" => Some(Atom::Text),
                    "cite" => Some(Atom::Cite),
                    "date" => Some(Atom::Date),
                    "period" => Some(Atom::Period),
                    "number" => Some(Atom::Number),
                    "hours" => Some(Atom::Hours),
                    "name" => Some(Atom::Name),
                    _ => None,
                },
                Some(("word", list)) => words.find(list).map(Atom::Word),
                Some(("ref", kinds)) => self.kinds(kinds).map(Atom::Ref),
                Some(_) => None,
            };
            match atom {
                Some(atom) => spec.atoms.push(atom),
                None => problems.add(row.file, Problem::new("POL-06", "vocabulary", format!("`{part}` of `{}` is no sort of value, no list and no kind", row.id()), row.range())),
            }
        }
        spec
    }

    /// The kinds that a reference names: an item by its keyword, or any kind by its id.
    fn kinds(&self, names: &str) -> Option<Vec<KindId>> {
        if names == "any" {
            return Some(Vec::new());
        }
        names
            .split('/')
            .map(|name| {
                let is_item = |row: &Row<'_>| row.raw.get_ref().form.as_deref() == Some("item");
                let by_word = self.rows.iter().position(|row| is_item(row) && row.raw.get_ref().word == name);
                let by_id = || self.rows.iter().position(|row| row.id() == name);
                by_word.or_else(by_id).map(|index| KindId(index as u16 + 1))
            })
            .collect()
    }
}
