//! Questions and rules, compiled. What is only read by people is kept apart (`RuleText`, `QuestionText`), so that a run that
//! finds nothing need not load it.

use super::condition::{Expr, Path};
use crate::diagnostic::{Citation, Severity};
use crate::model::KindId;
use serde::{Deserialize, Serialize};

/// A day in a compiled policy: year, month, day.
pub type Ymd = (i16, i8, i8);

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
pub struct Subjects {
    /// The kinds, one or two (a flow's sides).
    pub kinds: Vec<KindId>,
    /// How they are called in conditions.
    pub name: String,
}

/// A part of a question: what must be said, and for whom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Its id within the question.
    pub id: String,
    /// For whom.
    pub subjects: Subjects,
    /// Which of them.
    pub only: Option<Expr>,
    /// What must be said.
    pub holds: Expr,
    /// What to say when it is not; `{it}` stands for the subjects.
    pub missing: String,
}

/// Something on the point of a question that answers no part of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Touch {
    /// For whom.
    pub subjects: Subjects,
    /// Which of them.
    pub only: Option<Expr>,
    /// What is said.
    pub holds: Expr,
    /// What to say of it.
    pub says: String,
}

/// A question of a checklist.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Its number.
    pub number: u16,
    /// Its code, such as `CHK-Q03`.
    pub code: String,
    /// Its kebab-case id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Where the answer belongs.
    pub belongs: Belongs,
    /// The subjects that hold the answer: vocabulary keywords.
    pub topics: Vec<String>,
    /// How much it weighs when unanswered.
    pub severity: Severity,
    /// Its parts.
    pub parts: Vec<Part>,
    /// What else touches the point.
    pub touches: Vec<Touch>,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Its code.
    pub code: String,
    /// Its kebab-case id.
    pub id: String,
    /// The code of the question whose standard it belongs to.
    pub question: Option<String>,
    /// Headline with `{it}` for the subjects.
    pub title: String,
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
    /// Where it is judged at all.
    pub when: Option<Expr>,
    /// What must hold.
    pub require: Expr,
    /// Where the finding points.
    pub at: Option<Path>,
}

/// An example of a rule or a question: an overlay on the complete example.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// The overlay.
    pub text: String,
}

/// What people read of a rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RuleText {
    /// Why it matters.
    pub why: String,
    /// What to do next.
    pub help: String,
    /// Who decides.
    pub decides: String,
    /// `stable` or `preview`.
    pub status: String,
    /// The version that brought it.
    pub since: String,
    /// Sources.
    pub cite: Vec<Citation>,
    /// The condition under which it is judged, as written.
    pub when: Option<String>,
    /// The condition, as written.
    pub require: String,
    /// The day on which the examples are judged, when it is not the pack's.
    pub example_day: Option<Ymd>,
    /// Fires exactly this rule.
    pub bad: Example,
    /// Fires nothing.
    pub good: Example,
}

/// What people read of a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuestionText {
    /// The question in one sentence.
    pub asks: String,
    /// Its group.
    pub group: String,
    /// Why it matters.
    pub why: String,
    /// What to do next.
    pub help: String,
    /// Who decides.
    pub decides: String,
    /// Sources.
    pub cite: Vec<Citation>,
    /// Leaves the question unanswered, or partly.
    pub bad: Example,
    /// Answers it in another way.
    pub good: Example,
}
