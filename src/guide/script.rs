//! Answers that were written beforehand, in TOML: the id of a step, and a text, a table of slots, or several of these.

use super::Guide;
use super::answer;
use super::turn::Given;
use crate::diagnostic::{did_you_mean, list_words};
use crate::policy::{Slot, Step};
use crate::source::SourceFile;
use serde_spanned::Spanned;
use std::collections::BTreeMap;
use toml::de::{DeString, DeTable, DeValue};

/// What is the matter with a line of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptProblem {
    /// The line, from 1.
    pub line: usize,
    /// What is the matter.
    pub what: String,
}

/// The answers to one statement: what is given to each prompt.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) given: BTreeMap<usize, Given>,
}

/// The answers to one step.
#[derive(Debug)]
pub(super) struct Answers {
    pub(super) line: usize,
    pub(super) entries: Vec<Entry>,
}

/// All answers, by the place of the step.
#[derive(Debug, Default)]
pub struct Script {
    pub(super) steps: BTreeMap<usize, Answers>,
}

impl Script {
    /// Reads a script; every problem is told at once.
    pub fn read(guide: &Guide<'_>, text: &str) -> Result<Self, Vec<ScriptProblem>> {
        let source = SourceFile::new("", text);
        let mut reader = Reader { guide, source: &source, problems: Vec::new() };
        let table = match DeTable::parse(text) {
            Ok(table) => table,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let what = error.message().lines().next().unwrap_or_default().replace("invalid", "wrong");
                reader.add(at, what);
                return Err(reader.problems);
            }
        };
        let mut script = Script::default();
        for (key, value) in table.get_ref() {
            let id = key.get_ref().as_ref();
            let steps = &guide.interview.steps;
            let Some(place) = steps.iter().position(|step| step.id == id) else {
                let known = || steps.iter().map(|step| step.id.as_str());
                let help = did_you_mean(id, known()).map_or_else(|| "`sharewright disclose --questions` lists them.".to_owned(), |meant| format!("Did you mean `{meant}`?"));
                reader.add(key.span().start, format!("no step is called `{id}`. {help}"));
                continue;
            };
            let entries = reader.entries(&steps[place], value);
            script.steps.insert(place, Answers { line: reader.line(key.span().start), entries });
        }
        if reader.problems.is_empty() {
            Ok(script)
        } else {
            reader.problems.sort_by_key(|problem| problem.line);
            Err(reader.problems)
        }
    }
}

struct Reader<'r, 'g> {
    guide: &'r Guide<'g>,
    source: &'r SourceFile,
    problems: Vec<ScriptProblem>,
}

impl Reader<'_, '_> {
    fn line(&self, at: usize) -> usize {
        self.source.line_column(at as u32).0
    }

    fn add(&mut self, at: usize, what: String) {
        let line = self.line(at);
        self.problems.push(ScriptProblem { line, what });
    }

    fn entries(&mut self, step: &Step, value: &Spanned<DeValue<'_>>) -> Vec<Entry> {
        let DeValue::Array(several) = value.get_ref() else { return vec![self.entry(step, value)] };
        if several.len() > 1 && step.repeats.is_none() {
            self.add(value.span().start, format!("`{}` is answered once", step.id));
        }
        several.iter().map(|value| self.entry(step, value)).collect()
    }

    fn entry(&mut self, step: &Step, value: &Spanned<DeValue<'_>>) -> Entry {
        let mut entry = Entry::default();
        match value.get_ref() {
            DeValue::String(text) => {
                let given = self.given(step, 0, text, value.span().start);
                entry.given.extend(given.map(|given| (0, given)));
            }
            DeValue::Table(slots) => {
                for (key, value) in slots {
                    self.slot(step, key, value, &mut entry);
                }
            }
            _ => self.add(value.span().start, format!("the answer to `{}` is not between quotation marks", step.id)),
        }
        entry
    }

    fn slot(&mut self, step: &Step, key: &Spanned<DeString<'_>>, value: &Spanned<DeValue<'_>>, entry: &mut Entry) {
        let name = key.get_ref().as_ref();
        let DeValue::String(text) = value.get_ref() else {
            self.add(value.span().start, format!("`{name}` of `{}` is not between quotation marks", step.id));
            return;
        };
        if name == "none" {
            let kind = step.kind(&self.guide.judge.policy.vocabulary);
            if step.fixed.is_some() || kind.item {
                self.add(key.span().start, format!("`{}` cannot be said not to apply", step.id));
            }
            entry.given.insert(0, Given::NotApplicable(text.to_string()));
            return;
        }
        let vocabulary = &self.guide.judge.policy.vocabulary;
        let names: Vec<&str> = step.prompts.iter().map(|prompt| step.slot_name(vocabulary, prompt.slot)).collect();
        let Some(prompt) = names.iter().position(|known| *known == name) else {
            let help = did_you_mean(name, names.iter().copied()).map_or_else(|| format!("It has {}.", list_words(names.iter().copied())), |meant| format!("Did you mean `{meant}`?"));
            self.add(key.span().start, format!("`{}` asks for no `{name}`. {help}", step.id));
            return;
        };
        let given = self.given(step, prompt, text, value.span().start);
        entry.given.extend(given.map(|given| (prompt, given)));
    }

    /// An answer, looked at for what is the matter with it whatever the record says.
    fn given(&mut self, step: &Step, prompt: usize, text: &str, at: usize) -> Option<Given> {
        if text.trim() == "?" {
            return Some(Given::Unknown);
        }
        let wanted = step.prompts.get(prompt)?;
        if let Err(what) = answer::read(self.guide, step, wanted, text) {
            let slot = step.slot_name(&self.guide.judge.policy.vocabulary, wanted.slot);
            let slot = if wanted.slot == Slot::Value { String::new() } else { format!(", `{slot}`") };
            self.add(at, format!("`{}`{slot}: {what}", step.id));
            return None;
        }
        Some(Given::Text(text.to_owned()))
    }
}
