//! Text with marks as runs.

use super::super::document::Inline;
use super::body::{Body, link_id};
use super::xml::{escaped, push_escaped};
use std::fmt::Write;

/// The marks of a stretch of text.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each mark is there or not, whatever the others are")]
pub(super) struct Marks {
    strong: bool,
    emphasis: bool,
    code: bool,
    link: bool,
    missing: bool,
}

impl Body<'_> {
    /// Writes text with marks.
    pub(super) fn inlines(&mut self, text: &[Inline]) {
        self.marked(text, Marks::default());
    }

    /// Writes text without marks.
    pub(super) fn text(&mut self, text: &str) {
        self.run(text, Marks::default());
    }

    /// Writes words of weight.
    pub(super) fn strong(&mut self, text: &str) {
        self.run(text, Marks { strong: true, ..Marks::default() });
    }

    /// Writes highlighted words of weight.
    pub(super) fn highlighted(&mut self, text: &str) {
        self.run(text, Marks { strong: true, missing: true, ..Marks::default() });
    }

    fn marked(&mut self, text: &[Inline], marks: Marks) {
        for inline in text {
            match inline {
                Inline::Text(text) => self.run(text, marks),
                Inline::Strong(inner) => self.marked(inner, Marks { strong: true, ..marks }),
                Inline::Emphasis(inner) => self.marked(inner, Marks { emphasis: true, ..marks }),
                Inline::Code(code) => self.run(code, Marks { code: true, ..marks }),
                Inline::Missing(text) => self.run(&format!("[{text}]"), Marks { missing: true, ..marks }),
                Inline::Link { to, text } => match self.target(to).filter(|_| !marks.link) {
                    Some(target) => {
                        let _ = write!(self.out, "<w:hyperlink {target} w:history=\"1\">");
                        self.marked(text, Marks { link: true, ..marks });
                        self.out.push_str("</w:hyperlink>");
                    }
                    None => self.marked(text, marks),
                },
            }
        }
    }

    /// Where a link leads, as an attribute; nothing for what leads nowhere.
    fn target(&mut self, to: &str) -> Option<String> {
        if let Some(name) = to.strip_prefix('#') {
            let place = self.places.get(name)?;
            return Some(format!("w:anchor=\"{}\"", bookmark(*place)));
        }
        let address = address(to)?;
        let place = self.links.iter().position(|known| *known == address).unwrap_or_else(|| {
            self.links.push(address);
            self.links.len() - 1
        });
        Some(format!("r:id=\"{}\"", link_id(place)))
    }

    fn run(&mut self, text: &str, marks: Marks) {
        if text.is_empty() {
            return;
        }
        self.out.push_str("<w:r>");
        self.properties(marks);
        let mut rest = text;
        loop {
            let end = rest.find(['\n', '\t']).unwrap_or(rest.len());
            if end > 0 {
                self.out.push_str("<w:t xml:space=\"preserve\">");
                push_escaped(&mut self.out, &rest[..end].replace('\r', ""));
                self.out.push_str("</w:t>");
            }
            match rest[end..].chars().next() {
                Some('\n') => self.out.push_str("<w:br/>"),
                Some(_) => self.out.push_str("<w:tab/>"),
                None => break,
            }
            rest = &rest[end + 1..];
        }
        self.out.push_str("</w:r>");
    }

    /// The properties of a run: a character style, and what further marks add to it.
    fn properties(&mut self, marks: Marks) {
        let style = [(marks.link, "Hyperlink"), (marks.code, "SourceName"), (marks.missing, "Missing"), (marks.strong, "Strong"), (marks.emphasis, "Emphasis")]
            .into_iter()
            .find(|(is_set, _)| *is_set)
            .map(|(_, style)| style);
        if style.is_none() && self.language.is_empty() && self.size.is_none() {
            return;
        }
        self.out.push_str("<w:rPr>");
        if let Some(style) = style {
            let _ = write!(self.out, "<w:rStyle w:val=\"{}\"/>", escaped(self.look.styles.id(style)));
        }
        if marks.strong && style != Some("Strong") {
            self.out.push_str("<w:b/><w:bCs/>");
        }
        if marks.emphasis && style != Some("Emphasis") {
            self.out.push_str("<w:i/><w:iCs/>");
        }
        if let Some(size) = self.size {
            let _ = write!(self.out, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
        }
        if marks.missing {
            self.out.push_str("<w:highlight w:val=\"yellow\"/>");
        }
        if !self.language.is_empty() {
            let _ = write!(self.out, "<w:lang w:val=\"{}\"/>", escaped(&self.language));
        }
        self.out.push_str("</w:rPr>");
    }
}

/// The name of a place that links lead to.
pub(super) fn bookmark(place: usize) -> String {
    format!("_Ref{place:08}")
}

/// An address that Word opens without complaint, with what addresses cannot hold written in hexadecimal; nothing where it is none.
fn address(to: &str) -> Option<String> {
    let rest = match to.split_once(':')? {
        ("http" | "https", rest) => {
            let host = rest.strip_prefix("//")?.split(['/', '?', '#']).next()?;
            let (host, port) = host.split_once(':').unwrap_or((host, "80"));
            let is_host = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.')) && port.parse::<u16>().is_ok();
            is_host.then_some(rest)?
        }
        ("mailto", rest) => {
            let (name, host) = rest.split('?').next()?.split_once('@')?;
            let is_plain = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '+'));
            (is_plain(name) && is_plain(host)).then_some(rest)?
        }
        _ => return None,
    };
    // Word knows no longer ones.
    if to.len() > 2000 {
        return None;
    }
    let mut out = to[..to.len() - rest.len()].to_owned();
    for (at, byte) in rest.bytes().enumerate() {
        let is_written = byte == b'%' && rest.as_bytes().get(at + 1..at + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        if byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(&byte) || is_written {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_such_as_word_opens() {
        assert_eq!(address("https://www.gov.uk/a[b]?c=%20d%"), Some("https://www.gov.uk/a%5Bb%5D?c=%20d%25".into()));
        assert_eq!(address("mailto:a@b.example"), Some("mailto:a@b.example".into()));
        for bad in ["https://", "http://a:99999/", "http://[x/", "mailto:a@b@c", "javascript:x", "https:x"] {
            assert_eq!(address(bad), None, "{bad}");
        }
    }
}
