//! The `TextMate` grammar, which VS Code and many other editors and sites read.
//!
//! It knows statements by their place: a keyword begins a line or follows a brace. A statement that goes on after a comma is told from a
//! new one, so that `police` in a list is a name and `purpose` at the beginning of the next line a keyword.

use super::words::{CARRY_ON, STATES, Words};
use serde_json::{Value, json};

/// Where a statement begins: a line, or after a brace.
const START: &str = r"(?:^|(?<=[{}]))[\s\x{A0}\x{FEFF}]*";

/// What may not follow a word.
const WHOLE: &str = r"(?![\w.-])";

/// Where a statement ends, if no comma carries it on.
const END: &str = r"(?=[{}#])|$";

/// The grammar, as it is kept.
pub fn grammar(words: &Words) -> String {
    let made = json!({
        "$comment": "Made from grammar/vocabulary. Change that, then run: UPDATE=1 cargo test --test editors",
        "name": "Sharewright",
        "scopeName": "source.sharewright",
        "fileTypes": ["isa", "sop", "disclosure"],
        "patterns": [include("comment"), include("text"), include("list"), include("carried-on"), include("thing"), include("fact"), include("brace"), include("value")],
        "repository": repository(words),
    });
    let mut text = serde_json::to_string_pretty(&made).expect("a grammar is JSON");
    text.push('\n');
    text
}

fn repository(words: &Words) -> Value {
    let connectives: Vec<String> = words.connectives.iter().map(|word| word.replace(' ', r"\s+")).collect();
    let connective = format!(r"(?<![\w.-])(?:{}){WHOLE}", connectives.join("|"));
    json!({
        "comment": { "name": "comment.line.number-sign.sharewright", "match": "#.*$" },
        "text": { "patterns": [
            { "name": "string.quoted.triple.sharewright", "begin": "\"\"\"", "end": "\"\"\"" },
            { "name": "string.quoted.double.sharewright", "begin": "\"", "end": "\"|$", "patterns": [{ "name": "constant.character.escape.sharewright", "match": r"\\." }] },
            { "name": "string.quoted.other.sharewright", "begin": "\u{201C}", "end": "\u{201D}|$" },
        ] },
        // After a comma at the end of a line the list goes on, whatever word begins the next line.
        "list": {
            "begin": r",(?=\s*(?:#.*)?$)", "beginCaptures": { "0": { "name": "punctuation.separator.sharewright" } },
            "end": r"([A-Za-z][\w.-]*)|(?=[^\s#])", "endCaptures": { "1": { "name": "variable.other.sharewright" } },
            "patterns": [include("comment")],
        },
        "carried-on": { "match": format!(r#"^[\s\x{{A0}}]*({})(?=[\s"])"#, CARRY_ON.join("|")), "captures": captures(&["keyword.operator.word"]) },
        "thing": { "patterns": [
            { "match": format!(r"{START}({}){WHOLE}(?:[ \t]+([A-Za-z][\w-]*))?", words.named.join("|")), "captures": captures(&["keyword.control.thing", "entity.name.type"]) },
            { "match": format!(r"{START}({}){WHOLE}(?=[^#]*\{{)(?:[ \t]+([A-Za-z][\w-]*))?", words.either.join("|")), "captures": captures(&["keyword.control.thing", "entity.name.type"]) },
            { "match": format!(r"{START}({}){WHOLE}", words.unnamed.join("|")), "captures": captures(&["keyword.control.thing"]) },
        ] },
        "fact": { "patterns": [
            // The words of a list are coloured as such up to the first connective, behind which a name may stand.
            {
                "begin": format!("{START}({}){WHOLE}", words.chosen.join("|")), "beginCaptures": captures(&["keyword.other.fact"]), "end": END,
                "patterns": [
                    include("text"), include("list"), include("state"),
                    { "begin": connective, "beginCaptures": { "0": { "name": "keyword.operator.word.sharewright" } }, "end": END, "patterns": [include("text"), include("list"), include("value")] },
                    { "name": "support.constant.sharewright", "match": r"[A-Za-z][\w.-]*" },
                    include("separator"),
                ],
            },
            { "match": format!("{START}({}){WHOLE}", words.either.iter().chain(&words.facts).map(String::as_str).collect::<Vec<_>>().join("|")), "captures": captures(&["keyword.other.fact"]) },
        ] },
        "brace": { "name": "punctuation.section.block.sharewright", "match": r"[{}]" },
        "separator": { "name": "punctuation.separator.sharewright", "match": "," },
        "state": { "patterns": [
            { "name": "constant.language.sharewright", "match": format!(r"(?<![\w.-])(?:{}){WHOLE}", STATES.join("|")) },
            { "name": "constant.language.open.sharewright", "match": r"\?" },
        ] },
        "value": { "patterns": [
            include("state"),
            { "name": "keyword.operator.word.sharewright", "match": connective },
            { "name": "constant.numeric.hours.sharewright", "match": r"(?<![\w.-])\d{2}:\d{2}-\d{2}:\d{2}(?!\w)" },
            { "name": "constant.numeric.date.sharewright", "match": r"(?<![\w.-])\d{4}-\d{2}(?:-\d{2}(?: +\d{2}:\d{2})?)?(?![\w-])" },
            { "name": "constant.numeric.period.sharewright", "match": r"(?<![\w.-])\d+ +(?:working-day|minute|hour|day|week|month|year)s?(?![\w-])" },
            { "name": "constant.numeric.sharewright", "match": r"(?<![\w.-])\d+(?![\w-])" },
            { "name": "variable.other.sharewright", "match": r"[A-Za-z][\w.-]*" },
            include("separator"),
        ] },
    })
}

fn include(rule: &str) -> Value {
    json!({ "include": format!("#{rule}") })
}

/// The names of the groups of a match, in their order.
fn captures(names: &[&str]) -> Value {
    names.iter().enumerate().map(|(index, name)| ((index + 1).to_string(), json!({ "name": format!("{name}.sharewright") }))).collect::<serde_json::Map<_, _>>().into()
}
