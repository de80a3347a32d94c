//! Questions and rules, compiled. What is only read by people is kept apart (`RuleText`, `QuestionText`), so that a run that
//! finds nothing need not load it.

pub(super) mod packed;
pub(super) mod title;

use super::condition::{ExprId, PathId};
use crate::diagnostic::{Citation, Severity};
use crate::model::KindId;
use crate::source::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

/// A day in a compiled policy: year, month, day.
pub type Ymd = (i16, i8, i8);

/// A day of the calendar as policies keep it.
pub fn ymd_of(day: Date) -> Ymd {
    (day.year(), day.month(), day.day())
}

/// A day as it is written.
pub fn written((year, month, day): Ymd) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

/// Where the guide wants an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Belongs {
    /// In the agreement.
    Agreement,
    /// In the procedure.
    Procedure,
    /// In either, or elsewhere.
    Either,
}

/// What a question or a rule is judged for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Subjects {
    /// The kinds, one or two (a flow's sides).
    pub kinds: SmallVec<[KindId; 2]>,
    /// How they are called in conditions.
    pub name: Text,
}

/// A part of a question: what must be said, and for whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Part {
    /// Its id within the question.
    pub id: Text,
    /// For whom.
    pub subjects: Subjects,
    /// Which of them.
    pub only: Option<ExprId>,
    /// What must be said.
    pub holds: ExprId,
    /// What to say when it is not; `{it}` stands for the subjects.
    pub missing: Text,
}

/// Something on the point of a question that answers no part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Touch {
    /// For whom.
    pub subjects: Subjects,
    /// Which of them.
    pub only: Option<ExprId>,
    /// What is said.
    pub holds: ExprId,
    /// What to say of it.
    pub says: Text,
}

/// A question of a checklist.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Question {
    /// Its number.
    pub number: u16,
    /// Its code, such as `CHK-Q03`.
    pub code: Text,
    /// Its kebab-case id.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Where the answer belongs.
    pub belongs: Belongs,
    /// The subjects that hold the answer: vocabulary keywords.
    pub topics: Vec<Text>,
    /// How much it weighs when unanswered.
    pub severity: Severity,
    /// The lowest that a local setting may make that.
    pub floor: Severity,
    /// Its parts.
    pub parts: Vec<Part>,
    /// What else touches the point.
    pub touches: Vec<Touch>,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rule {
    /// Its code.
    pub code: Text,
    /// Its kebab-case id.
    pub id: Text,
    /// The code of the question whose standard it belongs to.
    pub question: Option<Text>,
    /// Headline with `{it}` for the subjects, and the parts of what is required where it tells them apart.
    pub title: Text,
    /// How much it weighs.
    pub severity: Severity,
    /// The lowest that a local setting may make it.
    pub floor: Severity,
    /// First day on which it holds.
    pub from: Option<Ymd>,
    /// Last day on which it holds.
    pub until: Option<Ymd>,
    /// For whom it is judged.
    pub subjects: Subjects,
    /// Where it is judged at all: all of these hold.
    pub when: SmallVec<[ExprId; 4]>,
    /// What must hold.
    pub require: ExprId,
    /// Where the finding points.
    pub at: Option<PathId>,
}

/// An example of a rule or a question: an overlay on the complete example.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Example {
    /// The overlay.
    pub text: Text,
}

/// What people read of a rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct RuleText {
    /// The place of its pack among [`super::Texts::packs`].
    pub pack: usize,
    /// Why it matters.
    pub why: Text,
    /// What to do next.
    pub help: Text,
    /// How much that changes, from 1 (write down what is so already) to 5 (do not share); nothing where it is not said.
    pub effort: Option<u8>,
    /// Who decides.
    pub decides: Text,
    /// `stable` or `preview`.
    pub status: Text,
    /// The version that brought it.
    pub since: Text,
    /// Sources.
    pub cite: Vec<Citation>,
    /// The condition under which it is judged, as written.
    pub when: Option<Text>,
    /// The condition, as written.
    pub require: Text,
    /// The day on which the examples are judged, when it is not the pack's.
    pub example_day: Option<Ymd>,
    /// Fires exactly this rule.
    pub bad: Example,
    /// Fires nothing.
    pub good: Example,
}

/// What people read of a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct QuestionText {
    /// The place of its pack among [`super::Texts::packs`].
    pub pack: usize,
    /// The question in one sentence.
    pub asks: Text,
    /// Its group.
    pub group: Text,
    /// Why it matters.
    pub why: Text,
    /// What to do next.
    pub help: Text,
    /// Who decides.
    pub decides: Text,
    /// Sources.
    pub cite: Vec<Citation>,
    /// Leaves the question unanswered, or partly.
    pub bad: Example,
    /// Answers it in another way.
    pub good: Example,
}
