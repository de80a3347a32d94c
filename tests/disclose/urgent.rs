//! What is asked where there is no time: less, in the same order, and nothing is lost of what comes later.

use super::tool::{Folder, RECORD, Talk};
use std::fs;

/// Says Enter where that is taken, and `?` elsewhere, until a question holds some words or the talk is over; tells how many prompts came.
fn say_until(talk: &mut Talk, said: &[(&str, &str)], words: &str) -> usize {
    for prompts in 0.. {
        if !talk.prompt() {
            return prompts;
        }
        assert!(prompts < 500, "the talk does not end: {}", talk.heard);
        let shown = talk.heard[..talk.heard.len() - 2].rsplit("> ").next().unwrap_or_default().to_owned();
        if !words.is_empty() && shown.contains(words) {
            return prompts;
        }
        let passes = shown.contains("(may stay out)");
        let answer = said.iter().find(|(question, _)| shown.contains(question)).map(|(_, answer)| *answer);
        talk.say(answer.unwrap_or(if passes { "" } else { "?" }));
    }
    0
}

/// A call from the police at night.
const CALL: [(&str, &str); 14] = [
    ("What set this going?", "request"),
    ("Who asks?", "police"),
    ("When did the request arrive?", "2026-11-14 22:40"),
    ("In working hours", "out"),
    ("What kind of decision", "public-interest"),
    ("Why can it not wait", "imminent"),
    ("Is there enough to judge by?", "yes"),
    ("How old is", "adult"),
    ("Which part does the person", "missing"),
    ("Can the person make", "has"),
    ("Did the person agree", "not-sought"),
    ("Is serious harm to the person", "yes"),
    ("Which side weighs more", "disclose"),
    ("What was decided?", "shared"),
];

fn talk(folder: &Folder, flags: &[&str]) -> (usize, String) {
    let mut talk = Talk::through_pipes_with(folder, flags);
    let prompts = say_until(&mut talk, &CALL, "");
    (prompts, talk.finish())
}

#[test]
fn an_urgent_call_asks_less_than_half_and_the_rest_comes_later() {
    let whole = Folder::new();
    let (all, told) = talk(&whole, &[]);
    assert!(!told.contains("What cannot wait is asked and kept"), "{told}");
    let urgent = Folder::new();
    let (few, told) = talk(&urgent, &["--urgent"]);
    assert!(few * 2 < all, "{few} of {all}");
    assert!(told.contains("What cannot wait is asked and kept") && told.contains("sharewright disclose case.disclosure\n"), "{told}");
    let record = urgent.record();
    assert!(record.starts_with("# Not finished: go on with \"sharewright disclose case.disclosure\" (next: reference)."), "{record}");
    // By day the same command without the flag asks what is left, down to the parts of statements that stand already.
    let (rest, _) = talk(&urgent, &[]);
    assert!(rest > 0 && rest < all, "{rest} of {all}");
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(|line| line.trim().to_owned()).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&urgent.record()), sorted(&whole.record()), "both ways lead to the same record");
}

#[test]
fn the_way_so_far_is_shown_before_the_decision() {
    let folder = Folder::new();
    let mut talk = Talk::through_pipes_with(&folder, &["--urgent"]);
    say_until(&mut talk, &CALL, "What was decided?");
    let heard = talk.finish();
    let (before, after) = heard.split_once("Where the guidance leads on what is written so far.").expect("the way");
    assert!(!before.contains("What was decided?") && after.contains("What was decided?"), "{heard}");
    assert!(after.contains("who decides: ") && after.contains("Missing, and none of the three situations is clear"), "{after}");
    assert!(after.contains("    not settled: ") && after.contains("would come to, if the answer to each of these were no:\n"), "{after}");
}

#[test]
fn what_nobody_asked_for_is_judged_by_whom_it_is_meant_for() {
    let answers = |of: &str| {
        format!("started = \"volunteering\"\nclass = \"public-interest\"\nmeant-for = {{ value = \"custody sergeant\", of = \"{of}\" }}\npart = \"victim\"\nage-group = \"adult\"\nwound = \"knife\"\n")
    };
    for (of, police) in [("Midshire Police", true), ("Fenwold Council", false)] {
        let folder = Folder::new();
        fs::write(folder.path("answers.toml"), answers(of)).expect("answers");
        let ran = folder.command(&["disclose", RECORD, "--urgent", "--answers", "answers.toml"]).output().expect("the tool runs");
        assert!(ran.status.success(), "{ran:?}");
        let told = folder.command(&["trace", RECORD]).output().expect("the tool runs");
        let told = String::from_utf8_lossy(&told.stdout);
        assert!(told.contains(if police { "Is it for the police? Yes." } else { "Is it for the police? No." }), "{told}");
    }
    // A refusal leaves what was meant for whom in its place.
    let folder = Folder::new();
    let ran = folder.answers(&format!("{}decision = \"refused\"\n", answers("Midshire Police")));
    assert!(!String::from_utf8_lossy(&ran.stdout).contains("nothing asks for it any more"), "{ran:?}");
}

#[test]
fn what_is_to_be_weighed_is_asked_while_the_sort_of_decision_is_open() {
    let folder = Folder::new();
    fs::write(folder.path("answers.toml"), "started = \"request\"\nrequest = \"police\"\nclass = \"?\"\n").expect("answers");
    let ran = folder.command(&["disclose", RECORD, "--urgent", "--answers", "answers.toml"]).output().expect("the tool runs");
    assert!(ran.status.success(), "{ran:?}");
    assert!(folder.record().contains("  balance {\n    harm-if-shared ?\n    harm-if-not ?\n    outcome ?\n  }\n"), "{}", folder.record());
}

#[test]
fn stopped_it_goes_on_at_its_own_pace_and_from_the_beginning_at_the_other() {
    let folder = Folder::new();
    let mut urgent = Talk::through_pipes_with(&folder, &["--urgent"]);
    say_until(&mut urgent, &CALL, "How was the identity");
    urgent.say("stop");
    let told = urgent.finish();
    assert!(told.contains("Go on with: sharewright disclose case.disclosure --urgent"), "{told}");
    assert!(folder.record().contains("disclose case.disclosure --urgent\" (next: identity-checked)"), "{}", folder.record());
    let mut again = Talk::through_pipes_with(&folder, &["--urgent"]);
    assert!(again.prompt() && again.heard.contains("How was the identity"), "{}", again.heard);
    drop(again);
    let mut whole = Talk::through_pipes_with(&folder, &[]);
    assert!(whole.prompt() && whole.heard.contains("Your reference for this decision?"), "{}", whole.heard);
}

#[test]
fn answers_that_can_wait_are_told_and_not_written() {
    let folder = Folder::new();
    fs::write(
        folder.path("answers.toml"),
        "started = \"request\"\nreference = \"IG-14\"\nrequest = \"police\"\nreceived = { value = \"2026-11-14 22:40\", hours = \"out-of-hours\", by = \"telephone\" }\n",
    )
    .expect("answers");
    let output = folder.command(&["disclose", RECORD, "--urgent", "--answers", "answers.toml"]).output().expect("the tool runs");
    assert!(output.status.success());
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("answers.toml:2: `reference` can wait and is not asked with `--urgent`"), "{told}");
    assert!(told.contains("answers.toml:4: `by` of `received` can wait"), "{told}");
    let record = folder.record();
    assert!(record.contains("received 2026-11-14 22:40 hours out-of-hours\n") && !record.contains("IG-14"), "{record}");
}

#[test]
fn a_plain_no_passes_over_what_may_stay_out() {
    let folder = Folder::new();
    let mut talk = Talk::through_pipes_with(&folder, &["--urgent"]);
    say_until(&mut talk, &CALL, "Which court order is it?");
    talk.say("no");
    assert!(talk.prompt() && talk.heard.contains("What kind of decision"), "{}", talk.heard);
    talk.say("public-interest");
    // Where a text is needed it is none, and why is asked.
    say_until(&mut talk, &CALL, "What is the information for?");
    talk.say("no");
    assert!(talk.prompt() && talk.heard.ends_with("Why does it not apply?\n> "), "{}", talk.heard);
    talk.say("back");
    assert!(talk.prompt());
    drop(talk.finish());
    let record = folder.record();
    assert!(!record.contains("court-order") && !record.contains("\n  purpose"), "{record}");
}
