//! `config show`: every value with who said so.

use super::with;
use serde_json::Value;

const SETTINGS: &str =
    "# what we want\nfail-on = \"warning\"\noutput = [\"sarif=reports/a.sarif\"]\n\n[severity]\nCHK-Q03 = \"warning\"\n\n[[override]]\npaths = [\"drafts/**\"]\nseverity = { DOC-05 = \"info\" }\n";

#[test]
fn the_table_says_who_said_what() {
    let ran = with(SETTINGS).run(&["config", "show", "--format", "short"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let line = |setting: &str| ran.out.lines().find(|line| line.starts_with(setting)).unwrap_or_else(|| panic!("{setting}: {}", ran.out)).split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(line("fail-on"), "fail-on warning sharewright.toml:2");
    assert_eq!(line("output"), "output sarif=reports/a.sarif sharewright.toml:3");
    assert_eq!(line("format"), "format short --format on the command line");
    assert_eq!(line("each"), "each false not set");
    assert_eq!(line("packs"), "packs none not set");
    assert_eq!(line("severity.CHK-Q03"), "severity.CHK-Q03 warning sharewright.toml:6");
    assert_eq!(line("severity.DOC-05"), "severity.DOC-05 info in drafts/** sharewright.toml:10");
}

#[test]
fn the_json_says_the_same() {
    let folder = with(SETTINGS);
    let ran = folder.run(&["config", "show", "--json", "--each"]);
    let json: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {ran:?}"));
    let of = |setting: &str| json["settings"].as_array().expect("a list").iter().find(|row| row["setting"] == setting).unwrap_or_else(|| panic!("{setting}: {json}"));
    assert_eq!(json["files"], serde_json::json!(["sharewright.toml"]));
    assert_eq!((&of("fail-on")["value"], &of("fail-on")["line"]), (&Value::from("warning"), &Value::from(2)));
    assert_eq!((&of("each")["value"], &of("each")["flag"]), (&Value::from(true), &Value::from("--each")));
    assert_eq!(of("format")["from"], "default");
    assert_eq!(of("severity.DOC-05")["paths"], serde_json::json!(["drafts/**"]));
}

#[test]
fn without_settings_that_is_said() {
    let folder = with("").with("sub/a.isa", super::THIN);
    let ran = folder.run(&["config", "show", "--no-config"]);
    assert!(ran.out.starts_with("no settings file"), "{ran:?}");
    assert!(folder.run(&["config", "show", "sub"]).out.starts_with("settings: sharewright.toml\n"));
    folder.with("sharewright.toml", "fail-on = 3\n").run(&["config", "show"]).is_refused(&["`fail-on` takes text, and this is a number"]);
}
