//! From the paths on the command line to the files to check.

use super::writing::folder;
use crate::model::used_path;
use std::collections::HashSet;
use std::path::Path;
use walkdir::WalkDir;

/// The endings of files in the language.
const ENDINGS: [&str; 3] = ["isa", "sop", "disclosure"];

/// Whether a path ends like a file in the language.
pub fn is_document(path: &str) -> bool {
    Path::new(path).extension().and_then(|ending| ending.to_str()).is_some_and(|ending| ENDINGS.contains(&ending))
}

/// What was found.
#[derive(Debug, Default)]
pub struct Discovered {
    /// Paths of files, sorted, each once, with forward slashes.
    pub files: Vec<String>,
    /// Files beside a single file that was named: not checked, but looked at, since a procedure or a notice may belong to it.
    pub beside: Vec<String>,
    /// Those of both that may be something else than a file, such as a link or a pipe.
    pub unsure: HashSet<String>,
    /// Paths that cannot be looked into, with the reason.
    pub faults: Vec<(String, String)>,
}

/// Finds the files under some paths. A path to a file is taken whatever its ending; hidden folders are left out.
pub fn discover(paths: &[String]) -> Discovered {
    let mut found = Discovered::default();
    for path in paths {
        if path.is_empty() {
            found.faults.push((String::new(), "the path is empty; is a variable not set?".to_owned()));
            continue;
        }
        let place = Path::new(path);
        match place.metadata() {
            Err(error) => found.faults.push((show(path), reason(&error))),
            Ok(meta) if meta.is_file() => {
                found.files.push(show(path));
                beside(place, &mut found);
            }
            Ok(_) => walk(place, &mut found),
        }
    }
    found.files.sort();
    found.files.dedup();
    found.beside.sort();
    found.beside.dedup();
    found.beside.retain(|path| found.files.binary_search(path).is_err());
    found
}

/// One file as if it were there, with those beside its path.
pub fn discover_as(path: &str) -> Discovered {
    let mut found = Discovered { files: vec![show(path)], ..Discovered::default() };
    beside(Path::new(path), &mut found);
    found.beside.sort();
    found.beside.retain(|other| *other != found.files[0]);
    found
}

/// The files of the language in the folder of a file.
fn beside(file: &Path, found: &mut Discovered) {
    let Ok(entries) = folder(file).read_dir() else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("");
        let Ok(kind) = entry.file_type() else { continue };
        if ENDINGS.contains(&ending) && !kind.is_dir() {
            let path = show(&path.to_string_lossy());
            if !kind.is_file() {
                found.unsure.insert(path.clone());
            }
            found.beside.push(path);
        }
    }
}

/// Whether what has such a name is left out, unless it is named on the command line.
pub(super) fn is_left_out(name: &str) -> bool {
    name.starts_with('.') && name.len() > 1 || name == "target" || name == "node_modules"
}

fn walk(folder: &Path, found: &mut Discovered) {
    let entries = WalkDir::new(folder).follow_links(false).into_iter().filter_entry(|entry| entry.depth() == 0 || !entry.file_name().to_str().is_some_and(is_left_out));
    for entry in entries {
        match entry {
            Err(error) => {
                let path = error.path().map_or_else(String::new, |path| show(&path.to_string_lossy()));
                found.faults.push((path, error.io_error().map_or_else(|| "it goes in a circle".to_owned(), reason)));
            }
            Ok(entry) => {
                let ending = entry.path().extension().and_then(|ending| ending.to_str()).unwrap_or("");
                // Links and pipes are told when they are read.
                if !entry.file_type().is_dir() && ENDINGS.contains(&ending) {
                    match entry.path().to_str() {
                        Some(path) => {
                            let path = show(path);
                            if !entry.file_type().is_file() {
                                found.unsure.insert(path.clone());
                            }
                            found.files.push(path);
                        }
                        None => found.faults.push((show(&entry.path().to_string_lossy()), "its name is not UTF-8 text, so it cannot be shown or used; rename it".to_owned())),
                    }
                }
            }
        }
    }
}

/// A path as it is shown and compared: forward slashes, no `.` and no `..` where it can be helped.
pub(super) fn show(path: &str) -> String {
    let clean = used_path("", path);
    if clean.is_empty() { ".".to_owned() } else { clean }
}

/// Why something cannot be read, in plain words.
pub fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "reading it is not allowed".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        std::io::ErrorKind::NotADirectory => "a part of the path is a file, not a folder".to_owned(),
        std::io::ErrorKind::InvalidData => "it is not UTF-8 text".to_owned(),
        _ => error.to_string(),
    }
}
