//! The kinds of document that can be made, and of what each is made. The list is data: templates/documents/kinds.toml.

use super::document::Document;
use super::facts::{Clauses, Facts};
use super::measured::measured;
use super::results::{place_in_clauses, results};
use super::sheets::{Override, TemplateFault, write_document};
use crate::lint::{Checked, DocumentResult};
use crate::model::{Arrangement, Model, NodeId, arrangements};
use crate::policy::{Policy, Texts, Ymd, written};
use crate::source::FileId;
use serde::Deserialize;
use serde_json::{Value as Json, json};

/// The language of documents when none is asked for.
pub const ENGLISH: &str = "en-GB";

/// A kind of document.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct DocumentKind {
    /// Its name, which is the name of its template too.
    pub id: String,
    /// What it is, for a reader of the help.
    pub about: String,
    /// Of what one is made: each `agreement`, each `procedure`, each `party` of an agreement, each `disclosure`, each `policy`.
    pub each: Each,
    /// The kind by whose numbered clauses it tells where a finding stands.
    #[serde(default)]
    pub clauses_of: Option<String>,
    /// Whether its reading measures stand among its stamps.
    #[serde(default)]
    pub measured: bool,
}

/// Of what a kind of document is made.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Each {
    /// Each agreement.
    Agreement,
    /// Each procedure of an agreement.
    Procedure,
    /// Each party of an agreement.
    Party,
    /// Each disclosure record.
    Disclosure,
    /// Each policy.
    Policy,
}

#[derive(Deserialize)]
struct Kinds {
    kind: Vec<DocumentKind>,
}

/// All kinds, in the order in which they are listed.
pub fn document_kinds() -> Vec<DocumentKind> {
    let kinds: Result<Kinds, _> = toml::from_str(include_str!("../../templates/documents/kinds.toml"));
    // A test reads the file.
    kinds.map(|kinds| kinds.kind).unwrap_or_default()
}

/// What documents are made with.
pub struct Press<'a> {
    /// The packs.
    pub policy: &'a Policy,
    /// What people read of them.
    pub texts: &'a Texts,
    /// The language of fixed words: the tag of a wording, such as `en-GB`.
    pub language: &'a str,
    /// Templates of the user.
    pub overrides: &'a [Override],
    /// The kinds that are wanted.
    pub kinds: &'a [DocumentKind],
    /// The party whose documents are wanted; none for all.
    pub party: Option<&'a str>,
    /// The day asked about.
    pub today: Ymd,
    /// The day up to which the packs were checked.
    pub checked_to: String,
    /// The version of the tool.
    pub version: &'static str,
    /// The fingerprint of what was read, for the stamps.
    pub hash: &'a (dyn Fn(&[&str]) -> String + Sync),
}

/// A document that was made, or what kept it from being made.
pub struct Made {
    /// The name of its file, without an ending.
    pub name: String,
    /// The document.
    pub document: Result<Document, TemplateFault>,
}

impl Press<'_> {
    /// The documents of one file.
    pub fn make(&self, model: &Model<'_>, checked: &Checked) -> Vec<Made> {
        let arrangements = arrangements(model, FileId(0));
        let texts: Vec<&str> = model.files.iter().map(|file| file.source.text.as_str()).collect();
        let hash = (self.hash)(&texts);
        let mut made = Vec::new();
        for (arrangement, result) in arrangements.iter().zip(&checked.documents) {
            let facts = Facts::new(model, arrangement, self.texts, &result.findings).in_language(self.language);
            let mut all = facts.all();
            self.add(&mut all, checked, result, &hash);
            for kind in self.kinds {
                self.of_kind(kind, arrangement, &facts, &all, result, &mut made);
            }
        }
        made
    }

    fn of_kind(&self, kind: &DocumentKind, arrangement: &Arrangement, facts: &Facts<'_>, all: &Json, result: &DocumentResult, made: &mut Vec<Made>) {
        let is = |keyword: &str| result.kind == keyword;
        let one = |name: String, about: NodeId, rests_on: &[NodeId], own: Option<(&str, Json)>| {
            let is_draft = std::iter::once(&about).chain(rests_on).any(|document| facts.is_draft(*document));
            let mut given = all.clone();
            if let Json::Object(map) = &mut given {
                map.insert("paper".to_owned(), facts.fact(about));
                map.insert("draft".to_owned(), json!(is_draft));
                if let Some((key, fact)) = own {
                    map.insert(key.to_owned(), fact);
                }
            }
            if let Some(Ok(held)) = kind.clauses_of.as_ref().map(|held| write_document(held, self.overrides, &given)) {
                let clauses = Clauses::of(&held);
                place_in_clauses(&mut given["results"], |file, offset| facts.clause_at(&clauses, file, offset).map(str::to_owned));
            }
            let mut document = write_document(&kind.id, self.overrides, &given);
            if let Ok(document) = &mut document {
                document.date = written(self.today);
                if is_draft {
                    // A template of the user may have forgotten it.
                    document.mark_draft(String::new());
                }
                if kind.measured {
                    document.stamps.extend(measured(document).into_iter().map(|layer| (format!("Reading: {}", layer.title), layer.in_words())));
                }
            }
            let name = if self.language == ENGLISH { name } else { format!("{name}-{}", self.language) };
            Made { name, document }
        };
        let document = arrangement.document;
        let name = &result.name;
        match kind.each {
            Each::Agreement if is("agreement") => made.push(one(format!("{name}-{}", kind.id), document, &[], None)),
            Each::Disclosure if is("disclosure") => made.push(one(format!("{name}-{}", kind.id), document, &[], None)),
            Each::Policy if is("policy") => made.push(one(format!("{name}-{}", kind.id), document, &[], None)),
            Each::Procedure if is("agreement") => {
                let procedures = arrangement.procedures.iter();
                made.extend(procedures.map(|procedure| one(format!("{}-{}", facts.name(*procedure), kind.id), *procedure, &[document], Some(("procedure", facts.fact(*procedure))))));
            }
            Each::Party if is("agreement") => {
                let wanted = arrangement.parties.iter().filter(|party| self.party.is_none_or(|wanted| facts.name(**party) == wanted));
                let notice = |party: NodeId| one(format!("{name}-{}-{}", facts.name(party), kind.id), document, &facts.notices(party), Some(("party", self.party(facts, party, result))));
                made.extend(wanted.map(|party| notice(*party)));
            }
            _ => {}
        }
    }

    /// A party with what its notice is compiled from.
    fn party(&self, facts: &Facts<'_>, party: NodeId, result: &DocumentResult) -> Json {
        let mut fact = facts.party(party);
        fact["notice"] = facts.notice(party, self.policy, &result.footing, self.today);
        fact
    }

    /// What the linter found, and the stamps.
    fn add(&self, facts: &mut Json, checked: &Checked, result: &DocumentResult, hash: &str) {
        let Json::Object(map) = facts else { return };
        map.insert("results".into(), results(result, &checked.problems, &checked.files));
        map.insert("law_date".into(), json!(written(self.today)));
        map.insert("language".into(), json!(self.language));
        map.insert("checked_to".into(), json!(self.checked_to));
        map.insert("tool".into(), json!(self.version));
        map.insert("hash".into(), json!(hash));
    }
}
