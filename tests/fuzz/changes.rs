//! The changes that findings suggest: the text is no harder to read, what was answered is gone, nothing new is found, and it comes to rest.

use super::driver::campaign;
use super::seeds::AGREEMENTS;
use jiff::civil::date;
use sharewright::diagnostic::FixSafety;
use sharewright::law::Law;
use sharewright::lint::{Checked, Judge};
use sharewright::shipped;
use sharewright::syntax::parse;
use sharewright::workspace::{Reading, discover, mend};
use std::collections::BTreeMap;
use std::fs;

/// How often each thing is found: code and headline.
fn counted(checked: &Checked) -> BTreeMap<(String, String), usize> {
    let mut counts = BTreeMap::new();
    for finding in checked.findings().into_iter().filter(|finding| finding.is_active()) {
        *counts.entry((finding.code.to_string(), finding.headline.clone())).or_default() += 1;
    }
    counts
}

#[test]
fn any_spoilt_agreement_is_better_for_its_changes() {
    let policy = shipped::policy();
    let law = Law::new(policy).telling_unusual(true);
    let judged_by = Judge { policy, texts: shipped::texts(), law: &law, today: date(2026, 11, 21), footing: false };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("it.isa");
    let paths = [path.display().to_string()];
    let found = |text: &str| {
        fs::write(&path, text).map_err(|error| error.to_string())?;
        let mut all = BTreeMap::new();
        Reading::new(&discover(&paths)).check(&judged_by, &mut |checked| {
            all = counted(&checked);
            true
        });
        Ok::<_, String>(all)
    };
    campaign("changes", 30, &AGREEMENTS, &|text| {
        let mut outcome = "nothing to change";
        for reach in [FixSafety::Safe, FixSafety::Unsafe] {
            let before = found(text)?;
            let mended = mend(&discover(&paths), &judged_by, reach);
            let Some(file) = mended.files.values().next() else { continue };
            outcome = match (reach, outcome) {
                (FixSafety::Safe, _) | (_, "changed safely") => "changed safely",
                _ => "changed when that was asked for",
            };
            if parse(&file.new).problems.len() > parse(&file.old).problems.len() {
                return Err(format!("it is harder to read: {:?}\n{}", file.done, file.new));
            }
            let after = found(&file.new)?;
            if reach == FixSafety::Safe
                && let Some(((code, headline), _)) = after.iter().find(|(key, count)| before.get(*key).is_none_or(|was| was < count))
            {
                return Err(format!("{code} is new: {headline}, after {:?}", file.done));
            }
            let sum = |counts: &BTreeMap<(String, String), usize>| counts.values().sum::<usize>();
            if reach == FixSafety::Safe && sum(&after) >= sum(&before) {
                return Err(format!("no finding is gone after {:?}", file.done));
            }
            let again = mend(&discover(&paths), &judged_by, reach);
            if let Some(more) = again.files.values().next() {
                return Err(format!("it does not come to rest: {:?}, then {:?}", file.done, more.done));
            }
        }
        Ok(outcome)
    });
}
