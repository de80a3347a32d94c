//! What is told of the place under the pointer: what was found there, then what stands there.

use super::analysis::Analysis;
use super::describe::{code, link, plain, provision, thing};
use super::findings::Finding;
use super::law::cites;
use super::under::{Under, called, under};
use crate::diagnostic::Diagnostic;
use crate::emit::explain;
use crate::model::{Model, NodeId, Value};
use crate::source::{FileId, TextRange};
use std::fmt::Write;

/// What is told, as Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// Of which bytes.
    pub range: TextRange,
    /// What.
    pub markdown: String,
}

impl Analysis<'_> {
    /// What there is to tell of a place of a file; `findings` are those of the file.
    pub fn hover(&self, path: &str, offset: u32, findings: &[&Finding]) -> Option<Hover> {
        let touches = |range: TextRange| range.start <= offset && offset <= range.end;
        let here: Vec<&Diagnostic> = findings.iter().map(|finding| &finding.diagnostic).filter(|finding| touches(finding.at().range)).collect();
        let told = self.shown(path, |model| self.told(model, offset)).flatten();
        let range = told.as_ref().map(|(range, _)| *range).or_else(|| here.first().map(|finding| finding.at().range))?;
        let mut parts: Vec<String> = here.iter().map(|finding| rule(finding)).collect();
        parts.extend(told.map(|(_, markdown)| markdown));
        Some(Hover { range, markdown: parts.join("\n---\n\n") })
    }

    /// What stands at a place of the first file of a model.
    fn told(&self, model: &Model<'_>, offset: u32) -> Option<(TextRange, String)> {
        let (id, what, range) = under(model, offset)?;
        match what {
            Under::Keyword => Some((range, self.keyword(&model.kind(id).id)?)),
            Under::Name => Some((range, thing(model, id))),
            Under::Connective(index) => {
                let kind = model.kind(id);
                Some((range, format!("`{}` of **{}**\n\n{}", kind.clauses[index as usize].words, kind.word, self.keyword(&kind.id)?)))
            }
            Under::Value(value, clause) => self.value(model, id, &value, clause, offset),
        }
    }

    fn value(&self, model: &Model<'_>, id: NodeId, value: &Value, clause: Option<u16>, offset: u32) -> Option<(TextRange, String)> {
        let text = model.text(FileId(0));
        match value {
            Value::Ref(..) => called(model, value, offset).filter(|(target, _)| !model.is_file(*target)).map(|(target, range)| (range, thing(model, target))),
            Value::Word { range, list, index } => {
                let word = model.word(*list, *index);
                let means = self.word(*list, &word.id).map_or_else(String::new, |doc| format!(": {}", plain(&doc.means)));
                let broader = if word.broader.is_empty() { String::new() } else { format!("\n\nfalls under {}", word.broader.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")) };
                Some((*range, format!("`{}`{means}{broader}\n\na word of the list `{}`\n", word.id, self.policy.vocabulary.words.list(*list).name)))
            }
            Value::Text(range) => {
                let kind = model.kind(id);
                let spec = clause.map_or(kind.values.as_ref(), |index| Some(&kind.clauses[index as usize].values))?;
                cites(spec).then(|| self.cited_at(model, *range, offset)).flatten()
            }
            // Rules are named where they are set aside.
            Value::Name(range) => {
                let told = explain(self.policy, self.texts, range.of(text)).ok().flatten()?;
                Some((*range, code(&told)))
            }
            Value::Date(..) | Value::Period(..) | Value::Number(..) | Value::Hours(..) => None,
            Value::Open(range) => Some((*range, "`?`: not answered yet. It is reported as open, so that a draft stays honest.".to_owned())),
        }
    }

    /// The law that is cited at a place of a text; all that the text cites when the place is within none of its citations.
    fn cited_at(&self, model: &Model<'_>, range: TextRange, offset: u32) -> Option<(TextRange, String)> {
        let citing = self.citing(model, range);
        let at = citing.cited.iter().find(|cited| {
            let place = citing.place(cited);
            place.start <= offset && offset <= place.end
        });
        let (range, cited) = at.map_or((range, citing.cited.as_ref()), |one| (citing.place(one), std::slice::from_ref(one)));
        let mut parts = Vec::new();
        for one in cited {
            let views = self.provisions(one);
            if views.is_empty() && one.instrument.is_some() {
                parts.push(format!("**{}**\n\nThe register knows the Act and says nothing of this provision. That is no judgement of it.\n", plain(&self.law.canonical(one))));
            }
            parts.extend(views.iter().map(provision));
        }
        (!parts.is_empty()).then(|| (range, parts.join("\n---\n\n")))
    }
}

/// A finding with its rule: why, what next, who decides, and where it comes from.
fn rule(finding: &Diagnostic) -> String {
    let mut out = format!("**{}** {}: {}\n", finding.severity.word(), finding.code, plain(&finding.headline));
    for note in &finding.notes {
        let _ = writeln!(out, "- {}", plain(note));
    }
    for (what, text) in [("why", &finding.why), ("next", &finding.help), ("decides", &finding.decides)] {
        if !text.is_empty() {
            let _ = write!(out, "\n*{what}*: {}\n", plain(text));
        }
    }
    for citation in &finding.citations {
        let title = [citation.source.as_str(), citation.clause.as_str()].join(", ");
        let title = title.trim_end_matches(", ");
        let source = citation.link.as_ref().map_or_else(|| plain(title), |address| link(title, address));
        let _ = write!(out, "\n*source*: {source}\n");
    }
    out
}
