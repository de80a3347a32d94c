//! Policies as data: the vocabulary, word lists, registers, questions and rules, loaded with spans, type-checked against the
//! vocabulary and compiled.
//!
//! What ships with the tool is compiled and checked when the tool is built (see `shipped`); a folder of local packs is
//! compiled at start. A misspelt field is an error with a suggestion, never a rule that silently passes. No rule, law or
//! list is known to this code, and no file is read here.

/// The register of what instruments of law provide; citations lead to its entries.
pub const PROVISIONS: &str = "provisions";
/// The register of instruments of law.
pub const INSTRUMENTS: &str = "instruments";

pub mod citations;
mod compile;
pub mod condition;
mod decision;
mod identities;
mod interview;
mod pack;
mod phrases;
mod raw;
mod reads;
mod register;
mod rule;
mod vocabulary;
mod word_lists;

pub use compile::{Compiled, PackFile, PackProblem, compile};
pub use decision::{Branch, Decisions, Expects, Leaf, Need, Onward, Procedure};
pub use identities::{Field, FieldPart, IdentityFields};
pub use interview::{Interview, Prompt, Slot, Step};
pub use pack::{KeywordDoc, PackText, PhraseBook, Policy, Pool, RuleSet, Texts, WordDoc};
pub use phrases::{Mentioned, PhraseSet, Phrases, day_number};
pub use reads::{Reads, SetReads};
pub use register::{Cell, ColumnType, Register, RegisterId, Registers, Row};
pub use rule::title::in_words;
pub use rule::{Belongs, Example, Part, Question, QuestionText, Rule, RuleText, Subjects, Touch, Ymd, written, ymd_of};
