//! The things of a file: what has a block or a name, each inside the other.

use super::analysis::{Analysis, File};
use super::place::Place;
use crate::lint::hiding;
use crate::model::{Model, NodeId, lower};
use crate::source::{FileId, TextRange};
use std::rc::Rc;
use std::sync::Arc;

/// A thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symbol {
    /// Its name, or its keyword where it has none.
    pub name: String,
    /// Its keyword.
    pub keyword: String,
    /// Its label.
    pub label: String,
    /// Its name, or its keyword, in the text.
    pub selection: TextRange,
    /// All of it.
    pub whole: TextRange,
    /// Whether it bears a name of its own.
    pub is_named: bool,
    /// What stands in it.
    pub inside: Vec<Symbol>,
}

/// A thing of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SymbolIn {
    /// Its name.
    pub name: String,
    /// Its keyword.
    pub keyword: String,
    /// Its label.
    pub label: String,
    /// The name of what it stands in; empty at the top of a file.
    pub inside: String,
    /// Where its name stands.
    pub place: Place,
}

impl Analysis<'_> {
    /// The things of a file.
    pub fn outline(&self, path: &str) -> Option<Rc<[Symbol]>> {
        self.files.get(path).map(|file| self.outline_of(file))
    }

    fn outline_of(&self, file: &File) -> Rc<[Symbol]> {
        // Names are known without other files.
        let list = || hiding(self.policy, &lower(&self.policy.vocabulary, vec![Arc::clone(&file.parsed)], &[Vec::new()]), |model| symbols(model, model.file_node(FileId(0))));
        Rc::clone(file.outline.get_or_init(|| list().into()))
    }

    /// The named things of all files whose name or label holds the words asked for, those that begin with them first; at most `most`.
    pub fn symbols(&self, wanted: &str, most: usize) -> Vec<SymbolIn> {
        let wanted: Vec<String> = wanted.to_lowercase().split_whitespace().map(str::to_owned).collect();
        let mut found = Vec::new();
        for (path, file) in &self.files {
            collect(&self.outline_of(file), "", path, &wanted, &mut found);
        }
        let begins = |symbol: &SymbolIn| wanted.first().is_some_and(|first| symbol.name.to_lowercase().starts_with(first.as_str()));
        found.sort_by_cached_key(|symbol| (!begins(symbol), symbol.name.clone(), symbol.place.clone()));
        found.truncate(most);
        found
    }
}

fn collect(symbols: &[Symbol], inside: &str, path: &str, wanted: &[String], found: &mut Vec<SymbolIn>) {
    for symbol in symbols {
        let text = format!("{} {}", symbol.name, symbol.label).to_lowercase();
        if symbol.is_named && wanted.iter().all(|word| text.contains(word.as_str())) {
            let (name, keyword, label) = (symbol.name.clone(), symbol.keyword.clone(), symbol.label.clone());
            found.push(SymbolIn { name, keyword, label, inside: inside.to_owned(), place: Place { path: path.to_owned(), range: symbol.selection } });
        }
        collect(&symbol.inside, &symbol.name, path, wanted, found);
    }
}

/// What stands directly in a block.
fn symbols(model: &Model<'_>, block: NodeId) -> Vec<Symbol> {
    let mut children: Vec<NodeId> = model.all_children(block).to_vec();
    children.sort_unstable();
    children.into_iter().filter_map(|child| symbol(model, child)).collect()
}

fn symbol(model: &Model<'_>, id: NodeId) -> Option<Symbol> {
    let node = model.node(id);
    let kind = model.kind(id);
    let is_named = !node.name.is_empty();
    if !is_named && (!kind.block || node.whole == node.head) {
        return None;
    }
    let keyword = TextRange { start: node.head.start, end: node.head.start + kind.word.len() as u32 };
    let label = if node.label.is_empty() { String::new() } else { model.words_of(node.file, node.label).into_owned() };
    Some(Symbol {
        name: if is_named { model.name(id).to_owned() } else { kind.word.to_string() },
        keyword: kind.word.to_string(),
        label,
        selection: if is_named { node.name } else { keyword },
        whole: node.whole,
        is_named,
        inside: symbols(model, id),
    })
}
