//! What is found in a file: the same as `lint` finds, for the texts as the editor has them.

use super::analysis::Analysis;
use super::findings::{Finding, Found};
use crate::diagnostic::Diagnostic;
use crate::emit::explain;
use crate::lint::{Judge, judge_again};
use std::rc::Rc;

impl Analysis<'_> {
    /// Judges a file. What waivers set aside is left out.
    pub fn check(&self, path: &str) -> Found {
        let Some(model) = self.model(path) else { return Found::default() };
        let judged_by = Judge { policy: self.policy, texts: self.texts, law: &self.law, today: self.today, footing: false };
        let mut checked = judge_again(&judged_by, &model, &self.memory);
        let mut problems: Vec<Diagnostic> = self.files.get(path).and_then(|file| file.fault.clone()).into_iter().collect();
        let is_there = |used: &str| self.files.contains_key(used);
        let unreadable = |used: &str| self.files.get(used)?.fault.as_ref().map(|fault| fault.headline.clone());
        problems.extend(self.uses.problems(&model.files[0], &checked.files[0].text, &is_there, &unreadable));
        checked.begin_with(problems);
        let files: Rc<[String]> = checked.files.iter().map(|file| file.path.clone()).collect();
        let documents = checked.documents.into_iter().flat_map(|document| document.findings);
        let active = checked.problems.into_iter().chain(documents).filter(Diagnostic::is_active);
        Found(active.map(|finding| Finding::new(finding, &files)).collect())
    }

    /// Everything about a rule, a question, a keyword or a word; or why there is nothing to tell.
    pub fn explain(&self, name: &str) -> Result<String, String> {
        explain(self.policy, self.texts, name.trim())?.ok_or_else(|| format!("there is no rule, question, keyword or word `{name}`"))
    }
}
