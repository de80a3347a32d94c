//! The files of documents: what is there, and what takes its place.

use super::store::replace;
use super::writing::folder;
use std::fs;
use std::io;
use std::path::Path;

/// Writes a file so that whoever reads it, at any time, sees the old one or the new one. The folder is made when it is not there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(folder(path))?;
    replace(path, bytes)
}

/// Writes a file that is not there yet, whole or not at all; one that is there is left alone, even if it comes while this runs.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "it names no file"))?;
    let beside = folder(path).join(format!(".{}.{}.new", name.to_string_lossy(), std::process::id()));
    write_whole(&beside, bytes)?;
    // A link fails where the name is taken; a rename would take it. Some file systems have no links.
    let done = match fs::hard_link(&beside, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists && !path.exists() => fs::rename(&beside, path),
        done => done,
    };
    let _ = fs::remove_file(&beside);
    done
}

/// What a file holds; nothing when there is none.
pub fn read_whole(path: &Path) -> io::Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The text files of a folder with an ending, by name: name without the ending, path, text. Folders within are left out.
pub fn read_folder(folder: &Path, ending: &str) -> io::Result<Vec<(String, String, String)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if let Some(stem) = name.strip_suffix(ending)
            && path.is_file()
        {
            found.push((stem.to_owned(), path.to_string_lossy().replace('\\', "/"), fs::read_to_string(&path)?));
        }
    }
    found.sort();
    Ok(found)
}
