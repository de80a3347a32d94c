//! A new name for a thing, in all files that call it. The change is tried first: it is made only when every place still means what it
//! meant.

use super::analysis::Analysis;
use super::place::{Edit, Place, edited};
use crate::source::TextRange;
use std::collections::BTreeMap;

impl Analysis<'_> {
    /// The name at a place that can be given anew.
    pub fn renamable(&self, path: &str, offset: u32) -> Option<TextRange> {
        self.thing_at(path, offset).map(|(_, range)| range)
    }

    /// The changes that give the thing at a place a new name, or why that cannot be done.
    pub fn rename(&self, path: &str, offset: u32, name: &str) -> Result<Vec<Edit>, String> {
        let Some((definition, _)) = self.thing_at(path, offset) else {
            return Err("nothing that has a name of its own stands here; put the cursor on a name".to_owned());
        };
        if !is_name(name) {
            return Err(format!("`{name}` is not a name: it begins with a letter and goes on with letters, digits and hyphens, such as `triage-nurse`"));
        }
        let mut places = self.calls_of(&definition);
        places.push(definition.clone());
        places.sort();
        let edits: Vec<Edit> = places.into_iter().map(|place| Edit { place, text: name.to_owned() }).collect();
        self.try_out(&definition, name, &edits)?;
        Ok(edits)
    }

    /// Makes the changes in files of its own and looks whether everything still means what it meant.
    fn try_out(&self, definition: &Place, name: &str, edits: &[Edit]) -> Result<(), String> {
        let mut by_file: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
        for edit in edits {
            by_file.entry(&edit.place.path).or_default().push(edit);
        }
        let mut trial = Analysis::new(self.policy, self.texts, self.today);
        let resting = self.uses.rest_on(&definition.path);
        for path in resting.iter().flat_map(|path| self.uses.bundle(path)) {
            if let (None, Some(text)) = (trial.text(&path), self.text(&path)) {
                let text = by_file.get(path.as_str()).map_or_else(|| text.to_owned(), |edits| edited(text, edits));
                trial.put(&path, text, None);
            }
        }
        let taken = || Err(format!("the name `{name}` would mean something else in some places, or is taken; choose another"));
        for path in &resting {
            if self.faults_of_names(path) != trial.faults_of_names(path) {
                return taken();
            }
        }
        let moved = by_file.get(definition.path.as_str()).map_or(0, |edits| edits.iter().filter(|edit| edit.place.range.start < definition.range.start).count());
        let old = definition.range.as_range().len();
        let start = definition.range.start as usize + moved * name.len() - moved * old;
        let place = Place { path: definition.path.clone(), range: TextRange::new(start, start + name.len()) };
        if trial.calls_of(&place).len() + 1 == edits.len() { Ok(()) } else { taken() }
    }

    /// How many things are wrong with the names of a file.
    fn faults_of_names(&self, path: &str) -> usize {
        self.model(path).map_or(0, |model| model.problems.len())
    }
}

/// Whether a text is one name.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
