//! Fields that no keyword states and that follow from what is stated: the parties of an agreement with its groups opened,
//! the flows of a party, the items of a flow. Conditions use them by name; this is the whole list.

use super::arena::{Model, NodeId};
use super::arrangement::{Arrangement, open_group};
use super::vocabulary::{KindId, Vocabulary};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A derived field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Derived {
    /// The agreement's parties, groups opened.
    Parties,
    /// Parties that are not processors.
    Controllers,
    /// Parties, organisations involved and both ends of every flow.
    Everyone,
    /// Procedures that implement the agreement.
    Procedures,
    /// Notices that belong to it.
    Notices,
    /// Flows of the agreement, its panels and procedures.
    AllFlows,
    /// Parties that disclose in a flow.
    Senders,
    /// Parties that receive in a flow.
    Receivers,
    /// Posts that disclose.
    SenderRoles,
    /// Posts that receive.
    ReceiverRoles,
    /// Things that a flow shares.
    Items,
    /// Purposes that a flow serves.
    Purposes,
    /// The discloser and the recipient of a flow, as far as they are written.
    Sides,
    /// The flow that a side belongs to.
    SideFlow,
    /// The parties at a side's end of its flow.
    SideParties,
    /// Flows that a party sends or receives.
    PartyFlows,
    /// Flows that a party sends.
    PartyFlowsOut,
    /// Flows that a party receives.
    PartyFlowsIn,
    /// Roles at a party.
    PartyRoles,
    /// Notices of a party.
    PartyNotices,
    /// Systems of a party.
    PartySystems,
    /// Flows that a role receives.
    RoleFlowsIn,
    /// Flows that a role discloses.
    RoleFlowsOut,
    /// Things that reach a role.
    RoleItemsIn,
    /// Parties that a role belongs to.
    RoleParties,
    /// Flows that serve a purpose.
    PurposeFlows,
    /// Flows that share an item.
    ItemFlows,
    /// Parties that own a system.
    SystemParties,
    /// Statements of law that bear on a flow, wherever they stand.
    Footing,
    /// What a notice says to its readers in its author's own words, the notice with its label first.
    OwnWords,
}

/// A notice, and the statements of it that are read by the public as they are written. Law has its own place in a notice.
const OWN_WORDS: [&str; 6] = ["notice", "held", "shared", "purposes", "choices", "advance-warning"];

/// Name, kinds it belongs to, field, kinds it yields.
const TABLE: &[(&str, &[&str], Derived, &[&str])] = &[
    ("parties", &["agreement"], Derived::Parties, &["party", "group"]),
    ("controllers", &["agreement"], Derived::Controllers, &["party", "group"]),
    ("everyone", &["agreement"], Derived::Everyone, &["party", "group"]),
    ("procedures", &["agreement"], Derived::Procedures, &["procedure"]),
    ("notices", &["agreement"], Derived::Notices, &["notice"]),
    ("flow", &["agreement"], Derived::AllFlows, &["flow"]),
    ("senders", &["flow", "no-flow"], Derived::Senders, &["party", "group"]),
    ("receivers", &["flow", "no-flow"], Derived::Receivers, &["party", "group"]),
    ("sender-roles", &["flow", "no-flow"], Derived::SenderRoles, &["role"]),
    ("receiver-roles", &["flow", "no-flow"], Derived::ReceiverRoles, &["role"]),
    ("items", &["flow", "no-flow"], Derived::Items, &["item"]),
    ("purposes", &["flow", "no-flow"], Derived::Purposes, &["purpose"]),
    ("footing", &["flow"], Derived::Footing, &["basis", "condition", "offence-condition", "power", "exemption", "confidence", "general-basis", "statutory-duty"]),
    ("sides", &["flow"], Derived::Sides, &["discloser", "recipient"]),
    ("flow", &["discloser", "recipient"], Derived::SideFlow, &["flow"]),
    ("parties", &["discloser", "recipient"], Derived::SideParties, &["party", "group"]),
    ("flows", &["party", "group"], Derived::PartyFlows, &["flow"]),
    ("flows-out", &["party", "group"], Derived::PartyFlowsOut, &["flow"]),
    ("flows-in", &["party", "group"], Derived::PartyFlowsIn, &["flow"]),
    ("roles", &["party", "group"], Derived::PartyRoles, &["role"]),
    ("notices", &["party", "group"], Derived::PartyNotices, &["notice"]),
    ("systems", &["party", "group"], Derived::PartySystems, &["system"]),
    ("flows-in", &["role"], Derived::RoleFlowsIn, &["flow"]),
    ("flows-out", &["role"], Derived::RoleFlowsOut, &["flow"]),
    ("items-in", &["role"], Derived::RoleItemsIn, &["item"]),
    ("parties", &["role"], Derived::RoleParties, &["party", "group"]),
    ("flows", &["purpose"], Derived::PurposeFlows, &["flow"]),
    ("flows", &["item"], Derived::ItemFlows, &["flow"]),
    ("own-words", &["notice"], Derived::OwnWords, &OWN_WORDS),
    ("parties", &["system", "record-type"], Derived::SystemParties, &["party", "group"]),
];

impl Derived {
    /// A number by which it ships: its place in the list of fields.
    pub fn number(self) -> u32 {
        TABLE.iter().take_while(|(_, _, field, _)| *field != self).count() as u32
    }

    /// The field with a number.
    pub fn numbered(number: u32) -> Option<Self> {
        TABLE.get(number as usize).map(|(_, _, field, _)| *field)
    }

    /// The kinds of the things that it yields.
    pub fn yields(self, vocabulary: &Vocabulary) -> impl Iterator<Item = KindId> + use<'_> {
        TABLE.iter().filter(move |(_, _, field, _)| *field == self).flat_map(|(.., yields)| yields.iter()).filter_map(|id| vocabulary.find(id))
    }
}

/// The derived field with a name on a kind, and the kinds that it yields.
pub fn derived_field(vocabulary: &Vocabulary, kind: KindId, name: &str) -> Option<(Derived, Vec<KindId>)> {
    let kind = &vocabulary.kind(kind).id;
    let (_, _, field, yields) = TABLE.iter().find(|(field, kinds, _, _)| *field == name && kinds.contains(&kind.as_str()))?;
    Some((*field, yields.iter().filter_map(|id| vocabulary.find(id)).collect()))
}

/// The names of all derived fields of a kind, for a did-you-mean.
pub fn derived_of(vocabulary: &Vocabulary, kind: KindId) -> impl Iterator<Item = &'static str> + use<'_> {
    let kind = vocabulary.kind(kind).id.as_str();
    TABLE.iter().filter(move |(_, kinds, _, _)| kinds.contains(&kind)).map(|(name, ..)| *name)
}

impl Arrangement {
    /// The things that a derived field yields, each once, in order. Found once and kept: rules ask for the same again and again.
    pub fn derived(&self, model: &Model<'_>, node: NodeId, field: Derived) -> Rc<[NodeId]> {
        if let Some(known) = self.known.borrow().get(&(node, field)) {
            return Rc::clone(known);
        }
        let found: Rc<[NodeId]> = self.find(model, node, field).into();
        self.known.borrow_mut().insert((node, field), Rc::clone(&found));
        found
    }

    fn find(&self, model: &Model<'_>, node: NodeId, field: Derived) -> Vec<NodeId> {
        let ends = |flow: NodeId, word: &str| ends(model, flow, word);
        let posts = |flow: NodeId, word: &str| posts(model, flow, word);
        let named = |place: NodeId, word: &'static str| model.children_named(place, word).iter().copied();
        match field {
            Derived::Parties => self.parties.clone(),
            Derived::Controllers => self.parties.iter().copied().filter(|party| !is_processor(model, *party)).collect(),
            Derived::Everyone => {
                let of_flows = self.flows.iter().flat_map(|flow| [ends(*flow, "from"), ends(*flow, "to")].concat());
                once(self.parties.iter().chain(&self.involved).copied().chain(of_flows))
            }
            Derived::Procedures => self.procedures.clone(),
            Derived::Notices => self.notices.clone(),
            Derived::AllFlows => self.flows.clone(),
            Derived::Senders => ends(node, "from"),
            Derived::Receivers => ends(node, "to"),
            Derived::SenderRoles => posts(node, "from"),
            Derived::ReceiverRoles => posts(node, "to"),
            Derived::Items => items(model, node),
            Derived::Purposes => once(model.children_named(node, "for").iter().flat_map(|statement| model.targets(*statement))),
            Derived::Sides => named(node, "discloser").chain(named(node, "recipient")).collect(),
            Derived::SideFlow => vec![model.node(node).parent],
            Derived::SideParties => {
                let word = if model.kind(node).id == "discloser" { "from" } else { "to" };
                ends(model.node(node).parent, word)
            }
            Derived::PartyFlows => self.flows_where(|flow| ends(flow, "from").contains(&node) || ends(flow, "to").contains(&node)),
            Derived::PartyFlowsOut => self.flows_where(|flow| ends(flow, "from").contains(&node)),
            Derived::PartyFlowsIn => self.flows_where(|flow| ends(flow, "to").contains(&node)),
            Derived::PartyRoles => {
                let all = self.flows.iter().flat_map(|flow| [posts(*flow, "from"), posts(*flow, "to")].concat());
                once(all).into_iter().filter(|role| role_parties(model, *role).contains(&node)).collect()
            }
            Derived::PartyNotices => self.notices.iter().copied().filter(|notice| named_by(model, *notice, "of").contains(&node)).collect(),
            Derived::PartySystems => {
                let systems = model.vocabulary.find("system");
                let all = (0..model.nodes.len() as u32).map(NodeId).filter(|candidate| Some(model.node(*candidate).kind) == systems);
                all.filter(|system| owners(model, *system).contains(&node)).collect()
            }
            Derived::RoleFlowsIn => self.flows_where(|flow| posts(flow, "to").contains(&node)),
            Derived::RoleFlowsOut => self.flows_where(|flow| posts(flow, "from").contains(&node)),
            Derived::RoleItemsIn => once(self.flows_where(|flow| posts(flow, "to").contains(&node)).into_iter().flat_map(|flow| items(model, flow))),
            Derived::RoleParties => role_parties(model, node),
            Derived::PurposeFlows => self.flows_where(|flow| model.children_named(flow, "for").iter().any(|purposes| model.targets(*purposes).any(|purpose| purpose == node))),
            Derived::ItemFlows => self.flows_where(|flow| items(model, flow).contains(&node)),
            Derived::SystemParties => owners(model, node),
            Derived::Footing => self.footing(model, node),
            Derived::OwnWords => std::iter::once(node).chain(OWN_WORDS[1..].iter().flat_map(|word| model.children_named(node, word).iter().copied())).collect(),
        }
    }

    /// The law at both ends of a flow, what the agreement says for its parties, what the parties say of themselves, and the duties that feed it.
    fn footing(&self, model: &Model<'_>, flow: NodeId) -> Vec<NodeId> {
        let named = |place: NodeId, words: &'static [&'static str]| words.iter().flat_map(move |word| model.children_named(place, word)).copied();
        let sides = named(flow, &["discloser", "recipient"]).flat_map(|side| named(side, &["basis", "condition", "offence-condition", "power", "exemption", "confidence"]));
        let parties = [ends(model, flow, "from"), ends(model, flow, "to")].concat();
        let concerns = |statement: &NodeId| model.clause_named(*statement, "for").is_none_or(|clause| parties.iter().any(|party| names_party(model, model.targets_of(clause), *party)));
        let general = named(self.document, &["general-basis", "power"]).filter(concerns);
        let own = parties.iter().flat_map(|party| named(*party, &["power"]));
        let duties =
            self.working().flat_map(|place| named(place, &["statutory-duty"])).filter(|duty| model.clause_named(*duty, "feeds").is_some_and(|clause| model.targets_of(clause).any(|fed| fed == flow)));
        once(sides.chain(named(flow, &["confidence"])).chain(general).chain(own).chain(duties))
    }

    fn flows_where(&self, test: impl Fn(NodeId) -> bool) -> Vec<NodeId> {
        self.flows.iter().copied().filter(|flow| test(*flow)).collect()
    }
}

/// The roles that take part in a flow.
pub(super) fn posts(model: &Model<'_>, flow: NodeId, word: &str) -> Vec<NodeId> {
    let role_targets = |statement: &NodeId| model.clause_named(*statement, "as").map_or_else(Vec::new, |clause| model.targets_of(clause).collect());
    once(model.children_named(flow, word).iter().flat_map(role_targets))
}

fn ends(model: &Model<'_>, flow: NodeId, word: &str) -> Vec<NodeId> {
    opened(model, model.children_named(flow, word).iter().flat_map(|statement| model.targets(*statement)))
}

/// Those who give or receive in the main flows, each once.
pub(super) fn ends_of_main_flows(model: &Model<'_>, flows: &[NodeId]) -> Vec<NodeId> {
    let is_main = |flow: &&NodeId| model.children_named(**flow, "extent").iter().all(|extent| model.has_word(*extent, "main"));
    once(flows.iter().filter(is_main).flat_map(|flow| [ends(model, *flow, "from"), ends(model, *flow, "to")].concat()))
}

fn items(model: &Model<'_>, flow: NodeId) -> Vec<NodeId> {
    once(model.children_named(flow, "shares").iter().flat_map(|statement| model.targets(*statement)))
}

fn role_parties(model: &Model<'_>, role: NodeId) -> Vec<NodeId> {
    or_around(model, role, named_by(model, role, "at"))
}

fn owners(model: &Model<'_>, thing: NodeId) -> Vec<NodeId> {
    or_around(model, thing, named_by(model, thing, "of"))
}

/// The parties that a clause names, groups opened.
fn named_by(model: &Model<'_>, node: NodeId, field: &str) -> Vec<NodeId> {
    model.clause_named(node, field).map_or_else(Vec::new, |clause| opened(model, model.targets_of(clause)))
}

/// The parties that are named; when none is, a thing written inside a party belongs to it.
fn or_around(model: &Model<'_>, thing: NodeId, named: Vec<NodeId>) -> Vec<NodeId> {
    let around = model.node(thing).parent;
    if named.is_empty() && model.kind(around).id == "party" { vec![around] } else { named }
}

fn is_processor(model: &Model<'_>, party: NodeId) -> bool {
    let capacities = model.children_named(party, "capacity");
    !capacities.is_empty() && capacities.iter().all(|capacity| model.has_word(*capacity, "processor"))
}

fn opened(model: &Model<'_>, targets: impl Iterator<Item = NodeId>) -> Vec<NodeId> {
    let mut parties = Vec::new();
    for target in targets {
        open_group(model, target, &mut parties);
    }
    parties
}

/// Each thing once, in the order in which they first come. For lists as short as those of one agreement.
pub fn once<T: PartialEq>(things: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut kept = Vec::new();
    for thing in things {
        if !kept.contains(&thing) {
            kept.push(thing);
        }
    }
    kept
}

/// A group and the parties that it stands for; a thing that is no group, alone.
pub fn with_members(model: &Model<'_>, thing: NodeId) -> Vec<NodeId> {
    let mut all = vec![thing];
    open_group(model, thing, &mut all);
    all
}

/// Whether a thing is one of those that a `for` clause names, groups opened.
pub fn names_party(model: &Model<'_>, mut named: impl Iterator<Item = NodeId>, thing: NodeId) -> bool {
    named.any(|named| with_members(model, named).contains(&thing))
}
