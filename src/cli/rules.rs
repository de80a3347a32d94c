//! `sharewright rules`: the list of rules, and the test of their examples.

use super::args::{Judged, RulesCommand, RulesFormat, RulesOptions, RulesTestOptions};
use super::fault::Fault;
use super::load::Policies;
use super::{Exit, print};
use crate::diagnostic::{Citation, Severity};
use crate::emit::rule_pages;
use crate::lint::check_examples;
use crate::model::document_words;
use crate::policy::{PackFile, Policy, Texts};
use crate::shipped;
use crate::source::Text;
use crate::workspace::{discover, read_source};
use serde::Serialize;
use std::fmt::Write;

pub(super) fn run(options: &RulesOptions) -> Result<Exit, Fault> {
    if let Some(RulesCommand::Test(test)) = &options.command {
        return run_test(test);
    }
    let policies = Policies::load(&options.packs)?;
    let mut rows = rows(policies.policy(), policies.texts());
    if let Some(judged) = &options.judged {
        rows.retain(|row| row.judges == judged.keyword());
    }
    let text = match options.format {
        RulesFormat::Table => table(&rows),
        RulesFormat::Markdown => in_full(&policies, options.judged)?,
        RulesFormat::Json => serde_json::to_string_pretty(&rows).map_err(|error| Fault::new("the list cannot be written as JSON", &error.to_string()))? + "\n",
    };
    print(&text)?;
    Ok(Exit::Clean)
}

#[derive(Serialize)]
struct Row {
    code: String,
    rule: String,
    severity: &'static str,
    /// The keyword of the documents that it judges.
    judges: String,
    title: String,
    source: String,
}

fn rows(policy: &Policy, texts: &Texts) -> Vec<Row> {
    let row = |code: &Text, rule: &Text, severity: Severity, judges: &Text, title: String, cite: &[Citation]| Row {
        code: code.to_string(),
        rule: rule.to_string(),
        severity: severity.word(),
        judges: judges.to_string(),
        title,
        source: cite.first().map(|cite| cite.source.to_string()).unwrap_or_default(),
    };
    let questions = policy.questions_in_sets();
    let questions = questions.zip(texts.questions.iter()).map(|((set, question), text)| row(&question.code, &question.id, question.severity, &set.judges, text.asks.to_string(), &text.cite));
    let rules = policy.rules_in_sets();
    let rules = rules.zip(texts.rules.iter()).map(|((set, rule), text)| row(&rule.code, &rule.id, rule.severity, &set.judges, rule.headline(), &text.cite));
    questions.chain(rules).collect()
}

fn table(rows: &[Row]) -> String {
    let mut out = String::new();
    let width = rows.iter().map(|row| row.rule.len()).max().unwrap_or(0);
    for row in rows {
        let (_, judges) = document_words(&row.judges);
        let _ = writeln!(out, "{:<11} {:<8} {:<22} {:<width$} {}", row.code, row.severity, format!("for {judges}"), row.rule, row.title);
    }
    let _ = writeln!(out, "{} rules; `sharewright explain CODE` tells everything about one", rows.len());
    out
}

/// Everything about each rule, or about each of those that judge one kind of document.
fn in_full(policies: &Policies, judged: Option<Judged>) -> Result<String, Fault> {
    let pages = rule_pages(policies.policy(), policies.texts()).map_err(|error| Fault::new("the rules cannot be written as Markdown", &error))?;
    let wanted = pages.iter().filter(|page| judged.is_none_or(|judged| page.judges.as_deref() == Some(judged.keyword())));
    Ok(wanted.map(|page| page.text.as_str()).collect::<Vec<_>>().join("\n"))
}

fn run_test(options: &RulesTestOptions) -> Result<Exit, Fault> {
    let policies = Policies::load(&options.packs)?;
    let base = match &options.base {
        None => shipped::example(),
        Some(folder) => read_base(folder)?,
    };
    let (policy, texts) = (policies.policy(), policies.texts());
    if let Some(code) = &options.code
        && !policy.names().any(|(known, _)| known.starts_with(code.as_str()))
    {
        return Err(Fault::new(&format!("no rule has a code that begins with `{code}`"), "`sharewright rules` lists every rule."));
    }
    let failures = check_examples(policy, texts, &base, options.code.as_deref());
    let mut out = String::new();
    for failure in &failures {
        let _ = writeln!(out, "{} {} example: {}", failure.code, failure.which, failure.what);
    }
    let count = policy.rules().count() + policy.questions().count();
    let _ = writeln!(out, "{count} rules with two examples each; {} examples do not do what they should", failures.len());
    print(&out)?;
    Ok(if failures.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// The files of a base; the one with the agreement that overlays add to comes first.
fn read_base(folder: &str) -> Result<Vec<PackFile>, Fault> {
    let found = discover(&[folder.to_owned()]);
    let mut files: Vec<PackFile> = Vec::new();
    for path in found.files {
        let (source, problem) = read_source(&path);
        if let Some(problem) = problem {
            return Err(Fault::new(&problem.headline, &problem.help));
        }
        files.push(PackFile { path, text: source.text });
    }
    if files.is_empty() {
        return Err(Fault::new(&format!("there is no example in `{folder}`"), "Give a folder with a complete agreement."));
    }
    let is_agreement = |file: &PackFile| file.text.lines().any(|line| line.starts_with("agreement "));
    files.sort_by_key(|file| !is_agreement(file));
    Ok(files)
}
