//! From scanner events to nested statements, and what to do when braces do not match.
//!
//! Braces are trusted as long as they match. When they do not, the file is read again with the indentation as a witness,
//! so that one missing brace is reported where it is missing and hides nothing.

use super::scan::{Event, MAX_DEPTH};
use crate::diagnostic::Problem;
use crate::source::{LineIndex, TextRange};

/// A statement's place among the others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) head: TextRange,
    pub(super) broken: bool,
    pub(super) parent: u32,
    pub(super) end: u32,
    pub(super) whole_end: u32,
    pub(super) has_block: bool,
}

struct Open {
    /// The statement, or `None` for a block that is ignored (too deep, or without a head).
    statement: Option<u32>,
    /// The nearest statement around what is inside.
    inside: u32,
    brace: TextRange,
    indent: usize,
}

/// Nests the statements. The second value tells what is wrong with the braces.
pub(super) fn nest(text: &str, events: &[Event]) -> (Vec<Placed>, Vec<Problem>) {
    let (placed, problems, matched) = Nester::new(text, false).run(events);
    if matched {
        return (placed, problems);
    }
    let (placed, problems, _) = Nester::new(text, true).run(events);
    (placed, problems)
}

struct Nester<'a> {
    text: &'a str,
    /// Present when the indentation is to be a witness.
    lines: Option<LineIndex>,
    /// The line measured last: its number, its first character, its indentation.
    measured: Option<(usize, u32, usize)>,
    placed: Vec<Placed>,
    open: Vec<Open>,
    problems: Vec<Problem>,
    matched: bool,
    too_deep: bool,
}

impl<'a> Nester<'a> {
    fn new(text: &'a str, by_indent: bool) -> Self {
        Nester { text, lines: by_indent.then(|| LineIndex::new(text)), measured: None, placed: Vec::new(), open: Vec::new(), problems: Vec::new(), matched: true, too_deep: false }
    }

    fn run(mut self, events: &[Event]) -> (Vec<Placed>, Vec<Problem>, bool) {
        let mut last_head = None;
        for event in events {
            match *event {
                Event::Head { range, broken } => {
                    if let Some(indent) = self.leading(range.start) {
                        self.close_deeper(indent + 1, range);
                    }
                    last_head = Some(self.placed.len() as u32);
                    self.placed.push(Placed { head: range, broken, parent: self.parent(), end: self.placed.len() as u32 + 1, whole_end: range.end, has_block: false });
                }
                Event::Open(brace) => self.opened(brace, last_head.take()),
                Event::Close(brace) => {
                    self.closed(brace);
                    last_head = None;
                }
            }
        }
        let end = TextRange::new(self.text.len(), self.text.len());
        self.matched &= self.open.is_empty();
        while !self.open.is_empty() {
            self.unclosed(end);
        }
        (self.placed, self.problems, self.matched)
    }

    fn parent(&self) -> u32 {
        self.open.last().map_or(super::tree::NO_STATEMENT, |open| open.inside)
    }

    /// Where the line of a place has its first character, and how far that is indented, when the indentation is a witness. Kept
    /// for the line at hand, so that a long line is measured once.
    fn first_of_line(&mut self, at: u32) -> Option<(u32, usize)> {
        let lines = self.lines.as_ref()?;
        let line = lines.line_of(at);
        if let Some((known, first, indent)) = self.measured
            && known == line
        {
            return Some((first, indent));
        }
        let start = lines.start(line, self.text);
        let mut indent = 0;
        let mut first = self.text.len();
        for (offset, c) in self.text[start..].char_indices() {
            if !c.is_whitespace() || c == '\n' {
                first = start + offset;
                break;
            }
            indent += 1;
        }
        self.measured = Some((line, first as u32, indent));
        Some((first as u32, indent))
    }

    /// The indentation of something that begins its line.
    fn leading(&mut self, at: u32) -> Option<usize> {
        self.first_of_line(at).filter(|(first, _)| *first == at).map(|(_, indent)| indent)
    }

    /// The indentation of the line in which something stands.
    fn indent_of(&mut self, at: u32) -> usize {
        self.first_of_line(at).map_or(0, |(_, indent)| indent)
    }

    /// With the indentation as witness: blocks whose head is indented as far as `indent` or farther end before this place.
    fn close_deeper(&mut self, indent: usize, before: TextRange) {
        if self.lines.is_none() {
            return;
        }
        while self.open.last().is_some_and(|open| open.indent >= indent) {
            self.unclosed(before);
        }
    }

    fn opened(&mut self, brace: TextRange, head: Option<u32>) {
        let statement = head.filter(|_| self.open.len() < MAX_DEPTH);
        if head.is_none() {
            self.problems.push(
                Problem::new("SYN-05", "block-without-head", "a block opens without a keyword before it", brace)
                    .helping("Write what the block is about before the brace, such as `flow name \"Label\" {`."),
            );
        } else if statement.is_none() && !self.too_deep {
            self.too_deep = true;
            self.problems.push(
                Problem::new("SYN-06", "nested-too-deep", format!("blocks are nested deeper than {MAX_DEPTH} levels"), brace)
                    .helping("Close the blocks above; an agreement needs four or five levels."),
            );
        }
        if let Some(index) = statement {
            self.placed[index as usize].has_block = true;
        }
        let indent = head.map_or(0, |index| self.indent_of(self.placed[index as usize].head.start));
        let inside = statement.unwrap_or_else(|| self.parent());
        self.open.push(Open { statement, inside, brace, indent });
    }

    fn closed(&mut self, brace: TextRange) {
        if let Some(indent) = self.leading(brace.start) {
            let top = self.open.last().map(|open| (open.indent, open.brace.start));
            if top.is_some_and(|(outer, brace)| outer < indent && self.leading(brace).is_none()) {
                self.stray(brace);
                return;
            }
            self.close_deeper(indent + 1, brace);
        }
        match self.open.pop() {
            Some(open) => self.end(&open, brace.end),
            None => self.stray(brace),
        }
    }

    fn stray(&mut self, brace: TextRange) {
        self.matched = false;
        self.problems.push(Problem::new("SYN-07", "stray-brace", "a closing brace closes nothing", brace).helping("Remove it, or open the block that it should close.").fixing(
            "remove the brace",
            brace,
            "",
        ));
    }

    fn unclosed(&mut self, before: TextRange) {
        let Some(open) = self.open.pop() else { return };
        let head = open.statement.map(|index| self.placed[index as usize].head);
        let name = head.map_or("block", |head| head.of(self.text).lines().next().unwrap_or("").trim());
        // Only the first of several that end together is worth a message.
        let nested_in_ignored = self.too_deep && open.statement.is_none();
        if !nested_in_ignored {
            let mut problem = Problem::new("SYN-04", "block-not-closed", format!("the block of `{}` is never closed", shorten(name)), head.unwrap_or(open.brace))
                .saying("opens here")
                .helping("Put a closing brace, `}`, on a line of its own where the block ends.");
            let width = self.text[before.start as usize..].chars().next().map_or(0, char::len_utf8);
            if !before.is_empty() {
                problem = problem.and_at(TextRange::new(before.start as usize, before.start as usize + width), "a closing brace was expected before this");
            }
            self.problems.push(problem);
        }
        self.end(&open, before.start);
    }

    fn end(&mut self, open: &Open, at: u32) {
        if let Some(index) = open.statement {
            let next = self.placed.len() as u32;
            let statement = &mut self.placed[index as usize];
            statement.end = next;
            statement.whole_end = at.max(statement.head.end);
        }
    }
}

/// A head for a message: at most forty characters.
fn shorten(head: &str) -> String {
    if head.chars().count() <= 40 {
        return head.to_owned();
    }
    format!("{}...", head.chars().take(37).collect::<String>())
}
