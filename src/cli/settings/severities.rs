//! Severities that settings give to rules, held against the packs: which rule is meant, and how low it may be set.

use super::document::Setting;
use super::reader::Value;
use super::{Layer, Settings};
use crate::cli::fault::{Fault, Misplaced};
use crate::diagnostic::{Problem, Severity, did_you_mean};
use crate::lint::{Weight, Weights};
use crate::policy::Policy;
use crate::workspace::whole;
use glob::{MatchOptions, Pattern};
use rustc_hash::FxHashMap;
use std::path::Path;

/// `*` stays within a folder, and finds names that begin with a dot.
const MATCHING: MatchOptions = MatchOptions { case_sensitive: true, require_literal_separator: true, require_literal_leading_dot: false };

impl Settings {
    /// What rules weigh here, what extends others last, so that it counts.
    pub(in crate::cli) fn weights(&self, policy: &Policy) -> Result<Weights, Fault> {
        let mut weights = Weights::default();
        let mut wrong = Vec::new();
        for layer in self.layers.iter().rev() {
            let mut known = |settings: &[Setting]| weigh(policy, layer, settings, &mut wrong);
            weights.add(None, known(&layer.document.severity));
            for special in &layer.document.overrides {
                let found = known(&special.severity);
                weights.add(Some(self.files_like(&special.paths)), found);
            }
        }
        wrong.sort_by(|left: &Misplaced, right| (&left.path, left.problem.range.start).cmp(&(&right.path, right.problem.range.start)));
        if wrong.is_empty() { Ok(weights) } else { Err(Fault::settings(wrong)) }
    }

    /// Whether a path is like one of some patterns, which count from the folder of the settings that were found.
    fn files_like(&self, patterns: &[Value<Pattern>]) -> Box<dyn Fn(&str) -> bool> {
        let patterns: Vec<Pattern> = patterns.iter().map(|pattern| pattern.value.clone()).collect();
        let here = self.here.clone();
        let folder = self.layers.first().map(|first| first.folder.clone()).unwrap_or_default();
        Box::new(move |path: &str| {
            let place = whole(&here, path);
            let below: &Path = place.strip_prefix(&folder).unwrap_or(&place);
            patterns.iter().any(|pattern| pattern.matches_path_with(below, MATCHING))
        })
    }
}

/// The rules that are meant, by code.
fn weigh(policy: &Policy, layer: &Layer, settings: &[Setting], wrong: &mut Vec<Misplaced>) -> FxHashMap<String, Weight> {
    let mut weights = FxHashMap::default();
    for setting in settings {
        let name = &setting.rule.value;
        let mut add = |problem: Problem| wrong.push(Misplaced { path: layer.path.clone(), text: layer.text.clone(), problem });
        let Some((code, usual, floor)) = named(policy, name) else {
            let known = policy.names().flat_map(|(code, id)| [code, id]);
            let help = did_you_mean(name, known).map_or_else(
                || "`sharewright rules` lists every rule. What the tool finds without one, such as `SYN-10`, weighs the same everywhere.".to_owned(),
                |meant| format!("Did you mean `{meant}`?"),
            );
            add(Problem::new("CFG-05", "setting-of-unknown-rule", format!("there is no rule or question `{name}`"), setting.rule.range).helping(help));
            continue;
        };
        let here = setting.severity.value;
        if here < floor {
            let help = format!("Write `\"{}\"`, or set the rule aside where it must be, with `waive`, a reason, an owner and a last day.", floor.word());
            let headline = format!("`{name}` may not be set below `{}`: its pack says so", floor.word());
            add(Problem::new("CFG-06", "setting-below-floor", headline, setting.severity.range).helping(help));
        }
        weights.insert(code.to_owned(), Weight { usual, here });
    }
    weights
}

/// The code of a rule or a question, what it weighs and how low it may be set.
fn named<'p>(policy: &'p Policy, name: &str) -> Option<(&'p str, Severity, Severity)> {
    let is = |code: &str, id: &str| code.eq_ignore_ascii_case(name) || id.eq_ignore_ascii_case(name);
    let rule = policy.rules().find(|rule| is(&rule.code, &rule.id)).map(|rule| (rule.code.as_str(), rule.severity, rule.floor));
    rule.or_else(|| policy.questions().find(|question| is(&question.code, &question.id)).map(|question| (question.code.as_str(), question.severity, question.floor)))
}
