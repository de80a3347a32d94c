//! The styles that documents use: found in a reference document by their name, added where it lacks them.

use super::closer::{Close, close};
use super::package::ReferenceFault;
use super::xml::{WORD, edited, end_of_content, read};
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};

/// Our styles.
pub(super) const OWN: &str = include_str!("../../../templates/word/styles.xml");

/// The styles of a package.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    /// The part, with what it lacked.
    pub(super) part: String,
    /// The id by which it knows each of our styles.
    ids: BTreeMap<String, String>,
    /// The list that each of our styles is numbered by, as far as the style says so.
    lists: BTreeMap<String, u32>,
    /// How a paragraph in each style stands, by the id of the style, in a part that is meant for one page.
    closes: BTreeMap<String, Close>,
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
        styles.closes = close(read(part, &styles.part)?.root_element());
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

    /// How a paragraph in one of our styles stands in a part that is meant for one page.
    pub(super) fn close(&self, own: &str) -> Option<Close> {
        self.closes.get(self.id(own)).copied()
    }

    /// The list that one of our styles is numbered by.
    pub(super) fn list(&self, own: &str) -> Option<u32> {
        self.lists.get(own).copied()
    }
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
