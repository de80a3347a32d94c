//! What was found before, kept in a folder that the user names, so that files that have not changed need not be judged again.
//!
//! It is never trusted to be right by its date: what was found is kept under the hash of everything that it depends on, which is the program
//! itself, the packs, the day, and path and text of every file that was read for it. A file of the cache that is not whole counts as none.

use super::store::replace;
use crate::source::SourceFile;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// What something is kept under.
pub(super) type Key = [u8; 32];

/// The first bytes of the file; the number changes with its layout.
const MAGIC: &[u8; 16] = b"sharewright kept";

/// The file in the folder.
const FILE: &str = "findings.kept";

/// For how many runs that write, something is kept that none of them asked for: runs over different folders may share a cache.
const RUNS: u8 = 8;

/// What is known of one key.
#[derive(Clone, Copy)]
struct Entry {
    /// How many runs in a row did not ask for it.
    age: u8,
    bytes: &'static [u8],
}

/// What was found before, and what is found now.
pub struct Cache {
    place: PathBuf,
    /// The hash of all that is the same for every file.
    seed: blake3::Hasher,
    known: FxHashMap<Key, Entry>,
    met: Mutex<FxHashSet<Key>>,
    fresh: Mutex<BTreeMap<Key, Vec<u8>>>,
}

impl Cache {
    /// Opens the cache in a folder, which is made when it is not there. `settings` are all things but the files that what is found depends on.
    pub fn open(folder: &str, settings: &[&[u8]]) -> io::Result<Self> {
        let folder = Path::new(folder);
        if !folder.is_dir() {
            fs::create_dir_all(folder)?;
            // What is kept is of no use to others: neither to a repository nor to a back-up.
            fs::write(folder.join(".gitignore"), "*\n")?;
            fs::write(folder.join("CACHEDIR.TAG"), "Signature: 8a477f597d28d172789f06886806bc55\n")?;
        }
        let mut seed = blake3::Hasher::new();
        // Another build of the program may judge in another way.
        add(&mut seed, &fs::read(std::env::current_exe()?)?);
        for setting in settings {
            add(&mut seed, setting);
        }
        let place = folder.join(FILE);
        let known = match fs::read(&place) {
            Ok(bytes) => entries(bytes.leak()).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => FxHashMap::default(),
            Err(error) => return Err(error),
        };
        Ok(Cache { place, seed, known, met: Mutex::default(), fresh: Mutex::default() })
    }

    /// What that which is found in some files is kept under.
    pub(super) fn key(&self, files: &[Arc<SourceFile>]) -> Key {
        let mut hash = self.seed.clone();
        for file in files {
            add(&mut hash, file.path.as_bytes());
            add(&mut hash, file.text.as_bytes());
        }
        *hash.finalize().as_bytes()
    }

    /// What is kept under a key.
    pub(super) fn get(&self, key: &Key) -> Option<&'static [u8]> {
        let entry = self.known.get(key)?;
        self.met.lock().unwrap_or_else(PoisonError::into_inner).insert(*key);
        Some(entry.bytes)
    }

    /// Keeps something under a key.
    pub(super) fn put(&self, key: Key, bytes: Vec<u8>) {
        self.fresh.lock().unwrap_or_else(PoisonError::into_inner).insert(key, bytes);
    }

    /// How many files were found unchanged.
    pub fn met(&self) -> usize {
        self.met.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Writes what is new. Nothing is written when nothing is.
    pub fn close(self) -> io::Result<()> {
        let met = self.met.into_inner().unwrap_or_else(PoisonError::into_inner);
        let fresh = self.fresh.into_inner().unwrap_or_else(PoisonError::into_inner);
        if fresh.is_empty() {
            return Ok(());
        }
        let kept = self.known.iter().filter_map(|(key, entry)| {
            let age = if met.contains(key) { 0 } else { entry.age + 1 };
            (age < RUNS).then_some((*key, (age, entry.bytes)))
        });
        let mut all: BTreeMap<Key, (u8, &[u8])> = kept.collect();
        all.extend(fresh.iter().map(|(key, bytes)| (*key, (0, bytes.as_slice()))));
        replace(&self.place, &written(&all))
    }
}

/// Adds bytes to a hash with their number, so that no two lists have the same hash by being cut elsewhere.
fn add(hash: &mut blake3::Hasher, bytes: &[u8]) {
    hash.update(&(bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// The whole file: magic, hash of the rest, number of entries, of each its key, age and length, then the bytes of all.
fn written(all: &BTreeMap<Key, (u8, &[u8])>) -> Vec<u8> {
    let mut rest = Vec::with_capacity(all.values().map(|(_, bytes)| bytes.len() + 37).sum::<usize>() + 4);
    rest.extend_from_slice(&(all.len() as u32).to_le_bytes());
    for (key, (age, bytes)) in all {
        rest.extend_from_slice(key);
        rest.push(*age);
        rest.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
    }
    for (_, bytes) in all.values() {
        rest.extend_from_slice(bytes);
    }
    [MAGIC.as_slice(), blake3::hash(&rest).as_bytes(), &rest].concat()
}

/// The entries of a file; nothing when it is not whole, or not one of ours.
fn entries(file: &'static [u8]) -> Option<FxHashMap<Key, Entry>> {
    let (hash, rest) = file.strip_prefix(MAGIC)?.split_at_checked(32)?;
    if blake3::hash(rest).as_bytes() != hash {
        return None;
    }
    let (count, mut heads) = rest.split_first_chunk::<4>()?;
    let count = u32::from_le_bytes(*count) as usize;
    let mut bytes = heads.get(count.checked_mul(37)?..)?;
    let mut entries = FxHashMap::with_capacity_and_hasher(count, rustc_hash::FxBuildHasher);
    for _ in 0..count {
        let (key, after) = heads.split_first_chunk::<32>()?;
        let (age, after) = after.split_first()?;
        let (length, after) = after.split_first_chunk::<4>()?;
        let (own, further) = bytes.split_at_checked(u32::from_le_bytes(*length) as usize)?;
        (heads, bytes) = (after, further);
        entries.insert(*key, Entry { age: *age, bytes: own });
    }
    Some(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> Vec<Arc<SourceFile>> {
        vec![Arc::new(SourceFile::new("a.isa", text))]
    }

    fn kept(folder: &str, setting: &str, text: &str) -> Option<&'static [u8]> {
        let cache = Cache::open(folder, &[setting.as_bytes()]).unwrap();
        cache.get(&cache.key(&files(text)))
    }

    #[test]
    fn what_is_kept_comes_back_for_the_same_and_for_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("kept").to_string_lossy().into_owned();
        let cache = Cache::open(&folder, &[b"2026-11-22"]).unwrap();
        cache.put(cache.key(&files("one")), b"found in one".to_vec());
        cache.put(cache.key(&files("two")), Vec::new());
        cache.close().unwrap();
        assert_eq!(kept(&folder, "2026-11-22", "one"), Some(b"found in one".as_slice()));
        assert_eq!(kept(&folder, "2026-11-22", "two"), Some([].as_slice()));
        assert_eq!(kept(&folder, "2026-11-22", "three"), None);
        assert_eq!(kept(&folder, "2026-11-23", "one"), None);
    }

    #[test]
    fn a_file_that_is_not_whole_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join(FILE);
        let folder = folder.path().to_string_lossy().into_owned();
        let cache = Cache::open(&folder, &[]).unwrap();
        cache.put(cache.key(&files("one")), b"found".to_vec());
        cache.close().unwrap();
        let whole = fs::read(&place).unwrap();
        assert!(entries(whole.clone().leak()).is_some());
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert!(entries(changed.leak()).is_none(), "byte {at}");
            assert!(entries(whole[..at].to_vec().leak()).is_none(), "cut at {at}");
        }
        fs::write(&place, "not a cache").unwrap();
        assert_eq!(Cache::open(&folder, &[]).unwrap().known.len(), 0);
    }

    #[test]
    fn what_nobody_asks_for_goes_in_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().to_string_lossy().into_owned();
        for run in 0..12_u8 {
            let cache = Cache::open(&folder, &[]).unwrap();
            let (old, always) = (cache.key(&files("old")), cache.key(&files("always")));
            if run == 0 {
                cache.put(old, b"old".to_vec());
                cache.put(always, b"always".to_vec());
            } else {
                assert!(cache.get(&always).is_some());
                assert_eq!(cache.known.contains_key(&old), run <= RUNS, "run {run}");
            }
            cache.put(cache.key(&files(&run.to_string())), vec![run]);
            cache.close().unwrap();
        }
    }
}
