//! The documents that are open in the editor: what it says is their text, whatever the disk says.

use super::lines::{Encoding, Lines};
use lsp_types::{TextDocumentContentChangeEvent, Uri};

/// A document that is open.
#[derive(Debug)]
pub(super) struct Document {
    /// Its address, as the client writes it.
    pub(super) uri: Uri,
    /// Its version, as the client counts.
    pub(super) version: i32,
    /// Its text.
    pub(super) text: String,
    /// Its lines.
    pub(super) lines: Lines,
}

impl Document {
    /// A document as it is opened.
    pub(super) fn new(uri: Uri, version: i32, text: String, encoding: Encoding) -> Self {
        let lines = Lines::new(&text, encoding);
        Document { uri, version, text, lines }
    }

    /// Makes changes, each to what the one before left.
    pub(super) fn change(&mut self, version: i32, changes: Vec<TextDocumentContentChangeEvent>, encoding: Encoding) {
        self.version = version;
        for change in changes {
            match change.range {
                Some(range) => {
                    let range = self.lines.bytes(&self.text, range);
                    self.text.replace_range(range.as_range(), &change.text);
                    if self.lines.moved(range, &change.text) {
                        continue;
                    }
                }
                None => self.text = change.text,
            }
            self.lines = Lines::new(&self.text, encoding);
        }
    }
}
