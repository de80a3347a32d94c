//! How little room the work needs: a thread with a small stack, and the deepest text that is read.

use super::whole::{EVERYTHING, report};
use sharewright::policy::{PackFile, compile};
use sharewright::shipped;
use sharewright::syntax::{MAX_DEPTH, NO_STATEMENT, parse};
use std::thread;

fn in_a_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    thread::Builder::new().stack_size(1024 * 1024).spawn(work).expect("a thread").join().expect("a mebibyte is enough")
}

/// Blocks in blocks: some that may stand there, some that may not.
fn nested(depth: usize) -> String {
    let heads = ["agreement a \"A\" {\n", "flow f \"F\" {\n", "discloser {\n", "party p \"P\" {\n", "contact c \"C\" {\n", "zzz z \"Z\" {\n"];
    let opened: String = (0..depth).map(|level| heads[level % heads.len()]).collect();
    format!("{opened}kind council\n{}", "}\n".repeat(depth))
}

#[test]
fn the_deepest_nesting_fits_in_a_small_stack() {
    let told = in_a_small_stack(|| report(&nested(MAX_DEPTH)));
    assert!(told.iter().any(|text| text.contains("SYN-10")));
    assert!(!told.iter().any(|text| text.contains("SYN-06")));
}

#[test]
fn deeper_nesting_is_refused_and_fits_too() {
    for depth in [MAX_DEPTH + 1, 1_000, 20_000] {
        let told = in_a_small_stack(move || report(&nested(depth)));
        assert!(told.iter().any(|text| text.contains("SYN-06")), "{depth} levels");
    }
}

#[test]
fn the_deepest_statement_knows_its_blocks() {
    let text = nested(MAX_DEPTH);
    let tree = parse(&text);
    assert_eq!(tree.problems, []);
    let mut at = tree.statements.len() as u32 - 1;
    let mut depth = 0;
    while tree.statements[at as usize].parent != NO_STATEMENT {
        at = tree.statements[at as usize].parent;
        depth += 1;
    }
    assert_eq!(depth, MAX_DEPTH);
}

#[test]
fn the_complete_example_fits_in_a_small_stack() {
    for file in EVERYTHING.iter() {
        assert!(!in_a_small_stack(|| report(&file.text)).is_empty());
    }
}

#[test]
fn long_statements_fit_in_a_small_stack() {
    let told = in_a_small_stack(|| {
        let names = vec!["police"; 20_000].join(", ");
        let party = "party police \"P\" {\n}\n";
        let ladder = " else public-interest".repeat(5_000);
        let path = vec!["a"; 5_000].join(".");
        report(&format!("{party}agreement a \"A\" {{\n  between {names}\n  flow f \"F\" {{\n    discloser {{\n      confidence explicit-consent{ladder}\n    }}\n  }}\n  owner {path}\n}}\n"))
    });
    assert!(told.iter().any(|text| text.contains("SYN-30")));
}

#[test]
fn the_deepest_condition_fits_in_a_small_stack() {
    let deep = format!("{}{}agreement.marking is stated{}", "not ".repeat(40), "(".repeat(24), ")".repeat(24));
    let rule = format!(
        "[[rule]]\ncode = \"LOC-01\"\nid = \"deep\"\ntitle = \"deep\"\nwhy = \"w\"\nseverity = \"info\"\nfloor = \"info\"\nstatus = \"stable\"\nsince = \"1\"\ncite = [{{ source = \"s\", confidence = \"recalled\" }}]\nfor = \"agreement\"\nrequire = '{deep}'\nhelp = \"h\"\ndecides = \"d\"\nbad = \"b\"\ngood = \"g\"\n"
    );
    let compiled = in_a_small_stack(move || {
        let mut files = shipped::sources();
        files.push(PackFile { path: "local.toml".to_owned(), text: rule });
        compile(&files).map(|compiled| compiled.policy.rules().count()).map_err(|problems| problems.len())
    });
    assert_eq!(compiled, Ok(shipped::policy().rules().count() + 1));
}
