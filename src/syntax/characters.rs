//! Characters that have no place in an agreement: control characters and marks that reverse the reading order.

use crate::diagnostic::Problem;
use crate::source::TextRange;

/// At most this many are reported for one file, so that a binary file gives a page and not a book.
const MOST_REPORTED: usize = 10;

/// Reports control characters and direction overrides, which can make a text read otherwise than it is stored.
pub(super) fn check(text: &str, problems: &mut Vec<Problem>) {
    let bytes = text.as_bytes();
    let has_control = bytes.iter().any(|byte| is_control(*byte)) || memchr::memmem::find(bytes, b"\xC2").is_some();
    let has_mark = memchr::memchr(0xE2, bytes).is_some();
    if !has_control && !has_mark {
        return;
    }
    let mut strange = text.char_indices().filter(|(_, c)| is_hidden(*c));
    for (at, c) in strange.by_ref().take(MOST_REPORTED) {
        let range = TextRange::new(at, at + c.len_utf8());
        problems.push(
            Problem::new("SYN-02", "hidden-character", format!("a hidden character (U+{:04X}) stands in the text", c as u32), range)
                .helping("Delete it: what people read must be what is stored.")
                .fixing("remove it", range, ""),
        );
    }
    let more = strange.count();
    if more > 0
        && let Some(last) = problems.last().map(|problem| problem.range)
    {
        problems.push(Problem::new("SYN-02", "hidden-character", format!("{more} more hidden characters are not shown"), last).helping("Is this file text? Delete them all."));
    }
}

/// Whether a character has no place in an agreement.
pub(super) fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r')) || is_override(c)
}

fn is_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7F
}

fn is_override(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
