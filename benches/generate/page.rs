//! The text of a file as it grows, a statement a line.

/// A growing text.
pub struct Page {
    text: String,
    depth: usize,
    width: usize,
}

impl Page {
    /// An empty page. Writers like values to stand under each other, each at a distance of their own: `width`.
    pub fn new(width: usize) -> Self {
        Page { text: String::new(), depth: 0, width }
    }

    /// A fact.
    pub fn line(&mut self, statement: &str) {
        match statement.split_once(' ') {
            Some((keyword, values)) if !keyword.is_empty() => self.put(&format!("{keyword:width$} {values}", width = self.width)),
            _ => self.put(statement),
        }
    }

    /// A line as it is.
    pub fn put(&mut self, line: &str) {
        self.text.extend(std::iter::repeat_n("  ", self.depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A statement that opens a block.
    pub fn open(&mut self, head: &str) {
        self.put(&format!("{head} {{"));
        self.depth += 1;
    }

    /// The end of a block.
    pub fn close(&mut self) {
        self.depth -= 1;
        self.put("}");
    }

    /// A blank line, and a heading as people write them.
    pub fn heading(&mut self, heading: &str) {
        self.text.push('\n');
        self.put(&format!("# --- {heading}"));
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// The text.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// Names as the language wants them: `a, b`.
pub fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    names.into_iter().collect::<Vec<_>>().join(", ")
}
