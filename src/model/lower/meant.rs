//! What was meant by a value that its place does not take: a day in other words, a length of time that another connective takes, or a
//! thing that has to be made before it is named.

use super::super::dates::parse_period;
use super::super::spoken::spoken_day;
use super::super::vocabulary::{Atom, ValueSpec};
use super::statement::Reading;
use crate::diagnostic::with_article;
use crate::source::TextRange;
use crate::syntax::{Part, PartKind};

/// Words for how often, with the length of time that they mean.
const HOW_OFTEN: [(&str, &str); 9] = [
    ("yearly", "1 year"),
    ("annually", "1 year"),
    ("annual", "1 year"),
    ("half-yearly", "6 months"),
    ("quarterly", "3 months"),
    ("monthly", "1 month"),
    ("fortnightly", "2 weeks"),
    ("weekly", "1 week"),
    ("daily", "1 day"),
];

/// The words that a day is said in.
const WORDS_OF_A_DAY: usize = 3;

/// The longest text that is taken for the label of a thing.
const LONGEST_LABEL: usize = 60;

/// What was meant, most likely.
pub(super) struct Meant {
    /// What to do.
    pub(super) help: String,
    /// What was written.
    pub(super) range: TextRange,
    /// What to write there instead, where it is that simple.
    pub(super) write: Option<String>,
}

impl Reading<'_, '_, '_> {
    /// What was meant by a part that its place does not take.
    pub(super) fn meant(&self, spec: &ValueSpec, part: &Part) -> Option<Meant> {
        let takes_day = spec.takes(|atom| *atom == Atom::Date);
        let day = if takes_day { self.day_meant(part.range) } else { None };
        day.or_else(|| self.period_meant(spec, part)).or_else(|| self.thing_meant(spec, part))
    }

    /// A day in other words than those of the language, from a place on.
    pub(super) fn day_meant(&self, range: TextRange) -> Option<Meant> {
        let said = inside(range.of(self.text));
        let (range, day) = if let Some(day) = spoken_day(said) {
            (range, day)
        } else {
            let line = self.text[range.start as usize..self.statement.head.end as usize].lines().next()?;
            let (mut rest, mut words) = (line, Vec::new());
            for _ in 0..WORDS_OF_A_DAY {
                let (word, after) = rest.trim_start().split_at(word_end(rest.trim_start()));
                words.push(word);
                rest = after;
            }
            let end = range.start + (line.len() - rest.len()) as u32;
            (TextRange { start: range.start, end }, spoken_day(&words.join(" "))?)
        };
        Some(Meant { help: format!("Write `{day}`: days are written year, month, day."), range, write: Some(day.to_string()) })
    }

    /// A length of time, with the connective that takes one where this place does not.
    fn period_meant(&self, spec: &ValueSpec, part: &Part) -> Option<Meant> {
        let said = inside(part.range.of(self.text)).to_lowercase();
        let often = HOW_OFTEN.iter().find(|(word, _)| *word == said).map(|(_, period)| (*period).to_owned());
        let period = often.or_else(|| parse_period(&said).is_some().then_some(said))?;
        let is_period: fn(&Atom) -> bool = |atom| *atom == Atom::Period;
        let write = if spec.takes(is_period) {
            period
        } else {
            let clause = self.kind.clauses.iter().find(|clause| clause.values.takes(is_period))?;
            format!("{} {period}", clause.words)
        };
        Some(Meant { help: format!("Write `{write}`."), range: part.range, write: Some(write) })
    }

    /// A text where the name of a thing is wanted: how such a thing is made, and then named.
    fn thing_meant(&self, spec: &ValueSpec, part: &Part) -> Option<Meant> {
        let said = part.range.of(self.text);
        let kind = self.lowering.vocabulary.kind(*spec.refers_to()?.first()?);
        let label = inside(said);
        if part.kind != PartKind::Text || label.is_empty() || label.len() > LONGEST_LABEL || label.contains(['\n', '"']) {
            return None;
        }
        let name = short_name(label)?;
        let (word, thing) = (&kind.word, with_article(&kind.word));
        let help = format!("Only the name of {thing} stands here. Make it once, `{word} {name} \"{label}\"`, and write `{name}` here; `sharewright explain {word}` tells where it may stand.");
        Some(Meant { help, range: part.range, write: None })
    }
}

/// Where the first word of a text ends.
fn word_end(text: &str) -> usize {
    text.find(char::is_whitespace).unwrap_or(text.len())
}

/// What stands between quotation marks, or the text itself.
fn inside(text: &str) -> &str {
    text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text).trim()
}

/// A short name made of a label: `custody-record` of `Custody record`.
fn short_name(label: &str) -> Option<String> {
    let lower = label.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name = words.join("-");
    name.starts_with(|c: char| c.is_ascii_lowercase()).then_some(name)
}
