//! A file written whole or not at all: whoever reads it, at any moment, finds the old text or the new one.

use super::writing::{WRITING, Writing, beginning, folder, why_not_written};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a text beside its file, brings it to the disk, and puts it in the file's place. The message says why it could not.
pub fn store(path: &str, text: &str) -> Result<(), String> {
    let place = fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
    // Another run that begins at this moment may take what is left over for its own; then it is written once more.
    let written = match replace(&place, text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => replace(&place, text.as_bytes()),
        other => other,
    };
    written.map_err(|error| why_not_written(&error))
}

/// Whether there is anything at a path.
pub fn exists(path: &str) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Removes what a run that was ended in the middle of writing has left beside a file.
pub fn sweep(path: &str) {
    let place = fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
    let begins = beginning(&place);
    let entries = fs::read_dir(folder(&place)).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(&begins) && name.ends_with(WRITING) {
            // What cannot be removed does no harm: nothing reads it.
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// Puts bytes in the place of a file, whole or not at all.
pub(super) fn replace(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut writing = Writing::at(place)?;
    writing.write_all(bytes)?;
    writing.done()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.disclosure");
        let path = path.to_string_lossy();
        store(&path, "one").expect("written");
        store(&path, "two").expect("written");
        assert_eq!(fs::read_to_string(path.as_ref()).expect("read"), "two");
        fs::write(folder.path().join(".a.disclosure.1.writing"), "half").expect("written");
        sweep(&path);
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}
