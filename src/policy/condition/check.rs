//! Types: every path, word and register of a condition is checked against the vocabulary when the pack loads.

mod shape;

use super::read::{Rule, read};
use super::tree::{Compare, DateOrder, Expr, Literal, Path, Quantifier, Root, StateTest, Step, Test};
use crate::diagnostic::{Problem, did_you_mean, list_words};
use crate::model::{KindId, Vocabulary, WordList, parse_day, parse_period};
use crate::policy::register::{ColumnType, Register, RegisterId};
use crate::source::TextRange;
use pest::iterators::Pair;
use shape::Shape;

/// What a condition may name.
pub struct Names<'a> {
    /// Keywords and word lists.
    pub vocabulary: &'a Vocabulary,
    /// Registers.
    pub registers: &'a [Register],
}

/// The things at hand where a condition begins.
pub struct Scope {
    /// What the subject is called, and the kinds that it may have.
    pub subject: (String, Vec<KindId>),
}

/// Reads a condition, checks its types and compiles it. The ranges of problems count from the start of its text.
pub fn check(text: &str, names: &Names<'_>, scope: &Scope) -> Result<Expr, Vec<Problem>> {
    let pair = read(text).map_err(|problem| vec![*problem])?;
    let agreement = names.vocabulary.find("agreement").map_or_else(Vec::new, |kind| vec![kind]);
    let mut checker = Checker { names, bound: vec![(scope.subject.0.clone(), Shape::things(scope.subject.1.clone())), ("agreement".to_owned(), Shape::things(agreement))], problems: Vec::new() };
    let body = pair.into_inner().next();
    let expr = body.map_or(Expr::And(Vec::new()), |body| checker.expr(body));
    if checker.problems.is_empty() { Ok(expr) } else { Err(checker.problems) }
}

struct Checker<'a> {
    names: &'a Names<'a>,
    bound: Vec<(String, Shape)>,
    problems: Vec<Problem>,
}

fn range(pair: &Pair<'_, Rule>) -> TextRange {
    TextRange::new(pair.as_span().start(), pair.as_span().end())
}

impl Checker<'_> {
    fn problem(&mut self, headline: String, range: TextRange, help: String) {
        self.problems.push(Problem::new("POL-05", "condition-names-nothing", headline, range).helping(help));
    }

    fn expr(&mut self, pair: Pair<'_, Rule>) -> Expr {
        match pair.as_rule() {
            Rule::any_of => self.several(pair, Expr::Or),
            Rule::all_of => self.several(pair, Expr::And),
            Rule::negated => {
                let mut inner = pair.into_inner().peekable();
                let negative = inner.next_if(|pair| pair.as_rule() == Rule::kw_not).is_some();
                let body = inner.next().map_or(Expr::And(Vec::new()), |pair| self.expr(pair));
                if negative { Expr::Not(Box::new(body)) } else { body }
            }
            Rule::group => pair.into_inner().next().map_or(Expr::And(Vec::new()), |pair| self.expr(pair)),
            Rule::quantified => self.quantified(pair),
            Rule::counted => self.counted(pair),
            _ => self.test(pair),
        }
    }

    fn several(&mut self, pair: Pair<'_, Rule>, make: fn(Vec<Expr>) -> Expr) -> Expr {
        let parts = pair.into_inner().filter(|pair| !matches!(pair.as_rule(), Rule::kw_and | Rule::kw_or));
        let mut parts: Vec<Expr> = parts.map(|pair| self.expr(pair)).collect();
        if parts.len() == 1 { parts.remove(0) } else { make(parts) }
    }

    fn quantified(&mut self, pair: Pair<'_, Rule>) -> Expr {
        let at = range(&pair);
        let mut quantifier = Quantifier::Every;
        let mut name = String::new();
        let mut path = None;
        let mut filter = None;
        let mut body = None;
        let mut in_filter = false;
        let mut bound = false;
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::quantifier => {
                    quantifier = match inner.as_str() {
                        "every" => Quantifier::Every,
                        "some" => Quantifier::Some,
                        _ => Quantifier::No,
                    }
                }
                Rule::name => inner.as_str().clone_into(&mut name),
                Rule::path => {
                    let (compiled, shape) = self.path(&inner);
                    path = Some(compiled);
                    if self.bound.iter().any(|(taken, _)| *taken == name) {
                        self.problem(format!("`{name}` is already the name of something here"), range(&inner), "Choose another name after `every`, `some` or `no`.".to_owned());
                    }
                    self.bound.push((name.clone(), shape));
                    bound = true;
                }
                Rule::kw_where => in_filter = true,
                Rule::any_of if in_filter => {
                    filter = Some(Box::new(self.expr(inner)));
                    in_filter = false;
                }
                Rule::any_of => body = Some(Box::new(self.expr(inner))),
                _ => {}
            }
        }
        let slot = (self.bound.len() - 1) as u8;
        if bound {
            self.bound.pop();
        }
        if quantifier == Quantifier::Every && body.is_none() {
            self.problem("`every` says nothing of the things it names".to_owned(), at, "Add a colon and what must hold of each.".to_owned());
        }
        Expr::Quantified { quantifier, slot, path: path.unwrap_or_else(|| empty_path("")), filter, body }
    }

    fn counted(&mut self, pair: Pair<'_, Rule>) -> Expr {
        let mut path = empty_path("");
        let mut compare = Compare::AtLeast;
        let mut number = 0;
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::path => path = self.path(&inner).0,
                Rule::size => compare = compare_of(inner.as_str()),
                Rule::number => number = inner.as_str().parse().unwrap_or(i64::MAX),
                _ => {}
            }
        }
        Expr::Count(path, compare, number)
    }

    fn test(&mut self, pair: Pair<'_, Rule>) -> Expr {
        let whole = range(&pair);
        let mut inner = pair.into_inner();
        let (Some(path), Some(predicate)) = (inner.next(), inner.next()) else { return Expr::And(Vec::new()) };
        let (path, shape) = self.path(&path);
        let predicate = if predicate.as_rule() == Rule::is_test { predicate.into_inner().find(|pair| pair.as_rule() != Rule::kw_is) } else { Some(predicate) };
        let Some(predicate) = predicate else { return Expr::And(Vec::new()) };
        let negative = predicate.clone().into_inner().any(|pair| pair.as_rule() == Rule::kw_not);
        let at = range(&predicate);
        let parts: Vec<Pair<'_, Rule>> = predicate.clone().into_inner().filter(|pair| pair.as_rule() != Rule::kw_not).collect();
        let test = match predicate.as_rule() {
            Rule::state => Test::State(state_of(parts[0].as_str()), negative),
            Rule::mentions => self.mentions(&parts),
            Rule::concerns => {
                let other = self.last_path(&parts);
                if !shape.has_clause(self.names, "for") {
                    self.problem(format!("`{}` has no `for` clause", path.text), whole, "`concerns` asks whom a statement is for; it fits statements such as `security` or `retention`.".to_owned());
                }
                Test::Concerns(other)
            }
            Rule::spans => Test::Spans(self.last_path(&parts)),
            Rule::dated => self.dated(&parts, at),
            Rule::within => {
                let period = parts.iter().find(|pair| pair.as_rule() == Rule::period).and_then(|pair| self.period(pair));
                let other = self.last_path(&parts);
                match period {
                    Some(period) => Test::Within(period.into(), other),
                    None => return Expr::And(Vec::new()),
                }
            }
            Rule::sized => self.sized(&parts),
            Rule::among => Test::Among(self.last_path(&parts), negative),
            Rule::one_of => {
                let literals: Vec<Pair<'_, Rule>> = parts.into_iter().filter(|part| part.as_rule() != Rule::kw_one_of).collect();
                Test::Is(literals.iter().filter_map(|part| self.literal(part, &path.text, &shape)).collect(), negative)
            }
            _ => self.equal(&parts, &path.text, &shape, negative),
        };
        Expr::Test(path, test)
    }

    fn last_path(&mut self, parts: &[Pair<'_, Rule>]) -> Path {
        parts.iter().rfind(|pair| pair.as_rule() == Rule::path).map_or_else(|| empty_path(""), |pair| self.path(pair).0)
    }

    fn equal(&mut self, parts: &[Pair<'_, Rule>], path: &str, shape: &Shape, negative: bool) -> Test {
        let Some(part) = parts.first() else { return Test::Is(Vec::new(), negative) };
        if part.as_rule() == Rule::path {
            let text = part.as_str();
            let first = text.split('.').next().unwrap_or(text);
            let is_thing = text.contains('.') || self.bound.iter().any(|(name, _)| name == first);
            if is_thing {
                return Test::IsPath(self.path(part).0, negative);
            }
            return Test::Is(self.word(text, range(part), path, shape).into_iter().collect(), negative);
        }
        Test::Is(self.literal(part, path, shape).into_iter().collect(), negative)
    }

    fn literal(&mut self, pair: &Pair<'_, Rule>, path: &str, shape: &Shape) -> Option<Literal> {
        match pair.as_rule() {
            Rule::name => self.word(pair.as_str(), range(pair), path, shape),
            Rule::text => Some(Literal::Text(pair.as_str().trim_matches('"').to_owned())),
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
            return Some(Literal::Word(word.to_owned()));
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
        if let Some(name) = parts.iter().find(|pair| pair.as_rule() == Rule::name) {
            return match self.register(name.as_str()) {
                Some((id, register)) if register.column("phrase").is_some() => Test::MentionsAny(id),
                Some(_) => {
                    self.problem(format!("the register `{}` has no column `phrase`", name.as_str()), range(name), "`mentions any of` reads that column.".to_owned());
                    Test::Mentions(Vec::new())
                }
                None => {
                    self.unknown_root(name.as_str(), range(name));
                    Test::Mentions(Vec::new())
                }
            };
        }
        Test::Mentions(parts.iter().filter(|pair| pair.as_rule() == Rule::text).map(|pair| pair.as_str().trim_matches('"').to_lowercase()).collect())
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

    fn register(&self, name: &str) -> Option<(RegisterId, &Register)> {
        let index = self.names.registers.iter().position(|register| register.name == name)?;
        Some((RegisterId(index as u16), &self.names.registers[index]))
    }

    fn unknown_root(&mut self, name: &str, at: TextRange) {
        let mut candidates: Vec<&str> = self.bound.iter().map(|(name, _)| name.as_str()).chain(["today"]).chain(self.names.registers.iter().map(|register| register.name.as_str())).collect();
        candidates.sort_unstable();
        let help = did_you_mean(name, candidates.iter().copied()).map_or_else(|| format!("Known here: {}.", list_words(candidates.iter().copied())), |meant| format!("Did you mean `{meant}`?"));
        self.problem(format!("nothing is called `{name}` here"), at, help);
    }

    fn path(&mut self, pair: &Pair<'_, Rule>) -> (Path, Shape) {
        let text = pair.as_str();
        let mut segments = text.split('.');
        let first = segments.next().unwrap_or(text);
        let start = range(pair).start as usize;
        let (root, mut shape) = if let Some(slot) = self.bound.iter().rposition(|(name, _)| name == first) {
            (Root::Slot(slot as u8), self.bound[slot].1.clone())
        } else if first == "today" {
            (Root::Today, Shape::day())
        } else if let Some((id, _)) = self.register(first) {
            (Root::Register(id), Shape::entries(id))
        } else {
            self.unknown_root(first, TextRange::new(start, start + first.len()));
            return (empty_path(text), Shape::unknown());
        };
        let mut steps = Vec::new();
        let mut at = start + first.len() + 1;
        for segment in segments {
            let here = TextRange::new(at, at + segment.len());
            at += segment.len() + 1;
            match shape.step(self.names, segment) {
                Some((step, next)) => {
                    steps.push(step);
                    shape = next;
                }
                None if shape.is_unknown() => return (empty_path(text), Shape::unknown()),
                None => {
                    let candidates = shape.fields(self.names);
                    let known = candidates.iter().map(String::as_str);
                    let help = did_you_mean(segment, known.clone()).map_or_else(|| format!("It has {}.", list_words(known)), |meant| format!("Did you mean `{meant}`?"));
                    self.problem(format!("{} has no field `{segment}`", shape.describe(self.names)), here, help);
                    return (empty_path(text), Shape::unknown());
                }
            }
        }
        let path = Path { root, steps, text: text.to_owned() };
        (path, shape)
    }
}

fn words_of(list: &WordList) -> impl Iterator<Item = &str> {
    list.words.iter().flat_map(|word| std::iter::once(word.id.as_str()).chain(word.broader.iter().map(String::as_str)))
}

fn empty_path(text: &str) -> Path {
    Path { root: Root::Slot(0), steps: Vec::<Step>::new(), text: text.to_owned() }
}

fn compare_of(text: &str) -> Compare {
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

/// The type of a column, for a message.
pub(super) fn column_in_words(column: ColumnType) -> &'static str {
    match column {
        ColumnType::Word | ColumnType::Words => "words",
        ColumnType::Text => "text",
        ColumnType::Number => "numbers",
        ColumnType::Date => "dates",
    }
}
