//! Every question and rule as Markdown: one page a pack, and the page that lists them all.

use super::templates::render;
use crate::diagnostic::{Citation, Severity};
use crate::model::document_words;
use crate::policy::{Policy, Question, QuestionText, Rule, RuleText, Texts, written};
use serde::Serialize;

/// A page of the guide.
#[derive(Debug)]
pub struct RulePage {
    /// The name of its file.
    pub file: String,
    /// The keyword of the documents that its rules judge; nothing for the list of all.
    pub judges: Option<String>,
    /// The page.
    pub text: String,
}

/// A question or a rule for a reader.
#[derive(Serialize)]
struct Entry<'a> {
    code: &'a str,
    id: &'a str,
    title: String,
    asks: Option<&'a str>,
    severity: Severity,
    /// The lowest that a setting may make it; a question has none.
    floor: Option<Severity>,
    question: Option<&'a str>,
    judged_for: &'a str,
    when: Option<&'a str>,
    requires: Vec<String>,
    why: &'a str,
    help: &'a str,
    decides: &'a str,
    from: Option<String>,
    until: Option<String>,
    cite: &'a [Citation],
    bad: &'a str,
    good: &'a str,
}

/// A pack for a reader.
#[derive(Serialize)]
struct Pack<'a> {
    name: &'a str,
    title: &'a str,
    about: &'a str,
    /// The keyword of the documents.
    judges: &'a str,
    /// The same in plain words, more than one.
    documents: &'static str,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Index<'a> {
    packs: &'a [Pack<'a>],
    count: usize,
    checked_to: String,
}

/// All pages: the list first, then the packs in the order of their files.
pub fn rule_pages(policy: &Policy, texts: &Texts) -> Result<Vec<RulePage>, String> {
    let packs = packs(policy, texts);
    let index = Index { count: packs.iter().map(|pack| pack.entries.len()).sum(), checked_to: policy.checked_to(), packs: &packs };
    let list = render("rules-index.md", include_str!("../../templates/documents/rules-index.md.tera"), &index)?;
    let mut pages = vec![RulePage { file: "index.md".to_owned(), judges: None, text: list }];
    for pack in &packs {
        let text = render("rules.md", include_str!("../../templates/documents/rules.md.tera"), pack)?;
        pages.push(RulePage { file: format!("{}.md", pack.name), judges: Some(pack.judges.to_owned()), text });
    }
    Ok(pages)
}

/// The packs that have questions or rules, with these in the order of their codes; each question is followed by its standard.
fn packs<'a>(policy: &'a Policy, texts: &'a Texts) -> Vec<Pack<'a>> {
    let mut packs: Vec<Pack<'a>> = texts.packs.iter().map(|pack| Pack { name: &pack.name, title: &pack.title, about: &pack.about, judges: "", documents: "", entries: Vec::new() }).collect();
    let mut add = |place: usize, judges: &'a str, entry: Entry<'a>| {
        if let Some(pack) = packs.get_mut(place) {
            (pack.judges, pack.documents) = (judges, document_words(judges).1);
            pack.entries.push(entry);
        }
    };
    let rules: Vec<_> = policy.rules_in_sets().zip(texts.rules.iter()).collect();
    for ((set, asked), text) in policy.questions_in_sets().zip(texts.questions.iter()) {
        add(text.pack, &set.judges, question(asked, text));
        for ((_, rule), text) in rules.iter().filter(|((_, rule), _)| rule.question.as_ref() == Some(&asked.code)) {
            add(text.pack, &set.judges, entry(rule, text));
        }
    }
    for ((set, rule), text) in rules.iter().filter(|((_, rule), _)| rule.question.is_none()) {
        add(text.pack, &set.judges, entry(rule, text));
    }
    packs.retain(|pack| !pack.entries.is_empty());
    packs
}

fn question<'a>(question: &'a Question, text: &'a QuestionText) -> Entry<'a> {
    Entry {
        code: &question.code,
        id: &question.id,
        title: format!("Question {}: {}", question.number, question.title),
        asks: Some(&text.asks),
        severity: question.severity,
        floor: None,
        question: None,
        judged_for: "",
        when: None,
        requires: question.parts.iter().map(|part| format!("for each `{}`; otherwise: {}", part.subjects.name, part.missing.replace("{it}", "..."))).collect(),
        why: &text.why,
        help: &text.help,
        decides: &text.decides,
        from: None,
        until: None,
        cite: &text.cite,
        bad: text.bad.text.trim_matches('\n').trim_end(),
        good: text.good.text.trim_matches('\n').trim_end(),
    }
}

fn entry<'a>(rule: &'a Rule, text: &'a RuleText) -> Entry<'a> {
    Entry {
        code: &rule.code,
        id: &rule.id,
        title: rule.headline(),
        asks: None,
        severity: rule.severity,
        floor: Some(rule.floor),
        question: rule.question.as_deref(),
        judged_for: &rule.subjects.name,
        when: text.when.as_deref(),
        requires: vec![text.require.to_string()],
        why: &text.why,
        help: &text.help,
        decides: &text.decides,
        from: rule.from.map(written),
        until: rule.until.map(written),
        cite: &text.cite,
        bad: text.bad.text.trim_matches('\n').trim_end(),
        good: text.good.text.trim_matches('\n').trim_end(),
    }
}
