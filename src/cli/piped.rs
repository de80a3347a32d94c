//! What comes in on standard input, for the commands that take `-` for a path.

use super::fault::Fault;
use crate::source::MAX_FILE_BYTES;
use std::io::Read;

/// The path that means standard input.
pub(super) const STDIN: &str = "-";

/// What a text is called that has no path.
pub(super) const NAMELESS: &str = "standard input";

/// The text that comes in, when `-` is the path. It must be the only one.
pub(super) fn piped(paths: &[String]) -> Result<Option<String>, Fault> {
    match paths {
        [only] if only == STDIN => text().map(Some),
        _ if paths.iter().any(|path| path == STDIN) => Err(Fault::new("`-` stands among other paths", "Give `-` alone to read what comes in on standard input.")),
        _ => Ok(None),
    }
}

fn text() -> Result<String, Fault> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Fault::new(&format!("standard input cannot be read: {error}"), "Nothing was done."))?;
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Fault::new("what comes in on standard input is too large", "An agreement is a few dozen kilobytes."));
    }
    let mut text = String::from_utf8(bytes).map_err(|_| Fault::new("what comes in on standard input is not UTF-8 text", "Save it as UTF-8 and try again."))?;
    // A byte-order mark is no part of the text.
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    Ok(text)
}
