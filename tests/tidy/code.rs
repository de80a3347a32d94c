//! The source files, with what is not code taken out: comments, text, and the modules of tests.

use std::fs;
use std::path::Path;

/// A source file.
pub struct Source {
    /// Path below `src`, with forward slashes.
    pub path: String,
    /// All of it.
    pub text: String,
    /// What runs in production, line for line: comments, text and tests are blank.
    pub code: String,
}

/// All source files, sorted.
pub fn sources() -> Vec<Source> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut files);
    files.sort_by(|left, right| left.path.cmp(&right.path));
    assert!(files.len() > 50, "the source files are found");
    files
}

fn collect(folder: &Path, below: &str, files: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let place = entry.expect("an entry").path();
        let path = format!("{below}{}", place.file_name().expect("a name").to_string_lossy());
        if place.is_dir() {
            collect(&place, &format!("{path}/"), files);
        } else if place.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&place).expect("a source file");
            let code = without_tests(&without_text(&text));
            files.push(Source { path, text, code });
        }
    }
}

impl Source {
    /// The room that it stands in, or that it is.
    pub fn room(&self) -> &str {
        self.path.split('/').next().unwrap_or("").trim_end_matches(".rs")
    }

    /// What follows each `crate::`; of a group, each member.
    pub fn imports(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("crate::") {
            let rest = &self.code[at + "crate::".len()..];
            match rest.strip_prefix('{') {
                Some(group) => found.extend(members(group).into_iter().map(first_word)),
                None => found.push(first_word(rest)),
            }
        }
        found.retain(|name| !name.is_empty());
        found
    }

    /// Whether the code names something: a crate, a type, or a path such as `std::fs`, also as `std::{fs, io}`.
    pub fn names(&self, name: &str) -> bool {
        if has_word(&self.code, name) {
            return true;
        }
        let Some((around, last)) = name.rsplit_once("::") else { return false };
        let opening = format!("{around}::{{");
        self.code.match_indices(&opening).any(|(at, _)| members(&self.code[at + opening.len()..]).into_iter().any(|member| first_word(member) == last))
    }

    /// How many lines it has, the modules of tests left out.
    pub fn production_lines(&self) -> usize {
        let blank_before = without_text(&self.text).lines().filter(|line| line.trim().is_empty()).count();
        let blank_after = self.code.lines().filter(|line| line.trim().is_empty()).count();
        self.text.lines().count() - (blank_after - blank_before)
    }
}

/// The members of a group, up to the brace that closes it.
fn members(group: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut start = 0;
    let mut found = Vec::new();
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn has_word(code: &str, word: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(letter) && !code[at + word.len()..].starts_with(letter))
}

/// The same with comments and text as spaces; lines stay where they are.
fn without_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |at| at + 2)
        } else if let Some(length) = raw_text(rest).filter(|_| !out.ends_with(|c: char| c.is_alphanumeric() || c == '_')) {
            length
        } else if c == '"' {
            quoted(rest, '"')
        } else if c == '\'' && is_character(rest) {
            quoted(rest, '\'')
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        out.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = &rest[length..];
    }
    out
}

/// The length of a text that begins here, its marks included.
fn quoted(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of `r"..."` or `r#"..."#`, when one begins here.
fn raw_text(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let marks = after.len() - after.trim_start_matches('#').len();
    let body = after[marks..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    let length = body.find(&end)?;
    Some(rest.len() - body.len() + length + end.len())
}

/// Whether a mark begins a character and not a lifetime.
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    matches!((chars.next(), chars.next()), (Some('\\'), _) | (Some(_), Some('\'')))
}

/// The same with the modules of tests blank.
fn without_tests(code: &str) -> String {
    let Some(start) = code.find("#[cfg(test)]") else { return code.to_owned() };
    let body = &code[start..];
    let mut depth = 0;
    let end = body.char_indices().find_map(|(at, c)| match c {
        '{' => {
            depth += 1;
            None
        }
        '}' => {
            depth -= 1;
            (depth == 0).then_some(start + at + 1)
        }
        // A module in a file of its own, or a single import.
        ';' if depth == 0 => Some(start + at + 1),
        _ => None,
    });
    let end = end.unwrap_or(code.len());
    let blank: String = code[start..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
    format!("{}{blank}{}", &code[..start], without_tests(&code[end..]))
}

#[test]
fn what_is_not_code_is_taken_out() {
    let text = "use a; // use b\nlet x = \"use c\"; let y = 'd'; fn f<'e>() {}\nlet z = r#\"use \"g\"\"#;\n#[cfg(test)]\nmod tests {\n  use h;\n  fn i() {}\n}\nuse j;\n";
    let code = without_tests(&without_text(text));
    for (word, stays) in [("a", true), ("b", false), ("c", false), ("d", false), ("e", true), ("g", false), ("h", false), ("i", false), ("j", true)] {
        assert_eq!(has_word(&code, word), stays, "`{word}` in\n{code}");
    }
    assert_eq!(code.lines().count(), text.lines().count());
}

#[test]
fn groups_are_opened() {
    let source = |code: &str| Source { path: "cli/x.rs".to_owned(), text: String::new(), code: code.to_owned() };
    assert_eq!(source("use crate::{\n  model::{A, B},\n  lint,\n}; crate::source::X").imports(), ["model", "lint", "source"]);
    assert!(source("use std::{env, fs, io};").names("std::fs") && source("std::fs::read").names("std::fs"));
    assert!(!source("use std::{env, io};").names("std::fs") && !source("use std::fs_extra").names("std::fs"));
}
