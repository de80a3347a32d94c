//! `sharewright impact`: which agreements, disclosure records and policies cite law that began or ended since a day.

use super::args::ImpactOptions;
use super::fault::Fault;
use super::load::{Policies, day, found_under, provisions};
use super::{Exit, print};
use crate::law::Law;
use crate::lint::{Checked, CitedAt, Judge};
use crate::model::once;
use crate::policy::{Register, Ymd, written, ymd_of};
use crate::report::{place_of, safe_line};
use crate::workspace::Reading;
use std::fmt::Write;

pub(super) fn run(options: &ImpactOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let since = day(Some(&options.since))?;
    if since > today {
        return Err(Fault::new("`--since` is later than the day asked about", "Give an earlier day, or a later one after `--as-of`."));
    }
    let policies = Policies::load_for(&options.packs, &options.paths)?;
    let policy = policies.policy();
    let register = provisions(policy)?;
    let law = Law::new(policy);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: true };
    let found = found_under(&options.paths);
    let reading = Reading::new(&found);
    let period = Period { since: ymd_of(since), today: ymd_of(today), register };
    let (mut documents, mut touched) = (0, 0);
    let mut fault = Ok(());
    reading.check(&judge, &mut |checked| {
        documents += checked.documents.len();
        let text = period.text(&checked);
        touched += usize::from(!text.is_empty());
        fault = print(&text);
        fault.is_ok()
    });
    fault?;
    if documents == 0 {
        Fault::no_documents("").print();
        return Ok(Exit::Nothing);
    }
    let words = if touched == 1 { "file cites" } else { "files cite" };
    print(&format!("{touched} {words} law that began or ended after {since} and up to {today}; register checked up to {}\n", policy.checked_to()))?;
    Ok(if found.faults.is_empty() { Exit::Clean } else { Exit::Usage })
}

struct Period<'a> {
    since: Ymd,
    today: Ymd,
    register: &'a Register,
}

impl Period<'_> {
    /// What a file cites that changed, a line each.
    fn text(&self, checked: &Checked) -> String {
        let mut out = String::new();
        let lines = checked.documents.iter().flat_map(|document| &document.footing.cited).flat_map(|cited| {
            let place = place_of(&checked.files, cited.place);
            self.changes(cited).map(move |change| format!("{}:{}: {}", safe_line(&place.file), place.line, safe_line(&change)))
        });
        for line in once(lines) {
            let _ = writeln!(out, "{line}");
        }
        out
    }

    fn changes(&self, cited: &CitedAt) -> impl Iterator<Item = String> {
        cited.cited.provisions.iter().filter_map(move |entry| {
            let row = self.register.row(*entry);
            let at = |column: &str| row.day(column).filter(|day| self.since < *day && *day <= self.today);
            let canonical = &cited.canonical;
            let instead = row.text("instead");
            if let Some(day) = at("until") {
                let instead = instead.map_or_else(String::new, |instead| format!("; now {instead}"));
                return Some(format!("{canonical} ended on {}{instead}", written(day)));
            }
            at("from").map(|day| format!("{canonical} began on {}", written(day)))
        })
    }
}
