//! A value that its place does not take is told with what was most likely meant, and with a change that writes it.

use sharewright::model::{Parsed, lower, visible};
use sharewright::shipped;
use sharewright::source::SourceFile;
use std::sync::Arc;

/// What is told of a line in an agreement: the advice, and what the change writes.
fn told(line: &str) -> Vec<(String, Option<String>)> {
    let text = format!("party police \"Police\" {{\n  kind police-force\n  role clerk \"Clerk\" {{\n    {line}\n  }}\n}}\nagreement a \"A\" {{\n  {line}\n}}\n");
    let parsed = Arc::new(Parsed::new(Arc::new(SourceFile::new("a.isa", text.clone()))));
    let model = lower(&shipped::policy().vocabulary, vec![parsed], &visible(&[("a.isa", text.as_str())]));
    let found = model.problems.iter().filter(|problem| problem.code == "SYN-16" || problem.code == "SYN-18");
    found.map(|problem| (problem.help.to_string(), problem.fixes.first().map(|fix| fix.replacement.clone()))).collect()
}

/// The advice is given, and the change leaves nothing to say.
#[track_caller]
fn is_told(line: &str, wrong: &str, advice: &str, written: &str) {
    assert_eq!(told(line), [(advice.to_owned(), Some(written.to_owned()))], "{line}");
    assert_eq!(told(&line.replace(wrong, written)), [], "{line}");
}

#[test]
fn a_length_of_time_goes_behind_the_word_that_takes_it() {
    for said in ["\"7 years\"", "7 years"] {
        is_told(&format!("retention \"Log\" for police {said}"), said, "Write `period 7 years`.", "period 7 years");
    }
    is_told("review yearly", "yearly", "Write `every 1 year`.", "every 1 year");
    is_told("review \"6 months\"", "\"6 months\"", "Write `every 6 months`.", "every 6 months");
    is_told("review 2027-03-31 every \"1 year\"", "\"1 year\"", "Write `1 year`.", "1 year");
}

#[test]
fn a_day_in_other_words_is_written_year_first() {
    let advice = "Write `2027-04-01`: days are written year, month, day.";
    for said in ["1 April 2027", "April 1 2027", "\"1 April 2027\"", "\"01/04/2027\"", "\"2027-04-01\""] {
        is_told(&format!("reviewed {said}"), said, advice, "2027-04-01");
    }
    // What is no day of any calendar is told as before.
    assert!(told("reviewed 31 April 2027").iter().all(|(help, fix)| help.starts_with("Dates are written") && fix.is_none()));
}

#[test]
fn a_text_for_a_thing_is_told_with_how_the_thing_is_made() {
    let found = told("opens \"Custody record\"");
    let [(help, None)] = found.as_slice() else { panic!("{found:?}") };
    assert!(help.contains("Make it once, `system custody-record \"Custody record\"`, and write `custody-record` here; `sharewright explain system`"), "{help}");
    // A text of several lines is no label.
    assert!(told("opens \"\"\"\n  Custody\n  \"\"\"").iter().all(|(help, _)| !help.contains("Make it once")));
}
