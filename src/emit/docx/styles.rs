//! The styles that documents use: found in a reference document by their name, added where it lacks them.

use super::package::ReferenceFault;
use super::xml::{WORD, edited, end_of_content, read};
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};

/// Our styles.
pub(super) const OWN: &str = include_str!("../../../templates/word/styles.xml");

/// The smallest letters that a paper is set in, in halves of a point.
const SMALLEST: u32 = 16;

/// The styles of a package.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    /// The part, with what it lacked.
    pub(super) part: String,
    /// The id by which it knows each of our styles.
    ids: BTreeMap<String, String>,
    /// The list that each of our styles is numbered by, as far as the style says so.
    lists: BTreeMap<String, u32>,
    /// The language of text that says nothing else.
    pub(super) language: String,
}

/// A style as it is declared.
struct Declared<'t> {
    id: &'t str,
    kind: &'t str,
    name: String,
    range: std::ops::Range<usize>,
    list: Option<u32>,
}

impl Styles {
    /// Finds our styles in a part, and adds those that are not there.
    pub(super) fn read(part: &str, text: &str) -> Result<Styles, ReferenceFault> {
        let ours = read("styles", OWN)?;
        let theirs = read(part, text)?;
        let known = declared(theirs.root_element());
        let mut taken: BTreeSet<&str> = known.iter().map(|style| style.id).collect();
        let mut styles = Styles { language: language(theirs.root_element()), ..Styles::default() };
        let mut lacking = Vec::new();
        for style in declared(ours.root_element()) {
            if let Some(found) = known.iter().find(|known| known.name == style.name && known.kind == style.kind) {
                styles.ids.insert(style.id.to_owned(), found.id.to_owned());
                styles.lists.extend(found.list.map(|list| (style.id.to_owned(), list)));
            } else {
                let id = if taken.insert(style.id) { style.id.to_owned() } else { format!("Sharewright{}", style.id) };
                styles.ids.insert(style.id.to_owned(), id);
                lacking.push(style);
            }
        }
        let added: String = lacking.iter().map(|style| styles.adapted(&OWN[style.range.clone()])).collect();
        styles.part = match end_of_content(text) {
            Some(end) => format!("{}{added}{}", &text[..end], &text[end..]),
            None => text.to_owned(),
        };
        Ok(styles)
    }

    /// One of our styles in the words of another package: its relatives by their ids there, and without our numbering.
    fn adapted(&self, style: &str) -> String {
        let mut style = style.to_owned();
        if let (Some(start), Some(end)) = (style.find("<w:numPr>"), style.find("</w:numPr>")) {
            style.replace_range(start..end + "</w:numPr>".len(), "");
        }
        // What is the default of its kind there stays so.
        style = style.replace(" w:default=\"1\"", "");
        let mut edits = Vec::new();
        for mark in ["w:styleId=\"", "<w:basedOn w:val=\"", "<w:next w:val=\"", "<w:link w:val=\""] {
            if let Some(start) = style.find(mark).map(|at| at + mark.len())
                && let Some(length) = style[start..].find('"')
            {
                edits.push((start..start + length, self.id(&style[start..start + length]).to_owned()));
            }
        }
        edited(&style, edits)
    }

    /// The id by which the package knows one of our styles.
    pub(super) fn id<'s>(&'s self, own: &'s str) -> &'s str {
        self.ids.get(own).map_or(own, String::as_str)
    }

    /// The list that one of our styles is numbered by.
    pub(super) fn list(&self, own: &str) -> Option<u32> {
        self.lists.get(own).copied()
    }
}

/// The styles of a paper that is meant for one page: letters a seventh smaller, lines and paragraphs closer together.
pub(super) fn closer(part: &str) -> String {
    let smaller: fn(u32) -> u32 = |size| if size > SMALLEST { (size * 6 / 7).max(SMALLEST) } else { size };
    let single: fn(u32) -> u32 = |line| line.min(240);
    let half: fn(u32) -> u32 = |space| space / 2;
    let marks = [("<w:sz w:val=\"", smaller), ("<w:szCs w:val=\"", smaller), (" w:line=\"", single), (" w:before=\"", half), (" w:after=\"", half)];
    let mut edits = Vec::new();
    for (mark, change) in marks {
        for (at, _) in part.match_indices(mark) {
            let start = at + mark.len();
            let digits = part[start..].bytes().take_while(u8::is_ascii_digit).count();
            if let Ok(number) = part[start..start + digits].parse() {
                edits.push((start..start + digits, change(number).to_string()));
            }
        }
    }
    edited(part, edits)
}

fn declared<'t>(root: Node<'t, '_>) -> Vec<Declared<'t>> {
    let styles = root.children().filter(|node| node.has_tag_name((WORD, "style")));
    styles
        .map(|node| {
            let list = node.descendants().find(|inner| inner.has_tag_name((WORD, "numId"))).and_then(|list| list.attribute((WORD, "val"))?.parse().ok());
            let name = node.children().find(|inner| inner.has_tag_name((WORD, "name"))).and_then(|name| name.attribute((WORD, "val"))).unwrap_or("");
            Declared {
                id: node.attribute((WORD, "styleId")).unwrap_or(""),
                kind: node.attribute((WORD, "type")).unwrap_or("paragraph"),
                name: name.to_lowercase(),
                range: node.range(),
                list: list.filter(|list| *list != 0),
            }
        })
        .collect()
}

fn language(root: Node<'_, '_>) -> String {
    let defaults = root.children().find(|node| node.has_tag_name((WORD, "docDefaults")));
    let language = defaults.and_then(|defaults| defaults.descendants().find(|node| node.has_tag_name((WORD, "lang"))));
    language.and_then(|language| language.attribute((WORD, "val"))).unwrap_or("").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_meant_for_one_page_is_smaller_and_closer() {
        let part = "<w:spacing w:before=\"200\" w:beforeAutospacing=\"0\" w:after=\"80\" w:line=\"276\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"17\"/><w:sz w:val=\"14\"/>";
        assert_eq!(closer(part), "<w:spacing w:before=\"100\" w:beforeAutospacing=\"0\" w:after=\"40\" w:line=\"240\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"16\"/><w:sz w:val=\"14\"/>");
    }
}
