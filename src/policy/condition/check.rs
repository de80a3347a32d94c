//! Types: every path, word and register of a condition is checked against the vocabulary when the pack loads.

mod predicate;
mod shape;

use super::join::Joining;
use super::read::{Rule, read};
use super::tree::{Compare, Expr, ExprId, Parts, PathId, Quantifier, Root};
use crate::diagnostic::{Problem, did_you_mean, list_words};
use crate::model::{KindId, Vocabulary};
use crate::policy::pack::{PhraseBook, Pool};
use crate::policy::register::{ColumnType, Registers};
use crate::source::TextRange;
use pest::iterators::Pair;
use predicate::compare_of;
use shape::Shape;

/// What a condition may name.
pub struct Names<'a> {
    /// Keywords and word lists.
    pub vocabulary: &'a Vocabulary,
    /// Registers.
    pub registers: &'a Registers,
}

/// The things at hand where a condition begins.
pub struct Scope {
    /// What the subject is called, and the kinds that it may have.
    pub subject: (String, Vec<KindId>),
    /// The keyword of the document that is judged, under which it is always there, and its kind.
    pub document: (String, Option<KindId>),
}

/// What conditions are compiled into.
pub struct Target<'a> {
    /// What the conditions of one set share.
    pub pool: &'a mut Pool,
    /// The phrases that all sets share.
    pub phrases: &'a mut PhraseBook,
}

/// Reads a condition, checks its types and compiles it. The ranges of problems count from the start of its text.
pub fn check(text: &str, names: &Names<'_>, scope: &Scope, target: &mut Target<'_>) -> Result<ExprId, Vec<Problem>> {
    let pair = read(text).map_err(|problem| vec![*problem])?;
    let (document, kind) = &scope.document;
    let subject = (scope.subject.0.clone(), Shape::things(scope.subject.1.clone()));
    let document = (document.clone(), Shape::things(kind.iter().copied().collect()));
    let mut checker = Checker { names, pool: &mut *target.pool, phrases: &mut *target.phrases, bound: vec![subject, document], problems: Vec::new() };
    let body = pair.into_inner().next();
    let expr = checker.expr_or_none(body);
    if checker.problems.is_empty() { Ok(checker.pool.exprs.add(expr)) } else { Err(checker.problems) }
}

/// The conjuncts of a condition, each kept once in a policy: many rules have the same guards, and a guard is then judged once a subject.
pub fn check_guards(text: &str, names: &Names<'_>, scope: &Scope, target: &mut Target<'_>) -> Result<Vec<ExprId>, Vec<Problem>> {
    let pair = read(text).map_err(|problem| vec![*problem])?;
    let all = pair.into_inner().next().map(|any| any.into_inner().collect::<Vec<_>>()).unwrap_or_default();
    let parts = match all.as_slice() {
        [one] if one.as_rule() == Rule::all_of => one.clone().into_inner().filter(|pair| pair.as_rule() != Rule::kw_and).collect::<Vec<_>>(),
        _ => return check(text, names, scope, target).map(|whole| vec![whole]),
    };
    let mut guards = Vec::new();
    let mut problems = Vec::new();
    for part in parts {
        let text = part.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
        let key = format!("{}: {text}", scope.subject.0);
        if let Some(known) = target.pool.guards.get(&key) {
            guards.push(*known);
            continue;
        }
        match check(part.as_str(), names, scope, target) {
            Ok(guard) => {
                target.pool.guards.insert(key, guard);
                guards.push(guard);
            }
            Err(found) => problems.extend(found.into_iter().map(|mut problem| {
                problem.shift(part.as_span().start() as u32);
                problem
            })),
        }
    }
    if problems.is_empty() { Ok(guards) } else { Err(problems) }
}

struct Checker<'a> {
    names: &'a Names<'a>,
    pool: &'a mut Pool,
    phrases: &'a mut PhraseBook,
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
                let body = inner.next();
                let body = self.expr_or_none(body);
                if negative { Expr::Not(self.pool.exprs.add(body)) } else { body }
            }
            Rule::group => self.expr_or_none(pair.into_inner().next()),
            Rule::quantified => self.quantified(pair),
            Rule::counted => self.counted(pair),
            _ => self.test(pair),
        }
    }

    /// Nothing holds always; what could not be read was told.
    fn expr_or_none(&mut self, pair: Option<Pair<'_, Rule>>) -> Expr {
        match pair {
            Some(pair) => self.expr(pair),
            None => Expr::And(self.pool.exprs.add_parts(Vec::new())),
        }
    }

    fn several(&mut self, pair: Pair<'_, Rule>, make: fn(Parts) -> Expr) -> Expr {
        let parts = pair.into_inner().filter(|pair| !matches!(pair.as_rule(), Rule::kw_and | Rule::kw_or));
        let mut parts: Vec<Expr> = parts.map(|pair| self.expr(pair)).collect();
        if parts.len() == 1 { parts.remove(0) } else { make(self.pool.exprs.add_parts(parts)) }
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
                    let expr = self.expr(inner);
                    filter = Some(self.pool.exprs.add(expr));
                    in_filter = false;
                }
                Rule::any_of => {
                    let expr = self.expr(inner);
                    body = Some(self.pool.exprs.add(expr));
                }
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
        let path = path.unwrap_or_else(|| self.empty_path(""));
        let joining = Joining { exprs: &self.pool.exprs, paths: &self.pool.paths, registers: self.names.registers, slot };
        let join = joining.find(quantifier, path, filter, body);
        Expr::Quantified { quantifier, slot, path, filter, body, join: self.pool.exprs.add_joins(join) }
    }

    fn counted(&mut self, pair: Pair<'_, Rule>) -> Expr {
        let mut path = None;
        let mut compare = Compare::AtLeast;
        let mut number = 0;
        for inner in pair.into_inner() {
            match inner.as_rule() {
                Rule::path => path = Some(self.path(&inner).0),
                Rule::size => compare = compare_of(inner.as_str()),
                Rule::number => number = inner.as_str().parse().unwrap_or(i64::MAX),
                _ => {}
            }
        }
        Expr::Count(path.unwrap_or_else(|| self.empty_path("")), compare, number)
    }

    fn unknown_root(&mut self, name: &str, at: TextRange) {
        let mut candidates: Vec<&str> = self.bound.iter().map(|(name, _)| name.as_str()).chain(["today"]).chain(self.names.registers.names()).collect();
        candidates.sort_unstable();
        let help = did_you_mean(name, candidates.iter().copied()).map_or_else(|| format!("Known here: {}.", list_words(candidates.iter().copied())), |meant| format!("Did you mean `{meant}`?"));
        self.problem(format!("nothing is called `{name}` here"), at, help);
    }

    fn path(&mut self, pair: &Pair<'_, Rule>) -> (PathId, Shape) {
        let text = pair.as_str();
        let mut segments = text.split('.');
        let first = segments.next().unwrap_or(text);
        let start = range(pair).start as usize;
        let (root, mut shape) = if let Some(slot) = self.bound.iter().rposition(|(name, _)| name == first) {
            (Root::Slot(slot as u8), self.bound[slot].1.clone())
        } else if first == "today" {
            (Root::Today, Shape::day())
        } else if let Some(id) = self.names.registers.find(first) {
            (Root::Register(id), Shape::entries(id))
        } else {
            self.unknown_root(first, TextRange::new(start, start + first.len()));
            return (self.empty_path(text), Shape::unknown());
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
                None if shape.is_unknown() => return (self.empty_path(text), Shape::unknown()),
                None => {
                    let candidates = shape.fields(self.names);
                    let known = candidates.iter().map(String::as_str);
                    let help = did_you_mean(segment, known.clone()).map_or_else(|| format!("It has {}.", list_words(known)), |meant| format!("Did you mean `{meant}`?"));
                    self.problem(format!("{} has no field `{segment}`", shape.describe(self.names)), here, help);
                    return (self.empty_path(text), Shape::unknown());
                }
            }
        }
        (self.pool.paths.add(root, &steps, text), shape)
    }

    /// What stands for a path that names nothing, which was told.
    fn empty_path(&mut self, text: &str) -> PathId {
        self.pool.paths.add(Root::Slot(0), &[], text)
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
