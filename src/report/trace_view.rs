//! Traces as plain data: what the text shows and what machines read.

use super::safe::safe_line;
use super::view::{Place, place_of};
use crate::diagnostic::Citation;
use crate::guide::{End, Met, Passage, Said, Step, Trace};
use crate::source::SourceFile;
use serde::Serialize;
use std::sync::Arc;

/// All traces of a run.
#[derive(Clone, Debug, Serialize)]
pub struct TraceView {
    /// Name and version of this shape.
    pub schema: &'static str,
    /// The day asked about.
    pub law_date: String,
    /// The day up to which the facts of the packs were checked.
    pub packs_checked: String,
    /// The records.
    pub documents: Vec<TraceDocument>,
}

/// A record with its ways.
#[derive(Clone, Debug, Serialize)]
pub struct TraceDocument {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: String,
    /// Its file.
    pub file: String,
    /// How many problems of text or names its file has.
    pub problems: usize,
    /// The procedures that concern it.
    pub procedures: Vec<TraceProcedure>,
    /// What is left open in it.
    pub open: Vec<SaidView>,
}

/// The way through one procedure.
#[derive(Clone, Debug, Serialize)]
pub struct TraceProcedure {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether it is gone through for some records only.
    pub also: bool,
    /// The questions.
    pub steps: Vec<StepView>,
    /// Where it ends.
    pub end: EndView,
    /// What would lead elsewhere, the nearest first.
    pub changes: Vec<ChangeView>,
}

/// A question on the way.
#[derive(Clone, Debug, Serialize)]
pub struct StepView {
    /// Its id.
    pub id: String,
    /// The question.
    pub ask: String,
    /// `yes`, `no` or `not-known-yet`; the last is followed as `no`.
    pub answer: &'static str,
    /// What settled it, or what was left open.
    pub evidence: Vec<SaidView>,
    /// The guidance that asks it.
    pub guidance: Vec<Citation>,
}

/// The end of a way.
#[derive(Clone, Debug, Serialize)]
pub struct EndView {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What the guidance asks for here.
    pub requires: String,
    /// Who decides.
    pub decides: String,
    /// What the guidance lets one expect of the decision.
    pub expects: Option<String>,
    /// Whether sharing and keeping back may both be right here, so that nothing is said on whether the decision fits.
    pub either: bool,
    /// What the record says of the decision.
    pub decision: Vec<SaidView>,
    /// Whether the two fit; nothing where that is not known.
    pub fits: Option<bool>,
    /// What the record does not show yet.
    pub missing: Vec<MissingView>,
    /// The guidance.
    pub guidance: Vec<Citation>,
}

/// Something that the record does not show yet.
#[derive(Clone, Debug, Serialize)]
pub struct MissingView {
    /// What is missing.
    pub says: String,
    /// What was left open on it.
    pub open: Vec<SaidView>,
}

/// Another answer to a question.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    /// The number of the step, from 1.
    pub step: usize,
    /// The id of its question.
    pub branch: String,
    /// The other answer.
    pub answer: &'static str,
    /// The id of the end to which it leads.
    pub end: String,
    /// Its title.
    pub title: String,
}

/// A place in the record with its first words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SaidView {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// The first words.
    pub words: String,
}

impl TraceView {
    /// A view of no record yet.
    pub fn new(law_date: String, packs_checked: String) -> Self {
        TraceView { schema: "sharewright.trace/1", law_date, packs_checked, documents: Vec::new() }
    }

    /// Adds the record of a file, which has some problems of its own.
    pub fn add(&mut self, files: &[Arc<SourceFile>], problems: usize, trace: &Trace<'_>) {
        let shows = Shows { files };
        self.documents.push(TraceDocument {
            name: trace.name.clone(),
            label: trace.label.clone(),
            file: files[0].path.clone(),
            problems,
            procedures: trace.passages.iter().map(|passage| shows.passage(passage)).collect(),
            open: shows.said(&trace.open),
        });
    }
}

/// Traces as indented JSON with a final line end.
pub fn trace_json(view: &TraceView) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(view).map(|json| json + "\n")
}

struct Shows<'a> {
    files: &'a [Arc<SourceFile>],
}

impl Shows<'_> {
    fn said(&self, said: &[Said]) -> Vec<SaidView> {
        said.iter().map(|said| SaidView { place: place_of(self.files, said.span), words: safe_line(&said.words).into_owned() }).collect()
    }

    fn passage(&self, passage: &Passage<'_>) -> TraceProcedure {
        let changes = passage.changes.iter().map(|change| ChangeView {
            step: change.step + 1,
            branch: passage.steps[change.step].branch.id.to_string(),
            answer: word(change.to),
            end: change.leaf.id.to_string(),
            title: change.leaf.title.to_string(),
        });
        TraceProcedure {
            id: passage.procedure.id.to_string(),
            title: passage.procedure.title.to_string(),
            also: passage.procedure.when.is_some(),
            steps: passage.steps.iter().map(|step| self.step(step)).collect(),
            end: self.end(&passage.end),
            changes: changes.collect(),
        }
    }

    fn step(&self, step: &Step<'_>) -> StepView {
        StepView { id: step.branch.id.to_string(), ask: step.branch.ask.to_string(), answer: word(step.met), evidence: self.said(&step.said), guidance: step.branch.cite.clone() }
    }

    fn end(&self, end: &End<'_>) -> EndView {
        let missing = end.missing.iter().map(|(says, open)| MissingView { says: (*says).to_owned(), open: self.said(open) });
        EndView {
            id: end.leaf.id.to_string(),
            title: end.leaf.title.to_string(),
            requires: end.leaf.requires.to_string(),
            decides: end.leaf.decides.to_string(),
            expects: end.leaf.expects.as_ref().map(|expects| expects.says.to_string()),
            either: end.leaf.expects.as_ref().is_some_and(|expects| expects.either),
            decision: self.said(&end.decision),
            fits: end.fits,
            missing: missing.collect(),
            guidance: end.leaf.cite.clone(),
        }
    }
}

fn word(met: Met) -> &'static str {
    match met {
        Met::Yes => "yes",
        Met::No => "no",
        Met::NotKnown => "not-known-yet",
    }
}
