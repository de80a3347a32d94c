//! The names of instruments in a citation: those of the register, and those that are like one.

use super::read::What;
use super::resolve::Reader;
use crate::policy::citations::{Entries, apart, is_year};
use std::ops::Range;

/// The longest name of an instrument, in words.
const LONGEST_NAME: usize = 16;

/// How alike a name must be to one in the register to be taken for it.
const ALIKE: f64 = 0.86;

/// Words that end the name of an instrument.
const INSTRUMENT_WORDS: [&str; 12] = ["act", "acts", "regulations", "regulation", "order", "rules", "directions", "code", "convention", "charter", "measure", "directive"];

/// Words that no name begins with.
const SMALL: [&str; 8] = ["", "of", "the", "under", "in", "and", "to", "by"];

/// The name of an instrument among the tokens.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) tokens: Range<usize>,
    pub(super) instruments: Entries,
    /// It is only like the name of the instrument.
    pub(super) is_like: bool,
}

/// How alike two names are: by their titles first, then by their years.
struct Alike {
    score: f64,
    years: u32,
}

impl Alike {
    /// Whether this is more alike than another; nothing when they are the same.
    fn better(&self, other: &Alike) -> Option<bool> {
        match self.score.total_cmp(&other.score) {
            std::cmp::Ordering::Equal if self.years == other.years => None,
            std::cmp::Ordering::Equal => Some(self.years < other.years),
            order => Some(order.is_gt()),
        }
    }
}

impl Reader<'_> {
    /// Each token as a word in one spelling; nothing for what is no word.
    pub(super) fn words(&self) -> Vec<Option<String>> {
        self.tokens.iter().map(|token| (token.what == What::Word).then(|| self.word(token))).collect()
    }

    /// The names of instruments, the longest first at each place; then what is only like one.
    pub(super) fn find_names(&mut self) {
        let words = self.words();
        let mut at = 0;
        while at < words.len() {
            match self.name_at(&words, at) {
                Some(name) => {
                    at = name.tokens.end;
                    self.names.push(name);
                }
                None => at += 1,
            }
        }
        self.find_plural(&words);
        self.find_like(&words);
        self.names.sort_by_key(|name| name.tokens.start);
    }

    /// The longest name that begins at a token.
    fn name_at(&self, words: &[Option<String>], at: usize) -> Option<Name> {
        if words[at].as_ref().is_none_or(|word| SMALL.contains(&word.as_str())) {
            return None;
        }
        let mut best: Option<(Name, bool)> = None;
        let mut name = String::new();
        for (end, word) in words.iter().enumerate().skip(at).take(LONGEST_NAME) {
            let Some(word) = word else { break };
            if word != "the" && !word.is_empty() {
                name.push_str(if name.is_empty() { "" } else { " " });
                name.push_str(word);
            }
            let instruments = self.law.index().named(&name);
            if !instruments.is_empty() {
                best = Some((Name { tokens: at..end + 1, instruments, is_like: false }, apart(&name).1.is_some()));
            }
        }
        let (name, has_year) = best?;
        // A year that the register does not know of this title: another one is meant.
        if !has_year && words.get(name.tokens.end).and_then(Option::as_ref).is_some_and(|word| is_year(word)) {
            return self.like(words, name.tokens.start..name.tokens.end + 1).or(Some(name));
        }
        Some(name)
    }

    /// `Children Acts 1989 and 2004`: a name for each year.
    fn find_plural(&mut self, words: &[Option<String>]) {
        for at in 1..words.len() {
            let is_plural = words[at].as_deref() == Some("acts");
            let start = (at.saturating_sub(LONGEST_NAME)..at).rev().take_while(|at| words[*at].as_ref().is_some_and(|word| !SMALL.contains(&word.as_str()) || word == "and")).last();
            let Some(start) = start.filter(|_| is_plural) else { continue };
            let title = words[start..at].iter().flatten().cloned().collect::<Vec<_>>().join(" ");
            let years = (at + 1..words.len()).map_while(|at| words[at].as_ref().filter(|word| is_year(word) || *word == "and").map(|word| (at, word)));
            let found: Vec<Name> = years
                .map(|(at, year)| Name { tokens: at..at + 1, instruments: self.law.index().named(&format!("{title} act {year}")), is_like: false })
                .filter(|name| !name.instruments.is_empty())
                .collect();
            if found.len() > 1 {
                self.names.retain(|name| name.tokens.end <= start || name.tokens.start > at + 2 * found.len());
                self.names.extend(found);
            }
        }
    }

    /// Names that end like one of an instrument and are none.
    fn find_like(&mut self, words: &[Option<String>]) {
        for at in 0..words.len() {
            let Some(word) = &words[at] else { continue };
            let inside = self.names.iter().position(|name| name.tokens.contains(&at));
            let number = word.split_once('/').is_some_and(|(year, number)| is_year(year) && number.bytes().all(|byte| byte.is_ascii_digit()));
            if word == "acts" || !(INSTRUMENT_WORDS.contains(&word.as_str()) || number && inside.is_none()) {
                continue;
            }
            let year_follows = words.get(at + 1).and_then(Option::as_ref).is_some_and(|word| is_year(word));
            let end = inside.map_or(if year_follows { at + 2 } else { at + 1 }, |inside| self.names[inside].tokens.end);
            let free = |at: &usize| words[*at].is_some() && !self.names.iter().enumerate().any(|(place, name)| Some(place) != inside && name.tokens.contains(at));
            let first = (at.saturating_sub(LONGEST_NAME)..at).rev().take_while(free).last().unwrap_or(at);
            // A name that was found may be the end of a longer one: `Health and Socail Care Act 2012`.
            let limit = inside.map_or(at, |inside| self.names[inside].tokens.start);
            let may_be_longer = inside.is_none() || limit.checked_sub(1).is_some_and(|before| self.is_in_title(before));
            let longer = (first..limit).filter(|_| may_be_longer).find_map(|start| self.like(words, start..end));
            match (longer, inside) {
                (Some(longer), Some(inside)) => self.names[inside] = longer,
                (Some(longer), None) => self.names.push(longer),
                (None, None) if year_follows || number => {
                    // An Act with its year, or a numbered instrument, that nobody knows.
                    let start = (first..at).find(|at| words[*at].as_ref().is_some_and(|word| !SMALL.contains(&word.as_str()))).unwrap_or(at);
                    self.names.push(Name { tokens: start..end, instruments: Entries::new(), is_like: false });
                }
                (None, _) => {}
            }
        }
    }

    /// Whether a word may belong to the title of an Act: it begins with a capital letter, or is `and`.
    fn is_in_title(&self, at: usize) -> bool {
        let text = &self.text[self.tokens[at].range.clone()];
        text == "and" || text == "&" || text.starts_with(char::is_uppercase)
    }

    /// An instrument whose name is like some words.
    pub(super) fn like(&self, words: &[Option<String>], tokens: Range<usize>) -> Option<Name> {
        if words.get(tokens.start).and_then(Option::as_ref).is_none_or(|word| SMALL.contains(&word.as_str())) {
            return None;
        }
        let name = words[tokens.clone()].iter().flatten().filter(|word| *word != "the").cloned().collect::<Vec<_>>().join(" ");
        let (title, year) = apart(&name);
        let mut best: Option<(Alike, &String, &Entries)> = None;
        for (known, instruments) in self.law.names() {
            // A short name is like too many others.
            let (known_title, known_year) = apart(known);
            if known.len() < 9 && known_title != title || known_title.len().abs_diff(title.len()) > 4 {
                continue;
            }
            let score = if known_title == title { 1.0 } else { strsim::normalized_damerau_levenshtein(known_title, title) };
            let years = match (year, known_year) {
                (Some(year), Some(known)) => year.abs_diff(known),
                (None, None) => 0,
                _ => 50,
            };
            let alike = Alike { score, years };
            if score >= ALIKE && best.as_ref().is_none_or(|(other, best_name, _)| alike.better(other).unwrap_or(known < *best_name)) {
                best = Some((alike, known, instruments));
            }
        }
        let (_, _, instruments) = best?;
        Some(Name { tokens, instruments: instruments.clone(), is_like: true })
    }

    /// Where a name stands, without the marks around it.
    pub(super) fn place(&self, name: &Name) -> Range<usize> {
        let (start, end) = (self.tokens[name.tokens.start].range.start, self.tokens[name.tokens.end - 1].range.end);
        let text = self.text[start..end].trim_end_matches([',', '.', ':', ' ']);
        let brackets = (text.matches('(').count(), text.matches(')').count());
        let shorter = match text.strip_prefix('(') {
            Some(rest) if brackets.0 > brackets.1 => rest,
            _ if brackets.1 > brackets.0 => text.strip_suffix(')').unwrap_or(text),
            _ => text,
        };
        let start = start + if shorter.len() < text.len() && text.ends_with(shorter) { text.len() - shorter.len() } else { 0 };
        start..start + shorter.len()
    }
}
