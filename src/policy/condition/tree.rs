//! A compiled condition.

mod period;

use crate::model::{Derived, KindId};
use crate::policy::{PhraseSet, RegisterId};
use crate::source::{Table, Text, TextRange};
pub use period::PeriodLiteral;
use serde::{Deserialize, Serialize};

/// An index into the conditions of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExprId(pub u32);

/// Conditions that stand one after the other: the parts of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    first: u32,
    end: u32,
}

/// One way in which an entry of a register may meet the document: a cell is the same as something that a path yields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The column of the register.
    pub column: u16,
    /// The path in the document.
    pub path: PathId,
}

/// The ways of one join, of which one is enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joins {
    first: u32,
    end: u32,
}

/// A condition, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
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

/// All conditions, flat: a start decodes every one of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantifier {
    /// All; true of none.
    Every,
    /// At least one.
    Some,
    /// None.
    No,
}

/// A comparison of sizes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Where a path begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Root {
    /// A thing at hand: 0 the subject, 1 the agreement, then bound names.
    Slot(u8),
    /// The day asked about.
    Today,
    /// The entries of a register.
    Register(RegisterId),
}

/// An index into the paths of a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PathId(pub u32);

/// A path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Path {
    /// Where it begins.
    pub root: Root,
    /// Its steps: a range of [`Paths::hops`].
    hops: (u32, u32),
    /// As it is written: a range of [`Paths::text`].
    text: TextRange,
}

impl Path {
    /// How many steps it has.
    pub fn hops(&self) -> u32 {
        self.hops.1 - self.hops.0
    }
}

/// The paths of all conditions. Conditions ask for the same things again and again, so each path and each step is kept once.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Paths {
    all: Vec<Path>,
    /// All paths as they are written, one after the other.
    text: Text,
    /// Indexes into the steps.
    hops: Table<1>,
    steps: Vec<Step>,
}

impl Paths {
    /// A path.
    pub fn path(&self, id: PathId) -> &Path {
        &self.all[id.0 as usize]
    }

    /// A path as it is written, for messages.
    pub fn text(&self, id: PathId) -> &str {
        self.path(id).text.of(&self.text)
    }

    /// The steps of a path.
    pub fn steps(&self, path: &Path) -> Steps<'_> {
        Steps { hops: &self.hops, range: path.hops, all: &self.steps }
    }

    /// The index of a path with these steps.
    pub(super) fn add(&mut self, root: Root, steps: Vec<Step>, text: &str) -> PathId {
        let same_steps = |path: &Path| (0..=steps.len()).all(|at| self.steps(path).get(at) == steps.get(at));
        let known = |path: &Path| path.root == root && path.text.of(&self.text) == text && same_steps(path);
        if let Some(index) = self.all.iter().position(known) {
            return PathId(index as u32);
        }
        let start = self.hops.len() as u32;
        for step in steps {
            let index = self.steps.iter().position(|known| *known == step).unwrap_or_else(|| {
                self.steps.push(step);
                self.steps.len() - 1
            });
            self.hops.push([index as u32]);
        }
        let at = self.text.len();
        self.text.push_str(text);
        self.all.push(Path { root, hops: (start, self.hops.len() as u32), text: TextRange::new(at, self.text.len()) });
        PathId((self.all.len() - 1) as u32)
    }
}

/// The steps of one path.
#[derive(Clone, Copy)]
pub struct Steps<'a> {
    hops: &'a Table<1>,
    range: (u32, u32),
    all: &'a [Step],
}

impl<'a> Steps<'a> {
    /// The step at a place; none behind the last.
    pub fn get(self, at: usize) -> Option<&'a Step> {
        let at = self.range.0 as usize + at;
        (at < self.range.1 as usize).then(|| {
            let [step] = self.hops.get(at);
            &self.all[step as usize]
        })
    }
}

/// One step, for each kind that the thing before it may have.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Step {
    /// What a thing of a kind has itself.
    pub own: Vec<(KindId, Access)>,
    /// Kinds whose references are followed first.
    pub follow: Vec<KindId>,
    /// Clauses whose references are followed first: true when any are.
    pub follow_clause: bool,
    /// What the things referred to have.
    pub via: Vec<(KindId, Access)>,
    /// The provisions that its citations of law mean.
    pub cites: bool,
    /// The column, where the thing before is an entry of a register.
    pub column: Option<u16>,
}

/// How a kind gives what a step names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Access {
    /// Its children of a kind.
    Child(KindId),
    /// Its clause.
    Clause(u16),
    /// A derived field.
    Derived(Derived),
    /// The block around it.
    Parent,
    /// Its name.
    Name,
    /// Its label.
    Label,
    /// The word for its own kind.
    KindWord,
}

/// Something written in a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Literals {
    first: u32,
    end: u32,
}

/// A state of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartOfText {
    /// Sentences, in words.
    Sentences,
    /// Paragraphs, in sentences.
    Paragraphs,
}
