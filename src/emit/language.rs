//! The reference of the language, made from the vocabulary: every keyword, where it stands, what it takes, an example.

use super::templates::render;
use crate::diagnostic::with_article;
use crate::model::{Atom, NameRule, ValueSpec, Vocabulary};
use crate::policy::{KeywordDoc, Texts};
use serde::Serialize;

/// A keyword for a reader.
#[derive(Serialize)]
pub struct Entry {
    /// The keyword.
    pub word: String,
    /// Where it stands.
    pub places: String,
    /// What it means.
    pub doc: String,
    /// What it takes.
    pub takes: String,
    /// What may follow.
    pub clauses: Vec<ClauseEntry>,
    /// An example.
    pub example: String,
}

/// A connective for a reader.
#[derive(Serialize)]
pub struct ClauseEntry {
    /// As it is written.
    pub words: String,
    /// What it takes.
    pub takes: String,
}

#[derive(Serialize)]
struct Group {
    name: String,
    about: String,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct WordEntry {
    id: String,
    means: String,
}

#[derive(Serialize)]
struct ListEntry {
    name: String,
    about: String,
    words: Vec<WordEntry>,
}

#[derive(Serialize)]
struct Reference {
    groups: Vec<Group>,
    lists: Vec<ListEntry>,
}

/// `docs/language.md`, whole.
pub fn language_reference(vocabulary: &Vocabulary, texts: &Texts) -> Result<String, String> {
    let groups = texts.groups.iter().map(|(name, about)| Group {
        name: name.to_string(),
        about: about.to_string(),
        entries: texts.keywords.iter().filter(|doc| doc.group == *name).filter_map(|doc| keyword_entry(vocabulary, doc)).collect(),
    });
    let lists = texts.lists.iter().map(|(name, about)| ListEntry {
        name: name.to_string(),
        about: about.to_string(),
        words: texts.words.iter().filter(|word| word.list == *name).map(|word| WordEntry { id: word.id.to_string(), means: word.means.to_string() }).collect(),
    });
    let reference = Reference { groups: groups.collect(), lists: lists.collect() };
    render("language.md", include_str!("../../templates/documents/language.md.tera"), &reference)
}

/// A keyword with what the vocabulary knows of it.
pub fn keyword_entry(vocabulary: &Vocabulary, doc: &KeywordDoc) -> Option<Entry> {
    let id = vocabulary.find(&doc.id)?;
    let kind = vocabulary.kind(id);
    let mut places: Vec<&str> = vocabulary.kinds.iter().filter(|parent| parent.children.iter().any(|(_, child)| *child == id)).map(|parent| parent.word.as_str()).collect();
    places.sort_unstable();
    places.dedup();
    let name = match kind.name {
        NameRule::Must => "a name, ",
        NameRule::May => "a name or none, ",
        NameRule::No => "",
    };
    let values = kind.values.as_ref().map(|spec| takes(vocabulary, spec));
    let takes_all = if kind.item { format!("{name}a label, a block{}", values.map_or_else(String::new, |values| format!("; {values}"))) } else { values.unwrap_or_else(|| "nothing".to_owned()) };
    // The last two, `because` and `source`, are the same everywhere.
    let own = &kind.clauses[..kind.clauses.len() - 2];
    Some(Entry {
        word: kind.word.to_string(),
        places: places.join(", "),
        doc: doc.doc.to_string(),
        takes: takes_all,
        clauses: own.iter().map(|clause| ClauseEntry { words: clause.words.to_string(), takes: takes(vocabulary, &clause.values) }).collect(),
        example: doc.example.to_string(),
    })
}

fn takes(vocabulary: &Vocabulary, spec: &ValueSpec) -> String {
    let sorts: Vec<String> = spec
        .atoms
        .iter()
        .map(|atom| match atom {
            Atom::Text => "text".to_owned(),
            Atom::Cite => "a citation of law".to_owned(),
            Atom::Date => "a date".to_owned(),
            Atom::Period => "a period".to_owned(),
            Atom::Number => "a number".to_owned(),
            Atom::Hours => "hours".to_owned(),
            Atom::Name => "a word".to_owned(),
            Atom::Word(list) => format!("a word of `{}`", vocabulary.words.list(*list).name),
            Atom::Ref(kinds) if kinds.is_empty() => "a name of anything in the document".to_owned(),
            Atom::Ref(kinds) => {
                let kinds: Vec<&str> = kinds.iter().map(|kind| vocabulary.kind(*kind).word.as_str()).collect();
                format!("a name of {}", with_article(&kinds.join(" or ")))
            }
        })
        .collect();
    let many = if spec.many { ", one or more" } else { "" };
    let optional = if spec.optional { ", or nothing" } else { "" };
    format!("{}{many}{optional}", sorts.join(", or "))
}
