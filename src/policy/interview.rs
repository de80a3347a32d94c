//! An interview, compiled: the questions that lead a person through writing a document, and when each is asked.

use super::condition::ExprId;
use super::pack::Pool;
use crate::model::{Kind, KindId, ValueSpec, Vocabulary};
use crate::source::Text;
use serde::{Deserialize, Serialize};

/// The questions that lead to one kind of document.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Interview {
    /// What the conditions share.
    pub pool: Pool,
    /// The steps, in the order in which they are asked.
    pub steps: Vec<Step>,
}

/// What leads to one statement of the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Step {
    /// Its id.
    pub id: Text,
    /// The blocks in which the statement stands, from the document on, and the statement itself.
    pub kinds: Vec<KindId>,
    /// The word with which the statement begins, where the step is about one word of several: `test necessary`.
    pub fixed: Option<Text>,
    /// Where it is asked; everywhere when it is not said.
    pub when: Option<ExprId>,
    /// The same as it is written.
    pub condition: Text,
    /// What is said before it.
    pub about: Text,
    /// Asked after each statement, where there may be several.
    pub repeats: Option<Text>,
    /// It must be answered, if only by `?`.
    pub need: bool,
    /// It has to be settled before anything is given, so it is asked where there is no time for the rest.
    pub now: bool,
    /// Before it is asked, the way through the decision procedures so far is shown.
    pub shows_way: bool,
    /// What is asked: the value first, then what belongs to it.
    pub prompts: Vec<Prompt>,
}

/// What a prompt asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slot {
    /// What follows the keyword.
    Value,
    /// The text after a word that follows the keyword.
    Text,
    /// What follows a connective, by its place in the kind.
    Clause(u16),
}

/// One question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Prompt {
    /// What it asks for.
    pub slot: Slot,
    /// The words of the statement with which it is asked; with all when there is none.
    pub only: Vec<Text>,
    /// Where it is asked.
    pub when: Option<ExprId>,
    /// The same as it is written.
    pub condition: Text,
    /// It must be answered, if only by `?`.
    pub need: bool,
    /// It is asked where there is no time for the rest. The value of a step that is asked then always is.
    pub now: bool,
    /// The question.
    pub ask: Text,
    /// What helps to answer it.
    pub hint: Text,
}

impl Step {
    /// The kind of the statement.
    pub fn kind<'v>(&self, vocabulary: &'v Vocabulary) -> &'v Kind {
        // A step without a statement is not compiled.
        vocabulary.kind(self.kinds.last().copied().unwrap_or(KindId(0)))
    }

    /// What a prompt calls its answer in a script: `value`, `text` or the connective.
    pub fn slot_name<'v>(&self, vocabulary: &'v Vocabulary, slot: Slot) -> &'v str {
        match slot {
            Slot::Value => "value",
            Slot::Text => "text",
            Slot::Clause(index) => self.kind(vocabulary).clauses[index as usize].field.as_str(),
        }
    }

    /// What may be answered to a prompt; nothing where the vocabulary leaves it to any text.
    pub fn spec<'v>(&self, vocabulary: &'v Vocabulary, slot: Slot) -> Option<&'v ValueSpec> {
        let kind = self.kind(vocabulary);
        match slot {
            Slot::Clause(index) => Some(&kind.clauses[index as usize].values),
            Slot::Value if self.fixed.is_none() => kind.values.as_ref(),
            Slot::Value | Slot::Text => None,
        }
    }
}
