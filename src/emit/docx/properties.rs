//! The properties of a document, as Word shows them under File, Info.

use super::super::document::Document;
use super::look::Look;
use super::relations::{Relations, Types, resolve};
use super::xml::{DECLARATION, edited, end_of_content, escaped, read, short};
use std::fmt::Write;

const CORE_KIND: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const CORE_TYPE: &str = "application/vnd.openxmlformats-package.core-properties+xml";
const CUSTOM_TYPE: &str = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
const CUSTOM: &str = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const VALUES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
/// The group that properties of one's own belong to.
const GROUP: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/// The longest text that Word takes for a property.
const MOST: usize = 255;

/// Title, subject, language and the like. No time is told, so that the same document is the same file.
fn core(document: &Document, language: &str) -> String {
    let mut out = format!("{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
    let status = if document.draft { "Draft" } else { "" };
    let said = [
        ("dc:title", document.title.as_str()),
        ("dc:subject", &document.subtitle),
        ("cp:keywords", &document.reference),
        ("cp:category", &document.kind),
        ("dc:language", language),
        ("cp:version", &document.version),
        ("cp:contentStatus", status),
    ];
    for (name, value) in said.into_iter().filter(|(_, value)| !value.is_empty()) {
        let _ = write!(out, "<{name}>{}</{name}>", escaped(&short(value, MOST)));
    }
    out.push_str("</cp:coreProperties>");
    out
}

/// Reference, version, marking and stamps as properties of one's own, beside those that the look has.
fn custom(document: &Document, known: Option<&str>) -> String {
    let mut said: Vec<(&str, &str)> = vec![("Reference", &document.reference), ("Version", &document.version), ("Marking", &document.marking)];
    said.extend(document.stamps.iter().map(|(label, value)| (label.as_str(), value.as_str())));
    said.retain(|(label, value)| !label.is_empty() && !value.is_empty());
    let mut names = std::collections::BTreeSet::new();
    said.retain(|(label, _)| names.insert(short(label, MOST).to_lowercase()));
    let empty = format!("{DECLARATION}<Properties xmlns=\"{CUSTOM}\" xmlns:vt=\"{VALUES}\"></Properties>");
    let known = known.unwrap_or(&empty);
    let (mut next, mut gone) = (2, Vec::new());
    if let Ok(tree) = read("custom properties", known) {
        for property in tree.root_element().children().filter(roxmltree::Node::is_element) {
            next = next.max(property.attribute("pid").and_then(|pid| pid.parse::<u32>().ok()).filter(|pid| *pid < 1_000_000).unwrap_or(1) + 1);
            if property.attribute("name").is_some_and(|name| names.contains(&name.to_lowercase())) {
                gone.push((property.range(), String::new()));
            }
        }
    }
    let known = edited(known, gone);
    let mut out = String::new();
    for (label, value) in said {
        let _ = write!(
            out,
            "<property xmlns=\"{CUSTOM}\" fmtid=\"{GROUP}\" pid=\"{next}\" name=\"{}\"><vt:lpwstr xmlns:vt=\"{VALUES}\">{}</vt:lpwstr></property>",
            escaped(&short(label, MOST)),
            escaped(&short(value, MOST))
        );
        next += 1;
    }
    match end_of_content(&known) {
        Some(end) => format!("{}{out}{}", &known[..end], &known[end..]),
        None => known,
    }
}

/// The parts that tell the properties, with their paths.
pub(super) fn parts(document: &Document, language: &str, look: &Look, root: &mut Relations, types: &mut Types) -> [(String, String); 2] {
    let mut path = |word: &str, kind: Option<&str>, otherwise: &str, content: &str| {
        let known = root.first(word).map(|relation| resolve("", &relation.target));
        let path = known.unwrap_or_else(|| {
            match kind {
                Some(kind) => root.add_kind(kind, otherwise, false),
                None => root.add(word, otherwise, false),
            };
            otherwise.to_owned()
        });
        types.set(&path, content);
        path
    };
    let core_path = path("core-properties", Some(CORE_KIND), "docProps/core.xml", CORE_TYPE);
    let custom_path = path("custom-properties", None, "docProps/custom.xml", CUSTOM_TYPE);
    let known = look.package.text(&custom_path).filter(|text| end_of_content(text).is_some());
    let custom = custom(document, known);
    [(core_path, core(document, language)), (custom_path, custom)]
}
