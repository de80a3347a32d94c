//! How many statements of some texts have the shape of one before them: the same sorts of parts in the same order. A reader that
//! remembers shapes has less to do with such texts, so the generated ones must not be more alike than real ones.

use sharewright::syntax;
use std::collections::HashSet;
use std::path::Path;
use std::{fs, io};

/// How many statements have a shape that stood before, in the same text or in one before it, and how many there are.
pub fn share<'a>(texts: impl IntoIterator<Item = &'a str>) -> (usize, usize) {
    let mut seen = HashSet::new();
    let (mut repeated, mut all) = (0, 0);
    for text in texts {
        let tree = syntax::parse(text);
        for statement in &tree.statements {
            all += 1;
            let sorts = tree.parts_of(statement).iter().map(|part| format!("{:?} ", part.kind));
            repeated += usize::from(!seen.insert(sorts.collect::<String>()));
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
