//! Waivers as a table for a terminal and as JSON: those that no longer hold first, then those that end soonest.

use super::grid::grid;
use super::safe::safe_line;
use super::view::{Place, place_of};
use crate::lint::ListedWaiver;
use crate::source::SourceFile;
use serde::Serialize;
use std::fmt::Write;
use std::sync::Arc;

/// All waivers of a run.
#[derive(Clone, Debug, Serialize)]
pub struct WaiversView {
    schema: &'static str,
    as_of: String,
    waivers: Vec<WaiverRow>,
}

/// A waiver.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct WaiverRow {
    state: WaiverState,
    until: Option<String>,
    days_left: Option<i32>,
    rules: Vec<String>,
    owner: Option<String>,
    because: Option<String>,
    place: Place,
}

/// Whether a waiver holds, in the order in which somebody should look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
enum WaiverState {
    /// It lacks its reason, its owner or its day.
    Incomplete,
    /// Its day has passed.
    Ended,
    /// It holds.
    Holds,
}

impl WaiversView {
    /// With no waiver yet.
    pub fn new(as_of: String) -> Self {
        WaiversView { schema: "sharewright.waivers/1", as_of, waivers: Vec::new() }
    }

    /// Adds a waiver.
    pub fn add(&mut self, files: &[Arc<SourceFile>], waiver: ListedWaiver) {
        let state = match waiver.days_left {
            None => WaiverState::Incomplete,
            Some(days) if days < 0 => WaiverState::Ended,
            Some(_) => WaiverState::Holds,
        };
        let ListedWaiver { at, rules, because, owner, until, days_left } = waiver;
        self.waivers.push(WaiverRow { state, until: until.map(|day| day.to_string()), days_left, rules, owner, because, place: place_of(files, at) });
    }

    /// Puts first what somebody should look at first.
    pub fn sort(&mut self) {
        self.waivers.sort_by(|left, right| (left.state, &left.until, &left.place.file, left.place.line).cmp(&(right.state, &right.until, &right.place.file, right.place.line)));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.waivers.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.waivers.is_empty()
    }

    /// As indented JSON with a final line end.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|json| json + "\n")
    }

    /// One row a waiver.
    pub fn table(&self, width: usize) -> String {
        let mut out = String::new();
        let mut rows = vec![["until", "days left", "rules", "owner", "why", "place"].map(str::to_owned).to_vec()];
        rows.extend(self.waivers.iter().map(row));
        if !self.waivers.is_empty() {
            grid(&rows, width).concat().into_iter().for_each(|line| out.push_str(&(line + "\n")));
        }
        let count = |state: WaiverState| self.waivers.iter().filter(|waiver| waiver.state == state).count();
        let (holds, ended, incomplete) = (count(WaiverState::Holds), count(WaiverState::Ended), count(WaiverState::Incomplete));
        let words = if self.waivers.len() == 1 { "waiver" } else { "waivers" };
        let _ = writeln!(out, "{} {words} on {}: {holds} of them set something aside, {ended} ended, {incomplete} not complete", self.waivers.len(), self.as_of);
        out
    }
}

fn row(waiver: &WaiverRow) -> Vec<String> {
    let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "not said".to_owned());
    let left = match (waiver.state, waiver.days_left) {
        (WaiverState::Ended, _) => "ended".to_owned(),
        (_, Some(days)) => days.to_string(),
        (_, None) => "sets nothing aside".to_owned(),
    };
    vec![said(&waiver.until), left, waiver.rules.join(", "), said(&waiver.owner), said(&waiver.because), format!("{}:{}", safe_line(&waiver.place.file), waiver.place.line)]
}
