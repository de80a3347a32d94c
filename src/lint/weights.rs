//! What findings weigh here: severities that local settings give to rules, in the place of those of the packs.

use super::run::Checked;
use crate::diagnostic::Severity;
use rustc_hash::FxHashMap;

/// The severity that a setting gives to a rule or a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weight {
    /// What its pack says.
    pub usual: Severity,
    /// What the setting says.
    pub here: Severity,
}

impl Weight {
    /// What a finding weighs. A question that is answered in part weighs a step less than one that is not answered, here too.
    fn of(self, found: Severity) -> Severity {
        if found == self.usual { self.here } else { self.here.lowered() }
    }
}

/// Whether a file is meant.
type Files = Box<dyn Fn(&str) -> bool>;

/// The weights of a run: later ones take the place of earlier ones.
#[derive(Default)]
pub struct Weights(Vec<(Option<Files>, FxHashMap<String, Weight>)>);

impl Weights {
    /// Adds weights by code, for some files or for all.
    pub fn add(&mut self, files: Option<Files>, weights: FxHashMap<String, Weight>) {
        if !weights.is_empty() {
            self.0.push((files, weights));
        }
    }

    /// Gives its weight to each finding of the documents of a file. What the tool finds without a rule weighs the same everywhere.
    pub fn apply(&self, checked: &mut Checked) {
        if self.0.is_empty() {
            return;
        }
        let path = checked.files.first().map_or("", |file| file.path.as_str());
        let meant: Vec<_> = self.0.iter().filter(|(files, _)| files.as_ref().is_none_or(|files| files(path))).map(|(_, weights)| weights).collect();
        for finding in checked.documents.iter_mut().flat_map(|document| &mut document.findings) {
            if let Some(weight) = meant.iter().rev().find_map(|weights| weights.get(finding.code.as_str())) {
                finding.severity = weight.of(finding.severity);
            }
        }
    }
}
