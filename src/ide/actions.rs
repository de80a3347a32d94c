//! What can be done about findings: the changes that they suggest, by how safe they are, and the whole story of a rule.

use super::findings::Finding;
use super::place::Edit;
use crate::diagnostic::FixSafety;
use crate::source::TextRange;

/// What an action does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repair {
    /// Makes a change for one finding.
    Change(Edit, FixSafety),
    /// Makes every change of the file that keeps the meaning.
    AllSafe(Vec<Edit>),
    /// Tells everything about a rule, by its code.
    Explain(String),
}

/// Something that can be done.
#[derive(Clone, Debug)]
pub struct Action<'f> {
    /// What it does, as an instruction.
    pub title: String,
    /// What it does.
    pub repair: Repair,
    /// The finding that it is about.
    pub finding: Option<&'f Finding>,
}

/// What can be done about the findings of a file that touch a part of it.
pub fn actions<'f>(range: TextRange, findings: &[&'f Finding]) -> Vec<Action<'f>> {
    let touches = |finding: &Finding| {
        let at = finding.diagnostic.at().range;
        at.start <= range.end && range.start <= at.end
    };
    let mut actions: Vec<Action<'f>> = Vec::new();
    let mut explained: Vec<&str> = Vec::new();
    for finding in findings.iter().copied().filter(|finding| touches(finding)) {
        for (title, edit, safety) in finding.fixes() {
            let title = match safety {
                FixSafety::Safe => title.to_owned(),
                FixSafety::Unsafe => format!("{title} (may change the meaning)"),
                FixSafety::DisplayOnly => format!("{title} (by hand)"),
            };
            actions.push(Action { title, repair: Repair::Change(edit, safety), finding: Some(finding) });
        }
        let code = finding.diagnostic.code.as_str();
        if !explained.contains(&code) {
            explained.push(code);
            actions.push(Action { title: format!("explain {code}"), repair: Repair::Explain(code.to_owned()), finding: Some(finding) });
        }
    }
    let all = all_safe(findings);
    if !all.is_empty() {
        actions.push(Action { title: "make every change that keeps the meaning".to_owned(), repair: Repair::AllSafe(all), finding: None });
    }
    actions
}

/// The changes that keep the meaning, of each two that touch the first.
fn all_safe(findings: &[&Finding]) -> Vec<Edit> {
    let fixes = findings.iter().flat_map(|finding| finding.fixes());
    let mut edits: Vec<Edit> = fixes.filter(|(_, _, safety)| *safety == FixSafety::Safe).map(|(_, edit, _)| edit).collect();
    edits.sort();
    let mut end = None;
    edits.retain(|edit| {
        let stays = end.as_ref().is_none_or(|(path, end)| *path != edit.place.path || *end <= edit.place.range.start);
        if stays {
            end = Some((edit.place.path.clone(), edit.place.range.end));
        }
        stays
    });
    edits
}
