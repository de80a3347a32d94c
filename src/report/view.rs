//! Findings and checklists as plain data, for the formats that machines read.

use super::safe::safe_line;
use crate::diagnostic::{Citation, Diagnostic, FixSafety, Severity, State};
use crate::lint::{Answer, Checked, Standard};
use crate::model::{document_words, once};
use crate::policy::Belongs;
use crate::source::{SourceFile, Sources, Span};
use serde::Serialize;
use std::borrow::Cow;
use std::sync::Arc;

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Path.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A span as a place.
pub fn place_of(files: &[Arc<SourceFile>], span: Span) -> Place {
    let file = files.file(span.file);
    let (line, column) = file.line_column(span.range.start);
    Place { file: file.path.clone(), line, column, start: span.range.start, end: span.range.end }
}

/// A further place of a finding.
#[derive(Clone, Debug, Serialize)]
pub struct LabelView {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// The remark.
    pub text: String,
}

/// A change that would answer a finding.
#[derive(Clone, Debug, Serialize)]
pub struct FixView {
    /// What it does.
    pub title: String,
    /// What is replaced.
    #[serde(flatten)]
    pub place: Place,
    /// With what.
    pub replacement: String,
    /// How safely.
    pub safety: FixSafety,
}

/// A finding.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct FindingView {
    /// Code.
    pub code: String,
    /// Kebab-case id.
    pub rule: String,
    /// Severity.
    pub severity: Severity,
    /// Headline.
    pub headline: String,
    /// Where.
    pub place: Place,
    /// Further places.
    pub labels: Vec<LabelView>,
    /// Facts of the finding.
    pub notes: Vec<String>,
    /// Why it matters.
    pub why: String,
    /// What to do next.
    pub help: String,
    /// Who decides.
    pub decides: String,
    /// Sources.
    pub citations: Vec<Citation>,
    /// Changes that would answer it.
    pub fixes: Vec<FixView>,
    /// Stays when lines move; in hexadecimal.
    pub fingerprint: String,
    /// `active`, `waived` or `known`.
    pub state: &'static str,
    /// Why and until when it is waived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiver: Option<WaiverView>,
}

/// A waiver of a finding.
#[derive(Clone, Debug, Serialize)]
pub struct WaiverView {
    /// Why.
    pub reason: String,
    /// Until when.
    pub until: String,
}

/// A finding as plain data.
pub fn finding_view(files: &[Arc<SourceFile>], finding: &Diagnostic) -> FindingView {
    let label = |label: &crate::diagnostic::Label| LabelView { place: place_of(files, label.span), text: label.text.clone() };
    let (state, waiver) = match &finding.state {
        State::Active => ("active", None),
        State::Known => ("known", None),
        State::Waived { reason, until } => ("waived", Some(WaiverView { reason: reason.clone(), until: until.clone() })),
    };
    FindingView {
        code: finding.code.to_string(),
        rule: finding.rule.to_string(),
        severity: finding.severity,
        headline: finding.headline.clone(),
        place: place_of(files, finding.at()),
        labels: finding.labels.iter().skip(1).map(label).collect(),
        notes: finding.notes.clone(),
        why: finding.why.to_string(),
        help: finding.help.to_string(),
        decides: finding.decides.to_string(),
        citations: finding.citations.clone(),
        fixes: finding.fixes.iter().map(|fix| FixView { title: fix.title.clone(), place: place_of(files, fix.span), replacement: fix.replacement.clone(), safety: fix.safety }).collect(),
        fingerprint: format!("{:016x}", finding.fingerprint),
        state,
        waiver,
    }
}

/// Everything that a checklist report says.
#[derive(Clone, Debug, Serialize)]
pub struct ChecklistView {
    /// Name and version of this shape.
    pub schema: &'static str,
    /// The day asked about.
    pub law_date: String,
    /// The day up to which the facts of the packs were checked.
    pub packs_checked: String,
    /// The agreements, disclosure records and policies.
    pub documents: Vec<ChecklistDocument>,
    /// Files that could not be read or parsed whole, with how many problems each has.
    pub problems: Vec<FindingView>,
}

/// A document and its answers.
#[derive(Clone, Debug, Serialize)]
pub struct ChecklistDocument {
    /// Name.
    pub name: String,
    /// Label.
    pub label: String,
    /// File.
    pub file: String,
    /// Keyword.
    pub kind: String,
    /// Questions in order.
    pub questions: Vec<ChecklistQuestion>,
    /// Findings that belong to no question.
    pub findings: Vec<FindingView>,
}

/// A checklist for people: the same, with places and shortfalls as lines.
#[derive(Clone, Debug, Serialize)]
pub struct PrintedChecklist<'a> {
    title: &'static str,
    law_date: &'a str,
    packs_checked: &'a str,
    documents: Vec<PrintedDocument<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct PrintedDocument<'a> {
    called: &'static str,
    name: Cow<'a, str>,
    label: Cow<'a, str>,
    file: Cow<'a, str>,
    questions: Vec<PrintedQuestion<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct PrintedQuestion<'a> {
    number: u16,
    title: &'a str,
    answer: Answer,
    standard: Standard,
    lines: Vec<String>,
    shortfalls: Vec<String>,
}

/// A question and its answer.
#[derive(Clone, Debug, Serialize)]
pub struct ChecklistQuestion {
    /// Code.
    pub id: String,
    /// Number.
    pub number: u16,
    /// Title.
    pub title: String,
    /// Where the guide wants the answer.
    pub belongs: Belongs,
    /// First axis.
    pub answer: Answer,
    /// Second axis.
    pub standard: Standard,
    /// The places that decided.
    pub evidence: Vec<Place>,
    /// What is missing.
    pub missing: Vec<String>,
    /// Conditions set aside by waivers.
    pub waived: usize,
    /// Findings.
    pub findings: Vec<FindingView>,
}

impl ChecklistQuestion {
    /// The conditions of the standard that do not hold, one a line.
    pub fn falls_short(&self) -> impl Iterator<Item = String> + '_ {
        self.findings.iter().filter(|finding| finding.code != self.id).map(|finding| {
            let state = if finding.state == "waived" { "waived" } else { finding.severity.word() };
            format!("{} {state}: {}", finding.code, finding.headline)
        })
    }
}

impl ChecklistQuestion {
    fn printed(&self) -> PrintedQuestion<'_> {
        let shortfalls = self.missing.iter().cloned().chain(self.falls_short()).collect();
        PrintedQuestion { number: self.number, title: &self.title, answer: self.answer, standard: self.standard, lines: self.lines(), shortfalls }
    }

    /// `file:line` of each place that decided, each once.
    fn lines(&self) -> Vec<String> {
        once(self.evidence.iter().map(|place| format!("{}:{}", safe_line(&place.file), place.line)))
    }
}

impl ChecklistView {
    /// The view for a document that people read.
    pub fn printed(&self) -> PrintedChecklist<'_> {
        let documents = self.documents.iter().map(|document| PrintedDocument {
            called: document_words(&document.kind).0,
            name: safe_line(&document.name),
            label: safe_line(&document.label),
            file: safe_line(&document.file),
            questions: document.questions.iter().map(ChecklistQuestion::printed).collect(),
        });
        PrintedChecklist { title: self.title(), law_date: &self.law_date, packs_checked: &self.packs_checked, documents: documents.collect() }
    }

    /// What the whole is called: by the questions of the only kind of document, or of all.
    fn title(&self) -> &'static str {
        match self.documents.first().map(|first| first.kind.as_str()).filter(|kind| self.documents.iter().all(|document| document.kind == *kind)) {
            Some("agreement") => "Partnership checklist",
            Some("disclosure") => "Questions on each decision to disclose",
            _ => "Checklists",
        }
    }

    /// With no documents yet.
    pub fn new(law_date: String, packs_checked: String) -> Self {
        ChecklistView { schema: "sharewright.checklist/1", law_date, packs_checked, documents: Vec::new(), problems: Vec::new() }
    }

    /// Adds the documents of a file.
    pub fn add(&mut self, checked: &Checked) {
        let view = |finding: &Diagnostic| finding_view(&checked.files, finding);
        self.problems.extend(checked.problems.iter().map(view));
        for document in &checked.documents {
            let belongs: Vec<usize> = document.questions.iter().flat_map(|question| question.findings.iter().copied()).collect();
            self.documents.push(ChecklistDocument {
                name: document.name.clone(),
                label: document.label.clone(),
                file: checked.files[0].path.clone(),
                kind: document.kind.to_string(),
                questions: document
                    .questions
                    .iter()
                    .map(|question| ChecklistQuestion {
                        id: question.code.to_string(),
                        number: question.number,
                        title: question.title.to_string(),
                        belongs: question.belongs,
                        answer: question.answer,
                        standard: question.standard,
                        evidence: question.evidence.iter().map(|span| place_of(&checked.files, *span)).collect(),
                        missing: question.missing.clone(),
                        waived: question.waived,
                        findings: question.findings.iter().map(|index| view(&document.findings[*index])).collect(),
                    })
                    .collect(),
                findings: document.findings.iter().enumerate().filter(|(index, _)| !belongs.contains(index)).map(|(_, finding)| view(finding)).collect(),
            });
        }
    }
}
