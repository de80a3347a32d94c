//! The law registers and the rules over them: whole, sourced, and no fact forgotten.

use sharewright::law::Law;
use sharewright::lint::{Checked, Judge, judge};
use sharewright::model::{Parsed, lower, visible};
use sharewright::policy::{Cell, INSTRUMENTS, PROVISIONS, Register};
use sharewright::shipped;
use sharewright::source::SourceFile;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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

/// Rules that judge whether a provision may be cited as the authority for a flow.
const AUTHORITY: [&str; 23] = [
    "LAW-29", "LAW-34", "LAW-35", "LAW-36", "LAW-37", "LAW-38", "LAW-40", "LAW-41", "LAW-42", "LAW-43", "LAW-44", "LAW-45", "LAW-46", "LAW-47", "LAW-49", "LAW-51", "LAW-52", "LAW-54", "LAW-55",
    "LAW-56", "LAW-57", "LAW-73", "LAW-77",
];

/// Rules that ask for more than a trial says; each has a good and a bad example of its own that cites the provision.
const OWN_EXAMPLES: [&str; 6] = ["LAW-34", "LAW-40", "LAW-42", "LAW-43", "LAW-45", "LAW-47"];

/// Gateways of which no use can be refused, and why.
const OPEN_TO_ALL: [(&str, &str); 7] = [
    ("cda-1998-s17a-regs", "the Regulations say what section 17A says; LAW-35 judges the section"),
    ("dvds-common-law", "it is cited as the common law of policing, which is tried"),
    ("court-order", "an order binds whom it names, which the register cannot know"),
    ("hfea-1990-s33a", "a bar, recalled: nothing is shared under it"),
    ("common-law-public-interest", "a ground in confidence, which LAW-31 and LEG-12 judge"),
    ("dpa-2018-s170-s171", "offences, recalled: nothing is shared under them"),
    ("dea-2017-s35", "who is specified stands in regulations that were not read"),
];

/// A text by itself, judged on a day.
fn judged(text: &str, today: jiff::civil::Date) -> Checked {
    let policy = shipped::policy();
    let parsed = Arc::new(Parsed::new(Arc::new(SourceFile::new("trial.isa", text))));
    let model = lower(&policy.vocabulary, vec![parsed], &visible(&[("trial.isa", text)]));
    judge(&Judge { policy, texts: shipped::texts(), law: &Law::new(policy), today, footing: false }, &model)
}

/// A flow that rests on a provision, as it is to be tried.
#[derive(Clone, Debug)]
struct Trial {
    sender: String,
    receiver: String,
    class: String,
    purpose: String,
    nation: String,
    effective: String,
    power: String,
    beside: bool,
    because: bool,
}

impl Trial {
    fn text(&self) -> String {
        let because = if self.because { " because \"Read by legal services.\"" } else { "" };
        let beside = if self.beside { "power \"NHS Act 2006 s.43\" as function\n" } else { "" };
        format!(
            "party a \"A\" {{\n kind {}\n}}\nparty b \"B\" {{\n kind {}\n}}\nitem x \"X\" {{\n class {}\n}}\npurpose p \"P\" {{\n kind {}\n}}\nagreement t \"T\" {{\n between a, b\n jurisdiction {}\n effective {}\n flow f \"F\" {{\n  from a\n  to b\n  shares x\n  for p\n  discloser {{\n   regime uk-gdpr\n   power \"{}\" as power{because}\n   {beside}  }}\n }}\n}}\n",
            self.sender, self.receiver, self.class, self.purpose, self.nation, self.effective, self.power
        )
    }

    /// The rules of authority that fire.
    fn fires(&self, day: jiff::civil::Date) -> Vec<String> {
        let text = self.text();
        let checked = judged(&text, day);
        assert!(checked.problems.iter().all(|problem| !problem.code.starts_with("SYN")), "{text}\n{:?}", checked.problems);
        let mut codes: Vec<String> = checked.findings().into_iter().map(|finding| finding.code.to_string()).filter(|code| AUTHORITY.contains(&code.as_str())).collect();
        codes.sort();
        codes.dedup();
        codes
    }
}

/// A word of a list that falls under one of some words of the register.
fn narrow(list: &str, wanted: &[&str], otherwise: &str) -> String {
    let words = &shipped::policy().vocabulary.words;
    let list = words.list(words.find(list).expect("the list"));
    let fits = list.words.iter().find(|word| wanted.iter().any(|wanted| word.is(wanted)));
    if wanted.contains(&"any") { otherwise.to_owned() } else { fits.map_or_else(|| otherwise.to_owned(), |word| word.id.to_string()) }
}

#[test]
fn every_gateway_has_a_use_that_passes_and_one_that_does_not() {
    let provisions = register(PROVISIONS);
    let today = jiff::civil::date(2026, 11, 21);
    let mut faults = Vec::new();
    let mut count = 0;
    for entry in provisions.entries.iter() {
        let all = |column: &str| texts(provisions, entry, column);
        if all("role") != ["gateway"] {
            continue;
        }
        count += 1;
        let id = all("id")[0];
        let nation = all("nations").first().copied().unwrap_or("england").to_owned();
        let good = Trial {
            sender: narrow("party-kind", &all("relies"), "nhs-trust"),
            receiver: narrow("party-kind", &all("towards"), "police-force"),
            class: narrow("data-class", &all("data"), "personal"),
            purpose: narrow("purpose-kind", &all("purposes"), "safeguarding"),
            nation,
            effective: "2026-11-01".to_owned(),
            power: all("label")[0].to_owned(),
            beside: true,
            because: true,
        };
        let passes = good.fires(today);
        let base = Trial { because: false, beside: false, ..good.clone() };
        let mut tries = vec![base.clone()];
        for kind in ["charity", "supplier", "school", "police-force", "nhs-trust", "insurer", "district-council"] {
            tries.push(Trial { sender: kind.to_owned(), ..base.clone() });
            tries.push(Trial { receiver: kind.to_owned(), ..base.clone() });
        }
        for nation in ["england", "wales", "scotland", "northern-ireland"] {
            tries.push(Trial { nation: nation.to_owned(), ..base.clone() });
        }
        for class in ["health", "anonymous", "criminal-offence"] {
            tries.push(Trial { class: class.to_owned(), ..base.clone() });
        }
        for purpose in ["investigation", "direct-care", "housing", "counter-fraud"] {
            tries.push(Trial { purpose: purpose.to_owned(), ..base.clone() });
        }
        tries.push(Trial { effective: "1990-01-01".to_owned(), ..base.clone() });
        let caught = tries.iter().map(|trial| trial.fires(today)).find(|codes| codes.iter().any(|code| !passes.contains(code)));
        let own = passes.iter().all(|code| OWN_EXAMPLES.contains(&code.as_str()));
        if caught.is_none() && passes.is_empty() && !OPEN_TO_ALL.iter().any(|(known, _)| *known == id) {
            faults.push(format!("{id}: no use of it is refused; the good use fires {passes:?}"));
        } else if !own {
            faults.push(format!("{id}: its good use fires {passes:?}\n{}", good.text()));
        }
    }
    assert!(count >= 82, "all gateways are tried: {count}");
    assert!(faults.is_empty(), "{} of {count}\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_superseded_provision_is_sound_before_its_day_and_told_after_it() {
    let provisions = register(PROVISIONS);
    let until = provisions.column("until").expect("days");
    let mut faults = Vec::new();
    let mut count = 0;
    for entry in provisions.entries.iter() {
        let all = |column: &str| texts(provisions, entry, column);
        let Cell::Date(year, month, day) = entry[until as usize] else { continue };
        if all("role") != ["superseded"] {
            continue;
        }
        count += 1;
        let ended = jiff::civil::date(year, month, day);
        let before = ended.yesterday().expect("a day before");
        let text = |day: jiff::civil::Date| {
            format!(
                "party a \"A\" {{\n kind nhs-trust\n}}\nparty b \"B\" {{\n kind police-force\n}}\nagreement t \"T\" {{\n between a, b\n effective {day}\n flow f \"F\" {{\n  from a\n  to b\n  discloser {{\n   basis \"{0}\"\n   power \"{0}\"\n  }}\n }}\n}}\n",
                all("label")[0]
            )
        };
        let told = |effective: jiff::civil::Date, today: jiff::civil::Date| {
            let checked = judged(&text(effective), today);
            checked.findings().into_iter().any(|finding| matches!(finding.code.as_str(), "LAW-54" | "LAW-78" | "CHK-Q04.6" | "TERM-01"))
        };
        let id = all("id")[0];
        if told(before, before) {
            faults.push(format!("{id} is told on {before}, while it was law"));
        }
        if !told(ended, jiff::civil::date(2026, 11, 21)) {
            faults.push(format!("{id} is not told today ({})", all("confidence")[0]));
        }
    }
    assert!(count >= 20, "superseded law is tried: {count}");
    assert!(faults.is_empty(), "{} of {count}\n{}", faults.len(), faults.join("\n"));
}

/// A flow with its whole legal footing at the discloser, of which one statement may be exchanged.
#[derive(Clone, Copy)]
struct Footing {
    sender: &'static str,
    class: &'static str,
    regime: &'static str,
    basis: &'static str,
    condition: &'static str,
}

impl Footing {
    /// The rules on the law and on questions 4, 8 and 9 that fire.
    fn fires(self, day: jiff::civil::Date) -> BTreeSet<String> {
        self.fires_with(self.basis, self.condition, day)
    }

    /// The same with another basis or condition in the place of its own.
    fn fires_with(self, basis: &str, condition: &str, day: jiff::civil::Date) -> BTreeSet<String> {
        let Footing { sender, class, regime, .. } = self;
        judged_law(sender, class, &format!("regime {regime}\n   policy-document \"APD-04, version 3\"\n   {basis}\n   {condition}"), day)
    }
}

/// The rules on the law and on questions 4, 8 and 9 that fire where a discloser says something of its footing.
fn judged_law(sender: &str, class: &str, footing: &str, day: jiff::civil::Date) -> BTreeSet<String> {
    let text = format!(
        "party a \"A\" {{\n kind {sender}\n}}\nparty b \"B\" {{\n kind police-force\n}}\nitem x \"X\" {{\n class {class}\n}}\npurpose p \"P\" {{\n kind safeguarding\n}}\nagreement t \"T\" {{\n between a, b\n jurisdiction england\n effective 2026-11-01\n flow f \"F\" {{\n  from a\n  to b\n  shares x\n  for p\n  discloser {{\n   {footing}\n  }}\n }}\n}}\n"
    );
    let checked = judged(&text, day);
    assert!(checked.problems.iter().all(|problem| !problem.code.starts_with("SYN")), "{text}\n{:?}", checked.problems);
    let is_meant = |code: &str| ["LAW-", "CHK-Q04", "CHK-Q08", "CHK-Q09"].iter().any(|start| code.starts_with(start));
    checked.findings().into_iter().map(|finding| finding.code.to_string()).filter(|code| is_meant(code)).collect()
}

/// Whole footings, in each of which a statement is exchanged for the one that is tried.
const WHOLE: [Footing; 4] = [
    Footing { sender: "nhs-trust", class: "health", regime: "uk-gdpr", basis: "basis \"UK GDPR Art 6(1)(e)\"", condition: "condition \"UK GDPR Art 9(2)(g)\" with \"DPA 2018 Sch 1 para 18\"" },
    Footing { sender: "nhs-trust", class: "criminal-offence", regime: "uk-gdpr", basis: "basis \"UK GDPR Art 6(1)(e)\"", condition: "offence-condition \"DPA 2018 Sch 1 para 10\"" },
    Footing { sender: "charity", class: "health", regime: "uk-gdpr", basis: "basis \"UK GDPR Art 6(1)(f)\"", condition: "condition \"UK GDPR Art 9(2)(g)\" with \"DPA 2018 Sch 1 para 18\"" },
    Footing { sender: "police-force", class: "health", regime: "law-enforcement", basis: "basis \"DPA 2018 s.35(2)(b)\"", condition: "condition \"DPA 2018 Sch 8 para 1\"" },
];

#[test]
fn every_basis_and_condition_fits_somewhere_and_is_refused_elsewhere() {
    let provisions = register(PROVISIONS);
    let today = jiff::civil::date(2026, 11, 21);
    let mut faults = Vec::new();
    let mut count = 0;
    for entry in provisions.entries.iter() {
        let all = |column: &str| texts(provisions, entry, column);
        if !["basis", "condition", "schedule-1", "schedule-8", "annex-1"].contains(&all("role")[0]) {
            continue;
        }
        count += 1;
        let (mut fits, mut refused) = (false, false);
        for whole in WHOLE {
            let sound = whole.fires(today);
            let cite = all("label")[0];
            let mut tries = vec![(format!("basis \"{cite}\""), whole.condition.to_owned())];
            tries.push((whole.basis.to_owned(), format!("condition \"{cite}\"")));
            tries.push((whole.basis.to_owned(), format!("offence-condition \"{cite}\"")));
            tries.push((whole.basis.to_owned(), format!("condition \"{cite}\" with \"DPA 2018 Sch 1 para 18\"")));
            tries.push((format!("basis \"UK GDPR Art 6(1)(ea)\", \"{cite}\""), whole.condition.to_owned()));
            for article in ["b", "g", "h", "i", "j"] {
                tries.push((whole.basis.to_owned(), format!("condition \"UK GDPR Art 9(2)({article})\" with \"{cite}\"")));
            }
            for (basis, condition) in tries {
                let fired = whole.fires_with(&basis, &condition, today);
                refused |= !fired.is_subset(&sound);
                fits |= fired.is_subset(&sound);
            }
        }
        if !fits {
            faults.push(format!("{}: it fits nowhere", all("id")[0]));
        }
        if !refused {
            faults.push(format!("{}: it is refused nowhere", all("id")[0]));
        }
    }
    assert!(count >= 60, "all bases and conditions are tried: {count}");
    assert!(faults.is_empty(), "{} of {count}\n{}", faults.len(), faults.join("\n"));
}
