//! What the linter found, as plain data for templates.

use crate::diagnostic::{Diagnostic, Severity, State};
use crate::lint::{Answer, DocumentResult, Standard};
use crate::source::{FileId, SourceFile, Sources, Span};
use serde_json::{Value as Json, json};
use std::sync::Arc;

/// The questions with answers, the findings, the waivers, and the law that is cited. The problems are those of the text itself, whatever
/// document of it is meant: all that is counted is listed.
pub(super) fn results(document: &DocumentResult, problems: &[Diagnostic], files: &[Arc<SourceFile>]) -> Json {
    let mut told: Vec<&Diagnostic> = problems.iter().chain(&document.findings).collect();
    told.sort_by_key(|finding| (weight(finding.severity), finding.at().file, finding.at().range.start));
    let findings: Vec<Json> = told.iter().map(|finding| finding_of(finding, files)).collect();
    let count = |severity: Severity| told.iter().filter(|finding| finding.is_active() && finding.severity == severity).count();
    let questions = document.questions.iter().map(|question| {
        json!({
            "code": question.code.as_str(),
            "number": question.number,
            "title": question.title.as_str(),
            "answer": match question.answer {
                Answer::Answered => "answered",
                Answer::Partly => "partly",
                Answer::Unanswered => "unanswered",
                Answer::NotApplicable => "not applicable",
                Answer::Inherited => "inherited",
            },
            "standard": match question.standard {
                Standard::Met => "met",
                Standard::Weak => "weak",
                Standard::NotMet => "not met",
                Standard::None => "not judged",
            },
            "evidence": question.evidence.iter().map(|span| place(files, *span)).collect::<Vec<_>>(),
            "where": places(files, &question.evidence),
            "missing": question.missing.iter().map(|missing| for_people(missing)).collect::<Vec<_>>(),
            "waived": question.waived,
            "findings": question.findings.iter().filter_map(|index| document.findings.get(*index)).map(|finding| finding_of(finding, files)).collect::<Vec<_>>(),
        })
    });
    let flows = document.footing.flows.iter().map(|flow| {
        let ends = flow.ends.iter().map(|end| {
            let cited = end.cited.iter().map(|cited| json!({ "as": cited.keyword, "citation": cited.canonical, "place": place(files, cited.place) }));
            json!({ "end": end.end, "cited": cited.collect::<Vec<_>>(), "confidence": end.confidence })
        });
        json!({ "flow": flow.flow, "senders": flow.senders, "receivers": flow.receivers, "ends": ends.collect::<Vec<_>>() })
    });
    let mut cited: Vec<&str> = document.footing.cited.iter().map(|cited| cited.canonical.as_str()).filter(|citation| !citation.is_empty()).collect();
    cited.sort_unstable();
    cited.dedup();
    json!({
        "questions": questions.collect::<Vec<_>>(),
        "law_of_flows": flows.collect::<Vec<_>>(),
        "cited": cited,
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "advice": count(Severity::Info),
        "findings": findings,
    })
}

/// Errors come first.
fn weight(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Info => 2,
    }
}

/// Tells each finding the clause at its place.
pub(super) fn place_in_clauses(results: &mut Json, clause: impl Fn(FileId, u32) -> Option<String>) {
    for finding in results["findings"].as_array_mut().into_iter().flatten() {
        let number = |key: &str| finding[key].as_u64().and_then(|number| u32::try_from(number).ok());
        if let (Some(file), Some(offset)) = (number("file"), number("offset")) {
            finding["clause"] = json!(clause(FileId(file), offset).unwrap_or_default());
        }
    }
}

fn finding_of(finding: &Diagnostic, files: &[Arc<SourceFile>]) -> Json {
    json!({
        "code": finding.code.as_str(),
        "rule": finding.rule.as_str(),
        "severity": format!("{:?}", finding.severity).to_lowercase(),
        "headline": for_people(&finding.headline),
        "place": place(files, finding.at()),
        "file": finding.at().file.0,
        "offset": finding.at().range.start,
        "clause": "",
        "why": for_people(finding.why.as_str()),
        "help": for_people(finding.help.as_str()),
        "decides": finding.decides.as_str(),
        "active": finding.state == State::Active,
        "waived": match &finding.state { State::Active | State::Known => "", State::Waived { reason, .. } => reason.as_str() },
        "until": match &finding.state { State::Active | State::Known => "", State::Waived { until, .. } => until.as_str() },
        "citations": finding.citations.iter().map(|cite| json!({ "source": cite.source.as_str(), "clause": cite.clause.as_str() })).collect::<Vec<_>>(),
    })
}

/// A sentence as people read it on paper: names of the source stand between quotation marks, not between backticks.
pub(super) fn for_people(said: &str) -> String {
    let mut out = String::with_capacity(said.len());
    for (place, part) in said.split('`').enumerate() {
        if place > 0 {
            out.push(if place % 2 == 1 { '\u{2018}' } else { '\u{2019}' });
        }
        out.push_str(part);
    }
    out
}

/// A place as people read it: file and line. The folder is left out, so that a paper does not depend on where it was made.
fn place(files: &[Arc<SourceFile>], span: Span) -> String {
    format!("{}, line {}", file_name(files, span), line_of(files, span))
}

/// The most lines of one file that are told.
const MOST_LINES: usize = 5;

/// Places by file, each with its first lines: `a.isa, lines 3, 8 and 2 more; b.isa, line 4`.
fn places(files: &[Arc<SourceFile>], spans: &[Span]) -> String {
    let mut by_file: Vec<(&str, Vec<usize>)> = Vec::new();
    for span in spans {
        let (name, line) = (file_name(files, *span), line_of(files, *span));
        match by_file.iter_mut().find(|(known, _)| *known == name) {
            Some((_, lines)) if lines.contains(&line) => {}
            Some((_, lines)) => lines.push(line),
            None => by_file.push((name, vec![line])),
        }
    }
    let told = by_file.iter().map(|(name, lines)| {
        let first: Vec<String> = lines.iter().take(MOST_LINES).map(usize::to_string).collect();
        let more = if lines.len() > MOST_LINES { format!(" and {} more", lines.len() - MOST_LINES) } else { String::new() };
        format!("{name}, {} {}{more}", if lines.len() == 1 { "line" } else { "lines" }, first.join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}

fn file_name(files: &[Arc<SourceFile>], span: Span) -> &str {
    let path = files.file(span.file).path.as_str();
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn line_of(files: &[Arc<SourceFile>], span: Span) -> usize {
    files.file(span.file).line_column(span.range.start).0
}
