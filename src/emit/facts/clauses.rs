//! Where a finding stands in a paper as people hold it: the number and the heading of the clause.

use super::Facts;
use crate::emit::document::{Block, Document, plain};
use crate::model::NodeId;
use crate::source::FileId;
use std::collections::BTreeMap;

/// What the names of sections begin with that are called by a keyword.
const SECTION: &str = "isa.";

/// The numbered places of a paper by the names of the statements that they state.
pub struct Clauses {
    named: BTreeMap<String, String>,
}

impl Clauses {
    /// Those of one paper. Where several clauses state things of one name, the name stands for the section of the first.
    pub fn of(document: &Document) -> Self {
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        let mut single: BTreeMap<&str, Option<String>> = BTreeMap::new();
        let mut section = String::new();
        let mut title = String::new();
        for block in &document.blocks {
            match block {
                Block::Heading { name, number, text, .. } if !number.is_empty() => {
                    title = plain(text);
                    section = told(number, &title);
                    named.entry(name.clone()).or_insert_with(|| section.clone());
                }
                Block::Clause { name, number, .. } if !number.is_empty() && !name.is_empty() => {
                    let clause = told(number, &title);
                    let known = single.entry(name).or_insert_with(|| Some(clause.clone()));
                    if known.as_ref().is_some_and(|known| *known != clause) {
                        *known = None;
                    }
                    named.entry(name.clone()).or_insert_with(|| section.clone());
                }
                Block::Prompt { name, .. } if !name.is_empty() && !section.is_empty() => {
                    named.entry(name.clone()).or_insert_with(|| section.clone());
                }
                _ => {}
            }
        }
        named.extend(single.into_iter().filter_map(|(name, clause)| Some((name.to_owned(), clause?))));
        Clauses { named }
    }
}

fn told(number: &str, title: &str) -> String {
    format!("clause {number} ({title})")
}

impl Facts<'_> {
    /// The clause that states what stands at a place of the source, or what is around it; nothing where the paper has none.
    pub fn clause_at<'c>(&self, clauses: &'c Clauses, file: FileId, offset: u32) -> Option<&'c str> {
        let mut around = vec![self.model.file_node(file)];
        while let Some(inner) = around.last().and_then(|node| self.holding(*node, offset)) {
            around.push(inner);
        }
        let named = |name: &str| clauses.named.get(name).map(String::as_str);
        let stated = around[1..].iter().rev().find_map(|node| named(&self.path(*node)));
        // A table states many things without a name: those of one keyword stand in one section.
        stated.or_else(|| around.get(2).and_then(|node| named(&[SECTION, &self.model.kind(*node).word].concat())))
    }

    /// The statement of a block at a place.
    fn holding(&self, block: NodeId, offset: u32) -> Option<NodeId> {
        self.model.all_children(block).iter().copied().find(|child| {
            let whole = self.model.node(*child).whole;
            whole.start <= offset && offset < whole.end
        })
    }
}
