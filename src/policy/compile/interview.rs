//! The steps of an interview, compiled: every path, word and connective is looked for in the vocabulary, every condition is typed.

use super::super::condition::ExprId;
use super::super::interview::{Interview, Prompt, Slot, Step};
use super::super::raw::{RawFile, RawPrompt, RawStep};
use super::super::rule::Subjects;
use super::rules::{Builder, one_line};
use crate::diagnostic::{Problem, did_you_mean, list_words};
use crate::model::{Atom, Kind, KindId, Vocabulary};
use crate::source::{Text, TextRange};
use serde_spanned::Spanned;
use std::collections::BTreeSet;
use std::ops::Range;

/// The interview in the files of one kind of document; nothing where they have no steps.
pub(super) fn build<'r>(builder: &mut Builder<'_>, files: impl Iterator<Item = &'r (usize, RawFile)>) -> Option<Interview> {
    let raw: Vec<(usize, &Spanned<RawStep>)> = files.flat_map(|(file, raw)| raw.step.iter().map(|step| (*file, step))).collect();
    let document = builder.document().filter(|_| !raw.is_empty())?;
    let vocabulary = builder.vocabulary;
    let mut compiler = Compiler { builder, vocabulary, document, ids: BTreeSet::new(), written: BTreeSet::new() };
    let steps = raw.into_iter().filter_map(|(file, step)| compiler.step(file, step)).collect();
    Some(Interview { steps, ..Interview::default() })
}

struct Compiler<'b, 'a> {
    builder: &'b mut Builder<'a>,
    vocabulary: &'a Vocabulary,
    document: Subjects,
    ids: BTreeSet<String>,
    written: BTreeSet<String>,
}

impl Compiler<'_, '_> {
    fn add(&mut self, file: usize, headline: String, span: Range<usize>, help: String) {
        self.builder.problems.add(file, Problem::new("POL-09", "step-not-complete", headline, TextRange::new(span.start, span.end)).helping(help));
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
        let (kinds, fixed) = self.writes(file, &step.writes, step.begins)?;
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
        if let Some(prompt) = step.prompt.iter().find(|prompt| prompt.get_ref().now && !step.now) {
            self.add(file, format!("a prompt of the step `{id}` cannot wait, and the step can"), prompt.span(), "Write `now = true` at the step too, or take it from the prompt.".to_owned());
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
            condition: told(step.when.as_ref()),
            about: step.about.trim().into(),
            repeats: step.repeats.as_deref().map(Into::into),
            need: step.need,
            now: step.now,
            shows_way: step.shows_way,
            prompts,
        })
    }

    /// The way to a statement through the keywords: `person.consent`, `test necessary`.
    fn writes<'r>(&mut self, file: usize, path: &'r Spanned<String>, begins: bool) -> Option<(Vec<KindId>, Option<&'r str>)> {
        let text = path.get_ref();
        let (keywords, fixed) = text.split_once(' ').map_or((text.as_str(), None), |(keywords, word)| (keywords, Some(word.trim())));
        let mut around = *self.document.kinds.first()?;
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
        // A step that only begins a statement leaves it to the one that writes it.
        if !begins && !self.written.insert(text.clone()) {
            self.add(
                file,
                format!("`{text}` is written by another step already"),
                path.span(),
                "One statement is written by one step; let it repeat where there may be several, or say `begins = true` of a step before it.".to_owned(),
            );
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
            condition: told(prompt.when.as_ref()),
            need: prompt.need,
            now: prompt.now || slot == Slot::Value,
            ask: prompt.ask.trim().into(),
            hint: one_line(&prompt.hint),
        })
    }

    fn condition(&mut self, file: usize, text: &Spanned<String>) -> Option<ExprId> {
        self.builder.condition(file, text, &self.document)
    }
}

/// The lists whose words a statement may begin with.
fn lists<'v>(vocabulary: &'v Vocabulary, kind: &'v Kind) -> impl Iterator<Item = &'v crate::model::WordList> + Clone {
    kind.values.iter().flat_map(|spec| &spec.atoms).filter_map(|atom| if let Atom::Word(list) = atom { Some(vocabulary.words.list(*list)) } else { None })
}

/// A condition on one line, for readers.
fn told(text: Option<&Spanned<String>>) -> Text {
    text.map_or_else(Text::default, |text| one_line(text.get_ref()))
}
