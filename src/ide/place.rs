//! Places in files that are known by their paths, and changes to them.

use crate::source::TextRange;

/// A range of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path of the file.
    pub path: String,
    /// Which bytes of it.
    pub range: TextRange,
}

/// A change to a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced.
    pub place: Place,
    /// What is put there.
    pub text: String,
}

/// A text with some changes made to it. Changes that touch each other are made as far as they can be: the first of them.
pub(super) fn edited(text: &str, edits: &[&Edit]) -> String {
    let mut ordered: Vec<&&Edit> = edits.iter().collect();
    ordered.sort();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in ordered {
        let range = edit.place.range.as_range();
        if range.start >= at {
            out.push_str(&text[at..range.start]);
            out.push_str(&edit.text);
            at = range.end;
        }
    }
    out.push_str(&text[at..]);
    out
}
