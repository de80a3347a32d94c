//! The files on disk, and the unit that their work is counted in.

use super::process;
use crate::generate::{Corpus, FOLDER};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A corpus that was written out.
pub struct Written {
    /// Where.
    pub top: PathBuf,
    /// Paths from there, in the order of the folders.
    pub paths: Vec<String>,
    /// Bytes of each file.
    sizes: Vec<u64>,
}

impl Written {
    /// Writes a corpus.
    pub fn new(corpus: &Corpus, top: &Path) -> io::Result<Self> {
        let paths = corpus.write(top)?;
        let sizes = paths.iter().map(|path| Ok(top.join(path).metadata()?.len())).collect::<io::Result<_>>()?;
        Ok(Written { top: top.to_owned(), paths, sizes })
    }

    /// Bytes of its first files.
    pub fn bytes(&self, files: usize) -> u64 {
        self.sizes.iter().take(files).sum()
    }

    /// The folders that hold the first files.
    pub fn folders(&self, files: usize) -> Vec<String> {
        (0..files.div_ceil(FOLDER)).map(|folder| format!("{folder:03}")).collect()
    }

    /// The unit S of the first files: the CPU seconds that `sha256sum` takes over them.
    pub fn unit(&self, files: usize) -> io::Result<Option<Duration>> {
        process::cpu_of_short(Command::new("sha256sum").args(&self.paths[..files]).current_dir(&self.top))
    }
}
