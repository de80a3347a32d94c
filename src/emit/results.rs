//! What the linter found, as plain data for templates.

use crate::diagnostic::{Diagnostic, State};
use crate::lint::{Answer, DocumentResult, Standard};
use crate::source::{SourceFile, Sources, Span};
use serde_json::{Value as Json, json};
use std::sync::Arc;

/// The questions with answers, the findings, the waivers, and the law that is cited.
pub(super) fn results(document: &DocumentResult, files: &[Arc<SourceFile>]) -> Json {
    let findings: Vec<Json> = document.findings.iter().map(|finding| finding_of(finding, files)).collect();
    let active = |finding: &&Diagnostic| finding.is_active();
    let count = |severity: crate::diagnostic::Severity| document.findings.iter().filter(active).filter(|finding| finding.severity == severity).count();
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
            "findings": question.findings.iter().filter_map(|index| findings.get(*index)).collect::<Vec<_>>(),
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
        "errors": count(crate::diagnostic::Severity::Error),
        "warnings": count(crate::diagnostic::Severity::Warning),
        "advice": count(crate::diagnostic::Severity::Info),
        "findings": findings,
    })
}

fn finding_of(finding: &Diagnostic, files: &[Arc<SourceFile>]) -> Json {
    json!({
        "code": finding.code.as_str(),
        "rule": finding.rule.as_str(),
        "severity": format!("{:?}", finding.severity).to_lowercase(),
        "headline": for_people(&finding.headline),
        "place": place(files, finding.at()),
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
