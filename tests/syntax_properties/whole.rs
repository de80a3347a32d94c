//! The whole way of a text: parsed, resolved, judged, and told in every format.

use jiff::civil::date;
use sharewright::emit::checklist_markdown;
use sharewright::law::Law;
use sharewright::lint::{Checked, Judge, judge};
use sharewright::model::{Parsed, lower, visible};
use sharewright::policy::PackFile;
use sharewright::report::{ChecklistView, JsonFindings, Summary, checklist_json, checklist_table, narrated, rich, short};
use sharewright::shipped;
use sharewright::source::SourceFile;
use std::sync::{Arc, LazyLock};

/// The complete example.
pub static EVERYTHING: LazyLock<Vec<PackFile>> = LazyLock::new(shipped::example);

/// Judges some files; the first is the one that is judged.
pub fn check(files: &[(&str, &str)]) -> Checked {
    let policy = shipped::policy();
    let parsed = files.iter().map(|(path, text)| Arc::new(Parsed::new(Arc::new(SourceFile::new(*path, *text))))).collect();
    let model = lower(&policy.vocabulary, parsed, &visible(files));
    judge(&Judge { policy, texts: shipped::texts(), law: &Law::new(policy), today: date(2026, 11, 21), footing: false }, &model)
}

/// Everything that can be told of a text that may use the complete example.
pub fn report(text: &str) -> Vec<String> {
    let mut files = vec![("it.isa", text)];
    files.extend(EVERYTHING.iter().map(|file| (file.path.rsplit('/').next().unwrap_or(&file.path), file.text.as_str())));
    tell(&check(&files))
}

/// A result in every format.
fn tell(checked: &Checked) -> Vec<String> {
    let mut told = Vec::new();
    let mut json = Vec::new();
    let mut listed = JsonFindings::begin(&mut json, "2026-11-21", "2026-11-21").expect("memory takes it");
    for finding in checked.findings() {
        for (colour, unicode) in [(false, false), (true, true)] {
            let mut drawn = Vec::new();
            rich(&mut drawn, &checked.files, finding, colour, unicode).expect("it can be drawn");
            told.push(String::from_utf8(drawn).expect("a drawing is text"));
        }
        let line = short(&checked.files, finding);
        assert!(!line.contains(['\n', '\r', '\u{1b}', '\u{202E}']), "{line:?} is one line");
        assert!(line.contains(&format!("[{}]: ", finding.code)));
        let sentences = narrated(&checked.files, finding);
        assert!(sentences.contains(finding.code.as_str()), "{sentences}");
        told.extend([line, sentences]);
        listed.finding(&mut json, &checked.files, finding).expect("memory takes it");
    }
    listed.end(&mut json, &Summary::default()).expect("memory takes it");
    let document: serde_json::Value = serde_json::from_slice(&json).expect("the findings are JSON");
    assert_eq!(document["findings"].as_array().map(Vec::len), Some(checked.findings().len()));
    let mut view = ChecklistView::new("2026-11-21".to_owned(), "2026-11-21".to_owned());
    view.add(checked);
    told.push(checklist_table(&view, 100));
    told.push(checklist_json(&view).expect("a checklist is JSON"));
    told.push(checklist_markdown(&view.printed()).expect("a checklist is Markdown"));
    told
}
