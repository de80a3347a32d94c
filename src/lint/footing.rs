//! The legal footing of a document: everything that it cites, and of an agreement for which end of which flow. Told, not judged.

use super::eval::Context;
use super::written::texts_of;
use crate::law::Cited;
use crate::model::{Arrangement, Derived, Model, NodeId, Value, label_of};
use crate::source::Span;

/// One flow with what is cited at its ends.
#[derive(Clone, Debug)]
pub struct FlowFooting {
    /// Its label.
    pub flow: String,
    /// Where it stands, its block included.
    pub place: Span,
    /// Who gives.
    pub senders: Vec<String>,
    /// Who receives.
    pub receivers: Vec<String>,
    /// The discloser and the recipient.
    pub ends: Vec<End>,
}

/// One end of a flow.
#[derive(Clone, Debug)]
pub struct End {
    /// `discloser` or `recipient`; the keyword of a document without flows.
    pub end: String,
    /// What is cited, in the order of the text.
    pub cited: Vec<CitedAt>,
    /// The grounds in confidence, the first choice first.
    pub confidence: Vec<String>,
}

/// A citation and what it is cited as.
#[derive(Clone, Debug)]
pub struct CitedAt {
    /// The keyword, or the connective: `basis`, `with`.
    pub keyword: String,
    /// Where the text stands.
    pub place: Span,
    /// The usual way to write it; empty when it was not found.
    pub canonical: String,
    /// What was found.
    pub cited: Cited,
}

/// The footing of one document.
#[derive(Clone, Debug, Default)]
pub struct Footing {
    /// Its flows.
    pub flows: Vec<FlowFooting>,
    /// What a document without flows rests on by itself: a disclosure record, a policy.
    pub own: Option<End>,
    /// Everything that its documents cite, flows included.
    pub cited: Vec<CitedAt>,
}

impl Footing {
    /// The ends of flows at which a party stands: the flow, `discloser` or `recipient`, and what is cited there.
    pub fn ends_of<'f>(&'f self, model: &Model<'_>, arrangement: &Arrangement, party: NodeId) -> Vec<(NodeId, &'static str, Vec<&'f End>)> {
        let mut found = Vec::new();
        for (flow, cited) in arrangement.flows.iter().zip(&self.flows) {
            for (field, side) in [(Derived::Senders, "discloser"), (Derived::Receivers, "recipient")] {
                if arrangement.derived(model, *flow, field).contains(&party) {
                    found.push((*flow, side, cited.ends.iter().filter(|end| end.end == side).collect()));
                }
            }
        }
        found
    }
}

pub(super) fn footing(context: &Context<'_>) -> Footing {
    let arrangement = context.arrangement;
    let labels = |nodes: &[NodeId]| nodes.iter().map(|node| label_of(context.model, *node)).collect();
    let flows = arrangement.flows.iter().map(|flow| {
        let node = context.model.node(*flow);
        FlowFooting {
            flow: label_of(context.model, *flow),
            place: Span { file: node.file, range: node.whole },
            senders: labels(&arrangement.derived(context.model, *flow, Derived::Senders)),
            receivers: labels(&arrangement.derived(context.model, *flow, Derived::Receivers)),
            ends: ["discloser", "recipient"].into_iter().flat_map(|kind| ends(context, *flow, kind)).collect(),
        }
    });
    let flows = flows.collect();
    let own = (context.model.kind(arrangement.document).word != "agreement").then(|| end(context, arrangement.document));
    let all = arrangement.documents().flat_map(|document| context.model.subtree(document));
    Footing { flows, own, cited: all.flat_map(|node| cited_by(context, node)).collect() }
}

/// One end of a flow; an empty one where nothing is written of it.
fn ends(context: &Context<'_>, flow: NodeId, kind: &str) -> Vec<End> {
    match context.model.children_named(flow, kind) {
        [] => vec![End { end: kind.to_owned(), cited: Vec::new(), confidence: Vec::new() }],
        written => written.iter().map(|side| end(context, *side)).collect(),
    }
}

fn end(context: &Context<'_>, side: NodeId) -> End {
    let model = context.model;
    let cited = model.subtree(side).flat_map(|node| cited_by(context, node)).collect();
    let grounds = model.children_named(side, "confidence").iter().flat_map(|node| model.values(*node)).filter_map(|value| match value {
        Value::Word { list, index, .. } => Some(model.word(*list, *index).id.to_string()),
        _ => None,
    });
    End { end: model.kind(side).word.to_string(), cited, confidence: grounds.collect() }
}

/// What a statement cites, its clauses included.
fn cited_by(context: &Context<'_>, node: NodeId) -> Vec<CitedAt> {
    let file = context.model.node(node).file;
    let mut found = Vec::new();
    for text in texts_of(context.model, node).filter(|text| text.is_citation) {
        let place = Span { file, range: text.range };
        let cited = context.cited(file, text.range);
        found.extend(cited.iter().map(|cited| CitedAt { keyword: text.after.to_owned(), place, canonical: context.law.canonical(cited), cited: cited.clone() }));
    }
    found
}
