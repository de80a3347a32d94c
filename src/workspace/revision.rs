//! The files of a commit, found and read as those on the disk are, and never written anywhere.

use super::above::{here, told, whole};
use super::discover::{Discovered, is_document, is_left_out};
use super::git::{Blobs, GitFault, ask, line};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The two ends of a range; without the second, it is the files as they are now.
pub struct Range {
    /// The earlier state.
    pub from: Revision,
    /// The later state.
    pub to: Option<Revision>,
}

/// The files of a commit.
pub struct Revision {
    /// Blobs by path, which is told from the folder in which the tool runs.
    blobs: BTreeMap<String, String>,
    reader: Mutex<Blobs>,
    /// The files under the paths that were asked for.
    found: Discovered,
}

/// Opens `REF`, `A..B` or `A...B`; three dots begin where the two parted.
pub fn open_range(range: &str, paths: &[String]) -> Result<Range, GitFault> {
    let here = here().map_err(|error| GitFault::Other(error.to_string()))?;
    let top = top(&here, paths)?;
    let (from, to, parted) = match (range.split_once("..."), range.split_once("..")) {
        (Some((from, to)), _) => (from, to, true),
        (None, Some((from, to))) => (from, to, false),
        (None, None) => (range, "", false),
    };
    let mut begin = commit(&top, if from.is_empty() { "HEAD" } else { from })?;
    let end = if to.is_empty() { None } else { Some(commit(&top, to)?) };
    if parted {
        let other = end.clone().map_or_else(|| commit(&top, "HEAD"), Ok)?;
        begin = line(&top, &["merge-base", &begin, &other]).map_err(|_| GitFault::NoCommit(format!("{from}...{to}")))?;
    }
    let open = |commit: &str| Revision::open(&here, &top, commit, paths);
    Ok(Range { from: open(&begin)?, to: end.as_deref().map(open).transpose()? })
}

/// The folder of the repository in which the first path lies.
fn top(here: &Path, paths: &[String]) -> Result<PathBuf, GitFault> {
    let first = whole(here, paths.first().map_or(".", String::as_str));
    let folder = first.ancestors().find(|folder| folder.is_dir()).unwrap_or(here);
    line(folder, &["rev-parse", "--show-toplevel"]).map(PathBuf::from)
}

/// The id of a commit. A name that begins like a flag is no commit.
fn commit(top: &Path, name: &str) -> Result<String, GitFault> {
    let unknown = || GitFault::NoCommit(name.to_owned());
    if name.starts_with('-') {
        return Err(unknown());
    }
    match line(top, &["rev-parse", "--verify", "--quiet", &format!("{name}^{{commit}}")]) {
        Err(GitFault::Other(_)) => Err(unknown()),
        other => other,
    }
}

impl Revision {
    fn open(here: &Path, top: &Path, commit: &str, paths: &[String]) -> Result<Self, GitFault> {
        let mut blobs = BTreeMap::new();
        let listed = ask(top, ["ls-tree", "-r", "-z", "--full-tree", commit])?;
        let mut inside = Vec::new();
        for entry in listed.split(|byte| *byte == 0) {
            // `100644 blob ID<tab>PATH`; links and other repositories are left out.
            let Some((head, path)) = std::str::from_utf8(entry).ok().and_then(|entry| entry.split_once('\t')) else { continue };
            let mut words = head.split(' ');
            let (Some("100644" | "100755"), Some("blob"), Some(id)) = (words.next(), words.next(), words.next()) else { continue };
            let place = top.join(path);
            blobs.insert(told(here, &place), id.to_owned());
            inside.push(place);
        }
        let found = found(here, top, &inside, paths)?;
        Ok(Revision { blobs, reader: Mutex::new(Blobs::open(top)?), found })
    }

    /// The files under the paths that were asked for.
    pub fn found(&self) -> &Discovered {
        &self.found
    }

    /// Whether it has a file.
    pub fn has(&self, path: &str) -> bool {
        self.blobs.contains_key(path)
    }

    /// What a file holds.
    pub(super) fn bytes(&self, path: &str) -> io::Result<Vec<u8>> {
        let id = self.blobs.get(path).ok_or(io::ErrorKind::NotFound)?;
        self.reader.lock().unwrap_or_else(PoisonError::into_inner).get(id)
    }
}

/// The files under some paths, as [`super::discover()`] finds them on the disk.
fn found(here: &Path, top: &Path, inside: &[PathBuf], paths: &[String]) -> Result<Discovered, GitFault> {
    let mut found = Discovered::default();
    for path in paths {
        let place = whole(here, path);
        let place = if place.starts_with(top) { place } else { fs::canonicalize(&place).unwrap_or(place) };
        if !place.starts_with(top) {
            return Err(GitFault::Outside(path.clone()));
        }
        for file in inside {
            let Ok(below) = file.strip_prefix(&place) else {
                if file.parent() == place.parent() && place.is_file() && is_document(&file.to_string_lossy()) {
                    found.beside.push(told(here, file));
                }
                continue;
            };
            let is_itself = below.as_os_str().is_empty();
            let hidden = below.components().any(|part| part.as_os_str().to_str().is_some_and(is_left_out));
            if is_itself || !hidden && is_document(&file.to_string_lossy()) {
                found.files.push(told(here, file));
            }
        }
    }
    found.files.sort();
    found.files.dedup();
    found.beside.sort();
    found.beside.dedup();
    found.beside.retain(|path| found.files.binary_search(path).is_err());
    Ok(found)
}
