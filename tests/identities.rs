//! The guard against identities: a thousand files with one planted in each, a thousand without, and every way in which the tool speaks.

#[path = "identities/planted.rs"]
mod planted;
#[path = "identities/random.rs"]
mod random;
#[path = "identities/records.rs"]
mod records;

use planted::{check_digit, ten_digits};
use random::Random;
use records::{Record, clean, records};
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

const DAY: [&str; 2] = ["--as-of", "2026-11-21"];

/// Every way in which the tool tells of files.
const OUTPUTS: [&[&str]; 10] = [
    &["lint", "--format", "short", "--each"],
    &["lint", "--format", "rich"],
    &["lint", "--format", "rich", "--color", "always", "--each"],
    &["lint", "--format", "narrated"],
    &["lint", "--format", "json"],
    &["checklist", "--format", "table"],
    &["checklist", "--format", "markdown"],
    &["checklist", "--format", "json"],
    &["law", "check"],
    &["impact", "--since", "2000-01-01"],
];

fn folder<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (path, text) in files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().expect("a folder around the file")).expect("a folder is made");
        fs::write(place, text).expect("a file is written");
    }
    folder
}

/// Both outputs of a run.
fn run(folder: &Path, arguments: &[&str]) -> (String, String) {
    let ran = Command::new(env!("CARGO_BIN_EXE_sharewright")).current_dir(folder).args(arguments).args(DAY).arg(".").output().expect("the tool runs");
    (String::from_utf8(ran.stdout).expect("UTF-8"), String::from_utf8(ran.stderr).expect("UTF-8"))
}

fn findings(folder: &Path) -> Vec<Value> {
    let (out, _) = run(folder, &["lint", "--format", "json"]);
    let report: Value = serde_json::from_str(&out).expect("the output is JSON");
    report["findings"].as_array().expect("findings").clone()
}

fn is_identity(finding: &Value) -> bool {
    finding["code"].as_str().is_some_and(|code| code.starts_with("IDN"))
}

fn planted_in(records: &[Record]) -> TempDir {
    folder(records.iter().map(|record| (record.path.as_str(), record.text.as_str())))
}

/// Letters and digits only, so that a line that is broken elsewhere hides nothing.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
}

/// Secrets by their first letters and digits, so that a long report is searched for all of them in one go.
struct Secrets<'s>(HashMap<[u8; START], Vec<(&'s str, String)>>);

/// How many letters and digits each has at least.
const START: usize = 6;

impl<'s> Secrets<'s> {
    fn new(secrets: impl Iterator<Item = &'s String>) -> Self {
        let mut known: HashMap<_, Vec<_>> = HashMap::new();
        for secret in secrets {
            let bare = plain(secret);
            known.entry(bare.as_bytes()[..START].try_into().expect("a secret is long enough")).or_default().push((secret.as_str(), bare));
        }
        Secrets(known)
    }

    /// A secret that a report shows. A few digits without what stands between them may be anything, so they are asked for as they are.
    fn shown_in(&self, report: &str) -> Option<&'s str> {
        let plain = plain(report);
        let shown = plain.as_bytes();
        let starts = shown.windows(START).enumerate().filter_map(|(at, start)| Some((at, self.0.get(start)?)));
        let mut met = starts.flat_map(|(at, secrets)| secrets.iter().filter(move |(_, bare)| shown[at..].starts_with(bare.as_bytes())));
        met.find(|(secret, bare)| bare.len() > 8 || bare.contains(char::is_alphabetic) || report.contains(secret)).map(|(secret, _)| *secret)
    }
}

#[test]
fn every_kind_says_how_to_answer_where_nothing_was_saved() {
    let policy = sharewright::shipped::policy();
    let codes: Vec<&str> = policy.rows("identities").filter_map(|row| row.text("code")).collect();
    assert_eq!(codes.len(), 9);
    for code in codes {
        let instead = sharewright::lint::answer_instead(policy, code);
        assert!(instead.ends_with('.') && !instead.contains("Version control") && !instead.contains("Tell "), "{code}: {instead}");
    }
}

#[test]
fn a_secret_is_met_wherever_it_is_shown() {
    let hidden = ["943 476 5919", "12/03/1980", "Mr Quill"].map(str::to_owned);
    let secrets = Secrets::new(hidden.iter());
    assert_eq!(secrets.shown_in("it is 9434765919!"), Some("943 476 5919"));
    assert_eq!(secrets.shown_in("about 943\n  476 5919"), Some("943 476 5919"));
    assert_eq!(secrets.shown_in("MR QUILL, 12/03/1980"), Some("Mr Quill"));
    assert_eq!(secrets.shown_in("it was on 12/03/1980"), Some("12/03/1980"));
    assert_eq!(secrets.shown_in("12.03.1980 *** *** 5919, Mr Q"), None);
}

#[test]
fn a_thousand_planted_identities_are_all_found() {
    let records = records(1);
    let folder = planted_in(&records);
    let all = findings(folder.path());
    let mut missed = Vec::new();
    for record in &records {
        let found: Vec<&Value> = all.iter().filter(|finding| is_identity(finding) && finding["place"]["file"] == record.path).collect();
        let covers = |finding: &&&Value| {
            let at = |field: &str| finding["place"][field].as_u64().expect("a number") as usize;
            finding["code"] == record.planted.code && record.planted.secrets.iter().all(|secret| record.text[at("start")..at("end")].contains(secret.as_str()))
        };
        // A name with a date is two identities where a reference belongs.
        let others = found.iter().filter(|finding| finding["code"] != record.planted.code && finding["code"] != "IDN-06").count();
        if found.iter().filter(covers).count() != record.text.matches(&record.planted.text).count() || others > 0 {
            missed.push(format!("{} in\n{}found {found:#?}", record.planted.text, record.text));
        }
    }
    assert!(missed.is_empty(), "{} are missed; the first:\n{}", missed.len(), missed[0]);
}

#[test]
fn no_output_shows_a_planted_identity_or_depends_on_it() {
    let (records, others) = (records(1), records(777_777));
    let (one, other) = (planted_in(&records), planted_in(&others));
    assert!(records.iter().zip(&others).filter(|(one, other)| one.planted.text != other.planted.text).count() > 980, "the two differ");
    let secrets = Secrets::new(records.iter().chain(&others).flat_map(|record| &record.planted.secrets));
    for arguments in OUTPUTS {
        let (told, too) = (run(one.path(), arguments), run(other.path(), arguments));
        assert!(told.0.lines().count() > 30, "{arguments:?} tells something: {}", told.1);
        assert_eq!(secrets.shown_in(&format!("{}{}", told.0, told.1)), None, "{arguments:?}");
        // The same files with other identities give the same bytes, so no report says anything about them, fingerprints included.
        let differs = told.0.lines().zip(too.0.lines()).find(|(one, other)| one != other);
        assert!(told == too, "{arguments:?} depends on what is hidden: {differs:?}");
    }
}

#[test]
fn a_thousand_clean_files_have_no_identity() {
    let files = clean();
    let folder = folder(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let found: Vec<Value> = findings(folder.path()).into_iter().filter(is_identity).collect();
    let first = found.first().map(|finding| {
        let text = &files.iter().find(|(path, _)| finding["place"]["file"] == path.as_str()).expect("the file").1;
        format!("{finding:#}\nin\n{text}")
    });
    assert!(found.is_empty(), "{} are found; the first: {}", found.len(), first.unwrap_or_default());
}

#[test]
fn the_examples_hold_no_identity() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let all = findings(&root);
    assert!(all.len() > 100, "the examples are judged");
    assert_eq!(all.into_iter().filter(is_identity).collect::<Vec<_>>(), Vec::<Value>::new());
}

fn one(text: &str) -> Vec<Value> {
    findings(folder([("one.disclosure", text)]).path()).into_iter().filter(is_identity).collect()
}

fn in_comments(texts: impl IntoIterator<Item = String>) -> Vec<Value> {
    one(&texts.into_iter().fold("disclosure d \"D\" {\n  person \"case 2026-014\"\n}\n".to_owned(), |file, text| format!("{file}# {text}\n")))
}

#[test]
fn every_number_with_its_check_digit_is_found_and_none_with_another_digit() {
    let mut random = Random::new(99);
    let numbers: Vec<String> = (0..90).map(|_| ten_digits(&mut random, |random| random.digits(1))).collect();
    assert_eq!(in_comments(numbers.clone()).len(), numbers.len());
    let changed = numbers.iter().flat_map(|number| {
        let place = random.between(0, 9) as usize;
        let old = number.as_bytes()[place] - b'0';
        let new = (u32::from(old) + random.between(1, 9)) % 10;
        let changed = format!("{}{new}{}", &number[..place], &number[place + 1..]);
        assert_ne!(check_digit(&changed[..9]).map(|check| check.to_string()).as_deref(), Some(&changed[9..]));
        [changed.clone(), format!("{} {} {}", &changed[..3], &changed[3..6], &changed[6..])]
    });
    assert_eq!(in_comments(changed.collect::<Vec<_>>()), Vec::<Value>::new());
}

#[test]
fn a_used_file_shows_nothing_in_the_findings_of_another() {
    let shared = "party trust \"Trust of 943 476 5919\" {\n  kind nhs-provider\n  contact d-9434765919 \"Desk\" {\n  }\n}\n";
    let agreement = "use \"shared.isa\"\nuse \"for/9434765919/gone.isa\"\nagreement a \"A\" {\n  between trust\n  owner trust.d-9434765918\n  flow f \"F\" {\n    from trust\n  }\n}\n";
    let folder = folder([("shared.isa", shared), ("a.isa", agreement)]);
    for arguments in OUTPUTS {
        let (out, err) = run(folder.path(), arguments);
        assert!(!plain(&out).contains("9434765919") && !plain(&err).contains("9434765919"), "{arguments:?}: {out}{err}");
    }
    let places: Vec<(String, u64)> = findings(folder.path())
        .iter()
        .filter(|finding| is_identity(finding))
        .map(|finding| (finding["place"]["file"].as_str().expect("a file").to_owned(), finding["place"]["line"].as_u64().expect("a line")))
        .collect();
    assert_eq!(places, [("a.isa".to_owned(), 2), ("shared.isa".to_owned(), 1), ("shared.isa".to_owned(), 3)]);
}

#[test]
fn what_is_hidden_moves_nothing() {
    let text = "disclosure d \"D\" {\n  person \"Mr Zoë Quibell-Łuć, born 12/03/1980\" nonsense\n}\n";
    let folder = folder([("one.disclosure", text)]);
    let all = findings(folder.path());
    let nonsense = all.iter().find(|finding| finding["headline"].as_str().is_some_and(|headline| headline.contains("nonsense"))).expect("it is told");
    let before = text.lines().nth(1).expect("a line").split("nonsense").next().expect("what is before");
    assert_eq!(nonsense["place"]["column"], before.chars().count() + 1);
    assert_eq!(nonsense["place"]["start"], text.find("nonsense").expect("it is there"));
    let (rich, _) = run(folder.path(), &["lint"]);
    let at = rich.lines().position(|line| line.contains("nonsense") && line.contains('|')).expect("the line is drawn");
    let lines: Vec<&str> = rich.lines().skip(at).take(2).collect();
    assert!(lines[0].ends_with("person \"** **\u{B7} *******-\u{B7}*\u{B7}, born **/**/****\" nonsense"), "{lines:#?}");
    // The first finding of the line is about the name, and its marks stand below the name.
    let column = |line: &str, part: &str| line[..line.find(part).expect("it is there")].chars().count();
    assert_eq!((column(lines[0], "**"), column(lines[1], "^^")), (column(lines[1], "^^"), column(lines[0], "**")));
    assert_eq!(lines[1].matches('^').count(), "Mr Zoë Quibell-Łuć".chars().count());
}

#[test]
fn contacts_may_be_waived_and_numbers_may_not() {
    let agreement = |rule: &str| {
        format!(
            "party trust \"T\" {{\n}}\nagreement a \"A\" {{\n  between trust\n  note \"The desk: 01632 960001.\"\n  note \"943 476 5919\"\n  waive {rule} because \"It is an office.\" owner trust until 2027-01-01\n}}\n"
        )
    };
    let told = |rule: &str| {
        let (out, _) = run(folder([("a.isa", agreement(rule).as_str())]).path(), &["lint", "--format", "short", "--each"]);
        ["IDN-01", "IDN-08", "WAI-03", "WAI-04"].map(|code| out.lines().any(|line| line.contains(&format!("error[{code}]: "))))
    };
    assert_eq!(told("IDN-08"), [true, false, false, false]);
    assert_eq!(told("phone-number-in-text"), [true, false, false, false]);
    assert_eq!(told("IDN-01"), [true, true, false, true]);
    assert_eq!(told("nhs-number-in-text"), [true, true, false, true]);
    assert_eq!(told("idn-99"), [true, true, true, false]);
}

#[test]
fn a_long_list_is_told_in_a_page_and_hidden_whole() {
    let mut random = Random::new(5);
    let numbers: Vec<String> = (0..300).map(|_| ten_digits(&mut random, |random| random.digits(1))).collect();
    let found = in_comments(numbers);
    assert_eq!(found.len(), 100);
    assert!(found[99]["notes"][0].as_str().is_some_and(|note| note.starts_with("200 more ")), "{}", found[99]);
}

#[test]
fn a_keyword_that_is_misspelt_in_a_register_stops_the_packs() {
    let pack = "[register]\nname = \"contact-fields\"\nabout = \"Ours.\"\ncolumns = { id = \"word\", keyword = \"word\", part = \"word\", holds = \"words\" }\n[[entry]]\nid = \"x\"\nkeyword = \"emial\"\npart = \"values\"\nholds = [\"phone\"]\nsource = \"us\"\nconfidence = \"recalled\"\n";
    let told = |pack: &str| run(folder([("a.isa", "party p \"P\" {\n}\n"), ("packs/x.toml", pack)]).path(), &["lint", "--packs", "packs"]).1;
    assert!(told(pack).contains("no keyword has the id `emial`") && told(pack).contains("Did you mean `email`?"));
    let wrong_part = told(&pack.replace("emial", "channel").replace("\"values\"", "\"form\""));
    assert!(wrong_part.contains("`channel` has no part `form`") && wrong_part.contains("Did you mean `from`?"), "{wrong_part}");
}
