//! From byte offsets to the lines and columns of the protocol, and back. There a line also ends with a lone carriage return, which is why
//! the index of `source` does not do.

use crate::source::TextRange;
use lsp_types::{Position, PositionEncodingKind, Range};

/// The unit in which columns are counted; client and server agree on it at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Code units of UTF-16.
    Utf16,
}

impl Encoding {
    /// How the protocol calls it.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16 => c.len_utf16(),
        }
    }
}

/// Where each line begins, and where its words end.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    encoding: Encoding,
    lines: Vec<TextRange>,
}

impl Lines {
    /// The lines of a text.
    pub(super) fn new(text: &str, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let mut lines = Vec::new();
        let mut start = 0;
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\n' && at > 0 && bytes[at - 1] == b'\r' {
                start = at + 1;
                continue;
            }
            lines.push(TextRange::new(start, at));
            start = at + 1;
        }
        lines.push(TextRange::new(start, text.len()));
        // A line after `\r\n` begins behind both.
        Lines { encoding, lines }
    }

    /// Follows a change within one line that puts no line end in; whether it is such a change.
    pub(super) fn moved(&mut self, range: TextRange, text: &str) -> bool {
        let line = self.lines.partition_point(|line| line.start <= range.start).saturating_sub(1);
        if range.end > self.lines[line].end || text.contains(['\n', '\r']) {
            return false;
        }
        let further = |place: u32| place - (range.end - range.start) + text.len() as u32;
        self.lines[line].end = further(self.lines[line].end);
        for line in &mut self.lines[line + 1..] {
            *line = TextRange { start: further(line.start), end: further(line.end) };
        }
        true
    }

    /// The byte of a position. A line past the last is the end of the text, a column past the last the end of its line; a column within a
    /// character is its start.
    pub(super) fn offset(&self, text: &str, position: Position) -> u32 {
        let Some(line) = self.lines.get(position.line as usize) else { return text.len() as u32 };
        let mut left = position.character as usize;
        let mut at = line.start;
        for c in line.of(text).chars() {
            let width = self.encoding.width(c);
            if left < width {
                break;
            }
            left -= width;
            at += c.len_utf8() as u32;
        }
        at
    }

    /// The position of a byte.
    pub(super) fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.lines.partition_point(|line| line.start <= offset).saturating_sub(1);
        let range = self.lines[line];
        let mut end = offset.min(range.end) as usize;
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[range.start as usize..end.max(range.start as usize)];
        let character = match self.encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.chars().map(char::len_utf16).sum(),
        };
        Position { line: line as u32, character: character as u32 }
    }

    /// A range of bytes.
    pub(super) fn range(&self, text: &str, range: TextRange) -> Range {
        Range { start: self.position(text, range.start), end: self.position(text, range.end) }
    }

    /// A range of the protocol.
    pub(super) fn bytes(&self, text: &str, range: Range) -> TextRange {
        let (start, end) = (self.offset(text, range.start), self.offset(text, range.end));
        TextRange { start: start.min(end), end: start.max(end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_and_every_place_leads_back() {
        let text = "a\r\nb😀c\rd\n\né\r";
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            let lines = Lines::new(text, encoding);
            assert_eq!(lines.lines.len(), 6);
            for (at, c) in text.char_indices().filter(|(_, c)| !matches!(c, '\r' | '\n')) {
                let position = lines.position(text, at as u32);
                assert_eq!(lines.offset(text, position), at as u32, "{c:?} in {encoding:?}");
            }
        }
        assert_eq!(Lines::new(text, Encoding::Utf16).position(text, 8), Position { line: 1, character: 3 });
        assert_eq!(Lines::new(text, Encoding::Utf8).position(text, 8), Position { line: 1, character: 5 });
    }

    #[test]
    fn positions_outside_are_brought_inside() {
        let text = "a😀\nb";
        let lines = Lines::new(text, Encoding::Utf16);
        for (line, character, offset) in [(0, 2, 1), (0, 99, 5), (9, 0, 7), (1, 5, 7)] {
            assert_eq!(lines.offset(text, Position { line, character }), offset);
        }
    }
}
