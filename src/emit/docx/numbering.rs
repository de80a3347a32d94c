//! The lists of a package: the outline that numbers headings and clauses, bullets, and numbered lists that each begin at 1.

use super::package::ReferenceFault;
use super::styles::Styles;
use super::xml::{WORD, end_of_content, read};
use roxmltree::{Document, Node};
use std::fmt::Write;

/// Our lists.
pub(super) const OWN: &str = include_str!("../../../templates/word/numbering.xml");

/// A part without a list.
pub(super) const NONE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"></w:numbering>";

/// How many levels are numbered.
const LEVELS: u32 = 5;

/// The lists of a package.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbering {
    before: String,
    after: String,
    /// The list of headings and clauses.
    pub(super) outline: u32,
    /// The list of bullets.
    pub(super) bullets: u32,
    /// What numbered lists look like.
    ordered: u32,
    next: u32,
}

impl Numbering {
    /// Finds the lists in a part, and adds those that are not there. The outline of a reference document is used when it gives the
    /// numbers that the document has.
    pub(super) fn read(part: &str, text: &str, styles: &Styles) -> Result<Numbering, ReferenceFault> {
        let tree = read(part, text)?;
        let ours = read("numbering", OWN)?;
        let looks = highest(&tree, "abstractNum", "abstractNumId");
        let lists = highest(&tree, "num", "numId");
        let mut added = (String::new(), String::new());
        let mut numbering = Numbering { next: lists + 1, ..Numbering::default() };
        let mut next_look = looks + 1;
        let mut add = |own: u32, next: &mut u32| {
            let look = look(&ours, own).map_or("", |node| &OWN[node.range()]);
            let unlinked = without_links(look).replacen(&format!("w:abstractNumId=\"{own}\""), &format!("w:abstractNumId=\"{next_look}\""), 1);
            added.0.push_str(&unlinked);
            let _ = write!(added.1, "<w:num w:numId=\"{next}\"><w:abstractNumId w:val=\"{next_look}\"/></w:num>");
            next_look += 1;
            *next += 1;
            (*next - 1, next_look - 1)
        };
        let found = |style: &str| styles.list(style).filter(|list| look_of(&tree, *list).is_some());
        let outline = found("Heading1").filter(|list| look_of(&tree, *list).and_then(|id| look(&tree, id)).is_some_and(counts_plainly));
        numbering.outline = outline.unwrap_or_else(|| add(1, &mut numbering.next).0);
        numbering.bullets = found("ListBullet").unwrap_or_else(|| add(2, &mut numbering.next).0);
        numbering.ordered = found("ListNumber").and_then(|list| look_of(&tree, list)).unwrap_or_else(|| add(3, &mut numbering.next).1);
        // Looks stand before lists, and lists before what some programs put at the end.
        let children = || tree.root_element().children().filter(Node::is_element);
        let end = end_of_content(text).unwrap_or(text.len());
        let lists_start = children().find(|node| !matches!(node.tag_name().name(), "numPicBullet" | "abstractNum")).map_or(end, |node| node.range().start);
        let lists_end = children().find(|node| !matches!(node.tag_name().name(), "numPicBullet" | "abstractNum" | "num")).map_or(end, |node| node.range().start);
        numbering.before = format!("{}{}{}{}", &text[..lists_start], added.0, &text[lists_start..lists_end], added.1);
        text[lists_end..].clone_into(&mut numbering.after);
        Ok(numbering)
    }

    /// The list of the numbered list of this place in the document, from 0.
    pub(super) fn ordered(&self, place: u32) -> u32 {
        self.next + place
    }

    /// The part, with so many numbered lists.
    pub(super) fn part(&self, ordered: u32) -> String {
        let mut out = self.before.clone();
        for place in 0..ordered {
            let _ = write!(
                out,
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{}\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
                self.ordered(place),
                self.ordered
            );
        }
        out.push_str(&self.after);
        out
    }
}

fn number(node: Node<'_, '_>, name: &str) -> Option<u32> {
    node.attribute((WORD, name))?.parse().ok().filter(|number| *number < 1_000_000_000)
}

fn child<'a, 't>(node: Node<'a, 't>, name: &str) -> Option<Node<'a, 't>> {
    node.children().find(|inner| inner.has_tag_name((WORD, name)))
}

fn value<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    child(node, name)?.attribute((WORD, "val"))
}

fn highest(tree: &Document<'_>, element: &str, id: &str) -> u32 {
    tree.root_element().children().filter(|node| node.has_tag_name((WORD, element))).filter_map(|node| number(node, id)).max().unwrap_or(0)
}

fn look<'a, 't>(tree: &'a Document<'t>, id: u32) -> Option<Node<'a, 't>> {
    tree.root_element().children().find(|node| node.has_tag_name((WORD, "abstractNum")) && number(*node, "abstractNumId") == Some(id))
}

/// What a list looks like.
fn look_of(tree: &Document<'_>, list: u32) -> Option<u32> {
    let list = tree.root_element().children().find(|node| node.has_tag_name((WORD, "num")) && number(*node, "numId") == Some(list))?;
    let look_id = number(child(list, "abstractNumId")?, "val")?;
    look(tree, look_id).map(|_| look_id)
}

/// Whether a list counts 1, 1.1, 1.1.1: the numbers that documents have.
fn counts_plainly(look: Node<'_, '_>) -> bool {
    (0..LEVELS).all(|level| {
        let Some(found) = look.children().find(|node| node.has_tag_name((WORD, "lvl")) && number(*node, "ilvl") == Some(level)) else { return false };
        let plain = (1..=level + 1).map(|step| format!("%{step}")).collect::<Vec<_>>().join(".");
        value(found, "lvlText").is_some_and(|text| text.trim_end_matches('.') == plain) && value(found, "numFmt") == Some("decimal") && value(found, "start").is_none_or(|start| start == "1")
    })
}

/// A look that no style is tied to: the styles of the package have ties of their own.
fn without_links(look: &str) -> String {
    let mut out = String::new();
    let mut rest = look;
    while let Some(start) = rest.find("<w:pStyle ") {
        out.push_str(&rest[..start]);
        rest = rest[start..].split_once("/>").map_or("", |(_, after)| after);
    }
    out + rest
}
