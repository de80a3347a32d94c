//! The law registers and the rules over them: whole, sourced, and no fact forgotten.

use sharewright::law::Law;
use sharewright::policy::{Cell, INSTRUMENTS, PROVISIONS, Register};
use sharewright::shipped;
use std::collections::{BTreeMap, BTreeSet};

const COVERAGE: &str = include_str!("law/coverage.toml");

fn register(name: &str) -> &'static Register {
    shipped::policy().register_named(name).expect("the register").1
}

fn texts<'a>(register: &'a Register, entry: &'a [Cell], column: &str) -> Vec<&'a str> {
    let column = register.column(column).unwrap_or_else(|| panic!("no column `{column}`"));
    entry[column as usize].texts().collect()
}

#[test]
fn every_consistency_rule_of_the_facts_is_checked_or_explained() {
    let coverage: BTreeMap<String, toml::Value> = toml::from_str(COVERAGE).expect("TOML");
    let policy = shipped::policy();
    let known: BTreeSet<&str> = policy.names().map(|(code, _)| code).collect();
    let mut faults = Vec::new();
    for number in 1..=76 {
        match coverage.get(&format!("R{number:02}")) {
            None => faults.push(format!("R{number:02} is not mentioned")),
            Some(toml::Value::String(why)) if why.split_whitespace().count() > 3 => {}
            Some(toml::Value::Array(codes)) if !codes.is_empty() => {
                let unknown = codes.iter().filter(|code| !code.as_str().is_some_and(|code| known.contains(code)));
                faults.extend(unknown.map(|code| format!("R{number:02} names {code}, which is no rule")));
            }
            Some(other) => faults.push(format!("R{number:02} says {other}")),
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_provision_can_be_cited_and_is_found() {
    let (provisions, instruments) = (register(PROVISIONS), register(INSTRUMENTS));
    let law = Law::new(shipped::policy());
    let mut faults = Vec::new();
    for (place, entry) in provisions.entries.iter().enumerate() {
        let id = texts(provisions, entry, "id")[0];
        let instrument = texts(provisions, entry, "instrument").first().copied().unwrap_or_default();
        let Some(of) = instruments.entries.iter().find(|row| texts(instruments, row, "id") == [instrument]) else {
            faults.push(format!("{id} belongs to `{instrument}`, which is no instrument"));
            continue;
        };
        let cite = texts(instruments, of, "cite").first().copied().unwrap_or_else(|| texts(instruments, of, "label")[0]);
        for unit in texts(provisions, entry, "units").into_iter().filter(|unit| unit.is_empty() || unit.contains('.')) {
            let text = format!("{cite} {unit}").replace("sch.", "Sch ").replace("art.", "Art ").replace("para.", "para ").replace("reg.", "reg ").replace("part.", "Part ").replace("annex.", "Annex ");
            let cited = law.cited(text.trim());
            if !cited.iter().any(|cited| cited.provisions.contains(&(place as u32))) {
                faults.push(format!("{id}: `{text}` leads to {cited:?}"));
            }
        }
    }
    assert!(provisions.entries.len() > 200, "the register is filled");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn words_of_the_register_are_words_of_the_language() {
    let provisions = register(PROVISIONS);
    let words = &shipped::policy().vocabulary.words;
    let mut faults = Vec::new();
    for (column, list) in [("relies", "party-kind"), ("towards", "party-kind"), ("barred", "party-kind"), ("data", "data-class"), ("purposes", "purpose-kind")] {
        let list = words.list(words.find(list).expect("the list"));
        for entry in provisions.entries.iter() {
            let unknown = texts(provisions, entry, column).into_iter().filter(|word| *word != "any" && !list.knows(word));
            faults.extend(unknown.map(|word| format!("{}: {column} says `{word}`", texts(provisions, entry, "id")[0])));
        }
    }
    for (column, known) in [
        ("kind", &["duty", "power", "prohibition", "exemption", "court-order", "common-law"][..]),
        ("strength", &["express", "implied", "none"]),
        ("override", &["no", "express", "necessary-implication", "public-interest-test", "depends", "unclear", "not-applicable"]),
        ("confidence", &["verified", "recalled"]),
        ("nations", &["england", "wales", "scotland", "northern-ireland"]),
    ] {
        for entry in provisions.entries.iter() {
            let unknown = texts(provisions, entry, column).into_iter().filter(|word| !known.contains(word));
            faults.extend(unknown.map(|word| format!("{}: {column} says `{word}`", texts(provisions, entry, "id")[0])));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_name_means_two_instruments_unless_a_year_is_missing() {
    let instruments = register(INSTRUMENTS);
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut faults = Vec::new();
    for entry in instruments.entries.iter() {
        let id = texts(instruments, entry, "id")[0];
        for name in ["label", "cite", "also"].into_iter().flat_map(|column| texts(instruments, entry, column)) {
            if let Some(other) = seen.insert(name.to_lowercase(), id).filter(|other| *other != id) {
                faults.push(format!("`{name}` is {other} and {id}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
