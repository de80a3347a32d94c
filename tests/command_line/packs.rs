//! Local packs: a good one adds its rule, a bad one stops the run and says where and what was probably meant.

use super::tool::{Folder, Ran};

const AGREEMENT: &str = "agreement a \"A\" {\n}\n";

/// A rule that every agreement without a marking breaks.
const PACK: &str = include_str!("local.toml");

fn folder(pack: &str) -> Folder {
    Folder::empty().with("a.isa", AGREEMENT).with("b.isa", "agreement b \"B\" {\n  marking \"OFFICIAL\"\n}\n").with("packs/local.toml", pack)
}

/// A lint with the pack in which one piece of text stands for another.
fn with(from: &str, to: &str) -> Ran {
    assert!(PACK.contains(from), "`{from}` stands in the pack");
    folder(&PACK.replacen(from, to, 1)).run(&["lint", "--packs", "packs", "."])
}

#[track_caller]
#[test]
fn a_local_rule_fires_beside_those_that_ship() {
    let ran = folder(PACK).run(&["lint", "--each", "--format", "short", "--packs", "packs", "."]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    let own: Vec<&str> = ran.findings().into_iter().filter(|line| line.contains("LOC-01")).collect();
    assert_eq!(own, ["a.isa:1:1: warning[LOC-01]: no marking is given for `a`"]);
    assert!(ran.out.contains("[CHK-Q01]"), "the shipped rules are still there");
    assert!(ran.out.contains("packs checked up to 2026-11-01"), "the oldest day of all packs counts: {}", ran.out);
}

#[test]
fn a_local_rule_is_explained_and_listed() {
    let explained = folder(PACK).run(&["explain", "--packs", "packs", "loc-01"]);
    assert_eq!(explained.code, Some(0), "{explained:?}");
    assert!(explained.out.contains("Staff need to know how to handle the document.") && explained.out.contains("House style"));
    assert!(folder(PACK).run(&["rules", "--packs", "packs"]).out.contains("marking-missing"));
    assert_eq!(folder(PACK).run(&["explain", "LOC-01"]).code, Some(2), "without the pack the rule is not known");
}

#[test]
fn a_misspelt_field_is_refused_with_the_one_that_was_meant() {
    with("\nrequire =", "\nrequires =").is_refused(&["requires", "Did you mean `require`?", "packs/local.toml", "line 19"]);
    with("\ndecides =", "\ndecide =").is_refused(&["Did you mean `decides`?"]);
    with("as-of =", "as_of =").is_refused(&["Did you mean `as-of`?"]);
}

#[test]
fn a_misspelt_path_in_a_condition_is_refused_with_the_one_that_was_meant() {
    with("agreement.marking is", "agreement.markng is").is_refused(&["`agreement` has no field `markng`", "Did you mean `marking`?", "packs/local.toml", "line 19"]);
    with("agreement.marking is", "agreemnt.marking is").is_refused(&["nothing is called `agreemnt` here", "Did you mean `agreement`?"]);
    with("agreement.marking is stated", "agreement.law is uk-gdrp").is_refused(&["`agreement.law` is never `uk-gdrp`", "Did you mean `uk-gdpr`?"]);
    with("is stated", "mentions any of placeholder").is_refused(&["Did you mean `placeholders`?"]);
    with("for = \"agreement\"", "for = \"agrement\"").is_refused(&["nothing of the language is called `agrement`", "Did you mean `agreement`?"]);
}

#[test]
fn a_condition_that_cannot_be_read_is_refused_with_what_may_stand_there() {
    with("agreement.marking is stated", "agreement marking is stated").is_refused(&["this condition cannot be read", "`is`"]);
    with("is stated", &format!("is stated and {}", "(".repeat(1000))).is_refused(&["this condition is too long or nested too deeply"]);
    with("agreement.marking is stated", "").is_refused(&["this condition cannot be read"]);
}

#[test]
fn every_problem_of_every_pack_is_told_at_once() {
    let second = PACK.replace("LOC-01", "LOC-02").replace("marking-missing", "other").replace("agreement.marking", "agreement.markin");
    let first = PACK.replace("agreement.marking", "agreement.mrking");
    let ran = folder(&first).with("packs/second.toml", second).run(&["lint", "--packs", "packs", "."]);
    ran.is_refused(&["the packs have 2 problems", "`mrking`", "`markin`", "packs/local.toml", "packs/second.toml"]);
}

#[test]
fn a_code_of_another_rule_and_a_source_nobody_read_are_refused() {
    with("\"LOC-01\"", "\"CHK-Q01\"").is_refused(&["`CHK-Q01` is already the name of another rule"]);
    with("\"verified\"", "\"recalled\"").is_refused(&["all recalled can only advise"]);
    with("\"verified\"", "\"sure\"").is_refused(&["the confidence `sure` of a citation is not known"]);
    with("\"Write `marking`.\"", "\"\"").is_refused(&["`help` is empty"]);
}

#[test]
fn packs_that_are_not_there_are_refused() {
    let folder = folder(PACK).with_folder("bare");
    folder.run(&["lint", "--packs", "gone", "."]).is_refused(&["the packs in `gone` cannot be read: there is no such file or folder"]);
    folder.run(&["lint", "--packs", "bare", "."]).is_refused(&["there is no pack in `bare`"]);
}

#[test]
fn a_broken_pack_is_refused_in_plain_words() {
    let not_text = folder("").with("packs/local.toml", b"[pack]\nname = \"caf\xe9\"\n").run(&["lint", "--packs", "packs", "."]);
    not_text.is_refused(&["packs/local.toml", "UTF-8"]);
    let mut all = not_text.err;
    for (from, to) in [("\"warning\"", "\"fatal\""), ("\"local\"", "\"local"), ("2026-11-01", "2026-02-30"), ("since = \"1\"", "since = 1"), ("[[rule]]", "[[rule]")] {
        let ran = with(from, to);
        ran.is_refused(&["packs/local.toml"]);
        all += &ran.err;
    }
    for word in ["invalid", "variant", "stream", "string or table", "struct", "map", "enum"] {
        assert!(!all.contains(word), "`{word}` is no word for an information governance lead:\n{all}");
    }
}

#[test]
fn a_place_in_a_pack_is_told_with_its_line() {
    let ran = with("agreement.marking is", "agreement.markng is");
    assert!(ran.err.starts_with("error: the packs have 1 problem and cannot be used\n  Nothing was checked. Mend the packs and run again.\n\n"), "{}", ran.err);
    assert!(ran.err.contains("packs/local.toml:19:22: error[POL-"), "the columns count from the start of the line: {}", ran.err);
    assert!(ran.err.contains("\n  line 19: require = 'agreement.markng is stated'\n"), "{}", ran.err);
}

#[test]
fn a_period_beyond_all_calendars_does_no_harm() {
    let pack = PACK.replace("agreement.marking is stated", "agreement.effective is within 99999999 months of today");
    let ran = folder(&pack).with("c.isa", "agreement c \"C\" {\n  effective 2026-04-01\n}\n").run(&["lint", "--format", "short", "--packs", "packs", "."]);
    assert!(matches!(ran.code, Some(1 | 2)), "{ran:?}");
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

#[test]
fn a_pack_cannot_write_to_the_terminal() {
    let escape = "\\u001b[31m";
    let pack = PACK.replace("\"LOC-01\"", &format!("\"{escape}LOC\"")).replace("\"no marking", &format!("\"{escape}no marking")).replace("\"Staff", &format!("\"{escape}Staff"));
    let folder = folder(&pack);
    for format in ["rich", "short", "narrated", "json"] {
        let ran = folder.run(&["lint", "--format", format, "--packs", "packs", "."]);
        assert!(!ran.all().contains('\u{1b}'), "{format}: {:?}", ran.all().lines().find(|line| line.contains('\u{1b}')));
    }
    for arguments in [["rules", "--packs", "packs"].as_slice(), &["explain", "--packs", "packs", "marking-missing"]] {
        let ran = folder.run(arguments);
        assert!(!ran.all().contains('\u{1b}'), "{arguments:?}: {:?}", ran.all().lines().find(|line| line.contains('\u{1b}')));
    }
}
