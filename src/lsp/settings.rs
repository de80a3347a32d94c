//! Settings: the day that is answered for. They come with the start, with a notice, or as the answer to a question.

use super::server::Server;
use crate::model::parse_day;
use crate::workspace::today;
use jiff::civil::Date;
use lsp_types::{ConfigurationItem, ConfigurationParams, MessageType};
use serde_json::Value;

/// The section of the settings of an editor.
pub(super) const SECTION: &str = "sharewright";

/// The setting: a day such as 2026-04-01; today when there is none.
const AS_OF: &str = "asOf";

/// The day that settings give; nothing when they give none.
fn day(settings: &Value) -> Result<Option<Date>, String> {
    let settings = settings.get(SECTION).unwrap_or(settings);
    match settings.get(AS_OF) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.is_empty() => Ok(None),
        Some(Value::String(text)) => match parse_day(text) {
            Ok(day) if day.first == day.last && day.minute.is_none() => Ok(Some(day.first)),
            _ => Err(format!("the setting `{SECTION}.{AS_OF}` is `{text}`, which is not one day of the calendar; today's law is used. Write a day such as 2026-04-01.")),
        },
        Some(other) => Err(format!("the setting `{SECTION}.{AS_OF}` is {other}, which is not a text; today's law is used. Write a day such as \"2026-04-01\".")),
    }
}

impl Server<'_> {
    /// Takes settings over.
    pub(super) fn set(&mut self, settings: &Value) {
        self.fixed_day = match day(settings) {
            Ok(day) => day.or(self.flag_day),
            Err(why) => {
                self.out.tell(MessageType::WARNING, &why);
                self.flag_day
            }
        };
        self.follow_the_day();
    }

    /// Answers for the day that was asked for, or else for today, which a server that runs for long sees change.
    pub(super) fn follow_the_day(&mut self) {
        let day = self.fixed_day.unwrap_or_else(today);
        if day != self.analysis.today() {
            self.analysis.set_day(day);
            self.waiting.extend(self.own.iter().cloned());
        }
    }

    /// Asks the client for its settings, where it can be asked.
    pub(super) fn ask_for_settings(&mut self) {
        if self.client.has_settings {
            let params = ConfigurationParams { items: vec![ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) }] };
            self.out.ask::<lsp_types::request::WorkspaceConfiguration>("settings", params);
        }
    }
}
