//! `sharewright waivers`: what is listed, in which order, and how many days are left.

#[allow(dead_code, reason = "made for the tests of the command line, and shared with them")]
#[path = "command_line/tool.rs"]
mod tool;

use serde_json::Value;
use tool::{Folder, Ran};

const DAY: [&str; 2] = ["--as-of", "2026-11-21"];

fn folder() -> Folder {
    let agreement = "agreement a \"A\" {\n  waive CHK-Q03 because \"The radio comes in May.\" owner \"The lead\" until 2027-05-31\n  waive CHK-Q04 because \"It is redrawn.\" owner \"The lead\" until 2026-11-20\n  \
                     waive CHK-Q05 owner \"The lead\" until 2027-01-01\n  waive CHK-Q06, CHK-Q07 because \"Today only.\" owner \"The lead\" until 2026-11-21\n}\n";
    Folder::empty().with("a.isa", agreement).with("none.isa", tool::GOOD)
}

fn waivers(folder: &Folder, flags: &[&str]) -> Ran {
    folder.run(&[&["waivers"], DAY.as_slice(), flags].concat())
}

#[test]
fn what_needs_a_look_comes_first() {
    let ran = waivers(&folder(), &["--format", "json"]);
    let list: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    let told: Vec<(&str, Option<i64>, u64)> = list["waivers"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|waiver| (waiver["state"].as_str().expect("a state"), waiver["days_left"].as_i64(), waiver["place"]["line"].as_u64().expect("a line")))
        .collect();
    assert_eq!(told, [("incomplete", None, 4), ("ended", Some(-1), 3), ("holds", Some(0), 5), ("holds", Some(191), 2)]);
    assert_eq!(list["waivers"][2]["rules"], serde_json::json!(["CHK-Q06", "CHK-Q07"]));
    assert_eq!(ran.code, Some(0));
}

#[test]
fn those_that_hold_are_those_that_set_something_aside() {
    let folder = folder();
    let findings: Value = serde_json::from_str(&folder.run(&[["lint", "--format", "json"].as_slice(), &DAY].concat()).out).expect("JSON");
    let waived: Vec<&str> = findings["findings"].as_array().expect("a list").iter().filter(|finding| finding["state"] == "waived").filter_map(|finding| finding["code"].as_str()).collect();
    for (code, holds) in [("CHK-Q03", true), ("CHK-Q04", false), ("CHK-Q05", false), ("CHK-Q06", true), ("CHK-Q07", true)] {
        assert_eq!(waived.contains(&code), holds, "{code}: {waived:?}");
    }
}

#[test]
fn the_table_says_when_and_why() {
    let out = waivers(&folder(), &[]).out;
    let line = |code: &str| out.lines().find(|line| line.contains(code)).unwrap_or_else(|| panic!("{code} is listed: {out}"));
    assert!(line("CHK-Q03").starts_with("2027-05-31  191 "), "{out}");
    assert!(line("CHK-Q04").starts_with("2026-11-20  ended "), "{out}");
    assert!(line("CHK-Q05").contains("not said"), "{out}");
    assert!(out.ends_with("4 waivers on 2026-11-21: 2 of them set something aside, 1 ended, 1 not complete\n"), "{out}");
}

#[test]
fn nothing_and_what_cannot_be_read_are_told() {
    let none = Folder::empty().with("none.isa", tool::GOOD);
    assert_eq!(waivers(&none, &[]).out, "0 waivers on 2026-11-21: 0 of them set something aside, 0 ended, 0 not complete\n");
    assert_eq!(waivers(&Folder::empty(), &[]).code, Some(3));
    let gone = waivers(&folder(), &["gone.isa", "."]);
    assert!(gone.code == Some(2) && gone.err.contains("`gone.isa` cannot be read") && gone.out.contains("CHK-Q03"), "{gone:?}");
}
