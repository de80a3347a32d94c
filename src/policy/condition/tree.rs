//! A compiled condition.

mod packed;
mod paths;
mod period;

use crate::policy::PhraseSet;
use crate::source::Text;
pub use paths::{Access, OwnedStep, Path, PathId, Paths, Root, Step, Steps};
pub use period::PeriodLiteral;
use serde::{Deserialize, Serialize};

/// An index into the conditions of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExprId(pub u32);

/// Conditions that stand one after the other: the parts of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    first: u32,
    end: u32,
}

/// One way in which an entry of a register may meet the document: a cell is the same as something that a path yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Join {
    /// The column of the register.
    pub column: u16,
    /// The path in the document.
    pub path: PathId,
}

/// The ways of one join, of which one is enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Joins {
    first: u32,
    end: u32,
}

/// A condition, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expr {
    /// All hold.
    And(Parts),
    /// One holds.
    Or(Parts),
    /// It does not hold.
    Not(ExprId),
    /// Over the things that a path yields.
    Quantified {
        /// How many must hold.
        quantifier: Quantifier,
        /// Where the thing at hand is kept.
        slot: u8,
        /// The things.
        path: PathId,
        /// Which of them.
        filter: Option<ExprId>,
        /// What must hold of each.
        body: Option<ExprId>,
        /// Over a register: what an entry must have in common with the document to matter at all; none when every entry does.
        join: Joins,
    },
    /// How many things a path yields.
    Count(PathId, Compare, i64),
    /// A test of what a path yields.
    Test(PathId, Test),
}

/// All conditions, flat: a start reads every one of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exprs {
    all: Vec<Expr>,
    literals: Vec<Literal>,
    joins: Vec<Join>,
}

impl Exprs {
    /// A condition.
    pub fn get(&self, id: ExprId) -> &Expr {
        &self.all[id.0 as usize]
    }

    /// The parts of a condition.
    pub fn parts(&self, parts: Parts) -> &[Expr] {
        &self.all[parts.first as usize..parts.end as usize]
    }

    /// The conditions that a condition joins with `and`; itself where it joins none.
    pub fn conjuncts(&self, id: ExprId) -> &[Expr] {
        match self.get(id) {
            Expr::And(parts) => self.parts(*parts),
            own => std::slice::from_ref(own),
        }
    }

    /// What a test compares with.
    pub fn literals(&self, literals: Literals) -> &[Literal] {
        &self.literals[literals.first as usize..literals.end as usize]
    }

    /// The alternatives of a join.
    pub fn joins(&self, joins: Joins) -> &[Join] {
        &self.joins[joins.first as usize..joins.end as usize]
    }

    pub(super) fn add_joins(&mut self, joins: Vec<Join>) -> Joins {
        let first = self.joins.len() as u32;
        self.joins.extend(joins);
        Joins { first, end: self.joins.len() as u32 }
    }

    pub(super) fn add(&mut self, expr: Expr) -> ExprId {
        self.all.push(expr);
        ExprId((self.all.len() - 1) as u32)
    }

    pub(super) fn add_parts(&mut self, parts: Vec<Expr>) -> Parts {
        let first = self.all.len() as u32;
        self.all.extend(parts);
        Parts { first, end: self.all.len() as u32 }
    }

    pub(super) fn add_literals(&mut self, literals: impl IntoIterator<Item = Literal>) -> Literals {
        let first = self.literals.len() as u32;
        self.literals.extend(literals);
        Literals { first, end: self.literals.len() as u32 }
    }
}

/// How many of the things must meet the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantifier {
    /// All; true of none.
    Every,
    /// At least one.
    Some,
    /// None.
    No,
}

/// A comparison of sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    MoreThan,
    /// `<`
    LessThan,
    /// `==`
    Exactly,
}

impl Compare {
    /// Whether two sizes stand so.
    pub fn holds<T: PartialOrd + Copy>(self, left: T, right: T) -> bool {
        match self {
            Compare::AtLeast => left >= right,
            Compare::AtMost => left <= right,
            Compare::MoreThan => left > right,
            Compare::LessThan => left < right,
            Compare::Exactly => left == right,
        }
    }
}

/// The order of two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Strictly before.
    Before,
    /// Strictly after.
    After,
    /// Not after.
    OnOrBefore,
    /// Not before.
    OnOrAfter,
}

/// Something written in a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// A word.
    Word(Text),
    /// Text.
    Text(Text),
    /// A number.
    Number(i64),
    /// A day, as year, month and day.
    Date(i16, i8, i8),
}

/// Literals that stand one after the other: those of one test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Literals {
    first: u32,
    end: u32,
}

/// A state of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateTest {
    /// It has a value.
    Stated,
    /// Nothing is written.
    Absent,
    /// Stated, none because, or inherited.
    Answered,
    /// None because.
    Declined,
    /// `?`.
    Open,
    /// Left to the parent.
    Inherited,
    /// Stated, and its text says something.
    Specific,
    /// Some text is a placeholder.
    Placeholder,
}

/// A test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Test {
    /// Of the state; the flag says `not`.
    State(StateTest, bool),
    /// Some value is one of these; the flag says `not`.
    Is(Literals, bool),
    /// Something in common with another path; the flag says `not`.
    IsPath(PathId, bool),
    /// Everything is also in another path; the flag says `not`.
    Among(PathId, bool),
    /// Some text contains a phrase of a set.
    Mentions(PhraseSet),
    /// Order of days, against a path.
    Dated(DateOrder, PathId),
    /// Order of days, against a day.
    DatedAt(DateOrder, i16, i8, i8),
    /// Within a period of another day, on either side.
    Within(PeriodLiteral, PathId),
    /// A number.
    Sized(Compare, i64),
    /// A length of time.
    SizedPeriod(Compare, PeriodLiteral),
    /// Its `for` clause names the thing, or it has none.
    Concerns(PathId),
    /// Its hours cover other hours.
    Spans(PathId),
    /// No part of its texts is longer than a number.
    Keeps(PartOfText, PathId),
}

/// A part of a text that has a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOfText {
    /// Sentences, in words.
    Sentences,
    /// Paragraphs, in sentences.
    Paragraphs,
}
