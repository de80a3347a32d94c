//! What stands at a place of a text: digits, what parts groups of digits, and where a word begins and ends.

use std::ops::Range;

/// How many bytes the separator at a place has: a space, a hyphen or a dash, also one that does not break. 0 where there is none.
pub(super) fn separator(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(b' ' | b'-') => 1,
        Some(byte) if !byte.is_ascii() => text[at..].chars().next().filter(|c| is_separator(*c)).map_or(0, char::len_utf8),
        _ => 0,
    }
}

/// How many bytes the separator before a place has.
pub(super) fn separator_before(text: &str, at: usize) -> usize {
    before(text, at).filter(|c| is_separator(*c)).map_or(0, char::len_utf8)
}

fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '\u{A0}' | '\u{2009}' | '\u{2010}'..='\u{2015}' | '\u{202F}')
}

/// Where the digits that begin at a place end.
pub(super) fn digits_end(text: &str, at: usize) -> usize {
    at + text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Where groups of so many digits end that begin at a place, with one separator between two.
pub(super) fn groups_end(text: &str, start: usize, lengths: &[usize]) -> Option<usize> {
    let mut at = start;
    for (place, length) in lengths.iter().enumerate() {
        if place > 0 {
            match separator(text, at) {
                0 => return None,
                width => at += width,
            }
        }
        let end = digits_end(text, at);
        if end - at != *length {
            return None;
        }
        at = end;
    }
    Some(at)
}

/// The number that some digits make; of very many, the largest that there is.
pub(super) fn number(text: &str, range: Range<usize>) -> u32 {
    text.as_bytes()[range].iter().fold(0, |number: u32, digit| number.saturating_mul(10).saturating_add(u32::from(digit - b'0')))
}

/// The character before a place.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character at a place.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// Whether no letter and no digit stands directly before one place and after the other.
pub(super) fn is_apart(text: &str, range: &Range<usize>) -> bool {
    !before(text, range.start).is_some_and(char::is_alphanumeric) && !after(text, range.end).is_some_and(char::is_alphanumeric)
}

/// Whether a place lies in the address of a page: within characters without space or quotation mark that hold `://` or begin with `www.`.
pub(super) fn in_web_address(text: &str, at: usize) -> bool {
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\u{201C}' | '\u{201D}');
    let start = text[..at].rfind(ends).map_or(0, |space| space + text[space..].chars().next().map_or(1, char::len_utf8));
    let word = &text[start..at];
    word.contains("://") || word.trim_start_matches(['(', '[']).starts_with("www.")
}

/// The part of a line before a place that is worth reading: no more than so many bytes.
pub(super) fn line_before(text: &str, at: usize, most: usize) -> &str {
    let mut start = at.saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let near = &text[start..at];
    near.rfind('\n').map_or(near, |line| &near[line + 1..])
}

/// The part of a line from a place on that is worth reading: no more than so many bytes.
pub(super) fn line_after(text: &str, at: usize, most: usize) -> &str {
    let mut end = (at + most).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let near = &text[at..end];
    near.find('\n').map_or(near, |line| &near[..line])
}
