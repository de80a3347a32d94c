//! Decision procedures, compiled: questions that lead to each other and, in the end, to what the guidance asks for. Told, not judged.

use super::condition::ExprId;
use super::pack::Pool;
use crate::diagnostic::Citation;
use crate::source::Text;
use serde::{Deserialize, Serialize};

/// The procedures for one kind of document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Decisions {
    /// What the conditions share.
    pub pool: Pool,
    /// The procedures: those that are always gone through first, then those for some situations.
    pub procedures: Vec<Procedure>,
    /// The questions of all procedures.
    pub branches: Vec<Branch>,
    /// Where they end.
    pub leaves: Vec<Leaf>,
}

/// A procedure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Procedure {
    /// Its kebab-case id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Where it is gone through at all; everywhere when nothing is said.
    pub when: Option<ExprId>,
    /// Where it begins.
    pub start: Onward,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Onward {
    /// A question, by its place in [`Decisions::branches`].
    Branch(u16),
    /// An end, by its place in [`Decisions::leaves`].
    Leaf(u16),
}

/// A question with two ways on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Branch {
    /// Its kebab-case id.
    pub id: Text,
    /// The question.
    pub ask: Text,
    /// The answer is yes where this holds.
    pub holds: ExprId,
    /// Where it does not hold, the answer is no only where this holds; elsewhere it is not known yet.
    pub known: Option<ExprId>,
    /// What comes after yes.
    pub yes: Onward,
    /// What comes after no.
    pub no: Onward,
    /// The guidance that asks it.
    pub cite: Vec<Citation>,
}

/// Where a procedure ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Leaf {
    /// Its kebab-case id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// What the guidance asks for here.
    pub requires: Text,
    /// Who decides.
    pub decides: Text,
    /// What the guidance lets one expect of the decision, where it does.
    pub expects: Option<Expects>,
    /// What a record must show here.
    pub needs: Vec<Need>,
    /// The guidance.
    pub cite: Vec<Citation>,
}

/// What may be expected of the decision at the end of a procedure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Expects {
    /// In words, after "the guidance expects".
    pub says: Text,
    /// The decision is of that sort where this holds.
    pub fits: ExprId,
    /// Sharing and keeping back may both be right here: whether the two fit is not said, and `fits` only finds the decision.
    pub either: bool,
}

/// Something that a record must show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Need {
    /// Where it is asked for; everywhere when nothing is said.
    pub when: Option<ExprId>,
    /// What must hold.
    pub holds: ExprId,
    /// What to say when it does not.
    pub missing: Text,
}

impl Decisions {
    /// A question.
    pub fn branch(&self, place: u16) -> &Branch {
        &self.branches[place as usize]
    }

    /// An end.
    pub fn leaf(&self, place: u16) -> &Leaf {
        &self.leaves[place as usize]
    }
}
