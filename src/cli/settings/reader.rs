//! Values of TOML as what a setting wants, or a problem that says what was found instead.

use crate::diagnostic::{Problem, Severity, did_you_mean, list_words};
use crate::source::TextRange;
use clap::ValueEnum;
use serde_spanned::Spanned;
use std::ops::Range;
use std::path::{Component, Path};
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Clone, Debug)]
pub(in crate::cli) struct Value<T> {
    pub(in crate::cli) value: T,
    pub(in crate::cli) range: TextRange,
}

impl<T> Value<T> {
    /// The same place with another value.
    pub(super) fn map<U>(self, make: impl FnOnce(T) -> U) -> Value<U> {
        Value { value: make(self.value), range: self.range }
    }
}

/// What is wrong, as it is found.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) problems: Vec<Problem>,
}

impl Reader {
    pub(super) fn add(&mut self, code: &'static str, rule: &'static str, headline: String, at: TextRange, help: String) {
        self.problems.push(Problem::new(code, rule, headline, at).helping(help));
    }

    /// A key that is not known.
    pub(super) fn unknown(&mut self, key: &str, at: TextRange, known: &[&str]) {
        let help = match (key, did_you_mean(key, known.iter().copied())) {
            ("as-of" | "as_of" | "today", _) => "A day in a file would hide what has ended since. Give it with `--as-of` where it is needed.".to_owned(),
            (_, Some(meant)) => format!("Did you mean `{meant}`?"),
            (_, None) => format!("What may stand here is {}.", list_words(known.iter().copied())),
        };
        self.add("CFG-02", "setting-unknown", format!("there is no setting `{key}`"), at, help);
    }

    /// A value of the wrong kind.
    pub(super) fn is_not(&mut self, key: &str, wanted: &str, value: &Spanned<DeValue<'_>>, help: &str) {
        self.add("CFG-03", "setting-of-wrong-kind", format!("`{key}` takes {wanted}, and this is {}", kind(value.get_ref())), range(&value.span()), help.to_owned());
    }

    pub(super) fn text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Value<String>> {
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(Value { value: text.to_string(), range: range(&value.span()) }),
            DeValue::String(_) => {
                self.add("CFG-04", "setting-not-usable", format!("`{key}` is empty"), range(&value.span()), "Write a value, or take the line out.".to_owned());
                None
            }
            _ => {
                self.is_not(key, "text", value, "Write it between quotation marks.");
                None
            }
        }
    }

    pub(super) fn texts(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Value<Vec<Value<String>>>> {
        let DeValue::Array(items) = value.get_ref() else {
            self.is_not(key, "a list", value, &format!("Write it between square brackets: `{key} = [\"...\"]`."));
            return None;
        };
        let texts = items.iter().filter_map(|item| self.text(key, item)).collect();
        Some(Value { value: texts, range: range(&value.span()) })
    }

    pub(super) fn flag(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Value<bool>> {
        if let DeValue::Boolean(flag) = value.get_ref() {
            Some(Value { value: *flag, range: range(&value.span()) })
        } else {
            self.is_not(key, "`true` or `false`", value, "Write it without quotation marks.");
            None
        }
    }

    pub(super) fn table<'v, 'i>(&mut self, key: &str, value: &'v Spanned<DeValue<'i>>, help: &str) -> Option<&'v DeTable<'i>> {
        if let DeValue::Table(table) = value.get_ref() {
            Some(table)
        } else {
            self.is_not(key, "a table", value, help);
            None
        }
    }

    /// One of the words that a flag takes.
    pub(super) fn word<T: ValueEnum + Clone>(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Value<T>> {
        let text = self.text(key, value)?;
        let known: Vec<(String, &T)> = T::value_variants().iter().filter_map(|word| Some((word.to_possible_value()?.get_name().to_owned(), word))).collect();
        if let Some((_, word)) = known.iter().find(|(name, _)| *name == text.value) {
            return Some(text.map(|_| (*word).clone()));
        }
        self.no_word(key, &text, &known.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
        None
    }

    fn no_word(&mut self, key: &str, text: &Value<String>, known: &[&str]) {
        let help = did_you_mean(&text.value, known.iter().copied()).map_or_else(|| format!("It takes {}.", list_words(known.iter().copied())), |meant| format!("Did you mean `{meant}`?"));
        self.add("CFG-04", "setting-not-usable", format!("`{key}` is never `{}`", text.value), text.range, help);
    }

    /// The severity of a rule.
    pub(super) fn severity(&mut self, rule: &str, value: &Spanned<DeValue<'_>>) -> Option<Value<Severity>> {
        let text = self.text(rule, value)?;
        let all = [Severity::Error, Severity::Warning, Severity::Info];
        if let Some(severity) = all.into_iter().find(|severity| severity.word() == text.value) {
            return Some(text.map(|_| severity));
        }
        if ["off", "none", "never", "ignore", "allow"].contains(&text.value.as_str()) {
            let help = "The lowest is `info`. To set a rule aside, write `waive` in the agreement, with a reason, an owner and a last day.".to_owned();
            self.add("CFG-04", "setting-not-usable", format!("no setting turns `{rule}` off"), text.range, help);
        } else {
            self.no_word(rule, &text, &all.map(Severity::word));
        }
        None
    }

    /// A path to which the tool writes: a settings file that came from somebody else does not say where outside of its folder.
    pub(super) fn below(&mut self, key: &str, path: Value<String>) -> Option<Value<String>> {
        let stays = Path::new(&path.value).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) && !path.value.contains('\\');
        if stays {
            return Some(path);
        }
        let help = "Name a path below the folder of this file; for another place use the flag on the command line.".to_owned();
        self.add("CFG-04", "setting-not-usable", format!("`{key}` leads out of the folder of the settings: `{}`", path.value), path.range, help);
        None
    }
}

/// A range of bytes as a range of text.
pub(super) fn range(span: &Range<usize>) -> TextRange {
    TextRange::new(span.start, span.end)
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
