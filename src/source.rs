//! Files as the tool sees them: ids, byte ranges, lines and columns.
//!
//! Nothing here reads a file: text is handed in by `workspace`. Nothing here knows the language either.
//! Offsets are bytes from the start of the file in `u32`, which is why [`MAX_FILE_BYTES`] exists.

mod digest;
mod lines;
mod mask;
mod shelf;
mod table;
mod text;

pub use digest::{digest, sha256};
pub use lines::{Column, LineIndex};
pub use mask::masked;
pub use shelf::Shelf;
pub use table::Table;
pub use text::Text;

use std::ops::Range;
use std::sync::OnceLock;

/// The largest file that is read, in bytes. An agreement is 5 to 50 kB; a larger file than this is a mistake,
/// and byte offsets must fit in `u32`.
pub const MAX_FILE_BYTES: usize = 8 * 1024 * 1024;

/// A file of one run or one bundle: an index into [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct FileId(pub u32);

/// Bytes `start..end` of one text, without saying which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct TextRange {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl TextRange {
    /// A range from two offsets.
    pub fn new(start: usize, end: usize) -> Self {
        TextRange { start: start as u32, end: end as u32 }
    }

    /// The same, as a range that indexes text.
    pub fn as_range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text that it covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.as_range()]
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A range in a named file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Span {
    /// Which file.
    pub file: FileId,
    /// Which bytes of it.
    pub range: TextRange,
}

/// One file: the path as the user gave it (with `/`), and its text.
#[derive(Debug)]
pub struct SourceFile {
    /// The path that is shown, with forward slashes on every system.
    pub path: String,
    /// The text, without a byte-order mark.
    pub text: String,
    lines: OnceLock<LineIndex>,
    shown: OnceLock<String>,
}

impl SourceFile {
    /// A file from its path and text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        SourceFile { path: path.into(), text: text.into(), lines: OnceLock::new(), shown: OnceLock::new() }
    }

    /// The text as it is shown, made once: the same length as the text, byte for byte.
    pub fn shown(&self, make: impl FnOnce(&str) -> String) -> &str {
        self.shown.get_or_init(|| make(&self.text))
    }

    /// The line index, built when first asked for.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// Line and column, both from 1, of a byte offset. The column counts characters.
    pub fn line_column(&self, offset: u32) -> (usize, usize) {
        let lines = self.lines();
        let line = lines.line_of(offset);
        (line + 1, lines.column(&self.text, offset, Column::Characters) + 1)
    }
}

/// The files that spans of a finding may point into.
pub trait Sources {
    /// The file with this id. Panics when the id is not of this set.
    fn file(&self, id: FileId) -> &SourceFile;
}

impl Sources for [std::sync::Arc<SourceFile>] {
    fn file(&self, id: FileId) -> &SourceFile {
        &self[id.0 as usize]
    }
}

impl Sources for Vec<std::sync::Arc<SourceFile>> {
    fn file(&self, id: FileId) -> &SourceFile {
        &self[id.0 as usize]
    }
}
