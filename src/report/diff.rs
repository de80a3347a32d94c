//! Two versions of a file as a patch: the lines that go and the lines that come.

use super::safe::{safe, safe_line};
use similar::{ChangeTag, TextDiff};
use std::fmt::Write;

/// The change of a file from one text to another, in the form that `patch` and `git apply` read; empty when there is none.
pub fn diff(path: &str, old: &str, new: &str) -> String {
    let mut out = String::new();
    if old == new {
        return out;
    }
    let path = safe_line(path);
    let path = path.trim_start_matches('/');
    let _ = write!(out, "--- a/{path}\n+++ b/{path}\n");
    let compared = TextDiff::from_lines(old, new);
    for hunk in compared.unified_diff().context_radius(3).iter_hunks() {
        let _ = writeln!(out, "{}", hunk.header());
        for change in hunk.iter_changes() {
            out.push(match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            });
            let (line, end) = apart(change.value());
            let _ = write!(out, "{}{end}", safe(line));
            if !end.ends_with('\n') {
                out.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    out
}

/// A line and how it ends.
fn apart(line: &str) -> (&str, &str) {
    let length = line.strip_suffix("\r\n").or_else(|| line.strip_suffix('\n')).unwrap_or(line).len();
    line.split_at(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_patch_shows_what_goes_and_what_comes() {
        assert_eq!(diff("a.isa", "x\n", "x\n"), "");
        assert_eq!(diff("a.isa", "one\r\ntwo", "one\r\nthree\n"), "--- a/a.isa\n+++ b/a.isa\n@@ -1,2 +1,2 @@\n one\r\n-two\n\\ No newline at end of file\n+three\n");
        assert!(!diff("a.isa", "x\u{1b}[31m\n", "x\n").contains('\u{1b}'));
    }
}
