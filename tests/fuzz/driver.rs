//! Cases by number: a good text, spoilt. One that does not hold is cut down to the shortest that does not, and shown.

#[allow(dead_code, reason = "the measurements use more of it")]
#[path = "../../benches/generate/random.rs"]
mod random;

use random::Random;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A seed of its own, so that the cases are not those of the measurements.
const SEED: u64 = 0x0F02_2026;

/// The longest stretch of a good text that is spoilt, in characters; one case in eight has a whole text.
const LONGEST: usize = 3_000;

/// What cases are made of.
pub struct Pantry {
    /// Good texts.
    pub seeds: Vec<String>,
    /// Words, and what else a hand may put between them.
    pub words: Vec<String>,
}

/// How many times the usual number of cases are tried: `FUZZ_TIMES`.
pub fn times() -> usize {
    std::env::var("FUZZ_TIMES").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// Tries cases. `holds` says what is wrong with one, or how it came out, in a word that is counted.
pub fn campaign(name: &str, usual: usize, pantry: &Pantry, holds: &dyn Fn(&str) -> Result<&'static str, String>) {
    let failed = |text: &str| match catch_unwind(AssertUnwindSafe(|| holds(text))) {
        Ok(held) => held.err(),
        Err(panicked) => {
            let said = panicked.downcast_ref::<String>().map(String::as_str).or_else(|| panicked.downcast_ref::<&str>().copied());
            Some(format!("it panics: {}", said.unwrap_or("nothing is said")))
        }
    };
    let mut outcomes: Vec<(&str, usize)> = Vec::new();
    let cases = usual * times();
    for number in 0..cases {
        let text = case(pantry, number);
        let at_work = AtWork { name, number, ended: Cell::new(false) };
        if let Ok(Ok(outcome)) = catch_unwind(AssertUnwindSafe(|| holds(&text))) {
            match outcomes.iter_mut().find(|(known, _)| *known == outcome) {
                Some((_, count)) => *count += 1,
                None => outcomes.push((outcome, 1)),
            }
        } else {
            let shortest = cut_down(&text, &|text| failed(text).is_some());
            at_work.ended.set(true);
            panic!("{name}, case {number}: {}\n{shortest:?}", failed(&shortest).unwrap_or_default());
        }
        at_work.ended.set(true);
    }
    outcomes.sort_unstable();
    let told: Vec<String> = outcomes.iter().map(|(outcome, count)| format!("{count} {outcome}")).collect();
    println!("{name}: {cases} cases, {}", told.join(", "));
    assert!(outcomes.len() > 1 || cases == 0, "{name}: cases come out in more than one way");
}

/// Says which case was at work when the process goes down with it.
struct AtWork<'n> {
    name: &'n str,
    number: usize,
    ended: Cell<bool>,
}

impl Drop for AtWork<'_> {
    fn drop(&mut self) {
        if !self.ended.get() {
            eprintln!("{}, case {}", self.name, self.number);
        }
    }
}

/// The text of a case.
pub fn case(pantry: &Pantry, number: usize) -> String {
    let mut random = Random::new(SEED, number);
    let seed = random.pick(&pantry.seeds);
    let whole = random.chance(12);
    let mut text: Vec<char> = if whole { seed.chars().collect() } else { stretch(seed, &mut random).chars().take(LONGEST).collect() };
    // Most are spoilt a little, so that much of what they say is still read.
    let (one, other) = (random.between(1, 6), random.between(1, 6));
    for _ in 0..one.min(other) {
        spoil(&mut text, pantry, &mut random);
    }
    text.into_iter().collect()
}

/// Some neighbouring blocks of a text, each with what stands in it.
fn stretch<'s>(seed: &'s str, random: &mut Random) -> &'s str {
    let ends: Vec<usize> = seed.match_indices("\n}\n").map(|(at, _)| at + 3).chain([seed.len()]).collect();
    let first = random.between(0, ends.len() - 1);
    let start = first.checked_sub(1).map_or(0, |before| ends[before]);
    let last = (first + random.between(0, 2)).min(ends.len() - 1);
    &seed[start..ends[last]]
}

/// What stands in a text by the slip of a hand or of a program.
const STRAY: [char; 24] = ['"', '\\', '{', '}', '#', ',', '\n', '\r', '\t', ' ', '?', ';', '.', '-', '0', 'a', '\u{201C}', '\u{201D}', '\u{A0}', '\u{202E}', '\u{0}', '\u{FEFF}', 'é', '\u{1F600}'];

/// Spoils a text in one way.
fn spoil(text: &mut Vec<char>, pantry: &Pantry, random: &mut Random) {
    let at = random.between(0, text.len());
    let reach = 1 << random.between(0, 7);
    let end = (at + random.between(0, reach)).min(text.len());
    match random.between(0, 10) {
        0 => drop(text.drain(at..end)),
        1 => {
            let twice = text[at..end].to_vec();
            insert(text, at, &twice);
        }
        2 => insert(text, at, &random.pick(&pantry.words).chars().collect::<Vec<_>>()),
        3 => {
            let (from, to) = word_at(text, at);
            text.splice(from..to, random.pick(&pantry.words).chars());
        }
        4 => text.insert(at, *random.pick(&STRAY)),
        5 => {
            // Another character of the same text, or two that change places.
            if text.len() > 1 {
                let other = random.between(0, text.len() - 1);
                let at = at.min(text.len() - 1);
                if random.chance(50) {
                    text.swap(at, other);
                } else {
                    text[at] = text[other];
                }
            }
        }
        6 => {
            // A slip of the finger within a word.
            let (from, to) = word_at(text, at);
            if to - from > 2 {
                let place = random.between(from, to - 2);
                match random.between(0, 2) {
                    0 => text.swap(place, place + 1),
                    1 => drop(text.remove(place)),
                    _ => text.insert(place, text[place]),
                }
            }
        }
        7 => {
            let other: Vec<char> = random.pick(&pantry.seeds).chars().collect();
            let from = random.between(0, other.len());
            let to = (from + random.between(1, 120)).min(other.len());
            insert(text, at, &other[from..to]);
        }
        8 => {
            // A line that is left out, comes twice, or changes its place.
            let from = text[..at].iter().rposition(|c| *c == '\n').map_or(0, |place| place + 1);
            let to = text[at..].iter().position(|c| *c == '\n').map_or(text.len(), |length| at + length + 1);
            let line = text[from..to].to_vec();
            match random.between(0, 2) {
                0 => drop(text.drain(from..to)),
                1 => insert(text, from, &line),
                _ => {
                    text.drain(from..to);
                    let place = random.between(0, text.len());
                    insert(text, place, &line);
                }
            }
        }
        9 => text.truncate(at.max(text.len() / 2)),
        _ => {
            // Any character at all.
            if let Some(c) = char::from_u32((random.draw() % 0x11_0000) as u32) {
                text.insert(at, c);
            }
        }
    }
}

fn insert(text: &mut Vec<char>, at: usize, what: &[char]) {
    text.splice(at..at, what.iter().copied());
}

/// The word around a place.
fn word_at(text: &[char], at: usize) -> (usize, usize) {
    let in_word = |c: &char| c.is_alphanumeric() || *c == '-';
    let from = text[..at].iter().rposition(|c| !in_word(c)).map_or(0, |place| place + 1);
    let to = text[at..].iter().position(|c| !in_word(c)).map_or(text.len(), |length| at + length);
    (from, to)
}

/// The shortest text that still fails and comes of leaving something out.
fn cut_down(text: &str, fails: &dyn Fn(&str) -> bool) -> String {
    let mut text: Vec<char> = text.chars().collect();
    let mut size = text.len().div_ceil(2);
    while size > 0 {
        let mut at = 0;
        while at < text.len() {
            let mut shorter = text.clone();
            shorter.drain(at..(at + size).min(text.len()));
            if fails(&shorter.iter().collect::<String>()) {
                text = shorter;
            } else {
                at += size;
            }
        }
        size = if size == 1 { 0 } else { size.div_ceil(2) };
    }
    text.into_iter().collect()
}
