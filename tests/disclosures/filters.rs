//! Each filter: one record in, one out.

use super::{COMPLETE, DAY, folder, listed, log};
use crate::tool::Folder;

/// Asks for records with some flags: `a` comes, `b` does not.
#[track_caller]
fn only_a(a: &str, b: &str, flags: &[&str]) {
    let folder = folder(&[("a", a), ("b", b)]);
    assert_eq!(listed(&folder, &[]), ["a", "b"], "without a filter both are listed");
    assert_eq!(listed(&folder, flags), ["a"], "{flags:?}");
}

#[test]
fn by_decision() {
    let (refused, shared) = ("  decision refused on 2026-11-02", "  decision shared on 2026-11-03");
    only_a(refused, shared, &["--decision", "refused"]);
    only_a(refused, shared, &["--decision", "deferred,refused"]);
    only_a(refused, shared, &["--decision", "kept-back"]);
    only_a("  decision partly on 2026-11-02", "  started request", &["--decision", "shared", "--decision", "partly"]);
    let undecided = folder(&[("a", "  decision ?"), ("b", shared)]);
    assert_eq!(listed(&undecided, &["--decision", "undecided"]), ["a"]);
}

#[test]
fn by_class_and_profession_also_by_the_broader_word() {
    only_a("  class public-interest", "  class consent", &["--class", "public-interest"]);
    only_a("  class permission", "  class court-order", &["--class", "choice"]);
    only_a("  judged-by \"x\" profession paramedic", "  judged-by \"x\" profession nurse", &["--profession", "paramedic"]);
    only_a("  judged-by \"x\" profession paramedic", "  judged-by \"x\"", &["--profession", "hcpc"]);
}

#[test]
fn by_kind_and_by_force() {
    only_a("  request police { }", "  request insurer { }", &["--kind", "police"]);
    only_a("  request police-processor { }", "  started duty", &["--kind", "police-side"]);
    only_a("  request police { officer \"sergeant\" of \"Fenwold Police\" }", "  request police { officer \"sergeant\" of \"Holme Police\" }", &["--force", "fenwold"]);
    let party = "party fp \"Fenwold Police\" {\n  kind police-force\n}\n";
    let record = |name: &str, of: &str| super::record(name, &format!("  request police {{ officer \"x\" of {of} }}"));
    let folder = Folder::empty().with("all.disclosure", format!("{party}{}{}", record("a", "fp"), record("b", "\"Holme Police\"")));
    for name in ["fp", "Fenwold Police", "FENWOLD"] {
        assert_eq!(listed(&folder, &["--force", name]), ["a"], "{name}");
    }
}

#[test]
fn by_basis_in_any_spelling() {
    let (a, b) = ("  exemption \"DPA 2018 Sch 2 para 2\"", "  basis \"UK GDPR Art 6(1)(e)\"");
    only_a(a, b, &["--basis", "Schedule 2 to the Data Protection Act 2018, paragraph 2"]);
    only_a(a, b, &["--basis", "DPA 2018 Sch 2"]);
    only_a("  condition \"UK GDPR Art 9(2)(g)\" with \"DPA 2018 Sch 1 para 10\"", b, &["--basis", "DPA 2018 Sch 1 para 10"]);
    only_a("  confidence explicit-consent", "  confidence public-interest", &["--basis", "explicit-consent"]);
    // What the asker relies on is not what the holder rests on.
    only_a(a, "  request police { asserted-basis \"DPA 2018 Sch 2 para 2\" }", &["--basis", "DPA 2018 Sch 2 para 2"]);
}

#[test]
fn by_day_of_the_decision_with_both_ends() {
    let (early, late) = ("  decision shared on 2026-10-31 23:59", "  decision shared on 2026-11-02 00:01");
    only_a(early, late, &["--until", "2026-10-31"]);
    let both = folder(&[("early", early), ("late", late), ("open", "  decision ?")]);
    assert_eq!(listed(&both, &["--since", "2026-11-02"]), ["late"]);
    assert_eq!(listed(&both, &["--since", "2026-10-31", "--until", "2026-11-02"]), ["early", "late"]);
    assert!(listed(&both, &["--since", "2026-11-03"]).is_empty());
    // A month is all of its days.
    assert_eq!(listed(&folder(&[("m", "  decision shared on 2026-10")]), &["--since", "2026-10-20", "--until", "2026-10-25"]), ["m"]);
}

#[test]
fn filters_hold_together() {
    let folder =
        folder(&[("a", "  class consent\n  decision refused on 2026-11-02"), ("b", "  class consent\n  decision shared on 2026-11-02"), ("c", "  class duty\n  decision refused on 2026-11-02")]);
    assert_eq!(listed(&folder, &["--decision", "refused", "--class", "consent"]), ["a"]);
}

#[test]
fn a_word_that_is_not_known_is_refused_with_a_suggestion() {
    let folder = folder(&[("a", "")]);
    for (flag, word, meant) in [("--decision", "refusd", "refused"), ("--class", "consnt", "consent"), ("--kind", "polic", "police"), ("--profession", "nurs", "nurse")] {
        log(&folder, &[flag, word]).is_refused(&[word, meant, flag]);
    }
    log(&folder, &["--since", "2026-11-31"]).is_refused(&["2026-11-31"]);
    log(&folder, &["--since", "2026-11-02", "--until", "2026-11-01"]).is_refused(&["--since", "--until"]);
    log(&folder, &["--hide-below", "5"]).is_refused(&["--count"]);
}

#[test]
fn the_complete_records_can_be_asked() {
    let of = |flags: &[&str]| listed(&Folder::empty(), &[&[COMPLETE], flags].concat());
    assert!(of(&["--decision", "refused"]).contains(&"FPT-D-2026-0129".to_owned()));
    assert!(!of(&["--decision", "refused"]).contains(&"FPT-D-2026-0139".to_owned()));
    assert_eq!(of(&["--kind", "court"]), ["FPT-D-2026-0104"]);
    assert_eq!(of(&["--profession", "optometrist"]), ["FEC-D-2026-003"]);
    let all = of(&[]);
    assert!(all.len() >= 15 && all.first().map(String::as_str) == Some("FPT-D-2026-0052"), "{all:?}");
    // Two days after the spoken reply of a Saturday it is followed in writing; on no day is it overdue.
    let ran = Folder::empty().run(&["disclosures", "--as-of", DAY, "--overdue", COMPLETE]);
    assert!(!ran.out.contains("spoken reply"), "{}", ran.out);
}
