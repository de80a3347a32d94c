//! A file written whole or not at all: whoever reads it, at any moment, finds the old text or the new one.

use super::discover::reason;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How a file ends that is still being written.
const WRITING: &str = ".writing";

/// Writes a text beside its file, brings it to the disk, and puts it in the file's place. The message says why it could not.
pub fn store(path: &str, text: &str) -> Result<(), String> {
    let place = fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
    // Another run that begins at this moment may take what is left over for its own; then it is written once more.
    let written = match replace(&place, text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => replace(&place, text.as_bytes()),
        other => other,
    };
    written.map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "writing there is not allowed".to_owned(),
        _ => reason(&error),
    })
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

/// The folder of a file.
pub(super) fn folder(place: &Path) -> &Path {
    place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn beginning(place: &Path) -> String {
    format!(".{}.", place.file_name().unwrap_or_default().to_string_lossy())
}

/// Puts bytes in the place of a file, whole or not at all.
pub(super) fn replace(place: &Path, bytes: &[u8]) -> io::Result<()> {
    // A file that may not be written is not written by putting another in its place.
    let permissions = match fs::metadata(place) {
        Ok(known) if known.permissions().readonly() => return Err(io::ErrorKind::PermissionDenied.into()),
        Ok(known) => Some(known.permissions()),
        Err(_) => None,
    };
    let beside = folder(place).join(format!("{}{}{WRITING}", beginning(place), std::process::id()));
    let written = write(&beside, bytes, permissions).and_then(|()| fs::rename(&beside, place));
    if written.is_err() {
        drop(fs::remove_file(&beside));
    }
    written?;
    // The name is in the folder; where a folder cannot be brought to the disk, the system does it in its own time.
    if let Ok(folder) = File::open(folder(place)) {
        drop(folder.sync_all());
    }
    Ok(())
}

fn write(beside: &Path, bytes: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).open(beside)?;
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.sync_all()
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
