//! What editors are given is made from the vocabulary, and is current: grammars and snippets. Their own tests are run by `.ci/editors`.

#[path = "support/dice.rs"]
mod dice;
#[path = "support/kept.rs"]
mod kept;
#[path = "editors/snippets.rs"]
mod snippets;
#[path = "editors/textmate.rs"]
mod textmate;
#[path = "editors/tree_sitter.rs"]
mod tree_sitter;
#[path = "editors/trees.rs"]
mod trees;
#[path = "editors/vim.rs"]
mod vim;
#[path = "editors/words.rs"]
mod words;

use kept::is_current;
use sharewright::shipped;
use std::path::Path;
use words::Words;

fn shipped_words() -> Words {
    Words::of(&shipped::policy().vocabulary)
}

#[test]
fn the_textmate_grammar_is_current() {
    is_current("editors", "editors/grammar/sharewright.tmLanguage.json", &textmate::grammar(&shipped_words()));
}

#[test]
fn the_syntax_file_of_vim_is_current() {
    is_current("editors", "editors/neovim/syntax/sharewright.vim", &vim::syntax(&shipped_words()));
}

#[test]
fn the_colours_of_tree_sitter_are_current() {
    let words = shipped_words();
    for (file, number) in [
        ("editors/tree-sitter/queries/highlights.scm", tree_sitter::NUMBER),
        ("editors/zed/languages/sharewright/highlights.scm", tree_sitter::NUMBER),
        ("editors/helix/queries/sharewright/highlights.scm", tree_sitter::NUMBER_IN_HELIX),
    ] {
        is_current("editors", file, &tree_sitter::highlights(&words, number));
    }
}

#[test]
fn the_snippets_are_current() {
    is_current("editors", "editors/vscode/snippets/sharewright.json", &snippets::snippets(&shipped::policy().vocabulary, shipped::texts()));
}

#[test]
fn the_grammar_of_tree_sitter_carries_on_after_the_same_words() {
    let grammar = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/tree-sitter/grammar.js")).expect("the grammar");
    let words = sharewright::syntax::CARRY_ON.map(|word| format!("'{word}'")).join(", ");
    assert!(grammar.contains(&format!("const CARRY_ON = [{words}];")));
}

#[test]
fn the_extension_of_zed_names_its_parts_alike() {
    let read = |file: &str| -> toml::Table { std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/zed").join(file)).expect("a file").parse().expect("TOML") };
    let (manifest, language, package) = (read("extension.toml"), read("languages/sharewright/config.toml"), read("Cargo.toml"));
    assert_eq!(manifest["language_servers"]["sharewright"]["languages"], toml::Value::from(vec![language["name"].clone()]));
    let grammar = &manifest["grammars"][language["grammar"].as_str().expect("a name")];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(grammar["path"].as_str().expect("a path"));
    assert!(folder.join("src/parser.c").is_file(), "the grammar is where the extension says");
    for part in [&manifest["version"], &package["package"]["version"]] {
        assert_eq!(part.as_str(), Some(env!("CARGO_PKG_VERSION")));
    }
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

#[test]
fn every_editor_and_hook_knows_the_same_endings() {
    let read = |file: &str| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let endings = ["isa", "sop", "disclosure"];
    let helix: toml::Table = read("editors/helix/languages.toml").parse().expect("settings of Helix");
    assert_eq!(helix["language"][0]["file-types"], toml::Value::from(endings.to_vec()));
    assert_eq!(helix["language-server"]["sharewright"]["args"], toml::Value::from(vec!["lsp"]));
    let zed: toml::Table = read("editors/zed/languages/sharewright/config.toml").parse().expect("the language of Zed");
    assert_eq!(zed["path_suffixes"], toml::Value::from(endings.to_vec()));
    assert!(read("editors/zed/src/lib.rs").contains(r#"ARGUMENTS: [&str; 1] = ["lsp"];"#));
    let trees: serde_json::Value = serde_json::from_str(&read("editors/tree-sitter/tree-sitter.json")).expect("the settings of the grammar");
    assert_eq!(trees["grammars"][0]["file-types"], serde_json::json!(endings));
    let extension: serde_json::Value = serde_json::from_str(&read("editors/vscode/package.json")).expect("the manifest of the extension");
    assert_eq!(extension["contributes"]["languages"][0]["extensions"], serde_json::json!(endings.map(|ending| format!(".{ending}"))));
    assert!(read("editors/neovim/ftdetect/sharewright.vim").contains(&endings.map(|ending| format!("*.{ending}")).join(",")));
    let hooks = read(".pre-commit-hooks.yaml");
    assert_eq!(hooks.matches("- id:").count(), hooks.matches(&format!(r"files: \.({})$", endings.join("|"))).count());
}
