//! `sharewright impact`: which agreements cite law that began or ended since a day.

use super::args::ImpactOptions;
use super::fault::Fault;
use super::load::{Policies, day};
use super::{Exit, print};
use crate::law::Law;
use crate::lint::{Checked, CitedAt, Judge};
use crate::model::once;
use crate::policy::{Cell, PROVISIONS, Register, Ymd, written};
use crate::report::{place_of, safe_line};
use crate::workspace::{check_all, discover};
use jiff::civil::Date;
use std::fmt::Write;

pub(super) fn run(options: &ImpactOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let since = day(Some(&options.since))?;
    if since > today {
        return Err(Fault::new("`--since` is later than the day asked about", "Give an earlier day, or a later one after `--as-of`."));
    }
    let policies = Policies::load(&options.packs)?;
    let policy = policies.policy();
    let Some((_, register)) = policy.register_named(PROVISIONS) else {
        return Err(Fault::new("these packs hold no law", "The register is called `provisions`; docs/rules.md describes registers."));
    };
    let law = Law::new(policy);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: true };
    let found = discover(&options.paths);
    for (path, why) in &found.faults {
        Fault::new(&format!("`{path}` cannot be read: {why}"), "Check the path, and that you may read it.").print();
    }
    let period = Period { since: ymd(since), today: ymd(today), register };
    let (mut agreements, mut touched) = (0, 0);
    let mut fault = Ok(());
    check_all(&found, &judge, &mut |checked| {
        agreements += checked.documents.len();
        let text = period.text(&checked);
        touched += usize::from(!text.is_empty());
        fault = print(&text);
        fault.is_ok()
    });
    fault?;
    if agreements == 0 {
        Fault::new("there is no agreement here", "Give a file with an `agreement`, or a folder that holds one.").print();
        return Ok(Exit::Nothing);
    }
    let words = if touched == 1 { "file cites" } else { "files cite" };
    print(&format!("{touched} {words} law that began or ended after {since} and up to {today}; register checked up to {}\n", policy.checked_to()))?;
    Ok(if found.faults.is_empty() { Exit::Clean } else { Exit::Usage })
}

fn ymd(day: Date) -> Ymd {
    (day.year(), day.month(), day.day())
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
            let entry = self.register.entry(*entry);
            let at = |column: &str| self.day(entry, column).filter(|day| self.since < *day && *day <= self.today);
            let canonical = &cited.canonical;
            let instead = self.register.column("instead").and_then(|column| entry[column as usize].texts().next());
            if let Some(day) = at("until") {
                let instead = instead.map_or_else(String::new, |instead| format!("; now {instead}"));
                return Some(format!("{canonical} ended on {}{instead}", written(day)));
            }
            at("from").map(|day| format!("{canonical} began on {}", written(day)))
        })
    }

    fn day(&self, entry: &[Cell], column: &str) -> Option<Ymd> {
        match entry[self.register.column(column)? as usize] {
            Cell::Date(year, month, day) => Some((year, month, day)),
            _ => None,
        }
    }
}
