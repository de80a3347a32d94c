//! One statement against its kind: name, label, values, clauses, rungs.

use super::super::arena::{Clause, Node, NodeId, State, Value};
use super::super::dates::{Hours, parse_day, parse_period};
use super::super::vocabulary::{Atom, Kind, KindId, NameRule, ValueSpec};
use super::{Lowering, Pending, SpecAt};
use crate::diagnostic::{Problem, did_you_mean, list_words};
use crate::source::{FileId, TextRange};
use crate::syntax::{Part, PartKind, Statement};

/// A word that begins another rung of a ladder.
const ELSE: &str = "else";

/// Where values are being put.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Head,
    Clause(u16),
}

pub(super) struct Reading<'l, 'v, 't> {
    lowering: &'l mut Lowering<'v>,
    file: FileId,
    text: &'t str,
    kind_id: KindId,
    kind: &'v Kind,
    parent: NodeId,
    statement: &'t Statement,
    node: NodeId,
    target: Target,
    /// First value of the current target.
    values_start: u32,
    /// Values of the head, kept aside until its clauses are read.
    head_values: (u32, u32),
    clauses_start: u32,
    clause_range: TextRange,
    name: TextRange,
    label: TextRange,
    state: State,
    rung: u8,
    /// The part before: for missing commas.
    before: Option<PartKind>,
}

impl<'l, 'v, 't> Reading<'l, 'v, 't> {
    pub(super) fn new(lowering: &'l mut Lowering<'v>, file: FileId, text: &'t str, kind_id: KindId, parent: NodeId, statement: &'t Statement) -> Self {
        let kind = lowering.vocabulary.kind(kind_id);
        Reading {
            file,
            text,
            kind_id,
            kind,
            parent,
            statement,
            node: NodeId(lowering.nodes.len() as u32),
            target: Target::Head,
            values_start: lowering.values.len() as u32,
            head_values: (0, 0),
            clauses_start: lowering.clauses.len() as u32,
            clause_range: TextRange::default(),
            name: TextRange::default(),
            label: TextRange::default(),
            state: State::Stated,
            rung: 0,
            before: None,
            lowering,
        }
    }

    pub(super) fn run(mut self, parts: &[Part]) {
        let mut index = 0;
        while let Some(part) = parts.get(index) {
            index += 1;
            if part.kind == PartKind::Word {
                let word = part.range.of(self.text);
                if word == ELSE && !self.kind.item {
                    self.finish_node();
                    self.next_rung();
                    continue;
                }
                if let Some((clause, used)) = self.connective(word, parts.get(index)) {
                    index += used;
                    self.finish_target();
                    self.target = Target::Clause(clause);
                    self.clause_range = part.range;
                    self.before = None;
                    continue;
                }
            }
            if part.kind == PartKind::Comma {
                if self.before == Some(PartKind::Comma) {
                    self.problem("SYN-12", "comma-without-value", "a value is missing between two commas".to_owned(), part.range, String::new());
                }
            } else {
                self.check_comma(part);
                let consumed = self.value(part, parts.get(index));
                index += consumed;
            }
            self.before = Some(part.kind);
            self.clause_range.end = part.range.end;
        }
        self.finish_node();
    }

    /// Whether a word, or two, begin a clause of this kind; how many further parts it takes.
    fn connective(&self, word: &str, next: Option<&Part>) -> Option<(u16, usize)> {
        let next = next.filter(|part| part.kind == PartKind::Word).map(|part| part.range.of(self.text));
        let clauses = &self.kind.clauses;
        if let Some(next) = next {
            let two = clauses.iter().position(|clause| clause.words.split_once(' ') == Some((word, next)));
            if let Some(index) = two {
                return Some((index as u16, 1));
            }
        }
        let one = clauses.iter().position(|clause| clause.words == word)?;
        Some((one as u16, 0))
    }

    fn spec(&self) -> Option<&'v ValueSpec> {
        match self.target {
            Target::Head => self.kind.values.as_ref(),
            Target::Clause(index) => Some(&self.kind.clauses[index as usize].values),
        }
    }

    /// What the values belong to, for a message.
    fn place(&self) -> String {
        match self.target {
            Target::Head => format!("`{}`", self.kind.word),
            Target::Clause(index) => format!("`{}` of `{}`", self.kind.clauses[index as usize].words, self.kind.word),
        }
    }

    fn problem(&mut self, code: &'static str, rule: &'static str, headline: String, range: TextRange, help: String) {
        let problem = Problem::new(code, rule, headline, range).helping(help);
        self.lowering.report(self.file, problem);
    }

    /// Two values of one sort need a comma; two words without one are often a misspelt connective or text without marks.
    fn check_comma(&mut self, part: &Part) {
        let Some(before) = self.before else { return };
        if self.target == Target::Head && matches!(part.range.of(self.text), "none" | "inherited") {
            return;
        }
        let same_sort = before == part.kind && !(self.target == Target::Head && self.kind.item);
        let text_then_word = before == PartKind::Text && part.kind == PartKind::Word;
        if before == PartKind::Comma || !(same_sort || text_then_word) {
            return;
        }
        let word = part.range.of(self.text).to_owned();
        let connectives = || self.kind.clauses.iter().map(|clause| clause.words.as_str());
        if part.kind == PartKind::Word {
            let meant = did_you_mean(&word, connectives());
            let help =
                meant.map_or_else(|| format!("Put a comma between values, quotation marks around text, or use one of: {}.", list_words(connectives())), |meant| format!("Did you mean `{meant}`?"));
            let mut problem = Problem::new("SYN-13", "unknown-connective", format!("`{word}` does not connect anything in `{}`", self.kind.word), part.range).helping(help);
            if let Some(meant) = meant {
                problem = problem.fixing(format!("write `{meant}`"), part.range, meant);
            }
            self.lowering.report(self.file, problem);
        } else {
            self.problem("SYN-12", "comma-missing", "a comma is missing between two values".to_owned(), part.range, "Put a comma between values of one list.".to_owned());
        }
    }

    /// Reads a value; returns how many further parts it took.
    fn value(&mut self, part: &Part, next: Option<&Part>) -> usize {
        if self.target == Target::Head && self.head_word(part) {
            return 0;
        }
        let Some(spec) = self.spec() else {
            let headline = format!("`{}` takes no value", self.kind.word);
            self.problem("SYN-14", "value-not-expected", headline, part.range, "Remove it, or say it with a keyword inside the block.".to_owned());
            return 0;
        };
        let count = self.lowering.values.len() as u32 - self.values_start;
        if count > 0 && !spec.many && !self.may_follow(spec, part) {
            let headline = format!("{} takes one value", self.place());
            self.problem("SYN-15", "too-many-values", headline, part.range, "Write the statement once for each value.".to_owned());
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
        spec.atoms.len() > 1 && part.kind == PartKind::Text && !matches!(first, Some(Value::Text(_))) && self.before != Some(PartKind::Comma)
    }

    /// Name, label, `none` and `inherited` of a head. Whether the part was one of these.
    fn head_word(&mut self, part: &Part) -> bool {
        let text = part.range.of(self.text);
        if part.kind == PartKind::Word && matches!(text, "none" | "inherited") && self.before != Some(PartKind::Comma) {
            self.state = if text == "none" { State::NoneBecause } else { State::Inherited };
            return true;
        }
        if !self.kind.item {
            return false;
        }
        match part.kind {
            PartKind::Text if self.label.is_empty() => {
                self.label = part.range;
                true
            }
            PartKind::Word if self.name.is_empty() && self.kind.name != NameRule::No && !self.is_listed(text) => {
                if text.contains('.') {
                    self.problem("SYN-16", "value-of-wrong-sort", format!("`{text}` is a path, not a name"), part.range, "A thing is named by one word; its owner is said inside it.".to_owned());
                }
                self.name = part.range;
                true
            }
            _ => false,
        }
    }

    /// Whether a word is one of the values of this kind's list.
    fn is_listed(&self, word: &str) -> bool {
        self.kind.values.iter().flat_map(|spec| &spec.atoms).any(|atom| matches!(atom, Atom::Word(list) if self.lowering.vocabulary.words.list(*list).find(word).is_some()))
    }

    fn push(&mut self, value: Value) {
        self.lowering.values.push(value);
    }

    fn date(&mut self, range: TextRange) {
        match parse_day(range.of(self.text)) {
            Ok(day) => self.push(Value::Date(range, day)),
            Err(why) => self.problem("SYN-18", "no-such-date", format!("`{}` is not a day of the calendar", range.of(self.text)), range, format!("Write it as 2026-04-01; here {why}.")),
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
        let candidates = || list.words.iter().map(|word| word.id.as_str());
        let meant = did_you_mean(word, candidates());
        let help = meant.map_or_else(|| format!("Words that may stand here: {}.", list_words(candidates())), |meant| format!("Did you mean `{meant}`?"));
        let mut problem = Problem::new("SYN-19", "unknown-word", format!("`{word}` is not a word for {}", self.place()), range).helping(help);
        if let Some(meant) = meant {
            problem = problem.fixing(format!("write `{meant}`"), range, meant);
        }
        self.lowering.report(self.file, problem);
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
    }

    /// Closes the values of the head or of a clause.
    fn finish_target(&mut self) {
        let end = self.lowering.values.len() as u32;
        match self.target {
            Target::Head => self.head_values = (self.values_start, end),
            Target::Clause(index) => {
                let spec = &self.kind.clauses[index as usize];
                if end == self.values_start && !spec.values.optional {
                    let headline = format!("nothing follows `{}`", spec.words);
                    let help = format!("It takes {}; write `?` when it is not known yet.", spec_in_words(self.lowering, &spec.values));
                    self.problem("SYN-20", "value-missing", headline, self.clause_range, help);
                }
                self.lowering.clauses.push(Clause { index, node: self.node, range: self.clause_range, values_start: self.values_start, values_end: end });
            }
        }
        self.values_start = end;
    }

    fn finish_node(&mut self) {
        self.finish_target();
        self.check_whole();
        let head = self.statement.head;
        self.lowering.nodes.push(Node {
            kind: self.kind_id,
            file: self.file,
            parent: self.parent,
            end: self.node.0 + 1,
            head,
            whole: self.statement.whole,
            name: self.name,
            label: self.label,
            state: self.state,
            rung: self.rung,
            values: self.head_values,
            clauses: (self.clauses_start, self.lowering.clauses.len() as u32),
            children: (0, 0),
        });
    }

    fn next_rung(&mut self) {
        self.node = NodeId(self.lowering.nodes.len() as u32);
        self.target = Target::Head;
        self.values_start = self.lowering.values.len() as u32;
        self.clauses_start = self.lowering.clauses.len() as u32;
        self.state = State::Stated;
        self.rung = self.rung.saturating_add(1);
        self.before = None;
    }

    /// What the statement lacks as a whole.
    fn check_whole(&mut self) {
        if self.statement.broken {
            return;
        }
        if self.kind.name == NameRule::Must && self.name.is_empty() {
            let headline = format!("`{}` needs a name", self.kind.word);
            let help = "Give it a short name of its own, such as `triage-nurse`, before its label.".to_owned();
            self.problem("SYN-21", "name-missing", headline, self.statement.keyword, help);
        }
        let because = self.kind.clauses.len() - 2;
        let has_because = self.lowering.clauses[self.clauses_start as usize..].iter().any(|clause| clause.index as usize == because);
        if self.state == State::NoneBecause && !has_because {
            let help = "Say why it does not apply: `none because \"...\"`. Without a reason it counts as not answered.".to_owned();
            self.problem("SYN-22", "none-without-reason", format!("`{}` is said not to apply, without a reason", self.kind.word), self.statement.head, help);
            self.state = State::Open;
        }
        let empty = self.head_values.0 == self.head_values.1;
        if let Some(spec) = &self.kind.values
            && empty
            && !spec.optional
            && !self.kind.item
            && self.state == State::Stated
        {
            let headline = format!("`{}` has no value", self.kind.word);
            let help = format!("It takes {}; write `?` when it is not known yet.", spec_in_words(self.lowering, spec));
            self.problem("SYN-20", "value-missing", headline, self.statement.head, help);
            self.state = State::Open;
        }
    }
}

/// What a spec accepts, for a reader.
fn spec_in_words(lowering: &Lowering<'_>, spec: &ValueSpec) -> String {
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
                format!("the name of a {}", words.join(" or "))
            }
        })
        .collect();
    sorts.join(", or ")
}
