//! An interview without a terminal: the questions are put to a script.

use super::place::{At, Place};
use super::record::Record;
use super::script::{Entry, Script, ScriptProblem};
use super::turn::{Given, Turned};
use crate::source::Text;
use std::collections::BTreeSet;

/// An answer of a script that was not asked for.
pub type Warning = ScriptProblem;

/// A record that a script has answered.
#[derive(Debug)]
pub struct Answered {
    /// Its text.
    pub text: String,
    /// What the script answers and nobody asked.
    pub warnings: Vec<Warning>,
}

impl Script {
    /// Puts every question of a record to the script. What must be answered and is not becomes `?`.
    pub fn run(&self, record: &Record<'_>) -> Result<Answered, ScriptProblem> {
        let (guide, path) = (record.guide, record.parsed.source.path.clone());
        let mut asked: BTreeSet<(usize, usize, usize)> = BTreeSet::new();
        let Turned { text, mut next } = record.opened();
        let mut record = Record::read(guide, &path, &text).map_err(|what| ScriptProblem { line: 1, what })?;
        while let Some(place) = next {
            let given = self.given(&record, place, &mut asked);
            let turned = match record.answer(place, &given) {
                // What has to be answered and is not is open.
                Err(_) if given == Given::Skip => record.answer(place, &Given::Unknown),
                turned => turned,
            };
            let line = self.steps.get(&place.step).map_or(1, |answers| answers.line);
            let turned = turned.map_err(|what| ScriptProblem { line, what: format!("`{}`: {what}", record.step(place).id) })?;
            record = Record::read(guide, &path, &turned.text).map_err(|what| ScriptProblem { line, what })?;
            next = turned.next;
        }
        let warnings = self.not_asked(&record, &asked);
        Ok(Answered { text: record.text().to_owned(), warnings })
    }

    fn given(&self, record: &Record<'_>, place: Place, asked: &mut BTreeSet<(usize, usize, usize)>) -> Given {
        let entries: &[Entry] = self.steps.get(&place.step).map_or(&[], |answers| answers.entries.as_slice());
        match place.at {
            At::More => Given::More(entries.len() > record.entries(record.step(place)).len()),
            At::Prompt(prompt) => {
                asked.insert((place.step, place.entry, prompt));
                entries.get(place.entry).and_then(|entry| entry.given.get(&prompt)).cloned().unwrap_or(Given::Skip)
            }
        }
    }

    fn not_asked(&self, record: &Record<'_>, asked: &BTreeSet<(usize, usize, usize)>) -> Vec<Warning> {
        let vocabulary = &record.guide.judge.policy.vocabulary;
        let mut warnings = Vec::new();
        for (place, answers) in &self.steps {
            let step = &record.guide.interview.steps[*place];
            let mut warn = |what: String| warnings.push(ScriptProblem { line: answers.line, what });
            if !asked.iter().any(|(step, ..)| step == place) {
                if !record.guide.pace.has(step.now) {
                    warn(format!("`{}` can wait and is not asked with `--urgent`; answer it without", step.id));
                } else if record.applies(step) {
                    warn(format!("`{}` is answered in the record already; what stands there is kept", step.id));
                } else {
                    warn(format!("`{}` is answered and not asked here: it is asked where {}", step.id, step.condition));
                }
                continue;
            }
            for (entry, answers) in answers.entries.iter().enumerate() {
                for prompt in answers.given.keys().filter(|prompt| !asked.contains(&(*place, entry, **prompt))) {
                    let prompt = &step.prompts[*prompt];
                    if !record.guide.pace.has(prompt.now) {
                        warn(format!("`{}` of `{}` can wait and is not asked with `--urgent`; answer it without", step.slot_name(vocabulary, prompt.slot), step.id));
                        continue;
                    }
                    let words = if prompt.only.is_empty() { String::new() } else { format!(": it is asked with {}", crate::diagnostic::list_words(prompt.only.iter().map(Text::as_str))) };
                    let condition = if prompt.condition.is_empty() { String::new() } else { format!(", where {}", prompt.condition) };
                    warn(format!("`{}` of `{}` is answered and not asked here{words}{condition}", step.slot_name(vocabulary, prompt.slot), step.id));
                }
            }
        }
        warnings
    }
}
