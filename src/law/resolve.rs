//! From the pieces of a citation to the provisions that it means.

use super::index::{Entries, Index, LONGEST_NAME, plain_word};
use super::read::{Token, Unit, What, read};
use crate::policy::{Policy, RegisterId};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock};

/// The law of a policy, looked up by citation.
pub struct Law<'a> {
    policy: &'a Policy,
    index: OnceLock<Index>,
    /// What texts were found to cite: agreements cite the same law in the same words.
    known: Mutex<FxHashMap<Box<str>, Arc<[Cited]>>>,
}

/// One provision, or instrument, that a text cites.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Where in the text.
    pub range: Range<usize>,
    /// The instrument: an entry of the register.
    pub instrument: Option<u32>,
    /// The pinpoint in the spelling of the register: `s.115(2)`; empty for the whole instrument.
    pub pinpoint: String,
    /// The entries of the register of provisions that it stands in.
    pub provisions: Vec<u32>,
    /// The usual way to write it.
    pub canonical: String,
    /// What is wrong with it.
    pub fault: Option<Fault>,
}

/// What is wrong with a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing in it is the name of an instrument in the register.
    Unknown,
    /// A unit stands without a number that can be read.
    Malformed,
    /// Its name is not quite that of an instrument; this one is likely meant.
    Misnamed(String),
    /// No instrument is named, and these have such a pinpoint.
    Ambiguous(Vec<String>),
}

/// How many texts are remembered; then all are forgotten, so that memory stays flat.
const MOST: usize = 8192;

/// How alike a name must be to one in the register to be taken for it.
const ALIKE: f64 = 0.86;

/// Words that end the name of an instrument.
const INSTRUMENT_WORDS: [&str; 12] = ["act", "acts", "regulations", "regulation", "order", "rules", "directions", "code", "convention", "charter", "measure", "directive"];

impl<'a> Law<'a> {
    /// The law of a policy; nothing is looked at before it is asked for.
    pub fn new(policy: &'a Policy) -> Self {
        Law { policy, index: OnceLock::new(), known: Mutex::default() }
    }

    /// The register of provisions, when the policy has one.
    pub fn provisions(&self) -> Option<RegisterId> {
        self.index().register
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.policy))
    }

    /// What a text cites, in the order of the text.
    pub fn cited(&self, text: &str) -> Arc<[Cited]> {
        if let Ok(known) = self.known.lock()
            && let Some(found) = known.get(text)
        {
            return Arc::clone(found);
        }
        let found: Arc<[Cited]> = Reader { index: self.index(), text, tokens: read(text), names: Vec::new(), found: Vec::new() }.run().into();
        if let Ok(mut known) = self.known.lock() {
            if known.len() >= MOST {
                known.clear();
            }
            known.insert(text.into(), Arc::clone(&found));
        }
        found
    }
}

/// The name of an instrument among the tokens.
#[derive(Clone, Debug)]
struct Name {
    tokens: Range<usize>,
    instruments: Entries,
    /// The right name, when this one is only like it.
    meant: Option<String>,
}

/// A pinpoint with all its units, and where it stands.
struct Pinpoint {
    path: String,
    range: Range<usize>,
}

struct Reader<'a> {
    index: &'a Index,
    text: &'a str,
    tokens: Vec<Token>,
    names: Vec<Name>,
    found: Vec<Cited>,
}

impl Reader<'_> {
    fn run(mut self) -> Vec<Cited> {
        self.find_names();
        let mut start = 0;
        let ends: Vec<usize> = self.tokens.iter().enumerate().filter(|(_, token)| token.what == What::Stop).map(|(at, _)| at).chain([self.tokens.len()]).collect();
        let mut before = None;
        for end in ends {
            self.segment(start..end, &mut before);
            start = end + 1;
        }
        for token in &self.tokens {
            if token.what == What::Broken {
                self.found.push(Cited { range: token.range.clone(), instrument: None, pinpoint: String::new(), provisions: Vec::new(), canonical: String::new(), fault: Some(Fault::Malformed) });
            }
        }
        if self.found.is_empty() && !self.text.trim().is_empty() {
            self.found.push(Cited { range: 0..self.text.len(), instrument: None, pinpoint: String::new(), provisions: Vec::new(), canonical: String::new(), fault: Some(Fault::Unknown) });
        }
        self.found.sort_by_key(|cited| cited.range.start);
        self.found
    }

    fn word(&self, token: &Token) -> String {
        plain_word(&self.text[token.range.clone()])
    }

    /// The names of instruments, the longest first at each place; then what is only like one.
    fn find_names(&mut self) {
        let words: Vec<Option<String>> = self.tokens.iter().map(|token| (token.what == What::Word).then(|| self.word(token))).collect();
        let mut at = 0;
        while at < words.len() {
            let mut best = None;
            let mut name = String::new();
            for (end, word) in words.iter().enumerate().skip(at).take(LONGEST_NAME) {
                let Some(word) = word else { break };
                if word != "the" && !word.is_empty() {
                    name.push_str(if name.is_empty() { "" } else { " " });
                    name.push_str(word);
                }
                if let Some(instruments) = self.index.names.get(&name) {
                    best = Some(Name { tokens: at..end + 1, instruments: instruments.clone(), meant: None });
                }
            }
            match best {
                Some(name) => {
                    at = name.tokens.end;
                    self.names.push(name);
                }
                None => at += 1,
            }
        }
        self.find_like(&words);
        self.names.sort_by_key(|name| name.tokens.start);
    }

    /// Names that end like one of an instrument and are none.
    fn find_like(&mut self, words: &[Option<String>]) {
        let taken = |at: usize, names: &[Name]| names.iter().any(|name| name.tokens.contains(&at));
        for at in 0..words.len() {
            let Some(word) = &words[at] else { continue };
            if taken(at, &self.names) || !INSTRUMENT_WORDS.contains(&word.as_str()) {
                continue;
            }
            let is_year = |word: &Option<String>| word.as_ref().is_some_and(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
            let end = if words.get(at + 1).is_some_and(is_year) { at + 2 } else { at + 1 };
            let first = (at.saturating_sub(LONGEST_NAME)..at).rev().take_while(|at| words[*at].is_some() && !taken(*at, &self.names)).last().unwrap_or(at);
            if let Some(name) = (first..at).find_map(|start| self.like(words, start..end)) {
                self.names.push(name);
            } else if end > at + 1 {
                // An Act with its year that nobody knows.
                let range = self.tokens[first].range.start..self.tokens[end - 1].range.end;
                self.found.push(Cited { range, instrument: None, pinpoint: String::new(), provisions: Vec::new(), canonical: String::new(), fault: Some(Fault::Unknown) });
            }
        }
    }

    fn like(&self, words: &[Option<String>], tokens: Range<usize>) -> Option<Name> {
        let name = words[tokens.clone()].iter().flatten().filter(|word| *word != "the").cloned().collect::<Vec<_>>().join(" ");
        let mut best: Option<(f64, &String, &Entries)> = None;
        for (known, instruments) in &self.index.names {
            // A short name is like too many others.
            if known.len() < 9 || known.len().abs_diff(name.len()) > 4 {
                continue;
            }
            let score = if without_year(known) == without_year(&name) { 1.0 } else { strsim::normalized_damerau_levenshtein(known, &name) };
            let is_better = best.is_none_or(|(other, best_name, _)| score > other || (score - other).abs() < f64::EPSILON && known < best_name);
            if score >= ALIKE && is_better {
                best = Some((score, known, instruments));
            }
        }
        let (_, _, instruments) = best?;
        let meant = instruments.first().map(|instrument| self.index.short[*instrument as usize].clone());
        Some(Name { tokens, instruments: instruments.clone(), meant })
    }

    /// One citation, or several that commas part.
    fn segment(&mut self, tokens: Range<usize>, before: &mut Option<Name>) {
        let names: Vec<Name> = self.names.iter().filter(|name| tokens.contains(&name.tokens.start)).cloned().collect();
        let mut used = vec![false; names.len()];
        let name_first = names.first().is_some_and(|name| (tokens.start..name.tokens.start).all(|at| !matches!(self.tokens[at].what, What::Pin(..))));
        let mut at = tokens.start;
        while at < tokens.end {
            if !matches!(self.tokens[at].what, What::Pin(..)) {
                at += 1;
                continue;
            }
            let first = at;
            let (points, end) = self.pinpoints(at, tokens.end);
            at = end;
            let next = names.iter().position(|name| name.tokens.start >= end && self.leads_to(end..name.tokens.start));
            let previous = names.iter().rposition(|name| name.tokens.end <= first);
            let chosen = match (next, previous) {
                (Some(next), _) if self.says_of(end) || !name_first => Some(next),
                (_, Some(previous)) => Some(previous),
                (next, None) => next,
            };
            if let Some(chosen) = chosen {
                used[chosen] = true;
                *before = Some(names[chosen].clone());
            }
            let name = chosen.map(|chosen| names[chosen].clone()).or_else(|| before.clone());
            for point in points {
                let cited = self.cite(name.as_ref(), point);
                self.found.push(cited);
            }
        }
        for (name, used) in names.iter().zip(used) {
            if !used {
                let range = self.tokens[name.tokens.start].range.start..self.tokens[name.tokens.end - 1].range.end;
                let cited = self.cite(Some(name), Pinpoint { path: String::new(), range });
                self.found.push(cited);
                *before = Some(name.clone());
            }
        }
    }

    /// Whether only small words stand between a pinpoint and a name.
    fn leads_to(&self, mut between: Range<usize>) -> bool {
        between.all(|at| self.tokens[at].what == What::Word && matches!(self.word(&self.tokens[at]).as_str(), "of" | "the" | "to" | "in" | "under" | "and" | "both" | ""))
    }

    /// Whether `of` follows.
    fn says_of(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.what == What::Word && matches!(self.word(token).as_str(), "of" | "to" | "in" | "under"))
    }

    /// Pinpoints that stand together: the inner units are put into the outer ones.
    fn pinpoints(&self, first: usize, end: usize) -> (Vec<Pinpoint>, usize) {
        let mut chain: Vec<(Unit, &Vec<String>, Range<usize>)> = Vec::new();
        let mut at = first;
        let mut inner_first = false;
        while at < end {
            match &self.tokens[at].what {
                What::Pin(unit, numbers) => {
                    if let Some((last, ..)) = chain.last() {
                        let deeper = nests(*last, *unit);
                        let outer = nests(*unit, *last) && self.says_of(at - 1);
                        if !deeper && !outer {
                            break;
                        }
                        inner_first |= outer;
                    }
                    chain.push((*unit, numbers, self.tokens[at].range.clone()));
                    at += 1;
                }
                What::Word if matches!(self.tokens.get(at + 1).map(|token| &token.what), Some(What::Pin(..))) && matches!(self.word(&self.tokens[at]).as_str(), "of" | "" | "to") => at += 1,
                What::Word if self.text[self.tokens[at].range.clone()].trim_matches(',').is_empty() => at += 1,
                _ => break,
            }
        }
        let after = chain.last().map_or(first + 1, |(.., range)| self.tokens.iter().position(|token| token.range == *range).map_or(at, |place| place + 1));
        if inner_first {
            chain.sort_by_key(|(unit, ..)| *unit);
        }
        let range = chain.iter().map(|(.., range)| range.start).min().unwrap_or(0)..chain.iter().map(|(.., range)| range.end).max().unwrap_or(0);
        let has_paragraph = chain.iter().any(|(unit, ..)| *unit == Unit::Paragraph);
        let mut paths = vec![String::new()];
        for (unit, numbers, _) in &chain {
            // A Part inside a Schedule says nothing that the paragraph does not.
            if has_paragraph && matches!(unit, Unit::Part | Unit::Chapter) && paths != [String::new()] {
                continue;
            }
            paths = paths.iter().flat_map(|path| numbers.iter().map(move |number| join(path, *unit, number))).collect();
        }
        (paths.into_iter().map(|path| Pinpoint { path, range: range.clone() }).collect(), after)
    }

    fn cite(&self, name: Option<&Name>, point: Pinpoint) -> Cited {
        let Pinpoint { path, range } = point;
        let (instruments, meant) = match name {
            Some(name) => (name.instruments.clone(), name.meant.clone()),
            None => (self.index.owners(&path), None),
        };
        // A name that several bear is settled by the pinpoint, where only one has it.
        let having: Entries = instruments.iter().copied().filter(|instrument| !self.index.find(*instrument, &path).is_empty()).collect();
        let one = if instruments.len() == 1 { instruments.first() } else { having.first().filter(|_| having.len() == 1) };
        let Some(instrument) = one.copied() else {
            let candidates = instruments.iter().map(|instrument| canonical(&self.index.short[*instrument as usize], &path)).collect();
            return Cited { range, instrument: None, canonical: String::new(), provisions: Vec::new(), fault: Some(Fault::Ambiguous(candidates)), pinpoint: path };
        };
        let canonical = canonical(&self.index.short[instrument as usize], &path);
        let fault = meant.map(|_| Fault::Misnamed(canonical.clone()));
        Cited { range, instrument: Some(instrument), provisions: self.index.find(instrument, &path).to_vec(), canonical, fault, pinpoint: path }
    }
}

/// Whether a unit stands inside another.
fn nests(outer: Unit, inner: Unit) -> bool {
    match outer {
        Unit::Schedule => matches!(inner, Unit::Part | Unit::Chapter | Unit::Paragraph),
        Unit::Part => matches!(inner, Unit::Chapter | Unit::Paragraph),
        Unit::Chapter | Unit::Annex => inner == Unit::Paragraph,
        Unit::Section | Unit::Article | Unit::Regulation | Unit::Paragraph => false,
    }
}

fn join(path: &str, unit: Unit, number: &str) -> String {
    let own = format!("{}.{number}", unit.short());
    if path.is_empty() { own } else { format!("{path} {own}") }
}

/// A citation as it is usually written: `DPA 2018 Sch 1 para 18`.
fn canonical(short: &str, path: &str) -> String {
    let mut out = short.to_owned();
    for part in path.split(' ').filter(|part| !part.is_empty()) {
        let (unit, number) = part.split_once('.').unwrap_or((part, ""));
        let written = match unit {
            "s" => format!("s.{number}"),
            "art" => format!("Art {number}"),
            "sch" => format!("Sch {number}"),
            "part" => format!("Part {number}"),
            "ch" => format!("Chapter {number}"),
            "annex" => format!("Annex {number}"),
            unit => format!("{unit} {number}"),
        };
        out.push(' ');
        out.push_str(&written);
    }
    out
}

fn without_year(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((name, year)) if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => name,
    }
}
