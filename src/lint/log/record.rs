//! One disclosure record as a line of the log.

use super::law::{LawOf, cited};
use super::path::{at, called};
use super::reviews::{self, Expected};
use super::times::{self, FollowUp, Time};
use crate::law::Law;
use crate::model::{Day, Model, NodeId, State, Word, once};
use crate::policy::Policy;
use crate::source::FileId;
use jiff::civil::Date;

/// What is to be done by when, and what is looked at again, with the law and the day.
pub struct LogRules<'a> {
    law: &'a Law<'a>,
    times: Vec<Time>,
    expected: Vec<Expected>,
    today: Date,
}

impl<'a> LogRules<'a> {
    /// Reads the registers of a policy. The error says what a register lacks.
    pub fn new(policy: &Policy, law: &'a Law<'a>, today: Date) -> Result<Self, String> {
        let times = policy.register_named("reply-times").map_or_else(|| Ok(Vec::new()), |(_, register)| times::read(register).map_err(|fault| format!("`reply-times`: {fault}")));
        let expected = policy.register_named("reviews-expected").map_or_else(|| Ok(Vec::new()), |(_, register)| reviews::read(register).map_err(|fault| format!("`reviews-expected`: {fault}")));
        Ok(LogRules { law, times: times?, expected: expected?, today })
    }
}

/// A disclosure record, told in kinds, days and local references.
#[derive(Clone, Debug)]
pub struct LogRecord {
    /// Its reference, or its name where it has none.
    pub reference: String,
    /// The local reference of the person. It is shown only where that is asked for.
    pub person: Option<String>,
    /// What set it going.
    pub started: Option<Word>,
    /// How it was decided; nothing while it is not.
    pub decision: Option<Word>,
    /// When.
    pub decided: Option<Day>,
    /// The kinds of decision.
    pub classes: Vec<Word>,
    /// The kind of body that asked; nothing where nobody did.
    pub kind: Option<Word>,
    /// The offices or organisations that asked, as far as their names name nobody.
    pub askers: Vec<String>,
    /// The names by which those are also known in the files.
    pub(super) asker_names: Vec<String>,
    /// The profession of the one whose judgement it was.
    pub profession: Option<Word>,
    /// The law that it rests on.
    pub law: Vec<LawOf>,
    /// The grounds in confidence, the first choice first.
    pub grounds: Vec<Word>,
    /// What is overdue, and what was late.
    pub follow_ups: Vec<FollowUp>,
    /// Why it awaits a review.
    pub awaits: Option<String>,
}

/// The disclosure records of the first file of a model, in the order of the text.
pub fn records(model: &Model<'_>, rules: &LogRules<'_>) -> Vec<LogRecord> {
    let top = model.file_node(FileId(0));
    model.children_named(top, "disclosure").iter().map(|record| told(model, *record, rules)).collect()
}

fn told(model: &Model<'_>, record: NodeId, rules: &LogRules<'_>) -> LogRecord {
    let words = |path: &str| -> Vec<Word> { at(model, record, path).iter().flat_map(|place| place.words(model)).collect() };
    let word = |path: &str| words(path).into_iter().next();
    let text = |path: &str| at(model, record, path).iter().flat_map(|place| place.texts(model)).find(|text| !text.trim().is_empty());
    let decision = word("decision");
    let kind = word("request");
    let (askers, asker_names) = askers(model, record, kind.as_ref());
    LogRecord {
        reference: text("reference").unwrap_or_else(|| model.name(record).to_owned()),
        person: model.children_named(record, "person").iter().map(|person| called(model, *person)).next(),
        started: word("started"),
        decided: at(model, record, "decision.on").first().and_then(|place| place.day(model)),
        classes: words("class"),
        kind,
        askers,
        asker_names,
        profession: word("judged-by.profession"),
        law: cited(model, rules.law, record),
        grounds: words("confidence"),
        follow_ups: times::follow_ups(model, record, &rules.times, rules.today),
        awaits: reviews::awaited(model, record, &rules.expected, decision.is_some()),
        decision,
    }
}

/// Whom the asker speaks for: organisations that the files define, and offices of the state by the name that is written. Any other text
/// may name a person, and a family or an employer may tell who the person is: they are left out.
fn askers(model: &Model<'_>, record: NodeId, kind: Option<&Word>) -> (Vec<String>, Vec<String>) {
    let (mut labels, mut names): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    if kind.is_none_or(|kind| kind.is("near-person")) {
        return (labels, names);
    }
    let is_office = kind.is_some_and(|kind| kind.is("public-office"));
    for place in ["request.officer.of", "request.officer.for"].into_iter().flat_map(|path| at(model, record, path)) {
        let targets = place.targets(model).into_iter().filter(|target| model.kind(*target).word == "party" && model.node(*target).state == State::Stated);
        for target in targets {
            labels.push(called(model, target));
            names.push(model.name(target).to_owned());
        }
        if is_office {
            labels.extend(place.texts(model));
        }
    }
    (once(labels), names)
}
