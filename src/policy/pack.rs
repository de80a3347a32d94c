//! A compiled policy: what a run needs, and what people read.

use super::citations::CitationIndex;
use super::condition::{ExprId, Exprs, Paths};
use super::decision::Decisions;
use super::identities::IdentityFields;
use super::interview::Interview;
use super::phrases::{PhraseSet, Phrases, day_number};
use super::register::{Cell, Register, RegisterId, Registers, Row};
use super::rule::packed;
use super::rule::{Question, QuestionText, Rule, RuleText, Ymd, written};
use crate::model::Vocabulary;
use crate::source::{Shelf, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a run needs of all packs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Policy {
    /// Keywords and words.
    pub vocabulary: Vocabulary,
    /// Registers, by name.
    pub registers: Registers,
    /// The phrases that conditions look for.
    pub phrases: PhraseBook,
    /// What citations of law are looked up by.
    pub citations: CitationIndex,
    /// Fields that matter where people's identities are looked for.
    pub identities: IdentityFields,
    /// Questions and rules, one set for each kind of document that is judged.
    pub sets: Shelf<RuleSet>,
    /// The kind of document of each set, in the same order.
    pub judged: Vec<Text>,
    /// Interviews, one for each kind of document that has one; nothing but an interview decodes them.
    pub interviews: Shelf<Interview>,
    /// The kind of document of each interview, in the same order.
    pub interviewed: Vec<Text>,
    /// The day up to which the facts of the packs were checked: the oldest of their days.
    pub as_of: Ymd,
}

/// The questions and rules by which one kind of document is judged.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct RuleSet {
    /// The keyword of the documents: `agreement`, `disclosure`, `policy`.
    pub judges: Text,
    /// What the conditions share.
    pub pool: Pool,
    /// Questions, by number and code.
    pub questions: Vec<Question>,
    /// Rules, by code.
    #[serde(with = "packed")]
    pub rules: Vec<Rule>,
    /// Its decision procedures; none, or one set of them, which only `trace` unpacks.
    pub decisions: Shelf<Decisions>,
    /// The place of its first question among [`Texts::questions`].
    pub first_question: usize,
    /// The place of its first rule among [`Texts::rules`].
    pub first_rule: usize,
}

/// What the conditions of a set share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Pool {
    /// Conditions.
    pub exprs: Exprs,
    /// Paths.
    pub paths: Paths,
    /// Guards by subject and text, while packs are compiled.
    #[serde(skip)]
    pub(super) guards: BTreeMap<String, ExprId>,
}

/// The phrases that conditions look for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct PhraseBook {
    /// All phrases, in sets.
    pub phrases: Phrases,
    /// The phrases of each register that has any.
    of_registers: Vec<Option<PhraseSet>>,
}

impl PhraseBook {
    /// With the phrases of all registers.
    pub(super) fn new(registers: &Registers) -> Self {
        let mut phrases = Phrases::default();
        let of_registers = registers.iter().map(|register| {
            let column = register.column("phrase")?;
            let cells = register.entries.iter().map(|entry| &entry[column as usize]);
            if cells.clone().any(|cell| cell.texts().count() > 1) {
                return Some(phrases.add(cells.flat_map(Cell::texts)));
            }
            // One phrase an entry, blank ones included, so that a phrase leads to its entry; an entry with a day counts from then on.
            let since = register.column("since");
            let dated = register.entries.iter().map(|entry| {
                let since = since.map_or(0, |since| if let Cell::Date(year, month, day) = entry[since as usize] { day_number((year, month, day)) } else { 0 });
                (entry[column as usize].texts().next().unwrap_or_default(), since)
            });
            Some(phrases.add_dated(dated))
        });
        PhraseBook { of_registers: of_registers.collect(), phrases }
    }

    /// The phrases of a register.
    pub fn of(&self, register: RegisterId) -> Option<PhraseSet> {
        self.of_registers[register.0 as usize]
    }
}

impl Policy {
    /// The set by which a kind of document is judged.
    pub fn set(&self, judges: &str) -> Option<&RuleSet> {
        self.judged.iter().position(|kind| kind == judges).map(|index| self.sets.get(index))
    }

    /// The interview that leads to a kind of document.
    pub fn interview(&self, kind: &str) -> Option<&Interview> {
        self.interviewed.iter().position(|known| known == kind).map(|index| self.interviews.get(index))
    }

    /// Every question, in the order of [`Texts::questions`].
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.questions_in_sets().map(|(_, question)| question)
    }

    /// Every rule, in the order of [`Texts::rules`].
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules_in_sets().map(|(_, rule)| rule)
    }

    /// The same with the set of each question.
    pub fn questions_in_sets(&self) -> impl Iterator<Item = (&RuleSet, &Question)> {
        self.sets.iter().flat_map(|set| set.questions.iter().map(move |question| (set, question)))
    }

    /// The same with the set of each rule.
    pub fn rules_in_sets(&self) -> impl Iterator<Item = (&RuleSet, &Rule)> {
        self.sets.iter().flat_map(|set| set.rules.iter().map(move |rule| (set, rule)))
    }

    /// The code and the id of every rule and question.
    pub fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        let rules = self.rules().map(|rule| (rule.code.as_str(), rule.id.as_str()));
        rules.chain(self.questions().map(|question| (question.code.as_str(), question.id.as_str())))
    }

    /// The day up to which the facts were checked, as it is written.
    pub fn checked_to(&self) -> String {
        written(self.as_of)
    }

    /// A register.
    pub fn register(&self, id: RegisterId) -> &Register {
        self.registers.get(id)
    }

    /// The entries of the register with a name; none when there is no such register.
    pub fn rows<'p>(&'p self, register: &str) -> impl Iterator<Item = Row<'p>> + use<'p> {
        self.register_named(register).into_iter().flat_map(|(_, register)| register.rows())
    }

    /// The register with a name.
    pub fn register_named(&self, name: &str) -> Option<(RegisterId, &Register)> {
        let id = self.registers.find(name)?;
        Some((id, self.registers.get(id)))
    }
}

/// What a reader is told of a keyword.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct KeywordDoc {
    /// The kind.
    pub id: Text,
    /// The heading under which it is listed.
    pub group: Text,
    /// What it means.
    pub doc: Text,
    /// An example.
    pub example: Text,
    /// The language requirements that it meets.
    pub requirements: Vec<Text>,
    /// The words of clauses, each with what documents print for them.
    pub prints: Vec<(Text, Text)>,
}

/// What a reader is told of a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct WordDoc {
    /// The list.
    pub list: Text,
    /// The word.
    pub id: Text,
    /// What it means.
    pub means: Text,
    /// How it is printed in documents, where that is not its id with spaces.
    pub prints: Option<Text>,
}

/// What a reader is told of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct PackText {
    /// Its name.
    pub name: Text,
    /// Its heading.
    pub title: Text,
    /// What it is about; blank where it does not say.
    pub about: Text,
}

/// What people read of all packs, in the order of [`Policy`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Texts {
    /// Of each question.
    pub questions: Shelf<QuestionText>,
    /// Of each rule.
    pub rules: Shelf<RuleText>,
    /// Of each keyword, in the order of the vocabulary files.
    pub keywords: Shelf<KeywordDoc>,
    /// What each group of keywords is about.
    pub groups: Vec<(Text, Text)>,
    /// Of each word, by list and word.
    pub words: Shelf<WordDoc>,
    /// What each list is about.
    pub lists: Vec<(Text, Text)>,
    /// What each register is about.
    pub registers: Vec<(Text, Text)>,
    /// Of each pack.
    pub packs: Vec<PackText>,
}
