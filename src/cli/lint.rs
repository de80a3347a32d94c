//! `sharewright lint`: every finding, in the order of paths and places.

use super::Exit;
use super::args::{LintOptions, Threshold};
use super::fault::Fault;
use super::load::{Policies, day, old_packs};
use super::outputs::{Outputs, places};
use crate::diagnostic::{Problem, Severity};
use crate::law::Law;
use crate::lint::{Checked, Judge};
use crate::policy::Policy;
use crate::report::{About, Summary};
use crate::source::{FileId, TextRange};
use crate::workspace::{Reading, discover};
use std::io::{self, IsTerminal};

pub(super) fn run(options: &LintOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let places = places(options)?;
    let policies = Policies::load(&options.packs)?;
    let found = discover(&options.paths);
    let reading = Reading::new(&found);
    let policy = policies.policy();
    let terminal = io::stdout().is_terminal();
    let colour = options.color.shows(terminal);
    let title = |code: &str| title(policy, code);
    let about = About {
        law_date: today.to_string(),
        packs_checked: policy.checked_to(),
        old_packs: old_packs(policy, today),
        fails_at: threshold(options.fail_on),
        folder: if places.is_empty() && options.format.is_for_terminals() { String::new() } else { here() },
        colour,
        unicode: terminal,
        title: &title,
    };
    let mut outputs = Outputs::begin(options, about, places, terminal)?;
    let mut summary = Summary::default();
    for (path, why) in &found.faults {
        let problem = Problem::new("IO-01", "file-missing", format!("`{path}` cannot be read: {why}"), TextRange::new(0, 0)).helping("Check the path, and that you may read it.");
        let finding = problem.in_file(FileId(0));
        summary.count(&finding);
        outputs.unreadable(path, &finding)?;
    }
    let law = Law::new(policy);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: false };
    let mut reported = Ok(());
    reading.check(&judge, &mut |checked| {
        count(&mut summary, &checked);
        reported = outputs.file(&checked);
        reported.is_ok()
    });
    reported?;
    outputs.end(&summary)?;
    if found.files.is_empty() && found.faults.is_empty() {
        Fault::new("there is nothing to check here", "Give a file, or a folder with files that end in .isa, .sop or .disclosure.").print();
        return Ok(Exit::Nothing);
    }
    let fails = threshold(options.fail_on).is_some_and(|lowest| summary.at_least(lowest) > 0);
    Ok(match (outputs.failed, fails) {
        (true, _) => Exit::Usage,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Clean,
    })
}

fn threshold(fail_on: Threshold) -> Option<Severity> {
    match fail_on {
        Threshold::Error => Some(Severity::Error),
        Threshold::Warning => Some(Severity::Warning),
        Threshold::Info => Some(Severity::Info),
        Threshold::Never => None,
    }
}

fn count(summary: &mut Summary, checked: &Checked) {
    summary.files += 1;
    checked.documents.iter().for_each(|document| summary.count_document(&document.kind));
    checked.problems.iter().chain(checked.documents.iter().flat_map(|document| &document.findings)).for_each(|finding| summary.count(finding));
}

/// The folder in which the tool runs, with a slash at its end.
fn here() -> String {
    std::env::current_dir().map(|folder| folder.to_string_lossy().replace('\\', "/") + "/").unwrap_or_default()
}

/// The title of a rule or a question, without its subjects.
fn title(policy: &Policy, code: &str) -> Option<String> {
    let rule = policy.rules().find(|rule| rule.code == *code).map(|rule| rule.title.replace("{it}", "..."));
    rule.or_else(|| policy.questions().find(|question| question.code == *code).map(|question| question.title.to_string()))
}
