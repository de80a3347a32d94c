//! What the register says of the law that a text cites.

use super::analysis::Analysis;
use crate::emit::ProvisionView;
use crate::law::Cited;
use crate::model::Atom;
use crate::model::{Model, NodeId, Value, ValueSpec};
use crate::source::{FileId, TextRange};
use std::sync::Arc;

/// A text that stands where law is cited.
pub(super) struct Citing {
    /// The text with its quotation marks.
    pub(super) range: TextRange,
    /// What it cites.
    pub(super) cited: Arc<[Cited]>,
    /// The words without the quotation marks, where they stand in the file as they are.
    words: Option<TextRange>,
}

impl Citing {
    /// Where one citation of the text stands in the file: all the words, where they cite nothing else.
    pub(super) fn place(&self, cited: &Cited) -> TextRange {
        match self.words {
            None => self.range,
            Some(words) if self.cited.len() == 1 => words,
            Some(words) => TextRange { start: words.start + cited.range.start as u32, end: words.start + cited.range.end as u32 },
        }
    }
}

impl Analysis<'_> {
    /// What a text of the first file of a model cites.
    pub(super) fn citing(&self, model: &Model<'_>, range: TextRange) -> Citing {
        let words = model.words_of(FileId(0), range);
        let start = range.of(model.text(FileId(0))).find(words.as_ref()).map(|at| range.start as usize + at);
        Citing { range, cited: self.law.cited(&words), words: start.map(|start| TextRange::new(start, start + words.len())) }
    }

    /// The entries of the register for one citation.
    pub(super) fn provisions(&self, cited: &Cited) -> Vec<ProvisionView> {
        let Some(register) = self.law.provisions().map(|id| self.policy.register(id)) else { return Vec::new() };
        let today = self.today.to_string();
        cited.provisions.iter().map(|entry| ProvisionView::new(register, register.entry(*entry), &self.law.canonical(cited), &today)).collect()
    }
}

/// Whether law is cited in a place.
pub(super) fn cites(spec: &ValueSpec) -> bool {
    spec.takes(|atom| matches!(atom, Atom::Cite))
}

/// The texts of a statement that stand where law is cited.
pub(super) fn citations(model: &Model<'_>, id: NodeId) -> Vec<TextRange> {
    let kind = model.kind(id);
    let own = kind.values.as_ref().filter(|spec| cites(spec)).map_or(&[][..], |_| model.values(id));
    let clauses = model.clauses(id).iter().filter(|clause| cites(&kind.clauses[clause.index as usize].values));
    let all = own.iter().chain(clauses.flat_map(|clause| model.clause_values(clause)));
    all.filter_map(|value| if let Value::Text(range) = value { Some(*range) } else { None }).collect()
}

/// When a provision is law, in words.
pub(super) fn dates(view: &ProvisionView) -> String {
    let day = |column: &str| view.entry.get(column).map(String::as_str);
    match (view.standing.as_str(), day("from"), day("until")) {
        ("not yet", Some(from), _) => format!("not law before {from}"),
        ("no longer", _, Some(until)) => {
            let instead = day("instead").map_or_else(String::new, |instead| format!("; now {instead}"));
            format!("no longer law since {until}{instead}")
        }
        (_, Some(from), Some(until)) => format!("law from {from}, until {until}"),
        (_, Some(from), None) => format!("law since {from}"),
        (_, None, Some(until)) => format!("law until {until}"),
        _ => "in force".to_owned(),
    }
}
