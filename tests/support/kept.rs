//! Files that are made from data and kept.

use std::path::Path;

/// Whether a kept file is what would be made now; with `UPDATE` set it is made anew. `test` is the program that says so.
#[track_caller]
pub fn is_current(test: &str, file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(&path, made).expect("the file is written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "{file} is out of date: run UPDATE=1 cargo test --test {test}");
}
