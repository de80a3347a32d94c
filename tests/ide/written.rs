//! What may be written at a place, in texts that are half written.

use super::fixture::Fixture;
use sharewright::ide::{Completion, CompletionKind};

/// What is offered in `car.isa` where `|` stands, with some parties in another file.
fn offered(text: &str) -> (Vec<Completion>, String) {
    let mut fixture = Fixture::new(
        "\n//- shared/organisations.isa\nparty police \"Fenwold Police\" {\n  contact desk \"Desk\" { email \"desk@fenwold.police.uk\" }\n}\nparty trust \"Fenwold Trust\" { kind nhs-provider }\n",
    );
    let at = text.find('|').expect("a place");
    let text = text.replacen('|', "", 1);
    fixture.analysis.put("car.isa", text.clone(), None);
    (fixture.analysis.complete("car.isa", at as u32), text)
}

#[track_caller]
fn check(text: &str, has: &[&str], has_not: &[&str], replaces: &str) {
    let (offered, text) = offered(text);
    let texts: Vec<&str> = offered.iter().map(|one| one.text.as_str()).collect();
    for wanted in has {
        assert!(texts.contains(wanted), "`{wanted}` is not among {texts:?}");
    }
    for unwanted in has_not {
        assert!(!texts.contains(unwanted), "`{unwanted}` is among {texts:?}");
    }
    for one in &offered {
        assert_eq!(one.replace.of(&text), replaces, "{one:?}");
    }
}

#[test]
fn keywords_of_the_place_are_offered_where_a_statement_begins() {
    check("|", &["agreement", "party", "use"], &["flow", "between"], "");
    check("agreement car \"Car\" {\n  |\n}\n", &["between", "flow", "review"], &["agreement", "basis"], "");
    check("agreement car \"Car\" {\n  flo|\n}\n", &["flow"], &["agreement"], "flo");
    check("agreement car \"Car\" {\n  flow f \"F\" {\n    discloser {\n      |\n    }\n  }\n}\n", &["basis", "condition"], &["flow"], "");
    check("party p \"P\" {\n  kind council\n  |\n}\n", &["legal-name"], &["kind"], "");
    check("agreement car \"Car\" {\n  |", &["between"], &["agreement"], "");
}

#[test]
fn words_names_and_connectives_are_offered_behind_a_keyword() {
    check("party p \"P\" {\n  kind |\n}\n", &["police-force", "nhs-provider", "?"], &["health"], "");
    check("party p \"P\" {\n  kind nhs-pro|\n}\n", &["nhs-provider"], &[], "nhs-pro");
    let head = "use \"shared/organisations.isa\"\nagreement car \"Car\" {\n  role nurse \"Nurse\" at trust\n";
    check(&format!("{head}  between |\n}}\n"), &["police", "trust"], &["police.desk", "nurse"], "");
    check(&format!("{head}  between police, |\n}}\n"), &["trust"], &["because"], "");
    check(&format!("{head}  review 2027-03-31 |\n}}\n"), &["by", "every", "because"], &["police"], "");
    check(&format!("{head}  review 2027-03-31 by |\n}}\n"), &["nurse", "police.desk", "trust"], &["by"], "");
    check(&format!("{head}  review 2027-03-31 by police.d|\n}}\n"), &["police.desk"], &[], "police.d");
    check(&format!("{head}  statutory-duty |\n}}\n"), &["none because \"\"", "?"], &[], "");
}

#[test]
fn law_is_offered_between_quotation_marks_what_fits_the_keyword_first() {
    let text = "agreement car \"Car\" {\n  flow f \"F\" {\n    discloser {\n      basis \"UK G|\n    }\n  }\n}\n";
    let (offered, _) = offered(text);
    assert!(offered.iter().all(|one| one.kind == CompletionKind::Law && one.replace.as_range().len() == 4));
    let rank = |label: &str| offered.iter().find(|one| one.text == label).map(|one| one.rank);
    assert_eq!(rank("UK GDPR Art 6(1)(e)"), Some(1));
    assert!(rank("UK GDPR Art 9(2)(h)") > rank("UK GDPR Art 6(1)(e)") && rank("DPA 1998 Sch 2") > rank("UK GDPR Art 9(2)(h)"));
    check("agreement car \"Car\" {\n  note \"|\"\n}\n", &[], &["UK GDPR Art 6(1)(e)"], "");
}

#[test]
fn files_are_offered_by_the_way_to_them_and_remarks_get_nothing() {
    check("use \"|\"\n", &["shared/organisations.isa"], &["car.isa"], "");
    check("use \"sha|red\"\n", &["shared/organisations.isa"], &[], "shared");
    let (offered, _) = offered("agreement car \"Car\" {\n  # flo|\n}\n");
    assert_eq!(offered, []);
}

#[test]
fn things_come_with_places_to_fill_in() {
    let (offered, _) = offered("agreement car \"Car\" {\n  |\n}\n");
    let snippet = |word: &str| offered.iter().find(|one| one.text == word).map(|one| one.snippet.as_str());
    assert_eq!(snippet("flow"), Some("flow ${1:name} \"${2:Label}\" {\n  $0\n}"));
    assert_eq!(snippet("review"), Some(""));
    assert!(offered.iter().all(|one| !one.about.is_empty()), "every keyword says what it is");
}

#[test]
fn nothing_is_ever_asked_of_a_place_that_breaks() {
    // Every place of every beginning of a file, whole or cut off in the middle.
    let whole =
        "use \"shared/organisations.isa\"\n\nagreement car \"Cär\" {\n  review 2027-03-31 by police.desk # é\n  flow f \"F\" {\n    basis \"UK GDPR Art 6\"\n  }\n  note \"\"\"\n  x\n  \"\"\"\n}\n";
    let mut fixture = Fixture::new("\n//- shared/organisations.isa\nparty police \"P\" { kind police-force }\n");
    let mut asked = 0;
    for end in (0..=whole.len()).filter(|end| whole.is_char_boundary(*end)).step_by(3) {
        fixture.analysis.put("car.isa", whole[..end].to_owned(), None);
        for at in (0..=end).filter(|at| whole.is_char_boundary(*at)).step_by(5) {
            let at = at as u32;
            asked += 1;
            fixture.analysis.complete("car.isa", at);
            fixture.analysis.hover("car.isa", at, &[]);
            fixture.analysis.definition("car.isa", at);
            fixture.analysis.renamable("car.isa", at);
        }
    }
    assert!(asked > 500, "{asked}");
}
