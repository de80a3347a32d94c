//! What is overdue and what was late, on which day; which records await a review.

use super::{folder, json, listed};
use sharewright::policy::Register;
use sharewright::shipped;

/// A spoken reply on a Friday evening.
const SPOKEN: &str = "  spoken-reply 2026-11-20 22:30\n";

/// Whether a record is overdue, and late, on a day.
fn stands(body: &str, day: &str) -> (bool, bool) {
    let folder = folder(&[("a", body)]);
    let has = |flag: &str| !listed(&folder, &["--as-of", day, flag]).is_empty();
    (has("--overdue"), has("--late"))
}

/// `stands`, with the day as the only `--as-of`.
fn on(day: &str, body: &str, overdue: bool, late: bool) {
    assert_eq!(stands(body, day), (overdue, late), "on {day}: {body}");
}

#[test]
fn a_spoken_reply_is_followed_in_writing_within_one_working_day() {
    // Saturday and Sunday do not count: the Monday is the last day.
    for (day, overdue) in [("2026-11-20", false), ("2026-11-22", false), ("2026-11-23", false), ("2026-11-24", true)] {
        on(day, SPOKEN, overdue, false);
    }
    on("2026-11-30", &format!("{SPOKEN}  written-reply 2026-11-23 23:00"), false, false);
    on("2026-11-30", &format!("{SPOKEN}  written-reply 2026-11-24 09:00"), false, true);
    // A letter of the day before is no follow-up, and one that is still to come had not come on that day.
    on("2026-11-30", &format!("{SPOKEN}  written-reply 2026-11-19"), true, false);
    on("2026-11-25", &format!("{SPOKEN}  written-reply 2026-11-27"), true, false);
}

#[test]
fn an_answer_has_a_deadline() {
    let asked = "  request police { deadline 2026-11-17 17:00 }\n";
    on("2026-11-17", asked, false, false);
    on("2026-11-18", asked, true, false);
    on("2026-11-18", &format!("{asked}  decision deferred on 2026-11-16"), true, false);
    on("2026-11-18", &format!("{asked}  written-reply 2026-11-17 16:59"), false, false);
    on("2026-11-18", &format!("{asked}  written-reply 2026-11-17 17:01"), false, true);
    on("2026-11-18", &format!("{asked}  sent 2026-11-16 by police-email"), false, false);
}

#[test]
fn a_court_order_sets_a_day() {
    let order = |line: &str| format!("  court-order \"T1\" {{\n    comply-by 2026-11-10\n{line}\n  }}\n");
    on("2026-11-10", &order(""), false, false);
    on("2026-11-11", &order(""), true, false);
    on("2026-11-11", &order("    complied 2026-11-10"), false, false);
    on("2026-11-12", &order("    complied 2026-11-11"), false, true);
}

#[test]
fn a_review_and_telling_the_person_have_their_day() {
    on("2026-11-20", "  review 2026-11-20 by caldicott-guardian", false, false);
    on("2026-11-21", "  review 2026-11-20 by caldicott-guardian", true, false);
    on("2026-11-21", "  review 2026-11-20 by caldicott-guardian outcome \"Agreed.\"", false, false);
    let told = |word: &str| format!("  person \"case 1\" {{ told {word} on 2026-11-20 }}");
    on("2026-11-20", &told("to-be-told"), false, false);
    on("2026-11-21", &told("to-be-told"), true, false);
    on("2026-11-21", &told("told"), false, false);
}

#[test]
fn the_log_says_what_is_overdue_and_since_when() {
    let log = json(&folder(&[("a", "  spoken-reply 2026-11-13 22:30")]), &[]);
    let overdue = &log["records"][0]["overdue"][0];
    assert_eq!((overdue["id"].as_str(), overdue["due"].as_str()), (Some("written-follow-up"), Some("2026-11-16")));
    let ran = folder(&[("a", "  spoken-reply 2026-11-13 22:30")]).run(&["disclosures", "--as-of", "2026-11-21"]);
    assert!(ran.out.contains("overdue: the written follow-up of a spoken reply, due 2026-11-16"), "{}", ran.out);
}

#[test]
fn a_local_pack_can_set_its_own_times() {
    let head = "[register]\nname = \"reply-times\"\nabout = \"Ours.\"\ncolumns = { id = \"word\", label = \"text\", starts = \"word\", ends = \"words\", within = \"text\" }\n";
    let entry = |within: &str| {
        format!(
            "{head}\n[[entry]]\nid = \"ours\"\nlabel = \"our reply\"\nstarts = \"request.received\"\nends = [\"written-reply\"]\nwithin = \"{within}\"\nsource = \"ours\"\nconfidence = \"verified\"\n"
        )
    };
    let with = |within: &str| folder(&[("a", "  request police { received 2026-11-02 10:00 }")]).with("packs/times.toml", entry(within));
    let flags = ["--packs", "packs", "--overdue"];
    assert_eq!(listed(&with("10 days"), &flags), ["a"]);
    assert!(listed(&with("1 month"), &flags).is_empty());
    with("soon").run(&["disclosures", "--packs", "packs"]).is_refused(&["soon", "ours", "reply-times"]);
}

#[test]
fn a_record_awaits_a_review() {
    let decided = "  decision shared on 2026-11-02 by \"consultant\"\n  class public-interest\n";
    let awaits = |body: &str| !listed(&folder(&[("a", body)]), &["--awaiting-review"]).is_empty();
    assert!(awaits("  review ?"));
    assert!(awaits("  review 2026-12-01 by caldicott-guardian"));
    assert!(!awaits("  review 2026-11-09 by caldicott-guardian outcome \"Agreed.\""));
    assert!(awaits(decided), "a choice without the Guardian");
    assert!(!awaits(&format!("{decided}  advice \"Agrees.\" from caldicott-guardian on 2026-11-02")));
    assert!(!awaits(&format!("{decided}  review none because \"Looked at by the court.\"")));
    assert!(!awaits("  decision shared on 2026-11-02 by \"Caldicott Guardian\"\n  class public-interest"));
    assert!(!awaits("  decision shared on 2026-11-02\n  class duty"), "no choice was made");
    assert!(awaits("  decision shared on 2026-11-02\n  class duty\n  request police { received 2026-11-01 23:00 hours out-of-hours }"));
    assert!(!awaits("  class public-interest"), "nothing is decided yet");
}

fn register(name: &str) -> &'static Register {
    shipped::policy().register_named(name).expect("the register").1
}

/// Every path of the registers leads somewhere in the language; a misspelt one would find nothing for ever.
#[test]
fn the_paths_of_the_registers_are_of_the_language() {
    let vocabulary = &shipped::policy().vocabulary;
    let leads = |condition: &str| {
        let path = condition.split_once(' ').map_or(condition, |(path, _)| path);
        let mut kind = vocabulary.find("disclosure").map(|id| vocabulary.kind(id));
        for step in path.split('.') {
            let Some(at) = kind else { return false };
            kind = at.child(step).map(|id| vocabulary.kind(id));
            if kind.is_none() && at.clause(step).is_none() {
                return false;
            }
        }
        true
    };
    let mut seen = 0;
    for (name, columns) in [("reply-times", ["starts", "ends", "only"].as_slice()), ("reviews-expected", &["when", "unless"])] {
        for row in register(name).rows() {
            for path in columns.iter().flat_map(|column| row.texts(column)) {
                seen += 1;
                assert!(leads(path), "{name}: {path}");
            }
        }
    }
    assert!(seen > 15 && !leads("request.gone") && !leads("spoken-reply.done"), "{seen}");
}
