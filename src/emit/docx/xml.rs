//! XML as text: what may stand in it, and changes to it at known places.

use super::package::ReferenceFault;
use roxmltree::{Document, ParsingOptions};
use std::ops::Range;

/// The namespace of a Word document.
pub(super) const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The namespace by which a part names others, and of the kinds of such names.
pub(super) const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// What a part begins with.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The most elements and texts that one part of a reference document may have.
const MOST_NODES: u32 = 2_000_000;

/// Adds text in which nothing is markup, in an attribute too. What XML 1.0 cannot hold is left out.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars().filter(|c| is_allowed(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

/// Text in which nothing is markup.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text);
    out
}

/// Text of one line for a header or a property, cut where it is longer than people read there.
pub(super) fn short(text: &str, most: usize) -> String {
    let line: String = text.chars().filter(|c| is_allowed(*c)).map(|c| if c.is_whitespace() { ' ' } else { c }).take(most + 1).collect();
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most.saturating_sub(1)).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}\u{2026}", words.trim_end())
}

/// Whether XML 1.0 can hold a character.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}

/// Reads a part. A `DOCTYPE` is refused.
pub(super) fn read<'t>(part: &str, text: &'t str) -> Result<Document<'t>, ReferenceFault> {
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(text, options).map_err(|error| ReferenceFault::new(format!("its part `{part}` cannot be read: {error}")))
}

/// The text with some stretches of it replaced. Stretches do not overlap.
pub(super) fn edited(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, with) in edits {
        if range.start < at {
            continue;
        }
        out.push_str(&text[at..range.start]);
        out.push_str(&with);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Where the content of the outermost element ends.
pub(super) fn end_of_content(text: &str) -> Option<usize> {
    text.rfind("</")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(escaped("a\u{0}\u{1B}<b>&\"\u{FFFE}\u{1F600}"), "a&lt;b&gt;&amp;&quot;\u{1F600}");
    }

    #[test]
    fn long_lines_are_cut_at_a_word() {
        assert_eq!(short("one two three", 9), "one two\u{2026}");
        assert_eq!(short("one\ntwo", 9), "one two");
    }

    #[test]
    fn stretches_are_replaced() {
        assert_eq!(edited("abcdef", vec![(4..5, "E".into()), (0..2, String::new())]), "cdEf");
    }
}
