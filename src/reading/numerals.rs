//! Numbers and days in a text, in English and in Welsh: what two versions of one text must have in common.

use super::sentences::words;
use std::collections::BTreeMap;

/// The months in English, then in Welsh, as the Unicode locale data give them; some change their first letter after a number.
const MONTHS: [(&str, &[&str]); 12] = [
    ("january", &["ionawr"]),
    ("february", &["chwefror"]),
    ("march", &["mawrth", "fawrth"]),
    ("april", &["ebrill"]),
    ("may", &["mai", "fai"]),
    ("june", &["mehefin", "fehefin"]),
    ("july", &["gorffennaf", "orffennaf"]),
    ("august", &["awst"]),
    ("september", &["medi", "fedi"]),
    ("october", &["hydref"]),
    ("november", &["tachwedd", "dachwedd"]),
    ("december", &["rhagfyr"]),
];

/// How often each number, each day and each address stands in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Days, as `2026-09-01`; without the day of the month `2026-09`.
    pub days: BTreeMap<String, usize>,
    /// Numbers that are no part of a day.
    pub numbers: BTreeMap<String, usize>,
    /// Addresses: mailboxes and pages.
    pub addresses: BTreeMap<String, usize>,
}

/// What figures a text has.
pub fn figures(text: &str) -> Figures {
    let all: Vec<&str> = words(text).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).filter(|word| !word.is_empty()).collect();
    let mut found = Figures::default();
    let mut add = |map: fn(&mut Figures) -> &mut BTreeMap<String, usize>, what: String| *map(&mut found).entry(what).or_default() += 1;
    let mut at = 0;
    while at < all.len() {
        if let Some((day, taken)) = day(&all[at..]) {
            add(|figures| &mut figures.days, day);
            at += taken;
            continue;
        }
        let word = all[at];
        if word.contains('@') || word.contains("://") || word.starts_with("www.") {
            add(|figures| &mut figures.addresses, word.to_lowercase());
        } else {
            for number in word.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).map(|number| number.trim_matches(['.', ','])).filter(|number| !number.is_empty()) {
                add(|figures| &mut figures.numbers, number.replace(',', ""));
            }
        }
        at += 1;
    }
    found
}

/// A day at the beginning of some words, and how many of them it takes.
fn day(words: &[&str]) -> Option<(String, usize)> {
    let parts: Vec<&str> = words[0].split('-').collect();
    if let [year, month, day] = parts.as_slice()
        && year.len() == 4
        && [year, month, day].iter().all(|part| part.chars().all(|c| c.is_ascii_digit()))
    {
        return Some((words[0].to_owned(), 1));
    }
    let year = |word: Option<&&str>| word.filter(|word| word.len() == 4).and_then(|word| word.parse::<u16>().ok());
    if let Some(month) = month(words[0])
        && let Some(year) = year(words.get(1))
    {
        return Some((format!("{year:04}-{month:02}"), 2));
    }
    let number: String = words[0].chars().take_while(char::is_ascii_digit).collect();
    let day: u8 = number.parse().ok().filter(|day| (1..=31).contains(day))?;
    // Welsh may say `1 o Fedi 2026`.
    let skip = usize::from(words.get(1).is_some_and(|word| *word == "o"));
    let month = month(words.get(1 + skip)?)?;
    let year = year(words.get(2 + skip))?;
    Some((format!("{year:04}-{month:02}-{day:02}"), 3 + skip))
}

fn month(word: &str) -> Option<usize> {
    let word = word.to_lowercase();
    MONTHS.iter().position(|(english, welsh)| *english == word || welsh.contains(&word.as_str())).map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_the_same_in_both_languages() {
        let english = figures("From 1 September 2026, for 20 years; ring 01632 960210 or desk@x.example by June 2027.");
        let welsh = figures("O 1 Medi 2026, am 20 mlynedd; ffoniwch 01632 960210 neu desk@x.example erbyn Mehefin 2027.");
        assert_eq!(english, welsh);
        assert_eq!(english.days.keys().map(String::as_str).collect::<Vec<_>>(), ["2026-09-01", "2027-06"]);
        assert_eq!(figures("2026-09-01 and 1 o Fedi 2026").days, BTreeMap::from([("2026-09-01".to_owned(), 2)]));
        assert_ne!(figures("30 days"), figures("20 days"));
    }
}
