//! Every section that the standards require stands in the paper, and is filled or asks to be filled.

use super::made::{build, root};
use serde_json::Value;

/// Kind, id of the section, heading, and when it is required.
const SECTIONS: &str = include_str!("sections.tsv");

struct Section {
    kind: &'static str,
    id: &'static str,
    heading: &'static str,
    when: &'static str,
}

fn sections() -> Vec<Section> {
    let rows = SECTIONS.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    rows.map(|row| Section { kind: row[0], id: row[1], heading: row[2], when: row[3] }).collect()
}

fn text_of(inlines: &Value) -> String {
    inlines.as_array().into_iter().flatten().filter_map(|inline| inline["of"].as_str()).collect()
}

/// What stands under a section, up to the next one; nothing when the section is not there.
fn under<'d>(document: &'d Value, section: &Section) -> Option<Vec<&'d Value>> {
    let blocks = document["blocks"].as_array()?;
    let start = blocks.iter().position(|block| block["is"] == "heading" && block["level"] == 1 && block["name"] == section.id && text_of(&block["text"]) == section.heading)?;
    Some(blocks[start + 1..].iter().take_while(|block| !(block["is"] == "heading" && block["level"] == 1)).filter(|block| block["is"] != "heading").collect())
}

fn check(paths: &[&str], from: &std::path::Path) -> usize {
    let mut seen = 0;
    for (name, text) in build(from, paths, &["--format", "json", "--kind", "agreement,procedure,dpia"]) {
        let document: Value = serde_json::from_str(&text).expect("JSON");
        for section in sections().iter().filter(|section| document["kind"] == section.kind) {
            match under(&document, section) {
                None => assert_ne!(section.when, "always", "{name}: `{}` is missing", section.id),
                Some(blocks) => {
                    seen += 1;
                    assert!(!blocks.is_empty(), "{name}: nothing stands under `{}`", section.id);
                }
            }
        }
    }
    seen
}

#[test]
fn every_required_section_is_filled_or_asked_for() {
    assert!(check(&["examples"], &root()) > 1000);
}

#[test]
fn an_empty_agreement_and_an_empty_procedure_ask_for_everything() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "agreement a \"A\" {\n}\nprocedure p \"P\" {\n  implements a\n}\n";
    std::fs::write(folder.path().join("a.isa"), text).expect("a file");
    assert_eq!(check(&["a.isa"], folder.path()), sections().iter().filter(|section| section.when == "always").count());
    for (name, text) in build(folder.path(), &["a.isa"], &["--format", "json", "--kind", "agreement,procedure"]) {
        let document: Value = serde_json::from_str(&text).expect("JSON");
        for section in sections().iter().filter(|section| document["kind"] == section.kind && section.when == "always" && section.id != "sop.control") {
            let asked = under(&document, section).expect("the section").iter().any(|block| block["is"] == "prompt");
            assert!(asked, "{name}: `{}` is empty and asks for nothing", section.id);
        }
    }
}

#[test]
fn joint_controllers_and_processors_have_their_sections() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "party a \"A\" {\n  capacity joint-controller\n}\nparty b \"B\" {\n  capacity processor for a\n}\nagreement x \"X\" {\n  between a, b\n}\n";
    std::fs::write(folder.path().join("x.isa"), text).expect("a file");
    assert_eq!(check(&["x.isa"], folder.path()), sections().iter().filter(|section| section.kind != "procedure").count());
}
