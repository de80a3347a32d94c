//! The way of records through the decision procedures: every end is reached, every question is answered both ways, what is left open is
//! not known yet, and procedures with faults are told. After a change run `UPDATE=1 cargo test --test trace` and read the difference.

use jiff::civil::Date;
use serde_json::Value;
use sharewright::guide::trace;
use sharewright::law::Law;
use sharewright::lint::Judge;
use sharewright::model::{Parsed, lower, visible};
use sharewright::policy::{Decisions, PackFile, compile};
use sharewright::report::{TraceView, trace_json, trace_text};
use sharewright::shipped;
use sharewright::source::SourceFile;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

#[path = "trace/at_once.rs"]
mod at_once;

const TODAY: &str = "2026-11-21";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn decisions() -> &'static Decisions {
    shipped::policy().set("disclosure").and_then(|set| set.decisions.iter().next()).expect("the procedures for disclosures")
}

/// The trace of a text that holds one record.
fn view(text: &str) -> TraceView {
    let policy = shipped::policy();
    let parsed = Arc::new(Parsed::new(Arc::new(SourceFile::new("x.disclosure", text))));
    assert!(parsed.tree.problems.is_empty(), "{text}\n{:#?}", parsed.tree.problems);
    let model = lower(&policy.vocabulary, vec![parsed], &visible(&[("x.disclosure", text)]));
    assert!(model.problems.is_empty(), "{text}\n{:#?}", model.problems);
    let law = Law::new(policy);
    let judge = Judge { policy, texts: shipped::texts(), law: &law, today: Date::constant(2026, 11, 21), footing: false };
    let files: Vec<_> = model.files.iter().map(|file| Arc::clone(&file.source)).collect();
    let mut view = TraceView::new(TODAY.to_owned(), TODAY.to_owned());
    for traced in trace(&judge, &model) {
        view.add(&files, 0, &traced);
    }
    view
}

/// The small records with the end that each is for.
fn records() -> Vec<(String, String)> {
    let all = include_str!("trace/records.txt");
    let mut records: Vec<(String, String)> = Vec::new();
    for line in all.lines().filter(|line| !line.starts_with('#')) {
        match (line.strip_prefix("== "), records.last_mut()) {
            (Some(end), _) => records.push((end.to_owned(), String::new())),
            (None, Some((_, body))) => {
                body.push_str(&line.replace("POLICE", "started request\nclass permission\nrequest police { sufficient yes }").replace("NIGHT", "started request\nclass permission"));
                body.push('\n');
            }
            (None, None) => {}
        }
    }
    records.into_iter().map(|(end, body)| (end, format!("party force \"Fenwold Police\" {{ kind police-force }}\n\ndisclosure d-small \"A small record\" {{\n{body}}}\n"))).collect()
}

fn ends(view: &TraceView) -> Vec<&str> {
    view.documents[0].procedures.iter().map(|procedure| procedure.end.id.as_str()).collect()
}

/// Runs the command in the folder of the crate.
fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sharewright")).current_dir(root()).arg("trace").args(arguments).output().expect("the command runs")
}

#[test]
fn every_end_is_reached_by_a_record_made_for_it() {
    let mut reached = BTreeSet::new();
    for (end, text) in records() {
        let view = view(&text);
        assert!(ends(&view).contains(&end.as_str()), "`{end}` is meant, and these are reached: {:?}\n{text}\n{}", ends(&view), trace_text(&view, 100));
        reached.insert(end);
    }
    let all: BTreeSet<String> = decisions().leaves.iter().map(|leaf| leaf.id.to_string()).collect();
    assert_eq!(reached, all);
}

#[test]
fn every_question_is_answered_both_ways() {
    let mut met: BTreeSet<(String, &str)> = BTreeSet::new();
    for (_, text) in records() {
        for procedure in &view(&text).documents[0].procedures {
            met.extend(procedure.steps.iter().map(|step| (step.id.clone(), step.answer)));
        }
    }
    for branch in &decisions().branches {
        for answer in ["yes", "no"] {
            assert!(met.contains(&(branch.id.to_string(), answer)), "`{}` is never answered `{answer}`", branch.id);
        }
    }
}

#[test]
fn what_is_left_open_is_not_known_yet_and_is_named() {
    let record = |consent: &str| {
        format!(
            "disclosure d-small \"A small record\" {{\nstarted request\nclass permission\nrequest police {{ sufficient yes }}\nperson {{ age-group adult\ncapacity has as presumed\n{consent} }}\nbalance {{ outcome disclose }}\n}}\n"
        )
    };
    let step = |view: &TraceView, id: &str| view.documents[0].procedures[0].steps.iter().find(|step| step.id == id).cloned().expect("the step");
    let open = view(&record("consent ?"));
    let agreed = step(&open, "agreed");
    assert_eq!(agreed.answer, "not-known-yet");
    assert_eq!(agreed.evidence.iter().map(|said| (said.place.line, said.words.as_str())).collect::<Vec<_>>(), [(7, "consent ?")]);
    assert_eq!(ends(&open)[0], "ask-first");
    let missing = &open.documents[0].procedures[0].end.missing;
    assert!(missing.iter().any(|missing| missing.open.iter().any(|said| said.words == "consent ?")), "{missing:#?}");
    assert_eq!(open.documents[0].open.len(), 1);
    let text = trace_text(&open, 100);
    assert!(text.contains("Did the person agree? Not known yet; gone on as if no.") && text.contains("left open: x.disclosure:7 consent ?"), "{text}");

    let silent = view(&record(""));
    assert_eq!((step(&silent, "agreed").answer, step(&silent, "agreed").evidence.len()), ("not-known-yet", 0));
    let told = view(&record("consent not-sought ground unsafe"));
    assert_eq!((step(&told, "agreed").answer, step(&told, "refused").answer), ("no", "no"));
    assert_eq!(step(&told, "refused").evidence[0].place.line, 7);
    assert_eq!(ends(&told)[0], "public-interest-weighs-more");
}

#[test]
fn an_open_answer_settles_neither_a_question_nor_its_opposite() {
    for (statement, id) in [("circumstance ?", "deceased"), ("circumstance ?", "genital-mutilation-under-18"), ("capacity ?", "lacks-capacity"), ("part ?", "missing-person")] {
        let age = if id == "genital-mutilation-under-18" { "child" } else { "adult" };
        let text = format!("disclosure d-small \"x\" {{\nstarted request\nclass permission\nrequest police {{ sufficient yes }}\nperson {{ age-group {age}\n{statement} }}\n}}\n");
        let view = view(&text);
        let step = view.documents[0].procedures[0].steps.iter().find(|step| step.id == id).expect("the step");
        assert_eq!((step.answer, step.evidence.len()), ("not-known-yet", 1), "{id}");
    }
}

#[test]
fn what_stands_in_a_block_is_settled_although_its_own_name_is_open() {
    let text = "disclosure d-small \"A small record\" {\nstarted request\nclass permission\nrequest police { sufficient yes }\nperson ? { age-group child }\n}\n";
    let view = view(text);
    let step = view.documents[0].procedures[0].steps.iter().find(|step| step.id == "child").expect("asked");
    assert_eq!(step.answer, "yes");
    let unsaid = self::view(&text.replace("age-group child", ""));
    let step = unsaid.documents[0].procedures[0].steps.iter().find(|step| step.id == "child").expect("asked");
    assert_eq!(step.answer, "not-known-yet");
}

#[test]
fn an_answer_settles_what_it_settles_although_another_is_open() {
    let text = "disclosure d-small \"x\" {\nclass ?\ncourt-order \"T1\" { orders \"one note\" }\n}\n";
    let view = view(text);
    assert_eq!(view.documents[0].procedures[0].steps[0].answer, "yes");
    assert_eq!(ends(&view), ["order-is-the-limit"]);
}

#[test]
fn another_answer_leads_to_each_other_end_once_and_the_nearest_comes_first() {
    let (_, text) = records().into_iter().find(|(end, _)| end == "missing-unexplained").expect("the record");
    let view = view(&text);
    let procedure = &view.documents[0].procedures[0];
    let steps: Vec<usize> = procedure.changes.iter().map(|change| change.step).collect();
    assert!(steps.windows(2).all(|pair| pair[0] > pair[1]), "{steps:?}");
    let leads: Vec<&str> = procedure.changes.iter().map(|change| change.end.as_str()).collect();
    assert_eq!(leads[..3], ["missing-in-doubt", "missing-chose-to-go", "missing-crime"]);
    assert_eq!(leads.iter().collect::<BTreeSet<_>>().len(), leads.len());
    assert!(!leads.contains(&"missing-unexplained"));
}

#[test]
fn the_decision_is_set_beside_what_the_guidance_expects() {
    let record = |decision: &str| format!("disclosure d-small \"x\" {{\ncourt-order \"T1\" {{ orders \"one note\" }}\n{decision}\n}}\n");
    for (decision, fits) in [("decision shared because \"Ordered.\"", Some(true)), ("decision refused because \"No.\"", Some(false)), ("decision ?", None), ("", None)] {
        assert_eq!(view(&record(decision)).documents[0].procedures[0].end.fits, fits, "{decision}");
    }
}

#[test]
fn where_either_outcome_may_be_right_none_is_said_to_fit() {
    let record = |decision: &str| {
        format!(
            "disclosure d-small \"x\" {{\nstarted request\nclass best-interests\nrequest police {{ sufficient yes }}\nperson {{ age-group adult\ncapacity lacks as assessed }}\ndecision {decision} because \"Reasons.\"\n}}\n"
        )
    };
    for decision in ["shared", "refused"] {
        let view = view(&record(decision));
        assert_eq!(ends(&view)[0], "best-interests");
        assert_eq!(view.documents[0].procedures[0].end.fits, None, "{decision}");
        let text = trace_text(&view, 100);
        assert!(text.contains("may both be right here") && !text.contains("These two"), "{text}");
    }
    let queried = |decision: &str| view(&format!("disclosure d-small \"x\" {{\ncourt-order \"T1\" {{ orders \"one note\"\nqueried \"Which?\" }}\ndecision {decision} because \"Reasons.\"\n}}\n"));
    for (decision, fits) in [("shared", true), ("deferred", true), ("refused", false)] {
        assert_eq!(queried(decision).documents[0].procedures[0].end.fits, Some(fits), "{decision}");
    }
}

#[test]
fn the_tool_tells_nobody_to_disclose() {
    let decisions = decisions();
    let texts = decisions.leaves.iter().flat_map(|leaf| [&leaf.title, &leaf.requires, &leaf.decides]).chain(decisions.branches.iter().map(|branch| &branch.ask));
    for text in texts {
        let lower = text.to_lowercase();
        assert!(["you should", "you must", "disclose it", "you can disclose", "please disclose"].iter().all(|phrase| !lower.contains(phrase)), "{text}");
    }
}

#[test]
fn the_base_records_go_the_way_that_was_reviewed() {
    let mut count = 0;
    for entry in std::fs::read_dir(root().join("examples/complete")).expect("the examples") {
        let name = entry.expect("an entry").file_name().into_string().expect("a name");
        let Some(stem) = name.strip_suffix(".disclosure") else { continue };
        count += 1;
        let path = format!("examples/complete/{name}");
        let output = run(&[&path, "--as-of", TODAY]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let found = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(found.lines().all(|line| line.chars().count() <= 100), "{name} keeps to 100 columns");
        let kept = root().join(format!("tests/golden/trace/{stem}.txt"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::create_dir_all(kept.parent().expect("a folder")).expect("the folder is made");
            std::fs::write(&kept, &found).expect("the trace is written");
        }
        let wanted = std::fs::read_to_string(&kept).unwrap_or_default().replace("\r\n", "\n");
        let differs = found.lines().zip(wanted.lines()).find(|(found, wanted)| found != wanted);
        assert!(found == wanted, "tests/golden/trace/{stem}.txt says something else; first difference: {differs:?}");
        same_in_json(&path, &found);
    }
    assert!(count >= 15, "the base records are there: {count}");
}

/// What the text says stands in the JSON too.
fn same_in_json(path: &str, text: &str) {
    let output = run(&[path, "--as-of", TODAY, "--format", "json"]);
    let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json["schema"], "sharewright.trace/1");
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = flat(text);
    for procedure in json["documents"][0]["procedures"].as_array().expect("procedures") {
        let ends = flat(&format!("Here: {}", procedure["end"]["title"].as_str().expect("a title")));
        assert!(text.contains(&ends), "{path}: {ends}");
        for (index, step) in procedure["steps"].as_array().expect("steps").iter().enumerate() {
            let answer = match step["answer"].as_str() {
                Some("yes") => "Yes.",
                Some("no") => "No.",
                _ => "Not known yet;",
            };
            let line = flat(&format!("{}. {} {answer}", index + 1, step["ask"].as_str().expect("a question")));
            assert!(text.contains(&line), "{path}: {line}");
        }
    }
}

#[test]
fn a_file_without_a_record_is_nothing_to_trace() {
    let output = run(&["examples/first/night-car.isa"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no disclosure record here to trace"));
    assert_eq!(run(&["examples/no-such.disclosure"]).status.code(), Some(3));
    assert_eq!(run(&[]).status.code(), Some(2));
    let json = trace_json(&view("agreement a \"A\" {\n}\n")).expect("JSON");
    assert!(json.contains("\"documents\": []"), "{json}");
}

/// The problems of procedures that stand in the place of the shipped ones, each with the text that it points at.
fn faults(procedures: &str) -> Vec<(String, String)> {
    let mut files: Vec<PackFile> = shipped::sources().into_iter().filter(|file| file.path.starts_with("grammar/") || file.path.starts_with("policies/words/")).collect();
    let head = "[pack]\nname = \"x\"\njudges = \"disclosure\"\nabout = \"x\"\nas-of = 2026-11-21\n";
    files.push(PackFile { path: "x.toml".to_owned(), text: format!("{head}{procedures}") });
    let problems = compile(&files).err().unwrap_or_default();
    let text = |index: usize| files[index].text.as_str();
    problems.iter().map(|found| (format!("{} {}", found.problem.headline, found.problem.help), found.problem.range.of(text(found.file)).to_owned())).collect()
}

fn branch(id: &str, yes: &str, no: &str) -> String {
    format!("[[branch]]\nid = \"{id}\"\nask = \"Is it?\"\nholds = 'disclosure.class is duty'\nyes = \"{yes}\"\nno = \"{no}\"\ncite = [{{ source = \"s\", confidence = \"verified\" }}]\n")
}

fn leaf(id: &str, more: &str) -> String {
    format!("[[leaf]]\nid = \"{id}\"\ntitle = \"t\"\nrequires = \"r\"\ndecides = \"d\"\n{more}cite = [{{ source = \"s\", confidence = \"verified\" }}]\n")
}

const START: &str = "[[procedure]]\nid = \"p\"\ntitle = \"P\"\nstart = \"first\"\n";

#[test]
fn sound_procedures_of_a_local_pack_have_no_problem() {
    assert_eq!(faults(&format!("{START}{}{}{}", branch("first", "one", "two"), leaf("one", ""), leaf("two", ""))), []);
}

#[test]
fn faults_of_procedures_are_told_where_they_stand() {
    let leaves = format!("{}{}", leaf("one", ""), leaf("two", ""));
    let circle = format!("{START}{}{}{leaves}", branch("first", "second", "one"), branch("second", "first", "two"));
    let cases = [
        (circle, "in a circle and comes back to `first`", "[[branch]]"),
        (format!("{START}{}{leaves}", branch("first", "one", "twoo")), "no branch and no leaf has the id `twoo` Did you mean `two`?", "\"twoo\""),
        (format!("{START}{}{leaves}{}", branch("first", "one", "two"), leaf("three", "")), "no way leads to `three`", "[[leaf]]"),
        (format!("{START}{}{}{leaves}", branch("first", "one", "two"), branch("stray", "one", "two")), "no way leads to `stray`", "[[branch]]"),
        (format!("{START}{}{leaves}{}", branch("first", "one", "two"), leaf("one", "")), "`one` is already the id of another branch or leaf", "[[leaf]]"),
        (format!("{}{}{leaves}", START.replace("first", "furst"), branch("first", "one", "two")), "no branch and no leaf has the id `furst` Did you mean `first`?", "\"furst\""),
        (format!("{START}{}{}{}", branch("first", "one", "two"), leaf("one", "with = [\"all\"]\n"), leaf("two", "")), "no needs have the id `all`", "\"all\""),
        (format!("{START}{}{leaves}", branch("first", "one", "two").replace("Is it?", " ")), "`ask` is empty", "[[branch]]"),
        (format!("{START}{}{leaves}", branch("first", "one", "two").replace("is duty", "is dutty")), "is never `dutty` Did you mean `duty`?", "dutty"),
        (format!("{START}{}{leaves}", branch("first", "one", "two").replace("[{ source = \"s\", confidence = \"verified\" }]", "[]")), "nothing is cited", "[[branch]]"),
    ];
    for (pack, says, at) in cases {
        let found = faults(&pack);
        assert!(found.iter().any(|(told, place)| told.contains(says) && place.contains(at)), "{says}: {found:#?}");
    }
}
