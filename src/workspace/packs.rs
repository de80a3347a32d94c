//! A folder of packs, read.

use super::discover::{reason, show};
use crate::policy::PackFile;
use walkdir::WalkDir;

/// A folder of packs that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// The path.
    pub path: String,
    /// Why.
    pub why: String,
}

/// The TOML files under a folder, sorted.
pub fn read_packs(folder: &str) -> Result<Vec<PackFile>, PackError> {
    let fault = |path: &str, why: String| PackError { path: show(path), why };
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| fault(folder, error.io_error().map_or_else(|| "it goes in a circle".to_owned(), reason)))?;
        if entry.path().extension().is_some_and(|ending| ending == "toml") {
            let path = show(&entry.path().to_string_lossy());
            let text = std::fs::read_to_string(entry.path()).map_err(|error| fault(&path, reason(&error)))?;
            files.push(PackFile { path, text });
        }
    }
    Ok(files)
}
