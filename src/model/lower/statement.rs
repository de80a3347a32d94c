//! One statement against its kind: name, label, values, clauses, rungs.

use super::super::arena::{Clause, Node, NodeId, State};
use super::super::vocabulary::{Atom, Kind, KindId, NameRule, ValueSpec};
use super::Lowering;
use super::value::spec_in_words;
use crate::diagnostic::{Problem, did_you_mean, list_words};
use crate::source::{FileId, TextRange};
use crate::syntax::{Part, PartKind, Statement};

/// A word that begins another rung of a ladder.
const ELSE: &str = "else";

/// Where values are being put.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Head,
    Clause(u16),
}

pub(super) struct Reading<'l, 'v, 't> {
    pub(super) lowering: &'l mut Lowering<'v>,
    pub(super) file: FileId,
    pub(super) text: &'t str,
    pub(super) kind_id: KindId,
    pub(super) kind: &'v Kind,
    pub(super) parent: NodeId,
    pub(super) statement: &'t Statement,
    pub(super) node: NodeId,
    pub(super) target: Target,
    /// First value of the current target.
    pub(super) values_start: u32,
    /// Values of the head, kept aside until its clauses are read.
    pub(super) head_values: (u32, u32),
    pub(super) clauses_start: u32,
    pub(super) clause_range: TextRange,
    pub(super) name: TextRange,
    pub(super) label: TextRange,
    pub(super) state: State,
    pub(super) rung: u8,
    /// The part before: for missing commas.
    pub(super) before: Option<PartKind>,
    /// Something was wrong with a value, which was reported.
    pub(super) faulty: bool,
    /// The rest of the statement cannot be made sense of.
    pub(super) abandoned: bool,
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
            faulty: false,
            abandoned: false,
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
                if self.abandoned || !self.check_comma(part) {
                    // One mistake, one message: the rest is not read against what it no longer belongs to.
                    break;
                }
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

    pub(super) fn spec(&self) -> Option<&'v ValueSpec> {
        match self.target {
            Target::Head => self.kind.values.as_ref(),
            Target::Clause(index) => Some(&self.kind.clauses[index as usize].values),
        }
    }

    /// What the values belong to, for a message.
    pub(super) fn place(&self) -> String {
        match self.target {
            Target::Head => format!("`{}`", self.kind.word),
            Target::Clause(index) => format!("`{}` of `{}`", self.kind.clauses[index as usize].words, self.kind.word),
        }
    }

    pub(super) fn problem(&mut self, code: &'static str, rule: &'static str, headline: String, range: TextRange, help: String) {
        self.report(Problem::new(code, rule, headline, range).helping(help));
    }

    pub(super) fn report(&mut self, problem: Problem) {
        self.faulty = true;
        self.lowering.report(self.file, problem);
    }

    /// Two values of one sort need a comma; two words without one are often a misspelt connective, text without marks, or a
    /// second fact on the line. Whether the rest of the statement still makes sense.
    fn check_comma(&mut self, part: &Part) -> bool {
        let Some(before) = self.before else { return true };
        let word = part.range.of(self.text);
        if self.target == Target::Head && matches!(word, "none" | "inherited") {
            return true;
        }
        let same_sort = before == part.kind && !(self.target == Target::Head && self.kind.item);
        let text_then_word = before == PartKind::Text && part.kind == PartKind::Word;
        if before == PartKind::Comma || !(same_sort || text_then_word) {
            return true;
        }
        if part.kind != PartKind::Word {
            self.problem("SYN-12", "comma-missing", "a comma is missing between two values".to_owned(), part.range, "Put a comma between values of one list.".to_owned());
            return true;
        }
        let around = self.lowering.vocabulary.kind(self.lowering.nodes[self.parent.0 as usize].kind);
        if around.child(word).is_some() {
            let headline = format!("`{word}` begins a fact of its own");
            self.problem("SYN-23", "two-facts-on-a-line", headline, part.range, "Put it on a line of its own.".to_owned());
            return false;
        }
        if word == "and" {
            self.problem("SYN-12", "comma-missing", "`and` does not join values".to_owned(), part.range, "Put a comma between values of one list.".to_owned());
            return false;
        }
        let connectives = || self.kind.clauses.iter().map(|clause| clause.words.as_str());
        let meant = did_you_mean(word, connectives());
        let help = meant.map_or_else(|| format!("Put a comma between values, quotation marks around text, or use one of: {}.", list_words(connectives())), |meant| format!("Did you mean `{meant}`?"));
        let mut problem = Problem::new("SYN-13", "unknown-connective", format!("`{word}` does not connect anything in `{}`", self.kind.word), part.range).helping(help);
        if let Some(meant) = meant {
            problem = problem.fixing(format!("write `{meant}`"), part.range, meant);
        }
        self.report(problem);
        false
    }

    /// Name, label, `none` and `inherited` of a head. Whether the part was one of these.
    pub(super) fn head_word(&mut self, part: &Part) -> bool {
        let text = part.range.of(self.text);
        if part.kind == PartKind::Word && matches!(text, "none" | "inherited") && self.before != Some(PartKind::Comma) {
            self.state = if text == "none" { State::NoneBecause } else { State::Inherited };
            return true;
        }
        if !self.kind.item {
            return false;
        }
        match part.kind {
            PartKind::Hole => {
                self.state = State::Open;
                true
            }
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

    /// Closes the values of the head or of a clause.
    fn finish_target(&mut self) {
        let end = self.lowering.values.len() as u32;
        match self.target {
            Target::Head => self.head_values = (self.values_start, end),
            Target::Clause(index) => {
                let spec = &self.kind.clauses[index as usize];
                if end == self.values_start && !spec.values.optional && !self.faulty {
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
            && !self.faulty
            && self.state == State::Stated
        {
            let headline = format!("`{}` has no value", self.kind.word);
            let help = format!("It takes {}; write `?` when it is not known yet.", spec_in_words(self.lowering, spec));
            self.problem("SYN-20", "value-missing", headline, self.statement.head, help);
            self.state = State::Open;
        }
    }
}
