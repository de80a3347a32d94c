//! One settings file: TOML to values that know where they stand. Everything that is wrong with it is told in one go.

use super::reader::{Reader, Value, range};
use crate::cli::args::{Output, Threshold, output};
use crate::diagnostic::{Problem, Severity};
use crate::report::Format;
use crate::source::TextRange;
use glob::Pattern;
use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

/// The keys of a settings file; docs/schemas/config.json says the same to editors.
pub(super) const KEYS: [&str; 9] = ["baseline", "each", "extends", "fail-on", "format", "output", "override", "packs", "severity"];
/// The keys of `extends`.
pub(super) const EXTENDS: [&str; 2] = ["file", "sha256"];
/// The keys of an `override`.
pub(super) const OVERRIDE: [&str; 2] = ["paths", "severity"];

/// What a settings file says.
#[derive(Debug, Default)]
pub(in crate::cli) struct Document {
    pub(super) extends: Option<Extends>,
    pub(super) packs: Option<Value<Vec<String>>>,
    pub(super) format: Option<Value<Format>>,
    pub(super) output: Option<Value<Vec<Output>>>,
    pub(super) fail_on: Option<Value<Threshold>>,
    pub(super) each: Option<Value<bool>>,
    pub(super) baseline: Option<Value<String>>,
    pub(super) severity: Vec<Setting>,
    pub(super) overrides: Vec<Override>,
}

/// Another file that is built upon.
#[derive(Debug)]
pub(super) struct Extends {
    pub(super) file: Value<String>,
    pub(super) sha256: Option<Value<String>>,
    pub(super) range: TextRange,
}

/// A severity for a rule.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) rule: Value<String>,
    pub(super) severity: Value<Severity>,
}

/// Severities for some files.
#[derive(Debug)]
pub(super) struct Override {
    pub(super) paths: Vec<Value<Pattern>>,
    pub(super) severity: Vec<Setting>,
}

/// Reads a settings file.
pub(super) fn read(text: &str) -> (Document, Vec<Problem>) {
    let mut reader = Reader::default();
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let problems = errors.iter().map(|error| {
            let at = error.span().unwrap_or(0..0);
            let message = error.message().lines().next().unwrap_or("").replace("invalid", "wrong");
            Problem::new("CFG-01", "settings-not-read", format!("this is not TOML: {message}"), TextRange::new(at.start, at.end.max(at.start + 1).min(text.len().max(at.start))))
                .helping("docs/settings.md shows how settings are written.")
        });
        return (Document::default(), problems.collect());
    }
    let mut document = Document::default();
    for (key, value) in table.get_ref() {
        match key.get_ref().as_ref() {
            "extends" => document.extends = extends(&mut reader, value),
            "packs" => document.packs = reader.texts("packs", value).map(|packs| packs.map(|packs| packs.into_iter().map(|pack| pack.value).collect())),
            "format" => document.format = reader.word("format", value),
            "output" => document.output = outputs(&mut reader, value),
            "fail-on" => document.fail_on = reader.word("fail-on", value),
            "each" => document.each = reader.flag("each", value),
            "baseline" => document.baseline = reader.text("baseline", value).and_then(|path| reader.below("baseline", path)),
            "severity" => document.severity = severities(&mut reader, value),
            "override" => document.overrides = overrides(&mut reader, value),
            unknown => reader.unknown(unknown, range(&key.span()), &KEYS),
        }
    }
    (document, reader.problems)
}

fn extends(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Option<Extends> {
    let table = reader.table("extends", value, "Write `extends = { file = \"base.toml\", sha256 = \"...\" }`.")?;
    let (mut file, mut sha256) = (None, None);
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "file" => file = reader.text("file", value),
            "sha256" => sha256 = reader.text("sha256", value),
            unknown => reader.unknown(unknown, range(&key.span()), &EXTENDS),
        }
    }
    let at = range(&value.span());
    if file.is_none() && !table.keys().any(|key| key.get_ref() == "file") {
        reader.add("CFG-03", "setting-missing", "`extends` does not say which file".to_owned(), at, "Write `extends = { file = \"base.toml\", sha256 = \"...\" }`.".to_owned());
    }
    let file = file?;
    if file.value.contains("://") {
        let help = "Nothing is fetched: keep a copy of the file in the repository and name it.".to_owned();
        reader.add("CFG-04", "setting-not-usable", "`extends` takes a file, and this is an address".to_owned(), file.range, help);
        return None;
    }
    Some(Extends { file, sha256, range: at })
}

fn outputs(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Option<Value<Vec<Output>>> {
    let texts = reader.texts("output", value)?;
    let mut outputs = Vec::new();
    for text in texts.value {
        match output(&text.value) {
            Err(why) => reader.add("CFG-04", "setting-not-usable", why, text.range, "An output is written as after `--output`: `\"sarif\"` or `\"junit=results.xml\"`.".to_owned()),
            Ok(Output { format, path: None }) => outputs.push(Output { format, path: None }),
            Ok(Output { format, path: Some(path) }) => outputs.extend(reader.below("output", Value { value: path, range: text.range }).map(|path| Output { format, path: Some(path.value) })),
        }
    }
    Some(Value { value: outputs, range: texts.range })
}

fn severities(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Vec<Setting> {
    let Some(table) = reader.table("severity", value, "Write `[severity]` and below it a line a rule, such as `CHK-Q03 = \"warning\"`.") else { return Vec::new() };
    let mut settings = Vec::new();
    for (key, value) in table {
        let rule = Value { value: key.get_ref().to_string(), range: range(&key.span()) };
        settings.extend(reader.severity(&rule.value, value).map(|severity| Setting { rule, severity }));
    }
    settings
}

fn overrides(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Vec<Override> {
    let shape = "Write `[[override]]`, and below it `paths = [\"drafts/**\"]` and `severity = { CHK-Q03 = \"info\" }`.";
    let DeValue::Array(items) = value.get_ref() else {
        reader.is_not("override", "a list of tables", value, shape);
        return Vec::new();
    };
    items.iter().filter_map(|item| one_override(reader, item, shape)).collect()
}

fn one_override(reader: &mut Reader, item: &Spanned<DeValue<'_>>, shape: &str) -> Option<Override> {
    let table = reader.table("override", item, shape)?;
    let at = range(&item.span());
    let (mut paths, mut severity) = (None, None);
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "paths" => paths = reader.texts("paths", value).map(|texts| texts.value),
            "severity" => severity = Some(severities(reader, value)),
            unknown => reader.unknown(unknown, range(&key.span()), &OVERRIDE),
        }
    }
    for key in OVERRIDE {
        if !table.keys().any(|known| known.get_ref() == key) {
            reader.add("CFG-03", "setting-missing", format!("an `override` has no `{key}`"), at, shape.to_owned());
        }
    }
    let (paths, severity) = (paths?, severity?);
    let mut patterns = Vec::new();
    for text in paths {
        match Pattern::new(text.value.trim_start_matches("./")) {
            Ok(pattern) => patterns.push(Value { value: pattern, range: text.range }),
            Err(error) => {
                let help = "`*` stands for any part of a name, `**` for any folders, `?` for one character.".to_owned();
                reader.add("CFG-04", "setting-not-usable", format!("`{}` is not a pattern of paths: {}", text.value, error.msg), text.range, help);
            }
        }
    }
    Some(Override { paths: patterns, severity })
}
