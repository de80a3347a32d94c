//! Where reports go: files by name, the places that GitHub looks at, and what happens when a place cannot be written.

use super::tool::{OTHER_FOUND, command};
use super::{FORMATS, Folder, case_studies, read, text};
use std::fs;
use std::process::Stdio;

/// The files of a folder, hidden ones included.
fn files(folder: &Folder) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder.path(".")).expect("a folder").map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_format_without_a_path_has_a_file_of_its_own() {
    let folder = Folder::new();
    let named: Vec<(&str, &str)> = FORMATS.into_iter().filter(|(_, file)| !file.is_empty()).collect();
    let flags: Vec<&str> = named.iter().flat_map(|(format, _)| ["--output", format]).collect();
    let ran = folder.run(&[["lint", "--format", "short"].as_slice(), &flags].concat());
    ran.other_was_checked();
    let mut wanted: Vec<&str> = named.iter().map(|(_, file)| *file).chain(["other.isa"]).collect();
    wanted.sort_unstable();
    assert_eq!(files(&folder), wanted, "nothing else is left behind");
}

#[test]
fn what_is_printed_stays_the_same() {
    let alone = Folder::new().lint(&["."]);
    let with = Folder::new().run(&["lint", "--format", "short", "--output", "sarif=a.sarif", "--output", "junit=deep/b.xml", "."]);
    assert_eq!((alone.code, alone.out, alone.err), (with.code, with.out, with.err));
}

#[test]
fn a_report_that_cannot_be_written_keeps_no_other_from_it() {
    let folder = Folder::new().with("file", "x").with_folder("folder");
    let ran = folder.run(&["lint", "--format", "short", "--output", "sarif=file/a.sarif", "--output", "json=b.json", "--output", "html=folder", "--output", "junit=c.xml"]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    assert!(ran.out.contains(OTHER_FOUND));
    for words in ["the report `file/a.sarif` cannot be written: ", "the report `folder` cannot be written: it is a folder"] {
        assert_eq!(ran.err.matches(words).count(), 1, "{}", ran.err);
    }
    assert!(!ran.err.contains("b.json") && !ran.err.contains("c.xml"), "{}", ran.err);
    assert!(read(&folder, "b.json").ends_with("}\n") && read(&folder, "c.xml").ends_with("</testsuites>\n"));
    assert_eq!(files(&folder), ["b.json", "c.xml", "file", "folder", "other.isa"]);
}

#[test]
fn an_old_report_is_replaced_whole() {
    let folder = Folder::new().with("a.json", "x".repeat(1_000_000));
    folder.run(&["lint", "--output", "json=a.json"]);
    assert!(read(&folder, "a.json").starts_with("{\"schema\"") && read(&folder, "a.json").len() < 100_000);
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_stays_one() {
    let folder = Folder::new();
    let ran = folder.run(&["lint", "--quiet", "--output", "json=/dev/null", "--output", "json-lines=/dev/stdout"]);
    assert!(ran.out.contains("\"line\":\"finding\""), "{ran:?}");
    assert!(!fs::metadata("/dev/null").expect("a device").is_file());
}

#[test]
fn annotations_without_a_path_are_printed() {
    let ran = Folder::new().run(&["lint", "--format", "short", "--output", "github"]);
    assert!(ran.out.contains(OTHER_FOUND) && ran.out.contains("\n::error file=other.isa,line=2,endLine=2,col=3,"), "{ran:?}");
    assert!(ran.out.contains("\nchecked 1 file"), "{ran:?}");
}

#[test]
fn the_summary_goes_where_github_looks_for_it() {
    let folder = Folder::new().with("step", "# Said before\n");
    let run = |place: &str| command(&folder.path(".")).args(["lint", "--output", "github-summary"]).env("GITHUB_STEP_SUMMARY", place).output().expect("the tool runs");
    assert_eq!(run(&folder.path("step").to_string_lossy()).status.code(), Some(1));
    let step = read(&folder, "step");
    assert!(step.starts_with("# Said before\n## Sharewright: does not pass\n") && step.contains("| error | SYN-10 | other.isa:2 |"), "{step}");
    let nowhere = run("");
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("`GITHUB_STEP_SUMMARY` is not set"));
}

#[test]
fn a_long_summary_is_as_long_as_github_takes() {
    let long = format!("party trust \"Trust\" {{\n{}}}\n", "  kidn nhs-provider\n".repeat(500));
    let folder = (0..30).fold(Folder::empty(), |folder, number| folder.with(&format!("{number}.isa"), &long));
    folder.run(&["lint", "--quiet", "--output", "github-summary=summary.md"]);
    let summary = read(&folder, "summary.md");
    assert!((500_000..1_000_000).contains(&summary.len()), "{}", summary.len());
    assert!(summary.contains(" more are not shown here, "), "{}", &summary[summary.len() - 500..]);
}

#[test]
fn a_wrong_output_is_refused_with_advice() {
    for (output, words) in [
        (["sarrif", "junit"], ["`sarrif` is no format", "did you mean `sarif`?"]),
        (["json=", "junit"], ["no file is named after `json=`", "sharewright.json"]),
        (["json=-", "junit"], ["`-` is no file", "`--format json`"]),
        (["json=a", "sarif=a"], ["two reports would be written to `a`", "Name another file"]),
        (["json=other.isa", "sarif"], ["would take the place of the document `other.isa`", "Name another file"]),
    ] {
        let folder = Folder::new();
        folder.run(&["lint", "--output", output[0], "--output", output[1]]).is_refused(&words);
        assert_eq!(files(&folder), ["other.isa"], "nothing was written");
    }
}

#[test]
fn a_reader_that_goes_away_keeps_no_file_from_being_written() {
    let folder = case_studies();
    let arguments = ["lint", "--each", "--output", "sarif=a.sarif", "case-studies"];
    let mut child = command(&folder.path(".")).args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the tool starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("the tool ends").code(), Some(1));
    let sarif: serde_json::Value = serde_json::from_str(&read(&folder, "a.sarif")).expect("SARIF is whole");
    assert_eq!(text(&sarif, "/version"), "2.1.0");
}
