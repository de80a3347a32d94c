//! Folders with a part of the shipped packs, to see what rules cost.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// A folder of packs.
pub struct Packs {
    /// Where it is.
    pub folder: PathBuf,
    /// How many rules and questions it has.
    pub rules: usize,
}

/// Writes the words, the registers, the law and every `step`-th file of rules; none when `step` is 0.
pub fn write(under: &Path, step: usize) -> io::Result<Packs> {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let folder = under.join(format!("packs-{step}"));
    let mut rules = 0;
    for pack in ["words", "registers", "law", "checklist", "findings"] {
        fs::create_dir_all(folder.join(pack))?;
        let mut files: Vec<PathBuf> = fs::read_dir(shipped.join(pack))?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        files.sort();
        let is_needed = |path: &Path| matches!(pack, "words" | "registers" | "law") || path.ends_with("pack.toml");
        let (needed, of_rules): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| is_needed(path));
        let chosen = of_rules.into_iter().step_by(step.max(1)).filter(|_| step > 0);
        for path in needed.into_iter().chain(chosen) {
            let text = fs::read_to_string(&path)?;
            rules += text.lines().filter(|line| matches!(line.trim(), "[[rule]]" | "[[question]]")).count();
            fs::write(folder.join(pack).join(path.file_name().unwrap_or_default()), text)?;
        }
    }
    Ok(Packs { folder, rules })
}
