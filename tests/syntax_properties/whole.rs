//! The whole way of a text: parsed, resolved, judged, and told in every format.

use jiff::civil::date;
use sharewright::emit::checklist_markdown;
use sharewright::law::Law;
use sharewright::lint::{Checked, Judge, judge};
use sharewright::model::{Parsed, lower, visible};
use sharewright::policy::PackFile;
use sharewright::report::{About, ChecklistView, Format, Found, Summary, checklist_json, checklist_table, narrated, rich, short};
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
    }
    told.extend(Format::ALL.map(|format| written(checked, format)));
    let document = |format: Format| serde_json::from_str::<serde_json::Value>(&written(checked, format)).expect("the findings are JSON");
    let count = |list: &serde_json::Value| list.as_array().map(Vec::len);
    assert_eq!(count(&document(Format::Json)["findings"]), Some(checked.findings().len()));
    assert_eq!(count(&document(Format::Sarif)["runs"][0]["results"]), Some(checked.findings().len()));
    assert_eq!(count(&document(Format::Gitlab)), Some(checked.findings().iter().filter(|finding| finding.is_active()).count()));
    let mut view = ChecklistView::new("2026-11-21".to_owned(), "2026-11-21".to_owned());
    view.add(checked);
    told.push(checklist_table(&view, 100));
    told.push(checklist_json(&view).expect("a checklist is JSON"));
    told.push(checklist_markdown(&view.printed()).expect("a checklist is Markdown"));
    told
}

/// A result as a whole report.
fn written(checked: &Checked, format: Format) -> String {
    let day = || "2026-11-21".to_owned();
    let about = About { law_date: day(), packs_checked: day(), old_packs: None, fails_at: None, compares: false, folder: "/".to_owned(), colour: false, unicode: false, title: &|_| None };
    let mut out = Vec::new();
    let mut report = format.report();
    report.begin(&mut out, &about).expect("memory takes it");
    report.file(&mut out, &about, &Found { files: &checked.files, findings: &checked.findings() }).expect("memory takes it");
    report.end(&mut out, &about, &Summary::default()).expect("memory takes it");
    String::from_utf8(out).expect("a report is text")
}
