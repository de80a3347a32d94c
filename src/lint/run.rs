//! One file, judged: its own text, its names, and every agreement, disclosure record and policy in it.

use super::again::{Memory, Standing, Stood};
use super::checklist::{Answer, QuestionResult, Standard, answer, finding};
use super::citations::citations;
use super::eval::Context;
use super::findings::{in_force, judge as judge_rule};
use super::footing::{Footing, footing};
use super::identities::identities;
use super::notes::Mentions;
use super::open_points::{open_beside, open_points};
use super::subjects::Index;
use super::terms::TermPlaces;
use super::waivers;
use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::law::Law;
use crate::model::{Arrangement, Model, arrangements, label_of};
use crate::policy::{Policy, RuleSet, Texts};
use crate::source::{FileId, SourceFile, Text, TextRange};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// What judges: a policy, its prose, and the day.
pub struct Judge<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// What people read of it.
    pub texts: &'a Texts,
    /// Its law.
    pub law: &'a Law<'a>,
    /// The day asked about.
    pub today: Date,
    /// Whether everything that an agreement cites is wanted, too.
    pub footing: bool,
}

/// A document, judged.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct DocumentResult {
    /// Its name.
    pub name: String,
    /// Its label, without quotation marks.
    pub label: String,
    /// Its keyword: `agreement`, `disclosure`, `policy`.
    pub kind: Text,
    /// Every question in order.
    pub questions: Vec<QuestionResult>,
    /// Its findings, sorted.
    pub findings: Vec<Diagnostic>,
    /// What it cites, when that was asked for.
    #[serde(skip)]
    pub footing: Footing,
}

/// A file, judged.
#[derive(Debug)]
pub struct Checked {
    /// The files that findings may point into; the first is the one that was judged. What identifies a person is hidden in them: whoever
    /// changes a file must read it again.
    pub files: Vec<Arc<SourceFile>>,
    /// What is wrong with its text and names.
    pub problems: Vec<Diagnostic>,
    /// The agreements, disclosure records and policies in it.
    pub documents: Vec<DocumentResult>,
}

impl Checked {
    /// All findings of the file in the order of place and code.
    pub fn findings(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.problems.iter().chain(self.documents.iter().flat_map(|document| &document.findings)).collect();
        all.sort_by(|left, right| order(left).cmp(&order(right)));
        all
    }

    /// All findings of the file, to be marked.
    pub(super) fn findings_mut(&mut self) -> impl Iterator<Item = &mut Diagnostic> {
        self.problems.iter_mut().chain(self.documents.iter_mut().flat_map(|document| &mut document.findings))
    }

    /// Puts what was wrong with reading the file before all else.
    pub fn begin_with(&mut self, problems: Vec<Diagnostic>) {
        // A file that could not be read is not also blamed for being empty.
        if problems.iter().any(|problem| problem.code.starts_with("IO")) {
            self.problems.retain(|problem| problem.code != "SYN-09");
        }
        self.problems.splice(0..0, problems);
    }
}

fn order(finding: &Diagnostic) -> (FileId, u32, &str, &str) {
    let at = finding.at();
    (at.file, at.range.start, &finding.code, &finding.headline)
}

/// Judges the first file of a model. What identifies a person is told, and hidden from all else that is told.
pub fn judge(judge: &Judge<'_>, model: &Model<'_>) -> Checked {
    judge_with(judge, model, |_, checked| checked)
}

/// The findings of the first file of a model, with what is known of texts and files that were judged before. The evidence of questions that
/// are answered as they were is left out.
pub fn judge_again<'p>(judge: &Judge<'_>, model: &Rc<Model<'p>>, memory: &Memory<'p>) -> Checked {
    let Some(found) = identities(judge.policy, model) else { return compared(judge, model, Vec::new(), memory) };
    let checked = compared(judge, &Rc::new(found.model), found.findings, memory);
    without_hidden(checked, &found.hidden)
}

/// Judges the first file of a model and makes something of that, and of the model with what identifies a person hidden.
pub fn judge_with<T>(judge: &Judge<'_>, model: &Model<'_>, make: impl FnOnce(&Model<'_>, Checked) -> T) -> T {
    let Some(found) = identities(judge.policy, model) else { return make(model, judged(judge, model, Vec::new())) };
    let checked = without_hidden(judged(judge, &found.model, found.findings), &found.hidden);
    make(&found.model, checked)
}

/// What is hidden cannot be read, and that it cannot be read is no fault of the text.
fn without_hidden(mut checked: Checked, hidden: &[TextRange]) -> Checked {
    let is_hidden = |range: TextRange| hidden.iter().any(|hidden| hidden.start <= range.start && range.end <= hidden.end);
    checked.problems.retain(|problem| !problem.code.starts_with("SYN") || problem.at().file != FileId(0) || !is_hidden(problem.at().range));
    checked
}

/// What identifies a person in the first file of a model, each with what to write in its place.
pub fn identifying(policy: &Policy, model: &Model<'_>) -> Vec<Diagnostic> {
    identities(policy, model).map_or_else(Vec::new, |found| found.findings)
}

/// Looks at a model with what identifies a person hidden.
pub fn hiding<T>(policy: &Policy, model: &Model<'_>, look: impl FnOnce(&Model<'_>) -> T) -> T {
    match identities(policy, model) {
        Some(found) => look(&found.model),
        None => look(model),
    }
}

fn judged(judge: &Judge<'_>, model: &Model<'_>, found: Vec<Diagnostic>) -> Checked {
    let mentions = Mentions::default();
    let terms = TermPlaces::new(judge.policy, model, &mentions, judge.today, None);
    let mut problems = problems(judge, model, found, &terms);
    let arrangements = arrangements(model, FileId(0));
    let judged = arrangements.iter().map(|arrangement| document(judge, model, arrangement, &Index::new(model, arrangement), &mentions, &mut Standing::default(), &mut problems));
    let documents = judged.collect();
    Checked { files: sources(model), problems, documents }
}

/// Judges a model as far as it is other than the one that was judged before.
fn compared<'p>(judge: &Judge<'_>, model: &Rc<Model<'p>>, found: Vec<Diagnostic>, memory: &Memory<'p>) -> Checked {
    let before = memory.recall(model, judge.today);
    let mentions = Mentions::remembering(&memory.said);
    let terms = TermPlaces::new(judge.policy, model, &mentions, judge.today, before.as_ref().map(|(before, changes)| (before.terms(), changes)));
    let mut problems = problems(judge, model, found, &terms);
    let mut stood: Vec<Stood> = Vec::new();
    let mut documents = Vec::new();
    for (place, arrangement) in arrangements(model, FileId(0)).into_iter().enumerate() {
        let index = Index::new(model, &arrangement);
        let known = before.as_ref().and_then(|(before, changes)| Some((before.document(place)?, changes)));
        let mut standing = Standing::new(memory, judge.policy, model, &arrangement, &index, known);
        documents.push(document(judge, model, &arrangement, &index, &mentions, &mut standing, &mut problems));
        stood.push(standing.stood(arrangement, index));
    }
    memory.keep(Rc::clone(model), judge.today, terms, stood);
    Checked { files: sources(model), problems, documents }
}

fn sources(model: &Model<'_>) -> Vec<Arc<SourceFile>> {
    model.files.iter().map(|file| Arc::clone(&file.source)).collect()
}

/// What is wrong with text, names, citations and terms, in the order of places.
fn problems(judge: &Judge<'_>, model: &Model<'_>, found: Vec<Diagnostic>, terms: &TermPlaces) -> Vec<Diagnostic> {
    let first = FileId(0);
    let mut problems: Vec<Diagnostic> = model.files[0].tree.problems.iter().map(|problem| problem.clone().in_file(first)).collect();
    problems.extend(model.problems.iter().filter(|problem| problem.at().file == first).cloned());
    problems.extend(citations(judge.law, model));
    problems.extend(terms.findings(judge.policy));
    problems.extend(open_beside(judge.policy, model));
    if model.files[0].tree.statements.is_empty() && problems.is_empty() {
        problems.push(
            Problem::new("SYN-09", "nothing-in-file", "the file has nothing in it", TextRange::new(0, 0))
                .helping("Write an agreement, a procedure, a notice or shared definitions, or delete the file.")
                .in_file(first),
        );
    }
    problems.extend(found);
    problems.sort_by(|left, right| order(left).cmp(&order(right)));
    problems
}

fn document(judge: &Judge<'_>, model: &Model<'_>, arrangement: &Arrangement, index: &Index, mentions: &Mentions<'_>, standing: &mut Standing<'_>, problems: &mut [Diagnostic]) -> DocumentResult {
    let kind = &model.kind(arrangement.document).word;
    let nothing = RuleSet::default();
    let set = judge.policy.set(kind).unwrap_or(&nothing);
    let context = Context::new(judge, &set.pool, model, arrangement, mentions);
    let (held, mut findings) = waivers::waivers(&context);
    findings.extend(open_points(&context));
    let mut questions = Vec::with_capacity(set.questions.len());
    for (place, question) in set.questions.iter().enumerate() {
        let (answered, told) = standing.question(|| {
            let answered = answer(&context, index, question);
            let told = finding(&context, question, || judge.texts.questions.get(set.first_question + place), &answered);
            (answered, told)
        });
        findings.extend(told);
        questions.push(QuestionResult {
            code: question.code.clone(),
            number: question.number,
            title: question.title.clone(),
            belongs: question.belongs,
            answer: answered.answer,
            standard: Standard::Met,
            evidence: answered.evidence,
            missing: answered.missing,
            waived: 0,
            findings: Vec::new(),
        });
    }
    let by_code: FxHashMap<&str, usize> = set.questions.iter().enumerate().map(|(place, question)| (question.code.as_str(), place)).collect();
    let mut applied: BTreeSet<&str> = BTreeSet::new();
    let mut owner: FxHashMap<&str, &str> = FxHashMap::default();
    let is_judged = |code: &str| by_code.get(code).is_some_and(|place| matches!(questions[*place].answer, Answer::Answered | Answer::Partly));
    for (place, rule) in set.rules.iter().enumerate() {
        let wanted = rule.question.as_deref().is_none_or(is_judged);
        let judged = standing.rule(wanted && in_force(rule, judge.today), || judge_rule(&context, index, rule, || judge.texts.rules.get(set.first_rule + place)));
        let Some(judged) = judged else { continue };
        if let Some(code) = rule.question.as_deref().filter(|_| judged.applied) {
            applied.insert(code);
            if judged.finding.is_some() {
                owner.insert(&rule.code, code);
            }
        }
        findings.extend(judged.finding);
    }
    waivers::apply(&held, &mut findings);
    waivers::apply(&held, problems);
    findings.sort_by(|left, right| order(left).cmp(&order(right)));
    for (place, finding) in findings.iter().enumerate() {
        let code = owner.get(finding.code.as_str()).copied().unwrap_or(&finding.code);
        if let Some(question) = by_code.get(code) {
            count(&mut questions[*question], place, finding);
        }
    }
    for question in &mut questions {
        let any_rule = applied.contains(question.code.as_str());
        if !any_rule || !matches!(question.answer, Answer::Answered | Answer::Partly) {
            question.standard = Standard::None;
        }
    }
    let node = model.node(arrangement.document);
    DocumentResult {
        name: label_of(model, arrangement.document),
        label: model.words_of(node.file, node.label).into_owned(),
        kind: kind.clone(),
        questions,
        findings,
        footing: if judge.footing { footing(&context) } else { Footing::default() },
    }
}

/// Counts a finding for its question: what does not hold lowers the standard, what is waived is counted apart.
fn count(question: &mut QuestionResult, place: usize, finding: &Diagnostic) {
    question.findings.push(place);
    if !finding.is_active() {
        question.waived += 1;
        return;
    }
    if finding.code == question.code {
        return;
    }
    question.standard = match (question.standard, finding.severity) {
        (_, Severity::Error) | (Standard::NotMet, _) => Standard::NotMet,
        (_, Severity::Warning) => Standard::Weak,
        (standard, _) => standard,
    };
}
