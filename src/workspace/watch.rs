//! Files that are looked at again whenever they change: what has changed, and what must be judged again for it.

use super::discover::{Discovered, discover, is_document, show};
use super::graph::graph;
use super::read::{Shelf, read_source};
use super::run::Reading;
use super::writing::folder;
use crate::model::{Head, Uses};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// How long nothing more may happen before what happened is looked at: an editor that saves a file does several things to it.
const CALM: Duration = Duration::from_millis(30);

/// Files that are watched.
pub struct Watch {
    paths: Vec<String>,
    found: Discovered,
    uses: Uses,
    /// Tells of changes as long as it lives.
    _watcher: RecommendedWatcher,
    told: Receiver<notify::Result<notify::Event>>,
    /// The folder in which the tool runs: what is told may begin there.
    here: PathBuf,
}

/// What happened.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Files to be judged again, in order of path: those that changed, and those that rest on them.
    pub again: Vec<String>,
    /// Files that are gone.
    pub gone: Vec<String>,
}

impl Watch {
    /// Watches the files under some paths. The message says why that cannot be done.
    pub fn new(paths: &[String]) -> Result<Self, String> {
        let (sender, told) = channel();
        let mut watcher = notify::recommended_watcher(sender).map_err(|error| error.to_string())?;
        for path in paths {
            let place = Path::new(path);
            // A file that is written anew is another file in its folder; the folder stays.
            let (place, mode) = if place.is_file() { (folder(place), RecursiveMode::NonRecursive) } else { (place, RecursiveMode::Recursive) };
            watcher.watch(place, mode).map_err(|error| format!("{}: {error}", show(path)))?;
        }
        // What changes from here on is told, so nothing is missed between this look and the first wait.
        let found = discover(paths);
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let uses = graph(&found, Shelf::Disk, threads);
        let here = std::env::current_dir().unwrap_or_default();
        Ok(Watch { paths: paths.to_vec(), found, uses, _watcher: watcher, told, here })
    }

    /// What is watched.
    pub fn found(&self) -> &Discovered {
        &self.found
    }

    /// To judge some of the files.
    pub fn reading<'a>(&'a self, files: &'a [String]) -> Reading<'a> {
        Reading::known(files, self.uses.clone())
    }

    /// Waits until something has changed. Nothing when nothing more will be told.
    pub fn wait(&mut self) -> Option<Changed> {
        loop {
            let mut touched = BTreeSet::new();
            while !self.note(&self.told.recv().ok()?, &mut touched) {}
            let mut calm = Instant::now() + CALM;
            while let Ok(event) = self.told.recv_timeout(calm.saturating_duration_since(Instant::now())) {
                if self.note(&event, &mut touched) {
                    calm = Instant::now() + CALM;
                }
            }
            let changed = self.changed(&touched);
            if changed != Changed::default() {
                return Some(changed);
            }
        }
    }

    /// Notes the files that an event tells of; whether it may tell of a change. To be read is none: the look that follows a change reads, too.
    fn note(&self, event: &notify::Result<notify::Event>, touched: &mut BTreeSet<String>) -> bool {
        // What cannot be told may be a change all the same.
        let Ok(event) = event else { return true };
        if event.kind.is_access() {
            return false;
        }
        for path in &event.paths {
            let path = path.strip_prefix(&self.here).unwrap_or(path);
            touched.extend(path.to_str().map(show));
        }
        true
    }

    /// Looks at what was touched.
    fn changed(&mut self, touched: &BTreeSet<String>) -> Changed {
        let before = std::mem::take(&mut self.found);
        self.found = discover(&self.paths);
        let is_in = |files: &[String], path: &str| files.binary_search_by(|file| file.as_str().cmp(path)).is_ok();
        let gone: Vec<String> = before.files.iter().filter(|path| !is_in(&self.found.files, path)).cloned().collect();
        let new = self.found.files.iter().filter(|path| !is_in(&before.files, path));
        let known = |path: &&String| is_document(path) || is_in(&self.found.files, path);
        let changed: BTreeSet<&String> = touched.iter().filter(known).chain(new).chain(&gone).collect();
        let mut again = BTreeSet::new();
        for path in changed {
            again.extend(self.uses.rest_on(path));
            let (source, _) = read_source(path);
            self.uses.set(path, Head::of(path, &source.text));
            again.extend(self.uses.rest_on(path));
        }
        again.retain(|path| is_in(&self.found.files, path));
        Changed { again: again.into_iter().collect(), gone }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn to_be_read_is_no_change() {
        let top = tempfile::tempdir().unwrap();
        let file = top.path().join("a.isa");
        fs::write(&file, "agreement a \"A\" {\n}\n").unwrap();
        let watch = Watch::new(&[top.path().to_string_lossy().into_owned()]).unwrap();
        // Both are what every look does.
        fs::read_to_string(&file).unwrap();
        discover(&watch.paths);
        fs::write(&file, "agreement b \"B\" {\n}\n").unwrap();
        let mut touched = BTreeSet::new();
        let mut read = 0;
        while !watch.note(&watch.told.recv().unwrap(), &mut touched) {
            read += 1;
        }
        assert_eq!(touched.len(), 1, "{touched:?}");
        assert!(read > 0 || !cfg!(target_os = "linux"), "the system tells of reading, too: without that this test says nothing");
    }

    #[test]
    fn what_rests_on_a_changed_file_is_judged_again() {
        let top = tempfile::tempdir().unwrap();
        let path = |name: &str| top.path().join(name).to_string_lossy().into_owned();
        fs::write(path("shared.isa"), "party trust \"Trust\"\n").unwrap();
        fs::write(path("a.isa"), "use \"shared.isa\"\nagreement a \"A\" {\n}\n").unwrap();
        fs::write(path("b.isa"), "agreement b \"B\" {\n}\n").unwrap();
        let mut watch = Watch::new(&[top.path().to_string_lossy().into_owned()]).unwrap();
        assert_eq!(watch.found().files, [path("a.isa"), path("b.isa"), path("shared.isa")]);

        fs::write(path("shared.isa"), "party trust \"The Trust\"\n").unwrap();
        assert_eq!(watch.wait(), Some(Changed { again: vec![path("a.isa"), path("shared.isa")], gone: vec![] }));
        fs::write(path("b.isa"), "use \"shared.isa\"\nagreement b \"B\" {\n}\n").unwrap();
        assert_eq!(watch.wait(), Some(Changed { again: vec![path("b.isa")], gone: vec![] }));
        fs::write(path("note.txt"), "nothing to do with it").unwrap();
        fs::remove_file(path("shared.isa")).unwrap();
        assert_eq!(watch.wait(), Some(Changed { again: vec![path("a.isa"), path("b.isa")], gone: vec![path("shared.isa")] }));
        // An editor may write beside the file, and put that in its place.
        fs::write(path("new.writing"), "agreement c \"C\" {\n}\n").unwrap();
        fs::rename(path("new.writing"), path("c.isa")).unwrap();
        assert_eq!(watch.wait(), Some(Changed { again: vec![path("c.isa")], gone: vec![] }));
    }
}
