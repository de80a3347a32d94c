//! A condition's text through pest, and what to say when it cannot be read.

use crate::diagnostic::Problem;
use crate::source::TextRange;
use pest::Parser;
use pest::error::{ErrorVariant, InputLocation};
use pest::iterators::Pair;
use pest_derive::Parser;

#[derive(Parser)]
#[grammar = "grammar/condition.pest"]
#[allow(missing_docs, reason = "the variants are documented in the grammar")]
pub(super) struct ConditionParser;

/// The deepest nesting of parentheses; a condition that a person can read aloud has two or three.
const MAX_NESTING: usize = 24;

/// The longest condition, in bytes.
const MAX_LENGTH: usize = 8 * 1024;

pub(super) fn read(text: &str) -> Result<Pair<'_, Rule>, Box<Problem>> {
    let whole = TextRange::new(0, text.len().min(MAX_LENGTH));
    let mut depth = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_NESTING || text.len() > MAX_LENGTH {
            return Err(Box::new(Problem::new("POL-04", "condition-not-read", "this condition is too long or nested too deeply", whole)));
        }
    }
    let nots = text.split_whitespace().filter(|word| matches!(*word, "not" | "every" | "some" | "no")).count();
    if nots > 64 {
        return Err(Box::new(Problem::new("POL-04", "condition-not-read", "this condition is too long or nested too deeply", whole)));
    }
    let mut pairs = ConditionParser::parse(Rule::condition, text).map_err(|error| {
        let at = match error.location {
            InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
        };
        let expected = match error.variant {
            ErrorVariant::ParsingError { positives, .. } => {
                let mut names: Vec<&str> = positives.iter().map(|rule| friendly(*rule)).collect();
                names.sort_unstable();
                names.dedup();
                names.join(", ")
            }
            ErrorVariant::CustomError { message } => message,
        };
        // One character at least, and some space is wider than a byte.
        let first = text[at..].chars().next().map_or(0, char::len_utf8);
        let end = text[at + first..].find(char::is_whitespace).map_or(text.len(), |length| at + first + length);
        Box::new(Problem::new("POL-04", "condition-not-read", "this condition cannot be read", TextRange::new(at, end)).helping(format!("Expected here: {expected}.")))
    })?;
    pairs.next().ok_or_else(|| Box::new(Problem::new("POL-04", "condition-not-read", "this condition is empty", whole)))
}

/// What a rule of the grammar is called in a message.
fn friendly(rule: Rule) -> &'static str {
    match rule {
        Rule::condition | Rule::any_of | Rule::all_of | Rule::negated | Rule::simple | Rule::group => "a condition",
        Rule::quantified | Rule::quantifier => "`every`, `some` or `no`",
        Rule::counted | Rule::kw_count => "`count of`",
        Rule::test | Rule::predicate | Rule::is_test | Rule::kw_is => "`is`",
        Rule::mentions | Rule::kw_mentions => "`mentions`",
        Rule::concerns | Rule::kw_concerns => "`concerns`",
        Rule::spans | Rule::kw_spans => "`spans`",
        Rule::keeps | Rule::kw_has => "`has`",
        Rule::part_of_text => "`sentences` or `paragraphs`",
        Rule::state | Rule::state_word => "a state such as `stated`",
        Rule::dated | Rule::when => "`before`, `after`, `on or before` or `on or after`",
        Rule::within | Rule::kw_within => "`within`",
        Rule::sized | Rule::size => "`at least`, `at most`, `more than`, `less than` or `exactly`",
        Rule::among | Rule::kw_among => "`among`",
        Rule::one_of | Rule::kw_one_of => "`one of`",
        Rule::equal | Rule::literal | Rule::literal_value => "a value",
        Rule::path => "a path",
        Rule::name => "a name",
        Rule::text => "text in quotation marks",
        Rule::date => "a date",
        Rule::period => "a period",
        Rule::number => "a number",
        Rule::word_char => "a letter",
        Rule::kw_or => "`or`",
        Rule::kw_and => "`and`",
        Rule::kw_not => "`not`",
        Rule::kw_in => "`in`",
        Rule::kw_where => "`where`",
        Rule::kw_of => "`of`",
        Rule::kw_any_of => "`any of`",
        Rule::WHITESPACE => "a space",
        Rule::EOI => "the end",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_name_fit_for_people() {
        for rule in Rule::all_rules() {
            assert!(!friendly(*rule).contains('_'), "{rule:?}");
        }
    }

    #[test]
    fn a_bomb_of_parentheses_is_refused() {
        let bomb = "(".repeat(5_000);
        assert!(read(&bomb).is_err());
        assert!(read("every f in agreement.flow where f.extent is main: f.channel is stated and not f.channel is unnamed").is_ok());
    }
}
