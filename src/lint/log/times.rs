//! What a record leaves to be done by a day: still to be done when the day is past, or done later than that.

use super::path::{at, holds};
use crate::model::{Day, Model, NodeId, Period, parse_period};
use crate::policy::Register;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// How something that was to be done by a day stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Not done on the day asked about, and its own day is past.
    Overdue,
    /// Done, after its day.
    Late,
}

/// Something that was to be done by a day and was not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The entry of the register.
    pub id: String,
    /// What was to be done.
    pub what: String,
    /// The last day for it.
    pub due: Date,
    /// How it stands.
    pub standing: Standing,
}

/// How long there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    /// Until the day that is named.
    Named,
    /// So many days that are neither Saturday nor Sunday.
    WorkingDays(u32),
    /// A length of time.
    Period(Period),
}

/// An entry of the register of times.
#[derive(Clone, Debug)]
pub(super) struct Time {
    id: String,
    what: String,
    starts: String,
    ends: Vec<String>,
    done: Option<String>,
    only: Option<String>,
    follows: bool,
    within: Within,
}

/// The register of times; the error names an entry that cannot be used.
pub(super) fn read(register: &Register) -> Result<Vec<Time>, String> {
    let time = |row: crate::policy::Row<'_>| {
        let text = |column: &str| row.text(column).map(str::to_owned);
        let id = text("id").unwrap_or_default();
        let (Some(what), Some(starts)) = (text("label"), text("starts")) else { return Err(format!("the entry `{id}` needs a `label` and where it `starts`")) };
        let within = match row.text("within") {
            None => Within::Named,
            Some(length) => within(length).ok_or_else(|| format!("`{length}` in the entry `{id}` is no length of time"))?,
        };
        let ends = row.texts("ends").map(str::to_owned).collect();
        Ok(Time { id, what, starts, ends, done: text("done"), only: text("only"), follows: row.has("follows", "yes"), within })
    };
    register.rows().map(time).collect()
}

fn within(length: &str) -> Option<Within> {
    let (number, unit) = length.split_once(' ')?;
    if unit.trim_end_matches('s') == "working-day" { number.parse().ok().map(Within::WorkingDays) } else { parse_period(length).map(Within::Period) }
}

/// What a record leaves undone, or did late, on a day.
pub(super) fn follow_ups(model: &Model<'_>, record: NodeId, times: &[Time], today: Date) -> Vec<FollowUp> {
    times.iter().flat_map(|time| of_time(model, record, time, today)).collect()
}

fn of_time(model: &Model<'_>, record: NodeId, time: &Time, today: Date) -> Vec<FollowUp> {
    if time.only.as_ref().is_some_and(|only| !holds(model, record, only)) {
        return Vec::new();
    }
    let ends: Vec<Day> = time.ends.iter().flat_map(|path| at(model, record, path)).filter_map(|place| place.day(model)).filter(|day| day.first <= today).collect();
    let starts = at(model, record, &time.starts).into_iter().filter(|place| time.done.as_ref().is_none_or(|done| model.clause_named(place.node, done).is_none()));
    let told = starts.filter_map(|place| place.day(model)).filter_map(|start| {
        let due = due(start, time.within)?;
        let end = ends.iter().filter(|end| !time.follows || end.end() >= start.start()).min_by_key(|end| end.start());
        let standing = match end {
            Some(end) if end.start() > due => Standing::Late,
            None if due.0 < today => Standing::Overdue,
            _ => return None,
        };
        Some(FollowUp { id: time.id.clone(), what: time.what.clone(), due: due.0, standing })
    });
    told.collect()
}

/// The minutes of a day.
const DAY: u32 = 24 * 60;

/// The last minute for something.
fn due(start: Day, within: Within) -> Option<(Date, u16)> {
    let (last, minute) = start.end();
    match within {
        Within::Named => Some((last, minute)),
        Within::WorkingDays(days) => {
            let mut day = last;
            for _ in 0..days {
                day = day.tomorrow().ok()?;
                while matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
                    day = day.tomorrow().ok()?;
                }
            }
            Some((day, (DAY - 1) as u16))
        }
        Within::Period(period) => {
            let minutes = u32::from(minute) + period.minutes;
            let months: Span = i64::from(period.months).months();
            let day = last.checked_add(months).ok()?.checked_add(i64::from(minutes / DAY).days()).ok()?;
            Some((day, (minutes % DAY) as u16))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parse_day;

    fn due_day(start: &str, length: &str) -> String {
        let start = parse_day(start).expect("a day");
        let (day, _) = due(start, within(length).expect("a length")).expect("a day in the calendar");
        day.to_string()
    }

    #[test]
    fn working_days_skip_weekends() {
        assert_eq!(due_day("2026-11-19", "1 working-day"), "2026-11-20");
        assert_eq!(due_day("2026-11-20 23:00", "1 working-day"), "2026-11-23");
        assert_eq!(due_day("2026-11-21", "1 working-day"), "2026-11-23");
        assert_eq!(due_day("2026-11-22", "2 working-days"), "2026-11-24");
    }

    #[test]
    fn other_lengths_are_of_the_calendar() {
        assert_eq!(due_day("2026-01-31", "1 month"), "2026-02-28");
        assert_eq!(due_day("2026-11-20 23:00", "2 hours"), "2026-11-21");
        assert_eq!(due_day("2026-11-20", "14 days"), "2026-12-04");
        assert!(within("soon").is_none() && within("x working-days").is_none());
    }
}
