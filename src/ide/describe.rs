//! Things of an agreement, keywords and words, in a few lines of Markdown.

use super::analysis::Analysis;
use super::law::dates;
use crate::emit::{ProvisionView, keyword_entry};
use crate::model::{ListId, Model, NodeId};
use crate::policy::WordDoc;
use std::fmt::Write;

/// How many facts of a thing are shown.
const MOST_FACTS: usize = 12;

/// How a code block names the language.
const LANGUAGE: &str = "sharewright";

/// A thing: its keyword, name and label, where it is defined, and what is said of it by itself.
pub(super) fn thing(model: &Model<'_>, id: NodeId) -> String {
    let node = model.node(id);
    let file = &model.files[node.file.0 as usize].source;
    let (line, _) = file.line_column(node.head.start);
    let label = if node.label.is_empty() { String::new() } else { format!(": {}", plain(&model.words_of(node.file, node.label))) };
    let mut facts: Vec<NodeId> = model.all_children(id).iter().copied().filter(|child| model.all_children(*child).is_empty() && model.node(*child).rung == 0).collect();
    facts.sort_unstable();
    let mut told: Vec<&str> = facts.iter().take(MOST_FACTS).map(|child| model.node(*child).head.of(&file.text)).collect();
    if facts.len() > MOST_FACTS {
        told.push("# and more");
    }
    let mut out = format!("**{}** `{}`{label}\n\n{}, line {line}\n", model.kind(id).word, model.name(id), plain(file_name(&file.path)));
    if !told.is_empty() {
        out.push_str(&code(&told.join("\n")));
    }
    out
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A code block in the language.
pub(super) fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("\n{fence}{LANGUAGE}\n{}\n{fence}\n", text.trim_end())
}

/// Text that is not to be read as Markdown.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' => {
                out.push('\\');
                out.push(c);
            }
            '&' => out.push_str("&amp;"),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A web address as a link.
pub(super) fn link(title: &str, address: &str) -> String {
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    if is_web && !address.contains(['(', ')', '<', '>', ' ', '"']) { format!("[{}]({address})", plain(title)) } else { plain(title) }
}

/// A provision, with its dates.
pub(super) fn provision(view: &ProvisionView) -> String {
    let text = |column: &str| view.entry.get(column).map(String::as_str);
    let mut out = format!("**{}**: {}\n\n{}", plain(&view.citation), plain(text("title").unwrap_or_default()), dates(view));
    for (column, says) in [("role", "role"), ("kind", "kind"), ("nations", "nations")] {
        if let Some(words) = text(column) {
            let _ = write!(out, " · {says}: {}", plain(words));
        }
    }
    out.push('\n');
    if let Some(note) = text("note") {
        let _ = write!(out, "\n{}\n", plain(note));
    }
    if let Some(source) = text("source") {
        let _ = write!(out, "\n{}, read on {} ({})\n", link(source, source), text("read").unwrap_or("a day not noted"), text("confidence").unwrap_or("not verified"));
    }
    out
}

impl Analysis<'_> {
    /// What the vocabulary says of a keyword in its place.
    pub(super) fn keyword(&self, id: &str) -> Option<String> {
        let doc = self.texts.keywords.iter().find(|doc| doc.id == id)?;
        let entry = keyword_entry(&self.policy.vocabulary, doc)?;
        let mut out = format!("**{}**: {}\n\ntakes {}\n", entry.word, plain(&entry.doc), entry.takes);
        for clause in &entry.clauses {
            let _ = writeln!(out, "- `{}` {}", clause.words, clause.takes);
        }
        out.push_str(&code(&entry.example));
        Some(out)
    }

    /// What a word of a list means.
    pub(super) fn word(&self, list: ListId, word: &str) -> Option<&WordDoc> {
        let list = &self.policy.vocabulary.words.list(list).name;
        self.texts.words.iter().find(|doc| doc.list == *list && doc.id == word)
    }
}
