//! `sharewright config show`: what holds here, and where each value was said.

use super::args::{ConfigCommand, ConfigOptions, ConfigShowOptions, Output};
use super::fault::Fault;
use super::load::Policies;
use super::settings::{Choice, Origin, Settings};
use super::{Exit, print};
use clap::ValueEnum;
use serde::Serialize;
use serde_json::{Value, json};
use std::fmt::Write;

pub(super) fn run(options: &ConfigOptions) -> Result<Exit, Fault> {
    let ConfigCommand::Show(options) = &options.command;
    show(options)
}

/// A value and where it comes from.
#[derive(Serialize)]
struct Row {
    setting: String,
    value: Value,
    /// The patterns of the files for which it holds; all when there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    paths: Option<Vec<String>>,
    from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    flag: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
}

fn row(setting: &str, value: Value, paths: Option<Vec<String>>, from: Origin) -> Row {
    let (from, flag, file, line) = match from {
        Origin::Default => ("default", None, None, None),
        Origin::Flag(flag) => ("flag", Some(flag), None, None),
        Origin::File(file, line) => ("file", None, Some(file), Some(line)),
    };
    Row { setting: setting.to_owned(), value, paths, from, flag, file, line }
}

fn show(options: &ConfigShowOptions) -> Result<Exit, Fault> {
    let lint = &options.lint;
    let settings = Settings::find(&lint.packs, &lint.paths)?;
    let chosen = settings.chosen(lint);
    // What is not right is told here as it is by every other command.
    let policies = Policies::of(&chosen.packs.value, lint.packs.only_packs.as_deref())?;
    settings.weights(policies.policy())?;
    let mut rows = vec![
        of("packs", chosen.packs, |packs| json!(packs)),
        of("format", chosen.format, |format| json!(format.word())),
        of("output", chosen.output, |outputs| outputs.iter().map(written).collect()),
        of("fail-on", chosen.fail_on, |lowest| json!(lowest.to_possible_value().map(|word| word.get_name().to_owned()))),
        of("each", chosen.each, |each| json!(each)),
        of("baseline", chosen.baseline, |path| json!(path)),
    ];
    rows.extend(settings.severities().map(|set| row(&format!("severity.{}", set.rule), json!(set.severity), set.paths, set.from)));
    let files: Vec<&str> = settings.files().collect();
    if options.json {
        let all = json!({ "schema": "sharewright.config/1", "files": files, "settings": rows });
        print(&(serde_json::to_string_pretty(&all).map_err(|error| Fault::new("the settings cannot be written as JSON", &error.to_string()))? + "\n"))?;
    } else {
        print(&table(&files, &rows))?;
    }
    Ok(Exit::Clean)
}

fn of<T>(setting: &str, choice: Choice<T>, value: impl Fn(&T) -> Value) -> Row {
    row(setting, value(&choice.value), None, choice.from)
}

/// An output as it is written after `--output`.
fn written(output: &Output) -> String {
    output.path.as_ref().map_or_else(|| output.format.word().to_owned(), |path| format!("{}={path}", output.format.word()))
}

fn table(files: &[&str], rows: &[Row]) -> String {
    let mut out = if files.is_empty() { "no settings file: everything is as it comes\n\n".to_owned() } else { format!("settings: {}\n\n", files.join(", which extends ")) };
    let width = rows.iter().map(|row| row.setting.len()).max().unwrap_or(0);
    let values: Vec<String> = rows.iter().map(value).collect();
    let wide = values.iter().map(|value| value.chars().count()).max().unwrap_or(0);
    for (row, value) in rows.iter().zip(&values) {
        let from = match (row.flag, &row.file, row.line) {
            (Some(flag), _, _) => format!("{flag} on the command line"),
            (None, Some(file), Some(line)) => format!("{file}:{line}"),
            _ => "not set".to_owned(),
        };
        let _ = writeln!(out, "{:<width$}  {value:<wide$}  {from}", row.setting);
    }
    out
}

/// A value in words.
fn value(row: &Row) -> String {
    let plain = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let said = match &row.value {
        Value::Null => "none".to_owned(),
        Value::Array(items) if items.is_empty() => "none".to_owned(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        other => plain(other),
    };
    row.paths.as_ref().map_or_else(|| said.clone(), |paths| format!("{said} in {}", paths.join(", ")))
}
