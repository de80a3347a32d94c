//! What is shown over and beside the text: on hovering, hints, links, folds, sorts of words.

use super::fixture::Fixture;
use sharewright::ide::{FoldKind, TOKENS, Target};
use sharewright::source::TextRange;

const AGREEMENT: &str = r#"
//- shared.isa
party police "Fenwold *Police*" {
  kind police-force
  regime law-enforcement
}
//- car.isa
# A remark
# of two lines.
use "shared.isa"
#    ^^^^^^^^^^ shared.isa

agreement car "Car" {
# ^^^^^^^ kind
  between police
#         ^^^^^^ party
  review 2026-12-22 by police
# ^^^^^^ keyword
#                 ^ in 30 days
#                   ^^ connective
  item risk "Risk" { class health }
#                          ^^^^^^ word
  flow f "F" {
    from police
    discloser {
      basis "UK GDPR Art 6(1)(e)"
#            ^^^^^^^^^^^^^^^^^^^ law
    }
  }
  power "Data Protection Act 1998 Schedule 2"
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ old
  waive chk-q11 because "Later." owner "IG lead" until 2026-11-20
#       ^^^^^^^ rule
#                                                               ^ 2 days ago
  retention ?
#           ^ open
  note """
    Long.
    """
}
"#;

#[track_caller]
fn told(fixture: &Fixture, mark: &str) -> String {
    let place = fixture.one(mark);
    let hover = fixture.analysis.hover(&place.path, place.range.start + 1, &[]).unwrap_or_else(|| panic!("nothing is told of {mark}"));
    if mark != "kind" && mark != "open" {
        assert_eq!(hover.range, place.range, "{mark}");
    }
    hover.markdown
}

#[test]
fn what_stands_under_the_pointer_is_told() {
    let fixture = Fixture::new(AGREEMENT);
    for (mark, says) in [
        ("keyword", vec!["**review**", "When it is next reviewed", "`every`"]),
        ("connective", vec!["`by` of **review**"]),
        ("party", vec!["**party** `police`: Fenwold \\*Police\\*", "shared.isa, line 1", "kind police-force", "regime law-enforcement"]),
        ("word", vec!["`health`", "a word of the list `data-class`"]),
        ("law", vec!["**UK GDPR Art 6(1)(e)**", "law since 2018-05-25", "https://www.legislation.gov.uk/eur/2016/679/article/6", "read on 2026-"]),
        ("old", vec!["no longer law since 2018-05-25", "now Article 6"]),
        ("rule", vec!["CHK-Q11"]),
        ("open", vec!["not answered yet"]),
    ] {
        let told = told(&fixture, mark);
        for words in says {
            assert!(told.contains(words), "{mark} lacks `{words}`:\n{told}");
        }
    }
    let text = fixture.analysis.text("car.isa").expect("it");
    assert_eq!(fixture.analysis.hover("car.isa", text.find("remark").expect("it") as u32, &[]), None);
}

#[test]
fn the_rule_of_a_finding_is_told_with_why_what_next_who_decides_and_its_source() {
    let fixture = Fixture::new(AGREEMENT);
    let found = fixture.analysis.check("car.isa");
    let finding = found.0.iter().find(|finding| finding.diagnostic.code == "CHK-Q01").expect("a thin agreement");
    let told = fixture.analysis.hover("car.isa", finding.diagnostic.at().range.start, &[finding]).expect("something").markdown;
    for words in ["CHK-Q01", "*why*", "*next*", "*decides*", "*source*", "**agreement**"] {
        assert!(told.contains(words), "{told}");
    }
}

#[test]
fn hints_say_what_citations_resolve_to_and_how_far_off_days_are() {
    let fixture = Fixture::new(AGREEMENT);
    let text = fixture.analysis.text("car.isa").expect("it");
    let hints = fixture.analysis.hints("car.isa", TextRange::new(0, text.len()));
    for days in ["in 30 days", "2 days ago"] {
        let place = fixture.one(days);
        assert!(hints.iter().any(|hint| hint.offset == place.range.end && hint.text == days), "{days}: {hints:?}");
    }
    let law = fixture.one("law");
    let resolved = hints.iter().find(|hint| hint.offset == law.range.end + 1).expect("the citation");
    assert!(!resolved.text.contains("UK GDPR"), "what is written need not be said again: {}", resolved.text);
    assert!(resolved.more.contains("UK GDPR Art 6(1)(e): law since 2018-05-25"));
    let old = fixture.one("old");
    let resolved = hints.iter().find(|hint| hint.offset == old.range.end + 1).expect("the old citation");
    assert!(resolved.text.starts_with("DPA 1998 Sch 2") && resolved.text.ends_with("(no longer)"), "{}", resolved.text);
    assert!(fixture.analysis.hints("car.isa", TextRange::new(0, 5)).is_empty(), "only what is asked for");
}

#[test]
fn links_lead_to_addresses_of_the_register_and_to_files() {
    let fixture = Fixture::new(AGREEMENT);
    let links = fixture.analysis.links("car.isa");
    let file = fixture.one("shared.isa");
    assert!(links.iter().any(|link| link.range == file.range && link.target == Target::File("shared.isa".to_owned())));
    let law = fixture.one("law");
    let link = links.iter().find(|link| link.range == law.range).expect("the citation");
    assert_eq!(link.target, Target::Web("https://www.legislation.gov.uk/eur/2016/679/article/6".to_owned()));
    let register: Vec<&str> = sharewright::shipped::policy().rows("provisions").filter_map(|row| row.text("source")).collect();
    for link in &links {
        assert!(matches!(&link.target, Target::File(_)) || matches!(&link.target, Target::Web(address) if register.contains(&address.as_str())), "{link:?}");
    }
}

#[test]
fn blocks_long_texts_remarks_and_the_head_fold() {
    let fixture =
        Fixture::new("\n//- a.isa\n# one\n# two\n\nuse \"x.isa\"\nuse \"y.isa\"\nparty p \"P\" {\n  kind council # alone\n  note \"\"\"\n    Long.\n    \"\"\"\n}\nparty q \"Q\" { kind council }\n");
    let text = fixture.analysis.text("a.isa").expect("it");
    let line = |offset: u32| text[..offset as usize].matches('\n').count();
    let folds: Vec<_> = fixture.analysis.folds("a.isa").into_iter().map(|fold| (line(fold.range.start), line(fold.range.end), fold.kind)).collect();
    assert_eq!(folds, [(0, 1, FoldKind::Comment), (3, 4, FoldKind::Uses), (5, 10, FoldKind::Block), (7, 9, FoldKind::Block)]);
}

#[test]
fn every_word_is_of_its_sort() {
    let fixture = Fixture::new(
        r#"
//- car.isa
# A remark
party police "Fenwold Police" { kind police-force }
agreement car "Car" {
# ^^^^^^^ keyword
#         ^^^ class declaration
#             ^^^^^ string
  review 2026-12-22 by police
#        ^^^^^^^^^^ number
#                   ^^ operator
#                      ^^^^^^ variable
  item risk "Risk" { class health }
#                          ^^^^^^ enumMember
  power "DPA 2018 s.10"
#       ^^^^^^^^^^^^^^^ string law
  retention ?
#           ^ macro
  statutory-duty none because "x"
#                ^^^^ operator
  betwen police
# ^^^^^^ keyword
  note """
#      ^^^ string
    Long.
    """
}
"#,
    );
    let text = fixture.analysis.text("car.isa").expect("it");
    let tokens = fixture.analysis.tokens("car.isa", TextRange::new(0, text.len()));
    let named: Vec<(TextRange, String)> = tokens
        .iter()
        .map(|token| {
            let mut name = TOKENS[token.kind as usize].to_owned();
            for (bit, modifier) in sharewright::ide::MODIFIERS.iter().enumerate().filter(|(bit, _)| token.modifiers & (1 << bit) != 0) {
                assert!(bit < 2);
                name.extend([" ", modifier]);
            }
            (token.range, name)
        })
        .collect();
    for (name, _) in fixture.drawn("car.isa") {
        for place in fixture.all(&name) {
            // `agreement` begins at the margin, where no mark can be drawn.
            let found = named.iter().find(|(range, _)| range.start <= place.range.start && place.range.end <= range.end);
            assert_eq!(found.map(|(_, found)| found.as_str()), Some(name.as_str()), "{}", place.range.of(text));
        }
    }
    assert!(tokens.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "in order, and none over another");
    assert!(tokens.iter().all(|token| !token.range.of(text).contains('\n') && !token.range.is_empty()), "none goes over a line end");
    let part = fixture.analysis.tokens("car.isa", TextRange::new(text.find("power").expect("it"), text.find("retention").expect("it")));
    assert!(!part.is_empty() && part.len() < tokens.len());
}
