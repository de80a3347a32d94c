//! From byte offsets to lines and columns, by binary search.

/// The unit in which a column is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Bytes of UTF-8.
    Bytes,
    /// Unicode scalar values: what people and compilers call a character.
    Characters,
    /// Code units of UTF-16, as editors count.
    Utf16,
}

/// Where each line of a text begins.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Indexes a text. A line ends with `\n`; a `\r` before it belongs to the line.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at as u32 + 1));
        LineIndex { starts }
    }

    /// The number of lines; an empty text has one.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// The line of an offset, from 0.
    pub fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// The first byte of a line, or the end of the text for a line past the last.
    pub fn start(&self, line: usize, text: &str) -> usize {
        self.starts.get(line).map_or(text.len(), |start| *start as usize)
    }

    /// The column of an offset in its line, from 0, in the unit asked for. An offset within a character counts as its start.
    pub fn column(&self, text: &str, offset: u32, unit: Column) -> usize {
        let start = self.starts[self.line_of(offset)] as usize;
        let mut end = (offset as usize).min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[start..end];
        match unit {
            Column::Bytes => before.len(),
            Column::Characters => before.chars().count(),
            Column::Utf16 => before.encode_utf16().count(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_in_three_units() {
        let text = "a\nnaïve 😀 x\n";
        let index = LineIndex::new(text);
        let at = text.find('x').expect("x is there") as u32;
        assert_eq!(index.line_of(at), 1);
        assert_eq!(index.column(text, at, Column::Bytes), 12);
        assert_eq!(index.column(text, at, Column::Characters), 8);
        assert_eq!(index.column(text, at, Column::Utf16), 9);
        assert_eq!(index.count(), 3);
    }
}
