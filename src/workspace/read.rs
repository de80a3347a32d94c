//! One file from disk to text, or the finding that says why not.

use super::discover::reason;
use super::revision::Revision;
use crate::diagnostic::{Diagnostic, Problem};
use crate::source::{FileId, MAX_FILE_BYTES, SourceFile, TextRange};
use crate::syntax::head;
use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Where files are read from.
#[derive(Clone, Copy)]
pub(super) enum Shelf<'a> {
    Disk,
    Revision(&'a Revision),
}

impl Shelf<'_> {
    /// Reads a file, as [`read_source`] does.
    pub(super) fn source(self, path: &str) -> (SourceFile, Option<Diagnostic>) {
        match self {
            Shelf::Disk => read_source(path),
            Shelf::Revision(revision) => {
                let read = revision.bytes(path).map(|bytes| if bytes.len() > MAX_FILE_BYTES { Err(bytes.len() as u64) } else { Ok(bytes) });
                source_of(path, read)
            }
        }
    }

    /// The head of a file that uses others, as [`read_head`] gives it.
    pub(super) fn head(self, path: &str, sure: bool) -> Option<String> {
        match self {
            Shelf::Disk => read_head(path, sure),
            Shelf::Revision(_) => {
                let text = self.source(path).0.text.clone();
                (!head(&text).0.is_empty()).then_some(text)
            }
        }
    }

    /// Whether there is a file.
    pub(super) fn has(self, path: &str) -> bool {
        match self {
            Shelf::Disk => Path::new(path).exists(),
            Shelf::Revision(revision) => revision.has(path),
        }
    }
}

/// Reads a file. When it cannot be read, the file that comes back is empty, or as far as it is text, and the finding says why.
pub fn read_source(path: &str) -> (SourceFile, Option<Diagnostic>) {
    let mut bytes = Vec::new();
    let read = fs::metadata(path).and_then(|meta| {
        if !meta.is_file() {
            // A pipe would be waited for; a folder has no text.
            return Err(if meta.is_dir() { io::ErrorKind::IsADirectory.into() } else { io::Error::other("it is not a file") });
        }
        let length = meta.len();
        let mut file = fs::File::open(path)?;
        if length > MAX_FILE_BYTES as u64 {
            return Ok(Err(length));
        }
        bytes.reserve_exact(length as usize + 1);
        // One byte more than is allowed, so that a file that grows is noticed too.
        file.by_ref().take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
        Ok(if bytes.len() > MAX_FILE_BYTES { Err(bytes.len() as u64) } else { Ok(bytes) })
    });
    source_of(path, read)
}

/// A file of what was read of it, or of how long it is when that is too long.
fn source_of(path: &str, read: io::Result<Result<Vec<u8>, u64>>) -> (SourceFile, Option<Diagnostic>) {
    let fault = |code, rule, headline: String, help: &str| Problem::new(code, rule, headline, TextRange::new(0, 0)).helping(help).in_file(FileId(0));
    match read {
        Err(error) => {
            let code = if error.kind() == std::io::ErrorKind::NotFound { ("IO-01", "file-missing") } else { ("IO-02", "file-unreadable") };
            let problem = fault(code.0, code.1, format!("`{path}` cannot be read: {}", reason(&error)), "Check the path, and that you may read the file.");
            (SourceFile::new(path, ""), Some(problem))
        }
        Ok(Err(length)) => {
            let headline = format!("`{path}` is too large: {} MB, where {} MB is the most", length / 1_000_000, MAX_FILE_BYTES / 1_048_576);
            (SourceFile::new(path, ""), Some(fault("IO-03", "file-too-large", headline, "An agreement is a few dozen kilobytes. Is this the right file? Split it if it is.")))
        }
        Ok(Ok(bytes)) => text(path, bytes),
    }
}

/// How much of a file is read to see what it uses.
const HEAD: usize = 2048;

/// The head of a file that uses others: as much as shows which. Nothing when it uses none, or cannot be read, which is told when it
/// is judged. A pipe would be waited for, so what is not known to be a file (`sure`) is asked for first.
pub(super) fn read_head(path: &str, sure: bool) -> Option<String> {
    if !sure && !fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut buffer = [0; HEAD];
    let mut file = fs::File::open(path).ok()?;
    let mut length = 0;
    while length < HEAD {
        match file.read(&mut buffer[length..]).ok()? {
            0 => break,
            more => length += more,
        }
    }
    let mut bytes = &buffer[..length];
    if length == HEAD {
        // The last line may go on behind what was read.
        bytes = &bytes[..memchr::memrchr(b'\n', bytes).unwrap_or(0)];
    }
    // Text as a rule, which is seen faster than text with faults is mended.
    let text = std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed);
    let (uses, ended) = head(&text);
    match (uses.is_empty(), ended || length < HEAD) {
        (true, true) => None,
        (false, true) => Some(text.into_owned()),
        (_, false) => Some(read_source(path).0.text.clone()),
    }
}

fn text(path: &str, bytes: Vec<u8>) -> (SourceFile, Option<Diagnostic>) {
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            // A byte-order mark is what some editors put before UTF-8; it is no part of the text.
            if text.starts_with('\u{FEFF}') {
                text.drain(..'\u{FEFF}'.len_utf8());
            }
            (SourceFile::new(path, text), None)
        }
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let line = memchr::memchr_iter(b'\n', &bytes[..good]).count() + 1;
            let (headline, help) = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
                (
                    format!("`{path}` is a Word or other office document, not plain text"),
                    "Sharewright reads plain text files that end in .isa, .sop or .disclosure. Copy the text into one; docs/language.md shows how it is written.",
                )
            } else if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
                (format!("`{path}` is not UTF-8 text: it is saved as UTF-16"), "Save it again as UTF-8 (in Notepad: Save As, Encoding, UTF-8).")
            } else {
                (
                    format!("`{path}` is not UTF-8 text from line {line} on (byte {good})"),
                    "Save it again as UTF-8 (in Notepad: Save As, Encoding, UTF-8; in Word: Save As, Plain Text, Other encoding, Unicode UTF-8).",
                )
            };
            // None of it is checked: half a file would be blamed for what the other half says.
            let problem = Problem::new("IO-04", "file-not-utf8", headline, TextRange::new(0, 0)).helping(help).in_file(FileId(0));
            (SourceFile::new(path, ""), Some(problem))
        }
    }
}
