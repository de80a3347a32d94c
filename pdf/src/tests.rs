//! What stands on the pages.

use super::*;
use serde_json::{Value, json};
use typst::layout::{Frame, FrameItem};

/// The words of each page, without the places where a line may break.
fn words(blocks: &Value) -> Vec<String> {
    let document = json!({ "title": "T", "date": "2026-11-21", "reference": "REF-1", "marking": "OFFICIAL", "draft": true, "blocks": blocks });
    let desk = desk(document.to_string().as_bytes(), &[]).expect("a desk");
    let set = pages(&desk).expect("pages");
    file(&set).expect("a file that passes its checks");
    set.pages().iter().map(|page| on(&page.frame).replace('\u{200B}', "")).collect()
}

fn on(frame: &Frame) -> String {
    frame
        .items()
        .map(|(_, item)| match item {
            FrameItem::Group(group) => on(&group.frame),
            FrameItem::Text(text) => text.text.to_string(),
            _ => String::new(),
        })
        .collect()
}

fn paragraph(words: &str) -> Value {
    json!({ "is": "paragraph", "text": [{ "is": "text", "of": words }] })
}

#[test]
fn markup_is_text() {
    for text in ["#set text(fill: red)", "*b* _i_ `c` $x^2$", "<label> @ref // c", "= head", "- item", "\") #panic() (\"", "\\ ~ --- ... 'a' \"b\"", "https://example.org/#x", "{% x %} {{ y }}"] {
        let pages = words(&json!([paragraph(text)]));
        assert!(pages[0].contains(text), "{text} is not in {}", pages[0]);
    }
}

#[test]
fn what_cannot_be_shown_is_told() {
    let page = words(&json!([paragraph("a 😀 b\u{0}c")])).concat();
    assert!(page.contains("a [U+1F600] bc") && page.contains("shown by their Unicode numbers"), "{page}");
    assert!(!words(&json!([paragraph("a")])).concat().contains("Unicode"));
}

#[test]
fn every_page_says_what_it_belongs_to() {
    let pages = words(&json!([paragraph("one"), { "is": "page-break" }, paragraph("two")]));
    assert_eq!(pages.len(), 2);
    for (place, page) in pages.iter().enumerate() {
        for part in ["REF-1", "OFFICIAL", "DRAFT", &format!("Page {} of 2", place + 1)] {
            assert!(page.contains(part), "page {} lacks {part}: {page}", place + 1);
        }
    }
}

#[test]
fn the_head_of_a_table_is_on_each_of_its_pages_and_no_row_is_cut() {
    let cell = |words: &str| json!([{ "is": "text", "of": words }]);
    let rows: Vec<Value> = (0..60).map(|row| json!([cell(&format!("begin{row}")), cell(&"some words ".repeat(30)), cell(&format!("end{row}"))])).collect();
    let pages = words(&json!([{ "is": "table", "caption": cell("Caption"), "head": [cell("First"), cell("Second"), cell("Third")], "rows": rows }]));
    assert!(pages.len() > 3);
    for page in &pages {
        assert!(page.contains("First") && page.contains("Third"), "{page}");
    }
    for row in 0..60 {
        let place = |word: String| pages.iter().position(|page| page.contains(&word)).expect("a cell");
        assert_eq!(place(format!("begin{row}some")), place(format!("end{row}")), "row {row} is cut");
    }
}

#[test]
fn a_heading_is_not_left_alone_at_the_end_of_a_page() {
    let heading = json!({ "is": "heading", "level": 1, "number": "7", "text": [{ "is": "text", "of": "Retention" }] });
    for filling in 30..46 {
        let mut blocks: Vec<Value> = (0..filling).map(|_| paragraph("A line.")).collect();
        blocks.extend([heading.clone(), paragraph("Kept for a year."), paragraph("More.")]);
        let pages = words(&json!(blocks));
        let with = |word: &str| pages.iter().position(|page| page.contains(word)).expect("it is there");
        assert_eq!(with("Retention"), with("Kept for a year."), "after {filling} lines");
    }
}

#[test]
fn what_is_open_is_seen() {
    let page = words(&json!([{ "is": "prompt", "text": [{ "is": "missing", "of": "the date" }], "remark": "CHK-Q03: no date." }])).concat();
    assert!(page.contains("To be answered:") && page.contains("[the date]") && page.contains("CHK-Q03: no date."), "{page}");
}
