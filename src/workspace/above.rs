//! What lies above a path, and how a path is told to whoever stands in a folder.

use std::io;
use std::path::{Component, Path, PathBuf};

/// The folder in which the tool runs.
pub fn here() -> io::Result<PathBuf> {
    std::env::current_dir()
}

/// The nearest file with a name: beside a path, in the folder that it is, or in one above.
pub fn nearest(here: &Path, path: &str, name: &str) -> Option<PathBuf> {
    whole(here, path).ancestors().map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// A path from the root, without `.` and `..`.
pub fn whole(here: &Path, path: impl AsRef<Path>) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in here.join(path).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean
}

/// A whole path as it is told in a folder: from there, and by `..` where the two have more than the root in common.
pub fn told(here: &Path, path: &Path) -> String {
    let slashes = |path: &Path| path.to_string_lossy().replace('\\', "/");
    for (steps, above) in here.ancestors().enumerate() {
        if let (Ok(rest), Some(_)) = (path.strip_prefix(above), above.parent()) {
            let rest = slashes(rest);
            let told = "../".repeat(steps) + &rest;
            return if told.is_empty() { ".".to_owned() } else { told.trim_end_matches('/').to_owned() };
        }
    }
    slashes(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_from_where_one_stands() {
        let here = Path::new("/work/papers/now");
        for (path, expected) in [("/work/papers/now/a.isa", "a.isa"), ("/work/papers/now", "."), ("/work/b.toml", "../../b.toml"), ("/work", "../.."), ("/other/c", "/other/c")] {
            assert_eq!(told(here, Path::new(path)), expected);
        }
        assert_eq!(whole(here, "./x/../../then/a"), Path::new("/work/papers/then/a"));
    }

    #[test]
    fn the_nearest_file_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let here = folder.path();
        std::fs::create_dir_all(here.join("a/b")).expect("made");
        std::fs::write(here.join("s.toml"), "").expect("written");
        assert_eq!(nearest(here, "a/b/c.isa", "s.toml"), Some(here.join("s.toml")));
        std::fs::write(here.join("a/s.toml"), "").expect("written");
        assert_eq!(nearest(here, "a/b/c.isa", "s.toml"), Some(here.join("a/s.toml")));
        assert_eq!(nearest(here, ".", "s.toml"), Some(here.join("s.toml")));
    }
}
