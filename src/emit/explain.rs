//! Everything about a rule, a question or a keyword, as text.

use super::language::{Entry, keyword_entry};
use super::templates::render;
use crate::model::{Vocabulary, document_words};
use crate::policy::{KeywordDoc, Question, QuestionText, Rule, RuleText, written};
use serde::Serialize;

#[derive(Serialize)]
struct RuleView<'a> {
    rule: &'a Rule,
    text: &'a RuleText,
    title: String,
    judges: &'a str,
    bad: &'a str,
    good: &'a str,
    from: Option<String>,
    until: Option<String>,
}

/// A rule, with the keyword of the documents that it judges.
pub fn explain_rule(rule: &Rule, text: &RuleText, judges: &str) -> Result<String, String> {
    let (_, judges) = document_words(judges);
    let view = RuleView { rule, text, judges, title: rule.headline(), bad: text.bad.text.trim(), good: text.good.text.trim(), from: rule.from.map(written), until: rule.until.map(written) };
    render("rule.txt", include_str!("../../templates/documents/rule.txt.tera"), &view)
}

#[derive(Serialize)]
struct QuestionView<'a> {
    question: &'a Question,
    text: &'a QuestionText,
    rules: &'a [&'a Rule],
    judges: &'a str,
    bad: &'a str,
    good: &'a str,
}

/// A question, with the rules of its standard and the keyword of the documents that it is asked of.
pub fn explain_question(question: &Question, text: &QuestionText, rules: &[&Rule], judges: &str) -> Result<String, String> {
    let (_, judges) = document_words(judges);
    let view = QuestionView { question, text, rules, judges, bad: text.bad.text.trim(), good: text.good.text.trim() };
    render("question.txt", include_str!("../../templates/documents/question.txt.tera"), &view)
}

#[derive(Serialize)]
struct KeywordsView {
    entries: Vec<Entry>,
}

/// A keyword, in each of its places.
pub fn explain_keyword(vocabulary: &Vocabulary, docs: &[&KeywordDoc]) -> Result<String, String> {
    let entries = docs.iter().filter_map(|doc| keyword_entry(vocabulary, doc)).collect();
    render("keyword.txt", include_str!("../../templates/documents/keyword.txt.tera"), &KeywordsView { entries })
}
