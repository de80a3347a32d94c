//! How much of some texts is said in the same words as something before it. A reader that remembers statements has less to do with
//! texts that repeat themselves, so the generated ones must not do it much more than real ones.

use sharewright::syntax;
use std::collections::HashSet;
use std::path::Path;
use std::{fs, io};

/// The share of statements that stood before, in the same text or in one before it.
pub fn share<'a>(texts: impl IntoIterator<Item = &'a str>) -> (usize, usize) {
    let mut seen = HashSet::new();
    let (mut repeated, mut all) = (0, 0);
    for text in texts {
        for statement in syntax::parse(text).statements {
            all += 1;
            repeated += usize::from(!seen.insert(statement.head.of(text)));
        }
    }
    (repeated, all)
}

/// The texts of the examples of this repository, which people wrote.
pub fn examples() -> io::Result<Vec<String>> {
    let mut texts = Vec::new();
    for folder in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"))? {
        let folder = folder?.path();
        if folder.is_dir() {
            let mut files: Vec<_> = fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<io::Result<_>>()?;
            files.sort();
            let of_language = files.iter().filter(|file| file.extension().is_some_and(|ending| ending == "isa" || ending == "sop"));
            texts.extend(of_language.map(fs::read_to_string).collect::<io::Result<Vec<_>>>()?);
        }
    }
    Ok(texts)
}
