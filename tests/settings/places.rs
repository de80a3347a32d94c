//! Where settings are looked for, and who wins.

use super::{Folder, THIN, with};

#[test]
fn settings_are_found_upwards_from_the_paths() {
    let folder = Folder::empty().with("deep/er/a.isa", THIN).with("deep/sharewright.toml", "fail-on = \"never\"\n").with("b.isa", THIN);
    for path in ["deep/er/a.isa", "deep/er", "deep", "./deep/../deep/er"] {
        assert_eq!(folder.run(&["lint", path]).code, Some(0), "{path}");
    }
    assert_eq!(folder.run(&["lint", "b.isa"]).code, Some(1), "what lies beside is not above");
    let above = with("fail-on = \"never\"\n");
    assert_eq!(above.run(&["lint"]).code, Some(0));
}

#[test]
fn the_nearest_file_counts_alone() {
    let folder = with("fail-on = \"never\"\n").with("near/a.isa", THIN).with("near/sharewright.toml", "each = true\n");
    assert_eq!(folder.run(&["lint", "near"]).code, Some(1));
}

#[test]
fn the_command_line_wins() {
    let folder = with("fail-on = \"never\"\nformat = \"json\"\neach = true\noutput = [\"html=from-file.html\"]\n");
    let ran = folder.run(&["lint", "--fail-on", "error", "--format", "short", "--each=false", "--output", "junit=from-flag.xml"]);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.contains("[CHK-UNANSWERED]") && !ran.out.contains("\"schema\""), "{ran:?}");
    assert!(folder.path("from-flag.xml").exists() && !folder.path("from-file.html").exists());
    assert_eq!(folder.run(&["lint", "--no-config"]).code, Some(1));
    let other = folder.with("other.toml", "fail-on = \"info\"\n");
    let ran = other.run(&["lint", "--config", "other.toml"]);
    assert!(ran.code == Some(1) && !other.path("from-file.html").exists(), "{ran:?}");
}

#[test]
fn paths_with_different_settings_are_refused() {
    let folder = Folder::empty().with("a/a.isa", THIN).with("a/sharewright.toml", "each = true\n").with("b/b.isa", THIN);
    folder.run(&["lint", "a", "b"]).is_refused(&["the paths do not have the same settings", "`a/sharewright.toml`", "`b` has no settings", "--config"]);
    assert_eq!(folder.run(&["lint", "--config", "a/sharewright.toml", "a", "b"]).code, Some(1));
}

#[test]
fn settings_that_cannot_be_read_are_told() {
    let folder = with("each = true\n").with("bad.toml", [0xff, 0xfe, 0x00]);
    folder.run(&["lint", "--config", "gone.toml"]).is_refused(&["the settings `gone.toml` cannot be read", "there is no such file"]);
    folder.run(&["lint", "--config", "bad.toml"]).is_refused(&["`bad.toml` cannot be read", "not UTF-8"]);
    folder.run(&["lint", "--config", "bad.toml", "--no-config"]).is_refused(&["--no-config"]);
    let folder = Folder::empty().with("a.isa", THIN).with_folder("sharewright.toml");
    assert_eq!(folder.run(&["lint"]).code, Some(1), "a folder of that name holds no settings");
}

#[test]
fn reports_go_beside_the_settings_and_never_out_of_their_folder() {
    let folder = with("output = [\"sarif\", \"junit=reports/junit.xml\"]\n").with("in/b.isa", THIN);
    assert_eq!(folder.run(&["lint", "in"]).code, Some(1));
    assert!(folder.path("sharewright.sarif").exists() && folder.path("reports/junit.xml").exists());
    for (key, path) in [("output = [\"json=../out.json\"]", "../out.json"), ("output = [\"json=/tmp/out.json\"]", "/tmp/out.json"), ("baseline = \"../b.json\"", "../b.json")] {
        with(&format!("{key}\n")).run(&["lint"]).is_refused(&["leads out of the folder of the settings", path, "line 1"]);
    }
}

#[test]
fn local_packs_of_the_settings_are_known_to_every_command() {
    let pack = include_str!("../command_line/local.toml");
    let folder = Folder::empty().with("in/a.isa", THIN).with("packs/local.toml", pack).with("sharewright.toml", "packs = [\"packs\"]\n");
    assert!(folder.run(&["lint", "--each", "--format", "short", "in"]).out.contains("[LOC-01]"));
    assert_eq!(folder.run(&["explain", "LOC-01"]).code, Some(0));
    assert_eq!(folder.run(&["explain", "LOC-01", "--no-config"]).code, Some(2));
    with("packs = [\"nowhere\"]\n").run(&["lint"]).is_refused(&["`nowhere` cannot be read", "`packs` of the settings"]);
}
