//! `sharewright disclosures`: the log of disclosure records, filtered, as a list or as counts.

use super::args::{CountBy as By, DisclosuresOptions, LogFormat};
use super::fault::Fault;
use super::load::{Policies, day, tell_faults};
use super::{Exit, print};
use crate::diagnostic::{Diagnostic, Severity, did_you_mean, list_words};
use crate::law::Law;
use crate::lint::{CountBy, LogFilter, LogRecord, LogRules, counts, records};
use crate::model::Model;
use crate::report::{LogView, counts_csv, counts_json, counts_table, log_csv, log_table};
use crate::workspace::{Reading, discover};
use clap::ValueEnum;

/// The width for which tables break their lines.
const WIDTH: usize = 100;

pub(super) fn run(options: &DisclosuresOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let filter = filter(options)?;
    let policies = Policies::load_for(&options.packs, &options.paths)?;
    let policy = policies.policy();
    if let Some((flag, word, known)) = filter.unknown(&policy.vocabulary) {
        let help =
            did_you_mean(&word, known.iter().map(String::as_str)).map_or_else(|| format!("It may be {}.", list_words(known.iter().map(String::as_str))), |meant| format!("Did you mean `{meant}`?"));
        return Err(Fault::new(&format!("`{word}` is not known after `--{flag}`"), &help));
    }
    let law = Law::new(policy);
    let rules = LogRules::new(policy, &law, today).map_err(|fault| Fault::new(&format!("a register of the log cannot be used: {fault}"), "docs/disclosures-log.md tells what its columns mean."))?;
    let found = discover(&options.paths);
    let look = |model: &Model<'_>, problems: Vec<Diagnostic>| File { path: model.files[0].source.path.clone(), unread: unread(model, problems), records: records(model, &rules) };
    let (mut wanted, mut in_all) = (Vec::new(), 0);
    let mut all_read = found.faults.is_empty();
    tell_faults(&found);
    Reading::new(&found).each(policy, &look, &mut |file: File| {
        all_read &= !file.tell();
        in_all += file.records.len();
        wanted.extend(file.records.into_iter().filter(|record| filter.lets_through(record, &law)));
        true
    });
    if in_all == 0 {
        Fault::no_records("").print();
        return Ok(Exit::Nothing);
    }
    print(&text(options, wanted, &today.to_string(), in_all)?)?;
    Ok(if all_read { Exit::Clean } else { Exit::Findings })
}

fn text(options: &DisclosuresOptions, wanted: Vec<LogRecord>, as_of: &str, in_all: usize) -> Result<String, Fault> {
    let cannot = |error: String| Fault::new("the log cannot be written", &error);
    if let Some(by) = options.count {
        let counted = counts(&wanted, count_by(by), options.hide_below);
        let name = by.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned());
        return match options.format {
            LogFormat::Table => Ok(counts_table(&counted, &name, as_of, WIDTH)),
            LogFormat::Csv => counts_csv(&counted, &name).map_err(cannot),
            LogFormat::Json => counts_json(&counted, &name, as_of).map_err(|error| cannot(error.to_string())),
        };
    }
    let with_person = options.with_person_reference;
    let view = LogView::new(wanted, as_of.to_owned(), in_all, with_person);
    match options.format {
        LogFormat::Table => Ok(log_table(&view, with_person, WIDTH)),
        LogFormat::Csv => log_csv(&view, with_person).map_err(cannot),
        LogFormat::Json => view.json().map_err(|error| cannot(error.to_string())),
    }
}

fn filter(options: &DisclosuresOptions) -> Result<LogFilter, Fault> {
    let a_day = |given: &Option<String>| given.as_ref().map(|given| day(Some(given))).transpose();
    let (since, until) = (a_day(&options.since)?, a_day(&options.until)?);
    if since.zip(until).is_some_and(|(since, until)| since > until) {
        return Err(Fault::new("`--since` is later than `--until`", "Give an earlier day after `--since`, or a later one after `--until`."));
    }
    Ok(LogFilter {
        decisions: options.decision.clone(),
        classes: options.class.clone(),
        bases: options.basis.clone(),
        forces: options.force.clone(),
        kinds: options.kind.clone(),
        professions: options.profession.clone(),
        since,
        until,
        overdue: options.overdue,
        late: options.late,
        awaiting_review: options.awaiting_review,
    })
}

fn count_by(by: By) -> CountBy {
    match by {
        By::Decision => CountBy::Decision,
        By::Class => CountBy::Class,
        By::Kind => CountBy::Kind,
        By::Force => CountBy::Force,
        By::Month => CountBy::Month,
        By::Year => CountBy::Year,
        By::Profession => CountBy::Profession,
        By::Started => CountBy::Started,
        By::Basis => CountBy::Basis,
    }
}

/// A file, looked at.
struct File {
    path: String,
    unread: Unread,
    records: Vec<LogRecord>,
}

/// What could not be read of a file.
enum Unread {
    /// Nothing: all of it was read.
    Nothing,
    /// The file itself, and why.
    All(String, String),
    /// So many places of its text.
    Places(usize),
}

/// Problems of text are counted and not told: what they quote may be what a record must not say.
fn unread(model: &Model<'_>, problems: Vec<Diagnostic>) -> Unread {
    if let Some(problem) = problems.into_iter().find(|problem| problem.code.starts_with("IO")) {
        return Unread::All(problem.headline, problem.help.to_string());
    }
    let file = &model.files[0];
    let of_names = model.problems.iter().filter(|problem| problem.at().file.0 == 0 && problem.severity == Severity::Error).count();
    match file.tree.problems.len() + of_names {
        0 => Unread::Nothing,
        places => Unread::Places(places),
    }
}

impl File {
    /// Tells what could not be read, when it matters to the log.
    fn tell(&self) -> bool {
        match &self.unread {
            Unread::All(headline, help) => Fault::new(headline, help).print(),
            Unread::Places(places) if !self.records.is_empty() || self.path.ends_with(".disclosure") => {
                let words = if *places == 1 { "place that cannot be read" } else { "places that cannot be read" };
                Fault::new(&format!("`{}` has {places} {words}; what is listed of it may not be whole", self.path), "`sharewright lint` tells what to mend.").print();
            }
            _ => return false,
        }
        true
    }
}
