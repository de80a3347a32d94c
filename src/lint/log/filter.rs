//! Which records are wanted. What is left out lets every record through.

use super::record::LogRecord;
use super::times::Standing;
use crate::law::Law;
use crate::model::{Vocabulary, Word};
use jiff::civil::Date;

/// Records on which nothing is decided yet.
pub const UNDECIDED: &str = "undecided";

/// What is asked for. Each list lets through what fits one of its words; the fields all hold together.
#[derive(Clone, Debug, Default)]
pub struct LogFilter {
    /// How it was decided, or [`UNDECIDED`].
    pub decisions: Vec<String>,
    /// Kinds of decision.
    pub classes: Vec<String>,
    /// A citation, a part of one, or a ground in confidence.
    pub bases: Vec<String>,
    /// A part of the name of the asker.
    pub forces: Vec<String>,
    /// Kinds of asker.
    pub kinds: Vec<String>,
    /// Professions.
    pub professions: Vec<String>,
    /// Decided on this day or later.
    pub since: Option<Date>,
    /// Decided on this day or earlier.
    pub until: Option<Date>,
    /// Something is overdue.
    pub overdue: bool,
    /// Something was done late.
    pub late: bool,
    /// A review is awaited.
    pub awaiting_review: bool,
}

impl LogFilter {
    /// A word that no list knows: the flag, the word, and the words that it may be.
    pub fn unknown(&self, vocabulary: &Vocabulary) -> Option<(&'static str, String, Vec<String>)> {
        let fields =
            [("decision", "disclosure-outcome", &self.decisions), ("class", "decision-class", &self.classes), ("kind", "requester-kind", &self.kinds), ("profession", "profession", &self.professions)];
        fields.into_iter().find_map(|(flag, list, given)| {
            let list = vocabulary.words.list(vocabulary.words.find(list)?);
            let extra = (flag == "decision").then_some(UNDECIDED);
            let stranger = given.iter().find(|word| !list.knows(word) && extra != Some(word.as_str()))?;
            Some((flag, stranger.clone(), list.words.iter().map(|word| word.id.to_string()).chain(extra.map(str::to_owned)).collect()))
        })
    }

    /// Whether a record is wanted.
    pub fn lets_through(&self, record: &LogRecord, law: &Law<'_>) -> bool {
        let is = |wanted: &[String], own: &[&Word]| wanted.is_empty() || wanted.iter().any(|wanted| own.iter().any(|own| own.is(wanted)));
        let decided = self.decisions.is_empty() || self.decisions.iter().any(|wanted| record.decision.as_ref().map_or(wanted == UNDECIDED, |own| own.is(wanted)));
        let stands = |standing: Standing| record.follow_ups.iter().any(|follow_up| follow_up.standing == standing);
        decided
            && is(&self.classes, &record.classes.iter().collect::<Vec<_>>())
            && is(&self.kinds, &record.kind.iter().collect::<Vec<_>>())
            && is(&self.professions, &record.profession.iter().collect::<Vec<_>>())
            && (self.bases.is_empty() || self.bases.iter().any(|wanted| rests_on(record, wanted, law)))
            && (self.forces.is_empty() || self.forces.iter().any(|wanted| asked_by(record, wanted)))
            && self.since.is_none_or(|since| record.decided.is_some_and(|day| day.last >= since))
            && self.until.is_none_or(|until| record.decided.is_some_and(|day| day.first <= until))
            && (!self.overdue || stands(Standing::Overdue))
            && (!self.late || stands(Standing::Late))
            && (!self.awaiting_review || record.awaits.is_some())
    }
}

fn rests_on(record: &LogRecord, wanted: &str, law: &Law<'_>) -> bool {
    let provisions: Vec<u32> = law.cited(wanted).iter().flat_map(|cited| cited.provisions.clone()).collect();
    record.grounds.iter().any(|ground| ground.is(wanted)) || record.law.iter().any(|own| own.is(wanted, &provisions))
}

fn asked_by(record: &LogRecord, wanted: &str) -> bool {
    let wanted = wanted.to_lowercase();
    record.askers.iter().any(|asker| asker.to_lowercase().contains(&wanted)) || record.asker_names.iter().any(|name| name.to_lowercase() == wanted)
}
