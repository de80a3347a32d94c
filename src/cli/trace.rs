//! `sharewright trace`: the way of each disclosure record through the decision procedures.

use super::args::{TraceFormat, TraceOptions};
use super::fault::Fault;
use super::load::{Policies, day, found_under};
use super::{Exit, print};
use crate::diagnostic::Diagnostic;
use crate::guide::trace;
use crate::law::Law;
use crate::lint::Judge;
use crate::model::Model;
use crate::report::{TraceView, trace_json, trace_text};
use crate::source::FileId;
use crate::workspace::Reading;
use std::sync::Arc;

/// The width for which lines are broken.
const WIDTH: usize = 100;

pub(super) fn run(options: &TraceOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let policies = Policies::load_for(&options.packs, &options.paths)?;
    let found = found_under(&options.paths);
    let policy = policies.policy();
    let law = Law::new(policy);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: false };
    let mut view = TraceView::new(today.to_string(), policy.checked_to());
    let mut all_read = found.faults.is_empty();
    let look = |model: &Model<'_>, unread: Vec<Diagnostic>| {
        let files: Vec<_> = model.files.iter().map(|file| Arc::clone(&file.source)).collect();
        let own = model.problems.iter().filter(|problem| problem.at().file == FileId(0)).count();
        let problems = unread.len() + model.files[0].tree.problems.len() + own;
        (files, problems, trace(&judge, model), unread)
    };
    Reading::new(&found).each(policy, &look, &mut |(files, problems, traced, unread)| {
        for problem in unread.iter().filter(|problem| problem.code.starts_with("IO")) {
            Fault::new(&problem.headline, &problem.help).print();
            all_read = false;
        }
        for traced in &traced {
            view.add(&files, problems, traced);
        }
        true
    });
    if view.documents.is_empty() {
        Fault::no_records(" to trace").print();
        return Ok(Exit::Nothing);
    }
    let text = match options.format {
        TraceFormat::Text => trace_text(&view, WIDTH),
        TraceFormat::Json => trace_json(&view).map_err(|error| Fault::new("the trace cannot be written as JSON", &error.to_string()))?,
    };
    print(&text)?;
    Ok(if all_read { Exit::Clean } else { Exit::Findings })
}
