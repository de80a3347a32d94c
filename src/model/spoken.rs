//! Days as people say them, so that advice can name the day that was meant: `1 January 2026`, `Jan 1st 2026`, `01/01/2026`.

use jiff::civil::Date;

const MONTHS: [&str; 12] = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// The letters that tell the months apart.
const SHORTEST_MONTH: usize = 3;

/// The day that some words mean, where that is clear: the year has four figures, and figures alone go day, month, year as they do in the
/// United Kingdom, or year first.
pub fn spoken_day(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split([' ', '/', '.', ',', '-']).filter(|part| !part.is_empty() && *part != "of").collect();
    let [first, second, third] = parts[..] else { return None };
    let (year, month, day) = match (month_named(first), month_named(second)) {
        (Some(month), None) => (third, month, second),
        (None, Some(month)) if first.len() == 4 => (first, month, third),
        (None, Some(month)) => (third, month, first),
        (None, None) if first.len() == 4 => (first, number(second)?, third),
        (None, None) => (third, number(second)?, first),
        (Some(_), Some(_)) => return None,
    };
    let day = ["st", "nd", "rd", "th"].iter().find_map(|ending| day.strip_suffix(ending)).unwrap_or(day);
    let year: i16 = if year.len() == 4 { year.parse().ok()? } else { return None };
    Date::new(year, month, number(day)?).ok()
}

fn number(text: &str) -> Option<i8> {
    text.parse().ok().filter(|number| *number > 0)
}

/// A month by its name, or by the beginning of it.
fn month_named(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let word = if word == "sept" { "sep" } else { &word };
    let found = MONTHS.iter().position(|month| word.len() >= SHORTEST_MONTH && month.starts_with(word))?;
    i8::try_from(found + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_say_them() {
        let day = |text| spoken_day(text).map(|day| day.to_string());
        for text in ["1 April 2027", "1st April 2027", "April 1, 2027", "1 Apr 2027", "01/04/2027", "1.4.2027", "2027/4/1", "1st of April 2027", "2027 April 1", "1-Apr-2027"] {
            assert_eq!(day(text).as_deref(), Some("2027-04-01"), "{text}");
        }
        for text in ["1 April", "yesterday", "31 April 2027", "1/4/27", "1 ma 2027", "April May 2027", "0/4/2027", "1 April 2027 about noon", ""] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
