//! The shape of settings: what the reader refuses, the schema for editors refuses too, and what it takes is right by the schema.

use super::schema::faults;
use super::with;
use serde_json::Value;

/// Settings that use every key.
const WHOLE: &str = r#"
extends = { file = "base.toml", sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }
packs = []
format = "narrated"
output = ["sarif", "junit=reports/junit.xml"]
fail-on = "never"
each = true

[severity]
CHK-Q03 = "warning"

[[override]]
paths = ["drafts/**"]
severity = { CHK-Q03 = "warning" }
"#;

fn schema() -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas/config.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("the schema is there")).expect("a schema is JSON")
}

fn json(settings: &str) -> Value {
    let table: toml::Table = settings.parse().expect("TOML");
    serde_json::to_value(table).expect("JSON")
}

#[test]
fn settings_with_every_key_are_taken_by_both() {
    let folder = with(WHOLE).with("base.toml", "");
    let ran = folder.run(&["lint"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(faults(&schema(), &json(WHOLE)), Vec::<String>::new());
    let keys: Vec<String> = json(WHOLE).as_object().expect("a table").keys().cloned().chain(["baseline".to_owned()]).collect();
    let known = schema()["properties"].as_object().expect("properties").keys().cloned().collect::<Vec<_>>();
    assert!(known.iter().all(|key| keys.contains(key)), "{known:?} are all tried here");
}

#[test]
fn each_word_of_the_schema_is_a_word_of_the_reader() {
    let schema = schema();
    for key in ["format", "fail-on"] {
        for word in schema["properties"][key]["enum"].as_array().expect("words") {
            let ran = with(&format!("{key} = {word}\n")).run(&["lint", "--quiet"]);
            assert_ne!(ran.code, Some(2), "{key} {word}: {ran:?}");
        }
    }
    for key in ["format", "fail-on"] {
        let refused = with("").run(&["lint", &format!("--{key}"), "?"]).err;
        let known = refused.split_once("possible values: ").and_then(|(_, rest)| rest.split_once(']')).unwrap_or_else(|| panic!("{refused}")).0;
        let words: Vec<&str> = schema["properties"][key]["enum"].as_array().expect("words").iter().filter_map(Value::as_str).collect();
        assert_eq!(known.split(", ").collect::<Vec<_>>(), words, "{key}");
    }
    for word in schema["definitions"]["severities"]["additionalProperties"]["enum"].as_array().expect("words") {
        let ran = with(&format!("[severity]\nDOC-05 = {word}\n")).run(&["lint", "--quiet"]);
        assert_ne!(ran.code, Some(2), "{word}: {ran:?}");
    }
}

#[test]
fn what_has_the_wrong_shape_is_refused_by_both() {
    let wrong = [
        ("fail_on = \"never\"\n", "there is no setting `fail_on`", "Did you mean `fail-on`?"),
        ("severty = { CHK-Q03 = \"info\" }\n", "there is no setting `severty`", "Did you mean `severity`?"),
        ("colour = true\n", "there is no setting `colour`", "What may stand here is"),
        ("as-of = 2026-04-01\n", "there is no setting `as-of`", "would hide what has ended since"),
        ("fail-on = \"warnings\"\n", "`fail-on` is never `warnings`", "Did you mean `warning`?"),
        ("fail-on = 3\n", "`fail-on` takes text, and this is a number", "quotation marks"),
        ("each = \"yes\"\n", "`each` takes `true` or `false`, and this is text", "without quotation marks"),
        ("packs = \"ours\"\n", "`packs` takes a list, and this is text", "square brackets"),
        ("packs = [\"\"]\n", "`packs` is empty", "take the line out"),
        ("output = [7]\n", "`output` takes text, and this is a number", "quotation marks"),
        ("[severity]\nCHK-Q03 = \"eror\"\n", "`CHK-Q03` is never `eror`", "Did you mean `error`?"),
        ("severity = \"error\"\n", "`severity` takes a table, and this is text", "`[severity]`"),
        ("override = { paths = [] }\n", "`override` takes a list of tables, and this is a table", "`[[override]]`"),
        ("[[override]]\npath = [\"a\"]\nseverity = {}\n", "there is no setting `path`", "Did you mean `paths`?"),
        ("[[override]]\npaths = [\"a\"]\n", "an `override` has no `severity`", "drafts/**"),
        ("extends = { file = \"a.toml\", sha = \"00\" }\n", "there is no setting `sha`", "sha256"),
    ];
    for (settings, headline, help) in wrong {
        with(settings).run(&["lint"]).is_refused(&[headline, help, "sharewright.toml"]);
        assert!(!faults(&schema(), &json(settings)).is_empty(), "the schema takes {settings}");
    }
}

#[test]
fn what_no_schema_sees_is_refused_all_the_same() {
    with("fail-on = \n").run(&["lint"]).is_refused(&["this is not TOML", "sharewright.toml", "line 1"]);
    with("output = [\"sariff\"]\n").run(&["lint"]).is_refused(&["`sariff` is no format", "did you mean `sarif`?"]);
    with("[[override]]\npaths = [\"a/***\"]\nseverity = {}\n").run(&["lint"]).is_refused(&["`a/***` is not a pattern of paths", "line 2"]);
    let both = with("fail_on = \"never\"\neach = 1\n").run(&["lint"]);
    both.is_refused(&["the settings have 2 problems", "line 1", "line 2"]);
}
