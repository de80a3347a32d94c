//! The parser of agreements, and everything that is found in what it reads.

use super::driver::campaign;
use super::seeds::AGREEMENTS;
use super::sound::held;
use jiff::civil::date;
use sharewright::law::Law;
use sharewright::lint::{Judge, judge};
use sharewright::model::{Parsed, lower, visible};
use sharewright::report::{narrated, rich, short};
use sharewright::shipped;
use sharewright::source::SourceFile;
use std::sync::Arc;

#[test]
fn any_spoilt_agreement_has_a_sound_tree() {
    campaign("parser of agreements", 2_000, &AGREEMENTS, &|text| {
        let tree = held(text).map_err(|failed| failed.to_string())?;
        Ok(if tree.problems.is_empty() { "without a problem" } else { "with problems" })
    });
}

#[test]
fn any_spoilt_agreement_is_judged_and_told() {
    let policy = shipped::policy();
    let law = Law::new(policy);
    let judged_by = Judge { policy, texts: shipped::texts(), law: &law, today: date(2026, 11, 21), footing: false };
    campaign("reading to findings", 40, &AGREEMENTS, &|text| {
        let parsed = vec![Arc::new(Parsed::new(Arc::new(SourceFile::new("it.isa", text))))];
        let checked = judge(&judged_by, &lower(&policy.vocabulary, parsed, &visible(&[("it.isa", text)])));
        for finding in checked.findings() {
            let mut drawn = Vec::new();
            rich(&mut drawn, &checked.files, finding, false, true).map_err(|error| error.to_string())?;
            let line = short(&checked.files, finding);
            if line.contains(['\n', '\u{1b}', '\u{202E}']) || drawn.is_empty() || narrated(&checked.files, finding).is_empty() {
                return Err(format!("{} cannot be told: {line:?}", finding.code));
            }
        }
        Ok(if checked.documents.is_empty() { "without a document" } else { "judged" })
    });
}
