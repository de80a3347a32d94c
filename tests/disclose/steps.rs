//! Faults in the steps of an interview: each is told where it stands in the pack.

use sharewright::policy::{PackFile, compile};
use sharewright::shipped;

/// The problems of steps that stand in the place of the shipped ones, each with the text that it points at.
fn faults(steps: &str) -> Vec<(String, String)> {
    let mut files: Vec<PackFile> = shipped::sources().into_iter().filter(|file| file.path.starts_with("grammar/") || file.path.starts_with("policies/words/")).collect();
    let head = "[pack]\nname = \"x\"\njudges = \"disclosure\"\nabout = \"x\"\nas-of = 2026-11-21\n";
    files.push(PackFile { path: "x.toml".to_owned(), text: format!("{head}{steps}") });
    let problems = compile(&files).err().unwrap_or_default();
    let text = |index: usize| files[index].text.as_str();
    problems.iter().map(|found| (format!("{} {}", found.problem.headline, found.problem.help), found.problem.range.of(text(found.file)).to_owned())).collect()
}

/// A sound step; what a test wants otherwise is replaced in it.
const STEP: &str = "[[step]]\nid = \"received\"\nwrites = \"request.received\"\nwhen = 'disclosure.started is request'\nnow = true\n[[step.prompt]]\nask = \"When?\"\n[[step.prompt]]\nslot = \"hours\"\nif = []\nnow = true\nask = \"In hours?\"\n";

#[test]
fn sound_steps_of_a_local_pack_have_no_problem() {
    assert_eq!(faults(STEP), []);
}

#[test]
fn faults_of_steps_are_told_where_they_stand() {
    let other = STEP.replace("id = \"received\"", "id = \"other\"");
    let cases = [
        (STEP.replace("id = \"received\"", "id = \"Received it\""), "the id `Received it` of a step is not in kebab-case", "\"Received it\""),
        (format!("{STEP}{STEP}"), "`received` is already the id of another step", "\"received\""),
        (format!("{STEP}{other}"), "`request.received` is written by another step already", "\"request.received\""),
        (STEP.replace("request.received", "request.recieved"), "`request` holds no `recieved` Did you mean `received`?", "\"request.recieved\""),
        (STEP.replace("request.received", "test nessecary"), "`nessecary` is not a word for `test`", "\"test nessecary\""),
        (STEP.replace("is request", "is reqest"), "is never `reqest` Did you mean `request`?", "reqest"),
        (STEP.replace("now = true\n[[step.prompt]]\nask", "repeats = \"More?\"\n[[step.prompt]]\nask"), "`received` is said once", "\"request.received\""),
        (STEP.replace("slot = \"hours\"", "slot = \"hour\""), "`received` has no `hour` Did you mean `hours`?", "\"hour\""),
        (STEP.replace("slot = \"hours\"\n", ""), "the step `received` asks for one thing twice", "\"received\""),
        (STEP.replace("ask = \"When?\"", "slot = \"by\"\nask = \"When?\""), "the step `received` does not ask for the value first", "\"received\""),
        (STEP.replace("\"In hours?\"", "\" \""), "a prompt asks nothing", "[[step.prompt]]"),
        (STEP.replace("if = []", "if = [\"noon\"]"), "`noon` is not a word for `received`", "\"noon\""),
        (STEP.replacen("now = true\n", "", 1), "a prompt of the step `received` cannot wait, and the step can", "[[step.prompt]]"),
    ];
    for (pack, says, at) in cases {
        let found = faults(&pack);
        assert!(found.iter().any(|(told, place)| told.contains(says) && place.contains(at)), "{says}: {found:#?}");
    }
}
