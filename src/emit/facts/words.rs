//! Values and clauses of a statement in words that can be printed.

use super::Facts;
use crate::emit::document::DATA_OPEN;
use crate::model::{Clause, Day, NodeId, Precision, Value};

/// Clauses that are no part of the sentence: they are told apart, as the reason and the place of a statement.
const APART: [&str; 2] = ["because", "source"];

/// Last words of connectives after which a sentence runs on. After any other connective, such as `trained`, there is a colon.
const LEADS_ON: [&str; 21] = ["on", "by", "at", "in", "of", "for", "to", "from", "as", "with", "under", "until", "every", "within", "after", "before", "if", "using", "then", "when", "unless"];

/// The length up to which clauses follow one another without a comma.
const SHORT: usize = 60;

/// What joins a clause to what stands before it, where its words begin with one.
const MARKS: [char; 3] = [',', ';', ':'];

/// What a sentence ends with.
const STOPS: [char; 3] = ['.', '!', '?'];

impl Facts<'_> {
    /// The values of a statement, one after the other.
    pub(super) fn text(&self, id: NodeId) -> String {
        self.joined(id, self.model.values(id))
    }

    /// A statement as a sentence: its values, then each clause as it is written.
    pub(super) fn sentence(&self, id: NodeId) -> String {
        let mut out = self.text(id);
        let is_whole = out.ends_with(STOPS);
        let kind = self.model.kind(id);
        let mut more = String::new();
        for clause in self.model.clauses(id) {
            let spec = &kind.clauses[clause.index as usize];
            if APART.contains(&spec.field.as_str()) {
                continue;
            }
            let said = self.clause(id, clause);
            // Every month, not every 1 month.
            let said = said.strip_prefix("1 ").filter(|_| spec.words.ends_with("every")).unwrap_or(&said);
            let is_after_stop = if more.is_empty() { is_whole || out.is_empty() } else { more.ends_with(STOPS) };
            let words = self.printed.clause(&kind.id, &spec.words).unwrap_or(&spec.words);
            let words = if is_after_stop { words.trim_start_matches(MARKS).trim_start() } else { words };
            let leads = words.ends_with(MARKS) || words.split(' ').next_back().is_some_and(|word| LEADS_ON.contains(&word));
            let joint = |follows: bool| match (follows, leads) {
                _ if words.starts_with(MARKS) => "",
                (true, _) => " ",
                (false, true) => ", ",
                (false, false) => "; ",
            };
            if !more.is_empty() {
                more.push_str(joint(more.ends_with(STOPS) || leads && !said.contains(',') && !more.contains(',') && more.len() < SHORT));
            } else if !out.is_empty() {
                more.push_str(joint(is_whole || leads && !out.contains(',')));
            }
            let part = format!("{words}{} {said}", if leads { "" } else { ":" });
            let begins = more.trim_end().ends_with(STOPS) || more.trim().is_empty() && is_whole;
            more.push_str(&if begins { capitalised(&part) } else { part });
        }
        out.push_str(&more);
        if is_whole && !out.ends_with(STOPS) {
            out.push('.');
        }
        out
    }

    /// Whether a part of what is stated is not known yet.
    pub(super) fn is_open(&self, id: NodeId) -> bool {
        let model = self.model;
        let is_open = |values: &[Value]| values.iter().any(|value| matches!(value, Value::Open(_)));
        is_open(model.values(id)) || model.clauses(id).iter().any(|clause| is_open(model.clause_values(clause)))
    }

    /// What a clause says.
    pub(super) fn clause(&self, id: NodeId, clause: &Clause) -> String {
        self.joined(id, self.model.clause_values(clause))
    }

    /// Values one after the other. Where one has a comma in it they are kept apart by semicolons, and a word
    /// that says of what sort a text is stands before it.
    fn joined(&self, id: NodeId, values: &[Value]) -> String {
        let said: Vec<String> = values.iter().map(|value| self.value(id, value)).collect();
        let has_commas = said.iter().any(|text| text.contains(','));
        let mut out = String::new();
        for (place, text) in said.iter().enumerate() {
            if place > 0 {
                let is_sort = matches!((&values[place - 1], &values[place]), (Value::Word { .. }, Value::Text(_)));
                out.push_str(if is_sort {
                    ": "
                } else if has_commas {
                    "; "
                } else {
                    ", "
                });
            }
            out.push_str(text);
        }
        out
    }

    /// A value in words.
    pub(super) fn value(&self, id: NodeId, value: &Value) -> String {
        let model = self.model;
        let file = model.node(id).file;
        let written = value.range().of(model.text(file));
        match value {
            Value::Text(range) => model.words_of(file, *range).into_owned(),
            Value::Word { list, index, .. } => {
                let word = model.word(*list, *index).id.as_str();
                self.printed.word(&model.vocabulary.words.list(*list).name, word).map_or_else(|| spaced(word), str::to_owned)
            }
            Value::Ref(_, Some(target)) => self.called(id, *target),
            Value::Date(_, day) => written_day(day),
            Value::Hours(..) => written_hours(written),
            Value::Name(_) => self.printed.name(written).map_or_else(|| spaced(written), str::to_owned),
            Value::Ref(..) | Value::Period(..) => spaced(written),
            Value::Number(..) => written.to_owned(),
            Value::Open(_) => DATA_OPEN.to_string(),
        }
    }

    /// A thing as another statement calls it: a post of a party with the party, unless the party itself is speaking.
    fn called(&self, by: NodeId, target: NodeId) -> String {
        let model = self.model;
        let holder = model.node(target).parent;
        let is_post = !model.is_file(holder) && model.kind(holder).word == "party";
        let label = self.label(target);
        if !is_post || self.within(by, holder) { label } else { format!("{label} of {}", self.label(holder)) }
    }

    fn within(&self, id: NodeId, holder: NodeId) -> bool {
        (holder.0..self.model.node(holder).end).contains(&id.0)
    }
}

/// A name in words.
pub(super) fn spaced(name: &str) -> String {
    name.replace(['-', '_'], " ").replace('.', ", ")
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A day as people write it: 2 March 2026, 21:40.
fn written_day(day: &Day) -> String {
    let date = day.first;
    match day.precision {
        Precision::Minute => {
            let minute = day.minute.unwrap_or(0);
            format!("{} at {:02}:{:02}", date.strftime("%-d %B %Y"), minute / 60, minute % 60)
        }
        Precision::Day => date.strftime("%-d %B %Y").to_string(),
        Precision::Month => date.strftime("%B %Y").to_string(),
        Precision::Year => date.strftime("%Y").to_string(),
    }
}

fn written_hours(written: &str) -> String {
    if written.starts_with("always") { "at every hour".to_owned() } else { written.replace('-', " to ") }
}
