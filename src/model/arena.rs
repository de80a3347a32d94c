//! The nodes of a bundle of files: flat, in the order of the text, with their children found by kind.

use super::dates::{Day, Hours, Period};
use super::vocabulary::{FILE, Kind, KindId, Vocabulary};
use super::words::{ListId, Word};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, SourceFile, Span, TextRange};
use crate::syntax::{Tree, unquote};
use std::borrow::Cow;
use std::sync::Arc;

/// An index into the nodes of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// A file with its tree.
#[derive(Debug)]
pub struct Parsed {
    /// Path and text.
    pub source: Arc<SourceFile>,
    /// Its tree.
    pub tree: Tree,
}

impl Parsed {
    /// Parses a file.
    pub fn new(source: Arc<SourceFile>) -> Self {
        let tree = crate::syntax::parse(&source.text);
        Parsed { source, tree }
    }

    /// Parses a file that was parsed before with another text.
    pub fn again(source: Arc<SourceFile>, before: &Parsed) -> Self {
        let tree = crate::syntax::parse_again(&source.text, (&before.source.text, &before.tree));
        Parsed { source, tree }
    }
}

/// The state of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is said.
    Stated,
    /// It is said not to apply, with the reason.
    NoneBecause,
    /// `?`: not answered yet.
    Open,
    /// Left to the parent agreement.
    Inherited,
}

/// One value of a statement or of a clause.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// Text, or a citation.
    Text(TextRange),
    /// A word of a list.
    Word {
        /// Where.
        range: TextRange,
        /// Which list.
        list: ListId,
        /// Which word of it.
        index: u16,
    },
    /// A local word of no list.
    Name(TextRange),
    /// A day.
    Date(TextRange, Day),
    /// A length of time.
    Period(TextRange, Period),
    /// A number.
    Number(TextRange, i64),
    /// Opening hours.
    Hours(TextRange, Hours),
    /// A reference; no target when the name was not found, which was reported.
    Ref(TextRange, Option<NodeId>),
    /// `?`.
    Open(TextRange),
}

impl Value {
    /// Where it stands.
    pub fn range(&self) -> TextRange {
        match self {
            Value::Text(range)
            | Value::Name(range)
            | Value::Date(range, _)
            | Value::Period(range, _)
            | Value::Number(range, _)
            | Value::Hours(range, _)
            | Value::Ref(range, _)
            | Value::Open(range)
            | Value::Word { range, .. } => *range,
        }
    }
}

/// A connective with what follows it.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    /// Which of the kind's clauses.
    pub index: u16,
    /// The node that carries it.
    pub node: NodeId,
    /// Connective and values.
    pub range: TextRange,
    /// First value.
    pub values_start: u32,
    /// One past the last.
    pub values_end: u32,
}

/// A statement with its meaning.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Keyword in its place.
    pub kind: KindId,
    /// Its file.
    pub file: FileId,
    /// The block it stands in; a file is its own parent.
    pub parent: NodeId,
    /// The first node after it that is not inside it.
    pub end: u32,
    /// Keyword to last part.
    pub head: TextRange,
    /// With its block.
    pub whole: TextRange,
    /// Its name; empty when it has none.
    pub name: TextRange,
    /// Its label; empty when it has none.
    pub label: TextRange,
    /// State of the answer.
    pub state: State,
    /// The rung of a ladder, from 0.
    pub rung: u8,
    pub(super) values: (u32, u32),
    pub(super) clauses: (u32, u32),
    pub(super) children: (u32, u32),
}

/// A bundle of files, resolved.
#[derive(Debug)]
pub struct Model<'v> {
    /// The vocabulary that gave it its kinds.
    pub vocabulary: &'v Vocabulary,
    /// The files; the first is the one that is judged.
    pub files: Vec<Arc<Parsed>>,
    /// All nodes in the order of files and text.
    pub nodes: Vec<Node>,
    /// What is wrong with names, words and values. Parse problems are in the trees.
    pub problems: Vec<Diagnostic>,
    pub(super) values: Vec<Value>,
    pub(super) clauses: Vec<Clause>,
    pub(super) children: Vec<NodeId>,
    /// The kind of each child.
    pub(super) child_kinds: Vec<KindId>,
    pub(super) file_nodes: Vec<NodeId>,
}

impl<'v> Model<'v> {
    /// A node.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The kind of a node.
    pub fn kind(&self, id: NodeId) -> &'v Kind {
        self.vocabulary.kind(self.node(id).kind)
    }

    /// The node that stands for a file.
    pub fn file_node(&self, file: FileId) -> NodeId {
        self.file_nodes[file.0 as usize]
    }

    /// Whether a node stands for a file.
    pub fn is_file(&self, id: NodeId) -> bool {
        self.node(id).kind == FILE
    }

    /// The values of a node.
    pub fn values(&self, id: NodeId) -> &[Value] {
        let (start, end) = self.node(id).values;
        &self.values[start as usize..end as usize]
    }

    /// The clauses of a node, in the order in which they are written.
    pub fn clauses(&self, id: NodeId) -> &[Clause] {
        let (start, end) = self.node(id).clauses;
        &self.clauses[start as usize..end as usize]
    }

    /// The values of a clause.
    pub fn clause_values(&self, clause: &Clause) -> &[Value] {
        &self.values[clause.values_start as usize..clause.values_end as usize]
    }

    /// The first clause with a connective.
    pub fn clause(&self, id: NodeId, index: u16) -> Option<&Clause> {
        self.clauses(id).iter().find(|clause| clause.index == index)
    }

    /// The first clause with a connective, by its field name.
    pub fn clause_named(&self, id: NodeId, field: &str) -> Option<&Clause> {
        self.clause(id, self.kind(id).clause(field)?)
    }

    /// The children of a node that have a kind, in the order of the text.
    pub fn children(&self, id: NodeId, kind: KindId) -> &[NodeId] {
        let (start, end) = self.node(id).children;
        let range = start as usize..end as usize;
        let kinds = &self.child_kinds[range.clone()];
        let from = kinds.partition_point(|other| *other < kind);
        let many = kinds[from..].iter().take_while(|other| **other == kind).count();
        &self.children[range][from..from + many]
    }

    /// The children of a node with a keyword.
    pub fn children_named(&self, id: NodeId, word: &str) -> &[NodeId] {
        self.kind(id).child(word).map_or(&[], |kind| self.children(id, kind))
    }

    /// All children of a node, sorted by kind.
    pub fn all_children(&self, id: NodeId) -> &[NodeId] {
        let (start, end) = self.node(id).children;
        &self.children[start as usize..end as usize]
    }

    /// The things that a node's values refer to.
    pub fn targets(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        targets(self.values(id))
    }

    /// The things that a clause refers to.
    pub fn targets_of(&self, clause: &Clause) -> impl Iterator<Item = NodeId> + '_ {
        targets(self.clause_values(clause))
    }

    /// The text of the file of a node.
    pub fn text(&self, file: FileId) -> &str {
        &self.files[file.0 as usize].source.text
    }

    /// Text without its quotation marks.
    pub fn words_of(&self, file: FileId, range: TextRange) -> Cow<'_, str> {
        unquote(range.of(self.text(file)))
    }

    /// A node's name.
    pub fn name(&self, id: NodeId) -> &str {
        let node = self.node(id);
        node.name.of(self.text(node.file))
    }

    /// The word of a list that a value is.
    pub fn word(&self, list: ListId, index: u16) -> &'v Word {
        &self.vocabulary.words.list(list).words[index as usize]
    }

    /// The head of a node as a place.
    pub fn span(&self, id: NodeId) -> Span {
        let node = self.node(id);
        Span { file: node.file, range: node.head }
    }

    /// Where a finding about a whole thing points: its keyword and name, or the first line of its head.
    pub fn anchor(&self, id: NodeId) -> Span {
        let node = self.node(id);
        let text = self.text(node.file);
        let first_line = node.head.of(text).lines().next().map_or(0, |line| line.trim_end().len()) as u32;
        let end = if node.name.is_empty() { node.head.start + first_line } else { node.name.end };
        Span { file: node.file, range: TextRange { start: node.head.start, end } }
    }

    /// Nodes from the top of a subtree to its end.
    pub fn subtree(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<'v> {
        (id.0..self.node(id).end).map(NodeId)
    }

    /// Whether some value of a node is this word, or falls under it.
    pub fn has_word(&self, id: NodeId, word: &str) -> bool {
        self.values(id).iter().any(|value| matches!(value, Value::Word { list, index, .. } if self.word(*list, *index).is(word)))
    }
}

/// The things that some values refer to.
pub(super) fn targets(values: &[Value]) -> impl Iterator<Item = NodeId> + '_ {
    values.iter().filter_map(|value| match value {
        Value::Ref(_, target) => *target,
        _ => None,
    })
}
