//! Texts to lay out: every example, and three hundred files that are made up.

#[allow(dead_code, unused_imports, reason = "the generator serves the measurements, which use more of it")]
#[path = "../../benches/generate/mod.rs"]
mod generate;

use generate::Corpus;
use std::fs;
use std::path::Path;

/// Every example with its path.
pub fn examples() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for folder in fs::read_dir(root).expect("the examples") {
        for file in fs::read_dir(folder.expect("a folder").path()).expect("a folder") {
            let path = file.expect("a file").path();
            if path.extension().is_some_and(|ending| ending != "md") {
                found.push((path.display().to_string(), fs::read_to_string(&path).expect("text")));
            }
        }
    }
    found.sort();
    assert!(found.len() > 60, "the examples are found: {}", found.len());
    found
}

/// Files that are made up; some have slips, and some of those cannot be read.
pub fn generated() -> impl Iterator<Item = (String, String)> {
    let corpus = Corpus { seed: 6, files: 300, size: 4_500 };
    (0..corpus.files).map(move |number| corpus.file(number)).map(|file| (file.path, file.text))
}
