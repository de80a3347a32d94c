//! Days, periods and opening hours as they are written in agreements.

use jiff::civil::Date;

/// How exactly a day was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// `2026-04-01 21:40`.
    Minute,
    /// `2026-04-01`.
    Day,
    /// `2026-04`.
    Month,
    /// `2026`.
    Year,
}

/// A minute, a day, a month or a year. It is compared from its beginning to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The first day that it can mean.
    pub first: Date,
    /// The last day that it can mean.
    pub last: Date,
    /// The minute of the day, where a time is given.
    pub minute: Option<u16>,
    /// How it was written.
    pub precision: Precision,
}

/// The minutes of a day.
const DAY: u16 = 24 * 60;

impl Day {
    /// One exact day.
    pub fn exact(date: Date) -> Self {
        Day { first: date, last: date, minute: None, precision: Precision::Day }
    }

    /// Its first minute.
    pub fn start(&self) -> (Date, u16) {
        (self.first, self.minute.unwrap_or(0))
    }

    /// Its last minute.
    pub fn end(&self) -> (Date, u16) {
        (self.last, self.minute.unwrap_or(DAY - 1))
    }
}

/// Reads `2026-04-01 21:40`, `2026-04-01`, `2026-04` or `2026`. The error says what is wrong with the calendar or the clock.
pub fn parse_day(text: &str) -> Result<Day, String> {
    if let Some((day, clock)) = text.split_once(' ') {
        let (hour, minute) = clock.trim_start().split_once(':').ok_or("a time is written 21:40")?;
        let number = |text: &str| text.parse::<u16>().ok();
        let time = number(hour).filter(|hour| *hour < 24).zip(number(minute).filter(|minute| *minute < 60));
        let (hour, minute) = time.ok_or("a day has 24 hours and an hour 60 minutes; midnight is 00:00 of the next day")?;
        return parse_day(day).map(|day| Day { minute: Some(hour * 60 + minute), precision: Precision::Minute, ..day });
    }
    if text.split('-').count() > 3 {
        return Err("a day has a year, a month and a day".to_owned());
    }
    let mut numbers = text.split('-').map(|part| part.parse::<i16>().ok());
    let (year, month, day) = (numbers.next().flatten(), numbers.next(), numbers.next());
    let year = year.filter(|year| (1000..=9999).contains(year)).ok_or("a year has four digits")?;
    let month_number = match month {
        None => return whole_year(year),
        Some(month) => month.and_then(|month| i8::try_from(month).ok()).filter(|month| (1..=12).contains(month)).ok_or("there are twelve months")?,
    };
    let first = Date::new(year, month_number, 1).map_err(|error| error.to_string())?;
    match day {
        None => Ok(Day { first, last: first.last_of_month(), minute: None, precision: Precision::Month }),
        Some(day) => {
            day.and_then(|day| i8::try_from(day).ok()).and_then(|day| Date::new(year, month_number, day).ok()).map(Day::exact).ok_or_else(|| format!("this month has {} days", first.days_in_month()))
        }
    }
}

fn whole_year(year: i16) -> Result<Day, String> {
    let first = Date::new(year, 1, 1).map_err(|error| error.to_string())?;
    Ok(Day { first, last: first.last_of_year(), minute: None, precision: Precision::Year })
}

/// A length of time, in whole months or in minutes: calendar and clock are not mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// Months; a year is twelve.
    pub months: u32,
    /// Minutes; a day is 24 hours, a working day counts as a day.
    pub minutes: u32,
}

impl Period {
    /// For comparison between calendar and clock: minutes, with a month of 30 days and a year of 365.
    pub fn rough_minutes(self) -> u64 {
        let years = u64::from(self.months / 12);
        let months = u64::from(self.months % 12);
        u64::from(self.minutes) + (years * 365 + months * 30) * 24 * 60
    }
}

/// Reads `8 years`, `72 hours`, `5 working-days`. `None` when the number is too large.
pub fn parse_period(text: &str) -> Option<Period> {
    let (number, unit) = text.split_once(' ')?;
    let number: u32 = number.parse().ok()?;
    let unit = unit.trim().trim_end_matches('s');
    let (months, minutes) = match unit {
        "year" => (12, 0),
        "month" => (1, 0),
        "week" => (0, 7 * 24 * 60),
        "day" | "working-day" => (0, 24 * 60),
        "hour" => (0, 60),
        "minute" => (0, 1),
        _ => return None,
    };
    Some(Period { months: number.checked_mul(months)?, minutes: number.checked_mul(minutes)? })
}

/// When something is open: days of the week and minutes of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Bit 0 is Monday.
    pub days: u8,
    /// First minute of the day.
    pub from: u16,
    /// One past the last minute; smaller than `from` when it runs past midnight.
    pub to: u16,
}

impl Hours {
    /// The bits of a word for days.
    pub fn days_of(word: &str) -> Option<u8> {
        Some(match word {
            "always" | "daily" => 0b111_1111,
            "weekdays" => 0b001_1111,
            "weekends" => 0b110_0000,
            "monday" => 1,
            "tuesday" => 1 << 1,
            "wednesday" => 1 << 2,
            "thursday" => 1 << 3,
            "friday" => 1 << 4,
            "saturday" => 1 << 5,
            "sunday" => 1 << 6,
            _ => return None,
        })
    }

    /// The minutes of a clock such as `08:00-22:00`. `None` for an hour that does not exist.
    pub fn clock(text: &str) -> Option<(u16, u16)> {
        let (from, to) = text.split_once('-')?;
        let minutes = |clock: &str| {
            let (hour, minute) = clock.split_once(':')?;
            let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
            (hour <= 24 && minute < 60 && (hour < 24 || minute == 0)).then_some(hour * 60 + minute)
        };
        Some((minutes(from)?, minutes(to)?))
    }

    /// The minutes of the week that some hours cover: one bit of ten minutes each would not do, so ranges per day.
    pub fn covers(open: &[Hours], needed: &[Hours]) -> bool {
        needed.iter().all(|need| (0..7).filter(|day| need.days & (1 << day) != 0).all(|day| need.on_day().iter().all(|range| covered(open, day, *range))))
    }

    /// The ranges within its own day; what runs past midnight is counted on the same day of the week.
    fn on_day(self) -> Vec<(u16, u16)> {
        if self.from < self.to { vec![(self.from, self.to)] } else { vec![(self.from, 24 * 60), (0, self.to)] }
    }
}

fn covered(open: &[Hours], day: u8, (mut from, to): (u16, u16)) -> bool {
    while from < to {
        let reach = open.iter().filter(|hours| hours.days & (1 << day) != 0).flat_map(|hours| hours.on_day()).filter(|(start, end)| *start <= from && from < *end).map(|(_, end)| end).max();
        match reach {
            Some(end) => from = end,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_a_precision() {
        assert_eq!(parse_day("2026-02").map(|day| day.last.day()), Ok(28));
        assert_eq!(parse_day("2016").map(|day| day.precision), Ok(Precision::Year));
        assert_eq!(parse_day("2026-02-30"), Err("this month has 28 days".to_owned()));
        assert!(parse_day("2026-13-01").is_err());
        assert_eq!(parse_day("2026-03-02 21:40").map(|day| day.minute), Ok(Some(21 * 60 + 40)));
        assert!(parse_day("2026-03-02 24:00").is_err() && parse_day("2026-02-30 10:00").is_err());
    }

    #[test]
    fn hours_cover_hours() {
        let hours = |word: &str, clock: &str| {
            let (from, to) = Hours::clock(clock).expect("a clock");
            Hours { days: Hours::days_of(word).expect("days"), from, to }
        };
        let office = hours("weekdays", "09:00-17:00");
        let always = hours("always", "00:00-24:00");
        assert!(Hours::covers(&[always], &[office]));
        assert!(!Hours::covers(&[office], &[always]));
        assert!(Hours::covers(&[hours("daily", "08:00-12:00"), hours("daily", "12:00-20:00")], &[office]));
        assert!(!Hours::covers(&[office], &[hours("weekdays", "16:00-02:00")]));
    }

    #[test]
    fn periods_compare_roughly() {
        let minutes = |text| parse_period(text).map(Period::rough_minutes);
        assert!(minutes("72 hours") == minutes("3 days"));
        assert!(minutes("1 month") < minutes("5 weeks"));
        assert!(minutes("1 year") > minutes("11 months"));
    }
}
