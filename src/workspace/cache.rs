//! What was found before, kept in a folder that the user names, so that files that have not changed need not be judged again.
//!
//! It is never trusted to be right by its date: what was found is kept under the hash of everything that it depends on, which is the program
//! itself, the packs, the day, and path and text of every file that was read for it. What is new is added at the end of one file; each part
//! of it bears a hash of itself, so that one that is not whole, or was damaged, counts as none.

use super::writing::Writing;
use crate::source::SourceFile;
use rustc_hash::{FxHashMap, FxHashSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What something is kept under.
pub(super) type Key = [u8; 32];

/// The first bytes of the file; they change with its layout.
const MAGIC: &[u8; 16] = b"sharewright 0001";

/// The file in the folder.
const FILE: &str = "findings.kept";

/// So many parts more than a run asked for may lie in the file before it is written anew: runs over different folders may share a cache, and
/// to write everything anew takes longer than to add a little.
const SPARE: usize = 1000;

/// One part of the file: its key, the number of its bytes, a hash of both, and the bytes.
#[derive(Clone, Copy)]
struct Part {
    check: [u8; 16],
    bytes: &'static [u8],
}

/// What was found before, and what is found now.
pub struct Cache {
    place: PathBuf,
    /// The hash of all that is the same for every file.
    seed: blake3::Hasher,
    known: FxHashMap<Key, Part>,
    met: Mutex<FxHashSet<Key>>,
    fresh: Mutex<Fresh>,
}

/// What this run adds.
#[derive(Default)]
struct Fresh {
    /// Open as soon as there is something to add.
    out: Option<BufWriter<File>>,
    keys: FxHashSet<Key>,
    /// Why nothing more can be added.
    fault: Option<io::Error>,
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
        let (known, end) = match fs::read(&place) {
            Ok(bytes) => parts(bytes.leak()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Default::default(),
            Err(error) => return Err(error),
        };
        // What comes behind a part that is not whole could not be found again.
        if fs::metadata(&place).is_ok_and(|file| file.len() != end as u64) {
            OpenOptions::new().write(true).open(&place)?.set_len(end as u64)?;
        }
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
        let part = self.known.get(key).filter(|part| part.check == check(key, part.bytes))?;
        self.met.lock().unwrap_or_else(PoisonError::into_inner).insert(*key);
        Some(part.bytes)
    }

    /// Keeps something under a key.
    pub(super) fn put(&self, key: &Key, bytes: &[u8]) {
        let mut fresh = self.fresh();
        if fresh.fault.is_none()
            && fresh.keys.insert(*key)
            && let Err(error) = self.append(&mut fresh, key, bytes)
        {
            fresh.fault = Some(error);
        }
    }

    fn fresh(&self) -> MutexGuard<'_, Fresh> {
        self.fresh.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn append(&self, fresh: &mut Fresh, key: &Key, bytes: &[u8]) -> io::Result<()> {
        if fresh.out.is_none() {
            let mut file = OpenOptions::new().create(true).append(true).open(&self.place)?;
            if file.metadata()?.len() == 0 {
                file.write_all(MAGIC)?;
            }
            fresh.out = Some(BufWriter::with_capacity(1 << 16, file));
        }
        fresh.out.as_mut().map_or(Ok(()), |out| write(out, key, check(key, bytes), bytes))
    }

    /// Ends the run: what is new is written. A file with much that nobody asked for is written anew without that.
    pub fn close(self) -> io::Result<()> {
        let mut fresh = self.fresh.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(fault) = fresh.fault {
            return Err(fault);
        }
        if let Some(mut out) = fresh.out.take() {
            out.flush()?;
        }
        let met = self.met.into_inner().unwrap_or_else(PoisonError::into_inner);
        let wanted = met.len() + fresh.keys.len();
        if self.known.len() + fresh.keys.len() <= 2 * wanted + SPARE {
            return Ok(());
        }
        let (all, _) = parts(fs::read(&self.place)?.leak());
        let mut writing = Writing::at(&self.place)?;
        writing.write_all(MAGIC)?;
        for (key, part) in all.iter().filter(|(key, _)| met.contains(*key) || fresh.keys.contains(*key)) {
            write(&mut writing, key, part.check, part.bytes)?;
        }
        writing.done()
    }
}

/// Adds bytes to a hash with their number, so that no two lists have the same hash by being cut elsewhere.
fn add(hash: &mut blake3::Hasher, bytes: &[u8]) {
    hash.update(&(bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

/// By which a part is known to be whole.
fn check(key: &Key, bytes: &[u8]) -> [u8; 16] {
    let mut hash = blake3::Hasher::new();
    add(&mut hash, key);
    add(&mut hash, bytes);
    let hash = hash.finalize();
    std::array::from_fn(|at| hash.as_bytes()[at])
}

fn write(out: &mut impl Write, key: &Key, check: [u8; 16], bytes: &[u8]) -> io::Result<()> {
    out.write_all(key)?;
    out.write_all(&check)?;
    out.write_all(&(bytes.len() as u32).to_le_bytes())?;
    out.write_all(bytes)
}

/// The parts of a file, and where the last whole one ends. None when it is not one of ours.
fn parts(file: &'static [u8]) -> (FxHashMap<Key, Part>, usize) {
    let mut parts = FxHashMap::default();
    let Some(mut rest) = file.strip_prefix(MAGIC) else { return (parts, 0) };
    while let Some((key, part, after)) = part(rest) {
        parts.insert(key, part);
        rest = after;
    }
    (parts, file.len() - rest.len())
}

fn part(rest: &'static [u8]) -> Option<(Key, Part, &'static [u8])> {
    let (key, rest) = rest.split_first_chunk::<32>()?;
    let (check, rest) = rest.split_first_chunk::<16>()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let (bytes, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize)?;
    Some((*key, Part { check: *check, bytes }, rest))
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

    fn keep(folder: &str, text: &str) {
        let cache = Cache::open(folder, &[b"day"]).unwrap();
        cache.put(&cache.key(&files(text)), format!("found in {text}").as_bytes());
        cache.close().unwrap();
    }

    #[test]
    fn what_is_kept_comes_back_for_the_same_and_for_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("kept").to_string_lossy().into_owned();
        keep(&folder, "one");
        keep(&folder, "two");
        assert_eq!(kept(&folder, "day", "one"), Some(b"found in one".as_slice()));
        assert_eq!(kept(&folder, "day", "two"), Some(b"found in two".as_slice()));
        assert_eq!(kept(&folder, "day", "three"), None);
        assert_eq!(kept(&folder, "another day", "one"), None);
    }

    #[test]
    fn what_is_damaged_or_not_whole_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join(FILE);
        let folder = folder.path().to_string_lossy().into_owned();
        keep(&folder, "one");
        keep(&folder, "two");
        let whole = fs::read(&place).unwrap();
        let right = |text: &str| kept(&folder, "day", text).is_none_or(|found| found == format!("found in {text}").as_bytes());
        for at in (0..whole.len()).step_by(11) {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            for damaged in [&changed, &whole[..at]] {
                fs::write(&place, damaged).unwrap();
                assert!(right("one") && right("two"), "byte {at}");
                assert!(kept(&folder, "day", "one").is_none() || kept(&folder, "day", "two").is_none(), "byte {at}");
                // What is added then is found.
                keep(&folder, "three");
                assert!(kept(&folder, "day", "three").is_some(), "byte {at}");
            }
        }
        fs::write(&place, "not a cache").unwrap();
        keep(&folder, "one");
        assert!(kept(&folder, "day", "one").is_some());
    }

    #[test]
    fn what_nobody_asks_for_goes_in_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().to_string_lossy().into_owned();
        keep(&folder, "always");
        let cache = Cache::open(&folder, &[b"day"]).unwrap();
        for number in 0..=2 * SPARE {
            cache.put(&cache.key(&files(&number.to_string())), b"once");
        }
        cache.close().unwrap();
        let cache = Cache::open(&folder, &[b"day"]).unwrap();
        assert_eq!(cache.known.len(), 2 * SPARE + 2);
        assert!(cache.get(&cache.key(&files("always"))).is_some());
        cache.close().unwrap();
        let cache = Cache::open(&folder, &[b"day"]).unwrap();
        assert!(cache.known.len() == 1 && cache.get(&cache.key(&files("always"))).is_some());
    }
}
