//! The law that a record rests on, as the register writes it. What the asker relies on is not part of it.

use crate::law::Law;
use crate::lint::written::texts_of;
use crate::model::{Model, NodeId};

/// Statements of a record that say what it rests on.
const STATEMENTS: [&str; 7] = ["basis", "condition", "offence-condition", "power", "exemption", "statutory-duty", "confidence"];

/// One citation of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawOf {
    /// The keyword, or the connective: `basis`, `with`.
    pub keyword: String,
    /// The usual way to write it; nothing when the register does not have it. The text of the record itself is not shown.
    pub canonical: Option<String>,
    /// As the record writes it: looked into, never shown.
    pub(super) written: String,
    /// The entries of the register.
    pub(super) provisions: Vec<u32>,
}

/// What a record cites.
pub(super) fn cited(model: &Model<'_>, law: &Law<'_>, record: NodeId) -> Vec<LawOf> {
    let statements = STATEMENTS.iter().flat_map(|word| model.children_named(record, word));
    let texts = statements.flat_map(|statement| model.subtree(*statement)).flat_map(|node| texts_of(model, node).filter(|text| text.is_citation).map(move |text| (node, text)));
    let mut found = Vec::new();
    for (node, text) in texts {
        let written = model.words_of(model.node(node).file, text.range).into_owned();
        for cited in law.cited(&written).iter() {
            let canonical = Some(law.canonical(cited)).filter(|canonical| !canonical.is_empty());
            found.push(LawOf { keyword: text.after.to_owned(), canonical, written: written.clone(), provisions: cited.provisions.clone() });
        }
    }
    found
}

impl LawOf {
    /// Whether it is the law that somebody asks for: the same provision, or a text that has the words in it.
    pub(super) fn is(&self, wanted: &str, provisions: &[u32]) -> bool {
        let has = |text: &str| text.to_lowercase().contains(&wanted.to_lowercase());
        self.provisions.iter().any(|provision| provisions.contains(provision)) || self.canonical.as_deref().is_some_and(has) || has(&self.written)
    }
}
