//! Texts of millions of characters, full of markup: every kind is made in every format, or the file is refused in words.

use super::made::{builder, files, format_of};
use super::sound::assert_sound;
use std::fs;

const MARKUP: &str = "x<b> & | * _ ` # [l](javascript:x) \u{5d0}\u{202e} \u{1f600} \u{7} ]]> </w:t> {{ x }} ";

/// An agreement with its procedure and a record; one text of it is as long as is asked for.
fn agreement(place: &str, bytes: usize) -> String {
    let long = MARKUP.repeat(bytes / MARKUP.len());
    let text = |own: &str, short: &str| if own == place { long.clone() } else { short.to_owned() };
    format!(
        "party police \"Police\" {{\n  kind police-force\n}}\nparty trust \"Trust\" {{\n  kind nhs-trust\n}}\nagreement car \"Car\" {{\n  between police, trust\n  purpose help \"Help\" {{\n    statement \"{}\"\n  }}\n}}\nprocedure work \"{}\" {{\n  implements car\n}}\ndisclosure night \"Night\" {{\n  holder trust\n  purpose \"{}\"\n}}\n",
        text("agreement", "Help."),
        text("procedure", "Work"),
        text("record", "Safety.")
    )
}

#[test]
fn a_text_of_millions_of_characters_is_text_in_every_format() {
    for place in ["agreement", "procedure", "record"] {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.isa"), agreement(place, 2_000_000)).expect("a file");
        let out = folder.path().join("out");
        let ran = builder(folder.path(), &out, &["a.isa"], &["--format", "md,html,docx,json", "--as-of", "2026-11-21"]).output().expect("the tool runs");
        assert!(ran.status.success(), "{place}: {}", String::from_utf8_lossy(&ran.stderr));
        let made = files(&out);
        assert!(made.iter().any(|(name, bytes)| format_of(name) == "html" && bytes.len() > 2_000_000), "{place}: the text is there");
        for (name, bytes) in made {
            if format_of(&name) == "docx" {
                assert_sound(&bytes);
            } else {
                let text = String::from_utf8(bytes).expect("UTF-8");
                assert!(!text.contains(['\u{202e}', '\u{7}']), "{place}: {name}");
                assert!(format_of(&name) != "html" || !text.contains("<b>") && !text.contains("</w:t>"), "{place}: {name}");
            }
        }
    }
}

#[test]
fn ten_megabytes_are_refused_in_words_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.isa"), agreement("agreement", 10_000_000)).expect("a file");
    let out = folder.path().join("out");
    let ran = builder(folder.path(), &out, &["a.isa"], &[]).output().expect("the tool runs");
    assert_eq!(ran.status.code(), Some(1));
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(said.contains("is too large") && said.contains("8 MB is the most"), "{said}");
    assert!(!out.exists());
}
