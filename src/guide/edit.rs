//! Answers put into the text of a record. Only what is answered is touched: comments and statements of a person's own stay.

use super::record::Record;
use crate::model::{KindId, NodeId, State};
use crate::policy::{Slot, Step};
use crate::source::TextRange;
use std::fmt::Write;

/// The characters by which a block stands further in than the line around it.
const INDENT: &str = "  ";

impl Record<'_> {
    /// The text with a new statement of a step.
    pub(super) fn with_statement(&self, step: &Step, source: &str) -> String {
        let last = step.kinds.len() - 1;
        // The deepest block that is there already.
        let depth = (0..=last).rev().find(|depth| self.block(step, *depth).is_some()).unwrap_or(0);
        let block = self.block(step, depth).unwrap_or_else(|| self.document());
        let head = self.indent(block);
        let end = self.line_end();
        let vocabulary = self.model.vocabulary;
        let keyword = &step.kind(vocabulary).word;
        let braces = if step.kind(vocabulary).block && step.kind(vocabulary).item { " {" } else { "" };
        let mut lines = String::new();
        for (level, kind) in step.kinds[depth..last].iter().enumerate() {
            let _ = write!(lines, "{head}{}{} {{{end}", INDENT.repeat(level + 1), vocabulary.kind(*kind).word);
        }
        let deepest = format!("{head}{}", INDENT.repeat(last - depth + 1));
        let _ = write!(lines, "{deepest}{keyword} {source}{braces}");
        if !braces.is_empty() {
            let _ = write!(lines, "{end}{deepest}}}");
        }
        for level in (0..last - depth).rev() {
            let _ = write!(lines, "{end}{head}{}}}", INDENT.repeat(level + 1));
        }
        self.with_lines(block, step, depth, &lines)
    }

    /// Whole lines put into a block, after what earlier steps have written there.
    fn with_lines(&self, block: NodeId, step: &Step, depth: usize, lines: &str) -> String {
        let text = self.text();
        let end = self.line_end();
        let mut written = text.to_owned();
        let order = self.order(&step.kinds[..=depth], step.fixed.as_deref().filter(|_| depth + 1 == step.kinds.len()));
        let mut siblings = self.model.all_children(block).to_vec();
        siblings.sort_unstable();
        let earlier = siblings.iter().rev().find(|node| self.order_of(&step.kinds[..depth], **node).is_some_and(|other| Some(other) <= order));
        let Some(statement) = self.statement(block).copied() else { return written };
        if !statement.has_block {
            written.insert_str(statement.head.end as usize, &format!(" {{{end}{lines}{end}{}}}", self.indent(block)));
            return written;
        }
        // The brace that opens the block follows the head, with nothing but space and comments between.
        let brace = || text[statement.head.end as usize..].find('{').map_or(statement.head.end as usize, |at| statement.head.end as usize + at + 1);
        let at = earlier.map_or_else(brace, |node| self.model.node(*node).whole.end as usize);
        let line = text[at..].find('\n').map_or(text.len(), |length| at + length);
        let rest = text[at..line].trim();
        if rest.is_empty() || rest.starts_with('#') {
            let at = at + text[at..line].trim_end().len();
            written.insert_str(at, &format!("{end}{lines}"));
        } else {
            written.insert_str(at, &format!("{end}{lines}{end}"));
        }
        written
    }

    /// The first step that writes something under these keywords.
    fn order(&self, kinds: &[KindId], fixed: Option<&str>) -> Option<usize> {
        let steps = &self.guide.interview.steps;
        steps.iter().position(|step| step.kinds.starts_with(kinds) && (fixed.is_none() || step.kinds.len() > kinds.len() || step.fixed.as_deref() == fixed))
    }

    /// The same for a statement that stands in a block.
    fn order_of(&self, block: &[KindId], node: NodeId) -> Option<usize> {
        let mut kinds = block.to_vec();
        kinds.push(self.model.node(node).kind);
        let word = self.head_parts(node).first().map(|part| part.range.of(self.text()));
        let is_fixed = self.guide.interview.steps.iter().any(|step| step.kinds == kinds && step.fixed.is_some());
        self.order(&kinds, word.filter(|_| is_fixed))
    }

    /// The space before the line on which a block begins.
    fn indent(&self, block: NodeId) -> String {
        let start = self.model.node(block).head.start as usize;
        let line = self.text()[..start].rfind('\n').map_or(0, |at| at + 1);
        self.text()[line..].chars().take_while(|c| matches!(c, ' ' | '\t')).collect()
    }

    /// The text with other words in a slot of a statement.
    pub(super) fn with_slot(&self, step: &Step, node: NodeId, slot: Slot, source: &str) -> String {
        let mut text = self.text().to_owned();
        let clause = |index: u16| format!("{} {source}", step.kind(self.model.vocabulary).clauses[index as usize].words);
        let new = if let Slot::Clause(index) = slot { clause(index) } else { source.to_owned() };
        if let Some(range) = self.slot(step, node, slot) {
            text.replace_range(range.as_range(), &new);
        } else {
            text.insert_str(self.end_of_earlier(step, node, slot) as usize, &format!(" {new}"));
        }
        text
    }

    /// The end of what stands before a slot in the order of the prompts.
    fn end_of_earlier(&self, step: &Step, node: NodeId, slot: Slot) -> u32 {
        let head = self.model.node(node).head;
        let keyword = head.start + step.kind(self.model.vocabulary).word.len() as u32;
        let value = self.head_parts(node).last().map_or(keyword, |part| part.range.end);
        let place = step.prompts.iter().position(|prompt| prompt.slot == slot).unwrap_or(step.prompts.len());
        let earlier = step.prompts[..place].iter().filter_map(|prompt| self.slot(step, node, prompt.slot));
        earlier.map(|range| range.end).fold(value, u32::max)
    }

    /// The text with the whole head of a statement replaced.
    pub(super) fn with_head(&self, step: &Step, node: NodeId, source: &str) -> String {
        let mut text = self.text().to_owned();
        text.replace_range(self.model.node(node).head.as_range(), &format!("{} {source}", step.kind(self.model.vocabulary).word));
        text
    }

    /// The clauses of a statement that do not go with its value: they are asked for other words only.
    pub(super) fn stray(&self, step: &Step, node: NodeId) -> Option<TextRange> {
        // The reason why it does not apply is no answer to a prompt.
        if self.model.node(node).state == State::NoneBecause {
            return None;
        }
        let mut strays = step.prompts.iter().filter(|prompt| matches!(prompt.slot, Slot::Clause(_)) && !prompt.only.is_empty() && !prompt.only.iter().any(|word| self.model.has_word(node, word)));
        strays.find_map(|prompt| self.slot(step, node, prompt.slot))
    }

    /// The text without a clause.
    pub(super) fn without(&self, range: TextRange) -> String {
        let mut text = self.text().to_owned();
        let start = text[..range.start as usize].trim_end().len();
        text.replace_range(start..range.end as usize, "");
        text
    }
}
