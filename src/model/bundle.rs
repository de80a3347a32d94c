//! Which files see which: the paths of `use` statements, followed. Paths are compared as text; nothing is read.

use crate::source::FileId;
use crate::syntax::uses;

/// The path that a `use` statement of a file means, with `.` and `..` taken out; forward slashes throughout.
pub fn used_path(file: &str, used: &str) -> String {
    let mut parts: Vec<&str> = match file.rsplit_once('/') {
        Some((folder, _)) if !used.starts_with('/') => folder.split('/').collect(),
        _ => Vec::new(),
    };
    let root = used.starts_with('/') || file.starts_with('/') && !parts.is_empty();
    let used = used.replace('\\', "/");
    for part in used.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| !matches!(*last, ".." | "")) => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let joined = parts.iter().filter(|part| !matches!(**part, "" | ".")).copied().collect::<Vec<_>>().join("/");
    if root { format!("/{joined}") } else { joined }
}

/// For each file, the files that it sees through `use`, directly or through others, itself left out. A circle does no harm.
pub fn visible(files: &[(&str, &str)]) -> Vec<Vec<FileId>> {
    let clean: Vec<String> = files.iter().map(|(path, _)| used_path("", path)).map(|path| path.trim_start_matches('/').to_owned()).collect();
    let direct: Vec<Vec<usize>> = files
        .iter()
        .map(|(path, text)| {
            let wanted = uses(text).into_iter().map(|used| used_path(path, used).trim_start_matches('/').to_owned());
            wanted.filter_map(|wanted| clean.iter().position(|path| *path == wanted)).collect()
        })
        .collect();
    (0..files.len())
        .map(|file| {
            let mut seen = Vec::new();
            let mut next = direct[file].clone();
            while let Some(other) = next.pop() {
                if other != file && !seen.contains(&other) {
                    seen.push(other);
                    next.extend(&direct[other]);
                }
            }
            seen.sort_unstable();
            seen.into_iter().map(|file| FileId(file as u32)).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_followed() {
        assert_eq!(used_path("a/b/c.isa", "../d.isa"), "a/d.isa");
        assert_eq!(used_path("./a/c.isa", "d.isa"), "a/d.isa");
        assert_eq!(used_path("/x/a/c.isa", "../d.isa"), "/x/d.isa");
        assert_eq!(used_path("c.isa", "../../d.isa"), "../../d.isa");
    }

    #[test]
    fn circles_end() {
        let files = [("a.isa", "use \"b.isa\"\n"), ("b.isa", "use \"a.isa\"\nuse \"c.isa\"\n"), ("c.isa", "")];
        assert_eq!(visible(&files), [vec![FileId(1), FileId(2)], vec![FileId(0), FileId(2)], vec![]]);
    }
}
