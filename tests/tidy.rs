//! The order of the house: which room may import from which, who may touch files and the clock, and how long a file may be.

#[path = "tidy/code.rs"]
mod code;

use code::{Source, sources};

/// The rooms in the order in which they stand. A room may import from those before it.
const ROOMS: [&str; 17] = ["source", "reading", "diagnostic", "syntax", "fmt", "model", "policy", "law", "shipped", "lint", "guide", "emit", "report", "ide", "workspace", "lsp", "cli"];

/// The longest that a file may be, its tests left out.
const MOST_LINES: usize = 400;

/// Files that are no room: the two beginnings of programs, and the list of the rooms.
const OUTSIDE: [&str; 3] = ["lib.rs", "main.rs", "build.rs"];

/// The source files that stand in rooms.
fn rooms() -> Vec<Source> {
    sources().into_iter().filter(|file| !OUTSIDE.contains(&file.path.as_str())).collect()
}

/// Fails with everything that was found.
#[track_caller]
fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}:\n  {}", found.join("\n  "));
}

#[test]
fn the_rooms_are_those_of_the_library_in_their_order() {
    let library = sources().into_iter().find(|file| file.path == "lib.rs").expect("lib.rs");
    let declared: Vec<&str> = library.code.lines().filter_map(|line| line.trim().strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(declared, ROOMS);
    let strangers: Vec<String> = rooms().iter().map(|file| file.room().to_owned()).filter(|room| !ROOMS.contains(&room.as_str())).collect();
    none(&strangers, "every file stands in a room");
}

#[test]
fn a_room_imports_only_from_rooms_before_it() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in rooms() {
        let own = ROOMS.iter().position(|room| *room == file.room()).expect("a room");
        for imported in file.imports() {
            seen += 1;
            match ROOMS.iter().position(|room| *room == imported) {
                Some(place) if place <= own => {}
                _ => wrong.push(format!("{} imports `{imported}`", file.path)),
            }
        }
    }
    assert!(seen > 100, "the imports are found at all: {seen}");
    none(&wrong, "the arrows point up");
}

#[test]
fn no_file_climbs_out_of_its_room() {
    let mut wrong = Vec::new();
    for file in rooms() {
        // `src/report.rs` stands one level below the top, `src/report/view.rs` two.
        let depth = file.path.matches('/').count() + 1;
        if file.code.contains(&"super::".repeat(depth)) {
            wrong.push(file.path);
        }
    }
    none(&wrong, "what lies outside a room is named from the top, with `crate::`");
}

#[test]
fn what_a_room_keeps_for_itself_is_named_nowhere_else() {
    let keepers: [(&[&str], &[&str], &str); 12] = [
        (&["textstat"], &["reading"], "only `reading` knows the formulas of readability"),
        (&["pest", "pest_derive"], &["syntax", "policy/condition", "law/read.rs"], "only `syntax`, `policy/condition` and `law/read.rs` know pest"),
        (&["tera"], &["emit"], "only `emit` knows tera"),
        (&["ZipArchive", "ZipWriter", "roxmltree"], &["emit/docx"], "only `emit/docx` opens Word files"),
        (&["sharewright_pdf"], &["emit/pdf"], "only `emit/pdf` knows the crate that writes PDF"),
        (&["std::fs", "std::thread", "SystemTime", "Instant", "walkdir"], &["workspace", "build.rs"], "only `workspace` touches files, threads and the clock"),
        (&["codespan_reporting"], &["report"], "only `report` draws"),
        (&["similar"], &["report"], "only `report` compares texts line by line"),
        (&["clap", "clap_complete", "clap_mangen"], &["cli"], "only `cli` reads flags"),
        (&["lsp_types", "lsp_server"], &["lsp"], "only `lsp` knows the protocol of editors"),
        (&["std::net", "TcpStream", "TcpListener", "UdpSocket"], &[], "nothing reaches out of this machine"),
        (&["std::process::Command"], &["workspace/git"], "only `workspace/git` runs a program: git, for what lies in a commit"),
    ];
    for (names, homes, rule) in keepers {
        let mut wrong = Vec::new();
        let mut at_home = 0;
        for file in sources() {
            let is_home = homes.iter().any(|home| file.path == *home || file.path == format!("{home}.rs") || file.path.starts_with(&format!("{home}/")));
            for name in names.iter().filter(|name| file.names(name)) {
                if is_home {
                    at_home += 1;
                } else {
                    wrong.push(format!("{} names `{name}`", file.path));
                }
            }
        }
        none(&wrong, rule);
        assert!(homes.is_empty() || at_home > 0, "{rule}, and it does not name it either: the search finds nothing");
    }
}

#[test]
fn no_crate_that_reaches_out_is_a_dependency() {
    let manifest: toml::Table = include_str!("../Cargo.toml").parse().expect("a manifest");
    let reaching = ["reqwest", "ureq", "hyper", "tokio", "curl", "socket2", "isahc", "attohttpc", "minreq"];
    for table in ["dependencies", "build-dependencies", "dev-dependencies"] {
        let dependencies = manifest[table].as_table().expect("a table");
        assert!(!dependencies.keys().any(|name| reaching.contains(&name.as_str())), "{table}");
    }
}

#[test]
fn every_build_of_the_program_outlives_a_fault_in_one_request() {
    // The server answers a request that fails and goes on, which it can only where a panic unwinds.
    let manifest: toml::Table = include_str!("../Cargo.toml").parse().expect("a manifest");
    let profiles = manifest["profile"].as_table().expect("profiles");
    assert!(profiles.contains_key("release"));
    for (name, profile) in profiles {
        assert_eq!(profile.get("panic"), None, "the profile {name}");
    }
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = sources().iter().filter(|file| file.production_lines() > MOST_LINES).map(|file| format!("{} has {} lines", file.path, file.production_lines())).collect();
    none(&long, "a file has one job and no more than 400 lines");
}

#[test]
fn every_file_says_what_it_is_for() {
    let silent: Vec<String> = sources().into_iter().filter(|file| !file.text.starts_with("//! ")).map(|file| file.path).collect();
    none(&silent, "every file begins with `//!`");
}

#[test]
fn nothing_is_unwrapped_in_production() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (number, line) in file.code.lines().enumerate() {
            if [".unwrap()", ".expect(", ".unwrap_err()", ".expect_err(", "panic!(", "todo!(", "unimplemented!(", "dbg!("].iter().any(|call| line.contains(call)) {
                wrong.push(format!("{}:{}: {}", file.path, number + 1, line.trim()));
            }
        }
    }
    none(&wrong, "production code says what to do when something is not there");
}

#[test]
fn no_file_has_a_name_that_says_nothing() {
    let empty = ["utils", "util", "helpers", "helper", "common", "misc", "mod"];
    let wrong: Vec<String> = sources().into_iter().map(|file| file.path).filter(|path| empty.iter().any(|name| path.rsplit('/').next() == Some(&format!("{name}.rs")))).collect();
    none(&wrong, "a file is called after its job");
}
