//! Findings rolled up for a reader: one for all questions that nothing answers, one for all that are answered and fall short of
//! the day's standard, and one for each question that is answered in part. A thin agreement so gives a page and not a book; the
//! formats that machines read keep every finding apart.

use super::checklist::{Answer, QuestionResult, lower_first};
use super::findings::LOOK_AT;
use super::run::DocumentResult;
use crate::diagnostic::{Diagnostic, Label, Severity, fingerprint};
use crate::source::Text;
use std::borrow::Cow;
use std::cmp::Reverse;

/// How many places one rolled finding points at.
const MOST_LABELS: usize = 4;

/// Of how many questions one rolled finding tells more than the number.
const MOST_QUESTIONS: usize = 3;

/// The findings of a document for a reader, in the order of place and code. Waived findings are left out.
pub fn rolled_up(document: &DocumentResult) -> Vec<Cow<'_, Diagnostic>> {
    let mut used = vec![false; document.findings.len()];
    let mut rolled = Vec::new();
    let mut unanswered: Vec<&Diagnostic> = Vec::new();
    let mut short: Vec<(&QuestionResult, Vec<&Diagnostic>)> = Vec::new();
    for question in &document.questions {
        let active = |index: &&usize| document.findings[**index].is_active();
        let own: Vec<usize> = question.findings.iter().filter(active).copied().collect();
        for index in &own {
            used[*index] = true;
        }
        let findings: Vec<&Diagnostic> = own.iter().map(|index| &document.findings[*index]).collect();
        match question.answer {
            Answer::Unanswered => unanswered.extend(findings),
            Answer::Partly if findings.len() > 1 => rolled.push(Cow::Owned(one_question(&findings, &question.code))),
            Answer::Partly => rolled.extend(findings.into_iter().map(Cow::Borrowed)),
            _ if findings.is_empty() => {}
            _ => short.push((question, findings)),
        }
    }
    rolled.extend(together(&unanswered, document, "CHK-UNANSWERED", "questions-unanswered", |count| format!("{count} questions are not answered")));
    rolled.extend(standard(&short, document));
    rolled.extend(document.findings.iter().enumerate().filter(|(index, finding)| !used[*index] && finding.is_active()).map(|(_, finding)| Cow::Borrowed(finding)));
    rolled.sort_by(|left, right| (left.at(), &left.code).cmp(&(right.at(), &right.code)));
    rolled
}

/// A question that is answered in part, with the conditions that do not hold.
fn one_question(findings: &[&Diagnostic], code: &str) -> Diagnostic {
    let main = findings.iter().find(|finding| finding.code == code).unwrap_or(&findings[0]);
    let mut rolled = (*main).clone();
    for finding in findings.iter().filter(|finding| finding.code != code) {
        rolled.severity = rolled.severity.max(finding.severity);
        rolled.notes.push(line(finding));
        point(&mut rolled, finding);
    }
    rolled
}

/// The conditions that do not hold for questions that are answered: of the questions with the weightiest ones, that one and the codes
/// of the others; of the rest, how many there are.
fn standard<'d>(short: &[(&QuestionResult, Vec<&'d Diagnostic>)], document: &DocumentResult) -> Option<Cow<'d, Diagnostic>> {
    let all: Vec<&Diagnostic> = short.iter().flat_map(|(_, findings)| findings.iter().copied()).collect();
    let headline = |count: usize| format!("{count} conditions of the standard do not hold for questions that are answered");
    let mut rolled = together(&all, document, "CHK-STANDARD", "standard-not-met", headline)?;
    if let Cow::Owned(rolled) = &mut rolled {
        let mut short: Vec<&(&QuestionResult, Vec<&Diagnostic>)> = short.iter().collect();
        short.sort_by_key(|(_, findings)| Reverse(findings.iter().map(|finding| finding.severity).max()));
        rolled.notes = short.iter().take(MOST_QUESTIONS).map(|(question, findings)| of_question(question, findings)).collect();
        let rest = short.get(MOST_QUESTIONS..).unwrap_or_default();
        rolled.notes.extend((!rest.is_empty()).then(|| {
            let conditions = rest.iter().map(|(_, findings)| findings.len()).sum();
            format!("and {} of {}", counted(conditions, "condition"), counted(rest.len(), "question"))
        }));
        rolled.help = Text::of("`sharewright checklist FILE` shows them all, question by question; `sharewright explain CODE` tells what each asks for, why, and who decides.");
    }
    Some(rolled)
}

/// The weightiest condition of a question that does not hold, and the codes of the others.
fn of_question(question: &QuestionResult, findings: &[&Diagnostic]) -> String {
    let mut ordered = findings.to_vec();
    ordered.sort_by_key(|finding| Reverse(finding.severity));
    let Some((worst, others)) = ordered.split_first() else { return String::new() };
    let others: Vec<&str> = others.iter().map(|finding| finding.code.as_str()).collect();
    let more = if others.is_empty() { String::new() } else { format!("; also {}", others.join(", ")) };
    format!("question {}, {}: {} {}: {}{more}", question.number, lower_first(&question.title), worst.code, worst.severity.word(), worst.headline)
}

/// `1 condition`, `2 conditions`.
fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Findings of one sort in one. A single one stays as it is.
fn together<'d>(findings: &[&'d Diagnostic], document: &DocumentResult, code: &str, rule: &str, headline: impl Fn(usize) -> String) -> Option<Cow<'d, Diagnostic>> {
    let (first, rest) = findings.split_first()?;
    if rest.is_empty() {
        return Some(Cow::Borrowed(first));
    }
    let severity = findings.iter().map(|finding| finding.severity).max().unwrap_or(Severity::Info);
    let mut rolled = Diagnostic::new(code, rule, severity, format!("{} in `{}`", headline(findings.len()), document.name), first.at());
    rolled.notes = findings.iter().map(|finding| line(finding)).collect();
    rolled.help = Text::of("`sharewright explain CODE` tells what each asks for, why, and who decides; `--each` shows every finding by itself.");
    rolled.fingerprint = fingerprint(&[code, &document.name]);
    for finding in rest {
        point(&mut rolled, finding);
    }
    Some(Cow::Owned(rolled))
}

/// A finding as a line of another one: of a condition, with what it looked for in vain.
fn line(finding: &Diagnostic) -> String {
    let facts = match finding.notes.iter().find(|note| note.starts_with(LOOK_AT)) {
        Some(lacking) if finding.code.contains('.') => format!("{}; {lacking}", finding.headline),
        _ if finding.code.contains('.') => finding.headline.clone(),
        _ => finding.notes.join("; "),
    };
    format!("{} {}: {}", finding.code, finding.severity.word(), if facts.is_empty() { &finding.headline } else { &facts })
}

/// Points at the place of another finding, when it is a new one.
fn point(rolled: &mut Diagnostic, finding: &Diagnostic) {
    let at = finding.at();
    if rolled.labels.len() < MOST_LABELS && !rolled.points_at(at) {
        rolled.labels.push(Label { span: at, text: finding.code.to_string(), primary: false });
    }
}
