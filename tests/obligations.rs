//! Every demand that the guides make on a disclosure is judged by a rule, or the list says why a file cannot show it.

use serde::Deserialize;
use sharewright::shipped;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

#[derive(Deserialize)]
struct Coverage {
    row: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    severity: String,
    rules: Vec<String>,
    reason: Option<String>,
}

fn coverage() -> Vec<Row> {
    toml::from_str::<Coverage>(include_str!("disclosures/coverage.toml")).expect("the coverage reads").row
}

/// Codes with the documents of their bad and good examples.
fn rules() -> BTreeMap<String, String> {
    let (policy, texts) = (shipped::policy(), shipped::texts());
    let named = |overlay: &str| overlay.lines().find_map(|line| line.split_whitespace().nth(1).filter(|_| !line.starts_with([' ', '#']))).unwrap_or("").to_owned();
    let of_rules = policy.rules().zip(texts.rules.iter()).map(|(rule, text)| (rule.code.to_string(), named(&text.bad.text)));
    let of_questions = policy.questions().zip(texts.questions.iter()).map(|(question, text)| (question.code.to_string(), named(&text.bad.text)));
    of_rules.chain(of_questions).collect()
}

#[test]
fn every_row_has_a_rule_or_a_reason() {
    let rules = rules();
    let rows = coverage();
    assert!(rows.len() > 200, "the rows are read: {}", rows.len());
    let mut ids = BTreeSet::new();
    for row in &rows {
        assert!(ids.insert(&row.id), "{} is there twice", row.id);
        assert!(matches!(row.severity.as_str(), "error" | "warning" | "advice"), "{}", row.id);
        assert_eq!(row.rules.is_empty(), row.reason.is_some(), "{}: rules, or the reason why there is none", row.id);
        for code in &row.rules {
            assert!(rules.contains_key(code), "{}: no rule has the code {code}", row.id);
        }
    }
}

/// The catalogue itself lies beside the project where the project is developed.
#[test]
fn no_row_of_the_catalogue_is_forgotten() {
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/facts/obligations.md");
    let Ok(text) = std::fs::read_to_string(catalogue) else {
        println!("skipped: the catalogue does not lie beside this project");
        return;
    };
    let covered: BTreeMap<String, String> = coverage().into_iter().map(|row| (row.id, row.severity)).collect();
    let mut seen = 0;
    for line in text.lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let Some(id) = cells.get(1).filter(|id| ["POL-", "ONE-", "OPT-", "MPS-", "HCPC-"].iter().any(|family| id.starts_with(family))) else { continue };
        let severity = cells[cells.len() - 2];
        if !matches!(severity, "error" | "warning" | "advice") {
            continue;
        }
        seen += 1;
        assert_eq!(covered.get(*id).map(String::as_str), Some(severity), "{id}");
    }
    assert_eq!(seen, covered.len(), "and no row is invented");
}

/// `UPDATE=1 cargo test --test obligations` writes the table anew.
#[test]
fn the_table_in_the_documentation_is_current() {
    let rules = rules();
    let mut table = String::from(
        "# Which rule judges which demand on a disclosure\n\n<!-- Made from tests/disclosures/coverage.toml -->\n\nGenerated from `tests/disclosures/coverage.toml`; a test keeps it true. The rows are those of the project's catalogue of what the guides demand:\nPOL the national guidance on giving information to the police, ONE the questions on single disclosures, OPT, MPS and HCPC the guides of three\nprofessions. *Example* is the record over which the examples of the first rule are laid; `sharewright explain CODE` shows them.\n\n| row | weight | rules | example |\n|---|---|---|---|\n",
    );
    for row in coverage() {
        let example = row.rules.first().and_then(|code| rules.get(code)).map_or_else(String::new, |name| format!("`{name}`"));
        let said = row.reason.unwrap_or_else(|| row.rules.join(", "));
        let _ = writeln!(table, "| {} | {} | {said} | {example} |", row.id, row.severity);
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/disclosures-coverage.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &table).expect("written");
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), table, "run UPDATE=1 cargo test --test obligations");
}
