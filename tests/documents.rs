//! The papers that are made: what they say in each format, that every required section is filled or asked for, that no text breaks out
//! of its place, that a build which is ended leaves whole papers, and the starters. After a change, run `UPDATE=1 cargo test --test documents` and read the difference before it is kept.

#[path = "documents/hostile.rs"]
mod hostile;
#[path = "documents/interrupted.rs"]
mod interrupted;
#[path = "documents/large.rs"]
mod large;
#[path = "documents/made.rs"]
mod made;
#[path = "documents/sections.rs"]
mod sections;
#[path = "docx/sound.rs"]
mod sound;
#[path = "documents/starters.rs"]
mod starters;
#[path = "documents/word_text.rs"]
mod word_text;

use made::{KINDS, build, build_files, format_of, root};
use std::fs;
use word_text::word_text;

/// A paper as a person reviews it: a page without its style sheet, a Word file as text; nothing for one that is kept in another format.
fn reviewed(name: &str, bytes: &[u8]) -> Option<(String, String)> {
    // Of the records of the complete example one is kept in every format; the others are alike.
    if name.starts_with("d-") && !name.starts_with("d-night-") && format_of(name) != "md" {
        return None;
    }
    if format_of(name) == "docx" {
        sound::assert_sound(bytes);
        return Some((format!("{name}.txt"), word_text(bytes)));
    }
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let text = match (text.find("<style>"), text.find("</style>")) {
        (Some(start), Some(end)) if format_of(name) == "html" => [&text[..start], "<style>", &text[end..]].concat(),
        _ => text,
    };
    Some((name.to_owned(), text))
}

/// Makes papers in every format and compares each with the one that was read by a person.
fn are_kept(path: &str, folder: &str) {
    let made = build_files(&root(), &[path], &["--format", "md,html,docx"]);
    let made: Vec<(String, String)> = made.iter().filter_map(|(name, bytes)| reviewed(name, bytes)).collect();
    assert!(!made.is_empty(), "{path}: nothing is made");
    let kept = root().join("tests/golden/documents").join(folder);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(&kept).expect("the folder is made");
        for (name, text) in &made {
            fs::write(kept.join(name), text).expect("the paper is written");
        }
    }
    for (name, text) in &made {
        let wanted = fs::read_to_string(kept.join(name)).unwrap_or_default().replace("\r\n", "\n");
        let differs = text.lines().zip(wanted.lines()).find(|(found, wanted)| found != wanted);
        assert!(*text == wanted, "tests/golden/documents/{folder}/{name} says something else; first difference: {differs:?}. Read it, then UPDATE=1 cargo test --test documents");
    }
    let stray: Vec<String> =
        fs::read_dir(&kept).expect("the kept papers").filter_map(|entry| entry.ok()?.file_name().into_string().ok()).filter(|name| !made.iter().any(|(known, _)| known == name)).collect();
    assert!(stray.is_empty(), "kept and no longer made: {stray:?}");
}

#[test]
fn the_papers_of_the_complete_example_are_those_that_were_read() {
    are_kept("examples/complete", "complete");
}

#[test]
fn the_papers_of_the_case_studies_are_those_that_were_read() {
    are_kept("examples/case-studies", "case-studies");
}

#[test]
fn the_guide_names_every_kind_and_its_template_works() {
    let guide = fs::read_to_string(root().join("docs/documents.md")).expect("the guide");
    for kind in KINDS {
        assert!(guide.contains(&format!("\n| `{kind}` |")), "{kind}");
    }
    let after = guide.split("`house/summary.sheet`:").nth(1).expect("a template");
    let (_, template) = after.split("```").nth(1).and_then(|block| block.split_once('\n')).expect("its text");
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("summary.sheet"), template.trim_start()).expect("a file");
    let made = build(&root(), &["examples/complete"], &["--kind", "summary", "--format", "md", "--templates", &folder.path().to_string_lossy()]);
    assert!(made[0].1.contains("| The nurse briefs the officer | Fenwold Partnership NHS Foundation Trust | Fenwold Police |"), "{}", made[0].1);
}

#[test]
fn every_kind_renders_for_every_example() {
    let made = build(&root(), &["examples"], &["--format", "json"]);
    for kind in KINDS {
        let ending = format!("-{kind}.json");
        assert!(made.iter().any(|(name, _)| name.ends_with(&ending)), "no {kind} is made");
    }
    let agreements = made.iter().filter(|(name, _)| name.ends_with("-agreement.json")).count();
    assert!(agreements >= 23, "{agreements} agreements");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let once = build(&root(), &["examples/complete"], &["--format", "html,json"]);
    let again = build(&root(), &["examples/complete"], &["--format", "html,json"]);
    assert!(once == again, "two runs differ");
}

#[test]
fn an_agreement_with_errors_says_so_and_a_draft_is_marked() {
    let made = build(&root(), &["examples/case-studies/seaview.isa"], &["--format", "md", "--kind", "agreement"]);
    let (_, text) = &made[0];
    assert!(text.contains("> **Draft.**"), "{text}");
    assert!(text.contains("errors found in the source of this document. It is not fit to sign."), "{text}");
    let made = build(&root(), &["examples/complete"], &["--format", "md", "--kind", "agreement"]);
    assert!(!made[0].1.contains("> **Draft.**") && !made[0].1.contains("not fit to sign"));
}

#[test]
fn terms_of_a_parent_are_shown_as_inherited() {
    let folder = tempfile::tempdir().expect("a folder");
    let parent = "agreement county \"County protocol\" {\n  exit \"Copies are destroyed.\"\n}\n";
    let child = "use \"county.isa\"\nagreement car \"Car\" {\n  under county\n  inherits exit\n}\n";
    let alone = "agreement alone \"Alone\" {\n  under \"the county protocol\"\n  inherits exit\n}\n";
    for (name, text) in [("county.isa", parent), ("car.isa", child), ("alone.isa", alone)] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let made = build(folder.path(), &["."], &["--format", "md", "--kind", "agreement"]);
    let of = |name: &str| made.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone()).expect("a paper");
    assert!(of("car-agreement.md").contains("Copies are destroyed. _Inherited from County protocol._"), "{}", of("car-agreement.md"));
    assert!(of("alone-agreement.md").contains("_Left to the parent agreement, which was not read here: not checked._"), "{}", of("alone-agreement.md"));
    assert!(!of("county-agreement.md").contains("Inherited from"));
}

#[test]
fn a_refusal_gives_nothing_and_keeps_its_reasons() {
    let made = build(&root(), &["examples/complete/refusal.disclosure"], &["--format", "md", "--kind", "reply"]);
    let (_, text) = &made[0];
    assert!(text.contains("We do not share this information."), "{text}");
    assert!(!text.contains("What we share"), "{text}");
    // The reason stands in the record. A letter must not tell in passing what is held in confidence.
    assert!(!text.contains("no other ground was shown"), "{text}");
}
