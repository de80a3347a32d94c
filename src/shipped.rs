//! What ships with the tool, compiled when the tool was built. Nothing is decoded before it is asked for.

use crate::policy::{PackFile, Policy, QuestionText, RuleText, Texts};
use std::sync::OnceLock;

static POLICY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policy.bin"));
static RULES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.bin"));
static QUESTIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/questions.bin"));
static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));
static EXAMPLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/example.bin"));
static SOURCES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sources.bin"));

/// The shipped policy.
pub fn policy() -> &'static Policy {
    static LOADED: OnceLock<Policy> = OnceLock::new();
    LOADED.get_or_init(|| decode(POLICY))
}

/// What people read of the shipped policy.
pub fn texts() -> &'static Texts {
    static LOADED: OnceLock<Texts> = OnceLock::new();
    LOADED.get_or_init(|| decode(TEXTS))
}

/// What people read of one rule, by its place in the policy: a run that finds little reads little.
pub fn rule_text(place: usize) -> &'static RuleText {
    static LOADED: OnceLock<Apart<RuleText>> = OnceLock::new();
    LOADED.get_or_init(|| Apart::new(RULES)).get(place)
}

/// What people read of one question, by its place in the policy.
pub fn question_text(place: usize) -> &'static QuestionText {
    static LOADED: OnceLock<Apart<QuestionText>> = OnceLock::new();
    LOADED.get_or_init(|| Apart::new(QUESTIONS)).get(place)
}

/// Values that are decoded one by one, each when it is first asked for.
struct Apart<T> {
    bytes: Vec<&'static [u8]>,
    values: Vec<OnceLock<T>>,
}

impl<T: serde::de::DeserializeOwned> Apart<T> {
    fn new(all: &'static [u8]) -> Self {
        let bytes: Vec<&'static [u8]> = postcard::from_bytes(all).unwrap_or_else(|error| unreachable!("the compiled policy cannot be read: {error}"));
        Apart { values: bytes.iter().map(|_| OnceLock::new()).collect(), bytes }
    }

    fn get(&self, place: usize) -> &T {
        self.values[place].get_or_init(|| decode(self.bytes[place]))
    }
}

/// The shipped pack files themselves, to be compiled together with local ones.
pub fn sources() -> Vec<PackFile> {
    decode(SOURCES)
}

/// The complete example, over which the examples of rules are laid; the file with the agreement comes first.
pub fn example() -> Vec<PackFile> {
    decode(EXAMPLE)
}

/// The bytes were written by the build of this very program.
fn decode<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> T {
    postcard::from_bytes(bytes).unwrap_or_else(|error| unreachable!("the compiled policy cannot be read: {error}"))
}
