//! Conditions of rules: compiled or refused, twice the same, and in brackets or denied as without.

use super::driver::campaign;
use super::seeds::CONDITIONS;
use sharewright::diagnostic::Problem;
use sharewright::model::Vocabulary;
use sharewright::policy::Pool;
use sharewright::policy::condition::{Names, Scope, Target, check, check_guards};
use sharewright::shipped;

/// Above these a condition is refused for its size, and to bracket or deny it makes it larger.
const ROOM: (usize, usize, usize) = (7_000, 20, 50);

#[test]
fn any_spoilt_condition_is_compiled_or_refused() {
    let policy = shipped::policy();
    let vocabulary = &policy.vocabulary;
    let names = Names { vocabulary, registers: &policy.registers };
    campaign("parser of conditions", 500, &CONDITIONS, &|text| {
        let scope = scope(vocabulary, text);
        let read = |text: &str| check(text, &names, &scope, &mut Target { pool: &mut Pool::default(), phrases: &mut policy.phrases.clone() }).map(|_| ());
        let first = read(text);
        if let Err(problems) = &first {
            told(text, problems)?;
        }
        if read(text) != first {
            return Err("read twice it is another".to_owned());
        }
        let guards = check_guards(text, &names, &scope, &mut Target { pool: &mut Pool::default(), phrases: &mut policy.phrases.clone() });
        if guards.is_ok() != first.is_ok() {
            return Err(format!("as guards it is {guards:?}, as a condition {first:?}"));
        }
        let (longest, deepest, most) = ROOM;
        let denials = text.split_whitespace().filter(|word| matches!(*word, "not" | "every" | "some" | "no")).count();
        if text.len() < longest && text.matches('(').count() < deepest && denials < most {
            for around in [format!("({text})"), format!("not ({text})")] {
                if read(&around).is_ok() != first.is_ok() {
                    return Err(format!("`{around}` is {:?}, and without it {first:?}", read(&around)));
                }
            }
        }
        Ok(if first.is_ok() { "compiled" } else { "refused" })
    });
}

/// What is at hand in a condition, judged by what it speaks of: a rule says that beside its condition.
fn scope(vocabulary: &Vocabulary, text: &str) -> Scope {
    let roots: Vec<&str> = text.split_whitespace().filter_map(|word| word.trim_start_matches('(').split_once('.')).map(|(root, _)| root).collect();
    let document = ["disclosure", "policy", "notice"].into_iter().find(|document| roots.contains(document)).unwrap_or("agreement");
    let subject = roots.into_iter().find(|root| *root != document && vocabulary.find(root).is_some()).unwrap_or(document);
    Scope { subject: (subject.to_owned(), vocabulary.find(subject).into_iter().collect()), document: (document.to_owned(), vocabulary.find(document)) }
}

/// Whether problems say where and what.
fn told(text: &str, problems: &[Problem]) -> Result<(), String> {
    match problems.iter().find(|problem| problem.headline.is_empty() || text.get(problem.range.as_range()).is_none()) {
        Some(problem) => Err(format!("a problem without a place: {problem:?}")),
        None if problems.is_empty() => Err("refused without a reason".to_owned()),
        None => Ok(()),
    }
}
