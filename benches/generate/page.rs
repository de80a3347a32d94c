//! The text of a file as it grows, a statement a line.

/// A growing text.
#[derive(Default)]
pub struct Page {
    text: String,
    depth: usize,
}

impl Page {
    /// A statement.
    pub fn line(&mut self, statement: &str) {
        self.text.extend(std::iter::repeat_n("  ", self.depth));
        self.text.push_str(statement);
        self.text.push('\n');
    }

    /// A statement that opens a block.
    pub fn open(&mut self, head: &str) {
        self.line(&format!("{head} {{"));
        self.depth += 1;
    }

    /// The end of a block.
    pub fn close(&mut self) {
        self.depth -= 1;
        self.line("}");
    }

    /// A blank line, and a heading as people write them.
    pub fn heading(&mut self, heading: &str) {
        self.text.push('\n');
        self.line(&format!("# --- {heading}"));
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
