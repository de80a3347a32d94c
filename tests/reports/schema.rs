//! A small check of JSON against a JSON Schema: as much of draft 7 as the schemas here need. It stops at a word that it does not know, so
//! that nothing is passed over.

use serde_json::{Map, Value};

/// What only tells people something, or cannot be checked without more than the text.
const TOLD: [&str; 7] = ["$schema", "$id", "title", "description", "definitions", "default", "format"];

/// What is wrong, each with its place.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    Checked { root: schema, faults: &mut faults }.check(schema, value, "");
    faults
}

struct Checked<'a> {
    root: &'a Value,
    faults: &'a mut Vec<String>,
}

impl Checked<'_> {
    fn check(&mut self, schema: &Value, value: &Value, at: &str) {
        if let Value::Bool(holds) = schema {
            return self.ask(*holds, at, "nothing may stand here");
        }
        let words = schema.as_object().expect("a schema is an object");
        for (word, rule) in words {
            self.word(words, word, rule, value, at);
        }
    }

    fn ask(&mut self, holds: bool, at: &str, wanted: &str) {
        if !holds {
            self.faults.push(format!("{at}: {wanted}"));
        }
    }

    /// How many of some schemas hold.
    fn holding(&self, schemas: &Value, value: &Value) -> usize {
        let holds = |schema: &&Value| {
            let mut faults = Vec::new();
            Checked { root: self.root, faults: &mut faults }.check(schema, value, "");
            faults.is_empty()
        };
        schemas.as_array().expect("a list of schemas").iter().filter(holds).count()
    }

    fn word(&mut self, words: &Map<String, Value>, word: &str, rule: &Value, value: &Value, at: &str) {
        let number = || rule.as_u64().expect("a number") as usize;
        match word {
            _ if TOLD.contains(&word) => {}
            "$ref" => {
                let pointer = rule.as_str().and_then(|place| place.strip_prefix('#')).expect("a place in the schema");
                let root = self.root;
                self.check(root.pointer(pointer).expect("the place is there"), value, at);
            }
            "type" => {
                let is = |name: &Value| type_is(name.as_str().expect("a type"), value);
                let holds = rule.as_array().map_or_else(|| is(rule), |any| any.iter().any(is));
                self.ask(holds, at, &format!("{value} is no {rule}"));
            }
            "const" => self.ask(value == rule, at, &format!("{value} is not {rule}")),
            "enum" => self.ask(rule.as_array().expect("a list").contains(value), at, &format!("{value} is none of {rule}")),
            "required" => {
                let missing: Vec<&Value> = rule.as_array().expect("a list").iter().filter(|name| value.is_object() && value.get(name.as_str().expect("a name")).is_none()).collect();
                self.ask(missing.is_empty(), at, &format!("lacks {missing:?}"));
            }
            "properties" => {
                for (name, schema) in rule.as_object().expect("an object") {
                    if let Some(inner) = value.get(name) {
                        self.check(schema, inner, &format!("{at}/{name}"));
                    }
                }
            }
            "additionalProperties" => {
                let known = words.get("properties").and_then(Value::as_object);
                for (name, inner) in value.as_object().into_iter().flatten().filter(|(name, _)| !known.is_some_and(|known| known.contains_key(*name))) {
                    self.check(rule, inner, &format!("{at}/{name}"));
                }
            }
            "items" => {
                for (index, inner) in value.as_array().into_iter().flatten().enumerate() {
                    self.check(rule, inner, &format!("{at}/{index}"));
                }
            }
            "uniqueItems" => {
                let items = value.as_array().map_or(&[][..], Vec::as_slice);
                let all: std::collections::BTreeSet<String> = items.iter().map(Value::to_string).collect();
                self.ask(rule == &Value::Bool(false) || all.len() == items.len(), at, "an item stands twice");
            }
            "minItems" => self.ask(value.as_array().is_none_or(|items| items.len() >= number()), at, "too few items"),
            "minLength" => self.ask(value.as_str().is_none_or(|text| text.chars().count() >= number()), at, "too short"),
            "minimum" => self.ask(value.as_f64().is_none_or(|number| number >= rule.as_f64().expect("a number")), at, "too small"),
            "maximum" => self.ask(value.as_f64().is_none_or(|number| number <= rule.as_f64().expect("a number")), at, "too large"),
            "pattern" => self.ask(value.as_str().is_none_or(|text| matches(rule.as_str().expect("a pattern"), text)), at, &format!("{value} is not like {rule}")),
            "anyOf" => self.ask(self.holding(rule, value) > 0, at, "none of the choices holds"),
            "oneOf" => self.ask(self.holding(rule, value) == 1, at, "not exactly one of the choices holds"),
            other => panic!("this check does not know `{other}`"),
        }
    }
}

fn type_is(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("no type is called `{other}`"),
    }
}

/// The patterns of the schemas, by hand.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match pattern {
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]) && text.split('-').all(digits),
        "^[0-9a-f]{16}$" => text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte)),
        "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$" => text.chars().take_while(char::is_ascii_alphabetic).count() >= 2,
        other => panic!("this check does not know the pattern `{other}`"),
    }
}

#[test]
fn what_is_wrong_is_found() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": { "a": { "$ref": "#/definitions/a" }, "b": { "type": "array", "items": { "type": "string" }, "uniqueItems": true } },
        "definitions": { "a": { "enum": [1, 2] } },
    });
    let wrong = |value: Value| faults(&schema, &value).len();
    assert_eq!(wrong(serde_json::json!({ "a": 1, "b": ["x"] })), 0);
    assert_eq!(wrong(serde_json::json!({ "a": 3 })), 1);
    assert_eq!(wrong(serde_json::json!({ "b": [1] })), 2);
    assert_eq!(wrong(serde_json::json!({ "a": 1, "b": ["x", "x"], "c": 0 })), 2);
    assert_eq!(wrong(serde_json::json!([])), 1);
}
