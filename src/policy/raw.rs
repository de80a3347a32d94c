//! Policy files as TOML gives them. Unknown fields are errors.

use serde::Deserialize;
use serde_spanned::Spanned;
use std::collections::BTreeMap;
use toml::value::Datetime;

/// One file: any of the things a pack may hold.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct RawFile {
    pub(super) pack: Option<RawPack>,
    pub(super) question: Vec<Spanned<RawQuestion>>,
    pub(super) rule: Vec<Spanned<RawRule>>,
    pub(super) list: Vec<Spanned<RawList>>,
    pub(super) register: Option<Spanned<RawRegister>>,
    #[serde(alias = "entry")]
    pub(super) entries: Vec<Spanned<BTreeMap<String, toml::Value>>>,
    pub(super) sets: BTreeMap<String, Vec<String>>,
    pub(super) universal: Option<RawUniversal>,
    pub(super) keywords: Vec<RawKeywords>,
    pub(super) step: Vec<Spanned<RawStep>>,
    pub(super) procedure: Vec<Spanned<RawProcedure>>,
    pub(super) branch: Vec<Spanned<RawBranch>>,
    pub(super) leaf: Vec<Spanned<RawLeaf>>,
    pub(super) needs: Vec<Spanned<RawNeeds>>,
}

/// What a pack says of itself; every file of a folder belongs to it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawPack {
    pub(super) name: String,
    /// The heading of its page in the guide; its name when it is not said.
    pub(super) title: Option<String>,
    pub(super) about: String,
    pub(super) as_of: Datetime,
    /// The keyword of the documents that its questions and rules judge; `agreement` when it is not said.
    pub(super) judges: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawUniversal {
    pub(super) because: String,
    pub(super) source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawKeywords {
    pub(super) group: String,
    pub(super) about: String,
    pub(super) rows: Vec<Spanned<RawKeyword>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawKeyword {
    pub(super) word: String,
    pub(super) id: Option<String>,
    #[serde(rename = "in")]
    pub(super) places: Vec<String>,
    #[serde(default)]
    pub(super) form: Option<String>,
    #[serde(default)]
    pub(super) name: Option<String>,
    #[serde(default)]
    pub(super) v: Option<String>,
    #[serde(default)]
    pub(super) c: BTreeMap<String, String>,
    /// What documents print for the words of a clause, where it is not those words.
    #[serde(default)]
    pub(super) prints: BTreeMap<String, String>,
    pub(super) doc: String,
    pub(super) eg: String,
    #[serde(default)]
    pub(super) lr: Vec<String>,
    #[serde(default)]
    pub(super) one: bool,
    #[serde(default)]
    pub(super) block: bool,
    #[serde(default)]
    pub(super) topic: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawList {
    pub(super) name: String,
    pub(super) about: String,
    #[serde(alias = "word", default)]
    pub(super) words: Vec<Spanned<RawWord>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWord {
    pub(super) id: String,
    pub(super) means: String,
    /// How it is printed in documents; its id with spaces when nothing is said.
    pub(super) prints: Option<String>,
    #[serde(default)]
    pub(super) is: Vec<String>,
    #[serde(default)]
    #[allow(dead_code, reason = "read by people")]
    pub(super) source: Option<String>,
    #[serde(default)]
    #[allow(dead_code, reason = "read by people")]
    pub(super) confidence: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRegister {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) columns: BTreeMap<String, super::register::ColumnType>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(super) struct RawCitation {
    pub(super) source: String,
    #[serde(default)]
    pub(super) clause: String,
    #[serde(default)]
    pub(super) link: Option<String>,
    #[serde(default)]
    pub(super) read: Option<Datetime>,
    pub(super) confidence: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPart {
    pub(super) id: String,
    #[serde(rename = "for")]
    pub(super) subject: Spanned<String>,
    #[serde(rename = "where")]
    pub(super) only: Option<Spanned<String>>,
    pub(super) holds: Spanned<String>,
    pub(super) missing: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawTouch {
    #[serde(rename = "for")]
    pub(super) subject: Spanned<String>,
    #[serde(rename = "where")]
    pub(super) only: Option<Spanned<String>>,
    pub(super) holds: Spanned<String>,
    pub(super) says: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuestion {
    pub(super) number: u16,
    pub(super) code: String,
    pub(super) id: String,
    pub(super) title: String,
    pub(super) asks: String,
    pub(super) group: String,
    pub(super) belongs: super::rule::Belongs,
    pub(super) topics: Vec<String>,
    pub(super) severity: crate::diagnostic::Severity,
    pub(super) floor: crate::diagnostic::Severity,
    pub(super) why: String,
    pub(super) help: String,
    pub(super) decides: String,
    pub(super) cite: Vec<RawCitation>,
    pub(super) bad: String,
    pub(super) good: String,
    pub(super) part: Vec<RawPart>,
    #[serde(default)]
    pub(super) touch: Vec<RawTouch>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RawRule {
    pub(super) code: String,
    pub(super) id: String,
    pub(super) question: Option<Spanned<String>>,
    pub(super) title: String,
    pub(super) why: String,
    pub(super) severity: Spanned<crate::diagnostic::Severity>,
    pub(super) floor: crate::diagnostic::Severity,
    pub(super) status: String,
    pub(super) since: String,
    pub(super) cite: Vec<RawCitation>,
    pub(super) from: Option<Datetime>,
    pub(super) until: Option<Datetime>,
    #[serde(rename = "for")]
    pub(super) subject: Spanned<String>,
    pub(super) when: Option<Spanned<String>>,
    pub(super) require: Spanned<String>,
    pub(super) at: Option<Spanned<String>>,
    pub(super) help: String,
    pub(super) effort: Option<u8>,
    pub(super) decides: String,
    pub(super) example_day: Option<Datetime>,
    pub(super) bad: String,
    pub(super) good: String,
}

/// A step of an interview: what leads to one statement.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a word that a step may say of itself")]
pub(super) struct RawStep {
    pub(super) id: Spanned<String>,
    pub(super) writes: Spanned<String>,
    pub(super) when: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) about: String,
    pub(super) repeats: Option<String>,
    #[serde(default)]
    pub(super) need: bool,
    #[serde(default)]
    pub(super) now: bool,
    #[serde(default)]
    pub(super) begins: bool,
    #[serde(default, rename = "shows-way")]
    pub(super) shows_way: bool,
    pub(super) prompt: Vec<Spanned<RawPrompt>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPrompt {
    pub(super) slot: Option<Spanned<String>>,
    #[serde(rename = "if", default)]
    pub(super) only: Vec<Spanned<String>>,
    pub(super) when: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) need: bool,
    #[serde(default)]
    pub(super) now: bool,
    pub(super) ask: String,
    #[serde(default)]
    pub(super) hint: String,
}

/// A decision procedure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawProcedure {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) when: Option<Spanned<String>>,
    pub(super) start: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBranch {
    pub(super) id: String,
    pub(super) ask: String,
    pub(super) holds: Spanned<String>,
    pub(super) known: Option<Spanned<String>>,
    pub(super) yes: Spanned<String>,
    pub(super) no: Spanned<String>,
    pub(super) cite: Vec<RawCitation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawLeaf {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) requires: String,
    pub(super) decides: String,
    pub(super) expects: Option<RawExpects>,
    /// Needs that several leaves share, by their ids.
    #[serde(default)]
    pub(super) with: Vec<Spanned<String>>,
    #[serde(default)]
    pub(super) need: Vec<RawNeed>,
    pub(super) cite: Vec<RawCitation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawExpects {
    pub(super) says: String,
    pub(super) fits: Spanned<String>,
    #[serde(default)]
    pub(super) either: bool,
}

/// Needs that several leaves share.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNeeds {
    pub(super) id: String,
    pub(super) need: Vec<RawNeed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawNeed {
    pub(super) when: Option<Spanned<String>>,
    pub(super) holds: Spanned<String>,
    pub(super) missing: String,
}
