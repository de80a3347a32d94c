//! What editors are given is made from the vocabulary, and is current: grammars and snippets. Their own tests are run by `.ci/editors`.

#[path = "editors/snippets.rs"]
mod snippets;
#[path = "editors/textmate.rs"]
mod textmate;
#[path = "editors/vim.rs"]
mod vim;
#[path = "editors/words.rs"]
mod words;

use sharewright::shipped;
use std::path::Path;
use words::Words;

#[track_caller]
fn is_current(file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is made");
        std::fs::write(&path, made).expect("the file is written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == made, "{file} is out of date: run UPDATE=1 cargo test --test editors");
}

fn shipped_words() -> Words {
    Words::of(&shipped::policy().vocabulary)
}

#[test]
fn the_textmate_grammar_is_current() {
    is_current("editors/grammar/sharewright.tmLanguage.json", &textmate::grammar(&shipped_words()));
}

#[test]
fn the_syntax_file_of_vim_is_current() {
    is_current("editors/neovim/syntax/sharewright.vim", &vim::syntax(&shipped_words()));
}

#[test]
fn the_snippets_are_current() {
    is_current("editors/vscode/snippets/sharewright.json", &snippets::snippets(&shipped::policy().vocabulary, shipped::texts()));
}

#[test]
fn every_keyword_is_in_one_list_and_one_only() {
    let words = shipped_words();
    let mut found: Vec<&str> = words.keywords().collect();
    found.sort_unstable();
    let mut wanted: Vec<&str> = shipped::policy().vocabulary.kinds.iter().skip(1).map(|kind| kind.word.as_str()).collect();
    wanted.sort_unstable();
    wanted.dedup();
    assert_eq!(found, wanted);
}
