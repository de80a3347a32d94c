//! A Word file as text that a person can review: every paragraph with its style, tables row by row, names of content controls, comments,
//! pictures, headers and properties.

use crate::sound::{WORD, parts};
use roxmltree::{Document, Node};
use std::fmt::Write;

/// All that a Word file says.
pub fn word_text(file: &[u8]) -> String {
    let parts = parts(file);
    let mut out = String::new();
    for (name, bytes) in &parts {
        let is_told = name == "word/document.xml" || ["word/comments", "word/header", "word/footer", "docProps/core", "docProps/custom"].iter().any(|start| name.starts_with(start));
        if is_told {
            let text = String::from_utf8(bytes.clone()).expect("UTF-8");
            let tree = Document::parse(&text).expect("XML");
            let _ = writeln!(out, "=== {name}");
            blocks(&mut out, tree.root_element(), 0);
        } else if name.contains("/media/") {
            let _ = writeln!(out, "=== {name}: a picture");
        }
    }
    out
}

fn blocks(out: &mut String, node: Node<'_, '_>, depth: usize) {
    let indent = "  ".repeat(depth);
    for child in node.children().filter(Node::is_element) {
        match child.tag_name().name() {
            "p" => {
                let level = value(child, "ilvl").filter(|_| value(child, "numId") != Some("0")).map(|level| format!(" {level}")).unwrap_or_default();
                let _ = writeln!(out, "{indent}{}{level}: {}", value(child, "pStyle").unwrap_or("Normal"), runs(child));
            }
            "tbl" => {
                let _ = writeln!(out, "{indent}table {}", value(child, "tblCaption").unwrap_or(""));
                blocks(out, child, depth + 1);
            }
            "tr" => {
                let is_head = child.descendants().any(|node| node.has_tag_name((WORD, "tblHeader")));
                let cells = child.children().filter(|node| node.has_tag_name((WORD, "tc")));
                let cells: Vec<String> = cells.map(|cell| cell.descendants().filter(|node| node.has_tag_name((WORD, "p"))).map(runs).collect::<Vec<_>>().join(" / ")).collect();
                let _ = writeln!(out, "{indent}{}| {} |", if is_head { "head " } else { "" }, cells.join(" | "));
            }
            "sdt" => {
                let _ = writeln!(out, "{indent}control {}", value(child, "tag").unwrap_or(""));
                blocks(out, child, depth + 1);
            }
            "comment" => {
                let _ = writeln!(out, "{indent}comment {}", child.attribute((WORD, "id")).unwrap_or(""));
                blocks(out, child, depth + 1);
            }
            "sdtPr" | "tblPr" | "tblGrid" | "trPr" | "sectPr" => {}
            _ if child.children().any(|inner| inner.is_element()) => blocks(out, child, depth),
            name => {
                let name = node.attribute("name").unwrap_or(name);
                let _ = writeln!(out, "{indent}{name}: {}", child.text().unwrap_or(""));
            }
        }
    }
}

/// What a property of a paragraph, a control or a table says.
fn value<'t>(node: Node<'t, '_>, name: &str) -> Option<&'t str> {
    let properties = node.children().find(|child| matches!(child.tag_name().name(), "pPr" | "sdtPr" | "tblPr"))?;
    properties.descendants().find(|child| child.has_tag_name((WORD, name)))?.attribute((WORD, "val"))
}

fn runs(paragraph: Node<'_, '_>) -> String {
    let mut out = String::new();
    for node in paragraph.descendants() {
        match node.tag_name().name() {
            "t" => out.push_str(node.text().unwrap_or("")),
            "br" => out.push_str(" / "),
            "tab" if node.parent().is_some_and(|parent| parent.has_tag_name((WORD, "r"))) => out.push_str("  "),
            "highlight" => out.push('*'),
            "commentReference" => {
                let _ = write!(out, " [comment {}]", node.attribute((WORD, "id")).unwrap_or(""));
            }
            "docPr" => {
                let _ = write!(out, "[picture: {}]", node.attribute("descr").unwrap_or(""));
            }
            _ => {}
        }
    }
    out
}
