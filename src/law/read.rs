//! A citation's text through pest: pinpoints, words and what parts them.

use pest::Parser;
use pest::iterators::Pair;
use pest_derive::Parser;
use std::ops::Range;

#[derive(Parser)]
#[grammar = "grammar/citation.pest"]
#[allow(missing_docs, reason = "the variants are documented in the grammar")]
struct CitationParser;

/// What is numbered in an instrument, the outer before the inner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    /// None is written: an article of European law, a section of an Act.
    Unsaid,
    Section,
    Article,
    Regulation,
    Annex,
    Schedule,
    Part,
    Chapter,
    Paragraph,
}

/// What [`Unit::Unsaid`] is written as until the instrument is known.
pub(super) const UNSAID: &str = "?";

impl Unit {
    /// As it is written in the register.
    pub(super) fn short(self) -> &'static str {
        match self {
            Unit::Unsaid => UNSAID,
            Unit::Section => "s",
            Unit::Article => "art",
            Unit::Regulation => "reg",
            Unit::Annex => "annex",
            Unit::Schedule => "sch",
            Unit::Part => "part",
            Unit::Chapter => "ch",
            Unit::Paragraph => "para",
        }
    }
}

/// A piece of a citation with its bytes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) what: What,
    pub(super) range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A unit with its numbers, each with its brackets: `115(2)`.
    Pin(Unit, Vec<String>),
    /// What stands inside the next pinpoint.
    Inner(String),
    /// A unit without a number that can be read.
    Broken,
    /// `;`
    Stop,
    /// A word.
    Word,
}

/// The most numbers that a range may stand for: `ss.6-44` of an Act.
const LONGEST_RANGE: u32 = 60;

/// Reads a text. Any text can be read.
pub(super) fn read(text: &str) -> Vec<Token> {
    let Ok(mut pairs) = CitationParser::parse(Rule::citation, text) else { return Vec::new() };
    let tokens = pairs.next().map(Pair::into_inner).into_iter().flatten().filter_map(|pair| {
        let range = pair.as_span().start()..pair.as_span().end();
        let what = match pair.as_rule() {
            Rule::pinpoint => pin(pair)?,
            Rule::inner => What::Inner(subs(pair)),
            Rule::bare => What::Pin(Unit::Unsaid, vec![item(pair, None)]),
            Rule::broken => What::Broken,
            Rule::stop => What::Stop,
            Rule::word => What::Word,
            _ => return None,
        };
        Some(Token { what, range })
    });
    tokens.collect()
}

fn pin(pair: Pair<'_, Rule>) -> Option<What> {
    let mut unit = None;
    let mut numbers: Vec<String> = Vec::new();
    let mut is_range = false;
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::unit | Rule::outer => unit = inner.into_inner().next().map(|pair| unit_of(pair.as_rule())),
            Rule::joint => is_range = inner.into_inner().any(|pair| pair.as_rule() == Rule::range),
            Rule::item | Rule::outer_item => {
                let item = item(inner, numbers.last());
                if is_range && let Some(last) = numbers.last() {
                    if runs_backwards(last, &item) {
                        return Some(What::Broken);
                    }
                    let between = between(last, &item);
                    numbers.extend(between);
                }
                numbers.push(item);
                is_range = false;
            }
            _ => {}
        }
    }
    Some(What::Pin(unit?, numbers))
}

fn unit_of(rule: Rule) -> Unit {
    match rule {
        Rule::article => Unit::Article,
        Rule::schedule => Unit::Schedule,
        Rule::paragraph => Unit::Paragraph,
        Rule::regulation => Unit::Regulation,
        Rule::part => Unit::Part,
        Rule::chapter => Unit::Chapter,
        Rule::annex => Unit::Annex,
        _ => Unit::Section,
    }
}

/// A number in one spelling. Brackets alone, as in `6(1)(c), (e)`, go with the number before.
fn item(pair: Pair<'_, Rule>, before: Option<&String>) -> String {
    let number = pair.clone().into_inner().find(|inner| inner.as_rule() != Rule::sub).map(|inner| figures(inner.as_str()));
    let subs = subs(pair);
    let number = number.or_else(|| {
        let before = before?;
        let kept = before.matches('(').count().saturating_sub(subs.matches('(').count());
        Some(before[..before.match_indices('(').nth(kept).map_or(before.len(), |(at, _)| at)].to_owned())
    });
    number.unwrap_or_default() + &subs
}

/// The brackets of a number in one spelling: letters alone are small.
fn subs(pair: Pair<'_, Rule>) -> String {
    let numbers = pair.into_inner().filter(|inner| inner.as_rule() == Rule::sub).filter_map(|sub| sub.into_inner().next());
    let plain = |text: &str| if text.starts_with(|c: char| c.is_ascii_digit()) { text.to_ascii_uppercase() } else { text.to_ascii_lowercase() };
    numbers.flat_map(|number| ["(".to_owned(), plain(number.as_str()), ")".to_owned()]).collect()
}

/// A number in figures, with capital letters.
fn figures(number: &str) -> String {
    const WORDS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    if let Some(index) = WORDS.iter().position(|word| number.eq_ignore_ascii_case(word)) {
        return (index + 1).to_string();
    }
    if let Some((whole, inner)) = number.split_once('.') {
        return format!("{whole}({inner})");
    }
    if number.starts_with(|c: char| c.is_ascii_digit()) {
        return number.to_ascii_uppercase();
    }
    let value = |c: char| match c {
        'X' => 10,
        'V' => 5,
        _ => 1,
    };
    let digits: Vec<i32> = number.chars().map(value).collect();
    let total: i32 = digits.iter().enumerate().map(|(at, digit)| if digits.get(at + 1).is_some_and(|next| next > digit) { -digit } else { *digit }).sum();
    total.max(1).to_string()
}

/// Whether a range ends before it begins: `ss.7-6`.
fn runs_backwards(first: &str, last: &str) -> bool {
    matches!((first.parse::<u32>(), last.parse::<u32>()), (Ok(first), Ok(last)) if last < first)
}

/// The numbers between the ends of a range: `6-9`, `44A-44F`.
fn between(first: &str, last: &str) -> Vec<String> {
    if let (Ok(first), Ok(last)) = (first.parse::<u32>(), last.parse::<u32>())
        && last > first
        && last - first <= LONGEST_RANGE
    {
        return (first + 1..last).map(|number| number.to_string()).collect();
    }
    if let (Some((stem, low)), Some((other, high))) = (last_sub(first), last_sub(last))
        && stem == other
    {
        return between(low, high).into_iter().map(|number| format!("{stem}({number})")).collect();
    }
    let (Some(low), Some(high)) = (first.chars().next_back(), last.chars().next_back()) else { return Vec::new() };
    let same_stem = first.len() == last.len() && first[..first.len() - low.len_utf8()] == last[..last.len() - high.len_utf8()];
    if same_stem && low.is_ascii_uppercase() && high.is_ascii_uppercase() && low < high {
        let stem = &first[..first.len() - 1];
        return ((low as u8 + 1)..high as u8).map(|letter| format!("{stem}{}", char::from(letter))).collect();
    }
    Vec::new()
}

/// A number apart from its last bracket.
fn last_sub(number: &str) -> Option<(&str, &str)> {
    number.strip_suffix(')')?.rsplit_once('(')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pins(text: &str) -> Vec<String> {
        let pin = |token: Token| match token.what {
            What::Pin(unit, numbers) => Some(format!("{}.{}", unit.short(), numbers.join(" "))),
            What::Broken => Some("broken".to_owned()),
            _ => None,
        };
        read(text).into_iter().filter_map(pin).collect()
    }

    #[test]
    fn pinpoints_are_read_as_people_write_them() {
        assert_eq!(pins("s.115 CDA"), ["s.115"]);
        assert_eq!(pins("S115(2) and section 17A of it"), ["s.115(2)", "s.17A"]);
        assert_eq!(pins("ss. 8\u{2013}10"), ["s.8 9 10"]);
        assert_eq!(pins("ss.44A-44D"), ["s.44A 44B 44C 44D"]);
        assert_eq!(pins("Art 6 (1)(c), (e)"), ["art.6(1)(c) 6(1)(e)"]);
        assert_eq!(pins("Articles 6(1)(e) and 9(2)(h)"), ["art.6(1)(e) 9(2)(h)"]);
        assert_eq!(pins("Schedule 1, Part II, para 18"), ["sch.1", "part.2", "para.18"]);
        assert_eq!(pins("NHS Act 2006 s.14Z61"), ["s.14Z61"]);
        assert_eq!(pins("Control of Patient Information Regulations 2002"), Vec::<String>::new());
        assert_eq!(pins("s(8)(d)"), ["broken"]);
        assert_eq!(pins("Art 6(1)("), ["art.6(1)", "broken"]);
        assert_eq!(pins("the Act, section"), ["broken"]);
        assert_eq!(pins("Arts Council s"), ["broken"]);
    }
}
