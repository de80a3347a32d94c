//! The vocabulary files, compiled to the vocabulary of the model.

use super::compile::Problems;
use super::pack::KeywordDoc;
use super::raw::{RawFile, RawKeyword};
use crate::diagnostic::Problem;
use crate::model::{Atom, ClauseSpec, Kind, KindId, NameRule, ValueSpec, Vocabulary, WordLists};
use crate::source::{Text, TextRange};
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
pub(super) type Docs = (Vec<KeywordDoc>, Vec<(Text, Text)>);

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
            groups.push((Text::from(&group.group), Text::from(&group.about)));
            for raw in &group.rows {
                let row = Row { file: *index, raw };
                docs.push(KeywordDoc {
                    id: row.id().into(),
                    group: group.group.as_str().into(),
                    doc: raw.get_ref().doc.as_str().into(),
                    example: raw.get_ref().eg.as_str().into(),
                    requirements: raw.get_ref().lr.iter().map(Text::from).collect(),
                    prints: raw.get_ref().prints.iter().map(|(words, printed)| (words.into(), printed.into())).collect(),
                });
                rows.push(row);
            }
        }
    }
    if rows.is_empty() {
        return (Vocabulary { words, ..Vocabulary::default() }, (docs, groups));
    }
    let builder = Builder { rows: &rows, universal: &universal };
    let mut kinds = vec![plain_kind(FILE)];
    for row in &rows {
        kinds.push(builder.kind(row, &words, problems));
    }
    for (index, row) in rows.iter().enumerate() {
        if rows[..index].iter().any(|other| other.id() == row.id()) {
            problems.add(row.file, Problem::new("POL-06", "vocabulary", format!("the id `{}` is given twice", row.id()), row.range()).helping("Give the second one an id of its own."));
        }
        let kind = KindId(index as u16 + 1);
        for place in &row.raw.get_ref().places {
            let homes: Vec<&str> = sets.get(place.as_str()).map_or_else(|| vec![place.as_str()], |set| set.iter().map(String::as_str).collect());
            for home in homes {
                builder.place(&mut kinds, row, kind, home, problems);
            }
        }
    }
    for kind in &mut kinds {
        kind.children.sort();
    }
    let mut by_id: Vec<(Text, KindId)> = kinds.iter().enumerate().map(|(index, kind)| (kind.id.clone(), KindId(index as u16))).collect();
    by_id.sort();
    (Vocabulary { kinds: kinds.into_iter().collect(), words, by_id }, (docs, groups))
}

fn plain_kind(id: &str) -> Kind {
    Kind { id: id.into(), word: id.into(), block: true, item: true, name: NameRule::No, values: None, clauses: Vec::new(), one: false, topic: false, children: Vec::new() }
}

struct Builder<'a> {
    rows: &'a [Row<'a>],
    universal: &'a [(String, String)],
}

impl Builder<'_> {
    fn place(&self, kinds: &mut [Kind], row: &Row<'_>, kind: KindId, home: &str, problems: &mut Problems) {
        let word = row.raw.get_ref().word.clone();
        let parent = if home == FILE { Some(0) } else { self.rows.iter().position(|row| row.id() == home).map(|index| index + 1) };
        let Some(parent) = parent else {
            problems.add(row.file, Problem::new("POL-06", "vocabulary", format!("`{word}` stands in `{home}`, which is no keyword"), row.range()));
            return;
        };
        let parent = &mut kinds[parent];
        if !parent.block {
            problems.add(row.file, Problem::new("POL-06", "vocabulary", format!("`{word}` stands in `{home}`, which has no block"), row.range()));
        }
        if parent.children.iter().any(|(taken, _)| *taken == word) {
            problems.add(row.file, Problem::new("POL-06", "vocabulary", format!("`{word}` has two meanings in `{home}`"), row.range()));
        }
        parent.children.push((word.into(), kind));
    }

    fn kind(&self, row: &Row<'_>, words: &WordLists, problems: &mut Problems) -> Kind {
        let raw = row.raw.get_ref();
        let item = raw.form.as_deref() == Some("item");
        let mut spec = |text: &str| self.spec(text, row, words, problems);
        let values = raw.v.as_deref().map(&mut spec);
        let own = raw.c.iter().map(|(connective, values)| (connective.clone(), values.clone()));
        let clauses = own.chain(self.universal.iter().cloned()).map(|(connective, values)| ClauseSpec { field: connective.replace(' ', "-").into(), values: spec(&values), words: connective.into() });
        let clauses: Vec<ClauseSpec> = clauses.collect();
        for words in raw.prints.keys().filter(|words| !raw.c.contains_key(*words)) {
            problems.add(row.file, Problem::new("POL-06", "vocabulary", format!("`prints` speaks of `{words}`, which is no clause of `{}`", raw.word), row.range()));
        }
        Kind {
            id: row.id().into(),
            word: raw.word.as_str().into(),
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
