//! The tests of the condition language.

use super::eval::{Context, Slots, items, walk};
use super::evidence::Evidence;
use super::item::{Item, Items};
use super::notes::number;
use crate::model::{Day, Hours, NodeId, Period, State, Value, names_party, with_members};
use crate::policy::condition::{DateOrder, Literal, PartOfText, PathId, StateTest, Test};
use crate::policy::{Cell, PhraseSet};
use crate::reading::{paragraphs, sentences, words};
use crate::source::Text;
use jiff::civil::Date;
use smallvec::SmallVec;
use std::borrow::Cow;

pub(super) fn test(context: &Context<'_>, path: PathId, what: &Test, slots: &Slots, evidence: &mut Evidence) -> Option<bool> {
    let mut tester = Tester { context, path, slots, evidence };
    match what {
        Test::State(StateTest::Absent, negative) => Some(walk(context, path, slots, &mut |item| item.is_there(context)) == *negative),
        Test::State(state, negative) => Some(tester.some(&mut |item| item.is_there(context) && has_state(context, item, *state)) != *negative),
        Test::Is(literals, negative) => {
            let literals = context.pool.exprs.literals(*literals);
            Some(tester.some(&mut |item| literals.iter().any(|literal| is_literal(context, item, literal))) != *negative)
        }
        Test::IsPath(other, negative) => {
            let others = context.recall(*other, slots);
            let common = |item: Item| keys(context, item).iter().any(|own| others.iter().any(|other| own.same(other)));
            Some(tester.some(&mut |item| common(item)) != *negative)
        }
        Test::Among(other, negative) => {
            let others = context.recall(*other, slots);
            let found = items(context, path, slots);
            let mut left: SmallVec<[Key<'_>; 8]> = found.iter().flat_map(|item| keys(context, *item)).collect();
            // Of a statement with values, the values are asked about.
            if left.iter().any(|key| !matches!(key, Key::Node(_))) {
                left.retain(|key| !matches!(key, Key::Node(_)));
            }
            let all = left.iter().all(|key| others.iter().any(|other| key.same(other)));
            if all && !negative {
                found.iter().for_each(|item| tester.evidence.note(context, *item));
            }
            Some(all != *negative)
        }
        Test::Mentions(set) => Some(tester.some(&mut |item| mentions(context, item, *set))),
        Test::Dated(order, other) => {
            let others: SmallVec<[Day; 4]> = items(context, *other, slots).iter().flat_map(|item| days(context, *item)).collect();
            if others.is_empty() {
                return None;
            }
            tester.known(days, &mut |day| others.iter().any(|other| ordered(*order, day, other)))
        }
        Test::DatedAt(order, year, month, day) => {
            let other = Date::new(*year, *month, *day).ok().map(Day::exact)?;
            tester.known(days, &mut |day| ordered(*order, day, &other))
        }
        Test::Within(period, other) => {
            let others: SmallVec<[Day; 4]> = items(context, *other, slots).iter().flat_map(|item| days(context, *item)).collect();
            let period = Period::from(*period);
            // With a day to compare with, something without a day is not within.
            if others.is_empty() || !walk(context, path, slots, &mut |_| true) {
                return None;
            }
            Some(tester.some(&mut |item| days(context, item).iter().any(|day| others.iter().any(|other| within(day, other, period)))))
        }
        Test::Sized(compare, number) => tester.known(numbers, &mut |value| compare.holds(*value, *number)),
        Test::SizedPeriod(compare, period) => {
            let wanted = Period::from(*period).rough_minutes();
            tester.known(periods, &mut |value| compare.holds(value.rough_minutes(), wanted))
        }
        Test::Concerns(other) => {
            let things: SmallVec<[NodeId; 4]> = items(context, *other, slots).iter().filter_map(|item| if let Item::Node(node) = item { Some(*node) } else { None }).collect();
            Some(tester.some(&mut |item| concerns(context, item, &things)))
        }
        Test::Spans(other) => {
            let hours = |found: Items| found.iter().flat_map(|item| item.hours(context)).collect::<Vec<Hours>>();
            let (open, needed) = (hours(items(context, path, slots)), hours(items(context, *other, slots)));
            if open.is_empty() || needed.is_empty() {
                return None;
            }
            Some(Hours::covers(&open, &needed))
        }
        Test::Keeps(part, limit) => {
            let limit = items(context, *limit, slots).iter().flat_map(|item| numbers(context, *item)).min().and_then(|limit| usize::try_from(limit).ok())?;
            let too_long = |text: &str| match part {
                PartOfText::Sentences => paragraphs(text).iter().flat_map(|paragraph| sentences(paragraph)).any(|sentence| words(sentence).count() > limit),
                PartOfText::Paragraphs => paragraphs(text).iter().any(|paragraph| sentences(paragraph).len() > limit),
            };
            Some(!walk(context, path, slots, &mut |item| any_text(context, item, too_long)))
        }
    }
}

/// The things that a path yields, tested.
struct Tester<'c, 'a> {
    context: &'c Context<'a>,
    path: PathId,
    slots: &'c Slots,
    evidence: &'c mut Evidence,
}

impl Tester<'_, '_> {
    /// Whether some thing meets a test; every one that does is evidence.
    fn some(&mut self, test: &mut dyn FnMut(Item) -> bool) -> bool {
        let mut any = false;
        walk(self.context, self.path, self.slots, &mut |item| {
            if !test(item) {
                return false;
            }
            any = true;
            self.evidence.note(self.context, item);
            !self.evidence.wants_places()
        });
        any
    }

    /// Whether some value meets a test; not known when there is no value of that sort.
    fn known<V>(&mut self, values: fn(&Context<'_>, Item) -> SmallVec<[V; 2]>, test: &mut dyn FnMut(&V) -> bool) -> Option<bool> {
        let mut there = false;
        let context = self.context;
        let met = self.some(&mut |item| {
            let values = values(context, item);
            there |= !values.is_empty();
            values.iter().any(&mut *test)
        });
        there.then_some(met)
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
        StateTest::Specific => is == State::Stated && !any_text(context, item, |text| text.split_whitespace().nth(3).is_none()) && !has_placeholder(context, item),
        StateTest::Placeholder => has_placeholder(context, item),
    }
}

/// The register that says what a placeholder is; its name is the one thing that `specific` and `a placeholder` rest on.
const PLACEHOLDERS: &str = "placeholders";

/// Whether some text is a placeholder, or holds one.
fn has_placeholder(context: &Context<'_>, item: Item) -> bool {
    let Some(id) = context.policy.registers.find(PLACEHOLDERS) else { return false };
    let register = context.policy.register(id);
    let [exact, opens, closes] = ["exact", "opens", "closes"].map(|name| register.column(name));
    let is_whole = |text: &str| {
        let trimmed = text.trim().trim_end_matches('.');
        register.entries.iter().any(|entry| {
            let is_exact = cell_text(entry, exact).is_some_and(|exact| exact.eq_ignore_ascii_case(trimmed));
            let (opens, closes) = (cell_text(entry, opens), cell_text(entry, closes));
            is_exact || matches!((opens, closes), (Some(opens), Some(closes)) if trimmed.starts_with(opens) && trimmed.ends_with(closes))
        })
    };
    context.policy.phrases.of(id).is_some_and(|set| mentions(context, item, set)) || any_text(context, item, is_whole)
}

/// Whether some text of a thing mentions a phrase of a set.
fn mentions(context: &Context<'_>, item: Item, set: PhraseSet) -> bool {
    let mut any = false;
    item.written(context, &mut |file, range| any = any || context.text_mentions(file, range, set));
    item.other_texts(context, &mut |text| any = any || context.policy.phrases.phrases.mentioned(text, number(context.today)).contains(&set));
    any
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
    item.written(context, &mut |file, range| any = any || test(&context.model.words_of(file, range)));
    item.other_texts(context, &mut |text| any = any || test(text));
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
        Value::Name(range) => range.of(context.model.text(file)) == word,
        Value::Hours(range, _) => range.of(context.model.text(file)).split(' ').next() == Some(word),
        _ => false,
    });
    own || match item {
        Item::Cell(register, entry, column) => match &context.policy.register(register).entry(entry)[column as usize] {
            Cell::Words(words) => words.iter().any(|own| *own == *word),
            _ => false,
        },
        Item::Name(node) => context.model.name(node) == word,
        Item::KindWord(node) => context.model.kind(node).word == word,
        _ => false,
    }
}

/// Something that two paths may have in common.
pub(super) enum Key<'a> {
    /// A thing that the path itself yields.
    Node(NodeId),
    /// A thing that is referred to.
    Target(NodeId),
    /// A word and its broader words.
    Words(&'a str, &'a [Text]),
    /// Text; capital and small letters are the same.
    Text(Cow<'a, str>),
    /// A number.
    Number(i64),
    /// A day.
    Day(Date),
}

impl Key<'_> {
    /// Calls with each word or text that something with the same key must hold.
    pub(super) fn words(&self, visit: &mut dyn FnMut(&str)) {
        match self {
            Key::Words(word, broader) => {
                visit(word);
                broader.iter().for_each(|word| visit(word));
            }
            Key::Text(text) => visit(text),
            Key::Node(_) | Key::Target(_) | Key::Number(_) | Key::Day(_) => {}
        }
    }

    fn same(&self, other: &Key<'_>) -> bool {
        match (self, other) {
            (Key::Node(left) | Key::Target(left), Key::Node(right) | Key::Target(right)) => left == right,
            (Key::Words(left, wider), Key::Words(right, others)) => left == right || wider.iter().any(|word| word == right) || others.iter().any(|word| word == left),
            (Key::Text(left), Key::Text(right)) => left.eq_ignore_ascii_case(right) || !left.is_ascii() && left.to_lowercase() == right.to_lowercase(),
            (Key::Text(text), Key::Words(word, _)) | (Key::Words(word, _), Key::Text(text)) => text.eq_ignore_ascii_case(word),
            (Key::Number(left), Key::Number(right)) => left == right,
            (Key::Day(left), Key::Day(right)) => left == right,
            _ => false,
        }
    }
}

/// What a thing holds that another may hold too.
pub(super) fn keys<'m>(context: &Context<'m>, item: Item) -> SmallVec<[Key<'m>; 4]> {
    let model = context.model;
    let mut keys: SmallVec<[Key<'m>; 4]> = SmallVec::new();
    if let Item::Node(node) = item {
        keys.push(Key::Node(node));
    }
    let (file, values) = item.values(context);
    for value in values {
        match value {
            Value::Word { list, index, .. } => {
                let word = model.word(*list, *index);
                keys.push(Key::Words(&word.id, &word.broader));
            }
            Value::Name(range) => keys.push(Key::Words(range.of(model.text(file)), &[])),
            Value::Text(range) => keys.push(Key::Text(model.words_of(file, *range))),
            Value::Ref(_, Some(target)) => keys.extend(with_members(model, *target).into_iter().map(Key::Target)),
            Value::Number(_, number) => keys.push(Key::Number(*number)),
            Value::Date(_, day) => keys.push(Key::Day(day.first)),
            _ => {}
        }
    }
    match item {
        Item::Cell(register, entry, column) => match &context.policy.register(register).entry(entry)[column as usize] {
            Cell::Words(words) => keys.extend(words.iter().map(|word| Key::Words(word, &[]))),
            Cell::Text(text) => keys.push(Key::Text(Cow::Borrowed(text))),
            Cell::Number(number) => keys.push(Key::Number(*number)),
            Cell::Date(year, month, day) => keys.extend(Date::new(*year, *month, *day).ok().map(Key::Day)),
            Cell::Empty => {}
        },
        Item::Name(node) => keys.push(Key::Words(model.name(node), &[])),
        Item::KindWord(node) => keys.push(Key::Words(&model.kind(node).word, &[])),
        Item::Label(node) => {
            let node = model.node(node);
            if !node.label.is_empty() {
                keys.push(Key::Text(model.words_of(node.file, node.label)));
            }
        }
        Item::Today => keys.push(Key::Day(context.today)),
        _ => {}
    }
    keys
}

fn days(context: &Context<'_>, item: Item) -> SmallVec<[Day; 2]> {
    match item {
        Item::Today => SmallVec::from_slice(&[Day::exact(context.today)]),
        Item::Cell(register, entry, column) => match context.policy.register(register).entry(entry)[column as usize] {
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
        return match context.policy.register(register).entry(entry)[column as usize] {
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
        DateOrder::Before => left.end() < right.start(),
        DateOrder::After => left.start() > right.end(),
        DateOrder::OnOrBefore => left.start() <= right.end(),
        DateOrder::OnOrAfter => left.end() >= right.start(),
    }
}

fn within(left: &Day, right: &Day, period: Period) -> bool {
    let span = jiff::Span::new().try_months(i64::from(period.months)).and_then(|span| span.try_days(i64::from(period.minutes / (24 * 60))));
    // A period longer than any calendar holds every day.
    let Ok(span) = span else { return true };
    let (earlier, later) = if left.start() <= right.start() { (left, right) } else { (right, left) };
    let hours = i64::from(period.minutes % (24 * 60));
    // Without the times of day, hours count in the document's favour.
    let (from, to) = (earlier.end(), later.start());
    let to_minute = |(day, minute): (Date, u16)| day.at(0, 0, 0, 0).checked_add(jiff::Span::new().minutes(i64::from(minute)));
    let limit = from.0.checked_add(span).and_then(|day| to_minute((day, from.1))).and_then(|limit| limit.checked_add(jiff::Span::new().minutes(hours)));
    limit.is_ok_and(|limit| to_minute(to).is_ok_and(|to| to <= limit))
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
