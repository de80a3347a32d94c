//! The tests of the condition language.

use super::eval::{Context, Slots, items};
use super::evidence::Evidence;
use super::item::{Item, Items};
use super::phrases::contains;
use crate::model::{Day, Hours, NodeId, Period, State, Value, names_party, with_members};
use crate::policy::Cell;
use crate::policy::condition::{DateOrder, Literal, Path, StateTest, Test};
use jiff::civil::Date;
use smallvec::SmallVec;

pub(super) fn test(context: &Context<'_>, path: &Path, what: &Test, slots: &Slots, evidence: &mut Evidence) -> Option<bool> {
    let found = items(context, path, slots);
    let mut some = |test: &mut dyn FnMut(Item) -> bool| {
        let met: Items = found.iter().copied().filter(|item| test(*item)).collect();
        met.iter().for_each(|item| evidence.note(context, *item));
        !met.is_empty()
    };
    let known = |value: bool| if found.is_empty() { None } else { Some(value) };
    match what {
        Test::State(state, negative) => {
            let holds = match state {
                StateTest::Absent => !found.iter().any(|item| item.is_there(context)),
                state => some(&mut |item| item.is_there(context) && has_state(context, item, *state)),
            };
            Some(holds != *negative)
        }
        Test::Is(literals, negative) => Some(some(&mut |item| literals.iter().any(|literal| is_literal(context, item, literal))) != *negative),
        Test::IsPath(other, negative) => {
            let others = context.recall(other, slots);
            // An entry of a register is asked about once for each entry: nothing is made for it that need not be.
            let common = |item: Item| {
                let own = keys(context, item);
                others.iter().any(|other| keys(context, *other).iter().any(|other| own.iter().any(|key| key.same(other))))
            };
            Some(some(&mut |item| common(item)) != *negative)
        }
        Test::Among(other, negative) => {
            let others = keys_of_all(context, &items(context, other, slots));
            let mut left = keys_of_all(context, &found);
            // Of a statement with values, the values are asked about.
            if left.iter().any(|key| !matches!(key, Key::Node(_))) {
                left.retain(|key| !matches!(key, Key::Node(_)));
            }
            let all = left.iter().all(|key| others.iter().any(|other| key.same(other)));
            if all && !negative {
                found.iter().for_each(|item| evidence.note(context, *item));
            }
            Some(all != *negative)
        }
        Test::Mentions(phrases) => Some(some(&mut |item| any_text(context, item, |text| phrases.iter().any(|phrase| contains(text, phrase))))),
        Test::MentionsAny(register) => Some(some(&mut |item| any_text(context, item, |text| context.phrases.mentions(context.policy, *register, text)))),
        Test::Dated(order, other) => {
            let others: Vec<Day> = items(context, other, slots).iter().flat_map(|item| days(context, *item)).collect();
            if others.is_empty() || found.iter().all(|item| days(context, *item).is_empty()) {
                return None;
            }
            known(some(&mut |item| days(context, item).iter().any(|day| others.iter().any(|other| ordered(*order, day, other)))))
        }
        Test::DatedAt(order, year, month, day) => {
            let other = Date::new(*year, *month, *day).ok().map(Day::exact)?;
            if found.iter().all(|item| days(context, *item).is_empty()) {
                return None;
            }
            known(some(&mut |item| days(context, item).iter().any(|day| ordered(*order, day, &other))))
        }
        Test::Within(period, other) => {
            let others: Vec<Day> = items(context, other, slots).iter().flat_map(|item| days(context, *item)).collect();
            if others.is_empty() {
                return None;
            }
            let period = Period::from(*period);
            known(some(&mut |item| days(context, item).iter().any(|day| others.iter().any(|other| within(day, other, period)))))
        }
        Test::Sized(compare, number) => {
            if found.iter().all(|item| numbers(context, *item).is_empty()) {
                return None;
            }
            known(some(&mut |item| numbers(context, item).iter().any(|value| compare.holds(*value, *number))))
        }
        Test::SizedPeriod(compare, period) => {
            let wanted = Period::from(*period).rough_minutes();
            if found.iter().all(|item| periods(context, *item).is_empty()) {
                return None;
            }
            known(some(&mut |item| periods(context, item).iter().any(|value| compare.holds(value.rough_minutes(), wanted))))
        }
        Test::Concerns(other) => {
            let things: SmallVec<[NodeId; 4]> = items(context, other, slots).iter().filter_map(|item| if let Item::Node(node) = item { Some(*node) } else { None }).collect();
            Some(some(&mut |item| concerns(context, item, &things)))
        }
        Test::Spans(other) => {
            let open: Vec<Hours> = found.iter().flat_map(|item| item.hours(context)).collect();
            let needed: Vec<Hours> = items(context, other, slots).iter().flat_map(|item| item.hours(context)).collect();
            if open.is_empty() || needed.is_empty() {
                return None;
            }
            Some(Hours::covers(&open, &needed))
        }
    }
}

fn has_state(context: &Context<'_>, item: Item, state: StateTest) -> bool {
    let is = item.state(context);
    match state {
        StateTest::Stated => is == State::Stated,
        StateTest::Absent => false,
        StateTest::Answered => is != State::Open,
        StateTest::Declined => is == State::NoneBecause,
        StateTest::Open => is == State::Open,
        StateTest::Inherited => is == State::Inherited,
        StateTest::Specific => is == State::Stated && !any_text(context, item, |text| is_placeholder(context, text) || text.split_whitespace().count() < 4),
        StateTest::Placeholder => any_text(context, item, |text| is_placeholder(context, text)),
    }
}

/// The register that says what a placeholder is; its name is the one thing that `specific` and `a placeholder` rest on.
const PLACEHOLDERS: &str = "placeholders";

fn is_placeholder(context: &Context<'_>, text: &str) -> bool {
    let Some((id, register)) = context.policy.register_named(PLACEHOLDERS) else { return false };
    let trimmed = text.trim().trim_end_matches('.');
    let [exact, opens, closes] = ["exact", "opens", "closes"].map(|name| register.column(name));
    let whole = register.entries.iter().any(|entry| {
        let is_exact = cell_text(entry, exact).is_some_and(|exact| exact.eq_ignore_ascii_case(trimmed));
        let (opens, closes) = (cell_text(entry, opens), cell_text(entry, closes));
        is_exact || matches!((opens, closes), (Some(opens), Some(closes)) if trimmed.starts_with(opens) && trimmed.ends_with(closes))
    });
    whole || context.phrases.mentions(context.policy, id, text)
}

/// The text of a cell, when it has any.
fn cell_text(entry: &[Cell], column: Option<u16>) -> Option<&str> {
    match column.map(|column| &entry[column as usize]) {
        Some(Cell::Text(text)) => Some(text),
        _ => None,
    }
}

fn any_text(context: &Context<'_>, item: Item, test: impl Fn(&str) -> bool) -> bool {
    let mut any = false;
    item.texts(context, &mut |text| any |= test(text));
    any
}

fn is_literal(context: &Context<'_>, item: Item, literal: &Literal) -> bool {
    match literal {
        Literal::Word(word) => is_word(context, item, word),
        Literal::Text(text) => any_text(context, item, |own| own == text),
        Literal::Number(number) => numbers(context, item).contains(number),
        Literal::Date(year, month, day) => Date::new(*year, *month, *day).is_ok_and(|date| days(context, item).iter().any(|own| own.first <= date && date <= own.last)),
    }
}

fn is_word(context: &Context<'_>, item: Item, word: &str) -> bool {
    let (file, values) = item.values(context);
    let own = values.iter().any(|value| match value {
        Value::Word { list, index, .. } => context.model.word(*list, *index).is(word),
        Value::Name(range) => file.is_some_and(|file| range.of(context.model.text(file)) == word),
        Value::Hours(range, _) => file.is_some_and(|file| range.of(context.model.text(file)).split(' ').next() == Some(word)),
        _ => false,
    });
    own || match item {
        Item::Cell(register, entry, column) => match &context.policy.register(register).entries[entry as usize][column as usize] {
            Cell::Words(words) => words.iter().any(|own| own == word),
            _ => false,
        },
        Item::Name(node) => context.model.name(node) == word,
        Item::KindWord(node) => context.model.kind(node).word == word,
        _ => false,
    }
}

/// Something that two paths may have in common.
enum Key<'a> {
    /// A thing that the path itself yields.
    Node(NodeId),
    /// A thing that is referred to.
    Target(NodeId),
    /// A word and its broader words.
    Words(&'a str, &'a [String]),
    /// Text, in lower case.
    Text(String),
    /// A number.
    Number(i64),
    /// A day.
    Day(Date),
}

impl Key<'_> {
    fn same(&self, other: &Key<'_>) -> bool {
        match (self, other) {
            (Key::Node(left) | Key::Target(left), Key::Node(right) | Key::Target(right)) => left == right,
            (Key::Words(left, wider), Key::Words(right, others)) => left == right || wider.iter().any(|word| word == right) || others.iter().any(|word| word == left),
            (Key::Text(left), Key::Text(right)) => left == right,
            (Key::Text(text), Key::Words(word, _)) | (Key::Words(word, _), Key::Text(text)) => text.eq_ignore_ascii_case(word),
            (Key::Number(left), Key::Number(right)) => left == right,
            (Key::Day(left), Key::Day(right)) => left == right,
            _ => false,
        }
    }
}

fn keys_of_all<'m>(context: &'m Context<'_>, found: &Items) -> Vec<Key<'m>> {
    found.iter().flat_map(|item| keys(context, *item)).collect()
}

fn keys<'m>(context: &'m Context<'_>, item: Item) -> SmallVec<[Key<'m>; 4]> {
    let mut keys: SmallVec<[Key<'m>; 4]> = SmallVec::new();
    if let Item::Node(node) = item {
        keys.push(Key::Node(node));
    }
    let (file, values) = item.values(context);
    for value in values {
        match value {
            Value::Word { list, index, .. } => {
                let word = context.model.word(*list, *index);
                keys.push(Key::Words(&word.id, &word.broader));
            }
            Value::Name(range) => keys.extend(file.map(|file| Key::Words(range.of(context.model.text(file)), &[]))),
            Value::Text(range) => keys.extend(file.map(|file| Key::Text(context.model.words_of(file, *range).to_lowercase()))),
            Value::Ref(_, Some(target)) => keys.extend(with_members(context.model, *target).into_iter().map(Key::Target)),
            Value::Number(_, number) => keys.push(Key::Number(*number)),
            Value::Date(_, day) => keys.push(Key::Day(day.first)),
            _ => {}
        }
    }
    match item {
        Item::Cell(register, entry, column) => match &context.policy.register(register).entries[entry as usize][column as usize] {
            Cell::Words(words) => keys.extend(words.iter().map(|word| Key::Words(word, &[]))),
            Cell::Text(text) => keys.push(Key::Text(text.to_lowercase())),
            Cell::Number(number) => keys.push(Key::Number(*number)),
            Cell::Date(year, month, day) => keys.extend(Date::new(*year, *month, *day).ok().map(Key::Day)),
            Cell::Empty => {}
        },
        Item::Name(node) => keys.push(Key::Words(context.model.name(node), &[])),
        Item::KindWord(node) => keys.push(Key::Words(&context.model.kind(node).word, &[])),
        Item::Label(_) => item.texts(context, &mut |text| keys.push(Key::Text(text.to_lowercase()))),
        Item::Today => keys.push(Key::Day(context.today)),
        _ => {}
    }
    keys
}

fn days(context: &Context<'_>, item: Item) -> SmallVec<[Day; 2]> {
    match item {
        Item::Today => SmallVec::from_slice(&[Day::exact(context.today)]),
        Item::Cell(register, entry, column) => match context.policy.register(register).entries[entry as usize][column as usize] {
            Cell::Date(year, month, day) => Date::new(year, month, day).ok().map(Day::exact).into_iter().collect(),
            _ => SmallVec::new(),
        },
        item => {
            let (_, values) = item.values(context);
            let days = values.iter().filter_map(|value| if let Value::Date(_, day) = value { Some(*day) } else { None });
            days.collect()
        }
    }
}

fn numbers(context: &Context<'_>, item: Item) -> SmallVec<[i64; 2]> {
    if let Item::Cell(register, entry, column) = item {
        return match context.policy.register(register).entries[entry as usize][column as usize] {
            Cell::Number(number) => SmallVec::from_slice(&[number]),
            _ => SmallVec::new(),
        };
    }
    let (_, values) = item.values(context);
    values.iter().filter_map(|value| if let Value::Number(_, number) = value { Some(*number) } else { None }).collect()
}

fn periods(context: &Context<'_>, item: Item) -> SmallVec<[Period; 2]> {
    let (_, values) = item.values(context);
    values.iter().filter_map(|value| if let Value::Period(_, period) = value { Some(*period) } else { None }).collect()
}

/// A month or a year counts in the document's favour: it is before a day when it may be, except for strict order.
fn ordered(order: DateOrder, left: &Day, right: &Day) -> bool {
    match order {
        DateOrder::Before => left.last < right.first,
        DateOrder::After => left.first > right.last,
        DateOrder::OnOrBefore => left.first <= right.last,
        DateOrder::OnOrAfter => left.last >= right.first,
    }
}

fn within(left: &Day, right: &Day, period: Period) -> bool {
    let span = jiff::Span::new().try_months(i64::from(period.months)).and_then(|span| span.try_days(i64::from(period.minutes / (24 * 60))));
    // A period longer than any calendar holds every day.
    let Ok(span) = span else { return true };
    let (earlier, later) = if left.first <= right.first { (left, right) } else { (right, left) };
    earlier.last.checked_add(span).is_ok_and(|limit| later.first <= limit)
}

/// Whether a statement is for one of some things: its `for` names it, or it has none.
fn concerns(context: &Context<'_>, item: Item, things: &[NodeId]) -> bool {
    let Item::Node(node) = item else { return false };
    match context.model.clause_named(node, "for") {
        None => true,
        Some(clause) => {
            let named: SmallVec<[NodeId; 8]> = context.model.clause_values(clause).iter().filter_map(|value| if let Value::Ref(_, target) = value { *target } else { None }).collect();
            things.iter().any(|thing| names_party(context.model, named.iter().copied(), *thing))
        }
    }
}
