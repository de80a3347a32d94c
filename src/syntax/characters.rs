//! Characters that have no place in an agreement: control characters and marks that reverse the reading order.

use crate::diagnostic::Problem;
use crate::source::TextRange;

/// How many bytes are looked at in one step.
const CHUNK: usize = 256;

/// At most this many are reported for one file, so that a binary file gives a page and not a book.
const MOST_REPORTED: usize = 10;

/// Reports control characters and direction overrides, which can make a text read otherwise than it is stored.
pub(super) fn check(text: &str, problems: &mut Vec<Problem>) {
    if !may_hide(text.as_bytes()) {
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

/// Whether a hidden character is among these bytes: most texts have none, and are not read character by character.
fn may_hide(bytes: &[u8]) -> bool {
    // Without an end in the middle of a chunk, many bytes are looked at in one step.
    let has_control = bytes.chunks(CHUNK).any(|chunk| chunk.iter().fold(false, |found, byte| found | is_control(*byte)));
    let after = |first: u8, then: fn(&[u8]) -> bool| memchr::memchr_iter(first, bytes).any(|at| then(&bytes[at + 1..]));
    has_control || after(0xC2, |rest| matches!(rest, [0x80..=0x9F, ..])) || after(0xE2, |rest| matches!(rest, [0x80, 0xAA..=0xAE, ..] | [0x81, 0xA6..=0xA9, ..]))
}

fn is_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7F
}

fn is_override(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_tell_of_every_hidden_character_and_of_no_other() {
        for c in (0..=0x2_FFFF).filter_map(char::from_u32) {
            let text = format!("note \"a{c}b\"");
            assert_eq!(may_hide(text.as_bytes()), is_hidden(c), "U+{:04X}", c as u32);
        }
    }
}
