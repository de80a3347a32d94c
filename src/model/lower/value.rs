//! The values of a statement: each is read as one of the sorts that its place takes.

use super::super::arena::{State, Value};
use super::super::dates::{Hours, parse_day, parse_period};
use super::super::vocabulary::{Atom, ValueSpec};
use super::statement::{Reading, Target};
use super::{Lowering, Pending, SpecAt};
use crate::diagnostic::{Problem, did_you_mean, list_words, with_article};
use crate::source::TextRange;
use crate::syntax::{Part, PartKind};

impl<'v> Reading<'_, 'v, '_> {
    /// Reads a value; returns how many further parts it took.
    pub(super) fn value(&mut self, part: &Part, next: Option<&Part>) -> usize {
        if self.target == Target::Head && self.head_word(part) {
            return 0;
        }
        let Some(spec) = self.spec() else {
            if self.kind.item && part.kind == PartKind::Word && !self.name.is_empty() {
                let name = self.name.of(self.text);
                let word = part.range.of(self.text);
                let headline = format!("a name is one word, and `{word}` follows `{name}`");
                self.problem("SYN-24", "name-of-two-words", headline, part.range, format!("Join them with a hyphen, `{name}-{word}`, and put the full name in quotation marks after it."));
                self.abandoned = true;
                return 0;
            }
            let headline = format!("`{}` takes no value", self.kind.word);
            self.problem("SYN-14", "value-not-expected", headline, part.range, "Remove it, or say it with a keyword inside the block.".to_owned());
            self.abandoned = true;
            return 0;
        };
        let count = self.lowering.values.len() as u32 - self.values_start;
        if count > 0 && !spec.many && !self.may_follow(spec, part) {
            let headline = format!("{} takes one value", self.place());
            self.problem("SYN-15", "too-many-values", headline, part.range, "Write the statement once for each value.".to_owned());
            self.abandoned = true;
            return 0;
        }
        let text = part.range.of(self.text);
        let range = part.range;
        let has = |wanted: fn(&Atom) -> bool| spec.takes(wanted);
        match part.kind {
            PartKind::Hole => {
                self.push(Value::Open(range));
                if self.target == Target::Head {
                    self.state = State::Open;
                }
            }
            PartKind::Text if has(|atom| matches!(atom, Atom::Text | Atom::Cite)) => self.push(Value::Text(range)),
            PartKind::Date if has(|atom| *atom == Atom::Date) => self.date(range),
            PartKind::Number if has(|atom| *atom == Atom::Number) => match text.parse() {
                Ok(number) => self.push(Value::Number(range, number)),
                Err(_) => self.problem("SYN-16", "value-of-wrong-sort", "this number is too large".to_owned(), range, String::new()),
            },
            PartKind::Number if has(|atom| *atom == Atom::Date) => self.date(range),
            PartKind::Period if has(|atom| *atom == Atom::Period) => match parse_period(text) {
                Some(period) => self.push(Value::Period(range, period)),
                None => self.problem("SYN-16", "value-of-wrong-sort", "this period is too long".to_owned(), range, String::new()),
            },
            PartKind::Word if has(|atom| *atom == Atom::Hours) => return self.hours(part, next),
            PartKind::Word => self.word(spec, range),
            _ => self.wrong_sort(spec, part),
        }
        0
    }

    /// A value of another sort may follow the first: `security technical "Smartcards"`.
    fn may_follow(&self, spec: &ValueSpec, part: &Part) -> bool {
        let first = self.lowering.values.last();
        spec.atoms.len() > 1 && matches!(part.kind, PartKind::Text | PartKind::Hole) && !matches!(first, Some(Value::Text(_))) && self.before != Some(PartKind::Comma)
    }

    fn push(&mut self, value: Value) {
        self.lowering.values.push(value);
    }

    fn date(&mut self, range: TextRange) {
        match parse_day(range.of(self.text)) {
            Ok(day) => self.push(Value::Date(range, day)),
            Err(why) => {
                let help = format!("Dates are written year, month, day: 2026-04-01; a month alone is 2026-04. Here {why}.");
                self.problem("SYN-18", "no-such-date", format!("`{}` is not a day of the calendar", range.of(self.text)), range, help);
                self.abandoned = true;
            }
        }
    }

    fn hours(&mut self, part: &Part, next: Option<&Part>) -> usize {
        let word = part.range.of(self.text);
        let Some(days) = Hours::days_of(word) else {
            self.problem(
                "SYN-16",
                "value-of-wrong-sort",
                format!("`{word}` is not a day"),
                part.range,
                "Write `always`, `weekdays`, `weekends`, `daily` or the name of a day, then the hours: `weekdays 08:00-22:00`.".to_owned(),
            );
            return 0;
        };
        let clock = next.filter(|next| next.kind == PartKind::Clock);
        let (minutes, used) = match clock {
            None => (Some((0, 24 * 60)), 0),
            Some(clock) => (Hours::clock(clock.range.of(self.text)), 1),
        };
        let range = TextRange { start: part.range.start, end: clock.map_or(part.range.end, |clock| clock.range.end) };
        match minutes {
            Some((from, to)) => self.push(Value::Hours(range, Hours { days, from, to })),
            None => self.problem("SYN-18", "no-such-date", format!("`{}` is not an hour of the day", range.of(self.text)), range, "Hours run from 00:00 to 24:00.".to_owned()),
        }
        used
    }

    /// A word: of a list, a reference, or any name.
    fn word(&mut self, spec: &'v ValueSpec, range: TextRange) {
        let word = range.of(self.text);
        let words = &self.lowering.vocabulary.words;
        let mut list_seen = None;
        for atom in &spec.atoms {
            if let Atom::Word(list) = atom {
                if let Some(index) = words.list(*list).find(word) {
                    self.push(Value::Word { range, list: *list, index: index as u16 });
                    return;
                }
                list_seen = list_seen.or(Some(*list));
            }
        }
        if spec.refers_to().is_some() {
            let value = self.lowering.values.len() as u32;
            let spec = match self.target {
                Target::Head => SpecAt::Values(self.kind_id),
                Target::Clause(index) => SpecAt::Clause(self.kind_id, index),
            };
            self.lowering.pending.push(Pending { value, node: self.node, spec });
            self.push(Value::Ref(range, None));
            return;
        }
        if spec.takes(|atom| *atom == Atom::Name) {
            self.push(Value::Name(range));
            return;
        }
        let Some(list) = list_seen else {
            let part = Part { kind: PartKind::Word, range };
            self.wrong_sort(spec, &part);
            return;
        };
        let list = words.list(list);
        let narrower: Vec<&str> = list.words.iter().filter(|candidate| candidate.is(word)).map(|candidate| candidate.id.as_str()).collect();
        if !narrower.is_empty() {
            let headline = format!("`{word}` is too broad a word for {}", self.place());
            self.problem("SYN-19", "unknown-word", headline, range, format!("Say which: {}.", list_words(narrower)));
            return;
        }
        let candidates = || list.words.iter().map(|word| word.id.as_str());
        let meant = did_you_mean(word, candidates());
        let help = meant
            .map_or_else(|| format!("Words that may stand here: {}. `sharewright explain {}` tells what each means.", list_words(candidates()), list.name), |meant| format!("Did you mean `{meant}`?"));
        let mut problem = Problem::new("SYN-19", "unknown-word", format!("`{word}` is not a word for {}", self.place()), range).helping(help);
        if let Some(meant) = meant {
            problem = problem.fixing(format!("write `{meant}`"), range, meant);
        }
        self.report(problem);
    }

    fn wrong_sort(&mut self, spec: &ValueSpec, part: &Part) {
        let found = part.range.of(self.text);
        let found = if found.chars().count() > 30 { format!("{}...", found.chars().take(27).collect::<String>()) } else { found.to_owned() };
        let headline = format!("{} does not take `{found}`", self.place());
        let mut help = format!("It takes {}.", spec_in_words(self.lowering, spec));
        if part.kind == PartKind::Word && spec.takes(|atom| matches!(atom, Atom::Text | Atom::Cite)) {
            "Put the text between quotation marks.".clone_into(&mut help);
        }
        self.problem("SYN-16", "value-of-wrong-sort", headline, part.range, help);
        self.abandoned = true;
    }
}

/// What a spec accepts, for a reader.
pub(super) fn spec_in_words(lowering: &Lowering<'_>, spec: &ValueSpec) -> String {
    let sorts: Vec<String> = spec
        .atoms
        .iter()
        .map(|atom| match atom {
            Atom::Text => "text in quotation marks".to_owned(),
            Atom::Cite => "a citation of law in quotation marks".to_owned(),
            Atom::Date => "a date such as 2026-04-01".to_owned(),
            Atom::Period => "a period such as `8 years`".to_owned(),
            Atom::Number => "a number".to_owned(),
            Atom::Hours => "hours such as `weekdays 08:00-22:00`".to_owned(),
            Atom::Name => "a word".to_owned(),
            Atom::Word(list) => {
                let words = lowering.vocabulary.words.list(*list);
                format!("one of {}", list_words(words.words.iter().map(|word| word.id.as_str())))
            }
            Atom::Ref(kinds) if kinds.is_empty() => "the name of a thing in this document".to_owned(),
            Atom::Ref(kinds) => {
                let words: Vec<&str> = kinds.iter().map(|kind| lowering.vocabulary.kind(*kind).word.as_str()).collect();
                format!("the name of {}", with_article(&words.join(" or ")))
            }
        })
        .collect();
    sorts.join(", or ")
}
