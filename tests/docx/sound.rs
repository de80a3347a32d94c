//! Whether a Word file is sound: what a reader that forgives nothing would ask.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

/// The namespace of a Word document.
pub const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a Word file.
pub fn parts(file: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).expect("a package");
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        let name = part.name().expect("a name").into_owned();
        assert!(parts.insert(name.clone(), bytes).is_none(), "{name} is there once");
    }
    parts
}

/// The text of a part.
pub fn text(file: &[u8], part: &str) -> String {
    let parts = parts(file);
    let bytes = parts.get(part).unwrap_or_else(|| panic!("`{part}` is there, among {:?}", parts.keys()));
    String::from_utf8(bytes.clone()).expect("text")
}

fn ending(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or("")
}

fn target(part: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { part.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect() };
    for step in target.split('/').filter(|step| !step.is_empty()) {
        if step == ".." {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    steps.join("/")
}

/// Fails unless every part is well-formed and has a type, relations lead to parts, styles and lists are declared and ids stand once.
#[track_caller]
pub fn assert_sound(file: &[u8]) {
    let parts = parts(file);
    let texts: BTreeMap<&str, String> =
        parts.iter().filter(|(name, _)| matches!(ending(name), "xml" | "rels" | "svg")).map(|(name, bytes)| (name.as_str(), String::from_utf8(bytes.clone()).expect("UTF-8"))).collect();
    let trees: BTreeMap<&str, roxmltree::Document<'_>> = texts.iter().map(|(name, text)| (*name, roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("{name}: {error}")))).collect();
    types_are_told(&parts, &trees);
    relations_lead_to_parts(&parts, &trees);

    let ids_of = |part: &str, element: &str, id: &str| -> BTreeSet<String> {
        trees[part].descendants().filter(|node| node.has_tag_name((WORD, element))).filter_map(|node| node.attribute((WORD, id))).map(str::to_owned).collect()
    };
    let styles_part = trees.keys().find(|name| name.ends_with("/styles.xml")).expect("styles");
    let declared = |element: &str, id: &str, part: &str| {
        let all: Vec<&str> = trees[part].descendants().filter(|node| node.has_tag_name((WORD, element)) && node.has_attribute((WORD, id))).filter_map(|node| node.attribute((WORD, id))).collect();
        let once: BTreeSet<String> = all.iter().map(|id| (*id).to_owned()).collect();
        assert_eq!(once.len(), all.len(), "each {element} of {part} stands once: {all:?}");
        once
    };
    let styles = declared("style", "styleId", styles_part);
    let numbering = trees.keys().find(|name| name.ends_with("/numbering.xml")).expect("lists");
    let looks: BTreeSet<String> =
        trees[numbering].root_element().children().filter(|node| node.has_tag_name((WORD, "abstractNum"))).filter_map(|node| node.attribute((WORD, "abstractNumId"))).map(str::to_owned).collect();
    let lists = declared("num", "numId", numbering);
    for (name, tree) in &trees {
        for node in tree.descendants().filter(roxmltree::Node::is_element) {
            let value = node.attribute((WORD, "val")).unwrap_or("");
            match node.tag_name().name() {
                "pStyle" | "rStyle" | "tblStyle" | "basedOn" | "next" | "link" if node.tag_name().namespace() == Some(WORD) => assert!(styles.contains(value), "{name} uses the style `{value}`"),
                "numId" if value != "0" => assert!(lists.contains(value), "{name} uses the list {value}"),
                "abstractNumId" => assert!(looks.contains(value), "{name} uses the look {value}"),
                "tc" => assert!(node.children().rfind(roxmltree::Node::is_element).is_some_and(|last| last.has_tag_name((WORD, "p"))), "a cell ends with a paragraph"),
                "tbl" => assert!(node.next_sibling_element().is_some_and(|next| next.has_tag_name((WORD, "p"))), "a paragraph follows a table"),
                "tag" | "alias" => assert!(value.encode_utf16().count() <= 64 && !value.is_empty(), "{name}: a name that Word takes: {value}"),
                "tblGrid" => assert!((1..=63).contains(&node.children().count()), "{name}: as many columns as Word takes"),
                _ => {}
            }
        }
    }
    let main = trees.keys().find(|name| name.ends_with("/document.xml")).expect("a document");
    declared("bookmarkStart", "id", main);
    declared("bookmarkStart", "name", main);
    assert_eq!(ids_of(main, "bookmarkStart", "id"), ids_of(main, "bookmarkEnd", "id"));
    let controls: Vec<_> =
        trees[main].descendants().filter(|node| node.has_tag_name((WORD, "sdtPr"))).filter_map(|node| node.children().find(|node| node.has_tag_name((WORD, "id")))?.attribute((WORD, "val"))).collect();
    assert_eq!(controls.iter().collect::<BTreeSet<_>>().len(), controls.len(), "controls have ids of their own");
    let comments: BTreeSet<String> = trees.keys().find(|name| name.ends_with("/comments.xml")).map_or(BTreeSet::new(), |part| declared("comment", "id", part));
    for element in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
        assert_eq!(ids_of(main, element, "id"), comments, "{element}");
    }
    if let Some(custom) = trees.get("docProps/custom.xml") {
        let of = |name: &str| custom.root_element().children().filter_map(|node| node.attribute(name)).map(str::to_lowercase).collect::<Vec<_>>();
        for all in [of("pid"), of("name")] {
            assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "each property stands once: {all:?}");
        }
    }
}

fn types_are_told(parts: &BTreeMap<String, Vec<u8>>, trees: &BTreeMap<&str, roxmltree::Document<'_>>) {
    let types = trees["[Content_Types].xml"].root_element();
    let of = |element: &str, id: &str| types.children().filter(|node| node.tag_name().name() == element).filter_map(|node| node.attribute(id)).map(str::to_owned).collect::<Vec<_>>();
    let (endings, told) = (of("Default", "Extension"), of("Override", "PartName"));
    assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), told.len(), "each type is told once");
    for part in &told {
        assert!(parts.contains_key(part.trim_start_matches('/')), "`{part}` is there");
    }
    for part in parts.keys().filter(|part| *part != "[Content_Types].xml") {
        let is_told = told.contains(&format!("/{part}")) || endings.iter().any(|ending| part.ends_with(&format!(".{ending}")));
        assert!(is_told, "`{part}` has a type");
    }
}

fn relations_lead_to_parts(parts: &BTreeMap<String, Vec<u8>>, trees: &BTreeMap<&str, roxmltree::Document<'_>>) {
    for (name, tree) in trees.iter().filter(|(name, _)| ending(name) == "rels") {
        let owner = name.replace("_rels/", "").trim_end_matches(".rels").to_owned();
        let mut ids = BTreeSet::new();
        for relation in tree.root_element().children().filter(roxmltree::Node::is_element) {
            assert!(ids.insert(relation.attribute("Id").expect("an id")), "each id of {name} stands once");
            if relation.attribute("TargetMode") != Some("External") {
                let path = target(&owner, relation.attribute("Target").expect("a target"));
                assert!(parts.contains_key(&path), "{name} leads to `{path}`");
            }
        }
        if let Some(part) = trees.get(owner.as_str()) {
            for used in
                part.descendants().flat_map(|node| node.attributes().filter(|attribute| attribute.namespace() == Some(RELATIONS)).map(|attribute| attribute.value().to_owned()).collect::<Vec<_>>())
            {
                assert!(ids.contains(used.as_str()), "{owner} uses the relation `{used}`");
            }
        }
    }
}
