//! Definitions, references and new names, in one file and across files.

use super::fixture::Fixture;

/// A party with a post, an agreement that names both, and a procedure that carries it out.
const ACROSS: &str = r#"
//- shared/organisations.isa
party police "Fenwold Police" {
#     ^^^^^^ definition
  contact desk "Desk" { email "desk@fenwold.police.uk" }
#         ^^^^ post
}
party trust "Fenwold Trust" { kind nhs-provider }
//- car.isa
use "shared/organisations.isa"
#    ^^^^^^^^^^^^^^^^^^^^^^^^ file
agreement car "Car" {
  between police, trust
#         ^^^^^^ call
  review 2027-03-31 by police.desk
#                      ^^^^^^ call
#                             ^^^^ calls-post
  purpose help "The police help" { kind direct-care }
  role officer "Officer" at police
#      ^^^^^^^ role
#                           ^^^^^^ call
}
//- car.sop
use "car.isa"
use "shared/organisations.isa"
procedure how "How" {
  implements car
  review 2027-03-31 by police
#                      ^^^^^^ call
  owner police.desk
#       ^^^^^^ call
#              ^^^^ calls-post
}
//- other.isa
party police "Another force" { kind police-force }
agreement alone "Alone" { between police }
"#;

#[test]
fn a_call_leads_to_its_definition_each_part_of_a_path_to_its_own() {
    let fixture = Fixture::new(ACROSS);
    for (calls, defined) in [("call", "definition"), ("calls-post", "post")] {
        for call in fixture.all(calls) {
            let found = fixture.analysis.definition(&call.path, call.range.start + 1);
            assert_eq!(found, Some(fixture.one(defined)), "{call:?}");
        }
    }
    let file = fixture.one("file");
    assert_eq!(fixture.analysis.definition("car.isa", file.range.start + 3).map(|place| place.path).as_deref(), Some("shared/organisations.isa"));
    assert_eq!(fixture.analysis.definition("car.isa", 0), None);
}

#[test]
fn references_are_found_in_every_file_that_sees_the_thing_and_in_no_other() {
    let fixture = Fixture::new(ACROSS);
    let (definition, calls) = (fixture.one("definition"), fixture.all("call"));
    let mut with = vec![definition.clone()];
    with.extend(calls.clone());
    for from in calls.iter().chain([&definition]) {
        assert_eq!(fixture.analysis.references(&from.path, from.range.start, false), calls);
        assert_eq!(fixture.analysis.references(&from.path, from.range.start, true), with);
    }
}

#[test]
fn a_new_name_is_written_in_every_place_and_everything_still_means_what_it_meant() {
    let mut fixture = Fixture::new(ACROSS);
    let call = fixture.one("role");
    assert_eq!(fixture.analysis.renamable(&call.path, call.range.end), Some(call.range));
    let from = fixture.all("call")[1].clone();
    let edits = fixture.analysis.rename(&from.path, from.range.start, "constabulary").expect("a good name");
    let mut places: Vec<_> = fixture.all("call");
    places.push(fixture.one("definition"));
    places.sort();
    assert_eq!(edits.iter().map(|edit| edit.place.clone()).collect::<Vec<_>>(), places);
    let faults = |fixture: &Fixture| ["car.isa", "car.sop"].map(|path| fixture.analysis.check(path).0.iter().filter(|finding| finding.diagnostic.code.starts_with("SYN")).count());
    let before = faults(&fixture);
    for path in ["car.isa", "car.sop", "shared/organisations.isa"] {
        let mut text = fixture.analysis.text(path).expect("a file").to_owned();
        for edit in edits.iter().rev().filter(|edit| edit.place.path == path) {
            text.replace_range(edit.place.range.as_range(), &edit.text);
        }
        fixture.analysis.put(path, text, None);
    }
    assert_eq!(faults(&fixture), before);
    assert_eq!(fixture.analysis.references("car.sop", fixture.analysis.text("car.sop").expect("it").find("constabulary").expect("named") as u32, false).len(), 5);
}

#[test]
fn a_name_that_is_taken_or_no_name_is_refused_with_the_reason() {
    let fixture = Fixture::new(ACROSS);
    let call = fixture.all("call")[0].clone();
    for (name, says) in [("trust", "taken"), ("two words", "not a name"), ("", "not a name"), ("9th", "not a name"), ("police.x", "not a name")] {
        let why = fixture.analysis.rename(&call.path, call.range.start, name).expect_err(name);
        assert!(why.contains(says), "{name}: {why}");
    }
    let keyword = fixture.analysis.rename("car.isa", fixture.analysis.text("car.isa").expect("it").find("between").expect("it") as u32, "x");
    assert!(keyword.expect_err("a keyword has no name").contains("put the cursor on a name"));
}

#[test]
fn things_are_listed_and_found_by_name_and_label() {
    let fixture = Fixture::new(ACROSS);
    let outline = fixture.analysis.outline("car.isa").expect("a file");
    let [agreement] = &outline[..] else { panic!("one thing at the top: {outline:?}") };
    assert_eq!((agreement.name.as_str(), agreement.label.as_str(), agreement.keyword.as_str()), ("car", "Car", "agreement"));
    assert_eq!(agreement.inside.iter().map(|symbol| symbol.name.as_str()).collect::<Vec<_>>(), ["help", "officer"]);
    let names = |wanted: &str| fixture.analysis.symbols(wanted, 10).into_iter().map(|symbol| format!("{} {}", symbol.place.path, symbol.name)).collect::<Vec<_>>();
    assert_eq!(names("polic"), ["other.isa police", "shared/organisations.isa police", "car.isa help"]);
    assert_eq!(names("FENWOLD trust"), ["shared/organisations.isa trust"]);
    assert_eq!(names("nobody"), Vec::<String>::new());
    assert_eq!(fixture.analysis.symbols("", 3).len(), 3);
}
