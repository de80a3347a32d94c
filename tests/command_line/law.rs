//! `law` and `impact`, as people call them.

use super::tool::Folder;

const AGREEMENT: &str = r#"
party trust "Trust" {
  kind nhs-trust
}
party police "Police" {
  kind police-force
}
item risk "Risk" {
  class health, confidential
}
agreement car "Car" {
  between trust, police
  flow brief "Brief" {
    from trust
    to police
    shares risk
    discloser {
      basis "UK GDPR Art 6(1)(ea)"
      power "section 115 of the Crime and Disorder Act 1998", "DPA 1998 s.29"
      confidence public-interest
    }
  }
}
"#;

fn folder() -> Folder {
    Folder::empty().with("car.isa", AGREEMENT)
}

#[test]
fn a_citation_is_shown_as_people_write_it() {
    for citation in ["CDA 1998 s.115", "section 115(2) of the Crime and Disorder Act 1998", "S115 crime & disorder act"] {
        let ran = Folder::empty().run(&["law", "show", citation]);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        for words in ["CDA 1998 s.115", "power, express", "in force", "not overridden", "legislation.gov.uk/ukpga/1998/37/section/115", "decides"] {
            assert!(ran.out.contains(words), "`{words}` is not said of `{citation}`: {}", ran.out);
        }
    }
}

#[test]
fn law_that_ended_is_shown_with_what_took_its_place() {
    let ran = Folder::empty().run(&["law", "show", "DPA 1998 s.29"]);
    assert!(ran.out.contains("no longer on") && ran.out.contains("until 2018-05-25"), "{}", ran.out);
    let then = Folder::empty().run(&["law", "show", "DPA 1998 s.29", "--as-of", "2017-06-01"]);
    assert!(then.out.contains("in force on 2017-06-01"), "{}", then.out);
}

#[test]
fn a_citation_that_cannot_be_looked_up_says_why() {
    let shown = |citation: &str, words: &[&str]| Folder::empty().run(&["law", "show", citation]).is_refused(words);
    shown("Gardening Act 2011 s.3", &["names no law in the register"]);
    shown("s(8)(d)", &["no number that can be looked up"]);
    shown("s.115", &["of which Act"]);
    shown("Care Act 2014 s.999", &["says nothing of this provision"]);
}

#[test]
fn provisions_are_found_by_who_what_and_why_duties_first() {
    let ran = Folder::empty().run(&["law", "find", "--from", "nhs-trust", "--to", "police-force", "--data", "health", "--purpose", "safeguarding"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    let (duty, power) = (ran.out.find("FGM Act 2003 s.5B").expect("a duty"), ran.out.find("CDA 1998 s.115").expect("a power"));
    assert!(duty < power, "duties come first");
    assert!(!ran.out.contains("PCSC Act 2022 s.16"), "the serious violence gateway bars patient information: {}", ran.out);
    // What may not be in force yet never comes before what is.
    let place = |provision: &str| ran.out.find(provision).expect(provision);
    assert!(place("Care Act 2014 s.45") < place("Children Act 2004 s.16LA"), "{}", ran.out);
    let other = Folder::empty().run(&["law", "find", "--from", "police-force", "--to", "nhs-trust", "--data", "criminal-offence"]);
    assert!(other.out.contains("provisions of the register fit") || other.out.contains("provision of the register fits"), "{}", other.out);
}

#[test]
fn a_word_that_is_no_kind_is_refused_with_the_one_that_was_meant() {
    Folder::empty().run(&["law", "find", "--from", "nhs-trsut"]).is_refused(&["--from", "Did you mean `nhs-trust`?"]);
    Folder::empty().run(&["law", "find", "--nation", "france"]).is_refused(&["england"]);
    Folder::empty().run(&["law", "find", "--as-of", "2026-13-01"]).is_refused(&["--as-of"]);
}

#[test]
fn the_footing_of_each_flow_is_told() {
    let ran = folder().run(&["law", "check", "--as-of", "2026-11-21", "."]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    for words in ["trust to police", "discloser", "UK GDPR Art 6(1)(ea)", "CDA 1998 s.115", "DPA 1998 s.29", "IN FORCE UNTIL 2018-05-25", "public-interest", "recipient", "nothing is cited"] {
        assert!(ran.out.contains(words), "`{words}` is not said: {}", ran.out);
    }
    assert_eq!(Folder::empty().run(&["law", "check", "."]).code, Some(3));
    assert_eq!(Folder::new().run(&["law", "check", "gone.isa"]).code, Some(3));
}

#[test]
fn what_changed_since_a_day_is_told_by_place() {
    let ran = folder().run(&["impact", "--since", "2018-01-01", "--as-of", "2026-11-21", "."]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(ran.out.contains("car.isa:19: DPA 1998 s.29 ended on 2018-05-25"), "{}", ran.out);
    assert!(ran.out.contains("car.isa:18: UK GDPR Art 6(1)(ea) has stood as it does since 2026-02-05"), "{}", ran.out);
    let later = folder().run(&["impact", "--since", "2026-03-01", "--as-of", "2026-11-21", "."]);
    assert!(later.out.starts_with("0 files cite"), "{}", later.out);
    folder().run(&["impact", "--since", "2027-01-01", "--as-of", "2026-11-21", "."]).is_refused(&["later than the day asked about"]);
}

#[test]
fn packs_that_are_old_for_the_day_are_told() {
    let ran = folder().run(&["lint", "--format", "short", "--as-of", "2028-01-01", "."]);
    assert!(ran.out.contains("warning: the packs were checked up to"), "{}", ran.out);
    let now = folder().run(&["lint", "--format", "short", "--as-of", "2026-11-21", "."]);
    assert!(!now.out.contains("warning: the packs"), "{}", now.out);
}

#[test]
fn a_kind_of_body_that_is_no_word_is_refused_with_the_nearest_and_all() {
    for (said, meant) in [("hospital", "nhs-trust"), ("ambulance", "ambulance-trust"), ("nhs-trsut", "nhs-trust")] {
        let help = format!("\n  Did you mean `{meant}`?\n  It may be `ambulance-trust`, ");
        Folder::empty().run(&["law", "find", "--from", said]).is_refused(&[&format!("error: `--from {said}` is no word of the language"), &help, "`youth-offending-team`.\n"]);
    }
}
