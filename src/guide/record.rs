//! A record that is being written: its text, its meaning, and how far the interview has come.

use super::pace::Pace;
use super::place::Place;
use super::{Guide, RECORD};
use crate::lint::holds;
use crate::model::{Arrangement, Model, NodeId, Parsed, Value, arrangements, lower};
use crate::policy::{Slot, Step};
use crate::source::{FileId, SourceFile, TextRange};
use crate::syntax::{NO_STATEMENT, Part, Statement, Tree};
use std::sync::Arc;

/// How the line begins that says where to go on.
const UNFINISHED: &str = "# Not finished: go on with \"sharewright disclose ";

/// A record, read.
pub struct Record<'g> {
    pub(super) guide: Guide<'g>,
    pub(super) parsed: Arc<Parsed>,
    pub(super) model: Model<'g>,
    pub(super) arrangement: Arrangement,
}

/// The text of a new record.
pub fn fresh(name: &str) -> String {
    format!("{RECORD} {name} {{\n}}\n")
}

/// The name of the record in a file: what the file is called, as a name of the language.
pub fn record_name(path: &str) -> String {
    let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_lowercase();
    let words: Vec<&str> = stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!("d-{}", if words.is_empty() { "record".to_owned() } else { words.join("-") })
}

impl<'g> Record<'g> {
    /// Reads a record. The message says why it is none that an interview can go on with.
    pub fn read(guide: Guide<'g>, path: &str, text: &str) -> Result<Self, String> {
        let parsed = Arc::new(Parsed::new(Arc::new(SourceFile::new(path, text))));
        let tree = &parsed.tree;
        let records = tree.statements.iter().filter(|statement| statement.parent == NO_STATEMENT && statement.keyword.of(text) == RECORD);
        match records.count() {
            0 => return Err(format!("`{path}` holds no disclosure record")),
            1 => {}
            many => return Err(format!("`{path}` holds {many} disclosure records; an interview writes one a file")),
        }
        if let Some(problem) = tree.problems.first() {
            let (line, _) = parsed.source.line_column(problem.range.start);
            return Err(format!("`{path}` cannot be read from line {line} on: {}", problem.headline));
        }
        let model = lower(&guide.judge.policy.vocabulary, vec![Arc::clone(&parsed)], &[Vec::new()]);
        let arrangement = arrangements(&model, FileId(0)).into_iter().find(|arrangement| model.kind(arrangement.document).word == RECORD);
        let arrangement = arrangement.ok_or_else(|| format!("the disclosure record in `{path}` cannot be made sense of"))?;
        Ok(Record { guide, parsed, model, arrangement })
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.parsed.source.text
    }

    pub(super) fn tree(&self) -> &Tree {
        &self.parsed.tree
    }

    pub(super) fn document(&self) -> NodeId {
        self.arrangement.document
    }

    pub(super) fn step(&self, place: Place) -> &'g Step {
        &self.guide.interview.steps[place.step]
    }

    /// The statement of the text that a node was made from.
    pub(super) fn statement(&self, node: NodeId) -> Option<&Statement> {
        let head = self.model.node(node).head;
        self.tree().statements.iter().find(|statement| statement.head == head)
    }

    /// The parts of a statement that stand before its first connective.
    pub(super) fn head_parts(&self, node: NodeId) -> &[Part] {
        let Some(statement) = self.statement(node) else { return &[] };
        let parts = self.tree().parts_of(statement);
        let end = self.model.clauses(node).first().map_or(u32::MAX, |clause| clause.range.start);
        &parts[..parts.iter().take_while(|part| part.range.start < end).count()]
    }

    /// The block in which a step writes, when it is there.
    pub(super) fn block(&self, step: &Step, depth: usize) -> Option<NodeId> {
        step.kinds[..depth].iter().try_fold(self.document(), |block, kind| self.model.children(block, *kind).first().copied())
    }

    /// The statements that a step has written, in the order of the text.
    pub(super) fn entries(&self, step: &Step) -> Vec<NodeId> {
        let (Some(kind), Some(block)) = (step.kinds.last(), self.block(step, step.kinds.len() - 1)) else { return Vec::new() };
        let is_own = |node: &NodeId| self.model.node(*node).rung == 0 && step.fixed.as_ref().is_none_or(|word| self.begins_with(*node, word));
        self.model.children(block, *kind).iter().copied().filter(is_own).collect()
    }

    fn begins_with(&self, node: NodeId, word: &str) -> bool {
        let first = self.model.values(node).first();
        first.is_some_and(|value| matches!(value, Value::Word { range, .. } if range.of(self.text()) == word))
    }

    /// A ladder was written by hand, and is left to the hand.
    pub(super) fn is_ladder(&self, node: NodeId) -> bool {
        let head = self.model.node(node).head;
        self.model.nodes.iter().any(|other| other.rung > 0 && other.head == head)
    }

    /// Whether a step is asked in this record.
    pub fn applies(&self, step: &Step) -> bool {
        step.when.is_none_or(|when| holds(self.guide.judge, &self.guide.interview.pool, &self.model, &self.arrangement, when))
    }

    /// What stands in a slot of a statement, when anything does.
    pub(super) fn slot(&self, step: &Step, node: NodeId, slot: Slot) -> Option<TextRange> {
        let span = |parts: &[Part]| Some(TextRange { start: parts.first()?.range.start, end: parts.last()?.range.end });
        let parts = self.head_parts(node);
        let has_text = step.prompts.iter().any(|prompt| prompt.slot == Slot::Text);
        match slot {
            Slot::Clause(index) => self.model.clause(node, index).map(|clause| clause.range),
            Slot::Value if step.fixed.is_some() => span(parts.get(1..)?),
            Slot::Value if has_text => span(parts.get(..1)?),
            Slot::Value => span(parts),
            Slot::Text => span(parts.get(1..)?),
        }
    }

    /// The comment that says where to go on.
    fn marker(&self) -> Option<TextRange> {
        self.tree().comments.iter().copied().find(|comment| comment.of(self.text()).starts_with(UNFINISHED))
    }

    /// Where the interview stopped, when it was one at this pace: another one has passed over what this one asks.
    pub(super) fn marked(&self) -> Option<Place> {
        let (command, next) = self.marker()?.of(self.text()).rsplit_once("\" (next: ")?;
        let pace = if command.ends_with(Pace::Now.flag()) { Pace::Now } else { Pace::Whole };
        Place::read(&self.guide, next.split(')').next()?).filter(|_| pace == self.guide.pace)
    }

    /// The text with the comment that says where to go on, or without it at the end. What an urgent interview passed over is still to come.
    pub(super) fn marked_text(&self, place: Option<Place>) -> String {
        let mut text = self.text().to_owned();
        if let Some(range) = self.marker() {
            let end = text[range.end as usize..].find('\n').map_or(text.len(), |length| range.end as usize + length + 1);
            text.replace_range(range.start as usize..end, "");
        }
        let (next, flag) = match place {
            None if self.guide.pace == Pace::Now => (self.settle_at(0, Pace::Whole), Pace::Whole.flag()),
            next => (next, self.guide.pace.flag()),
        };
        if let Some(next) = next {
            let file = self.parsed.source.path.rsplit(['/', '\\']).next().unwrap_or_default();
            let line = format!("{UNFINISHED}{file}{flag}\" (next: {}).{}", next.written(&self.guide), self.line_end());
            text.insert_str(0, &line);
        }
        text
    }

    /// How lines end in this file.
    pub(super) fn line_end(&self) -> &'static str {
        if self.text().contains("\r\n") { "\r\n" } else { "\n" }
    }
}
