//! How many records there are of each sort, for a report on a year. Small numbers may be hidden: few of a sort can tell who they are.

use super::filter::UNDECIDED;
use super::record::LogRecord;
use crate::model::{Day, Precision, Word, once};
use std::collections::BTreeMap;

/// What records are counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountBy {
    /// How it was decided.
    Decision,
    /// The kind of decision.
    Class,
    /// The kind of asker.
    Kind,
    /// The asker.
    Force,
    /// The month of the decision.
    Month,
    /// Its year.
    Year,
    /// The profession of who judged.
    Profession,
    /// What set it going.
    Started,
    /// The law that it rests on.
    Basis,
}

/// A number, or that it is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(usize),
    /// Fewer than so many, and not none.
    FewerThan(usize),
    /// Not told: it would give away a number that is hidden.
    Withheld,
}

/// Records counted by something.
#[derive(Clone, Debug)]
pub struct Counts {
    /// Each sort with its number, in the order of its name.
    pub rows: Vec<(String, Count)>,
    /// All records, each once.
    pub total: Count,
    /// Some record is of more than one sort, so that the rows come to more than the total.
    pub overlap: bool,
}

/// Counts records; a number below `hide_below` is not told, and neither is then the total.
pub fn counts(records: &[LogRecord], by: CountBy, hide_below: usize) -> Counts {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut overlap = false;
    for record in records {
        let sorts = once(sorts(record, by));
        overlap |= sorts.len() > 1;
        for sort in sorts {
            *numbers.entry(sort).or_default() += 1;
        }
    }
    let shown = |number: usize| if number < hide_below && number > 0 { Count::FewerThan(hide_below) } else { Count::Exactly(number) };
    let rows: Vec<(String, Count)> = numbers.into_iter().map(|(sort, number)| (sort, shown(number))).collect();
    let hidden = rows.iter().any(|(_, count)| matches!(count, Count::FewerThan(_)));
    let total = match shown(records.len()) {
        Count::Exactly(_) if hidden => Count::Withheld,
        total => total,
    };
    Counts { rows, total, overlap }
}

fn sorts(record: &LogRecord, by: CountBy) -> Vec<String> {
    let known = |sorts: Vec<String>, nothing: &str| if sorts.is_empty() { vec![nothing.to_owned()] } else { sorts };
    let ids = |words: &[Word], nothing: &str| known(words.iter().map(|word| word.id.to_string()).collect(), nothing);
    let id = |word: Option<&Word>, nothing: &str| vec![word.map_or_else(|| nothing.to_owned(), |word| word.id.to_string())];
    let asked = if record.kind.is_some() { "not named" } else { "no request" };
    match by {
        CountBy::Decision => id(record.decision.as_ref(), UNDECIDED),
        CountBy::Class => ids(&record.classes, "not given"),
        CountBy::Kind => id(record.kind.as_ref(), "no request"),
        CountBy::Force => known(record.askers.clone(), asked),
        CountBy::Month => vec![record.decided.map_or_else(|| UNDECIDED.to_owned(), month)],
        CountBy::Year => vec![record.decided.map_or_else(|| UNDECIDED.to_owned(), |day| day.first.year().to_string())],
        CountBy::Profession => id(record.profession.as_ref(), "not given"),
        CountBy::Started => id(record.started.as_ref(), "not given"),
        CountBy::Basis => known(record.law.iter().map(|law| law.canonical.clone().unwrap_or_else(|| "not in the register".to_owned())).collect(), "none cited"),
    }
}

fn month(day: Day) -> String {
    let year = day.first.year();
    if day.precision == Precision::Year { format!("{year} (month not given)") } else { format!("{year}-{:02}", day.first.month()) }
}
