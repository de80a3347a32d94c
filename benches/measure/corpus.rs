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
    sizes: Vec<usize>,
}

impl Written {
    /// Writes a corpus.
    pub fn new(corpus: &Corpus, top: &Path) -> io::Result<Self> {
        let paths = corpus.write(top)?;
        let sizes = paths.iter().map(|path| Ok(top.join(path).metadata()?.len() as usize)).collect::<io::Result<_>>()?;
        Ok(Written { top: top.to_owned(), paths, sizes })
    }

    /// Bytes of its first files.
    pub fn bytes(&self, files: usize) -> usize {
        self.sizes.iter().take(files).sum()
    }

    /// The folders that hold the first files.
    pub fn folders(&self, files: usize) -> Vec<String> {
        let firsts = self.paths[..files].iter().step_by(FOLDER);
        firsts.map(|path| path.split('/').next().unwrap_or(path).to_owned()).collect()
    }

    /// The unit S of the first files: the CPU seconds that `sha256sum` takes over them.
    pub fn unit(&self, files: usize) -> io::Result<Option<Duration>> {
        process::cpu_of_short(Command::new("sha256sum").args(&self.paths[..files]).current_dir(&self.top))
    }
}
