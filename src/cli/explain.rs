//! `sharewright explain`: everything about a rule, a question or a keyword.

use super::args::ExplainOptions;
use super::fault::Fault;
use super::load::Policies;
use super::{Exit, print};
use crate::diagnostic::did_you_mean;
use crate::emit::{explain_keyword, explain_question, explain_rule};

pub(super) fn run(options: &ExplainOptions) -> Result<Exit, Fault> {
    let policies = Policies::load(&options.packs)?;
    let (policy, texts) = (policies.policy(), policies.prose().get());
    let wanted = options.rule.trim();
    let is = |code: &str, id: &str| code.eq_ignore_ascii_case(wanted) || id.eq_ignore_ascii_case(wanted);
    let cannot = |error: String| Fault::new("the explanation cannot be written", &error);
    let mut told = Vec::new();
    if let Some(index) = policy.rules.iter().position(|rule| is(&rule.code, &rule.id)) {
        told.push(explain_rule(&policy.rules[index], &texts.rules[index]).map_err(cannot)?);
    }
    if let Some(index) = policy.questions.iter().position(|question| is(&question.code, &question.id)) {
        let code = &policy.questions[index].code;
        let rules: Vec<_> = policy.rules.iter().filter(|rule| rule.question.as_ref() == Some(code)).collect();
        told.push(explain_question(&policy.questions[index], &texts.questions[index], &rules).map_err(cannot)?);
    }
    // A word may be a keyword too; the language comes first.
    let keywords: Vec<_> = texts.keywords.iter().filter(|doc| policy.vocabulary.find(&doc.id).is_some_and(|kind| policy.vocabulary.kind(kind).word == wanted)).collect();
    if !keywords.is_empty() {
        told.insert(0, explain_keyword(&policy.vocabulary, &keywords).map_err(cannot)?);
    }
    if !told.is_empty() {
        print(&told.join("\n"))?;
        return Ok(Exit::Clean);
    }
    let known = policy.rules.iter().flat_map(|rule| [rule.code.as_str(), rule.id.as_str()]);
    let known = known.chain(policy.questions.iter().flat_map(|question| [question.code.as_str(), question.id.as_str()]));
    let help = did_you_mean(wanted, known).map_or_else(|| "`sharewright rules` lists every rule; docs/language.md lists every keyword.".to_owned(), |meant| format!("Did you mean `{meant}`?"));
    Err(Fault::new(&format!("there is no rule, question or keyword `{wanted}`"), &help))
}
