//! Fixed words of documents by language. A language is a file in `templates/wording`; what it does not say is shown as missing, with
//! the English words, and nothing is translated.

use super::document::{DATA_END, DATA_OPEN, DATA_START, NOT_KNOWN};
use super::sheets::as_data;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;
use tera::{Error, Kwargs, State, TeraResult, Value};

/// The files; the first is whole, and stands in for what the others lack.
const FILES: [&str; 2] = [include_str!("../../templates/wording/en.toml"), include_str!("../../templates/wording/cy.toml")];

/// The words of one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// Its tag, such as `en-GB`.
    pub tag: String,
    /// What it calls itself.
    pub name: String,
    /// What is said, by key.
    pub say: BTreeMap<String, String>,
}

/// All languages, English first.
pub fn wordings() -> &'static [Wording] {
    static READ: OnceLock<Vec<Wording>> = OnceLock::new();
    // A test reads the files.
    READ.get_or_init(|| FILES.iter().filter_map(|text| toml::from_str(text).ok()).collect())
}

/// Whether English says something for a key.
pub(super) fn is_said(key: &str) -> bool {
    wordings().first().is_some_and(|english| english.say.contains_key(key))
}

/// The keys for which a language has no words, in their order.
pub fn lacking(wording: &Wording) -> Vec<&'static str> {
    wordings().first().into_iter().flat_map(|english| english.say.keys()).filter(|key| !wording.say.contains_key(*key)).map(String::as_str).collect()
}

/// The words of a key as plain text; in English where the language lacks them.
pub(super) fn said_plainly(language: &str, key: &str, slots: &[(&str, &str)]) -> String {
    let slots = slots.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let own = wordings().iter().find(|wording| wording.tag == language).and_then(|wording| wording.say.get(key));
    let words = own.or_else(|| wordings().first()?.say.get(key));
    words.and_then(|words| filled(words, &slots, str::to_owned).ok()).unwrap_or_default()
}

/// The function `say(key=..., slot=...)` of templates: the words of a key in the language of the document, its slots filled with data.
/// With `missing=true` they stand for something that nobody has said yet.
#[expect(clippy::needless_pass_by_value, reason = "the shape of functions of templates")]
pub(super) fn say(values: Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let key: String = values.must_get("key")?;
    let language = state.get::<String>("language")?.unwrap_or_default();
    let all = wordings();
    let english = all.first().and_then(|english| english.say.get(&key)).ok_or_else(|| Error::message(format!("no wording has the key `{key}`")))?;
    let own = all.iter().find(|wording| wording.tag == language).map_or(Some(english), |wording| wording.say.get(&key));
    let mut slots = BTreeMap::new();
    for (name, value) in values.iter() {
        slots.insert(name.to_string(), value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    }
    let said = match own {
        Some(words) if values.get("missing")?.unwrap_or(false) => format!("[[{}]]", filled(words, &slots, data)?),
        Some(words) => filled(words, &slots, data)?,
        None => format!("[[{DATA_START}{}{DATA_END}]]", filled(english, &slots, |text| text.replace(DATA_OPEN, NOT_KNOWN))?.replace("**", "")),
    };
    Ok(Value::safe_string(&said))
}

fn data(text: &str) -> String {
    let mut out = Vec::new();
    // Writing to memory does not fail.
    let _ = as_data(text, &mut out);
    String::from_utf8(out).unwrap_or_default()
}

/// Words with their slots filled; a slot without a value is a fault of the template.
fn filled(words: &str, slots: &BTreeMap<String, String>, write: impl Fn(&str) -> String) -> TeraResult<String> {
    let mut out = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, next) = after.split_once('}').ok_or_else(|| Error::message("a slot is not closed"))?;
        let value = slots.get(name).ok_or_else(|| Error::message(format!("the slot `{name}` is not filled")))?;
        out.push_str(&write(value));
        rest = next;
    }
    out.push_str(rest);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::super::sheets::{Override, sheet};
    use super::*;
    use serde_json::json;

    #[test]
    fn every_language_is_read_and_knows_no_key_that_english_lacks() {
        assert_eq!(wordings().len(), FILES.len());
        assert_eq!(wordings()[0].tag, "en-GB");
        for wording in wordings() {
            assert!(wording.say.keys().all(|key| is_said(key)), "{}", wording.tag);
        }
    }

    #[test]
    fn what_a_language_lacks_is_told() {
        let [english, welsh] = wordings() else { panic!("two languages") };
        assert!(lacking(english).is_empty());
        assert_eq!(lacking(welsh).len() + welsh.say.len(), english.say.len());
        let half = Wording { tag: "x".into(), name: "X".into(), say: english.say.clone().into_iter().filter(|(key, _)| key != "title").collect() };
        assert_eq!(lacking(&half), ["title"]);
    }

    #[test]
    fn english_keeps_to_short_sentences_and_paragraphs() {
        for (key, words) in &wordings()[0].say {
            let found = crate::reading::Measures::of(words);
            assert!(found.longest_sentence <= 20 && found.longest_paragraph <= 3, "{key}: {words}");
        }
    }

    fn said(template: &str, language: &str) -> Result<String, String> {
        let own = [Override { kind: "x".into(), path: "x".into(), text: template.into() }];
        sheet("x", &own, &json!({ "language": language, "who": "a **b** [[c]]" })).map_err(|fault| fault.what)
    }

    #[test]
    fn slots_are_data_and_what_is_not_translated_is_missing() {
        let template = "{{ say(key=\"line\", partners=who) }}";
        assert_eq!(said(template, "en-GB").expect("words"), "**We may share information about you with \u{E000}a **b** [[c]]\u{E001}.**");
        assert_eq!(said(template, "cy").expect("words"), "[[\u{E000}We may share information about you with a b [[c]].\u{E001}]]");
        for language in ["en-GB", "cy"] {
            assert_eq!(said("{{ say(key=\"full.missing\", missing=true) }}", language).expect("words").matches("[[").count(), 1, "{language}");
        }
        assert!(said("{{ say(key=\"no.such\") }}", "en-GB").expect_err("a fault").contains("no.such"));
        assert!(said("{{ say(key=\"line\") }}", "en-GB").expect_err("a fault").contains("partners"));
    }
}
