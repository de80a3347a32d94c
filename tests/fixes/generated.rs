//! Changes made to files that are made up, with slips of many sorts.

#[allow(dead_code, unused_imports, reason = "the generator serves the measurements, which use more of it")]
#[path = "../../benches/generate/mod.rs"]
mod generate;

use generate::Corpus;
use jiff::civil::date;
use sharewright::diagnostic::FixSafety;
use sharewright::law::Law;
use sharewright::lint::Judge;
use sharewright::shipped;
use sharewright::syntax::parse;
use sharewright::workspace::{Reading, discover, mend};
use std::collections::BTreeMap;
use std::path::Path;

const FILES: usize = 150;

/// How often each code is found in each file.
fn found(under: &Path, judge: &Judge<'_>) -> BTreeMap<String, BTreeMap<String, usize>> {
    let mut all: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    let discovered = discover(&[under.display().to_string()]);
    Reading::new(&discovered).check(judge, &mut |checked| {
        let counts = all.entry(checked.files[0].path.clone()).or_default();
        for finding in checked.findings() {
            *counts.entry(finding.code.to_string()).or_default() += 1;
        }
        true
    });
    all
}

#[test]
fn files_are_better_for_it_and_come_to_rest() {
    let folder = tempfile::tempdir().expect("a folder");
    Corpus { seed: 61, files: FILES, size: 4_500 }.write(folder.path()).expect("written");
    let policy = shipped::policy();
    let law = Law::new(policy);
    let judge = Judge { policy, texts: shipped::texts(), law: &law, today: date(2026, 11, 21), footing: false };
    let before = found(folder.path(), &judge);
    let mended = mend(&discover(&[folder.path().display().to_string()]), &judge, FixSafety::Unsafe);
    assert!(mended.files.len() > 10, "many files are changed: {}", mended.files.len());
    for (path, file) in &mended.files {
        assert!(parse(&file.new).problems.len() <= parse(&file.old).problems.len(), "{path} is no harder to read");
        std::fs::write(path, &file.new).expect("written");
    }
    let after = found(folder.path(), &judge);
    for (path, file) in &mended.files {
        let sum = |counts: &BTreeMap<String, usize>, begins: &str| counts.iter().filter(|(code, _)| code.starts_with(begins)).map(|(_, count)| count).sum::<usize>();
        let (old, new) = (&before[path], &after[path]);
        assert!(sum(new, "SYN") + sum(new, "CIT") < sum(old, "SYN") + sum(old, "CIT"), "{path}: fewer faults of language: {old:?} {new:?} {:?}", file.done);
        for code in new.keys().filter(|code| code.starts_with("SYN") || code.starts_with("CIT")) {
            assert!(old.contains_key(code), "{path}: {code} is new: {:?}", file.done);
        }
    }
    let again = mend(&discover(&[folder.path().display().to_string()]), &judge, FixSafety::Unsafe);
    assert!(again.files.is_empty(), "nothing is left to change: {:?}", again.files.keys());
}
