//! Names of people: a title with a name, a first name with another word, or, where only a reference belongs, words with capitals that are
//! in no list. A guess, so it is made only in fields of the register and beside dates.

use super::lists::{List, Lists};
use std::ops::Range;

/// How many words a name has at most; more is a title or a heading.
const MOST_WORDS: usize = 5;

/// Which names are looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// Two words with capitals that are in no list are one.
    Any,
    /// It takes a title or a known first name.
    Known,
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Title,
    Post,
    Particle,
    Label,
    Body,
    Given,
    Initial,
    /// A body or a street, or a surname: `Hill`.
    Either,
    /// A word with a capital that is in no list.
    Capital,
}

#[derive(Debug)]
struct Word {
    range: Range<usize>,
    sort: Sort,
}

impl Word {
    fn is_name(&self) -> bool {
        matches!(self.sort, Sort::Given | Sort::Capital)
    }

    fn is_part(&self) -> bool {
        self.is_name() || matches!(self.sort, Sort::Initial | Sort::Particle)
    }
}

/// Whether a text has two words with capitals, as every name has. One look at its bytes says so.
pub(super) fn may_hold_name(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let bytes = text.as_bytes();
    let begins = |at: usize| (bytes[at].is_ascii_uppercase() || !bytes[at].is_ascii()) && (at == 0 || !is_letter(bytes[at - 1]));
    (0..bytes.len()).filter(|at| begins(*at)).nth(1).is_some()
}

/// The names in a text.
pub(super) fn names(lists: &Lists<'_>, text: &str, wanted: Names) -> Vec<Range<usize>> {
    let mut rows = rows(lists, text);
    for row in &mut rows {
        settle(row, wanted);
    }
    let mut found: Vec<Range<usize>> = rows.iter().flat_map(|row| names_in(row, wanted)).collect();
    for pair in rows.windows(2) {
        found.extend(surname_first(text, &pair[0], &pair[1]));
    }
    found
}

/// Takes `Hill` for a surname after a title and, where any name counts, after a first name; for a street otherwise.
fn settle(row: &mut [Word], wanted: Names) {
    let mut after_name = false;
    for word in row {
        if word.sort == Sort::Either {
            word.sort = if after_name { Sort::Capital } else { Sort::Body };
        }
        let leads = match word.sort {
            Sort::Title => true,
            Sort::Post | Sort::Given => wanted == Names::Any,
            _ => false,
        };
        after_name = leads || after_name && matches!(word.sort, Sort::Initial | Sort::Particle);
    }
}

/// Words in a row: nothing but a space between them, or the point of a title or an initial.
fn rows(lists: &Lists<'_>, text: &str) -> Vec<Vec<Word>> {
    let mut rows: Vec<Vec<Word>> = Vec::new();
    let mut goes_on = false;
    let mut at = 0;
    while let Some(length) = text[at..].find(char::is_alphanumeric) {
        let gap = &text[at..at + length];
        let start = at + length;
        at = word_end(text, start);
        let last = rows.last().and_then(|row| row.last()).map(|word| word.sort);
        let point = matches!(last, Some(Sort::Initial | Sort::Title | Sort::Post)) && matches!(gap, "." | ". ");
        let joined = goes_on && (matches!(gap, " " | "\u{A0}") || point);
        // `A` is a word; `A.` is not.
        let is_initial = text[start..at].chars().count() == 1 && text[at..].starts_with('.') && text[start..].starts_with(char::is_uppercase);
        let word = &text[start..at];
        let sort = match (is_initial, word.starts_with(char::is_uppercase)) {
            (true, _) => Some(Sort::Initial),
            (_, true) => sort(lists, word),
            // Small words matter only within a name.
            _ => (joined && is_particle(lists, word)).then_some(Sort::Particle),
        };
        goes_on = sort.is_some();
        let Some(sort) = sort else { continue };
        let word = Word { range: start..at, sort };
        match rows.last_mut().filter(|_| joined) {
            Some(row) => row.push(word),
            None => rows.push(vec![word]),
        }
    }
    rows
}

/// Letters, and hyphens and apostrophes between them. Digits make a word that is no name.
fn word_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joins = matches!(c, '-' | '\'' | '\u{2019}') && chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !c.is_alphanumeric() && !joins {
            break;
        }
        end = start + at + c.len_utf8();
    }
    end
}

/// Whether a word in small letters may stand within a name.
fn is_particle(lists: &Lists<'_>, word: &str) -> bool {
    lists.has_sort(List::NameWords, "particle", word)
}

/// What a word with a capital is; nothing for one that can be no part of a name.
fn sort(lists: &Lists<'_>, word: &str) -> Option<Sort> {
    if word.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let whole = word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word);
    let listed = |word: &str| lists.entries(List::NameWords, word).next().and_then(|row| row.text("sort"));
    let known = listed(whole).or_else(|| whole.split('-').filter(|_| whole.contains('-')).find_map(|part| listed(part).filter(|sort| matches!(*sort, "body" | "label"))));
    match known {
        Some("title") => return Some(Sort::Title),
        Some("post") => return Some(Sort::Post),
        Some("particle") => return Some(Sort::Particle),
        Some("label") => return Some(Sort::Label),
        Some("either") => return Some(Sort::Either),
        Some(_) => return Some(Sort::Body),
        None => {}
    }
    match (whole.chars().count(), whole.chars().all(char::is_uppercase)) {
        (1, _) => Some(Sort::Initial),
        // `RMS`, `CID`
        (2 | 3, true) => None,
        _ if lists.has(List::GivenNames, whole) => Some(Sort::Given),
        _ => Some(Sort::Capital),
    }
}

/// The names among words in a row.
fn names_in(row: &[Word], wanted: Names) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < row.len() {
        let is_title = row[at].sort == Sort::Title || row[at].sort == Sort::Post && wanted == Names::Any;
        let parts = row[at + 1..].iter().take_while(|word| word.is_part()).count();
        let name_ends = row[at + 1..=at + parts].iter().rposition(Word::is_name);
        let followed_by_body = row.get(at + 1 + parts).is_some_and(|word| word.sort == Sort::Body);
        match name_ends {
            Some(end) if is_title && !followed_by_body => {
                found.push(row[at].range.start..row[at + 1 + end].range.end);
                at += end + 2;
            }
            _ => at += 1,
        }
    }
    if !found.is_empty() || row.iter().any(|word| word.sort == Sort::Body) {
        return found;
    }
    for parts in row.split(|word| !word.is_part()) {
        found.extend(untitled(parts, wanted));
    }
    found
}

/// A name without a title, among words that may all be parts of one.
fn untitled(parts: &[Word], wanted: Names) -> Option<Range<usize>> {
    let end = parts.iter().rposition(Word::is_name)?;
    let start = match wanted {
        Names::Known => parts[..end].iter().position(|word| word.sort == Sort::Given)?,
        Names::Any => parts[..end].iter().position(|word| word.is_name() || word.sort == Sort::Initial)?,
    };
    (end - start < MOST_WORDS).then(|| parts[start].range.start..parts[end].range.end)
}

/// `Jones, Sarah`
fn surname_first(text: &str, before: &[Word], after: &[Word]) -> Option<Range<usize>> {
    let (surname, given) = (before.last()?, after.first()?);
    let is_name = surname.is_name() && given.sort == Sort::Given && after.len() <= 3 && after.iter().all(Word::is_part);
    let alone = before.iter().all(|word| word.is_part() || word.sort == Sort::Label);
    (is_name && alone && &text[surname.range.end..given.range.start] == ", ").then(|| surname.range.start..after.iter().rfind(|word| word.is_name()).map_or(given.range.end, |word| word.range.end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, wanted: Names) -> Vec<&str> {
        names(&Lists::new(crate::shipped::policy()), text, wanted).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn names_are_found_where_a_reference_belongs() {
        for text in [
            "Mr Smith",
            "Mrs. Quibell",
            "Miss A. Quibell",
            "MR SMITH",
            "Dr Quibell",
            "Sarah Jones",
            "Zdenka Quibell",
            "Maria de Souza",
            "J. R. Quibell",
            "J Quibell",
            "SMITH John",
            "Ann-Marie O'Neil",
            "Zoë Łukasz Quibell",
            "Jones, Sarah",
            "Mary Jane Ann Smith",
            "Sarah J. Hill",
            "Mr Hill",
        ] {
            assert_eq!(found(text, Names::Any), [text]);
            assert_eq!(found(&format!("case of {text}, 2026-014"), Names::Any), [text]);
        }
        assert_eq!(found("Patient Zdenka Quibell", Names::Any), ["Zdenka Quibell"]);
    }

    #[test]
    fn elsewhere_it_takes_a_title_or_a_first_name() {
        assert_eq!(found("Ask Sarah Jones or Mr Quibell.", Names::Known), ["Sarah Jones", "Mr Quibell"]);
        assert_eq!(found("Zdenka Quibell; Dr Quibell; Rose Ward", Names::Known), Vec::<&str>::new());
    }

    #[test]
    fn references_bodies_and_posts_are_no_names() {
        for text in [
            "case 2026-014",
            "Case 2026-014",
            "Niche RMS 2026/014",
            "SystmOne record 1234567",
            "Fenland Mental Health Trust",
            "Norwich Safeguarding Hub",
            "Detective Inspector, Major Crime",
            "RiO 99812",
            "Adult A",
            "Child B of family 12",
            "MARAC 2026-07, Norwich",
            "The Head of Legal Services",
            "Victoria Hospital",
            "Foxglove Ward",
            "Norwich Park",
            "Dr Gray's Hospital",
            "Operation Kingfisher",
            "d-2026-014",
            "Athena investigation 37/1/26",
            "Ward B",
            "Custody Sergeant",
            "Crown Court at Norwich",
            "King's Lynn Custody Suite 3",
            "the local reference of the trust",
            "",
        ] {
            assert_eq!(found(text, Names::Any), Vec::<&str>::new(), "{text}");
        }
    }
}
