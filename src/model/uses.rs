//! Which files belong together: what a file uses, and which procedures and notices use it to carry it out. Paths are compared as text;
//! nothing is read.

use super::arena::Parsed;
use super::bundle::used_path;
use crate::diagnostic::{Diagnostic, FixSafety, Severity};
use crate::source::{FileId, Span, TextRange};
use crate::syntax::{PartKind, unquote, uses};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of a file before it is parsed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Head {
    /// The paths that it uses.
    pub uses: Vec<String>,
    /// It says that it implements something, so it belongs to what it uses.
    pub implements: bool,
}

impl Head {
    /// The head of a file with a path and a text.
    pub fn of(path: &str, text: &str) -> Self {
        let uses: Vec<String> = uses(text).into_iter().map(|used| used_path(path, used)).collect();
        Head { implements: !uses.is_empty() && memchr::memmem::find(text.as_bytes(), b"implements").is_some(), uses }
    }
}

/// The files of a run and what they use. Files that use nothing need no entry.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    heads: BTreeMap<String, Head>,
    users: BTreeMap<String, BTreeSet<String>>,
}

impl Uses {
    /// Says what a file uses, in the place of what was said of it before.
    pub fn set(&mut self, path: &str, head: Head) {
        for used in self.heads.remove(path).into_iter().flat_map(|head| head.uses) {
            if let Some(users) = self.users.get_mut(&used) {
                users.remove(path);
            }
        }
        for used in &head.uses {
            self.users.entry(used.clone()).or_default().insert(path.to_owned());
        }
        if !head.uses.is_empty() {
            self.heads.insert(path.to_owned(), head);
        }
    }

    /// What is known of a file that uses others.
    pub fn head(&self, path: &str) -> Option<&Head> {
        self.heads.get(path)
    }

    /// The files whose bundles hold a file, itself included: what is found in them may rest on it.
    pub fn rest_on(&self, path: &str) -> BTreeSet<String> {
        let mut seeing: BTreeSet<String> = BTreeSet::from([path.to_owned()]);
        let mut next = vec![path];
        while let Some(file) = next.pop() {
            for user in self.users.get(file).into_iter().flatten() {
                if seeing.insert(user.clone()) {
                    next.push(user);
                }
            }
        }
        let carrying_out = seeing.iter().filter_map(|file| self.heads.get(file)).filter(|head| head.implements);
        let carried_out: Vec<String> = carrying_out.flat_map(|head| head.uses.iter().cloned()).collect();
        seeing.extend(carried_out);
        seeing
    }

    /// Whether other files use this one.
    pub fn is_used(&self, path: &str) -> bool {
        self.users.get(path).is_some_and(|users| !users.is_empty())
    }

    /// The files to be loaded to judge one: itself first, then what it uses and what carries it out, in order of path.
    pub fn bundle(&self, path: &str) -> Vec<String> {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut next: Vec<&str> = vec![path];
        let carry_out = self.users.get(path).into_iter().flatten().filter(|user| self.heads.get(*user).is_some_and(|head| head.implements));
        next.extend(carry_out.map(String::as_str));
        while let Some(file) = next.pop() {
            if seen.insert(file)
                && let Some(head) = self.heads.get(file)
            {
                next.extend(head.uses.iter().map(String::as_str));
            }
        }
        seen.remove(path);
        std::iter::once(path).chain(seen).map(str::to_owned).collect()
    }

    /// Findings about a file's `use` statements: what is not there, and what leads back. They are told in the words of `shown`, which is the
    /// text with what identifies a person hidden.
    pub fn problems(&self, parsed: &Parsed, shown: &str, is_there: &dyn Fn(&str) -> bool, unreadable: &dyn Fn(&str) -> Option<String>) -> Vec<Diagnostic> {
        let path = &parsed.source.path;
        let text = &parsed.source.text;
        let mut problems = Vec::new();
        for statement in parsed.tree.statements.iter().filter(|statement| statement.keyword.of(text) == "use") {
            for part in parsed.tree.parts_of(statement).iter().filter(|part| part.kind == PartKind::Text) {
                let used = used_path(path, &unquote(part.range.of(text)));
                let told = used_path(path, &unquote(part.range.of(shown)));
                let span = Span { file: FileId(0), range: part.range };
                if used == *path {
                    let problem = Diagnostic::new("SYN-35", "use-circle", Severity::Warning, "a file uses itself", span).helping("Remove the line; a file sees its own definitions.");
                    // A line that says more than that is for its writer to mend.
                    let says_no_more = parsed.tree.parts_of(statement).len() == 1 && !statement.has_block;
                    problems.push(match whole_line(text, statement.head).filter(|_| says_no_more) {
                        Some(range) => problem.fixing("remove the line", Span { file: FileId(0), range }, "", FixSafety::Safe),
                        None => problem,
                    });
                } else if !is_there(&used) {
                    problems.push(
                        Diagnostic::new("SYN-34", "used-file-missing", Severity::Error, format!("the file `{told}` that is used here does not exist"), span)
                            .helping("The path counts from the folder of this file. Check its spelling."),
                    );
                } else if let Some(why) = unreadable(&used) {
                    problems.push(
                        Diagnostic::new("SYN-36", "used-file-unreadable", Severity::Error, format!("what is used here cannot be read: {}", why.replace(&used, &told)), span)
                            .helping("Nothing that it defines is known here until it can be read."),
                    );
                } else if let Some(way) = self.way(&used, path) {
                    let way: Vec<String> = std::iter::once(path.as_str()).chain(way.iter().map(String::as_str)).map(|file| format!("`{}`", if file == used { told.as_str() } else { file })).collect();
                    problems.push(
                        Diagnostic::new("SYN-35", "use-circle", Severity::Warning, "`use` goes in a circle", span)
                            .saying(way.join(" uses "))
                            .helping("Put what both need into a third file, and let both use that one."),
                    );
                }
            }
        }
        problems
    }

    /// The files on the way from one file to another, both included.
    fn way(&self, from: &str, to: &str) -> Option<Vec<String>> {
        let mut came: BTreeMap<&str, &str> = BTreeMap::new();
        let mut next: Vec<&str> = vec![from];
        while let Some(file) = next.pop() {
            if file == to {
                let mut way = vec![to.to_owned()];
                let mut at = to;
                while at != from {
                    at = came.get(at)?;
                    way.push(at.to_owned());
                }
                way.reverse();
                return Some(way);
            }
            for used in self.heads.get(file).into_iter().flat_map(|head| &head.uses) {
                if used != from && !came.contains_key(used.as_str()) {
                    came.insert(used, file);
                    next.push(used);
                }
            }
        }
        None
    }
}

/// The line of a statement with its end, when nothing else stands on it.
fn whole_line(text: &str, statement: TextRange) -> Option<TextRange> {
    let (start, end) = (statement.start as usize, statement.end as usize);
    let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let to = text[end..].find('\n').map_or(text.len(), |length| end + length + 1);
    (text[from..start].trim().is_empty() && text[end..to].trim().is_empty()).then(|| TextRange::new(from, to))
}
