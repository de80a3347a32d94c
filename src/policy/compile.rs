//! Pack files to a policy. Every problem of every file is reported in one go.

mod decisions;
mod interview;
mod packs;
mod registers;
mod rules;

use super::citations::CitationIndex;
use super::identities::IdentityFields;
use super::pack::{PhraseBook, Policy, Texts};
use super::raw::RawFile;
use super::rule::Ymd;
use super::{vocabulary, word_lists};
use crate::diagnostic::{Problem, did_you_mean};
use crate::source::TextRange;
use serde::{Deserialize, Serialize};
use toml::value::Datetime;

/// A policy file: its path, for messages and order, and its text.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PackFile {
    /// Path with forward slashes.
    pub path: String,
    /// TOML.
    pub text: String,
}

/// A problem of a pack file.
#[derive(Clone, Debug)]
pub struct PackProblem {
    /// Index of the file.
    pub file: usize,
    /// The problem.
    pub problem: Problem,
}

/// A policy and its prose.
#[derive(Debug, Default)]
pub struct Compiled {
    /// What a run needs.
    pub policy: Policy,
    /// What people read.
    pub texts: Texts,
}

/// Problems as they are found.
#[derive(Default)]
pub(super) struct Problems(Vec<PackProblem>);

impl Problems {
    pub(super) fn add(&mut self, file: usize, problem: Problem) {
        self.0.push(PackProblem { file, problem });
    }
}

/// Compiles pack files, in the order of their paths.
pub fn compile(files: &[PackFile]) -> Result<Compiled, Vec<PackProblem>> {
    let mut problems = Problems::default();
    let mut order: Vec<usize> = (0..files.len()).collect();
    order.sort_by(|left, right| files[*left].path.cmp(&files[*right].path));
    let raw: Vec<(usize, RawFile)> = order.into_iter().filter_map(|index| read(index, &files[index].text, &mut problems).map(|raw| (index, raw))).collect();
    let (words, (word_docs, lists)) = word_lists::build(&raw, &mut problems);
    let (vocabulary, (keywords, groups)) = vocabulary::build(&raw, words, &mut problems);
    let registers = registers::build(&raw, &mut problems);
    let identities = IdentityFields::new(&raw, &vocabulary, &mut problems);
    let mut compiled = Compiled {
        policy: Policy { vocabulary, identities, phrases: PhraseBook::new(&registers), citations: CitationIndex::new(&registers), registers, ..Policy::default() },
        texts: Texts { keywords: keywords.into_iter().collect(), groups, words: word_docs.into_iter().collect(), lists, registers: registers::about(&raw), ..Texts::default() },
    };
    let as_of = raw.iter().filter_map(|(_, raw)| raw.pack.as_ref()).filter_map(|pack| ymd(&pack.as_of)).min();
    compiled.policy.as_of = as_of.unwrap_or((1, 1, 1));
    rules::build(files, &raw, &mut compiled, &mut problems);
    compiled.policy.phrases.phrases.finish();
    if problems.0.is_empty() {
        Ok(compiled)
    } else {
        problems.0.sort_by_key(|problem| (problem.file, problem.problem.range.start));
        Err(problems.0)
    }
}

fn read(file: usize, text: &str, problems: &mut Problems) -> Option<RawFile> {
    match toml::from_str::<RawFile>(text) {
        Ok(raw) => Some(raw),
        Err(error) => {
            let span = error.span().unwrap_or(0..text.len().min(1));
            let message = error.message().lines().next().unwrap_or("").replace("invalid", "wrong").replace("variant", "word");
            let problem = Problem::new("POL-01", "pack-not-read", message.clone(), TextRange::new(span.start, span.end.max(span.start + 1).min(text.len())));
            problems.add(file, problem.helping(suggestion(&message)));
            None
        }
    }
}

/// A did-you-mean for an unknown field, from what the TOML reader says.
fn suggestion(message: &str) -> String {
    let mut words = message.split('`').skip(1).step_by(2);
    let Some(found) = words.next().filter(|_| message.starts_with("unknown field")) else {
        return "The shape of pack files is described in docs/rules.md.".to_owned();
    };
    match did_you_mean(found, words) {
        Some(meant) => format!("Did you mean `{meant}`?"),
        None => "Remove it; a field that is not known is never read.".to_owned(),
    }
}

/// A TOML date as year, month, day.
pub(super) fn ymd(date: &Datetime) -> Option<Ymd> {
    let date = date.date?;
    Some((i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?))
}
