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
            "missing": question.missing,
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
        "headline": finding.headline,
        "place": place(files, finding.at()),
        "why": finding.why.as_str(),
        "help": finding.help.as_str(),
        "decides": finding.decides.as_str(),
        "active": finding.state == State::Active,
        "waived": if finding.state == State::Active { String::new() } else { format!("{:?}", finding.state) },
        "citations": finding.citations.iter().map(|cite| json!({ "source": cite.source.as_str(), "clause": cite.clause.as_str() })).collect::<Vec<_>>(),
    })
}

/// A place as people read it: file and line.
fn place(files: &[Arc<SourceFile>], span: Span) -> String {
    let file = files.file(span.file);
    format!("{}, line {}", file.path, file.line_column(span.range.start).0)
}
