//! Blocks whose text is longer than a page, as several blocks that say the same in the same order.
//!
//! A line of a paragraph takes time by the length of the whole paragraph where one of its letters is read from right to left, and a
//! remark is set anew for each page that it reaches over. Cut in pieces, a megabyte takes ten times what a tenth of it takes.

use super::columns;
use super::document::{Block, Document, Inline, Inlines, plain};
use super::pieces::{pieces, terms, words};

/// Cuts what is too long. What does not fit at the head of the document goes on in paragraphs before its first block.
pub(crate) fn spread(document: &mut Document) {
    let mut before = Vec::new();
    let Document { title, subtitle, reference, version, marking, draft_words, warning, .. } = &mut *document;
    for text in [title, reference, version, marking, subtitle] {
        before.extend(rest(text).into_iter().map(paragraph));
    }
    before.extend([draft_words, warning].into_iter().flat_map(rest).map(|text| Block::Note { tone: "warning".to_owned(), text: vec![Inline::Text(text)] }));
    let mut after = Vec::new();
    for (label, value) in &mut document.stamps {
        after.extend(rest(label).into_iter().chain(rest(value)).map(paragraph));
    }
    document.blocks = before.into_iter().chain(std::mem::take(&mut document.blocks).into_iter().flat_map(block)).chain(after).collect();
}

/// Cuts a text after its first piece, and gives the others.
fn rest(text: &mut String) -> Vec<String> {
    let mut all = words(text).into_iter();
    *text = all.next().unwrap_or_default();
    all.collect()
}

fn paragraph(text: String) -> Block {
    Block::Paragraph { text: vec![Inline::Text(text)] }
}

/// The blocks of a block: itself, where it is short enough.
fn block(block: Block) -> Vec<Block> {
    match block {
        Block::Paragraph { text } => pieces(text).into_iter().map(|text| Block::Paragraph { text }).collect(),
        Block::Note { tone, text } => notes(&tone, text),
        Block::Heading { level, name, number, text, anchor, listed } => {
            let (text, more) = first(text);
            let heading = Block::Heading { level, name, number, text, anchor, listed };
            std::iter::once(heading).chain(more.into_iter().map(|text| Block::Paragraph { text })).collect()
        }
        Block::Clause { name, number, text, anchor } => {
            let (text, more) = first(text);
            // What goes on has no number, and stands under the text of the clause.
            let goes_on = more.into_iter().map(|text| Block::Clause { name: String::new(), number: String::new(), text, anchor: None });
            std::iter::once(Block::Clause { name, number, text, anchor }).chain(goes_on).collect()
        }
        Block::Prompt { name, text, mut remark, anchor } => {
            let (text, more) = first(text);
            let remarks = rest(&mut remark).into_iter().map(|text| vec![Inline::Text(text)]);
            let goes_on: Vec<Block> = more.into_iter().chain(remarks).map(|text| Block::Note { tone: String::new(), text }).collect();
            std::iter::once(Block::Prompt { name, text, remark, anchor }).chain(goes_on).collect()
        }
        Block::Table { caption, head, rows, setting } => {
            let (before, caption) = last(caption);
            before.into_iter().map(|text| Block::Paragraph { text }).chain([Block::Table { caption, head, rows, setting }]).collect()
        }
        Block::Diagram { caption, mut drawing } => {
            let (before, caption) = last(caption);
            if let Some(drawing) = &mut drawing {
                drawing.said = drawing.said.iter().flat_map(|said| words(said)).collect();
            }
            before.into_iter().map(|text| Block::Paragraph { text }).chain([Block::Diagram { caption, drawing }]).collect()
        }
        Block::Signature { party, office, date, whole: false } => {
            let one = |text: &str| vec![Inline::Text(text.to_owned())];
            let rows = [("For", party), ("Office", office), ("Signed", Vec::new()), ("Date", one(&date))];
            let rows: Vec<(Inlines, Vec<Inlines>)> = rows.into_iter().flat_map(|(label, said)| terms((one(label), vec![said]))).collect();
            let setting = columns::terms(&rows);
            vec![Block::Definitions { rows, setting }]
        }
        other => vec![other],
    }
}

fn notes(tone: &str, text: Inlines) -> Vec<Block> {
    pieces(text).into_iter().map(|text| Block::Note { tone: tone.to_owned(), text }).collect()
}

/// The first piece, and the others.
fn first(text: Inlines) -> (Inlines, Vec<Inlines>) {
    let mut all = pieces(text).into_iter();
    (all.next().unwrap_or_default(), all.collect())
}

/// The last piece, and those before it: what belongs to a table stands next to it.
fn last(text: Inlines) -> (Vec<Inlines>, Inlines) {
    let mut all = pieces(text);
    let last = all.pop().unwrap_or_default();
    (all, if plain(&last).is_empty() { Vec::new() } else { last })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// All that a document says, in order, and how long the longest of its texts is.
    fn said(document: &Document) -> (String, usize) {
        let mut texts = vec![document.title.clone(), document.warning.clone()];
        for block in &document.blocks {
            match block {
                Block::Heading { text, .. } | Block::Clause { text, .. } | Block::Paragraph { text } | Block::Note { text, .. } => texts.push(plain(text)),
                Block::Prompt { text, remark, .. } => texts.extend([plain(text), remark.clone()]),
                Block::Table { caption, .. } => texts.push(plain(caption)),
                Block::Definitions { rows, .. } => texts.extend(rows.iter().flat_map(|(_, said)| said).map(|said| plain(said))),
                _ => {}
            }
        }
        (texts.concat(), texts.iter().map(|text| text.chars().count()).max().unwrap_or(0))
    }

    #[test]
    fn nothing_is_lost_and_nothing_stays_long() {
        let long = "one two three \u{5d0} ".repeat(2_000);
        let text = json!([{ "is": "strong", "of": [{ "is": "text", "of": long }] }]);
        let blocks = [
            json!({ "is": "heading", "level": 1, "text": text }),
            json!({ "is": "clause", "number": "1", "text": text }),
            json!({ "is": "paragraph", "text": text }),
            json!({ "is": "note", "tone": "warning", "text": text }),
            json!({ "is": "prompt", "text": text, "remark": "" }),
            json!({ "is": "table", "caption": text, "head": [[]], "rows": [[[]]] }),
            json!({ "is": "signature", "party": text, "office": [], "date": "" }),
        ];
        for block in blocks {
            let mut document: Document = serde_json::from_value(json!({ "title": "", "date": "2026-11-21", "blocks": [block] })).expect("a document");
            spread(&mut document);
            let (all, longest) = said(&document);
            assert!(document.blocks.len() > 5 || matches!(document.blocks[0], Block::Definitions { .. }), "{block}");
            assert_eq!(all, long, "{}", block["is"]);
            assert!(longest <= 3_000, "{longest} in {}", block["is"]);
        }
        let mut document: Document = serde_json::from_value(json!({ "title": long, "warning": "w".repeat(9_000), "date": "2026-11-21", "blocks": [] })).expect("a document");
        spread(&mut document);
        let (all, longest) = said(&document);
        assert_eq!((all.len(), longest), (long.len() + 9_000, 3_000));
    }

    #[test]
    fn usual_blocks_stay_as_they_are() {
        let text = json!([{ "is": "text", "of": "a few words" }]);
        let blocks = json!([{ "is": "paragraph", "text": text }, { "is": "prompt", "text": text, "remark": "why" }, { "is": "table", "caption": [], "head": [[]], "rows": [[[]]] }]);
        let mut document: Document = serde_json::from_value(json!({ "title": "T", "date": "2026-11-21", "blocks": blocks })).expect("a document");
        spread(&mut document);
        assert_eq!(document.blocks.len(), 3);
    }
}
