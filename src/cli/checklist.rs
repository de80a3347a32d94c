//! `sharewright checklist`: the questions, answered: of the partnership for an agreement, of one decision for a disclosure record.

use super::args::{ChecklistFormat, ChecklistOptions};
use super::fault::Fault;
use super::load::{Policies, day, tell_faults};
use super::{Exit, print};
use crate::emit::checklist_markdown;
use crate::law::Law;
use crate::lint::Judge;
use crate::report::{ChecklistView, checklist_json, checklist_table};
use crate::workspace::{Reading, discover};

/// The width for which the table breaks its lines.
const WIDTH: usize = 100;

pub(super) fn run(options: &ChecklistOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let policies = Policies::load_for(&options.packs, &options.paths)?;
    let found = discover(&options.paths);
    let reading = Reading::new(&found);
    let policy = policies.policy();
    let law = Law::new(policy);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: false };
    let mut view = ChecklistView::new(today.to_string(), policy.checked_to());
    reading.check(&judge, &mut |checked| {
        view.add(&checked);
        true
    });
    tell_faults(&found);
    let unread: Vec<_> = view.problems.iter().filter(|problem| problem.code.starts_with("IO")).collect();
    for problem in &unread {
        Fault::new(&problem.headline, &problem.help).print();
    }
    let all_read = found.faults.is_empty() && unread.is_empty();
    if view.documents.is_empty() {
        Fault::no_documents(" to answer for").print();
        return Ok(Exit::Nothing);
    }
    let text = match options.format {
        ChecklistFormat::Table => checklist_table(&view, WIDTH),
        ChecklistFormat::Markdown => checklist_markdown(&view.printed()).map_err(|error| Fault::new("the checklist cannot be written as Markdown", &error))?,
        ChecklistFormat::Json => checklist_json(&view).map_err(|error| Fault::new("the checklist cannot be written as JSON", &error.to_string()))?,
    };
    print(&text)?;
    Ok(if all_read { Exit::Clean } else { Exit::Findings })
}
