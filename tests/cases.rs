//! Literate cases: Markdown that an information governance lead can review. Prose, agreements with marks under the text, and the
//! answers that follow.
//!
//! A fence that opens with ```` ```isa NAME ```` is a file. In it a comment of the form `# ^^^ CODE words` marks a finding on the line
//! above, at the carets' column, whose headline contains the words. Every finding of the families named after `families:` must be
//! marked, and every mark must be found. A fence ```` ```answers ```` lists `NUMBER answer [standard]` for the first agreement of the first file.

use jiff::civil::Date;
use sharewright::law::Law;
use sharewright::lint::{Checked, Judge, judge};
use sharewright::model::{Parsed, lower, visible};
use sharewright::shipped;
use sharewright::source::{SourceFile, Sources};
use std::path::Path;
use std::sync::Arc;

#[derive(Default)]
struct Case {
    files: Vec<(String, String)>,
    answers: Vec<String>,
    families: Vec<String>,
    day: Option<Date>,
}

fn read(text: &str) -> Case {
    let mut case = Case::default();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(families) = line.strip_prefix("families:") {
            case.families = families.split_whitespace().map(str::to_owned).collect();
        } else if let Some(day) = line.strip_prefix("day:") {
            case.day = day.trim().parse().ok();
        } else if let Some(fence) = line.strip_prefix("```").filter(|fence| !fence.is_empty()) {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            match fence.split_once(' ') {
                Some(("isa", name)) => case.files.push((name.to_owned(), body.join("\n") + "\n")),
                _ if fence == "answers" => case.answers.extend(body.iter().map(|line| (*line).to_owned())),
                _ => {}
            }
        }
    }
    case
}

fn check(case: &Case, first: usize) -> Checked {
    let mut files: Vec<(String, String)> = case.files.clone();
    files.rotate_left(first);
    let named: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let parsed = files.iter().map(|(name, text)| Arc::new(Parsed::new(Arc::new(SourceFile::new(name.clone(), text.clone())))));
    let model = lower(&shipped::policy().vocabulary, parsed.collect(), &visible(&named));
    let today = case.day.unwrap_or_else(|| Date::constant(2026, 11, 21));
    judge(&Judge { policy: shipped::policy(), texts: shipped::texts(), law: &Law::new(shipped::policy()), today, footing: false }, &model)
}

/// Line from 1, column from 1, code and words of each mark.
fn marks(text: &str) -> Vec<(usize, usize, String, String)> {
    let mut marks = Vec::new();
    let mut line_above = 0;
    for (index, line) in text.lines().enumerate() {
        let mark = line.trim_start().strip_prefix('#').map(str::trim_start).filter(|rest| rest.starts_with('^'));
        match mark {
            None => line_above = index + 1,
            Some(rest) => {
                let column = line.find('^').map_or(0, |at| at + 1);
                let rest = rest.trim_start_matches('^').trim_start();
                let (code, words) = rest.split_once(' ').unwrap_or((rest, ""));
                marks.push((line_above, column, code.to_owned(), words.trim().to_owned()));
            }
        }
    }
    marks
}

fn run(path: &Path) -> Vec<String> {
    let case = read(&std::fs::read_to_string(path).expect("the case is read"));
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    let mut faults = Vec::new();
    assert!(!case.files.is_empty(), "{name} has a file");
    for (index, (file, text)) in case.files.iter().enumerate() {
        let checked = check(&case, index);
        let own = |finding: &&&sharewright::diagnostic::Diagnostic| case.families.iter().any(|family| finding.code.starts_with(family.as_str()));
        let mut found: Vec<(usize, usize, String, String)> = Vec::new();
        for finding in checked.findings().iter().filter(own) {
            let at = finding.at();
            let (line, column) = checked.files.file(at.file).line_column(at.range.start);
            let state = if finding.is_active() { "" } else { " (waived)" };
            found.push((line, column, finding.code.to_string(), format!("{}{state}", finding.headline)));
        }
        for mark in marks(text) {
            match found.iter().position(|(line, column, code, headline)| (line, column, code) == (&mark.0, &mark.1, &mark.2) && headline.contains(&mark.3)) {
                Some(place) => drop(found.remove(place)),
                None => faults.push(format!("{name}, {file}: nothing was found for the mark {mark:?}")),
            }
        }
        faults.extend(found.into_iter().map(|found| format!("{name}, {file}: {found:?} has no mark")));
    }
    let first = check(&case, 0);
    for row in &case.answers {
        let mut words = row.split_whitespace();
        let number: u16 = words.next().and_then(|word| word.parse().ok()).expect("a number");
        let question = first.documents[0].questions.iter().find(|question| question.number == number).expect("the question");
        let kebab = |value: &dyn std::fmt::Debug| format!("{value:?}").chars().flat_map(|c| if c.is_uppercase() { vec!['-', c.to_ascii_lowercase()] } else { vec![c] }).collect::<String>();
        let is = (kebab(&question.answer), kebab(&question.standard));
        let wanted: Vec<&str> = words.collect();
        let answer_is = is.0.trim_start_matches('-') == wanted[0];
        let standard_is = wanted.get(1).is_none_or(|standard| is.1.trim_start_matches('-') == *standard);
        if !answer_is || !standard_is {
            faults.push(format!("{name}: question {number} is {is:?}, wanted {wanted:?}: {:?}", question.missing));
        }
    }
    faults
}

#[test]
fn every_case_comes_out_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a case").path()).collect();
    paths.sort();
    assert!(paths.len() >= 6, "the cases are there");
    let faults: Vec<String> = paths.iter().flat_map(|path| run(path)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}
