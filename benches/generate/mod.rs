//! Agreements to measure with: invented, varied, and the same on every run.
//!
//! Two thirds are sound in language (a short agreement still leaves questions open, and that is found too); the others have
//! one to three slips of the kinds in [`Defect`]. Files stand in folders of a hundred; one file of each folder holds what
//! some of the others use.

mod agreement;
mod cast;
mod consent;
mod defect;
mod flow;
mod item;
mod more;
mod operations;
mod page;
mod party;
mod phrase;
mod random;
mod theme;
mod words;

use cast::Cast;
use defect::DEFECTS;
pub use defect::Defect;
use random::Random;
use std::path::Path;
use std::{fs, io};

/// Files in one folder.
pub const FOLDER: usize = 100;

/// How the agreements are to be.
#[derive(Clone, Copy)]
pub struct Corpus {
    /// What decides everything in them.
    pub seed: u64,
    /// How many files.
    pub files: usize,
    /// Their size in bytes, on average.
    pub size: usize,
}

/// A file.
pub struct File {
    /// Its path from the top of the corpus.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What is wrong with it on purpose.
    pub defects: Vec<Defect>,
}

impl Corpus {
    /// The file with this number.
    pub fn file(&self, number: usize) -> File {
        let folder = number / FOLDER;
        if number.is_multiple_of(FOLDER) {
            return File { path: format!("{folder:03}/county.isa"), text: county(folder), defects: Vec::new() };
        }
        let mut random = Random::new(self.seed, number);
        let size = (self.size * random.between(70, 130) / 100).max(4_000);
        let cast = Cast::plan(number, size, &mut random);
        let mut text = agreement::text(&cast, size, &mut random);
        let mut defects: Vec<Defect> = Vec::new();
        if random.chance(33) {
            let count = random.between(1, 3);
            defects.extend(random.some(&DEFECTS, count).into_iter().copied());
            for defect in &defects {
                text = defect.spoil(&text, &mut random);
            }
        }
        File { path: format!("{folder:03}/{}.isa", cast.name), text, defects }
    }

    /// All files, one after the other.
    pub fn all(&self) -> impl Iterator<Item = File> + '_ {
        (0..self.files).map(|number| self.file(number))
    }

    /// Writes all files under a folder and returns their paths.
    pub fn write(&self, under: &Path) -> io::Result<Vec<String>> {
        let mut paths = Vec::with_capacity(self.files);
        for file in self.all() {
            let path = under.join(&file.path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&path, &file.text)?;
            paths.push(file.path);
        }
        Ok(paths)
    }
}

/// What some of the agreements of a folder use.
fn county(folder: usize) -> String {
    format!(
        "# GENERATED to measure speed. Nobody in it exists.\n\nchannel county-mail \"Secure mail of county {folder}\" {{\n  kind        secure-email\n  end         \"desk@county-{folder}.example\"\n  protection  \"encrypted between both ends\"\n}}\n\nbody county-board \"Board of county {folder}\" {{\n  meets 6 months minutes \"kept by the county\"\n}}\n"
    )
}
