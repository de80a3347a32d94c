//! One statement through pest.

use super::names::friendly;
use super::tree::{Part, PartKind};
use crate::diagnostic::Problem;
use crate::source::TextRange;
use pest::Parser;
use pest::error::{Error, ErrorVariant, InputLocation};
use pest_derive::Parser;

#[derive(Parser)]
#[grammar = "grammar/agreement.pest"]
#[allow(missing_docs, reason = "the variants are documented in the grammar")]
pub(super) struct AgreementParser;

/// The keyword of a statement; its parts are pushed. An unreadable statement returns where and why.
pub(super) fn read(text: &str, offset: usize, parts: &mut Vec<Part>) -> Result<TextRange, Box<Problem>> {
    let pairs = AgreementParser::parse(Rule::statement, text).map_err(|error| Box::new(explain(text, offset, &error)))?;
    let mut keyword = TextRange::default();
    for pair in pairs.flatten() {
        let kind = match pair.as_rule() {
            Rule::word => PartKind::Word,
            Rule::text | Rule::block_text | Rule::curly_text => PartKind::Text,
            Rule::comma => PartKind::Comma,
            Rule::date => PartKind::Date,
            Rule::period => PartKind::Period,
            Rule::number => PartKind::Number,
            Rule::clock => PartKind::Clock,
            Rule::hole => PartKind::Hole,
            Rule::keyword => {
                let span = pair.as_span();
                keyword = TextRange::new(offset + span.start(), offset + span.end());
                continue;
            }
            _ => continue,
        };
        let span = pair.as_span();
        parts.push(Part { kind, range: TextRange::new(offset + span.start(), offset + span.end()) });
    }
    Ok(keyword)
}

/// What pest says, in words for a person who has never met a parser.
fn explain(text: &str, offset: usize, error: &Error<Rule>) -> Problem {
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at.min(text.len()),
    };
    let found = text[at..].chars().next();
    let width = found.map_or(0, char::len_utf8);
    let range = TextRange::new(offset + at, offset + at + width);
    let Some(found) = found else {
        let start = text.trim_end().len();
        return Problem::new("SYN-01", "unreadable-statement", "the statement stops too early", TextRange::new(offset, offset + start));
    };
    let problem = |headline: String, help: &str| Problem::new("SYN-01", "unreadable-statement", headline, range).helping(help);
    let after_digit = text[..at].ends_with(|c: char| c.is_ascii_digit());
    match found {
        '/' if after_digit => problem("a date or a time is not written with `/`".into(), "Dates are written year, month, day: 2026-04-01. For round the clock write `always`."),
        '.' if after_digit => problem("a number with a point stands between quotation marks".into(), "Write \"1.0\", with quotation marks."),
        ';' => problem("a semicolon is not needed".into(), "Put each fact on a line of its own and leave the semicolon out.").fixing("remove the semicolon", range, ""),
        ':' | '=' => problem(format!("`{found}` is not needed between a keyword and its value"), "Write the keyword, a space, then the value.").fixing("remove it", range, " "),
        '(' | ')' | '[' | ']' | '/' | '&' | '%' | '*' | '+' | '!' | '@' | '<' | '>' | '|' | '\'' => {
            problem(format!("`{found}` may stand only inside quotation marks"), "Text goes between straight quotation marks: \"...\".")
        }
        '\u{201D}' | '\u{2018}' | '\u{2019}' => problem(format!("`{found}` does not open a text"), "Use a straight quotation mark at both ends: \"...\"."),
        '\u{2013}' | '\u{2014}' => problem("a long dash may stand only inside quotation marks".into(), "In names and dates use the plain hyphen, `-`.").fixing("use a hyphen", range, "-"),
        '.' => problem("a full stop does not end a statement".into(), "Leave the full stop out, or put the sentence between quotation marks."),
        '\u{FEFF}' => problem("a byte-order mark stands inside the text".into(), "Delete the invisible character here.").fixing("remove it", range, ""),
        digit if digit.is_ascii_digit() => problem(
            "this is neither a date, a period, a time nor a whole number".into(),
            "Write a date as 2026-04-01, a period as `8 years`, opening hours as 08:00-22:00; put anything else between quotation marks.",
        ),
        _ => {
            let expected = match &error.variant {
                ErrorVariant::ParsingError { positives, .. } => positives.iter().map(|rule| friendly(*rule)).collect::<Vec<_>>().join(", "),
                ErrorVariant::CustomError { .. } => String::new(),
            };
            let help = if expected.is_empty() { "Text goes between straight quotation marks: \"...\".".to_owned() } else { format!("What may stand here: {expected}.") };
            problem(format!("`{}` cannot be read here", found.escape_debug()), &help)
        }
    }
}
