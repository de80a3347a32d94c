//! Files as they are written: sound, the same every time, whatever the text holds; and faults where nothing can be written.

#[path = "pages/sample.rs"]
mod sample;

use sample::{drawing, hostile, whole};
use serde_json::{Value, json};
use sharewright_pdf::{Drawing, write};

fn written(document: &Value, drawings: &[Drawing]) -> Vec<u8> {
    match write(document.to_string().as_bytes(), drawings) {
        Ok(file) => file,
        Err(fault) => panic!("{}: {}", fault.what, fault.help),
    }
}

fn holds(file: &[u8], words: &str) -> bool {
    file.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn every_block_is_written_and_the_file_says_what_it_keeps_to() {
    let file = written(&whole(), &[drawing()]);
    assert!(file.starts_with(b"%PDF-1.7"));
    for words in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "2026-11-21", "en-GB", "An agreement"] {
        assert!(holds(&file, words), "the properties of the file lack {words}");
    }
}

#[test]
fn the_same_document_is_the_same_file() {
    assert!(written(&whole(), &[drawing()]) == written(&whole(), &[drawing()]));
}

#[test]
fn the_language_is_that_of_the_document() {
    let mut document = whole();
    document["language"] = json!("cy");
    assert!(holds(&written(&document, &[drawing()]), "cy-GB"));
}

#[test]
fn a_document_without_anything_is_written() {
    written(&json!({ "title": "", "date": "2026-11-21", "blocks": [] }), &[]);
    let bare = [
        json!({ "is": "table", "head": [], "rows": [] }),
        json!({ "is": "table", "head": [[]], "rows": [[], [[], []]] }),
        json!({ "is": "definitions", "rows": [] }),
        json!({ "is": "list", "items": [] }),
        json!({ "is": "heading", "level": 9, "text": [] }),
        json!({ "is": "clause", "text": [] }),
        json!({ "is": "diagram" }),
        json!({ "is": "signature", "party": [], "office": [] }),
        json!({ "is": "page-break" }),
    ];
    for block in &bare {
        written(&json!({ "title": "T", "date": "2026-11-21", "blocks": [block] }), &[Drawing::default()]);
    }
    written(&json!({ "title": "T", "date": "2026-11-21", "contents": true, "blocks": bare }), &[]);
}

#[test]
fn hostile_text_in_every_place_is_written() {
    for text in hostile() {
        let document = sample::with_text(&whole(), &text);
        let drawing = Drawing { svgs: vec![drawing().svgs[0].replace("Police", &text.replace(['<', '>', '&'], " "))], said: vec![text] };
        written(&document, &[drawing]);
    }
}

#[test]
fn a_text_of_a_hundred_kilobytes_is_written() {
    let word = "x".repeat(100_000);
    let prose = "one two three ".repeat(7_143);
    for text in [word, prose] {
        let said = json!([{ "is": "text", "of": text }]);
        let blocks = json!([{ "is": "paragraph", "text": said }, { "is": "table", "head": [[], []], "rows": [[[], said]] }]);
        assert!(written(&json!({ "title": "T", "date": "2026-11-21", "blocks": blocks }), &[]).len() > 10_000);
    }
}

#[test]
fn damaged_data_is_a_fault_that_says_what_to_do() {
    let whole = whole().to_string();
    for damaged in ["", "{}", "[]", "null", &whole[..whole.len() / 2], &whole.replace("\"paragraph\"", "\"verse\""), &whole.replace("2026-11-21", "soon"), &whole.replace("2026-11-21", "2026-02-31")] {
        let fault = write(damaged.as_bytes(), &[]).expect_err("a fault");
        assert!(!fault.what.is_empty() && fault.help.ends_with('.'), "{fault:?}");
    }
    assert!(write(&[0xff, 0xfe, 0], &[]).is_err());
}

#[test]
fn a_drawing_that_is_none_is_a_fault_or_is_left_out() {
    written(&whole(), &[Drawing { svgs: vec!["no drawing".to_owned()], said: vec!["Police give the plan".to_owned()] }]);
    assert!(write(whole().to_string().as_bytes(), &[Drawing { svgs: vec!["<svg viewBox=\"0 0 10 10\"><".to_owned()], said: Vec::new() }]).is_err());
}
