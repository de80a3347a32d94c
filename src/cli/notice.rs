//! `sharewright notice`: a published notice against the agreements in force, and a notice against its twin in another language.

use super::args::{NoticeCheckOptions, NoticeCommand, NoticeFormat, NoticeOptions, NoticeTwinsOptions};
use super::fault::Fault;
use super::load::{Policies, day, found_under};
use super::{Exit, print};
use crate::diagnostic::list_words;
use crate::law::Law;
use crate::lint::{Agreed, Force, Judge, Point, Published, agreed, published, speaker};
use crate::reading::{Page, Twins, page, twins};
use crate::source::MAX_FILE_BYTES;
use crate::workspace::{Reading, read_whole};
use jiff::civil::Date;
use std::fmt::Write;
use std::path::Path;

pub(super) fn run(options: &NoticeOptions) -> Result<Exit, Fault> {
    match &options.command {
        NoticeCommand::Check(options) => check(options),
        NoticeCommand::Twins(options) => compare(options),
    }
}

/// A saved page.
fn saved(path: &str) -> Result<Page, Fault> {
    let cannot = |why: &str| Fault::new(&format!("`{path}` cannot be read: {why}"), "Save the page as HTML or as plain text, and give the file.");
    let bytes = read_whole(Path::new(path)).map_err(|error| cannot(&error.to_string()))?.ok_or_else(|| cannot("there is no such file"))?;
    if bytes.len() > MAX_FILE_BYTES {
        return Err(cannot("it is larger than any notice"));
    }
    Ok(page(&String::from_utf8_lossy(&bytes)))
}

fn check(options: &NoticeCheckOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let notice = saved(&options.saved)?;
    let policies = Policies::load(&options.packs)?;
    let policy = policies.policy();
    let law = Law::new(policy);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: true };
    let found = found_under(&options.paths);
    let mut all: Vec<Agreed> = Vec::new();
    Reading::new(&found).check_with(&judge, &|model, checked| agreed(model, &checked.documents, today), &mut |more| {
        all.extend(more);
        true
    });
    let (all, others): (Vec<Agreed>, Vec<Agreed>) = all.into_iter().partition(|agreed| agreed.standing == Force::InForce);
    if all.is_empty() {
        none_in_force(&others, today).print();
        return Ok(Exit::Nothing);
    }
    let party = match &options.party {
        Some(party) => party.clone(),
        None => speaker(&notice.text, &all).map(str::to_owned).ok_or_else(|| Fault::new("the notice names no party of these agreements", "Say whose notice it is with `--party`."))?,
    };
    let known: Vec<&str> = crate::model::once(all.iter().flat_map(|agreed| agreed.shares.iter().map(|share| share.party.as_str())));
    if !known.contains(&party.as_str()) {
        return Err(Fault::new(&format!("`{party}` is no party of these agreements"), &format!("It may be {}.", list_words(known.iter().copied()))));
    }
    let result = published(&notice.text, &party, &all, &law, policy);
    match options.format {
        NoticeFormat::Text => print(&told(&result))?,
        NoticeFormat::Json => print(&(serde_json::to_string_pretty(&result).unwrap_or_default() + "\n"))?,
    }
    Ok(if result.unmentioned.is_empty() && result.unagreed.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// No agreement is in force: which there are, and what would have each compared.
fn none_in_force(others: &[Agreed], today: Date) -> Fault {
    if others.is_empty() {
        return Fault::new("there is no agreement here", "Give the files or folders of the agreements after the notice.");
    }
    let count = match others.len() {
        1 => "1 agreement was found, and it is".to_owned(),
        many => format!("{many} agreements were found, and none is"),
    };
    let each = |agreed: &Agreed| match &agreed.standing {
        Force::Status(status) => format!("{}: its status is `{status}`. It is compared once it says `status in-force`.", agreed.name),
        Force::Ended(day) => format!("{}: it ended on {day}. `--as-of {day}`, or an earlier day, compares with it as it then stood.", agreed.name),
        Force::InForce => agreed.name.clone(),
    };
    let lines: Vec<String> = others.iter().map(each).collect();
    let not = if others.len() == 1 { " not" } else { "" };
    Fault::listing(&format!("{count}{not} in force on {today}"), lines.iter().map(String::as_str))
}

fn told(result: &Published) -> String {
    let mut out = format!("taken for the notice of {}; compared with {}\n", result.party, result.agreements.join(", "));
    let mut list = |head: &str, points: &[Point]| {
        if points.is_empty() {
            return;
        }
        let _ = writeln!(out, "{head}");
        for point in points {
            let of = if point.agreements.is_empty() { String::new() } else { format!(" ({})", point.agreements.join(", ")) };
            let _ = writeln!(out, "  {}: {}{of}", point.sort, point.what);
        }
    };
    list("agreed, and not mentioned in the notice:", &result.unmentioned);
    list("mentioned in the notice, and in no agreement in force:", &result.unagreed);
    if result.unmentioned.is_empty() && result.unagreed.is_empty() {
        out.push_str("recipients, purposes and bases agree\n");
    }
    out.push_str("Words were compared, not their meaning; a person must read both.\n");
    out
}

fn compare(options: &NoticeTwinsOptions) -> Result<Exit, Fault> {
    let (left, right) = (saved(&options.first)?, saved(&options.second)?);
    let found = twins(&left, &right);
    match options.format {
        NoticeFormat::Text => {
            let mut out = String::new();
            for Twins { sort, what, first, second } in &found {
                let _ = writeln!(out, "{sort} {what}: {first} in {}, {second} in {}", options.first, options.second);
            }
            if found.is_empty() {
                out.push_str("headings, items, numbers, days and addresses agree; the words themselves were not compared\n");
            }
            print(&out)?;
        }
        NoticeFormat::Json => print(&(serde_json::to_string_pretty(&found).unwrap_or_default() + "\n"))?,
    }
    Ok(if found.is_empty() { Exit::Clean } else { Exit::Findings })
}
