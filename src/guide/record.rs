//! A record that is being written: its text, its meaning, and how far the interview has come.

use super::place::{At, Place};
use super::{Guide, RECORD};
use crate::lint::holds;
use crate::model::{Arrangement, Model, NodeId, Parsed, State, Value, arrangements, lower};
use crate::policy::{Prompt, Slot, Step};
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
    arrangement: Arrangement,
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

    /// Whether a prompt is asked of a statement.
    pub(super) fn asks(&self, prompt: &Prompt, node: NodeId) -> bool {
        let fits = prompt.only.is_empty() || prompt.only.iter().any(|word| self.model.has_word(node, word));
        fits && prompt.when.is_none_or(|when| holds(self.guide.judge, &self.guide.interview.pool, &self.model, &self.arrangement, when))
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

    /// The first prompt of a statement that is answered by `?`.
    fn hole(&self, step: &Step, node: NodeId) -> Option<usize> {
        let is_hole = |range: TextRange| range.of(self.text()).ends_with('?');
        // It does not apply, and why is not known yet.
        if self.model.node(node).state == State::NoneBecause && self.model.clauses(node).iter().any(|clause| is_hole(clause.range)) {
            return Some(0);
        }
        step.prompts.iter().position(|prompt| self.slot(step, node, prompt.slot).is_some_and(is_hole))
    }

    /// The first place from a step on that has something to ask.
    pub(super) fn settle(&self, from: usize) -> Option<Place> {
        (from..self.guide.interview.steps.len()).find_map(|index| {
            let step = &self.guide.interview.steps[index];
            let entries = self.entries(step);
            if entries.is_empty() {
                return self.applies(step).then(|| Place::start_of(index));
            }
            let open = entries.iter().enumerate().find_map(|(entry, node)| self.hole(step, *node).map(|prompt| Place { step: index, entry, at: At::Prompt(prompt) }));
            open.filter(|_| self.applies(step))
        })
    }

    /// The question with which an interview goes on; nothing when there is none left.
    pub fn place(&self) -> Option<Place> {
        let Some(place) = self.marker().and_then(|range| self.marked(range)) else { return self.settle(0) };
        let step = self.step(place);
        let entries = self.entries(step);
        let stands = match place.at {
            At::More => step.repeats.is_some() && !entries.is_empty(),
            At::Prompt(0) => place.entry <= entries.len() && (place.entry == 0 || step.repeats.is_some()),
            At::Prompt(prompt) => entries.get(place.entry).is_some_and(|node| self.asks(&step.prompts[prompt], *node)),
        };
        if stands && self.applies(step) { Some(place) } else { self.settle(place.step) }
    }

    /// The comment that says where to go on.
    pub(super) fn marker(&self) -> Option<TextRange> {
        self.tree().comments.iter().copied().find(|comment| comment.of(self.text()).starts_with(UNFINISHED))
    }

    fn marked(&self, range: TextRange) -> Option<Place> {
        let (_, next) = range.of(self.text()).rsplit_once("(next: ")?;
        Place::read(&self.guide, next.split(')').next()?)
    }

    /// The text with the comment that says where to go on, or without it at the end.
    pub(super) fn marked_text(&self, place: Option<Place>) -> String {
        let mut text = self.text().to_owned();
        if let Some(range) = self.marker() {
            let end = text[range.end as usize..].find('\n').map_or(text.len(), |length| range.end as usize + length + 1);
            text.replace_range(range.start as usize..end, "");
        }
        if let Some(place) = place {
            let file = self.parsed.source.path.rsplit(['/', '\\']).next().unwrap_or_default();
            let line = format!("{UNFINISHED}{file}\" (next: {}).{}", place.written(&self.guide), self.line_end());
            text.insert_str(0, &line);
        }
        text
    }

    /// How lines end in this file.
    pub(super) fn line_end(&self) -> &'static str {
        if self.text().contains("\r\n") { "\r\n" } else { "\n" }
    }

    /// The question before a place.
    pub fn before(&self, place: Place) -> Option<Place> {
        let step = self.step(place);
        let entries = self.entries(step);
        match place.at {
            At::Prompt(0) if place.entry > 0 => return Some(Place { at: At::More, ..place }),
            At::Prompt(prompt) if prompt > 0 => {
                let node = *entries.get(place.entry)?;
                return Some(Place { at: At::Prompt(self.last_prompt(step, node, prompt)), ..place });
            }
            At::More => {
                let entry = entries.len().checked_sub(1)?;
                return Some(Place { entry, at: At::Prompt(self.last_prompt(step, entries[entry], step.prompts.len())), ..place });
            }
            At::Prompt(_) => {}
        }
        (0..place.step).rev().find_map(|index| {
            let step = &self.guide.interview.steps[index];
            let entries = self.entries(step);
            if !self.applies(step) || entries.iter().any(|node| self.is_ladder(*node)) {
                return None;
            }
            let Some(last) = entries.last() else { return Some(Place::start_of(index)) };
            if step.repeats.is_some() {
                return Some(Place { step: index, entry: 0, at: At::More });
            }
            Some(Place { step: index, entry: 0, at: At::Prompt(self.last_prompt(step, *last, step.prompts.len())) })
        })
    }

    /// The last prompt before one that is asked of a statement.
    fn last_prompt(&self, step: &Step, node: NodeId, before: usize) -> usize {
        if self.is_closed(node) {
            return 0;
        }
        (1..before).rev().find(|prompt| self.asks(&step.prompts[*prompt], node)).unwrap_or(0)
    }

    /// Nothing more is asked of a statement whose value is not known or does not apply.
    fn is_closed(&self, node: NodeId) -> bool {
        let node_state = self.model.node(node).state;
        let no_value = !self.head_parts(node).iter().any(|part| part.kind != crate::syntax::PartKind::Hole);
        node_state == State::NoneBecause || node_state == State::Inherited || (node_state == State::Open && no_value)
    }

    /// The question after a place that was just answered or passed over.
    pub(super) fn after(&self, place: Place) -> Option<Place> {
        let step = self.step(place);
        let entries = self.entries(step);
        let At::Prompt(prompt) = place.at else { return self.settle(place.step + 1) };
        let Some(node) = entries.get(place.entry) else { return self.settle(place.step + 1) };
        if !self.is_closed(*node) {
            if let Some(next) = (prompt + 1..step.prompts.len()).find(|next| self.asks(&step.prompts[*next], *node)) {
                return Some(Place { at: At::Prompt(next), ..place });
            }
            if step.repeats.is_some() && self.applies(step) {
                return Some(Place { step: place.step, entry: 0, at: At::More });
            }
        }
        self.settle(place.step + 1)
    }
}
