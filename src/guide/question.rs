//! A question as it is put to a person.

use super::Guide;
use super::place::{At, Place};
use super::record::Record;
use crate::model::{Atom, ValueSpec};
use crate::policy::{Slot, Step};

/// A word that may be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<'g> {
    /// The word.
    pub word: &'g str,
    /// What it means.
    pub means: &'g str,
}

/// What is asked at a place.
#[derive(Debug)]
pub struct Question<'g> {
    /// The id of the step.
    pub step: &'g str,
    /// What is said before it.
    pub about: &'g str,
    /// The question.
    pub ask: &'g str,
    /// What helps to answer it.
    pub hint: &'g str,
    /// What may be answered, in plain words.
    pub sorts: String,
    /// The words that may be chosen.
    pub choices: Vec<Choice<'g>>,
    /// What stands there now.
    pub now: Option<String>,
    /// It asks whether there is another.
    pub more: bool,
    /// It must be answered.
    pub need: bool,
    /// Before it, the way through the decision procedures so far is shown.
    pub shows_way: bool,
}

impl<'g> Record<'g> {
    /// The question at a place.
    pub fn question(&self, place: Place) -> Question<'g> {
        let step = self.step(place);
        let At::Prompt(index) = place.at else {
            let ask = step.repeats.as_deref().unwrap_or_default();
            return Question { step: &step.id, about: "", ask, hint: "", sorts: "yes or no".to_owned(), choices: Vec::new(), now: None, more: true, need: false, shows_way: false };
        };
        let prompt = &step.prompts[index];
        let node = self.entries(step).get(place.entry).copied();
        Question {
            step: &step.id,
            about: if index == 0 && place.entry == 0 { &step.about } else { "" },
            ask: &prompt.ask,
            hint: &prompt.hint,
            sorts: sorts(&self.guide, step, prompt.slot),
            choices: choices(&self.guide, step, prompt.slot),
            now: node.and_then(|node| self.slot(step, node, prompt.slot)).map(|range| range.of(self.text()).to_owned()),
            more: false,
            need: prompt.need || (index == 0 && step.need && place.entry == 0),
            shows_way: step.shows_way && index == 0 && place.entry == 0,
        }
    }
}

/// The words that may be chosen in a slot, with what they mean.
pub fn choices<'g>(guide: &Guide<'g>, step: &Step, slot: Slot) -> Vec<Choice<'g>> {
    let vocabulary = &guide.judge.policy.vocabulary;
    let spec = step.spec(vocabulary, slot);
    let lists = spec.into_iter().flat_map(|spec| &spec.atoms).filter_map(|atom| if let Atom::Word(list) = atom { Some(vocabulary.words.list(*list)) } else { None });
    let texts = &guide.judge.texts.words;
    let words = lists.flat_map(|list| texts.iter().filter(move |word| word.list == list.name));
    words.map(|word| Choice { word: &word.id, means: &word.means }).collect()
}

/// What may be answered in a slot, in plain words.
pub fn sorts(guide: &Guide<'_>, step: &Step, slot: Slot) -> String {
    let Some(spec) = step.spec(&guide.judge.policy.vocabulary, slot) else { return "a short text".to_owned() };
    let word_only = slot == Slot::Value && step.prompts.iter().any(|prompt| prompt.slot == Slot::Text);
    let mut sorts: Vec<&str> = Vec::new();
    for atom in &spec.atoms {
        let sort = match atom {
            Atom::Word(_) if spec.many => "one or more of these words, with commas",
            Atom::Word(_) => "one of these words",
            _ if word_only => continue,
            Atom::Text | Atom::Ref(_) => text_sort(spec),
            Atom::Cite => "the law, such as DPA 2018 Sch 2 para 2",
            Atom::Date => "a day, with the time where it is known: 2026-03-02 21:40",
            Atom::Period => "how long, such as 8 years",
            Atom::Number => "a number",
            Atom::Hours => "hours, such as weekdays 09:00-17:00",
            Atom::Name => "a short name",
        };
        if !sorts.contains(&sort) {
            sorts.push(sort);
        }
    }
    sorts.join(", or ")
}

fn text_sort(spec: &ValueSpec) -> &'static str {
    if spec.many { "a short text; put a semicolon between several" } else { "a short text" }
}
