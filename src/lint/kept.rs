//! What was found in a file, as bytes, to be kept from one run to the next. What people read of a rule or a question is left out where it
//! is as the policy has it: it is put back from there. The evidence of answers is not kept: findings do not tell it.

use super::checklist::{Answer, QuestionResult, Standard};
use super::footing::Footing;
use super::run::{Checked, DocumentResult, Judge};
use crate::diagnostic::{Citation, Diagnostic};
use crate::policy::{Policy, Texts};
use crate::source::{SourceFile, Text};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Packs what was found, and unpacks it for the same policy.
pub struct Keeper<'a> {
    policy: &'a Policy,
    texts: &'a Texts,
    /// The places of rules and of questions among the texts, by code.
    rules: FxHashMap<&'a str, usize>,
    questions: FxHashMap<&'a str, usize>,
}

/// What people read of a rule or a question.
struct Prose<'a> {
    why: &'a Text,
    help: &'a Text,
    decides: &'a Text,
    cite: &'a [Citation],
}

/// What was found in a file.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct Kept {
    problems: Vec<Diagnostic>,
    documents: Vec<KeptDocument>,
    /// Of each finding, in order: whether its prose was left out.
    bare: Vec<bool>,
}

/// A document, without what the policy says of its questions, and without the places of their answers.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
struct KeptDocument {
    name: String,
    label: String,
    kind: Text,
    findings: Vec<Diagnostic>,
    questions: Vec<KeptQuestion>,
}

#[derive(Serialize, Deserialize)]
struct KeptQuestion {
    answer: Answer,
    standard: Standard,
    waived: usize,
    findings: Vec<usize>,
}

impl KeptDocument {
    fn of(document: &DocumentResult) -> Self {
        let question = |question: &QuestionResult| KeptQuestion { answer: question.answer, standard: question.standard, waived: question.waived, findings: question.findings.clone() };
        KeptDocument {
            name: document.name.clone(),
            label: document.label.clone(),
            kind: document.kind.clone(),
            findings: document.findings.clone(),
            questions: document.questions.iter().map(question).collect(),
        }
    }

    /// Nothing when the policy asks other questions.
    fn unpacked(self, policy: &Policy) -> Option<DocumentResult> {
        let asked = policy.set(&self.kind).map_or(&[][..], |set| &set.questions);
        if asked.len() != self.questions.len() {
            return None;
        }
        let questions = asked.iter().zip(self.questions).map(|(question, kept)| QuestionResult {
            code: question.code.clone(),
            number: question.number,
            title: question.title.clone(),
            belongs: question.belongs,
            answer: kept.answer,
            standard: kept.standard,
            evidence: Vec::new(),
            missing: Vec::new(),
            waived: kept.waived,
            findings: kept.findings,
        });
        Some(DocumentResult { name: self.name, label: self.label, kind: self.kind, questions: questions.collect(), findings: self.findings, footing: Footing::default() })
    }
}

impl Kept {
    fn findings(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.problems.iter_mut().chain(self.documents.iter_mut().flat_map(|document| &mut document.findings))
    }
}

impl<'a> Keeper<'a> {
    /// For what a judge finds.
    pub fn new(judge: &Judge<'a>) -> Self {
        let rules = judge.policy.rules().enumerate().map(|(place, rule)| (rule.code.as_str(), place)).collect();
        let questions = judge.policy.questions().enumerate().map(|(place, question)| (question.code.as_str(), place)).collect();
        Keeper { policy: judge.policy, texts: judge.texts, rules, questions }
    }

    fn prose(&self, code: &str) -> Option<Prose<'a>> {
        if let Some(place) = self.rules.get(code) {
            let text = self.texts.rules.get(*place);
            return Some(Prose { why: &text.why, help: &text.help, decides: &text.decides, cite: &text.cite });
        }
        let text = self.texts.questions.get(*self.questions.get(code)?);
        Some(Prose { why: &text.why, help: &text.help, decides: &text.decides, cite: &text.cite })
    }

    /// What was found, packed. Nothing when a file shows something else than its own text.
    pub fn pack(&self, checked: &Checked, read: &[Arc<SourceFile>]) -> Option<Vec<u8>> {
        let is_plain = checked.files.len() == read.len() && checked.files.iter().zip(read).all(|(shown, read)| Arc::ptr_eq(shown, read) || shown.text == read.text);
        if !is_plain {
            return None;
        }
        let mut kept = Kept { problems: checked.problems.clone(), documents: checked.documents.iter().map(KeptDocument::of).collect(), bare: Vec::new() };
        let mut bare = Vec::new();
        for finding in kept.findings() {
            let prose = self.prose(&finding.code).filter(|prose| *prose.why == finding.why && *prose.help == finding.help && *prose.decides == finding.decides && *prose.cite == *finding.citations);
            bare.push(prose.is_some());
            if prose.is_some() {
                (finding.why, finding.help, finding.decides, finding.citations) = (Text::default(), Text::default(), Text::default(), Vec::new());
            }
        }
        kept.bare = bare;
        postcard::to_stdvec(&kept).ok()
    }

    /// What was packed. Nothing when the bytes are not of this tool.
    pub fn unpack(&self, packed: &'static [u8], files: Vec<Arc<SourceFile>>) -> Option<Checked> {
        let mut kept: Kept = postcard::from_bytes(packed).ok()?;
        let bare = std::mem::take(&mut kept.bare);
        for (finding, bare) in kept.findings().zip(bare) {
            if bare {
                let prose = self.prose(&finding.code)?;
                (finding.why, finding.help, finding.decides, finding.citations) = (prose.why.clone(), prose.help.clone(), prose.decides.clone(), prose.cite.to_vec());
            }
        }
        let documents = kept.documents.into_iter().map(|document| document.unpacked(self.policy)).collect::<Option<_>>()?;
        Some(Checked { files, problems: kept.problems, documents })
    }
}
