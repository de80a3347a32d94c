//! The log of disclosure records as plain data: kinds, days and local references, and nothing else of a record.

use super::safe::safe;
use crate::lint::{LogRecord, Standing, UNDECIDED};
use crate::model::{Day, Precision, Word, once};
use serde::Serialize;

/// Name and version of the shape of the log.
const SCHEMA: &str = "sharewright.disclosures/1";

/// The log.
#[derive(Clone, Debug, Serialize)]
pub struct LogView {
    /// Name and version of this shape.
    pub schema: &'static str,
    /// The version by itself.
    pub version: u32,
    /// The day on which things are overdue.
    pub as_of: String,
    /// How many records there are, those included that were not asked for.
    pub records_in_all: usize,
    /// The records that were asked for, by day of decision and reference; undecided ones last.
    pub records: Vec<RecordView>,
}

/// One record.
#[derive(Clone, Debug, Serialize)]
pub struct RecordView {
    /// The day of the decision.
    pub decided: Option<String>,
    /// The reference of the record.
    pub reference: String,
    /// The local reference of the person, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_reference: Option<String>,
    /// How it was decided.
    pub decision: String,
    /// The kinds of decision.
    pub class: Vec<String>,
    /// What set it going.
    pub started: Option<String>,
    /// The kind of body that asked.
    pub kind: Option<String>,
    /// Who asked, where that is an office or an organisation.
    pub asked_by: Vec<String>,
    /// The profession of who judged.
    pub profession: Option<String>,
    /// The law that it rests on.
    pub basis: Vec<LawView>,
    /// The grounds in confidence.
    pub confidence: Vec<String>,
    /// What is overdue.
    pub overdue: Vec<DueView>,
    /// What was late.
    pub late: Vec<DueView>,
    /// Why it awaits a review.
    pub awaiting_review: Option<String>,
}

/// A citation.
#[derive(Clone, Debug, Serialize)]
pub struct LawView {
    /// What it is cited as.
    pub keyword: String,
    /// The usual way to write it; none when the register does not have it.
    pub citation: Option<String>,
}

/// Something that had its day.
#[derive(Clone, Debug, Serialize)]
pub struct DueView {
    /// The entry of the register.
    pub id: String,
    /// What it is.
    pub what: String,
    /// Its last day.
    pub due: String,
}

impl DueView {
    fn told(&self) -> String {
        format!("{}, due {}", self.what, self.due)
    }
}

/// Several of them in a cell.
pub(super) fn dues(dues: &[DueView]) -> Vec<String> {
    dues.iter().map(DueView::told).collect()
}

impl LogView {
    /// The log of some records, sorted. `with_person` shows the local references of persons.
    pub fn new(mut records: Vec<LogRecord>, as_of: String, records_in_all: usize, with_person: bool) -> Self {
        let key = |record: &LogRecord| (record.decided.is_none(), record.decided.map(|day| day.start()), record.reference.clone());
        records.sort_by_cached_key(key);
        LogView { schema: SCHEMA, version: 1, as_of, records_in_all, records: records.iter().map(|record| view(record, with_person)).collect() }
    }

    /// As indented JSON with a final line end.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|json| json + "\n")
    }
}

fn view(record: &LogRecord, with_person: bool) -> RecordView {
    let id = |word: &Option<Word>| word.as_ref().map(|word| word.id.to_string());
    let ids = |words: &[Word]| once(words.iter().map(|word| word.id.to_string()));
    let due = |standing: Standing| {
        let those = record.follow_ups.iter().filter(move |follow_up| follow_up.standing == standing);
        those.map(|follow_up| DueView { id: follow_up.id.clone(), what: follow_up.what.clone(), due: follow_up.due.to_string() }).collect()
    };
    RecordView {
        decided: record.decided.map(written),
        reference: safe(&record.reference).into_owned(),
        person_reference: record.person.as_ref().filter(|_| with_person).map(|person| safe(person).into_owned()),
        decision: id(&record.decision).unwrap_or_else(|| UNDECIDED.to_owned()),
        class: ids(&record.classes),
        started: id(&record.started),
        kind: id(&record.kind),
        asked_by: record.askers.iter().map(|asker| safe(asker).into_owned()).collect(),
        profession: id(&record.profession),
        basis: record.law.iter().map(|law| LawView { keyword: law.keyword.clone(), citation: law.canonical.clone() }).collect(),
        confidence: ids(&record.grounds),
        overdue: due(Standing::Overdue),
        late: due(Standing::Late),
        awaiting_review: record.awaits.clone(),
    }
}

/// A day as exactly as it was given; the time of day is left out.
fn written(day: Day) -> String {
    match day.precision {
        Precision::Minute | Precision::Day => day.first.to_string(),
        Precision::Month => format!("{}-{:02}", day.first.year(), day.first.month()),
        Precision::Year => day.first.year().to_string(),
    }
}
