//! The text of the server stays that of the client, whatever is typed.

use crate::dice::Dice;
use crate::editor::{Editor, able};
use crate::workspace::Folder;
use serde_json::{Value, json};

/// How many changes are made in each encoding.
const EDITS: usize = 10_000;

/// What is typed: words of the language, line ends of every sort, and characters of one to four bytes.
const PIECES: [&str; 22] = [
    "flow f \"F\" {\n",
    "}",
    "\n",
    "\r\n",
    "\r",
    "\n\r",
    "é",
    "😀",
    "𐐀",
    "字",
    "e\u{301}",
    "\"",
    "\"\"\"",
    "# ",
    "review 2027-03-31",
    " ",
    "\t",
    "party p \"P\" { kind council }\r\n",
    "😀😀",
    "\u{FEFF}",
    "between ",
    "",
];

/// The position of a byte, counted without the code of the server: nothing within a character or between the two marks of one line end.
fn position(text: &str, at: usize, in_bytes: bool) -> Option<Value> {
    let is_split = !text.is_char_boundary(at) || text[..at].ends_with('\r') && text[at..].starts_with('\n');
    if is_split {
        return None;
    }
    let before = text[..at].replace("\r\n", "\n").replace('\r', "\n");
    let line = before.split('\n').next_back().unwrap_or("");
    let character = if in_bytes { line.len() } else { line.encode_utf16().count() };
    Some(json!({ "line": before.matches('\n').count(), "character": character }))
}

/// A place where an edit may begin or end.
fn place(text: &str, dice: &mut Dice, in_bytes: bool) -> (usize, Value) {
    loop {
        let at = dice.below(text.len() + 1);
        if let Some(position) = position(text, at, in_bytes) {
            return (at, position);
        }
    }
}

fn run(encodings: &Value, in_bytes: bool) {
    let folder = Folder::new();
    let mut able = able();
    able["general"]["positionEncodings"] = encodings.clone();
    let mut editor = Editor::start(folder.path(), &able);
    assert_eq!(editor.capabilities["positionEncoding"], if in_bytes { "utf-8" } else { "utf-16" });
    let uri = folder.uri("typed.isa");
    let mut text = String::from("agreement car \"Cär 😀\" {\r\n  between police, trust\n}\n");
    editor.open(&uri, &text);
    let mut dice = Dice(0x5EED_2026_1122);
    let mut made = 0;
    let mut version = 1;
    while made < EDITS {
        let mut changes = Vec::new();
        for _ in 0..=dice.below(3) {
            let piece = PIECES[dice.below(PIECES.len())];
            if dice.below(400) == 0 || text.len() > 1_500 {
                piece.clone_into(&mut text);
                changes.push(json!({ "text": text }));
            } else {
                let (one, from) = place(&text, &mut dice, in_bytes);
                let (other, to) = if dice.below(3) == 0 { (one, from.clone()) } else { place(&text, &mut dice, in_bytes) };
                // Most things that are typed are short.
                let is_far = one.abs_diff(other) > 40 && dice.below(10) != 0;
                let ((start, from), (end, to)) = if is_far {
                    ((one, from.clone()), (one, from))
                } else if one <= other {
                    ((one, from), (other, to))
                } else {
                    ((other, to), (one, from))
                };
                text.replace_range(start..end, piece);
                changes.push(json!({ "range": { "start": from, "end": to }, "text": piece }));
            }
            made += 1;
        }
        version += 1;
        editor.change(&uri, version, &json!(changes));
        if version % 50 == 0 {
            assert_eq!(editor.text(&uri), text, "after {made} changes");
        }
    }
    assert_eq!(editor.text(&uri), text);
    assert!(editor.request("textDocument/semanticTokens/full", json!({ "textDocument": { "uri": uri } })).is_ok());
    assert_eq!(editor.end(), Some(0));
}

#[test]
fn the_text_stays_the_same_in_units_of_utf_16() {
    run(&json!(["utf-16"]), false);
}

#[test]
fn the_text_stays_the_same_in_bytes() {
    run(&json!(["utf-16", "utf-8"]), true);
}
