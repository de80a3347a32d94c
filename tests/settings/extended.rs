//! A file that another one extends: pinned by its hash, so that it does not change unseen.

use super::{Folder, THIN, findings, one, with};

const BASE: &str = "fail-on = \"never\"\neach = true\n\n[severity]\nDOC-05 = \"error\"\nCHK-Q03 = \"warning\"\n";

fn extending(hash: &str) -> String {
    format!("extends = {{ file = \"shared/base.toml\"{hash} }}\n\n[severity]\nCHK-Q03 = \"error\"\n")
}

/// The hash that the tool prints for a file that is not pinned, or not right.
fn printed(err: &str) -> &str {
    let (_, rest) = err.split_once("write `sha256 = \"").expect("the hash is printed");
    rest.split_once('"').expect("the hash ends").0
}

#[test]
fn a_base_counts_once_it_is_pinned() {
    let folder = with(&extending("")).with("shared/base.toml", BASE);
    let refused = folder.run(&["lint"]);
    refused.is_refused(&["nothing says which state of `shared/base.toml` is meant", "line 1"]);
    let hash = printed(&refused.err).to_owned();
    assert!(hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
    let folder = folder.with("sharewright.toml", extending(&format!(", sha256 = \"{hash}\"")));
    assert_eq!(folder.run(&["lint"]).code, Some(0), "`fail-on` is that of the base");
    let found = findings(&folder, &[]);
    assert!(one(&found, "DOC-05").contains("error[DOC-05]"), "the base raises it");
    assert!(one(&found, "CHK-Q03").contains("error[CHK-Q03]"), "what extends wins");
}

#[test]
fn a_base_that_changed_is_refused_with_its_new_hash() {
    let folder = with(&extending(&format!(", sha256 = \"{}\"", "0".repeat(64)))).with("shared/base.toml", BASE);
    let refused = folder.run(&["lint"]);
    refused.is_refused(&["`shared/base.toml` is not what it was when it was pinned here", "Read what it says", "line 1"]);
    let right = extending(&format!(", sha256 = \"{}\"", printed(&refused.err)));
    let folder = folder.with("sharewright.toml", &right);
    assert_eq!(folder.run(&["lint"]).code, Some(0));
    folder.with("shared/base.toml", format!("{BASE}# more\n")).run(&["lint"]).is_refused(&["is not what it was"]);
}

#[test]
fn a_base_that_is_not_there_or_is_an_address_is_refused() {
    with(&extending("")).run(&["lint"]).is_refused(&["`shared/base.toml` is not there", "counts from the folder of this file"]);
    with("extends = { file = \"https://example.org/base.toml\", sha256 = \"\" }\n").run(&["lint"]).is_refused(&["is an address", "Nothing is fetched"]);
    with("extends = \"base.toml\"\n").run(&["lint"]).is_refused(&["`extends` takes a table, and this is text"]);
    with("extends = { sha256 = \"00\" }\n").run(&["lint"]).is_refused(&["`extends` does not say which file"]);
    with("extends = { file = \"sharewright.toml\", sha256 = \"00\" }\n").run(&["lint"]).is_refused(&["is not what it was"]);
}

#[test]
fn what_is_wrong_with_a_base_is_told_at_its_place() {
    let folder = with(&extending("")).with("shared/base.toml", "fail_on = \"never\"\n");
    let hash = printed(&folder.run(&["lint"]).err).to_owned();
    folder.with("sharewright.toml", extending(&format!(", sha256 = \"{hash}\""))).run(&["lint"]).is_refused(&["there is no setting `fail_on`", "Did you mean `fail-on`?", "shared/base.toml"]);
}

#[test]
fn packs_of_a_base_lie_beside_it() {
    let base = "packs = [\"packs\"]\n";
    let folder = Folder::empty().with("a.isa", THIN).with("shared/base.toml", base).with("shared/packs/local.toml", include_str!("../command_line/local.toml"));
    let folder = folder.with("sharewright.toml", extending(""));
    let hash = printed(&folder.run(&["lint"]).err).to_owned();
    let folder = folder.with("sharewright.toml", extending(&format!(", sha256 = \"{hash}\"")));
    one(&findings(&folder, &[]), "LOC-01");
}
