//! A compiled condition.

use crate::model::{Derived, KindId, Period};
use crate::policy::RegisterId;
use serde::{Deserialize, Serialize};

/// A condition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Expr {
    /// All hold.
    And(Vec<Expr>),
    /// One holds.
    Or(Vec<Expr>),
    /// It does not hold.
    Not(Box<Expr>),
    /// Over the things that a path yields.
    Quantified {
        /// How many must hold.
        quantifier: Quantifier,
        /// Where the thing at hand is kept.
        slot: u8,
        /// The things.
        path: Path,
        /// Which of them.
        filter: Option<Box<Expr>>,
        /// What must hold of each.
        body: Option<Box<Expr>>,
    },
    /// How many things a path yields.
    Count(Path, Compare, i64),
    /// A test of what a path yields.
    Test(Path, Test),
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Root {
    /// A thing at hand: 0 the subject, 1 the agreement, then bound names.
    Slot(u8),
    /// The day asked about.
    Today,
    /// The entries of a register.
    Register(RegisterId),
}

/// A path.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Path {
    /// Where it begins.
    pub root: Root,
    /// Its steps.
    pub steps: Vec<Step>,
    /// As it is written, for messages.
    pub text: String,
}

/// One step, for each kind that the thing before it may have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What a thing of a kind has itself.
    pub own: Vec<(KindId, Access)>,
    /// Kinds whose references are followed first.
    pub follow: Vec<KindId>,
    /// Clauses whose references are followed first: true when any are.
    pub follow_clause: bool,
    /// What the things referred to have.
    pub via: Vec<(KindId, Access)>,
    /// The column, where the thing before is an entry of a register.
    pub column: Option<u16>,
}

/// How a kind gives what a step names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
pub enum Literal {
    /// A word.
    Word(String),
    /// Text.
    Text(String),
    /// A number.
    Number(i64),
    /// A day, as year, month and day.
    Date(i16, i8, i8),
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Test {
    /// Of the state; the flag says `not`.
    State(StateTest, bool),
    /// Some value is one of these; the flag says `not`.
    Is(Vec<Literal>, bool),
    /// Something in common with another path; the flag says `not`.
    IsPath(Path, bool),
    /// Everything is also in another path; the flag says `not`.
    Among(Path, bool),
    /// Some text contains one of these phrases, in lower case.
    Mentions(Vec<String>),
    /// Some text contains a phrase of a register.
    MentionsAny(RegisterId),
    /// Order of days, against a path.
    Dated(DateOrder, Path),
    /// Order of days, against a day.
    DatedAt(DateOrder, i16, i8, i8),
    /// Within a period of another day, on either side.
    Within(PeriodLiteral, Path),
    /// A number.
    Sized(Compare, i64),
    /// A length of time.
    SizedPeriod(Compare, PeriodLiteral),
    /// Its `for` clause names the thing, or it has none.
    Concerns(Path),
    /// Its hours cover other hours.
    Spans(Path),
}

/// A period in a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeriodLiteral {
    /// Months.
    pub months: u32,
    /// Minutes.
    pub minutes: u32,
}

impl From<Period> for PeriodLiteral {
    fn from(period: Period) -> Self {
        PeriodLiteral { months: period.months, minutes: period.minutes }
    }
}

impl From<PeriodLiteral> for Period {
    fn from(period: PeriodLiteral) -> Self {
        Period { months: period.months, minutes: period.minutes }
    }
}
