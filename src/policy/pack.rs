//! A compiled policy: what a run needs, and what people read.

use super::register::{Register, RegisterId};
use super::rule::{Question, QuestionText, Rule, RuleText, Ymd};
use crate::model::Vocabulary;
use serde::{Deserialize, Serialize};

/// What a run needs of all packs.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Policy {
    /// Keywords and words.
    pub vocabulary: Vocabulary,
    /// Registers, by name.
    pub registers: Vec<Register>,
    /// Questions, by number and code.
    pub questions: Vec<Question>,
    /// Rules, by code.
    pub rules: Vec<Rule>,
    /// The day up to which the facts of the packs were checked: the oldest of their days.
    pub as_of: Ymd,
}

impl Policy {
    /// A register.
    pub fn register(&self, id: RegisterId) -> &Register {
        &self.registers[id.0 as usize]
    }

    /// The register with a name.
    pub fn register_named(&self, name: &str) -> Option<(RegisterId, &Register)> {
        let index = self.registers.iter().position(|register| register.name == name)?;
        Some((RegisterId(index as u16), &self.registers[index]))
    }
}

/// What a reader is told of a keyword.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeywordDoc {
    /// The kind.
    pub id: String,
    /// The heading under which it is listed.
    pub group: String,
    /// What it means.
    pub doc: String,
    /// An example.
    pub example: String,
    /// The language requirements that it meets.
    pub requirements: Vec<String>,
}

/// What a reader is told of a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordDoc {
    /// The list.
    pub list: String,
    /// The word.
    pub id: String,
    /// What it means.
    pub means: String,
}

/// What people read of all packs, in the order of [`Policy`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Texts {
    /// Of each question.
    pub questions: Vec<QuestionText>,
    /// Of each rule.
    pub rules: Vec<RuleText>,
    /// Of each keyword, in the order of the vocabulary files.
    pub keywords: Vec<KeywordDoc>,
    /// What each group of keywords is about.
    pub groups: Vec<(String, String)>,
    /// Of each word, by list and word.
    pub words: Vec<WordDoc>,
    /// What each list is about.
    pub lists: Vec<(String, String)>,
}
