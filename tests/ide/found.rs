//! What is found, in which file, and what can be done about it.

use super::fixture::Fixture;
use sharewright::diagnostic::FixSafety;
use sharewright::ide::{Board, Repair, actions};
use sharewright::source::TextRange;

#[test]
fn findings_stand_where_they_are_drawn() {
    let fixture = Fixture::new(
        r#"
//- car.isa
use "gone.isa"
#   ^^^^^^^^^^ SYN-34
party trust "Fenwold Trust" { kind nhs-provder }
#                                  ^^^^^^^^^^^ SYN-19
agreement car "Naïve car 😀" {
  betwen trust
# ^^^^^^ SYN-10
  review 2027-13-31
#        ^^^^^^^^^^ SYN-18
}
"#,
    );
    let found = fixture.analysis.check("car.isa");
    let text = fixture.analysis.text("car.isa").expect("a file");
    let told: Vec<(String, String)> =
        found.0.iter().filter(|finding| finding.diagnostic.code.starts_with("SYN")).map(|finding| (finding.diagnostic.code.to_string(), finding.diagnostic.at().range.of(text).to_owned())).collect();
    let mut told_in_order = told.clone();
    told_in_order.sort_by_key(|(_, words)| text.find(words.as_str()));
    assert_eq!(told_in_order, fixture.drawn("car.isa"));
}

#[test]
fn the_same_is_found_as_on_the_command_line() {
    let mut fixture = Fixture::new("");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/real");
    let mut paths: Vec<String> = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path().to_string_lossy().into_owned()).collect();
    paths.retain(|path| [".isa", ".sop", ".disclosure"].iter().any(|ending| path.ends_with(ending)));
    paths.sort();
    for path in &paths {
        fixture.analysis.put(path, std::fs::read_to_string(path).expect("a file"), None);
    }
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_sharewright")).args(["lint", "--format", "short", "--each", "--as-of", "2026-11-22", folder]).output().expect("it runs");
    let printed = String::from_utf8(output.stdout).expect("text");
    let mut told = Vec::new();
    for path in &paths {
        for finding in fixture.analysis.check(path).0 {
            let source = sharewright::source::SourceFile::new(finding.path(), fixture.analysis.text(finding.path()).expect("a file"));
            let (line, column) = source.line_column(finding.diagnostic.at().range.start);
            told.push(format!("{}:{line}:{column}: {}[{}]", finding.path(), finding.diagnostic.severity.word(), finding.diagnostic.code));
        }
    }
    let mut expected: Vec<String> = printed.lines().filter_map(|line| Some(line.split_once("]: ")?.0.to_owned() + "]")).filter(|line| line.contains(": ")).collect();
    assert!(expected.len() > 100, "{printed}");
    told.sort();
    expected.sort();
    assert_eq!(told, expected);
}

/// A procedure whose findings rest on the agreement, and the other way round.
const TWO: &str = r#"
//- car.isa
party trust "Fenwold Trust" { kind nhs-provider }
agreement car "Car" {
  between trust
}
//- car.sop
use "car.isa"
procedure how "How" {
  implements car
  owner trust
  review 2027-03-31 by nothing
}
//- alone.isa
party x "X" { kind council }
"#;

#[test]
fn a_change_touches_what_rests_on_it_and_nothing_else() {
    let mut fixture = Fixture::new(TWO);
    let unknown = |fixture: &Fixture| fixture.analysis.check("car.sop").0.iter().filter(|finding| finding.path() == "car.sop" && finding.diagnostic.code == "SYN-30").count();
    assert_eq!(unknown(&fixture), 1);
    let text = fixture.analysis.text("car.isa").expect("it").replace("party trust", "party hospital");
    let touched = fixture.analysis.put("car.isa", text, None);
    assert_eq!(touched.into_iter().collect::<Vec<_>>(), ["car.isa", "car.sop"]);
    assert_eq!(unknown(&fixture), 2);
    let touched = fixture.analysis.put("car.sop", "party y \"Y\" { kind council }\n".to_owned(), None);
    assert_eq!(touched.into_iter().collect::<Vec<_>>(), ["car.isa", "car.sop"], "what belonged to it before is touched too");
    let touched = fixture.analysis.put("car.isa", "party z \"Z\" { kind council }\n".to_owned(), None);
    assert_eq!(touched.into_iter().collect::<Vec<_>>(), ["car.isa"]);
}

#[test]
fn findings_in_another_file_are_told_there_and_go_with_what_caused_them() {
    let mut fixture = Fixture::new(TWO);
    let mut board = Board::default();
    for path in ["car.isa", "car.sop", "alone.isa"] {
        board.put(path, fixture.analysis.check(path));
    }
    let before = board.of("car.sop").len();
    assert!(board.of("car.sop").iter().any(|finding| finding.diagnostic.code == "SYN-30"));
    fixture.analysis.put("car.sop", TWO.split("//- ").nth(2).expect("it").replace("car.sop\n", "").replace("  review 2027-03-31 by nothing\n", ""), None);
    let touched = board.put("car.sop", fixture.analysis.check("car.sop"));
    assert!(touched.contains("car.sop") && board.of("car.sop").len() < before);
    board.remove("car.sop");
    assert!(board.of("car.sop").iter().all(|finding| !finding.diagnostic.code.starts_with("SYN")));
}

#[test]
fn a_file_is_laid_out_by_a_change_of_no_more_than_differs() {
    let mut fixture = Fixture::new("\n//- car.isa\n# Cär 😀\nparty x   \"X\" {   kind council }\n# end é\n");
    let edit = fixture.analysis.lay_out("car.isa").expect("it can be read").expect("it is not as it should be");
    let mut text = fixture.analysis.text("car.isa").expect("it").to_owned();
    assert!(edit.place.range.start > 10 && edit.place.range.end < text.len() as u32 - 5, "{edit:?}");
    text.replace_range(edit.place.range.as_range(), &edit.text);
    assert_eq!(Ok(text.as_str()), sharewright::fmt::format(&text).as_deref());
    fixture.analysis.put("car.isa", text, None);
    assert_eq!(fixture.analysis.lay_out("car.isa"), Ok(None));
    fixture.analysis.put("car.isa", "party x \"X\n".to_owned(), None);
    assert!(fixture.analysis.lay_out("car.isa").expect_err("it cannot be read").contains("line 1"));
}

#[test]
fn actions_carry_their_safety_and_every_rule_can_be_explained() {
    let fixture = Fixture::new("\n//- car.isa\nuse \"car.isa\"\nparty trust \"T\" { kind nhs-provder }\n");
    let found = fixture.analysis.check("car.isa");
    let findings: Vec<_> = found.0.iter().collect();
    let text = fixture.analysis.text("car.isa").expect("it");
    let all = actions(TextRange::new(0, text.len()), &findings);
    let titles: Vec<&str> = all.iter().map(|action| action.title.as_str()).collect();
    assert_eq!(titles, ["remove the line", "explain SYN-35", "write `nhs-provider` (may change the meaning)", "explain SYN-19", "make every change that keeps the meaning"]);
    assert!(matches!(&all[0].repair, Repair::Change(edit, FixSafety::Safe) if edit.place.range.of(text) == "use \"car.isa\"\n" && edit.text.is_empty()));
    assert!(matches!(&all[2].repair, Repair::Change(edit, FixSafety::Unsafe) if edit.place.range.of(text) == "nhs-provder" && edit.text == "nhs-provider"));
    assert!(matches!(&all[4].repair, Repair::AllSafe(edits) if edits.len() == 1));
    for action in &all {
        if let Repair::Explain(code) = &action.repair {
            assert!(fixture.analysis.explain(code).expect("it is explained").contains("SYN"));
        }
    }
    let word = text.find("nhs-provder").expect("it");
    assert_eq!(actions(TextRange::new(word, word), &findings).len(), 3, "what is at the place, and what is for the file");
    assert!(fixture.analysis.explain("nonsense").expect_err("nothing to tell").contains("nonsense"));
}
