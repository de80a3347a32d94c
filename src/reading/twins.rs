//! Two versions of one text in two languages: whether they have the same clauses, numbers, days and addresses.

use super::numerals::{Figures, figures};
use super::page::Page;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One of the counts of some figures.
type Count = fn(&Figures) -> &BTreeMap<String, usize>;

/// Something that the two versions do not have equally often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Twins {
    /// `headings of level 2`, `items`, `day`, `number` or `address`.
    pub sort: String,
    /// Which.
    pub what: String,
    /// How often it stands in the first.
    pub first: usize,
    /// How often it stands in the second.
    pub second: usize,
}

/// What differs.
pub fn twins(first: &Page, second: &Page) -> Vec<Twins> {
    let mut found = Vec::new();
    let mut differ = |sort: String, what: &str, first: usize, second: usize| {
        if first != second {
            found.push(Twins { sort, what: what.to_owned(), first, second });
        }
    };
    for level in 1..=6_u8 {
        let count = |page: &Page| page.headings.iter().filter(|own| **own == level).map(|_| 1_usize).sum::<usize>();
        differ("headings".to_owned(), &format!("of level {level}"), count(first), count(second));
    }
    differ("items".to_owned(), "of lists and tables", first.items, second.items);
    let (left, right) = (figures(&first.text), figures(&second.text));
    let maps: [(&str, Count); 3] = [("day", |all| &all.days), ("number", |all| &all.numbers), ("address", |all| &all.addresses)];
    for (sort, map) in maps {
        let keys: BTreeSet<&String> = map(&left).keys().chain(map(&right).keys()).collect();
        for key in keys {
            let count = |all: &Figures| map(all).get(key).copied().unwrap_or(0);
            differ(sort.to_owned(), key, count(&left), count(&right));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::page::page;
    use super::*;

    #[test]
    fn what_differs_is_told_with_its_counts() {
        let english = page("<h1>Notice</h1><h2>How long</h2><p>We keep it for 6 years, from 1 September 2026.</p><ul><li>a@b.example</ul>");
        let welsh = page("<h1>Hysbysiad</h1><h2>Am ba hyd</h2><p>6 1 Medi 2026</p><ul><li>a@b.example</ul>");
        assert_eq!(twins(&english, &welsh), []);
        let wrong = page("<h1>Hysbysiad</h1><p>8 1 Medi 2027</p><ul><li>a@b.example<li>more</ul>");
        let found: Vec<String> = twins(&english, &wrong).into_iter().map(|found| format!("{} {} {} {}", found.sort, found.what, found.first, found.second)).collect();
        assert_eq!(found, ["headings of level 2 1 0", "items of lists and tables 1 2", "day 2026-09-01 1 0", "day 2027-09-01 0 1", "number 6 1 0", "number 8 0 1"]);
    }
}
