//! An arrangement: a document that is judged, with all that belongs to it. To an agreement belong the procedures and notices that
//! carry it out and the parent that it stands under; a disclosure record and an organisation's policy stand alone.
//!
//! An answer is looked for in the whole arrangement, whichever file holds it.

use super::arena::{Model, NodeId, State, Value};
use super::derived::Derived;
use super::vocabulary::Kind;
use crate::source::FileId;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// Keywords that the structure of an arrangement rests on. They are the only ones, besides those of `derived`, that Rust knows.
mod words {
    pub(super) const AGREEMENT: &str = "agreement";
    pub(super) const ALONE: [&str; 2] = ["disclosure", "policy"];
    pub(super) const PROCEDURE: &str = "procedure";
    pub(super) const NOTICE: &str = "notice";
    pub(super) const UNDER: &str = "under";
    pub(super) const INHERITS: &str = "inherits";
    pub(super) const BETWEEN: &str = "between";
    pub(super) const INVOLVES: &str = "involves";
    pub(super) const MEMBERS: &str = "members";
}

/// Whether a kind is a document: what is judged, or belongs to what is judged, and is no definition that several may share.
pub fn is_document(kind: &Kind) -> bool {
    words::ALONE.into_iter().chain([words::AGREEMENT, words::PROCEDURE, words::NOTICE]).any(|word| kind.word == word)
}

/// Derived fields that were found, by thing and field.
pub(super) type Known = RefCell<FxHashMap<(NodeId, Derived), Rc<[NodeId]>>>;

/// A document and what belongs to it.
#[derive(Debug)]
pub struct Arrangement {
    /// The document that is judged: an agreement, a disclosure record or a policy.
    pub document: NodeId,
    /// Procedures that implement it, in order of file and place.
    pub procedures: Vec<NodeId>,
    /// Notices that belong to it.
    pub notices: Vec<NodeId>,
    /// Parent agreements that are loaded, the nearest first.
    pub parents: Vec<NodeId>,
    /// A parent is named that is not loaded.
    pub parent_missing: bool,
    /// Subjects that are left to the parent.
    pub inherits: Vec<String>,
    /// The parties, groups opened; where the agreement names none, those at the ends of its main flows.
    pub parties: Vec<NodeId>,
    /// Organisations involved without being parties.
    pub involved: Vec<NodeId>,
    /// Every flow of the agreement, its panels and its procedures.
    pub flows: Vec<NodeId>,
    /// Flows that are barred.
    pub barred: Vec<NodeId>,
    /// Derived fields that were asked for already.
    pub(super) known: Known,
}

impl Arrangement {
    /// The documents that say how things are done: the document that is judged and its procedures.
    pub fn working(&self) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::once(self.document).chain(self.procedures.iter().copied())
    }

    /// Every document: the one that is judged, its procedures, its notices.
    pub fn documents(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.working().chain(self.notices.iter().copied())
    }
}

/// The arrangements whose document stands in a file.
pub fn arrangements(model: &Model<'_>, file: FileId) -> Vec<Arrangement> {
    let top = model.file_node(file);
    let agreements = model.children_named(top, words::AGREEMENT).iter().map(|agreement| build(model, *agreement));
    let alone = words::ALONE.iter().flat_map(|word| model.children_named(top, word)).map(|document| alone(*document));
    agreements.chain(alone).collect()
}

/// A document to which no other belongs.
fn alone(document: NodeId) -> Arrangement {
    Arrangement {
        document,
        procedures: Vec::new(),
        notices: Vec::new(),
        parents: Vec::new(),
        parent_missing: false,
        inherits: Vec::new(),
        parties: Vec::new(),
        involved: Vec::new(),
        flows: Vec::new(),
        barred: Vec::new(),
        known: RefCell::default(),
    }
}

fn build(model: &Model<'_>, agreement: NodeId) -> Arrangement {
    let procedures = documents(model, words::PROCEDURE, agreement);
    let mut notices: Vec<NodeId> = model.children_named(agreement, words::NOTICE).to_vec();
    for procedure in &procedures {
        notices.extend(model.children_named(*procedure, words::NOTICE));
    }
    notices.extend(documents(model, words::NOTICE, agreement));
    let mut parents = Vec::new();
    let mut parent_missing = false;
    climb(model, agreement, &mut parents, &mut parent_missing);
    let inherits = model.children_named(agreement, words::INHERITS).iter().flat_map(|node| listed_words(model, *node)).collect();
    let flows = everywhere(model, agreement, &procedures, "flow");
    let barred = everywhere(model, agreement, &procedures, "no-flow");
    let mut parties = parties_of(model, agreement, words::BETWEEN);
    if parties.is_empty() {
        // Where nobody has signed, those who share are the parties to be judged.
        parties = super::derived::ends_of_main_flows(model, &flows);
    }
    Arrangement {
        document: agreement,
        parties,
        involved: parties_of(model, agreement, words::INVOLVES),
        procedures,
        notices,
        parents,
        parent_missing,
        inherits,
        flows,
        barred,
        known: RefCell::default(),
    }
}

/// Documents anywhere in the bundle that implement an agreement.
fn documents(model: &Model<'_>, word: &str, agreement: NodeId) -> Vec<NodeId> {
    let belongs = |document: &NodeId| model.children_named(*document, super::resolve::IMPLEMENTS).iter().any(|implements| model.targets(*implements).any(|target| target == agreement));
    let files = (0..model.files.len()).map(|file| model.file_node(FileId(file as u32)));
    files.flat_map(|file| model.children_named(file, word)).copied().filter(belongs).collect()
}

fn climb(model: &Model<'_>, agreement: NodeId, parents: &mut Vec<NodeId>, missing: &mut bool) {
    let mut seen: FxHashSet<NodeId> = FxHashSet::from_iter([agreement]);
    let mut next: VecDeque<NodeId> = VecDeque::from([agreement]);
    while let Some(child) = next.pop_front() {
        for value in model.children_named(child, words::UNDER).iter().flat_map(|under| model.values(*under)) {
            match value {
                Value::Ref(_, Some(parent)) => {
                    if seen.insert(*parent) {
                        parents.push(*parent);
                        next.push_back(*parent);
                    }
                }
                _ => *missing = true,
            }
        }
    }
}

fn listed_words(model: &Model<'_>, node: NodeId) -> Vec<String> {
    model
        .values(node)
        .iter()
        .filter_map(|value| match value {
            Value::Word { list, index, .. } => Some(model.word(*list, *index).id.to_string()),
            _ => None,
        })
        .collect()
}

/// Things with a keyword in the agreement, in its panels and in its procedures.
fn everywhere(model: &Model<'_>, agreement: NodeId, procedures: &[NodeId], word: &str) -> Vec<NodeId> {
    let panels = model.children_named(agreement, "panel").iter().copied();
    let places = std::iter::once(agreement).chain(panels).chain(procedures.iter().copied());
    places.flat_map(|place| model.children_named(place, word)).copied().collect()
}

fn parties_of(model: &Model<'_>, agreement: NodeId, word: &str) -> Vec<NodeId> {
    let mut parties = Vec::new();
    for statement in model.children_named(agreement, word) {
        if model.node(*statement).state == State::Stated {
            for target in model.targets(*statement) {
                open_group(model, target, &mut parties);
            }
        }
    }
    parties
}

/// A party as itself, a group as its members. A group without listed members stands for itself: all GP practices of a county.
pub(super) fn open_group(model: &Model<'_>, node: NodeId, parties: &mut Vec<NodeId>) {
    let mut seen: FxHashSet<NodeId> = FxHashSet::default();
    let mut next: SmallVec<[NodeId; 8]> = SmallVec::from_slice(&[node]);
    while let Some(thing) = next.pop() {
        let is_group = model.kind(thing).word == "group";
        let members = if is_group { model.children_named(thing, words::MEMBERS) } else { &[] };
        let before = next.len();
        next.extend(members.iter().flat_map(|members| model.targets(*members)));
        if next.len() == before {
            if !parties.contains(&thing) {
                parties.push(thing);
            }
        } else if seen.insert(thing) {
            // The first member is to come first.
            next[before..].reverse();
        } else {
            next.truncate(before);
        }
    }
}
