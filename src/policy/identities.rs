//! Fields that matter where people's identities are looked for, made from two registers when the policy is compiled: a keyword that is
//! misspelt there stops the packs from loading.

use super::compile::Problems;
use super::raw::RawFile;
use crate::diagnostic::{Problem, did_you_mean};
use crate::model::{KindId, Vocabulary};
use crate::source::{Text, TextRange};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use toml::Value;

/// The register of fields in which organisations publish how they are reached.
const CONTACTS: &str = "contact-fields";
/// The register of fields in which people are only ever a reference.
const REFERENCES: &str = "reference-fields";
/// The register of words that mark a date of birth.
const BIRTH_WORDS: &str = "birth-words";

/// A part of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldPart {
    /// The values of the keyword itself.
    Values,
    /// The label of a thing.
    Label,
    /// The values after a connective.
    Clause(u16),
    /// The whole of a thing, with all that stands in it and its remarks.
    Block,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Field {
    /// The keyword in its place.
    pub kind: KindId,
    /// Which part of its statement.
    pub part: FieldPart,
    /// What the register says of it: what a contact may hold, or which names are looked for.
    pub says: Vec<Text>,
}

/// What is asked of every file, so that it is at hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct IdentityFields {
    /// Fields for published contacts.
    pub contacts: Vec<Field>,
    /// Fields for references.
    pub references: Vec<Field>,
    /// Words that mark a date of birth.
    pub birth_marks: Vec<Text>,
    /// Words that may stand between the two.
    pub birth_joins: Vec<Text>,
}

impl IdentityFields {
    pub(super) fn new(files: &[(usize, RawFile)], vocabulary: &Vocabulary, problems: &mut Problems) -> Self {
        let mut fields = IdentityFields::default();
        for (file, raw) in files {
            let Some(register) = raw.register.as_ref().map(|register| register.get_ref().name.as_str()) else { continue };
            for entry in &raw.entries {
                let range = TextRange::new(entry.span().start, entry.span().end);
                let entry = entry.get_ref();
                let found = match register {
                    CONTACTS => field(vocabulary, entry, "holds").map(|field| fields.contacts.push(field)),
                    REFERENCES => field(vocabulary, entry, "names").map(|field| fields.references.push(field)),
                    BIRTH_WORDS if word(entry, "sort") == "mark" => {
                        fields.birth_marks.extend(words(entry, "words"));
                        Ok(())
                    }
                    BIRTH_WORDS => {
                        fields.birth_joins.extend(words(entry, "words"));
                        Ok(())
                    }
                    _ => break,
                };
                if let Err((headline, help)) = found {
                    problems.add(*file, Problem::new("POL-08", "register", headline, range).helping(help));
                }
            }
        }
        fields
    }
}

fn field(vocabulary: &Vocabulary, entry: &BTreeMap<String, Value>, says: &str) -> Result<Field, (String, String)> {
    let meant = |word: &str, known: &mut dyn Iterator<Item = &str>| did_you_mean(word, known).map_or_else(String::new, |meant| format!("Did you mean `{meant}`?"));
    let keyword = word(entry, "keyword");
    let Some(id) = vocabulary.find(keyword) else {
        return Err((format!("no keyword has the id `{keyword}`"), meant(keyword, &mut vocabulary.kinds.iter().map(|kind| kind.id.as_str()))));
    };
    let kind = vocabulary.kind(id);
    let part = match word(entry, "part") {
        "values" => FieldPart::Values,
        "label" => FieldPart::Label,
        "block" => FieldPart::Block,
        part => match kind.clause(part) {
            Some(clause) => FieldPart::Clause(clause),
            None => return Err((format!("`{keyword}` has no part `{part}`"), meant(part, &mut kind.clauses.iter().map(|clause| clause.field.as_str()).chain(["values", "label", "block"])))),
        },
    };
    Ok(Field { kind: id, part, says: words(entry, says).collect() })
}

fn word<'e>(entry: &'e BTreeMap<String, Value>, column: &str) -> &'e str {
    entry.get(column).and_then(Value::as_str).unwrap_or_default()
}

/// A word, or several.
fn words<'e>(entry: &'e BTreeMap<String, Value>, column: &str) -> impl Iterator<Item = Text> + use<'e> {
    let value = entry.get(column);
    value.and_then(Value::as_str).into_iter().chain(value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)).map(Text::from)
}
