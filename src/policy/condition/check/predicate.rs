//! Tests of what a path yields: states, words, dates, numbers, comparisons with other paths.

use super::super::read::Rule;
use super::super::tree::{Compare, DateOrder, Expr, Literal, PartOfText, PathId, StateTest, Test};
use super::shape::Shape;
use super::{Checker, range};
use crate::diagnostic::{did_you_mean, list_words};
use crate::model::{WordList, parse_day, parse_period};
use crate::source::{Text, TextRange};
use pest::iterators::Pair;

impl Checker<'_> {
    pub(super) fn test(&mut self, pair: Pair<'_, Rule>) -> Expr {
        let whole = range(&pair);
        let mut inner = pair.into_inner();
        let (Some(path), Some(predicate)) = (inner.next(), inner.next()) else { return self.expr_or_none(None) };
        let written = path.as_str();
        let (path, shape) = self.path(&path);
        let predicate = if predicate.as_rule() == Rule::is_test { predicate.into_inner().find(|pair| pair.as_rule() != Rule::kw_is) } else { Some(predicate) };
        let Some(predicate) = predicate else { return self.expr_or_none(None) };
        let negative = predicate.clone().into_inner().any(|pair| pair.as_rule() == Rule::kw_not);
        let at = range(&predicate);
        let parts: Vec<Pair<'_, Rule>> = predicate.clone().into_inner().filter(|pair| pair.as_rule() != Rule::kw_not).collect();
        let test = match predicate.as_rule() {
            Rule::state => Test::State(state_of(parts[0].as_str()), negative),
            Rule::mentions => self.mentions(&parts),
            Rule::concerns => {
                let other = self.last_path(&parts);
                if !shape.has_clause(self.names, "for") {
                    self.problem(format!("`{written}` has no `for` clause"), whole, "`concerns` asks whom a statement is for; it fits statements such as `security` or `retention`.".to_owned());
                }
                Test::Concerns(other)
            }
            Rule::spans => Test::Spans(self.last_path(&parts)),
            Rule::keeps => {
                let of_words = parts.iter().any(|part| part.as_rule() == Rule::part_of_text && part.as_str() == "sentences");
                Test::Keeps(if of_words { PartOfText::Sentences } else { PartOfText::Paragraphs }, self.last_path(&parts))
            }
            Rule::dated => self.dated(&parts, at),
            Rule::within => {
                let period = parts.iter().find(|pair| pair.as_rule() == Rule::period).and_then(|pair| self.period(pair));
                let other = self.last_path(&parts);
                match period {
                    Some(period) => Test::Within(period.into(), other),
                    None => return self.expr_or_none(None),
                }
            }
            Rule::sized => self.sized(&parts),
            Rule::among => Test::Among(self.last_path(&parts), negative),
            Rule::one_of => {
                let literals: Vec<Pair<'_, Rule>> = parts.into_iter().filter(|part| part.as_rule() != Rule::kw_one_of).collect();
                {
                    let literals: Vec<Literal> = literals.iter().filter_map(|part| self.literal(part, written, &shape)).collect();
                    Test::Is(self.pool.exprs.add_literals(literals), negative)
                }
            }
            _ => self.equal(&parts, written, &shape, negative),
        };
        Expr::Test(path, test)
    }

    fn last_path(&mut self, parts: &[Pair<'_, Rule>]) -> PathId {
        match parts.iter().rfind(|pair| pair.as_rule() == Rule::path) {
            Some(pair) => self.path(pair).0,
            None => self.empty_path(""),
        }
    }

    fn equal(&mut self, parts: &[Pair<'_, Rule>], path: &str, shape: &Shape, negative: bool) -> Test {
        let Some(part) = parts.first() else { return Test::Is(self.pool.exprs.add_literals(None), negative) };
        if part.as_rule() == Rule::path {
            let text = part.as_str();
            let first = text.split('.').next().unwrap_or(text);
            let is_thing = text.contains('.') || self.bound.iter().any(|(name, _)| name == first);
            if is_thing {
                return Test::IsPath(self.path(part).0, negative);
            }
            let word = self.word(text, range(part), path, shape);
            return Test::Is(self.pool.exprs.add_literals(word), negative);
        }
        let literal = self.literal(part, path, shape);
        Test::Is(self.pool.exprs.add_literals(literal), negative)
    }

    fn literal(&mut self, pair: &Pair<'_, Rule>, path: &str, shape: &Shape) -> Option<Literal> {
        match pair.as_rule() {
            Rule::name => self.word(pair.as_str(), range(pair), path, shape),
            Rule::text => Some(Literal::Text(pair.as_str().trim_matches('"').into())),
            Rule::number => Some(Literal::Number(pair.as_str().parse().unwrap_or(i64::MAX))),
            Rule::date => {
                let day = parse_day(pair.as_str());
                if let Err(why) = &day {
                    self.problem(format!("`{}` is not a day", pair.as_str()), range(pair), why.clone());
                }
                day.ok().map(|day| Literal::Date(day.first.year(), day.first.month(), day.first.day()))
            }
            _ => None,
        }
    }

    /// A word must be in one of the lists that the path's values come from.
    fn word(&mut self, word: &str, at: TextRange, path: &str, shape: &Shape) -> Option<Literal> {
        let lists = shape.lists(self.names);
        let known = shape.takes_any_word(self.names) || lists.iter().any(|list| list.knows(word));
        if known {
            return Some(Literal::Word(word.into()));
        }
        if lists.is_empty() {
            self.problem(format!("`{path}` has no words to compare with `{word}`"), at, "Compare it with text in quotation marks, a date, a number, or another path.".to_owned());
            return None;
        }
        let mut candidates: Vec<&str> = lists.iter().flat_map(|list| words_of(list)).collect();
        candidates.sort_unstable();
        candidates.dedup();
        let help = did_you_mean(word, candidates.iter().copied()).map_or_else(|| format!("It may be {}.", list_words(candidates.iter().copied())), |meant| format!("Did you mean `{meant}`?"));
        self.problem(format!("`{path}` is never `{word}`"), at, help);
        None
    }

    fn mentions(&mut self, parts: &[Pair<'_, Rule>]) -> Test {
        let Some(name) = parts.iter().find(|pair| pair.as_rule() == Rule::name) else {
            let phrases = parts.iter().filter(|pair| pair.as_rule() == Rule::text).map(|pair| pair.as_str().trim_matches('"'));
            return Test::Mentions(self.phrases.phrases.add(phrases));
        };
        match self.names.registers.find(name.as_str()) {
            Some(id) => match self.phrases.of(id) {
                Some(set) => return Test::Mentions(set),
                None => self.problem(format!("the register `{}` has no column `phrase`", name.as_str()), range(name), "`mentions any of` reads that column.".to_owned()),
            },
            None => self.unknown_root(name.as_str(), range(name)),
        }
        Test::Mentions(self.phrases.phrases.add([]))
    }

    fn dated(&mut self, parts: &[Pair<'_, Rule>], at: TextRange) -> Test {
        let order = match parts.first().map(Pair::as_str) {
            Some("before") => DateOrder::Before,
            Some("after") => DateOrder::After,
            Some("on or before") => DateOrder::OnOrBefore,
            _ => DateOrder::OnOrAfter,
        };
        match parts.get(1) {
            Some(pair) if pair.as_rule() == Rule::date => match parse_day(pair.as_str()) {
                Ok(day) => Test::DatedAt(order, day.first.year(), day.first.month(), day.first.day()),
                Err(why) => {
                    self.problem(format!("`{}` is not a day", pair.as_str()), at, why);
                    Test::DatedAt(order, 1, 1, 1)
                }
            },
            Some(pair) => Test::Dated(order, self.path(pair).0),
            None => Test::DatedAt(order, 1, 1, 1),
        }
    }

    fn sized(&mut self, parts: &[Pair<'_, Rule>]) -> Test {
        let compare = parts.first().map_or(Compare::AtLeast, |pair| compare_of(pair.as_str()));
        match parts.get(1) {
            Some(pair) if pair.as_rule() == Rule::period => match self.period(pair) {
                Some(period) => Test::SizedPeriod(compare, period.into()),
                None => Test::Sized(compare, 0),
            },
            Some(pair) => Test::Sized(compare, pair.as_str().parse().unwrap_or(i64::MAX)),
            None => Test::Sized(compare, 0),
        }
    }

    fn period(&mut self, pair: &Pair<'_, Rule>) -> Option<crate::model::Period> {
        let period = parse_period(pair.as_str());
        if period.is_none() {
            self.problem(format!("`{}` is not a period", pair.as_str()), range(pair), "Write a number and minutes, hours, days, weeks, months or years.".to_owned());
        }
        period
    }
}

fn words_of(list: &WordList) -> impl Iterator<Item = &str> {
    list.words.iter().flat_map(|word| std::iter::once(word.id.as_str()).chain(word.broader.iter().map(Text::as_str)))
}

pub(super) fn compare_of(text: &str) -> Compare {
    match text {
        "at most" => Compare::AtMost,
        "more than" => Compare::MoreThan,
        "fewer than" | "less than" => Compare::LessThan,
        "exactly" => Compare::Exactly,
        _ => Compare::AtLeast,
    }
}

fn state_of(text: &str) -> StateTest {
    match text {
        "absent" => StateTest::Absent,
        "answered" => StateTest::Answered,
        "declined" => StateTest::Declined,
        "open" => StateTest::Open,
        "inherited" => StateTest::Inherited,
        "specific" => StateTest::Specific,
        "a placeholder" => StateTest::Placeholder,
        _ => StateTest::Stated,
    }
}
