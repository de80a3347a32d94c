//! Marks within a line: `**strong**`, `_stressed_`, `` `code` ``, `[text](target)`, `[[what is missing]]`.

use super::super::document::{DATA_BREAK, DATA_END, DATA_START, Inline, Inlines};

/// Reads the marks of a line. Text between the data characters is taken as it is; a mark that is not closed is text.
pub(super) fn inlines(line: &str) -> Inlines {
    let tokens: Vec<char> = line.chars().collect();
    let mut reader = Reader { tokens: &tokens, at: 0 };
    reader.until(None)
}

/// Text without marks: data characters taken out.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(*c, DATA_START | DATA_END)).map(|c| if c == DATA_BREAK { '\n' } else { c }).collect()
}

/// Text for a place that has no marks, such as a title: what nobody has said yet stands in single brackets, as it is read elsewhere.
pub(super) fn unmarked(text: &str) -> String {
    let mut out = String::new();
    let mut in_data = false;
    for c in text.chars() {
        match c {
            DATA_START | DATA_END => in_data = c == DATA_START,
            '[' | ']' if !in_data && out.ends_with(c) => {}
            DATA_BREAK => out.push('\n'),
            c => out.push(c),
        }
    }
    out
}

struct Reader<'t> {
    tokens: &'t [char],
    at: usize,
}

impl Reader<'_> {
    fn starts(&self, mark: &str) -> bool {
        mark.chars().enumerate().all(|(offset, c)| self.tokens.get(self.at + offset) == Some(&c))
    }

    /// Where a mark stands next, outside of data.
    fn find(&self, mark: &str, from: usize) -> Option<usize> {
        let mut in_data = false;
        for at in from..self.tokens.len() {
            match self.tokens[at] {
                DATA_START => in_data = true,
                DATA_END => in_data = false,
                _ if !in_data && mark.chars().enumerate().all(|(offset, c)| self.tokens.get(at + offset) == Some(&c)) => return Some(at),
                _ => {}
            }
        }
        None
    }

    fn inner(&self, from: usize, to: usize) -> Inlines {
        Reader { tokens: &self.tokens[from..to], at: 0 }.until(None)
    }

    fn raw(&self, from: usize, to: usize) -> String {
        bare(&self.tokens[from..to].iter().collect::<String>())
    }

    fn until(&mut self, end: Option<usize>) -> Inlines {
        let end = end.unwrap_or(self.tokens.len());
        let mut out = Inlines::new();
        let mut text = String::new();
        let flush = |text: &mut String, out: &mut Inlines| {
            if !text.is_empty() {
                out.push(Inline::Text(std::mem::take(text)));
            }
        };
        while self.at < end {
            if self.tokens[self.at] == DATA_START {
                let close = self.find_end();
                text.push_str(&self.raw(self.at + 1, close));
                self.at = close + 1;
                continue;
            }
            if let Some((inline, next)) = self.marked() {
                flush(&mut text, &mut out);
                out.push(inline);
                self.at = next;
                continue;
            }
            text.push(self.tokens[self.at]);
            self.at += 1;
        }
        flush(&mut text, &mut out);
        out
    }

    fn find_end(&self) -> usize {
        (self.at + 1..self.tokens.len()).find(|at| self.tokens[*at] == DATA_END).unwrap_or(self.tokens.len())
    }

    /// A mark at this place with what it holds, and where it ends.
    fn marked(&self) -> Option<(Inline, usize)> {
        let start = self.at;
        let closed = |open: &str, close: &str| {
            let from = start + open.chars().count();
            let to = self.find(close, from).filter(|to| *to > from)?;
            Some((from, to, to + close.chars().count()))
        };
        if self.starts("[[") {
            let (from, to, next) = closed("[[", "]]")?;
            return Some((Inline::Missing(self.raw(from, to)), next));
        }
        if self.starts("**") {
            let (from, to, next) = closed("**", "**")?;
            return Some((Inline::Strong(self.inner(from, to)), next));
        }
        let before = start.checked_sub(1).map(|before| self.tokens[before]);
        if self.starts("_") && before.is_none_or(|before| !before.is_alphanumeric()) {
            let (from, to, next) = closed("_", "_")?;
            return Some((Inline::Emphasis(self.inner(from, to)), next));
        }
        if self.starts("`") {
            let (from, to, next) = closed("`", "`")?;
            return Some((Inline::Code(self.raw(from, to)), next));
        }
        if self.starts("[") {
            let (from, to, _) = closed("[", "](")?;
            let target = to + 2;
            let end = self.find(")", target)?;
            let link = self.raw(target, end);
            // A link from data can lead to the web, to a mailbox or within the document, and nowhere else.
            let text = self.inner(from, to);
            let is_safe = link.starts_with('#') || link.starts_with("https://") || link.starts_with("http://") || link.starts_with("mailto:");
            let has_space = link.contains(char::is_whitespace) || link.contains(['"', '<', '>', '\\']);
            let inline = if is_safe && !has_space { Inline::Link { to: link, text } } else { Inline::Emphasis(text) };
            return Some((inline, end + 1));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn marks_are_read() {
        assert_eq!(inlines("a **b _c_** `d`"), [text("a "), Inline::Strong(vec![text("b "), Inline::Emphasis(vec![text("c")])]), text(" "), Inline::Code("d".into())]);
        assert_eq!(inlines("[[the date]] of"), [Inline::Missing("the date".into()), text(" of")]);
        assert_eq!(inlines("[us](mailto:a@b.example)"), [Inline::Link { to: "mailto:a@b.example".into(), text: vec![text("us")] }]);
        assert_eq!(inlines("snake_case_name ** open"), [text("snake_case_name ** open")]);
    }

    #[test]
    fn what_is_missing_stands_in_brackets_where_there_are_no_marks() {
        assert_eq!(unmarked(&format!("[[{DATA_START}How [[we]] share{DATA_END}]] of {DATA_START}[[x]]{DATA_BREAK}{DATA_END}")), "[How [[we]] share] of [[x]]\n");
    }

    #[test]
    fn data_is_never_a_mark() {
        let line = format!("**{DATA_START}a** [x](javascript:y) `z`{DATA_BREAK}_w_{DATA_END}** end");
        assert_eq!(inlines(&line), [Inline::Strong(vec![text("a** [x](javascript:y) `z`\n_w_")]), text(" end")]);
        assert_eq!(inlines("[x](javascript:alert)"), [Inline::Emphasis(vec![text("x")])]);
    }
}
