//! The talk: through a terminal, through pipes, cut off at every question, with wrong answers and steps back.

use super::tool::{Folder, RECORD, Talk};
use std::fs;

/// What is said at each prompt; `Enter` where nothing stands here.
const SAID: [&str; 12] = ["request", "IG-14", "the \"old\" trust", "1", "2026-11-14 22:40", "out", "tel", "", "", "perm", "To find out what happened.", "?"];

/// The same as a script.
const SCRIPT: &str = "started = \"request\"\nreference = \"IG-14\"\nholder = \"the \\\"old\\\" trust\"\nrequest = \"1\"\nreceived = { value = \"2026-11-14 22:40\", hours = \"out\", by = \"tel\" }\nclass = \"perm\"\npurpose = { value = \"To find out what happened.\", kind = \"?\" }\n";

/// Says everything, then `?` until the end; a prompt that needs no answer is passed over as a script does.
fn say_all(mut talk: Talk, from: usize) -> String {
    let mut said = SAID[from..].iter();
    for prompts in 0.. {
        if !talk.prompt() {
            break;
        }
        assert!(prompts < 500, "the talk does not end: {}", talk.heard);
        // What was shown since the prompt before.
        let shown = talk.heard[..talk.heard.len() - 2].rsplit("> ").next().unwrap_or_default();
        let passes = shown.contains("(may stay out)");
        talk.say(said.next().copied().unwrap_or(if passes { "" } else { "?" }));
    }
    talk.finish()
}

#[test]
fn a_terminal_a_pipe_and_a_script_give_the_same_record() {
    let script = Folder::new();
    let output = script.answers(SCRIPT);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let pipe = Folder::new();
    let told = say_all(Talk::through_pipes(&pipe), 0);
    assert!(told.contains("The record is in case.disclosure") && told.contains("Still open"), "{told}");
    assert_eq!(pipe.record(), script.record());
    let terminal = Folder::new();
    say_all(Talk::through_a_terminal(&terminal), 0);
    assert_eq!(terminal.record(), script.record());
}

#[test]
fn cut_off_at_every_question_it_goes_on_where_it_was() {
    let whole = Folder::new();
    say_all(Talk::through_pipes(&whole), 0);
    let cut = Folder::new();
    for (number, line) in SAID.iter().enumerate() {
        let mut talk = Talk::through_pipes(&cut);
        assert!(talk.prompt());
        talk.say(line);
        assert!(talk.prompt());
        talk.kill();
        let record = cut.record();
        assert!(record.contains("# Not finished: go on with \"sharewright disclose case.disclosure\" (next: ") && record.ends_with("}\n"), "after {number}: {record}");
        assert_eq!(fs::read_dir(cut.0.path()).expect("a folder").count(), 1, "nothing is left beside the record");
    }
    say_all(Talk::through_pipes(&cut), SAID.len());
    assert_eq!(cut.record(), whole.record());
}

#[test]
fn wrong_answers_are_asked_again_and_back_goes_back() {
    let folder = Folder::new();
    let mut talk = Talk::through_pipes(&folder);
    for line in ["reqest", "duty", "back", "request", "", "now", "back", "Fenwold Trust", "9999", "help", "stop"] {
        assert!(talk.prompt());
        talk.say(line);
    }
    let told = talk.finish();
    assert!(
        told.contains("Did you mean request?")
            && told.contains("Now: duty. Enter keeps it.")
            && told.contains("There is no number 9999")
            && told.contains("Go on with: sharewright disclose case.disclosure"),
        "{told}"
    );
    assert!(folder.record().contains("started request\n") && folder.record().contains("holder \"Fenwold Trust\""), "{}", folder.record());
}

#[test]
fn what_a_person_wrote_by_hand_stays() {
    let folder = Folder::new();
    let text = "# Ours.\ndisclosure d-case \"Title\" { # at night\n  # The start.\n  started request   # they rang\n  note \"Kept.\"\n}\n";
    fs::write(folder.path(RECORD), text).expect("written");
    assert!(folder.answers("reference = \"A-1\"\nrequest = \"police\"\n").status.success());
    let record = folder.record();
    for part in ["# Ours.\n", "\"Title\" { # at night\n  # The start.\n  started request   # they rang\n  reference \"A-1\"\n", "note \"Kept.\"", "request police {"] {
        assert!(record.contains(part), "{part}\n{record}");
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_told_before_anything_is_asked() {
    let folder = Folder::new();
    let output = folder.command(&["disclose", "no/such/folder/case.disclosure"]).stdin(std::process::Stdio::null()).output().expect("the tool runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be written"));
    assert!(!String::from_utf8_lossy(&output.stdout).contains("set this going"));
}

#[test]
fn an_answer_that_points_to_one_person_is_refused() {
    let folder = Folder::new();
    let mut talk = Talk::through_pipes(&folder);
    for line in ["request", "case 943 476 5919", "A-1", "stop"] {
        assert!(talk.prompt());
        talk.say(line);
    }
    let heard = talk.finish();
    assert!(heard.contains("This cannot be kept, and nothing was saved: an NHS number stands here. Answer with a reference of your own"), "{heard}");
    assert!(!heard.contains("943 476"), "{heard}");
    let record = folder.record();
    assert!(record.contains("reference \"A-1\"") && !record.contains("943"), "{record}");
}

/// What is heard when lines are said in a new talk, the last of them `stop` where it does not end before.
fn heard(folder: &Folder, lines: &[&str]) -> String {
    let mut talk = Talk::through_pipes(folder);
    for line in lines {
        assert!(talk.prompt(), "it ended before `{line}`: {}", talk.heard);
        talk.say(line);
    }
    talk.finish()
}

/// The answers before the question who holds the information, which may be said not to apply, and those after it.
const TO_THE_HOLDER: [&str; 2] = ["request", "IG-14"];
const TO_THE_WAY: [&str; 4] = ["Fenwold Trust", "police", "2026-11-14 22:40", "out"];

#[test]
fn a_reason_that_is_not_known_yet_is_an_open_point() {
    let folder = Folder::new();
    let told = heard(&folder, &[&TO_THE_HOLDER[..], &["none", "?", "stop"]].concat());
    assert!(told.contains("Why does it not apply?"), "{told}");
    assert!(folder.record().contains("holder none because ?\n"), "{}", folder.record());
    let lint = folder.command(&["lint", RECORD, "--format", "short"]).output().expect("the tool runs");
    let found = String::from_utf8_lossy(&lint.stdout).into_owned();
    assert!(!found.contains("SYN-") && found.contains("OPEN-01"), "{found}");
    // Asked again once the rest is done, and listed as open until it is said.
    let asked = say_all(Talk::through_pipes(&folder), SAID.len());
    assert!(asked.contains("Still open: holder (line "), "{asked}");
    let again = heard(&folder, &["none", "There is none.", "stop"]);
    assert!(again.contains("Which organisation holds the information?"), "{again}");
    assert!(folder.record().contains("holder none because \"There is none.\"\n"), "{}", folder.record());
}

#[test]
fn a_script_may_leave_the_reason_open() {
    let folder = Folder::new();
    let ran = folder.answers("started = \"request\"\nrequest = \"police\"\nholder = { none = \"?\" }\n");
    assert!(ran.status.success() && String::from_utf8_lossy(&ran.stdout).contains("holder (line "), "{ran:?}");
    assert!(folder.record().contains("holder none because ?\n"), "{}", folder.record());
}

#[test]
fn stop_back_and_help_work_where_the_reason_is_asked() {
    let folder = Folder::new();
    let told = heard(&folder, &[&TO_THE_HOLDER[..], &["none", "back", "NONE", "help", "Stop"]].concat());
    assert!(told.contains("Back to the question; nothing was written.\nWhich organisation holds the information?"), "{told}");
    assert!(told.contains("Say in a sentence why the question does not apply here."), "{told}");
    assert!(told.ends_with("\nStopped. Everything answered is in case.disclosure. Go on with: sharewright disclose case.disclosure\n"), "{told}");
    assert!(!folder.record().contains("\n  holder"), "{}", folder.record());
}

#[test]
fn none_where_it_cannot_be_is_told_before_a_reason_is_asked() {
    let folder = Folder::new();
    let told = heard(&folder, &[&TO_THE_HOLDER[..], &TO_THE_WAY[..3], &["none", "stop"]].concat());
    assert!(told.contains("This cannot be said not to apply. Write ? when it is not known yet.\nIn working hours or out of them?\n  1. in-hours"), "{told}");
    assert!(!told.contains("Why does it not apply?"), "{told}");
}

#[test]
fn after_a_wrong_answer_the_question_comes_again_with_what_may_be_answered() {
    let folder = Folder::new();
    let told = heard(&folder, &[&TO_THE_HOLDER[..], &TO_THE_WAY, &["phone", "zzz", "by ringing me up", "yes", "stop"]].concat());
    assert!(told.contains("> Did you mean telephone? Give the number or the word.\nHow did it arrive?\n  1. email "), "{told}");
    assert!(told.contains("> `zzz` is none of the words."), "{told}");
    assert!(told.contains("> A sentence cannot stand here. Give the number or the word.\n"), "{told}");
    assert!(told.contains("> Yes or no does not say which. Give the number or the word.\n"), "{told}");
}

#[test]
fn what_is_not_known_may_be_said_in_words_and_no_is_none_where_a_text_stands() {
    let folder = Folder::new();
    let told = heard(&folder, &[&TO_THE_HOLDER[..], &["no", "It is nobody's.", "dunno", "stop"]].concat());
    assert!(told.contains("Why does it not apply?"), "{told}");
    assert!(folder.record().contains("holder none because \"It is nobody's.\"\n  request ? {\n"), "{}", folder.record());
}

#[test]
fn the_reason_for_none_stays_although_the_question_asks_for_a_reason_of_another_answer() {
    // `third-parties` asks why with one of its words only.
    let folder = Folder::new();
    let begun = "# Not finished: go on with \"sharewright disclose case.disclosure\" (next: third-parties).\ndisclosure d-case {\n  started duty\n  decision shared\n}\n";
    fs::write(folder.path(RECORD), begun).expect("written");
    heard(&folder, &["none", "Nothing is about anybody else.", "stop"]);
    assert!(folder.record().contains("third-parties none because \"Nothing is about anybody else.\""), "{}", folder.record());
}

#[test]
fn a_refused_name_alarms_nobody_and_says_how_to_answer() {
    let folder = Folder::new();
    let begun = "# Not finished: go on with \"sharewright disclose case.disclosure\" (next: person).\ndisclosure d-case {\n  started duty\n}\n";
    fs::write(folder.path(RECORD), begun).expect("written");
    let told = heard(&folder, &["Mrs Jane Hall", "J", "stop"]);
    assert!(
        told.contains("nothing was saved: what looks like a person's name stands where a reference belongs. Answer with a reference of your own such as `case 2026-014`, or with an initial"),
        "{told}"
    );
    assert!(!told.contains("Version control") && !told.contains("at once") && !told.contains("Jane"), "{told}");
    assert!(folder.record().contains("person \"J\""), "{}", folder.record());
}
