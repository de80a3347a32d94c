//! What a PDF says and how it is tagged, as text that a person can review: read by poppler, which did not write it.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// Pages, properties and the tree of tags with their text; nothing where poppler is not installed.
pub fn structure(file: &Path) -> Option<String> {
    let told = |flags: &[&str]| {
        let ran = Command::new("pdfinfo").args(flags).arg(file).output().ok()?;
        assert!(ran.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&ran.stderr));
        Some(String::from_utf8_lossy(&ran.stdout).into_owned())
    };
    let kept = ["Title:", "Subject:", "Creator:", "CreationDate:", "Tagged:", "Pages:", "Encrypted:", "JavaScript:", "PDF version:", "PDF subtype:"];
    let told_of_file = told(&["-isodates"])?;
    let properties: Vec<&str> = told_of_file.lines().filter(|line| kept.iter().any(|name| line.starts_with(name))).collect();
    Some(format!("{}\n\n{}", properties.join("\n"), tree(&told(&["-struct-text"])?)))
}

/// The tree with the pieces of each text, which are cut where lines end, put together.
fn tree(told: &str) -> String {
    let mut out = String::new();
    let mut in_text = false;
    for line in told.lines() {
        let said = line.trim_start();
        let depth = line.len() - said.len();
        if let Some(text) = said.strip_prefix('"') {
            let text = text.strip_suffix('"').unwrap_or(text);
            if !in_text {
                let _ = write!(out, "\n{}| ", " ".repeat(depth));
            }
            out.push_str(text);
            in_text = true;
        } else if !said.starts_with("Object ") && !said.starts_with('/') && !said.is_empty() {
            let tag = said.trim_end_matches(':').replace(" (block)", "").replace(" (inline)", "");
            let _ = write!(out, "\n{}{tag}", " ".repeat(depth));
            in_text = false;
        }
    }
    // Spaces at the end of lines are no part of what is said.
    let lines: Vec<&str> = out.lines().skip(1).map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

#[test]
fn pieces_of_a_text_are_put_together() {
    let told = "Document\n  P (block)\n    \"one \"\n    \"two\"\n    Link (inline):\n       /Placement /Block\n      \"three\"\n      Object 7 0\n";
    assert_eq!(tree(told), "Document\n  P\n    | one two\n    Link\n      | three\n");
}
