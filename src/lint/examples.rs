//! Every rule's examples, run: each bad one fires exactly its rule, each good one fires nothing.

use super::overlay::overlay;
use super::run::{Judge, judge};
use crate::law::Law;
use crate::model::{Parsed, lower, visible};
use crate::policy::{Example, PackFile, Policy, Texts, Ymd};
use crate::source::{FileId, SourceFile};
use jiff::civil::Date;
use std::sync::Arc;

/// An example that does not do what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleFailure {
    /// The code of the rule or question.
    pub code: String,
    /// `good` or `bad`.
    pub which: &'static str,
    /// What happened.
    pub what: String,
}

/// Runs all examples over the base. The first base file is the one that overlays add to.
pub fn check_examples(policy: &Policy, texts: &Texts, base: &[PackFile], only: Option<&str>) -> Vec<ExampleFailure> {
    let runner = Runner { policy, texts, base, law: Law::new(policy) };
    let mut failures = Vec::new();
    if only.is_none() {
        let what = match runner.codes("", policy.as_of) {
            Err(what) => Some(what),
            Ok(fired) if fired.is_empty() => None,
            Ok(fired) => Some(format!("it fires {}", fired.join(", "))),
        };
        failures.extend(what.map(|what| ExampleFailure { code: "base".to_owned(), which: "good", what }));
    }
    let wanted = |code: &str| only.is_none_or(|only| code.starts_with(only));
    for set in policy.sets.iter() {
        for (place, question) in set.questions.iter().enumerate().filter(|(_, question)| wanted(&question.code)) {
            let text = texts.questions.get(set.first_question + place);
            runner.pair(&question.code, &text.bad, &text.good, policy.as_of, &mut failures);
        }
        for (place, rule) in set.rules.iter().enumerate().filter(|(_, rule)| wanted(&rule.code)) {
            let text = texts.rules.get(set.first_rule + place);
            runner.pair(&rule.code, &text.bad, &text.good, text.example_day.unwrap_or(policy.as_of), &mut failures);
        }
    }
    failures
}

/// The keywords of documents that are judged.
const DOCUMENTS: [&str; 3] = ["agreement", "disclosure", "policy"];

struct Runner<'a> {
    policy: &'a Policy,
    texts: &'a Texts,
    base: &'a [PackFile],
    law: Law<'a>,
}

impl Runner<'_> {
    fn pair(&self, code: &str, bad: &Example, good: &Example, day: Ymd, failures: &mut Vec<ExampleFailure>) {
        let mut fail = |which, what| {
            failures.push(ExampleFailure { code: code.to_owned(), which, what });
        };
        match self.codes(&bad.text, day) {
            Err(what) => fail("bad", what),
            Ok(fired) if fired == [code] => {}
            Ok(fired) if fired.is_empty() => fail("bad", "it fires nothing".to_owned()),
            Ok(fired) => fail("bad", format!("it fires {}", fired.join(", "))),
        }
        match self.codes(&good.text, day) {
            Err(what) => fail("good", what),
            Ok(fired) if fired.is_empty() => {}
            Ok(fired) => fail("good", format!("it fires {}", fired.join(", "))),
        }
    }

    /// The codes that an overlay fires, each once, sorted. Only what it changes is looked at, and documents that see a changed file or
    /// are seen from one; when it changes nothing, everything is.
    fn codes(&self, over: &str, (year, month, day): Ymd) -> Result<Vec<String>, String> {
        let base: Vec<String> = self.base.iter().map(|file| file.text.clone()).collect();
        let laid = overlay(&base, over);
        if let Some(problem) = laid.problems.into_iter().next() {
            return Err(problem);
        }
        let today = Date::new(year, month, day).map_err(|error| error.to_string())?;
        let judged_by = Judge { policy: self.policy, texts: self.texts, law: &self.law, today, footing: false };
        let parsed: Vec<Arc<Parsed>> = self.base.iter().zip(laid.texts).map(|(file, text)| Arc::new(Parsed::new(Arc::new(SourceFile::new(file.path.clone(), text))))).collect();
        let mut codes: Vec<String> = Vec::new();
        let named: Vec<(&str, &str)> = parsed.iter().map(|file| (file.source.path.as_str(), file.source.text.as_str())).collect();
        let sees = visible(&named);
        let changed: Vec<usize> = (0..parsed.len()).filter(|file| named[*file].1 != base[*file]).collect();
        let is_wanted = |file: usize| {
            let has_document = DOCUMENTS.iter().any(|kind| named[file].1.lines().any(|line| line.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' '))));
            let near = |other: &usize| sees[file].contains(&FileId(*other as u32)) || sees[*other].contains(&FileId(file as u32));
            changed.is_empty() || changed.contains(&file) || has_document && changed.iter().any(near)
        };
        // Each file in turn is the one that is judged, among those that it sees and those that see it.
        for first in (0..parsed.len()).filter(|file| is_wanted(*file)) {
            let id = |file: usize| FileId(file as u32);
            let near = (0..parsed.len()).filter(|other| *other != first && (sees[first].contains(&id(*other)) || sees[*other].contains(&id(first))));
            let order: Vec<Arc<Parsed>> = std::iter::once(first).chain(near).map(|file| Arc::clone(&parsed[file])).collect();
            let named: Vec<(&str, &str)> = order.iter().map(|file| (file.source.path.as_str(), file.source.text.as_str())).collect();
            let model = lower(&self.policy.vocabulary, order.clone(), &visible(&named));
            let checked = judge(&judged_by, &model);
            codes.extend(checked.findings().into_iter().filter(|finding| finding.is_active()).map(|finding| {
                // A text that cannot be read says more by its words than by its code.
                if finding.code.starts_with("SYN") { format!("{} ({})", finding.code, finding.headline) } else { finding.code.to_string() }
            }));
        }
        codes.sort();
        codes.dedup();
        Ok(codes)
    }
}
