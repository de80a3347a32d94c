//! Questions, judged on two axes that are never mixed: does the text answer it, and do the conditions of the day hold.

use super::eval::{Context, eval};
use super::evidence::Evidence;
use super::findings::explain;
use super::item::Item;
use super::subjects::{Index, called, subjects};
use crate::diagnostic::{Diagnostic, Severity, fingerprint};
use crate::model::{NodeId, State, label_of, once, quoted_list};
use crate::policy::condition::ExprId;
use crate::policy::{Belongs, Question, QuestionText};
use crate::source::{Span, Text};
use serde::{Deserialize, Serialize};

/// Whether the text answers a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Every part, for all whom it concerns.
    Answered,
    /// Some of it.
    Partly,
    /// Nothing.
    Unanswered,
    /// Said not to apply, with the reason.
    NotApplicable,
    /// Left to a parent agreement that is not loaded: not checked.
    Inherited,
}

/// Whether the conditions in force on the day hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standard {
    /// Every error and warning condition holds.
    Met,
    /// Every error condition holds, some warning does not.
    Weak,
    /// Some error condition does not hold.
    NotMet,
    /// There is nothing to judge.
    None,
}

/// A question with its answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct QuestionResult {
    /// Code of the question.
    pub code: Text,
    /// Its number.
    pub number: u16,
    /// Its title.
    pub title: Text,
    /// Where the guide wants the answer.
    pub belongs: Belongs,
    /// The answer.
    pub answer: Answer,
    /// The standard.
    pub standard: Standard,
    /// The places that decided.
    pub evidence: Vec<Span>,
    /// What is missing, or what is only touched, one a line.
    pub missing: Vec<String>,
    /// Conditions set aside by waivers.
    pub waived: usize,
    /// The document's findings that belong to it: indexes into its findings.
    pub findings: Vec<usize>,
}

/// What evaluating the answer gives.
#[derive(Clone)]
pub(super) struct Answered {
    pub(super) answer: Answer,
    pub(super) evidence: Vec<Span>,
    pub(super) missing: Vec<String>,
    /// What is missing names a line.
    pub(super) names_line: bool,
}

/// Judges whether the text answers a question.
pub(super) fn answer(context: &Context<'_>, index: &Index, question: &Question) -> Answered {
    let mut evidence = Evidence::places();
    if let Some(node) = set_aside(context, question.number) {
        evidence.note(context, Item::Node(node));
        return Answered { answer: Answer::NotApplicable, evidence: evidence.into_spans(), missing: Vec::new(), names_line: false };
    }
    let mut missing = Vec::new();
    let (mut whole, mut judged, mut some) = (true, false, false);
    for part in &question.parts {
        let all = subjects(context.model, context.arrangement, index, &part.subjects);
        let (mut meant, mut lacking) = (0, Vec::new());
        for subject in all.iter() {
            match holds(context, part.only, part.holds, *subject, &mut evidence) {
                None => continue,
                Some(true) => some = true,
                Some(false) => lacking.push(called(context.model, *subject)),
            }
            meant += 1;
        }
        // A part that concerns nobody here says nothing; one whose subjects are not written at all is not answered.
        if meant > 0 || all.is_empty() {
            judged = true;
            whole &= lacking.is_empty() && !all.is_empty();
            if all.is_empty() {
                missing.push(format!("no {} is written", part.subjects.name));
            } else if !lacking.is_empty() {
                missing.push(part.missing.replace("{it}", &quoted_list(&lacking)));
            }
        }
    }
    let mut answer = if whole && judged { Answer::Answered } else { Answer::Partly };
    if answer == Answer::Partly && !touched(context, index, question, &mut evidence, &mut missing) && !some {
        answer = elsewhere(context, question, &mut evidence);
    }
    let mut names_line = false;
    match answer {
        Answer::NotApplicable | Answer::Inherited => missing.clear(),
        Answer::Partly | Answer::Unanswered => {
            let unseen = unseen(context, question);
            names_line = unseen.is_some();
            missing.extend(unseen);
        }
        Answer::Answered => {}
    }
    Answered { answer, evidence: evidence.into_spans(), missing: once(missing), names_line }
}

/// Whether a condition holds for a subject; nothing for one that is not meant. Evidence of what does not hold is taken back.
fn holds(context: &Context<'_>, only: Option<ExprId>, holds: ExprId, subject: Item, evidence: &mut Evidence) -> Option<bool> {
    let mut slots = context.slots(subject);
    if only.is_some_and(|only| eval(context, only, &mut slots, &mut Evidence::none()) != Some(true)) {
        return None;
    }
    let mark = evidence.mark();
    let holds = eval(context, holds, &mut slots, evidence) == Some(true);
    if !holds {
        evidence.back_to(mark);
    }
    Some(holds)
}

/// Whether something on the point is said; what it is is told first.
fn touched(context: &Context<'_>, index: &Index, question: &Question, evidence: &mut Evidence, missing: &mut Vec<String>) -> bool {
    let mut any = false;
    for touch in &question.touches {
        let all = subjects(context.model, context.arrangement, index, &touch.subjects);
        // Each subject is asked, so that every place is noted.
        let said = all.iter().filter(|subject| holds(context, touch.only, touch.holds, **subject, evidence) == Some(true)).count() > 0;
        if said {
            missing.push(touch.says.to_string());
        }
        any |= said;
    }
    any
}

/// The statement `question N none because ...`.
fn set_aside(context: &Context<'_>, number: u16) -> Option<NodeId> {
    let model = context.model;
    let statements = model.children_named(context.arrangement.document, "question");
    statements.iter().copied().find(|node| {
        let own = model.values(*node).iter().any(|value| matches!(value, crate::model::Value::Number(_, own) if *own == i64::from(number)));
        own && model.node(*node).state == State::NoneBecause
    })
}

/// With nothing said: not applicable with a reason, left to a parent that is not loaded, or unanswered.
fn elsewhere(context: &Context<'_>, question: &Question, evidence: &mut Evidence) -> Answer {
    let model = context.model;
    let with_state = |state: State| {
        let topics = question.topics.iter().flat_map(|topic| context.arrangement.working().flat_map(move |place| model.children_named(place, topic)));
        topics.copied().find(|node| model.node(*node).state == state)
    };
    if let Some(node) = with_state(State::NoneBecause) {
        evidence.note(context, Item::Node(node));
        return Answer::NotApplicable;
    }
    if let Some(node) = with_state(State::Inherited) {
        evidence.note(context, Item::Node(node));
        return Answer::Inherited;
    }
    let left = context.arrangement.parent_missing && question.topics.iter().any(|topic| context.arrangement.inherits.iter().any(|left| left == topic));
    if left {
        for node in model.children_named(context.arrangement.document, "inherits") {
            evidence.note(context, Item::Node(*node));
        }
        return Answer::Inherited;
    }
    Answer::Unanswered
}

/// A section that is known to be there and whose text was not seen: no answer, and not silence either.
fn unseen(context: &Context<'_>, question: &Question) -> Option<String> {
    let model = context.model;
    let on_the_point = |node: &NodeId| question.topics.iter().any(|topic| model.has_word(*node, topic));
    let found = context.arrangement.working().flat_map(|place| model.children_named(place, "unseen")).copied().find(on_the_point)?;
    let (line, _) = model.files[model.node(found).file.0 as usize].source.line_column(model.node(found).head.start);
    Some(format!("the document has a section on this whose text was not seen (line {line}); look there before asking for more"))
}

/// The finding of a question that is not wholly answered.
pub(super) fn finding<'t>(context: &Context<'_>, question: &Question, text: impl FnOnce() -> &'t QuestionText, result: &Answered) -> Option<Diagnostic> {
    let (severity, how): (Severity, &str) = match result.answer {
        Answer::Unanswered => (question.severity, "is not answered"),
        Answer::Partly => (question.severity.lowered(), "is answered in part"),
        _ => return None,
    };
    let agreement = context.arrangement.document;
    let at = result.evidence.first().copied().unwrap_or_else(|| context.model.anchor(agreement));
    let name = label_of(context.model, agreement);
    let lower = lower_first(&question.title);
    let mut finding = Diagnostic::new(&question.code, &question.id, severity, format!("question {} {how} in `{name}`: {lower}", question.number), at);
    if result.answer == Answer::Partly {
        finding = finding.saying("what is said");
    }
    finding.notes.extend(result.missing.iter().cloned());
    finding.fingerprint = fingerprint(&[&question.code, &name]);
    let text = text();
    explain(&mut finding, [&text.why, &text.help, &text.decides], &text.cite);
    Some(finding)
}

/// A title within a sentence; `DPIA` keeps its capitals.
pub(super) fn lower_first(title: &str) -> String {
    let mut chars = title.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => first.to_lowercase().chain(chars).collect(),
        _ => title.to_owned(),
    }
}
