//! From the pieces of a citation to the provisions that it means.

use super::names::Name;
use super::read::{Token, UNSAID, Unit, What, read};
use crate::policy::citations::{CitationIndex, Entries, is_year, names_of, plain, plain_word};
use crate::policy::{INSTRUMENTS, PROVISIONS, Policy, Register, RegisterId};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock};

/// The law of a policy, looked up by citation.
pub struct Law<'a> {
    policy: &'a Policy,
    /// Every name with its instruments, for names that are only like one.
    names: OnceLock<Vec<(String, Entries)>>,
    /// What texts were found to cite: agreements cite the same law in the same words.
    known: Mutex<FxHashMap<Box<str>, Arc<[Cited]>>>,
    /// Citations that are not written in the usual way are told, too.
    pub(super) tells_unusual: bool,
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
    /// What is wrong with it.
    pub fault: Option<Fault>,
    /// Where the name of the instrument stands, when that is what is wrong.
    pub misnamed: Option<Range<usize>>,
}

impl Cited {
    fn faulty(range: Range<usize>, fault: Fault) -> Self {
        Cited { range, instrument: None, pinpoint: String::new(), provisions: Vec::new(), fault: Some(fault), misnamed: None }
    }
}

/// What is wrong with a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing in it is the name of an instrument in the register.
    Unknown,
    /// A unit stands without a number that can be read.
    Malformed,
    /// Its name is not quite that of the instrument that is likely meant.
    Misnamed,
    /// No instrument is named, or several have the name: these.
    Ambiguous(Entries),
}

/// How many texts are remembered; then all are forgotten, so that memory stays flat.
const MOST: usize = 8192;

impl<'a> Law<'a> {
    /// The law of a policy; nothing is looked at before it is asked for.
    pub fn new(policy: &'a Policy) -> Self {
        Law { policy, names: OnceLock::new(), known: Mutex::default(), tells_unusual: false }
    }

    /// The register of provisions, when the policy has one.
    pub fn provisions(&self) -> Option<RegisterId> {
        self.policy.registers.find(PROVISIONS)
    }

    /// The usual way to write a citation: `DPA 2018 Sch 1 para 18`. Empty when it was not found.
    pub fn canonical(&self, cited: &Cited) -> String {
        cited.instrument.map_or_else(String::new, |instrument| canonical(self.short(instrument), &cited.pinpoint))
    }

    /// The name of the instrument that a citation is of, for the place of another: its short form for what is as short, or else its title.
    pub fn name_like(&self, cited: &Cited, other: &str) -> &str {
        let Some(instrument) = cited.instrument else { return "" };
        let short = self.short(instrument);
        let title = self.instrument(instrument, "label").filter(|title| other.len() > short.len() && self.index().named(&plain(title)).as_slice() == [instrument]);
        title.unwrap_or(short)
    }

    /// What an ambiguous citation might mean, as it is usually written.
    pub fn candidates(&self, cited: &Cited) -> Vec<String> {
        match &cited.fault {
            Some(Fault::Ambiguous(instruments)) => instruments.iter().map(|instrument| canonical(self.short(*instrument), &cited.pinpoint)).collect(),
            _ => Vec::new(),
        }
    }

    /// The short form of an instrument, or else its title.
    fn short(&self, instrument: u32) -> &str {
        self.instrument(instrument, "cite").or_else(|| self.instrument(instrument, "label")).unwrap_or_default()
    }

    /// Whether an instrument is European law, which has articles.
    fn is_european(&self, instrument: u32) -> bool {
        self.instrument(instrument, "kind") == Some("eu")
    }

    fn instrument(&self, instrument: u32, column: &str) -> Option<&str> {
        self.instruments()?.row(instrument).text(column)
    }

    fn instruments(&self) -> Option<&Register> {
        self.policy.register_named(INSTRUMENTS).map(|(_, register)| register)
    }

    /// Every name, for those that are only like one.
    pub(super) fn names(&self) -> &[(String, Entries)] {
        self.names.get_or_init(|| {
            let mut names: Vec<String> = self.instruments().into_iter().flat_map(Register::rows).flat_map(names_of).map(plain).collect();
            names.sort();
            names.dedup();
            names.into_iter().map(|name| (name.clone(), self.index().named(&name))).collect()
        })
    }

    pub(super) fn index(&self) -> &CitationIndex {
        &self.policy.citations
    }

    /// What a text cites, in the order of the text.
    pub fn cited(&self, text: &str) -> Arc<[Cited]> {
        if let Ok(known) = self.known.lock()
            && let Some(found) = known.get(text)
        {
            return Arc::clone(found);
        }
        let found: Arc<[Cited]> = Reader::new(self, text, read(text)).run().into();
        if let Ok(mut known) = self.known.lock() {
            if known.len() >= MOST {
                known.clear();
            }
            known.insert(text.into(), Arc::clone(&found));
        }
        found
    }
}

/// A pinpoint with all its units, and where it stands.
struct Pinpoint {
    path: String,
    range: Range<usize>,
}

pub(super) struct Reader<'a> {
    pub(super) law: &'a Law<'a>,
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) names: Vec<Name>,
    found: Vec<Cited>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(law: &'a Law<'a>, text: &'a str, tokens: Vec<Token>) -> Self {
        Reader { law, text, tokens, names: Vec::new(), found: Vec::new() }
    }

    fn run(mut self) -> Vec<Cited> {
        self.leave_out_amendments();
        self.find_names();
        if self.names.is_empty() && self.tokens.iter().all(|token| token.what == What::Word) {
            self.names.extend(self.like(&self.words(), 0..self.tokens.len()));
        }
        let mut start = 0;
        let ends: Vec<usize> = self.tokens.iter().enumerate().filter(|(_, token)| token.what == What::Stop).map(|(at, _)| at).chain([self.tokens.len()]).collect();
        let mut before = None;
        for end in ends {
            self.segment(start..end, &mut before);
            start = end + 1;
        }
        if self.found.is_empty() && !self.text.trim().is_empty() {
            self.found.push(Cited::faulty(0..self.text.len(), Fault::Unknown));
        }
        self.found.sort_by_key(|cited| cited.range.start);
        self.found
    }

    /// An Act that only inserted or amended what is cited is not what is cited.
    fn leave_out_amendments(&mut self) {
        let is = |token: &Token, words: &[&str]| token.what == What::Word && words.contains(&plain_word(&self.text[token.range.clone()]).as_str());
        let Some(start) = self.tokens.windows(2).position(|pair| is(&pair[0], &["inserted", "amended", "substituted", "added"]) && is(&pair[1], &["by"])) else { return };
        let rest = &self.tokens[start..];
        let closes = |token: &Token| token.what == What::Stop || self.text[..token.range.end].ends_with(')') && !matches!(token.what, What::Pin(..));
        // A bracket in a title, such as `(Use and Access)`, closes more than it should; what is left then holds no pinpoint.
        let opened = self.text[..self.tokens[start].range.start].matches('(').count() > self.text[..self.tokens[start].range.start].matches(')').count();
        let end = if opened { rest.iter().rposition(closes).map_or(rest.len(), |at| at + 1) } else { rest.iter().position(|token| token.what == What::Stop).unwrap_or(rest.len()) };
        self.tokens.drain(start..start + end);
    }

    pub(super) fn word(&self, token: &Token) -> String {
        plain_word(&self.text[token.range.clone()])
    }

    /// One citation, or several that commas part.
    fn segment(&mut self, tokens: Range<usize>, before: &mut Option<Name>) {
        // What cannot be read makes the rest of its citation doubtful.
        if let Some(broken) = self.tokens[tokens.clone()].iter().find(|token| token.what == What::Broken) {
            let range = broken.range.clone();
            self.found.push(Cited::faulty(range, Fault::Malformed));
            return;
        }
        let names: Vec<Name> = self.names.iter().filter(|name| tokens.contains(&name.tokens.start)).cloned().collect();
        let mut used = vec![false; names.len()];
        let mut schedule = None;
        let name_first = names.first().is_some_and(|name| (tokens.start..name.tokens.start).all(|at| !matches!(self.tokens[at].what, What::Pin(..))));
        let mut at = tokens.start;
        while at < tokens.end {
            if !matches!(self.tokens[at].what, What::Pin(..)) {
                at += 1;
                continue;
            }
            let first = at;
            let (mut points, end) = self.pinpoints(at, tokens.end);
            for point in &mut points {
                // `Sch 1 para 6 and para 18`
                if let Some(schedule) = schedule.as_ref().filter(|_| point.path.starts_with("para.")) {
                    point.path = format!("{schedule} {}", point.path);
                }
            }
            schedule = points.last().and_then(|point| point.path.split(' ').next()).filter(|first| first.starts_with("sch.")).map(str::to_owned).or(schedule);
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
            let name = chosen.map(|chosen| names[chosen].clone()).or_else(|| before.clone()).or_else(|| self.nameless(tokens.clone()));
            for point in points {
                let cited = self.cite(name.as_ref(), point);
                self.found.push(cited);
            }
        }
        for (place, name) in names.iter().enumerate() {
            // `Mental Capacity Act 2005 (MCA)` names one Act.
            let again = !name.instruments.is_empty() && names.iter().enumerate().any(|(other, earlier)| other != place && (used[other] || other < place) && earlier.instruments == name.instruments);
            if !used[place] && !again {
                let range = self.tokens[name.tokens.start].range.start..self.tokens[name.tokens.end - 1].range.end;
                let cited = self.cite(Some(name), Pinpoint { path: String::new(), range });
                self.found.push(cited);
                *before = Some(name.clone());
            }
        }
    }

    /// Something with a year that is no name in the register: `XYZA 2011`.
    fn nameless(&self, mut tokens: Range<usize>) -> Option<Name> {
        let year = tokens.find(|at| self.tokens[*at].what == What::Word && is_year(&self.word(&self.tokens[*at])))?;
        let start = if year > 0 && self.tokens[year - 1].what == What::Word { year - 1 } else { year };
        Some(Name { tokens: start..year + 1, instruments: Entries::new(), is_like: false })
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
                        let outer = nests(*unit, *last);
                        // `Sch 3 para 8, Schedule 4` cites twice.
                        if !deeper && !outer || chain.iter().any(|(known, ..)| known == unit) {
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
        if let Some(What::Inner(inner)) = first.checked_sub(1).map(|before| &self.tokens[before].what) {
            for path in &mut paths {
                path.push_str(inner);
            }
        }
        (paths.into_iter().map(|path| Pinpoint { path, range: range.clone() }).collect(), after)
    }

    fn cite(&self, name: Option<&Name>, point: Pinpoint) -> Cited {
        let Pinpoint { path, mut range } = point;
        if let Some(unknown) = name.filter(|name| name.instruments.is_empty()) {
            let named = self.tokens[unknown.tokens.start].range.start..self.tokens[unknown.tokens.end - 1].range.end;
            range = range.start.min(named.start)..range.end.max(named.end);
            return Cited { range, instrument: None, pinpoint: path, provisions: Vec::new(), fault: Some(Fault::Unknown), misnamed: None };
        }
        let (instruments, is_like) = match name {
            Some(name) => (name.instruments.clone(), name.is_like),
            None => (self.law.index().owners(&path), false),
        };
        // Everybody cites Article 6 without saying of what; a section needs its Act.
        let is_settled = instruments.len() == 1 && (name.is_some() || path.starts_with("art."));
        let Some(instrument) = instruments.first().copied().filter(|_| is_settled) else {
            let pinpoint = path.replace(UNSAID, Unit::Section.short());
            return Cited { range, instrument: None, provisions: Vec::new(), fault: Some(Fault::Ambiguous(instruments)), misnamed: None, pinpoint };
        };
        let pinpoint = if path.starts_with(UNSAID) {
            let unit = if self.law.is_european(instrument) { Unit::Article } else { Unit::Section };
            path.replace(UNSAID, unit.short())
        } else {
            path
        };
        let provisions = self.law.index().provisions(instrument, &pinpoint).to_vec();
        let misnamed = name.filter(|_| is_like).map(|name| self.place(name));
        Cited { range, instrument: Some(instrument), provisions, fault: is_like.then_some(Fault::Misnamed), misnamed, pinpoint }
    }
}

/// Whether a unit stands inside another.
fn nests(outer: Unit, inner: Unit) -> bool {
    match outer {
        Unit::Schedule => matches!(inner, Unit::Part | Unit::Chapter | Unit::Paragraph | Unit::Article),
        Unit::Part => matches!(inner, Unit::Chapter | Unit::Paragraph),
        Unit::Chapter | Unit::Annex => inner == Unit::Paragraph,
        Unit::Unsaid | Unit::Section | Unit::Article | Unit::Regulation | Unit::Paragraph => false,
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
