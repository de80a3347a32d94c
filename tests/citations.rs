//! How law is cited, and what each spelling means: `tests/citations/corpus.tsv`, a line a spelling, that a lawyer can review. The
//! expected column says `INSTRUMENT PINPOINT` for each provision, with ` ~` where the name is not quite right, or what is wrong.

use proptest::prelude::*;
use sharewright::law::{Cited, Fault, Law};
use sharewright::policy::INSTRUMENTS;
use sharewright::shipped;
use std::sync::LazyLock;

static LAW: LazyLock<Law<'static>> = LazyLock::new(|| Law::new(shipped::policy()));

const CORPUS: &str = include_str!("citations/corpus.tsv");

fn lines() -> impl Iterator<Item = (&'static str, &'static str)> {
    CORPUS.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).map(|line| line.split_once('\t').expect("a tab parts the text and what it means"))
}

/// What was found, in the words of the corpus.
fn told(cited: &Cited) -> String {
    let (_, instruments) = shipped::policy().register_named(INSTRUMENTS).expect("the register of instruments");
    let id = instruments.column("id").expect("ids");
    match (&cited.fault, cited.instrument) {
        (Some(Fault::Unknown), _) => "!unknown".to_owned(),
        (Some(Fault::Malformed), _) => "!malformed".to_owned(),
        (Some(Fault::Ambiguous(_)), _) | (_, None) => "!ambiguous".to_owned(),
        (_, Some(instrument)) => {
            let name = instruments.entry(instrument)[id as usize].texts().next().unwrap_or_default();
            format!("{name} {}", cited.pinpoint).trim_end().to_owned()
        }
    }
}

#[test]
fn every_spelling_means_what_a_lawyer_says() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (text, wanted) in lines() {
        count += 1;
        let cited = LAW.cited(text);
        let mark = if cited.iter().any(|cited| matches!(cited.fault, Some(Fault::Misnamed))) { " ~" } else { "" };
        let found = cited.iter().map(told).collect::<Vec<_>>().join("; ") + mark;
        if found != wanted.trim() {
            wrong.push(format!("{text}\n    wanted {wanted}\n    found  {found}"));
        }
    }
    assert!(count >= 400, "the corpus has {count} spellings");
    assert!(wrong.is_empty(), "{} of {count} spellings mean something else:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_usual_form_means_the_same() {
    for (text, _) in lines() {
        for cited in LAW.cited(text).iter().filter(|cited| cited.instrument.is_some()) {
            let usual = LAW.canonical(cited);
            let again = LAW.cited(&usual);
            assert_eq!(again.len(), 1, "`{usual}` of `{text}`: {again:?}");
            assert_eq!((again[0].instrument, &again[0].pinpoint), (cited.instrument, &cited.pinpoint), "`{usual}` of `{text}`");
            assert_eq!(again[0].fault, None, "`{usual}` of `{text}`");
        }
    }
}

/// Text that looks like law, and text that does not.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("s.".to_owned()),
        Just("ss".to_owned()),
        Just("Art 6(1)".to_owned()),
        Just("(e)".to_owned()),
        Just("Sch".to_owned()),
        Just("para".to_owned()),
        Just("of the".to_owned()),
        Just("Care Act 2014".to_owned()),
        Just("Act 1998".to_owned()),
        Just(";".to_owned()),
        Just("\u{2013}".to_owned()),
        Just("999".to_owned()),
        Just("XVIII".to_owned()),
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn any_text_is_read(text in texts()) {
            for cited in LAW.cited(&text).iter() {
            prop_assert!(text.get(cited.range.clone()).is_some(), "the range lies in the text");
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        prop_assert!(text.trim().is_empty() || !LAW.cited(&text).is_empty(), "something is said of every text");
    }
}
