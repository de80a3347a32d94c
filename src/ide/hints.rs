//! What is shown beside the text: what a citation resolves to, and how far off the day of a review is.

use super::analysis::Analysis;
use super::law::{citations, dates};
use crate::model::{Model, NodeId, Value};
use crate::source::{FileId, TextRange};

/// Keywords and connectives whose days somebody waits for.
const AWAITED: [&str; 2] = ["review", "until"];

/// The longest title that is shown; the whole of it is told on hovering.
const LONGEST: usize = 48;

/// A remark beside the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Behind which byte.
    pub offset: u32,
    /// What.
    pub text: String,
    /// More of it.
    pub more: String,
}

impl Analysis<'_> {
    /// The remarks of a part of a file, in the order of the text.
    pub fn hints(&self, path: &str, within: TextRange) -> Vec<Hint> {
        let Some(model) = self.model(path) else { return Vec::new() };
        let is_within = |id: &NodeId| model.node(*id).head.start <= within.end && within.start <= model.node(*id).head.end;
        let mut hints = Vec::new();
        for id in model.subtree(model.file_node(FileId(0))).filter(|id| !model.is_file(*id)).filter(is_within) {
            hints.extend(citations(&model, id).into_iter().filter_map(|range| self.resolved(&model, range)));
            hints.extend(self.awaited(&model, id));
        }
        hints.sort_by_key(|hint| hint.offset);
        hints
    }

    /// What the citations of a text resolve to.
    fn resolved(&self, model: &Model<'_>, range: TextRange) -> Option<Hint> {
        let citing = self.citing(model, range);
        let written = model.words_of(FileId(0), range);
        let mut told = Vec::new();
        let mut more = Vec::new();
        for cited in citing.cited.iter() {
            for view in self.provisions(cited).into_iter().take(1) {
                let title = view.entry.get("title").map_or("", String::as_str);
                let title = if title.chars().count() > LONGEST { format!("{}...", title.chars().take(LONGEST - 3).collect::<String>().trim_end()) } else { title.to_owned() };
                let name = if written == view.citation { title } else { format!("{}, {title}", view.citation) };
                let standing = if view.standing == "in force" { String::new() } else { format!(" ({})", view.standing) };
                told.push(format!("{name}{standing}"));
                more.push(format!("{}: {}", view.citation, dates(&view)));
            }
        }
        (!told.is_empty()).then(|| Hint { offset: range.end, text: told.join("; "), more: more.join("\n") })
    }

    /// How far off the days of a statement are that somebody waits for.
    fn awaited(&self, model: &Model<'_>, id: NodeId) -> Vec<Hint> {
        let kind = model.kind(id);
        let is_awaited = |words: &str| AWAITED.contains(&words);
        let own = model.values(id).iter().filter(|_| is_awaited(&kind.word));
        let clauses = model.clauses(id).iter().filter(|clause| is_awaited(&kind.clauses[clause.index as usize].words)).flat_map(|clause| model.clause_values(clause));
        let days = own.chain(clauses).filter_map(|value| if let Value::Date(range, day) = value { Some((range, day)) } else { None });
        days.filter_map(|(range, day)| Some(Hint { offset: range.end, text: self.days_to(day.last)?, more: format!("counted from {}", self.today) })).collect()
    }

    /// `in 41 days`, `today`, `12 days ago`.
    fn days_to(&self, day: jiff::civil::Date) -> Option<String> {
        let days = self.today.until(day).ok()?.get_days();
        Some(match days {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            -1 => "yesterday".to_owned(),
            days if days > 0 => format!("in {days} days"),
            days => format!("{} days ago", -days),
        })
    }
}
