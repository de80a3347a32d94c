//! Text that may come from anywhere, made safe for a terminal: no control characters, no marks that reverse the reading order.
//! Each replacement is as long as what it replaces, so that spans stay true.

use std::borrow::Cow;

/// The text with dangerous characters replaced.
pub fn safe(text: &str) -> Cow<'_, str> {
    let bad = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    // Most text is plain, and that is seen fastest when no byte is waited for.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    if text.bytes().fold(true, |all, byte| all & is_plain(byte)) || !text.contains(bad) {
        return Cow::Borrowed(text);
    }
    let replace = |c: char| match c {
        c if !bad(c) => c,
        '\r' => ' ',
        c if c.is_ascii() => '?',
        c if c.len_utf8() == 2 => '\u{BF}',
        _ => '\u{FFFD}',
    };
    Cow::Owned(text.chars().map(replace).collect())
}

/// The same on one line: a name or a headline cannot begin a line of its own in a report.
pub fn safe_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\t']) { Cow::Owned(safe(text).replace(['\n', '\t'], " ")) } else { safe(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_replaced_byte_for_byte() {
        for text in ["a\u{1b}[31m", "x\u{202E}y", "x\u{85}y", "line\r\n"] {
            let safe = safe(text);
            assert_eq!(safe.len(), text.len());
            assert!(!safe.contains(['\u{1b}', '\u{202E}', '\u{85}', '\r']));
        }
    }
}
