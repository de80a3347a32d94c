//! A document of the model as plain data for templates: every statement with what it says in words that can be printed.
//!
//! A fact has `word`, `name`, `path`, `label`, `state`, `text` (its values in words), `values`, `choice` (the first of them
//! as it is written, where it is a word of a list; that does not change with what documents print), `c` (its clauses in words, each
//! there, empty where nothing is written), `sentence` (values and clauses as one sentence, the reason left out), `because`, `line`,
//! `file`, `finding` (what the linter says of it), `from` (the document that says it, where that is not the one that is judged),
//! `inherited` (whether that is a parent agreement), `open` (whether a part of
//! it is not known yet), `of` (what stands in its block, by keyword, each a list) and `order` (those keywords as they are written). Hyphens of keywords
//! become underscores, since a hyphen is a minus in a template.

mod clauses;
mod notice;
mod printed;
mod reach;
mod words;

pub use clauses::Clauses;

use super::results::for_people;
use crate::diagnostic::Diagnostic;
use crate::model::{Arrangement, Derived, Model, NodeId, State, Value};
use crate::policy::Texts;
use crate::source::FileId;
use printed::Printed;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use words::spaced;

/// What facts are made from.
pub struct Facts<'a> {
    model: &'a Model<'a>,
    arrangement: &'a Arrangement,
    /// What findings say, by the place that they point at.
    findings: BTreeMap<(FileId, u32), &'a Diagnostic>,
    /// The language of fixed words: the tag of a wording.
    language: &'a str,
    printed: Printed<'a>,
}

impl<'a> Facts<'a> {
    /// Facts of one arrangement.
    pub fn new(model: &'a Model<'a>, arrangement: &'a Arrangement, texts: &'a Texts, findings: &'a [Diagnostic]) -> Self {
        let active = findings.iter().filter(|finding| finding.is_active());
        let findings = active.map(|finding| ((finding.at().file, finding.at().range.start), finding)).collect();
        Facts { model, arrangement, findings, language: super::kinds::ENGLISH, printed: Printed::new(texts) }
    }

    /// The same with fixed words in another language.
    #[must_use]
    pub fn in_language(mut self, language: &'a str) -> Self {
        self.language = language;
        self
    }

    /// Everything that a template may ask for: the document itself and lists of what belongs to it.
    pub fn all(&self) -> Json {
        let arrangement = self.arrangement;
        let nodes = |nodes: &[NodeId]| nodes.iter().map(|node| self.fact(*node)).collect::<Vec<_>>();
        let derived = |node: NodeId, field: Derived| arrangement.derived(self.model, node, field).to_vec();
        let flows: Vec<Json> = arrangement.flows.iter().map(|flow| self.flow(*flow)).collect();
        let mut shared: Vec<NodeId> = Vec::new();
        let mut roles: Vec<NodeId> = Vec::new();
        for flow in &arrangement.flows {
            for (list, field) in [(&mut shared, Derived::Items), (&mut roles, Derived::SenderRoles)] {
                list.extend(derived(*flow, field));
            }
            roles.extend(derived(*flow, Derived::ReceiverRoles));
        }
        let mut facts = Map::new();
        facts.insert("document".into(), self.fact(arrangement.document));
        facts.insert("parties".into(), nodes(&arrangement.parties).into());
        facts.insert("involved".into(), nodes(&arrangement.involved).into());
        facts.insert("flows".into(), flows.into());
        facts.insert("barred".into(), arrangement.barred.iter().map(|flow| self.flow(*flow)).collect());
        facts.insert("items".into(), nodes(&crate::model::once(shared)).into());
        facts.insert("roles".into(), nodes(&crate::model::once(roles)).into());
        facts.insert("procedures".into(), nodes(&arrangement.procedures).into());
        facts.insert("notices".into(), nodes(&arrangement.notices).into());
        facts.insert("parents".into(), arrangement.parents.iter().map(|parent| self.label(*parent)).collect());
        facts.insert("inherits".into(), arrangement.inherits.iter().map(|topic| spaced(topic)).collect());
        facts.insert("said".into(), self.said());
        Json::Object(facts)
    }

    /// What the document and its procedures say, by keyword: what one leaves to the other is found either way. Where both are silent,
    /// it is what the parents say that are loaded, the nearest first.
    fn said(&self) -> Json {
        let mut said: BTreeMap<String, Vec<Json>> = BTreeMap::new();
        let arrangement = self.arrangement;
        for document in std::iter::once(&arrangement.document).chain(&arrangement.procedures) {
            self.say(*document, false, &mut said);
        }
        for parent in &arrangement.parents {
            let mut theirs = BTreeMap::new();
            self.say(*parent, true, &mut theirs);
            for (word, facts) in theirs {
                let own = said.entry(word).or_default();
                if own.is_empty() {
                    *own = facts;
                }
            }
        }
        json!(said)
    }

    /// What one document says.
    fn say(&self, document: NodeId, inherited: bool, said: &mut BTreeMap<String, Vec<Json>>) {
        let from = if document == self.arrangement.document { String::new() } else { self.label(document) };
        for (word, kind) in &self.model.kind(document).children {
            let facts = self.model.children(document, *kind).iter().map(|node| {
                let mut fact = self.fact(*node);
                fact["from"] = json!(from);
                fact["inherited"] = json!(inherited);
                fact
            });
            said.entry(key(word)).or_default().extend(facts);
        }
    }

    /// A flow with what follows from it.
    fn flow(&self, flow: NodeId) -> Json {
        let mut fact = self.fact(flow);
        let derived = |field: Derived| self.arrangement.derived(self.model, flow, field);
        let labels = |field: Derived| derived(field).iter().map(|node| self.label(*node)).collect::<Vec<_>>();
        let facts = |field: Derived| derived(field).iter().map(|node| self.fact(*node)).collect::<Vec<_>>();
        if let Json::Object(map) = &mut fact {
            map.insert("senders".into(), json!(labels(Derived::Senders)));
            map.insert("receivers".into(), json!(labels(Derived::Receivers)));
            map.insert("sender_roles".into(), json!(labels(Derived::SenderRoles)));
            map.insert("receiver_roles".into(), json!(labels(Derived::ReceiverRoles)));
            map.insert("items".into(), json!(facts(Derived::Items)));
            map.insert("purposes".into(), json!(facts(Derived::Purposes)));
            map.insert("footing".into(), json!(facts(Derived::Footing)));
        }
        fact
    }

    /// A party with the flows that it sends and receives, and its notices.
    pub fn party(&self, party: NodeId) -> Json {
        let mut fact = self.fact(party);
        let derived = |field: Derived| self.arrangement.derived(self.model, party, field);
        if let Json::Object(map) = &mut fact {
            map.insert("flows_out".into(), derived(Derived::PartyFlowsOut).iter().map(|flow| self.flow(*flow)).collect());
            map.insert("flows_in".into(), derived(Derived::PartyFlowsIn).iter().map(|flow| self.flow(*flow)).collect());
            map.insert("notices".into(), derived(Derived::PartyNotices).iter().map(|notice| self.fact(*notice)).collect());
        }
        fact
    }

    /// The notices of a party.
    pub fn notices(&self, party: NodeId) -> std::rc::Rc<[NodeId]> {
        self.arrangement.derived(self.model, party, Derived::PartyNotices)
    }

    /// Whether a document is a draft: the last status that it gives is neither agreed nor live. What the language gives no status, such as
    /// a disclosure record, is none.
    pub fn is_draft(&self, document: NodeId) -> bool {
        let has_status = self.model.kind(document).child("status").is_some();
        let last = self.model.children_named(document, "status").last();
        has_status && !last.is_some_and(|status| self.model.has_word(*status, "agreed") || self.model.has_word(*status, "live"))
    }

    /// The name of a thing, as files are called by it.
    pub fn name(&self, id: NodeId) -> &str {
        self.model.name(id)
    }

    /// One statement.
    pub fn fact(&self, id: NodeId) -> Json {
        let model = self.model;
        let node = model.node(id);
        let kind = model.kind(id);
        let file = &model.files[node.file.0 as usize].source;
        let values: Vec<String> = model.values(id).iter().map(|value| self.value(id, value)).collect();
        let choice = match model.values(id).first() {
            Some(Value::Word { list, index, .. }) => model.word(*list, *index).id.as_str(),
            _ => "",
        };
        let mut clauses: Map<String, Json> = kind.clauses.iter().map(|clause| (key(&clause.field), Json::from(""))).collect();
        for clause in model.clauses(id) {
            let said = clauses.entry(key(&kind.clauses[clause.index as usize].field)).or_insert_with(|| "".into());
            let before = said.as_str().filter(|before| !before.is_empty()).map(|before| format!("{before}; ")).unwrap_or_default();
            *said = Json::from(before + &self.clause(id, clause));
        }
        let because = clauses.get("because").cloned().unwrap_or_default();
        let state = match node.state {
            State::Stated => "stated",
            State::NoneBecause => "none",
            State::Open => "open",
            State::Inherited => "inherited",
        };
        let mut fact = json!({
            "word": spaced(&kind.word),
            "keyword": kind.word.as_str(),
            "name": model.name(id),
            "path": self.path(id),
            "label": self.label(id),
            "state": state,
            "text": self.text(id),
            "sentence": self.sentence(id),
            "values": values,
            "choice": choice,
            "c": clauses,
            "because": because,
            "line": file.line_column(node.head.start).0,
            "file": file.path,
            "rung": node.rung,
            "finding": self.finding(id),
            "open": self.is_open(id),
            "from": "",
            "inherited": false,
        });
        if kind.block
            && let Json::Object(map) = &mut fact
        {
            let children = kind.children.iter().map(|(word, kind)| (key(word), model.children(id, *kind).iter().map(|child| self.fact(*child)).collect::<Json>()));
            map.insert("of".into(), children.collect::<Map<String, Json>>().into());
            let mut nodes = model.all_children(id).to_vec();
            nodes.sort_unstable();
            let order = crate::model::once(nodes.into_iter().map(|child| key(&model.kind(child).word)));
            map.insert("order".into(), order.into());
        }
        fact
    }

    /// The headline of the finding that points at a statement.
    fn finding(&self, id: NodeId) -> String {
        let node = self.model.node(id);
        let within = self.findings.range((node.file, node.head.start)..(node.file, node.head.end));
        within.map(|(_, finding)| format!("{}: {}", finding.code, for_people(&finding.headline))).next().unwrap_or_default()
    }

    /// The names of the things around a statement, and its keyword where it has no name of its own.
    fn path(&self, id: NodeId) -> String {
        let own = self.model.name(id);
        let own = if own.is_empty() { self.model.kind(id).word.as_str() } else { own };
        let parent = self.model.node(id).parent;
        if self.model.is_file(parent) { own.to_owned() } else { format!("{}.{own}", self.path(parent)) }
    }

    /// A label without its marks; the name in words where there is none.
    fn label(&self, id: NodeId) -> String {
        let node = self.model.node(id);
        if node.label.is_empty() { spaced(self.model.name(id)) } else { self.model.words_of(node.file, node.label).into_owned() }
    }
}

/// A keyword as a key of a template.
fn key(word: &str) -> String {
    word.replace(['-', ' '], "_")
}
