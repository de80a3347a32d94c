//! Conditions as rows of numbers, which is how they ship: a start reads thousands of them, and rows of one width are read several
//! times as fast as what tells the length of everything.

use super::{Compare, DateOrder, Expr, ExprId, Exprs, Join, Joins, Literal, Literals, PartOfText, Parts, PathId, PeriodLiteral, Quantifier, StateTest, Test};
use crate::policy::PhraseSet;
use crate::source::{Table, Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What [`Exprs`] ships as.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
struct Packed<T> {
    all: Table<7>,
    literals: Table<3>,
    joins: Table<2>,
    /// The texts of all literals, one after the other.
    text: T,
}

impl Serialize for Exprs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut text = String::new();
        let literals = self.literals.iter().map(|literal| literal_row(literal, &mut text)).collect();
        let joins = self.joins.iter().map(|join| [u32::from(join.column), join.path.0]).collect();
        Packed { all: self.all.iter().map(row).collect(), literals, joins, text }.serialize(serializer)
    }
}

/// Only from bytes that live as long as the program.
impl<'de: 'static> Deserialize<'de> for Exprs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let packed: Packed<&'static str> = Deserialize::deserialize(deserializer)?;
        let all = every(&packed.all, expr);
        let literals = every(&packed.literals, |row| literal(row, packed.text));
        let joins = packed.joins.iter().map(|[column, path]| Join { column: column as u16, path: PathId(path) }).collect();
        match (all, literals) {
            (Some(all), Some(literals)) => Ok(Exprs { all, literals, joins }),
            _ => Err(de::Error::custom("a row is no condition")),
        }
    }
}

/// The values of all rows; nothing when a row is none.
pub(super) fn every<T, const N: usize>(table: &Table<N>, value: impl Fn([u32; N]) -> Option<T>) -> Option<Vec<T>> {
    let mut values = Vec::with_capacity(table.len());
    for row in table.iter() {
        values.push(value(row)?);
    }
    Some(values)
}

const STATES: [StateTest; 8] = [StateTest::Stated, StateTest::Absent, StateTest::Answered, StateTest::Declined, StateTest::Open, StateTest::Inherited, StateTest::Specific, StateTest::Placeholder];
const COMPARISONS: [Compare; 5] = [Compare::AtLeast, Compare::AtMost, Compare::MoreThan, Compare::LessThan, Compare::Exactly];
const ORDERS: [DateOrder; 4] = [DateOrder::Before, DateOrder::After, DateOrder::OnOrBefore, DateOrder::OnOrAfter];
const QUANTIFIERS: [Quantifier; 3] = [Quantifier::Every, Quantifier::Some, Quantifier::No];
const PARTS: [PartOfText; 2] = [PartOfText::Sentences, PartOfText::Paragraphs];

/// The number of a value among all that there are.
fn number<T: PartialEq>(all: &[T], value: &T) -> u32 {
    all.iter().take_while(|known| *known != value).count() as u32
}

fn one<T: Copy>(all: &[T], number: u32) -> Option<T> {
    all.get(number as usize).copied()
}

/// A number that is wider than one place, in two.
fn halves(number: i64) -> [u32; 2] {
    let number = number.cast_unsigned();
    [(number >> 32) as u32, number as u32]
}

fn whole(high: u32, low: u32) -> i64 {
    (u64::from(high) << 32 | u64::from(low)).cast_signed()
}

/// A day in two places.
fn day_row(year: i16, month: i8, day: i8) -> [u32; 2] {
    [u32::from(year.cast_unsigned()), u32::from(month.cast_unsigned()) << 8 | u32::from(day.cast_unsigned())]
}

fn day(year: u32, rest: u32) -> (i16, i8, i8) {
    ((year as u16).cast_signed(), ((rest >> 8) as u8).cast_signed(), (rest as u8).cast_signed())
}

/// Something that may be missing: 0, or one more than its number.
fn maybe(id: Option<ExprId>) -> u32 {
    id.map_or(0, |id| id.0 + 1)
}

fn some(number: u32) -> Option<ExprId> {
    number.checked_sub(1).map(ExprId)
}

fn row(expr: &Expr) -> [u32; 7] {
    match *expr {
        Expr::And(Parts { first, end }) => [0, first, end, 0, 0, 0, 0],
        Expr::Or(Parts { first, end }) => [1, first, end, 0, 0, 0, 0],
        Expr::Not(ExprId(id)) => [2, id, 0, 0, 0, 0, 0],
        Expr::Quantified { quantifier, slot, path: PathId(path), filter, body, join: Joins { first, end } } => {
            [3, number(&QUANTIFIERS, &quantifier) << 8 | u32::from(slot), path, maybe(filter), maybe(body), first, end]
        }
        Expr::Count(PathId(path), compare, limit) => {
            let [high, low] = halves(limit);
            [4, path, number(&COMPARISONS, &compare), high, low, 0, 0]
        }
        Expr::Test(PathId(path), test) => {
            let [kind, a, b, c] = test_row(&test);
            [5, path, kind, a, b, c, 0]
        }
    }
}

fn expr(row: [u32; 7]) -> Option<Expr> {
    Some(match row {
        [0, first, end, ..] => Expr::And(Parts { first, end }),
        [1, first, end, ..] => Expr::Or(Parts { first, end }),
        [2, id, ..] => Expr::Not(ExprId(id)),
        [3, head, path, filter, body, first, end] => {
            Expr::Quantified { quantifier: one(&QUANTIFIERS, head >> 8)?, slot: head as u8, path: PathId(path), filter: some(filter), body: some(body), join: Joins { first, end } }
        }
        [4, path, compare, high, low, ..] => Expr::Count(PathId(path), one(&COMPARISONS, compare)?, whole(high, low)),
        [5, path, what @ .., _] => Expr::Test(PathId(path), test(what)?),
        _ => return None,
    })
}

fn test_row(test: &Test) -> [u32; 4] {
    match *test {
        Test::State(state, negative) => [0, number(&STATES, &state), u32::from(negative), 0],
        Test::Is(Literals { first, end }, negative) => [1, first, end, u32::from(negative)],
        Test::IsPath(PathId(path), negative) => [2, path, u32::from(negative), 0],
        Test::Among(PathId(path), negative) => [3, path, u32::from(negative), 0],
        Test::Mentions(PhraseSet(set)) => [4, u32::from(set), 0, 0],
        Test::Dated(order, PathId(path)) => [5, number(&ORDERS, &order), path, 0],
        Test::DatedAt(order, year, month, day) => {
            let [year, rest] = day_row(year, month, day);
            [6, number(&ORDERS, &order), year, rest]
        }
        Test::Within(PeriodLiteral { months, minutes }, PathId(path)) => [7, months, minutes, path],
        Test::Sized(compare, limit) => {
            let [high, low] = halves(limit);
            [8, number(&COMPARISONS, &compare), high, low]
        }
        Test::SizedPeriod(compare, PeriodLiteral { months, minutes }) => [9, number(&COMPARISONS, &compare), months, minutes],
        Test::Concerns(PathId(path)) => [10, path, 0, 0],
        Test::Spans(PathId(path)) => [11, path, 0, 0],
        Test::Keeps(part, PathId(path)) => [12, number(&PARTS, &part), path, 0],
    }
}

fn test(row: [u32; 4]) -> Option<Test> {
    Some(match row {
        [0, state, negative, _] => Test::State(one(&STATES, state)?, negative != 0),
        [1, first, end, negative] => Test::Is(Literals { first, end }, negative != 0),
        [2, path, negative, _] => Test::IsPath(PathId(path), negative != 0),
        [3, path, negative, _] => Test::Among(PathId(path), negative != 0),
        [4, set, ..] => Test::Mentions(PhraseSet(set as u16)),
        [5, order, path, _] => Test::Dated(one(&ORDERS, order)?, PathId(path)),
        [6, order, year, rest] => {
            let (year, month, day) = day(year, rest);
            Test::DatedAt(one(&ORDERS, order)?, year, month, day)
        }
        [7, months, minutes, path] => Test::Within(PeriodLiteral { months, minutes }, PathId(path)),
        [8, compare, high, low] => Test::Sized(one(&COMPARISONS, compare)?, whole(high, low)),
        [9, compare, months, minutes] => Test::SizedPeriod(one(&COMPARISONS, compare)?, PeriodLiteral { months, minutes }),
        [10, path, ..] => Test::Concerns(PathId(path)),
        [11, path, ..] => Test::Spans(PathId(path)),
        [12, part, path, _] => Test::Keeps(one(&PARTS, part)?, PathId(path)),
        _ => return None,
    })
}

fn literal_row(literal: &Literal, texts: &mut String) -> [u32; 3] {
    let mut kept = |kind: u32, text: &str| {
        let start = texts.len() as u32;
        texts.push_str(text);
        [kind, start, texts.len() as u32]
    };
    match literal {
        Literal::Word(word) => kept(0, word),
        Literal::Text(text) => kept(1, text),
        Literal::Number(number) => {
            let [high, low] = halves(*number);
            [2, high, low]
        }
        Literal::Date(year, month, day) => {
            let [year, rest] = day_row(*year, *month, *day);
            [3, year, rest]
        }
    }
}

fn literal(row: [u32; 3], texts: &'static str) -> Option<Literal> {
    let text = |start: u32, end: u32| texts.get(start as usize..end as usize).map(Text::of);
    Some(match row {
        [0, start, end] => Literal::Word(text(start, end)?),
        [1, start, end] => Literal::Text(text(start, end)?),
        [2, high, low] => Literal::Number(whole(high, low)),
        [3, year, rest] => {
            let (year, month, day) = day(year, rest);
            Literal::Date(year, month, day)
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_comes_back() {
        let path = PathId(7);
        let period = PeriodLiteral { months: 3, minutes: 90 };
        let tests = [
            Test::State(StateTest::Placeholder, true),
            Test::Is(Literals { first: 1, end: 4 }, false),
            Test::IsPath(path, true),
            Test::Among(path, false),
            Test::Mentions(PhraseSet(65_535)),
            Test::Dated(DateOrder::OnOrAfter, path),
            Test::DatedAt(DateOrder::Before, -44, 12, 31),
            Test::Within(period, path),
            Test::Sized(Compare::Exactly, i64::MIN),
            Test::SizedPeriod(Compare::LessThan, period),
            Test::Concerns(path),
            Test::Spans(path),
            Test::Keeps(PartOfText::Paragraphs, path),
        ];
        let mut exprs = Exprs::default();
        exprs.add_literals([Literal::Word("adult".into()), Literal::Text("ŵyl".into()), Literal::Number(-5), Literal::Date(2026, 4, 1)]);
        exprs.add_joins(vec![Join { column: 2, path }]);
        exprs.add_parts(tests.map(|test| Expr::Test(path, test)).to_vec());
        exprs.add(Expr::And(Parts { first: 0, end: 3 }));
        exprs.add(Expr::Or(Parts { first: 3, end: 5 }));
        exprs.add(Expr::Not(ExprId(0)));
        exprs.add(Expr::Count(path, Compare::AtMost, i64::MAX));
        for quantifier in QUANTIFIERS {
            exprs.add(Expr::Quantified { quantifier, slot: 255, path, filter: Some(ExprId(0)), body: None, join: Joins { first: 0, end: 1 } });
        }
        let bytes: &'static [u8] = postcard::to_stdvec(&exprs).unwrap().leak();
        assert_eq!(postcard::from_bytes::<Exprs>(bytes).unwrap(), exprs);
    }

    #[test]
    fn rows_that_are_no_condition_are_refused() {
        assert!([6, u32::MAX].iter().all(|kind| expr([*kind; 7]).is_none()) && expr([3, 9 << 8, 0, 0, 0, 0, 0]).is_none());
        assert!(test([13, 0, 0, 0]).is_none() && test([0, 8, 0, 0]).is_none());
        assert!(literal([4, 0, 0], "").is_none() && literal([0, 1, 2], "").is_none());
    }
}
