//! A friendly name for every rule of the statement grammar.

use super::statement::Rule;

/// What a rule is called in a message.
pub(super) fn friendly(rule: Rule) -> &'static str {
    match rule {
        Rule::statement => "a statement",
        Rule::keyword => "a keyword",
        Rule::part => "a value or a connective such as `by`",
        Rule::text => "text in quotation marks",
        Rule::block_text => "text between lines of three quotation marks",
        Rule::curly_text => "text in curly quotation marks",
        Rule::word => "a name or a word",
        Rule::comma => "a comma",
        Rule::number_like | Rule::number => "a number",
        Rule::clock => "opening hours such as 08:00-22:00",
        Rule::date => "a date such as 2026-04-01",
        Rule::period => "a period such as 8 years",
        Rule::unit => "a unit of time",
        Rule::hole => "`?` for what is not answered yet",
        Rule::letter | Rule::word_char => "a letter",
        Rule::gap | Rule::gap_comment => "a space",
        Rule::EOI => "the end of the line",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_name_fit_for_people() {
        for rule in Rule::all_rules() {
            let name = friendly(*rule);
            assert!(!name.is_empty() && !name.contains('_'), "{rule:?} is called {name}");
        }
    }
}
