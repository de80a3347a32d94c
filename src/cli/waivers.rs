//! `sharewright waivers`: what is set aside, why, by whom, and for how long yet.

use super::args::{WaiversFormat, WaiversOptions};
use super::fault::Fault;
use super::load::{Policies, day, found_under};
use super::{Exit, print};
use crate::lint::listed_waivers;
use crate::report::WaiversView;
use crate::workspace::Reading;

/// The width for which tables break their lines.
const WIDTH: usize = 120;

pub(super) fn run(options: &WaiversOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let policies = Policies::load_for(&options.packs, &options.paths)?;
    let found = found_under(&options.paths);
    if found.files.is_empty() && found.faults.is_empty() {
        Fault::new("there is nothing to look into here", "Give a file, or a folder with files that end in .isa, .sop or .disclosure.").print();
        return Ok(Exit::Nothing);
    }
    let mut view = WaiversView::new(today.to_string());
    let mut all_read = found.faults.is_empty();
    let look = |model: &crate::model::Model<'_>, problems: Vec<crate::diagnostic::Diagnostic>| {
        let unread = problems.into_iter().find(|problem| problem.code.starts_with("IO")).map(|problem| problem.headline);
        (model.files.iter().map(|file| file.source.clone()).collect::<Vec<_>>(), listed_waivers(model, today), unread)
    };
    Reading::new(&found).each(policies.policy(), &look, &mut |(files, waivers, unread)| {
        if let Some(why) = unread {
            all_read = false;
            Fault::new(&why, "Check the path, and that you may read the file.").print();
        }
        for waiver in waivers {
            view.add(&files, waiver);
        }
        true
    });
    view.sort();
    print(&match options.format {
        WaiversFormat::Table => view.table(WIDTH),
        WaiversFormat::Json => view.json().map_err(|error| Fault::new("the list cannot be written", &error.to_string()))?,
    })?;
    Ok(if all_read { Exit::Clean } else { Exit::Usage })
}
