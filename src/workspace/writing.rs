//! A file that is written bit by bit beside its place, and put there when it is whole.

use super::discover::reason;
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// How a file ends that is still being written.
pub(super) const WRITING: &str = ".writing";

/// A file that is being written. Dropped before it is finished, it leaves nothing behind.
#[derive(Debug)]
pub struct Writing {
    out: BufWriter<File>,
    place: PathBuf,
    /// Where it is written; nowhere else than in its place, when that is a pipe or a device.
    beside: Option<PathBuf>,
}

impl Writing {
    /// Begins a file. The message says why it could not.
    pub fn begin(path: &str) -> Result<Self, String> {
        let place = fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
        fs::create_dir_all(folder(&place)).and_then(|()| Self::at(&place)).map_err(|error| why_not_written(&error))
    }

    /// Begins a file in a folder that is there.
    pub(super) fn at(place: &Path) -> io::Result<Self> {
        let known = fs::metadata(place).ok();
        if let Some(known) = &known {
            if known.is_dir() {
                return Err(io::ErrorKind::IsADirectory.into());
            }
            // A file that may not be written is not written by putting another in its place.
            if known.permissions().readonly() {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            if !known.is_file() {
                let out = BufWriter::new(OpenOptions::new().write(true).open(place)?);
                return Ok(Writing { out, place: place.to_owned(), beside: None });
            }
        }
        let beside = folder(place).join(format!("{}{}{WRITING}", beginning(place), std::process::id()));
        let file = OpenOptions::new().write(true).create(true).truncate(true).open(&beside)?;
        let writing = Writing { out: BufWriter::new(file), place: place.to_owned(), beside: Some(beside) };
        if let Some(known) = known {
            writing.out.get_ref().set_permissions(known.permissions())?;
        }
        Ok(writing)
    }

    /// Brings what was written to the disk and puts it in its place. The message says why it could not.
    pub fn finish(self) -> Result<(), String> {
        self.done().map_err(|error| why_not_written(&error))
    }

    /// The same, for this room.
    pub(super) fn done(mut self) -> io::Result<()> {
        self.out.flush()?;
        let Some(beside) = self.beside.clone() else { return Ok(()) };
        self.out.get_ref().sync_all()?;
        fs::rename(beside, &self.place)?;
        self.beside = None;
        // The name is in the folder; where a folder cannot be brought to the disk, the system does it in its own time.
        if let Ok(folder) = File::open(folder(&self.place)) {
            drop(folder.sync_all());
        }
        Ok(())
    }
}

impl Write for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            // What cannot be removed does no harm: nothing reads it.
            drop(fs::remove_file(beside));
        }
    }
}

/// Why a file could not be written, in plain words.
pub fn why_not_written(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "writing there is not allowed".to_owned(),
        // A folder was to be made where a file stands.
        io::ErrorKind::AlreadyExists => "a part of the path is a file, not a folder".to_owned(),
        io::ErrorKind::StorageFull => "there is no room left on the disk".to_owned(),
        _ => reason(error),
    }
}

/// The folder of a file.
pub(super) fn folder(place: &Path) -> &Path {
    place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// How the name begins under which a file is written.
pub(super) fn beginning(place: &Path) -> String {
    format!(".{}.", place.file_name().unwrap_or_default().to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_finished_leaves_the_old_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("new/report.json");
        let path = path.to_string_lossy();
        let write = |text: &str| {
            let mut writing = Writing::begin(&path).expect("begun");
            writing.write_all(text.as_bytes()).expect("written");
            writing
        };
        write("one").finish().expect("finished");
        drop(write("half"));
        assert_eq!(fs::read_to_string(path.as_ref()).expect("read"), "one");
        assert_eq!(fs::read_dir(folder.path().join("new")).expect("a folder").count(), 1);
        assert_eq!(Writing::begin(&folder.path().to_string_lossy()).expect_err("a folder is no file"), "it is a folder");
    }
}
