//! What may be written at a place: keywords of the block, values and connectives of the statement, law, files.

use super::analysis::{Analysis, sees};
use super::context::{Context, Wanted, context};
use super::law::cites;
use super::links::relative;
use crate::model::{Atom, Kind, KindId, Model, NameRule, NodeId, ValueSpec, names_seen_from};
use crate::source::{FileId, TextRange};
use crate::syntax::{NO_STATEMENT, Tree};

/// Days for which opening hours are given.
const DAYS: [&str; 4] = ["always", "weekdays", "weekends", "daily"];

/// What is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    /// A keyword.
    Keyword,
    /// A connective, or a state of an answer.
    Connective,
    /// A word of a list.
    Word,
    /// The name of a thing.
    Name,
    /// A provision of the law register.
    Law,
    /// A file.
    File,
}

/// Something that may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is written.
    pub text: String,
    /// The same with places to fill in, `${1:name}`; empty where there are none.
    pub snippet: String,
    /// What sort of thing it is.
    pub kind: CompletionKind,
    /// A few words about it.
    pub detail: String,
    /// More about it.
    pub about: String,
    /// What is replaced.
    pub replace: TextRange,
    /// What fits best has the lowest.
    pub rank: u8,
}

impl Analysis<'_> {
    /// What may be written at a place of a file.
    pub fn complete(&self, path: &str, offset: u32) -> Vec<Completion> {
        let Some(parsed) = self.files.get(path).map(|file| &file.parsed) else { return Vec::new() };
        let vocabulary = &self.policy.vocabulary;
        let text = &parsed.source.text;
        let Some(here) = context(vocabulary, text, &parsed.tree, offset) else { return Vec::new() };
        let kind = vocabulary.kind(here.kind);
        let offered = Offered { replace: here.replace, all: Vec::new() };
        match &here.wanted {
            Wanted::Keyword => self.keywords(kind, &parsed.tree, text, &here, offered),
            Wanted::Text { clause } => self.texts_of(kind, *clause, path, offered),
            Wanted::Value { .. } => self.values(kind, path, &here, offered),
        }
    }

    fn keywords(&self, block: &Kind, tree: &Tree, text: &str, here: &Context, mut offered: Offered) -> Vec<Completion> {
        let stated = |id: KindId| {
            let word = &self.policy.vocabulary.kind(id).word;
            let siblings = tree.statements.iter().filter(|statement| statement.parent == here.block && statement.keyword != here.replace);
            siblings.map(|statement| statement.keyword.of(text)).any(|other| other == word.as_str())
        };
        for (word, id) in &block.children {
            let kind = self.policy.vocabulary.kind(*id);
            if kind.one && stated(*id) {
                continue;
            }
            let about = self.texts.keywords.iter().find(|doc| doc.id == kind.id).map_or_else(String::new, |doc| doc.doc.to_string());
            offered.add(word, CompletionKind::Keyword, "keyword", &about, 1);
            if let Some(last) = offered.all.last_mut() {
                last.snippet = snippet(kind);
            }
        }
        offered.all
    }

    fn texts_of(&self, kind: &Kind, clause: Option<u16>, path: &str, mut offered: Offered) -> Vec<Completion> {
        let Some(spec) = spec_of(kind, clause) else { return Vec::new() };
        if kind.word == "use" && clause.is_none() && spec.takes(|atom| *atom == Atom::Text) && !cites(spec) {
            for other in self.files.keys().filter(|other| *other != path) {
                offered.add(&relative(path, other), CompletionKind::File, "file", "", 1);
            }
        }
        if cites(spec) {
            let register = self.law.provisions().map(|id| self.policy.register(id));
            for row in register.into_iter().flat_map(crate::policy::Register::rows) {
                let Some(label) = row.text("label") else { continue };
                // What is meant for the keyword comes first, what is no longer law last.
                let rank = if row.day("until").is_some() { 3 } else { u8::from(!row.has("role", &kind.word)) + 1 };
                offered.add(label, CompletionKind::Law, row.text("title").unwrap_or_default(), row.text("note").unwrap_or_default(), rank);
            }
        }
        offered.all
    }

    fn values(&self, kind: &Kind, path: &str, here: &Context, mut offered: Offered) -> Vec<Completion> {
        let Wanted::Value { clause, used, is_first, after_comma } = &here.wanted else { return Vec::new() };
        let spec = spec_of(kind, *clause);
        if *is_first || *after_comma {
            for atom in spec.into_iter().flat_map(|spec| &spec.atoms) {
                self.atom(atom, path, here, &mut offered);
            }
            if *is_first {
                offered.add("?", CompletionKind::Connective, "not answered yet", "It is reported as open, so that a draft stays honest.", 3);
            }
        }
        if *after_comma {
            return offered.all;
        }
        if *is_first && clause.is_none() && kind.topic {
            offered.add("none because \"\"", CompletionKind::Connective, "does not apply", "Say why between the quotation marks.", 3);
            offered.add("inherited", CompletionKind::Connective, "left to the parent agreement", "", 3);
        }
        let is_enough = !is_first || clause.is_none() && spec.is_none_or(|spec| spec.optional) || kind.item;
        for (index, other) in kind.clauses.iter().enumerate().filter(|(index, _)| is_enough && !used.contains(&(*index as u16))) {
            // The last two, `because` and `source`, may follow everything.
            let rank = if index + 2 < kind.clauses.len() { 2 } else { 4 };
            offered.add(&other.words, CompletionKind::Connective, "connective", "", rank);
        }
        offered.all
    }

    fn atom(&self, atom: &Atom, path: &str, here: &Context, offered: &mut Offered) {
        match atom {
            Atom::Word(list) => {
                for word in &self.policy.vocabulary.words.list(*list).words {
                    let means = self.word(*list, &word.id).map_or_else(String::new, |doc| doc.means.to_string());
                    offered.add(&word.id, CompletionKind::Word, &self.policy.vocabulary.words.list(*list).name, &means, 1);
                }
            }
            Atom::Ref(kinds) => {
                let names = self.shown(path, |model| names(model, here, kinds)).unwrap_or_default();
                for (name, keyword, label) in names {
                    offered.add(&name, CompletionKind::Name, &keyword, &label, 0);
                }
            }
            Atom::Hours => DAYS.iter().for_each(|day| offered.add(day, CompletionKind::Word, "opening hours", "", 1)),
            Atom::Text | Atom::Cite => offered.add("\"\"", CompletionKind::Connective, if *atom == Atom::Cite { "a citation of law" } else { "text" }, "", 2),
            Atom::Date | Atom::Period | Atom::Number | Atom::Name => {}
        }
    }
}

/// The list of what is offered.
struct Offered {
    replace: TextRange,
    all: Vec<Completion>,
}

impl Offered {
    fn add(&mut self, text: &str, kind: CompletionKind, detail: &str, about: &str, rank: u8) {
        if !self.all.iter().any(|known| known.text == text) {
            self.all.push(Completion { text: text.to_owned(), snippet: String::new(), kind, detail: detail.to_owned(), about: about.to_owned(), replace: self.replace, rank });
        }
    }
}

fn spec_of(kind: &Kind, clause: Option<u16>) -> Option<&ValueSpec> {
    clause.map_or(kind.values.as_ref(), |index| kind.clauses.get(index as usize).map(|clause| &clause.values))
}

/// Names of things, with their keywords and labels, that may be used in a block.
fn names(model: &Model<'_>, here: &Context, kinds: &[KindId]) -> Vec<(String, String, String)> {
    let block = block_node(model, here.block);
    let named = names_seen_from(model, block, &sees(&model.files), kinds);
    let told = named.into_iter().map(|(name, id)| {
        let node = model.node(id);
        let label = if node.label.is_empty() { String::new() } else { model.words_of(node.file, node.label).into_owned() };
        (name, model.kind(id).word.to_string(), label)
    });
    told.collect()
}

/// The node of a block of the first file.
fn block_node(model: &Model<'_>, block: u32) -> NodeId {
    let top = model.file_node(FileId(0));
    if block == NO_STATEMENT {
        return top;
    }
    let head = model.files[0].tree.statements[block as usize].head;
    model.subtree(top).skip(1).find(|id| model.node(*id).head == head).unwrap_or(top)
}

/// A thing with its name, label and block to fill in; a fact with its keyword.
fn snippet(kind: &Kind) -> String {
    match (kind.item || kind.block, kind.name) {
        (false, _) => String::new(),
        (true, NameRule::No) if !kind.item => format!("{} {{\n  $0\n}}", kind.word),
        (true, NameRule::No) => format!("{} \"${{1:Label}}\" {{\n  $0\n}}", kind.word),
        (true, _) => format!("{} ${{1:name}} \"${{2:Label}}\" {{\n  $0\n}}", kind.word),
    }
}
