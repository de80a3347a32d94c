//! What an agreement says of each party that a notice of the party must say too.

use super::super::footing::Footing;
use super::super::run::DocumentResult;
use crate::model::{Arrangement, Derived, Model, NodeId, State, Value, arrangements, once};
use crate::source::FileId;
use jiff::civil::Date;

/// An agreement, as far as notices are concerned.
#[derive(Clone, Debug)]
pub struct Agreed {
    /// Its name.
    pub name: String,
    /// Whether it is in force on the day, or why it is not.
    pub standing: Force,
    /// All its text, with that of the files that it uses.
    pub text: String,
    /// What each party shares.
    pub shares: Vec<Share>,
}

/// Whether an agreement is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Force {
    /// It is, or says nothing of it.
    InForce,
    /// It says another status than `in-force`, such as `draft`.
    Status(String),
    /// It ended on a day before.
    Ended(Date),
}

/// What one party shares under an agreement.
#[derive(Clone, Debug)]
pub struct Share {
    /// Its name in the source.
    pub party: String,
    /// What it is called.
    pub names: Vec<String>,
    /// Whom it tells.
    pub recipients: Vec<Named>,
    /// Who tells it.
    pub sources: Vec<Named>,
    /// What for.
    pub purposes: Vec<Purpose>,
    /// Its bases, as the register writes them.
    pub bases: Vec<String>,
    /// Everything that is cited at its ends.
    pub cited: Vec<String>,
}

/// Somebody, and all that they are called.
#[derive(Clone, Debug)]
pub struct Named {
    /// The label.
    pub label: String,
    /// The label and the name in law.
    pub names: Vec<String>,
}

/// A purpose, and the ways in which it is put.
#[derive(Clone, Debug)]
pub struct Purpose {
    /// The label.
    pub label: String,
    /// The label, the statement, and what the party's own notice says in the source.
    pub texts: Vec<String>,
}

/// The agreements of a file.
pub fn agreed(model: &Model<'_>, documents: &[DocumentResult], today: Date) -> Vec<Agreed> {
    let all = arrangements(model, FileId(0));
    let pairs = all.iter().zip(documents).filter(|(arrangement, _)| model.kind(arrangement.document).word == "agreement");
    pairs
        .map(|(arrangement, result)| Agreed {
            name: result.name.clone(),
            standing: standing(model, arrangement.document, today),
            text: model.files.iter().map(|file| file.source.text.as_str()).collect::<Vec<_>>().join("\n"),
            shares: arrangement.parties.iter().map(|party| share(model, arrangement, &result.footing, *party)).collect(),
        })
        .collect()
}

/// Whether a document says that it is in force, and has not ended. One that says nothing of its status counts as in force.
fn standing(model: &Model<'_>, document: NodeId, today: Date) -> Force {
    let days = model.children_named(document, "ends").iter().flat_map(|ends| model.values(*ends)).filter_map(|value| if let Value::Date(_, day) = value { Some(day.last) } else { None });
    if let Some(day) = days.filter(|day| *day < today).max() {
        return Force::Ended(day);
    }
    let statuses = model.children_named(document, "status");
    if statuses.iter().any(|status| model.has_word(*status, "in-force")) {
        return Force::InForce;
    }
    // What the statement says, as it is written: a word, or `?`.
    let said = |status: &NodeId| model.span(*status).range.of(model.text(model.node(*status).file)).trim_start_matches("status").trim().to_owned();
    statuses.first().map_or(Force::InForce, |status| Force::Status(said(status)))
}

fn share(model: &Model<'_>, arrangement: &Arrangement, footing: &Footing, party: NodeId) -> Share {
    let derived = |node: NodeId, field: Derived| arrangement.derived(model, node, field).to_vec();
    let ends = |flows: Derived, other: Derived| {
        once(derived(party, flows).into_iter().flat_map(|flow| derived(flow, other))).into_iter().filter(|other| *other != party).map(|other| named(model, other)).collect()
    };
    let own_words: Vec<String> = derived(party, Derived::PartyNotices).into_iter().flat_map(|notice| texts(model, notice, "purposes")).collect();
    let purposes = once(derived(party, Derived::PartyFlows).into_iter().flat_map(|flow| derived(flow, Derived::Purposes)));
    let purpose = |purpose: NodeId| {
        let label = label(model, purpose);
        let mut all = vec![label.clone()];
        all.extend(texts(model, purpose, "statement"));
        all.extend(own_words.iter().cloned());
        Purpose { label, texts: all }
    };
    let own = footing.ends_of(model, arrangement, party);
    let cited = own.iter().flat_map(|(.., ends)| ends).flat_map(|end| &end.cited).map(|cited| (cited.keyword.as_str(), cited.canonical.as_str()));
    let cited: Vec<(&str, &str)> = cited.filter(|(_, citation)| !citation.is_empty()).collect();
    let of = |wanted: &dyn Fn(&str) -> bool| once(cited.iter().filter(|(keyword, _)| wanted(keyword)).map(|(_, citation)| (*citation).to_owned()));
    Share {
        party: model.name(party).to_owned(),
        names: named(model, party).names,
        recipients: ends(Derived::PartyFlowsOut, Derived::Receivers),
        sources: ends(Derived::PartyFlowsIn, Derived::Senders),
        purposes: purposes.into_iter().map(purpose).collect(),
        bases: of(&|keyword| keyword == "basis"),
        cited: of(&|_| true),
    }
}

fn named(model: &Model<'_>, party: NodeId) -> Named {
    let label = label(model, party);
    let mut names = vec![label.clone()];
    names.extend(texts(model, party, "legal-name"));
    Named { label, names }
}

fn label(model: &Model<'_>, id: NodeId) -> String {
    let node = model.node(id);
    if node.label.is_empty() { model.name(id).replace('-', " ") } else { model.words_of(node.file, node.label).into_owned() }
}

/// The texts of the statements of a keyword.
fn texts(model: &Model<'_>, place: NodeId, word: &str) -> Vec<String> {
    let stated = model.children_named(place, word).iter().filter(|node| model.node(**node).state == State::Stated);
    let text = |node: &NodeId| {
        let file = model.node(*node).file;
        model.values(*node).iter().filter_map(move |value| if let Value::Text(range) = value { Some(model.words_of(file, *range).into_owned()) } else { None }).collect::<Vec<_>>()
    };
    stated.flat_map(text).collect()
}
