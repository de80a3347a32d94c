//! Markup of every format in every text of the complete example: the papers keep their structure, in every format.

use super::made::{build, build_files, root};
use super::sound::{WORD, assert_sound, text};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

/// What is added to every text.
const MARKUP: &str = " </p><script>x()</script> <!-- ]]> **b** _i_ `c` ``` [[m]] [l](javascript:x) | y | :title z {{ 7 * 7 }} {% raw %} {# n #} &amp; \u{202e}\u{202c} \u{e000}\u{e001}\u{e002}\u{e003} \u{1f600} \u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{645}\u{631}\u{7} $x$ #set x";

/// The same, and lines that would be statements of a sheet or blocks of Markdown.
const LINES: &str = "\n:title hacked\n:row a | b\n:end\n- item\n  - deeper\na | b\n|---|---|\n# head\n1. one\n\n    code\n";

/// The same text with the markup in every string, comments left alone; `use` keeps its path. With lines, strings become blocks of text.
fn poisoned(text: &str, lines: bool) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with("use ") {
            out.push_str(line);
            continue;
        }
        let mut in_text = false;
        let mut rest = line.chars();
        while let Some(c) = rest.next() {
            if c == '#' && !in_text {
                out.push('#');
                out.extend(rest.by_ref());
                break;
            }
            if c == '"' {
                if in_text {
                    out.push_str(MARKUP);
                    out.push_str(if lines { LINES } else { "" });
                }
                in_text = !in_text;
                out.push_str(if lines { "\"\"" } else { "" });
            }
            out.push(c);
        }
    }
    out
}

/// The skeleton of a document: what stands after what, under which name, and how many cells it has.
fn skeleton(text: &str) -> Value {
    let document: Value = serde_json::from_str(text).expect("JSON");
    let length = |value: &Value| value.as_array().map_or(0, Vec::len);
    let blocks = document["blocks"].as_array().expect("blocks").iter().map(|block| {
        let inner = match block["is"].as_str() {
            Some("table") => json!([length(&block["head"]), block["rows"].as_array().expect("rows").iter().map(length).collect::<Vec<_>>()]),
            Some("list") => json!(length(&block["items"])),
            Some("definitions") => json!(block["rows"].as_array().expect("rows").iter().map(|row| length(&row[1])).collect::<Vec<_>>()),
            _ => Value::Null,
        };
        json!([block["is"], block["level"], block["name"], block["number"], inner])
    });
    json!([blocks.collect::<Vec<_>>(), length(&document["stamps"])])
}

/// The names of the tags of a page.
fn tags(page: &str) -> BTreeSet<String> {
    page.split('<').skip(1).map(|part| part.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '!' | '-')).collect()).collect()
}

fn poisoned_example(lines: bool) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for entry in fs::read_dir(root().join("examples/complete")).expect("the example") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("UTF-8");
        fs::write(folder.path().join(path.file_name().expect("a name")), poisoned(&text, lines)).expect("a file");
    }
    folder
}

/// These tell what is in the text; the reports and notices tell what was found as well, which differs.
const TOLD: &str = "agreement,procedure,summary,record,reply,policy";

#[test]
fn no_text_changes_the_structure_of_a_paper() {
    let flags = ["--format", "json", "--kind", TOLD];
    let clean = build(&root(), &["examples/complete"], &flags);
    assert!(clean.len() > 30, "{} papers", clean.len());
    for lines in [false, true] {
        let folder = poisoned_example(lines);
        let hostile = build(folder.path(), &["."], &flags);
        assert_eq!(clean.len(), hostile.len());
        for ((name, clean), (other, hostile)) in clean.iter().zip(&hostile) {
            assert_eq!(name, other);
            let (clean, hostile) = (skeleton(clean), skeleton(hostile));
            let differs = clean[0].as_array().into_iter().flatten().zip(hostile[0].as_array().into_iter().flatten()).find(|(clean, hostile)| clean != hostile);
            assert!(clean == hostile, "{name}: {differs:?}");
        }
    }
}

#[test]
fn no_text_becomes_a_tag_or_a_link() {
    let clean = build(&root(), &["examples/complete"], &["--format", "html"]);
    let known: BTreeSet<String> = clean.iter().flat_map(|(_, page)| tags(page)).collect();
    let folder = poisoned_example(true);
    for (name, page) in build(folder.path(), &["."], &["--format", "html"]) {
        let strange: Vec<String> = tags(&page).into_iter().filter(|tag| !known.contains(tag) && !["mark", "/mark", "br"].contains(&tag.as_str())).collect();
        assert!(strange.is_empty(), "{name}: {strange:?}");
        assert!(!page.contains("href=\"javascript"), "{name}");
        assert!(!page.contains(['\u{202e}', '\u{e000}', '\u{e001}', '\u{e002}', '\u{e003}']), "{name}: a mark of the tool's own, or one that turns text round");
    }
}

/// The lines of a Markdown text that are structure: headings, rows with their cells, items, and what fences code.
fn structure(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        if line.starts_with("```") {
            in_code = !in_code;
            found.push("code".to_owned());
        } else if !in_code && !line.starts_with("> **Warning.**") && !line.starts_with("> **Draft.**") {
            let mark: String = line.trim_start().chars().take_while(|c| matches!(c, '#' | '-' | '>' | '|')).collect();
            let cells = line.replace("\\|", "").matches('|').count();
            if mark == "|" {
                found.push(format!("row of {cells}"));
            } else if mark == ">" && found.last().is_some_and(|last| last == ">") {
                // A remark of several lines is one remark.
            } else if !mark.is_empty() && line.trim_start()[mark.len()..].starts_with(' ') {
                found.push(mark);
            }
        }
    }
    assert!(!in_code, "code ends");
    found
}

#[test]
fn no_text_breaks_out_of_markdown() {
    let flags = ["--format", "md", "--kind", TOLD];
    let clean = build(&root(), &["examples/complete"], &flags);
    let folder = poisoned_example(true);
    for ((name, clean), (_, hostile)) in clean.iter().zip(&build(folder.path(), &["."], &flags)) {
        let (clean, hostile) = (structure(clean), structure(hostile));
        let differs = clean.iter().zip(&hostile).position(|(clean, hostile)| clean != hostile);
        assert!(clean == hostile, "{name}: {} and {} lines of structure, first difference {differs:?}", clean.len(), hostile.len());
    }
    for (name, text) in build(folder.path(), &["."], &["--format", "md"]) {
        let plain = text.replace("\\<", "").replace("\\[", "").replace("&lt;", "");
        assert!(!plain.contains("<script") && !plain.contains("<!--") && !plain.contains("[l]"), "{name}");
        assert!(!text.contains(['\u{202e}', '\u{e000}', '\u{e001}', '\u{e002}', '\u{e003}']), "{name}");
    }
}

/// The paragraphs of a Word file by their styles, and its rows, cells, controls and pictures.
fn word_structure(file: &[u8]) -> Vec<String> {
    let main = text(file, "word/document.xml");
    let tree = roxmltree::Document::parse(&main).expect("XML");
    let told = tree.descendants().filter(|node| ["pStyle", "tr", "tc", "sdt", "drawing", "instrText"].iter().any(|name| node.has_tag_name((WORD, *name))));
    // That the source has errors is told in a paragraph of its own, and a longer diagram takes more pictures.
    told.map(|node| format!("{} {}", node.tag_name().name(), node.attribute((WORD, "val")).unwrap_or("")))
        .filter(|told| !["pStyle Warning", "pStyle Picture", "drawing "].contains(&told.as_str()))
        .collect()
}

#[test]
fn no_text_breaks_out_of_a_word_file() {
    let flags = ["--format", "docx", "--kind", TOLD];
    let clean = build_files(&root(), &["examples/complete"], &flags);
    let folder = poisoned_example(true);
    for ((name, clean), (_, hostile)) in clean.iter().zip(&build_files(folder.path(), &["."], &flags)) {
        let (clean, hostile) = (word_structure(clean), word_structure(hostile));
        let differs = clean.iter().zip(&hostile).find(|(clean, hostile)| clean != hostile);
        assert!(clean == hostile, "{name}: {} and {} parts, first difference {differs:?}", clean.len(), hostile.len());
    }
    for (name, file) in build_files(folder.path(), &["."], &["--format", "docx"]) {
        assert_sound(&file);
        assert!(!text(&file, "word/_rels/document.xml.rels").contains("javascript"), "{name}");
    }
}
