//! The steps of an interview, compiled: every path, word and connective is looked for in the vocabulary, every condition is typed.

use super::super::condition::{ExprId, Names, Scope, Target, check};
use super::super::interview::{Interview, Prompt, Slot, Step};
use super::super::pack::{PhraseBook, Policy, Pool};
use super::super::raw::{RawFile, RawPrompt, RawStep};
use super::super::register::Registers;
use super::{PackFile, Problems, content_start};
use crate::diagnostic::{Problem, did_you_mean, list_words};
use crate::model::{Atom, Kind, KindId, Vocabulary};
use crate::source::TextRange;
use serde_spanned::Spanned;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(super) fn build(files: &[PackFile], raw: &[(usize, RawFile)], judged: &BTreeMap<usize, &str>, policy: &mut Policy, problems: &mut Problems) {
    let kinds: BTreeSet<&str> = raw.iter().filter(|(_, raw)| !raw.step.is_empty()).filter_map(|(file, _)| judged.get(file).copied()).collect();
    for kind in kinds {
        let Policy { vocabulary, registers, phrases, .. } = &mut *policy;
        let Some(document) = vocabulary.find(kind) else { continue };
        let mut pool = Pool::default();
        let mut builder = Builder { files, vocabulary, registers, document: (kind, document), pool: &mut pool, phrases, problems, ids: BTreeSet::new(), written: BTreeSet::new() };
        let of_kind = raw.iter().filter(|(file, _)| judged.get(file) == Some(&kind));
        let steps = of_kind.flat_map(|(file, raw)| raw.step.iter().filter_map(|step| builder.step(*file, step)).collect::<Vec<_>>()).collect();
        policy.interviewed.push(kind.into());
        policy.interviews.push(Interview { pool, steps });
    }
}

struct Builder<'a> {
    files: &'a [PackFile],
    vocabulary: &'a Vocabulary,
    registers: &'a Registers,
    document: (&'a str, KindId),
    pool: &'a mut Pool,
    phrases: &'a mut PhraseBook,
    problems: &'a mut Problems,
    ids: BTreeSet<String>,
    written: BTreeSet<String>,
}

impl Builder<'_> {
    fn add(&mut self, file: usize, headline: String, span: Range<usize>, help: String) {
        self.problems.add(file, Problem::new("POL-09", "step-not-complete", headline, TextRange::new(span.start, span.end)).helping(help));
    }

    fn step(&mut self, file: usize, raw: &Spanned<RawStep>) -> Option<Step> {
        let step = raw.get_ref();
        let id = step.id.get_ref();
        let kebab = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !kebab || id.is_empty() {
            self.add(file, format!("the id `{id}` of a step is not in kebab-case"), step.id.span(), "Use small letters, digits and hyphens.".to_owned());
        }
        if !self.ids.insert(id.clone()) {
            self.add(file, format!("`{id}` is already the id of another step"), step.id.span(), "Choose another: answers are kept under it.".to_owned());
        }
        let when = step.when.as_ref().map(|text| self.condition(file, text));
        let (kinds, fixed) = self.writes(file, &step.writes)?;
        let kind = self.vocabulary.kind(*kinds.last()?);
        if step.repeats.is_some() && (kind.one || kind.block) {
            self.add(file, format!("`{}` is said once", kind.word), step.writes.span(), "Remove `repeats`.".to_owned());
        }
        let prompts: Vec<Prompt> = step.prompt.iter().filter_map(|prompt| self.prompt(file, kind, fixed.is_some(), prompt)).collect();
        for (place, prompt) in prompts.iter().enumerate() {
            if prompts[..place].iter().any(|other| other.slot == prompt.slot) {
                self.add(file, format!("the step `{id}` asks for one thing twice"), step.id.span(), "Every prompt of a step has a `slot` of its own.".to_owned());
            }
        }
        if prompts.first().is_none_or(|first| first.slot != Slot::Value || !first.only.is_empty() || first.when.is_some()) {
            self.add(
                file,
                format!("the step `{id}` does not ask for the value first"),
                step.id.span(),
                "The first prompt has no `slot`, no `if` and no `when`: the statement begins with it.".to_owned(),
            );
            return None;
        }
        Some(Step {
            id: id.as_str().into(),
            kinds,
            fixed: fixed.map(Into::into),
            when: when.flatten(),
            condition: one_line(step.when.as_ref()).into(),
            about: step.about.trim().into(),
            repeats: step.repeats.as_deref().map(Into::into),
            need: step.need,
            prompts,
        })
    }

    /// The way to a statement through the keywords: `person.consent`, `test necessary`.
    fn writes<'r>(&mut self, file: usize, path: &'r Spanned<String>) -> Option<(Vec<KindId>, Option<&'r str>)> {
        let text = path.get_ref();
        let (keywords, fixed) = text.split_once(' ').map_or((text.as_str(), None), |(keywords, word)| (keywords, Some(word.trim())));
        let mut around = self.document.1;
        let mut kinds = Vec::new();
        for keyword in keywords.split('.') {
            let here = self.vocabulary.kind(around);
            let Some(kind) = here.child(keyword) else {
                let known = || here.children.iter().map(|(word, _)| word.as_str());
                let help = did_you_mean(keyword, known()).map_or_else(|| format!("It holds {}.", list_words(known())), |meant| format!("Did you mean `{meant}`?"));
                self.add(file, format!("`{}` holds no `{keyword}`", here.word), path.span(), help);
                return None;
            };
            kinds.push(kind);
            around = kind;
        }
        let kind = self.vocabulary.kind(around);
        if let Some(word) = fixed
            && !lists(self.vocabulary, kind).any(|list| list.find(word).is_some())
        {
            self.add(file, format!("`{word}` is not a word for `{}`", kind.word), path.span(), "After a keyword may stand one word of its list.".to_owned());
            return None;
        }
        if !self.written.insert(text.clone()) {
            self.add(file, format!("`{text}` is written by another step already"), path.span(), "One statement is written by one step; let it repeat where there may be several.".to_owned());
        }
        Some((kinds, fixed))
    }

    fn prompt(&mut self, file: usize, kind: &Kind, fixed: bool, raw: &Spanned<RawPrompt>) -> Option<Prompt> {
        let prompt = raw.get_ref();
        if prompt.ask.trim().is_empty() {
            self.add(file, "a prompt asks nothing".to_owned(), raw.span(), "Write the question under `ask`.".to_owned());
        }
        let slot = match &prompt.slot {
            None => Slot::Value,
            Some(slot) if slot.get_ref() == "text" && !fixed => Slot::Text,
            Some(slot) => {
                let Some(index) = kind.clause(slot.get_ref()) else {
                    let known = || kind.clauses.iter().map(|clause| clause.field.as_str());
                    let help = did_you_mean(slot.get_ref(), known()).map_or_else(|| format!("It has {}.", list_words(known())), |meant| format!("Did you mean `{meant}`?"));
                    self.add(file, format!("`{}` has no `{}`", kind.word, slot.get_ref()), slot.span(), help);
                    return None;
                };
                Slot::Clause(index)
            }
        };
        let takes_text = |kind: &Kind| kind.values.as_ref().is_some_and(|spec| spec.takes(|atom| *atom == Atom::Text) && spec.takes(|atom| matches!(atom, Atom::Word(_))));
        if (slot == Slot::Text || (slot == Slot::Value && fixed)) && !takes_text(kind) {
            self.add(file, format!("no text follows a word in `{}`", kind.word), raw.span(), "Remove the prompt, or the word after the keyword.".to_owned());
        }
        if slot == Slot::Value && !fixed && kind.values.is_none() {
            self.add(file, format!("nothing follows `{}`", kind.word), raw.span(), "A step writes a statement that takes a value.".to_owned());
        }
        for word in &prompt.only {
            if !lists(self.vocabulary, kind).any(|list| list.knows(word.get_ref())) {
                let known = lists(self.vocabulary, kind).flat_map(|list| &list.words).map(|word| word.id.as_str());
                let help = did_you_mean(word.get_ref(), known.clone()).map_or_else(|| format!("Words that may stand here: {}.", list_words(known)), |meant| format!("Did you mean `{meant}`?"));
                self.add(file, format!("`{}` is not a word for `{}`", word.get_ref(), kind.word), word.span(), help);
            }
        }
        Some(Prompt {
            slot,
            only: prompt.only.iter().map(|word| word.get_ref().as_str().into()).collect(),
            when: prompt.when.as_ref().and_then(|text| self.condition(file, text)),
            condition: one_line(prompt.when.as_ref()).into(),
            need: prompt.need,
            ask: prompt.ask.trim().into(),
            hint: prompt.hint.split_whitespace().collect::<Vec<_>>().join(" ").into(),
        })
    }

    fn condition(&mut self, file: usize, text: &Spanned<String>) -> Option<ExprId> {
        let names = Names { vocabulary: self.vocabulary, registers: self.registers };
        let (word, kind) = self.document;
        let scope = Scope { subject: (word.to_owned(), vec![kind]), document: (word.to_owned(), Some(kind)) };
        let start = content_start(&self.files[file].text, &text.span());
        match check(text.get_ref(), &names, &scope, &mut Target { pool: &mut *self.pool, phrases: &mut *self.phrases }) {
            Ok(checked) => Some(checked),
            Err(found) => {
                for mut problem in found {
                    problem.shift(start as u32);
                    self.problems.add(file, problem);
                }
                None
            }
        }
    }
}

/// The lists whose words a statement may begin with.
fn lists<'v>(vocabulary: &'v Vocabulary, kind: &'v Kind) -> impl Iterator<Item = &'v crate::model::WordList> + Clone {
    kind.values.iter().flat_map(|spec| &spec.atoms).filter_map(|atom| if let Atom::Word(list) = atom { Some(vocabulary.words.list(*list)) } else { None })
}

/// A condition on one line, for readers.
fn one_line(text: Option<&Spanned<String>>) -> String {
    text.map_or_else(String::new, |text| text.get_ref().split_whitespace().collect::<Vec<_>>().join(" "))
}
