//! From syntax trees to nodes: each statement is read against the vocabulary.
//!
//! Wrong words and values are reported here with what was probably meant; the rest of the statement is still used.

mod meant;
mod statement;
mod value;

use super::arena::{Clause, Model, Node, NodeId, Parsed, State, Value};
use super::resolve;
use super::vocabulary::{FILE, KindId, Vocabulary};
use crate::diagnostic::{Diagnostic, Problem, did_you_mean, list_words};
use crate::source::{FileId, TextRange};
use crate::syntax::{NO_STATEMENT, Statement};
use statement::Reading;
use std::sync::Arc;

/// A reference that is still to be resolved.
pub(super) struct Pending {
    pub(super) value: u32,
    pub(super) node: NodeId,
    /// The kinds it may refer to; empty for any.
    pub(super) spec: SpecAt,
}

/// Where in the vocabulary a reference's kinds are listed.
#[derive(Clone, Copy)]
pub(super) enum SpecAt {
    /// Values of a kind.
    Values(KindId),
    /// Values of a clause of a kind.
    Clause(KindId, u16),
}

pub(super) struct Lowering<'v> {
    vocabulary: &'v Vocabulary,
    nodes: Vec<Node>,
    values: Vec<Value>,
    clauses: Vec<Clause>,
    pending: Vec<Pending>,
    problems: Vec<Diagnostic>,
}

/// Builds the model of some files. The first file is the one that is judged; `visible[f]` lists the files whose definitions
/// file `f` may use, itself left out.
pub fn lower<'v>(vocabulary: &'v Vocabulary, files: Vec<Arc<Parsed>>, visible: &[Vec<FileId>]) -> Model<'v> {
    let statements: usize = files.iter().map(|file| file.tree.statements.len()).sum();
    let mut lowering = Lowering {
        vocabulary,
        nodes: Vec::with_capacity(statements + files.len() + 8),
        values: Vec::with_capacity(statements * 2),
        clauses: Vec::with_capacity(statements / 2),
        pending: Vec::with_capacity(statements / 2),
        problems: Vec::new(),
    };
    let mut file_nodes = Vec::with_capacity(files.len());
    for (index, file) in files.iter().enumerate() {
        file_nodes.push(NodeId(lowering.nodes.len() as u32));
        lowering.file(FileId(index as u32), file);
    }
    let (children, pending) = lowering.finish();
    let child_kinds = children.iter().map(|child| lowering.nodes[child.0 as usize].kind).collect();
    let mut model = Model { vocabulary, files, nodes: lowering.nodes, values: lowering.values, clauses: lowering.clauses, child_kinds, children, file_nodes, problems: lowering.problems };
    resolve::resolve(&mut model, &pending, visible);
    model
}

impl Lowering<'_> {
    fn file(&mut self, id: FileId, file: &Parsed) {
        let text = &file.source.text;
        let whole = TextRange::new(0, text.len());
        let top = NodeId(self.nodes.len() as u32);
        self.nodes.push(Node {
            kind: FILE,
            file: id,
            parent: top,
            end: top.0 + 1,
            head: TextRange::new(0, text.lines().next().map_or(0, str::len)),
            whole,
            name: TextRange::default(),
            label: TextRange::default(),
            state: State::Stated,
            rung: 0,
            values: (0, 0),
            clauses: (0, 0),
            children: (0, 0),
        });
        let mut node_of: Vec<Option<NodeId>> = Vec::with_capacity(file.tree.statements.len());
        let mut item_seen = false;
        for statement in &file.tree.statements {
            let parent = if statement.parent == NO_STATEMENT { Some(top) } else { node_of[statement.parent as usize] };
            let node = parent.and_then(|parent| self.statement(id, text, file, statement, parent));
            if let Some(node) = node
                && statement.parent == NO_STATEMENT
            {
                let is_use = self.vocabulary.kind(self.nodes[node.0 as usize].kind).word == "use";
                if is_use && item_seen {
                    self.report(
                        id,
                        Problem::new("SYN-17", "use-after-item", "`use` stands after the first item of the file", statement.head).helping("Move it to the head of the file, before everything else."),
                    );
                }
                item_seen |= !is_use;
            }
            node_of.push(node);
        }
    }

    fn report(&mut self, file: FileId, problem: Problem) {
        self.problems.push(problem.in_file(file));
    }

    /// Lowers one statement; `None` when its keyword means nothing here.
    fn statement(&mut self, file: FileId, text: &str, parsed: &Parsed, statement: &Statement, parent: NodeId) -> Option<NodeId> {
        let vocabulary = self.vocabulary;
        let around = self.nodes[parent.0 as usize].kind;
        let word = statement.keyword.of(text);
        let Some(kind) = vocabulary.kind(around).child(word) else {
            self.unknown_keyword(file, statement, word, around);
            return None;
        };
        // A fact that cannot be read says nothing; it was reported. A block is kept for what is inside it.
        if statement.broken && !statement.has_block {
            return None;
        }
        let node = NodeId(self.nodes.len() as u32);
        if statement.has_block && !vocabulary.kind(kind).block {
            self.report(
                file,
                Problem::new("SYN-11", "fact-with-block", format!("`{word}` is a fact and opens no block"), statement.head)
                    .helping("Remove the braces, or use the keyword of a thing that has a block."),
            );
        }
        Reading::new(self, file, text, kind, parent, statement).run(parsed.tree.parts_of(statement));
        Some(node)
    }

    fn unknown_keyword(&mut self, file: FileId, statement: &Statement, word: &str, around: KindId) {
        if word.is_empty() {
            return;
        }
        let here = self.vocabulary.kind(around);
        let place = if around == FILE { "at the top of a file".to_owned() } else { format!("in `{}`", here.word) };
        let candidates = || here.children.iter().map(|(word, _)| word.as_str());
        let homes = self.vocabulary.homes_of(word);
        let problem = Problem::new("SYN-10", "unknown-keyword", format!("`{word}` means nothing {place}"), statement.keyword);
        let problem = if let Some(meant) = did_you_mean(word, candidates()) {
            problem.helping(format!("Did you mean `{meant}`?")).fixing(format!("write `{meant}`"), statement.keyword, meant)
        } else if !homes.is_empty() && !homes.contains(&here.word.as_str()) {
            problem.helping(format!("`{word}` stands in {}. Is a block closed too early, or too late?", list_words(homes)))
        } else {
            problem.helping(format!("What may stand here: {}. docs/language.md lists every keyword.", list_words(candidates())))
        };
        self.report(file, problem);
    }

    /// Ends of subtrees, and children sorted by kind.
    fn finish(&mut self) -> (Vec<NodeId>, Vec<Pending>) {
        for index in (0..self.nodes.len()).rev() {
            let (parent, end) = (self.nodes[index].parent.0 as usize, self.nodes[index].end);
            self.nodes[parent].end = self.nodes[parent].end.max(end);
        }
        let mut counts = vec![0_u32; self.nodes.len()];
        for (index, node) in self.nodes.iter().enumerate() {
            // A file is its own parent and nobody's child.
            counts[node.parent.0 as usize] += u32::from(node.parent.0 as usize != index);
        }
        let mut start = 0;
        for (node, count) in self.nodes.iter_mut().zip(&counts) {
            node.children = (start, start);
            start += count;
        }
        let mut children = vec![NodeId(0); start as usize];
        for index in 0..self.nodes.len() {
            let parent = self.nodes[index].parent;
            if parent.0 as usize != index {
                let slot = &mut self.nodes[parent.0 as usize].children.1;
                children[*slot as usize] = NodeId(index as u32);
                *slot += 1;
            }
        }
        for node in &self.nodes {
            let range = node.children.0 as usize..node.children.1 as usize;
            children[range].sort_by_key(|child| (self.nodes[child.0 as usize].kind, *child));
        }
        self.told_twice(&children);
        (children, std::mem::take(&mut self.pending))
    }

    /// Facts that may stand once in a block and stand twice.
    fn told_twice(&mut self, children: &[NodeId]) {
        let mut problems = Vec::new();
        for block in &self.nodes {
            let inside = &children[block.children.0 as usize..block.children.1 as usize];
            for pair in inside.windows(2) {
                let (first, second) = (&self.nodes[pair[0].0 as usize], &self.nodes[pair[1].0 as usize]);
                let kind = self.vocabulary.kind(first.kind);
                if kind.one && first.kind == second.kind && second.rung == 0 {
                    let problem = Problem::new("SYN-25", "said-twice", format!("`{}` may be said once in a `{}`", kind.word, self.vocabulary.kind(block.kind).word), second.head);
                    problems.push((second.file, problem.saying("again here").helping("Keep the one that is right.").and_at(first.head, "first here")));
                }
            }
        }
        for (file, problem) in problems {
            self.report(file, problem);
        }
    }
}
