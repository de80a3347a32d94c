//! What binds the parts of a Word file: the relations of a part to others, and the list of the types of parts.

use super::package::ReferenceFault;
use super::xml::{DECLARATION, RELATIONS, escaped, read};
use std::fmt::Write;

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES_NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/content-types";

/// A relation of a part to another, or to an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) id: String,
    /// Its kind: a long address.
    pub(super) kind: String,
    pub(super) target: String,
    pub(super) external: bool,
}

impl Relation {
    /// The last word of its kind: `header`, `styles`, `hyperlink`.
    pub(super) fn word(&self) -> &str {
        self.kind.rsplit('/').next().unwrap_or("")
    }
}

/// The relations of one part.
#[derive(Clone, Debug, Default)]
pub(super) struct Relations(pub(super) Vec<Relation>);

impl Relations {
    pub(super) fn read(part: &str, text: &str) -> Result<Relations, ReferenceFault> {
        let tree = read(part, text)?;
        let all = tree.root_element().children().filter(|node| node.is_element() && node.tag_name().name() == "Relationship");
        let of = |node: roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap_or("").to_owned();
        Ok(Relations(all.map(|node| Relation { id: of(node, "Id"), kind: of(node, "Type"), target: of(node, "Target"), external: node.attribute("TargetMode") == Some("External") }).collect()))
    }

    pub(super) fn write(&self) -> String {
        let mut out = format!("{DECLARATION}<Relationships xmlns=\"{NAMESPACE}\">");
        for relation in &self.0 {
            let mode = if relation.external { " TargetMode=\"External\"" } else { "" };
            let _ = write!(out, "<Relationship Id=\"{}\" Type=\"{}\" Target=\"{}\"{mode}/>", escaped(&relation.id), escaped(&relation.kind), escaped(&relation.target));
        }
        out.push_str("</Relationships>");
        out
    }

    /// Adds a relation and gives its id.
    pub(super) fn add(&mut self, word: &str, target: &str, external: bool) -> String {
        let kind = format!("{RELATIONS}/{word}");
        self.add_kind(&kind, target, external)
    }

    /// Adds a relation of a kind that has an address of its own.
    pub(super) fn add_kind(&mut self, kind: &str, target: &str, external: bool) -> String {
        let id = format!("rId{}", self.free());
        self.0.push(Relation { id: id.clone(), kind: kind.to_owned(), target: target.to_owned(), external });
        id
    }

    /// A number above that of every id.
    fn free(&self) -> u64 {
        let number = |relation: &Relation| relation.id.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<u64>().ok().filter(|number| *number < 1_000_000_000);
        self.0.iter().filter_map(number).max().unwrap_or(0) + 1
    }

    /// The first of a kind.
    pub(super) fn first(&self, word: &str) -> Option<&Relation> {
        self.0.iter().find(|relation| relation.word() == word && !relation.external)
    }
}

/// Where the relations of a part are kept.
pub(super) fn relations_of(part: &str) -> String {
    match part.rsplit_once('/') {
        Some((folder, name)) => format!("{folder}/_rels/{name}.rels"),
        None => format!("_rels/{part}.rels"),
    }
}

/// The path of what a part names.
pub(super) fn resolve(part: &str, target: &str) -> String {
    let target = target.split('#').next().unwrap_or("");
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { part.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect()) };
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The types of parts, by ending and by path.
#[derive(Clone, Debug, Default)]
pub(super) struct Types {
    pub(super) endings: Vec<(String, String)>,
    pub(super) parts: Vec<(String, String)>,
}

impl Types {
    pub(super) fn read(part: &str, text: &str) -> Result<Types, ReferenceFault> {
        let tree = read(part, text)?;
        let mut types = Types::default();
        for node in tree.root_element().children().filter(roxmltree::Node::is_element) {
            let of = |name: &str| node.attribute(name).unwrap_or("").to_owned();
            match node.tag_name().name() {
                "Default" => types.endings.push((of("Extension"), of("ContentType"))),
                "Override" => types.parts.push((of("PartName").trim_start_matches('/').to_owned(), of("ContentType"))),
                _ => {}
            }
        }
        Ok(types)
    }

    pub(super) fn write(&self) -> String {
        let mut out = format!("{DECLARATION}<Types xmlns=\"{TYPES_NAMESPACE}\">");
        for (ending, kind) in &self.endings {
            let _ = write!(out, "<Default Extension=\"{}\" ContentType=\"{}\"/>", escaped(ending), escaped(kind));
        }
        for (part, kind) in &self.parts {
            let _ = write!(out, "<Override PartName=\"/{}\" ContentType=\"{}\"/>", escaped(part), escaped(kind));
        }
        out.push_str("</Types>");
        out
    }

    /// Says what a part is.
    pub(super) fn set(&mut self, part: &str, kind: &str) {
        self.parts.retain(|(known, _)| known != part);
        self.parts.push((part.to_owned(), kind.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_resolved() {
        assert_eq!(resolve("word/document.xml", "media/a.png"), "word/media/a.png");
        assert_eq!(resolve("word/document.xml", "../custom/a.xml"), "custom/a.xml");
        assert_eq!(resolve("word/document.xml", "/word/b.xml"), "word/b.xml");
        assert_eq!(resolve("", "word/document.xml"), "word/document.xml");
        assert_eq!(relations_of("word/header1.xml"), "word/_rels/header1.xml.rels");
    }

    #[test]
    fn ids_are_new() {
        let mut relations =
            Relations::read("x", &format!("<Relationships xmlns=\"{NAMESPACE}\"><Relationship Id=\"rId7\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/></Relationships>")).expect("relations");
        assert_eq!(relations.add("comments", "comments.xml", false), "rId8");
        assert_eq!(Relations::read("x", &relations.write()).expect("again").0, relations.0);
    }
}
