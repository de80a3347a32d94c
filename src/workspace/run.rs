//! All files, judged or looked at on all cores, handed over in order.

use super::cache::{Cache, Key};
use super::discover::Discovered;
use super::graph::{graph, look_further};
use super::read::Shelf;
use super::revision::Revision;
use crate::diagnostic::Diagnostic;
use crate::lint::{Checked, Judge, Keeper, hiding, judge_with};
use crate::model::{Head, Model, Parsed, Uses, Vocabulary, lower, used_path, visible};
use crate::policy::Policy;
use crate::source::SourceFile;
use crate::syntax::{PartKind, unquote};
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};

/// How far the fastest thread may run ahead of what was handed over, in files: keeps memory flat.
const WINDOW: usize = 64;

/// Files that were found, and what is known of them before they are judged.
pub struct Reading<'a> {
    files: &'a [String],
    shelf: Shelf<'a>,
    threads: usize,
    graph: Uses,
    /// A single file and what it uses are read at once: what judges it is made ready on another core in the meantime. What is to be judged
    /// with another text than it has is here, too.
    early: HashMap<String, Loaded>,
}

/// What is made of the model of a file and of what was wrong with reading it.
pub type Look<'a, T> = dyn Fn(&Model<'_>, Vec<Diagnostic>) -> T + Sync + 'a;

/// The same, where what was wrong is told in words of the text as it is shown.
type RawLook<'a, T> = dyn Fn(&Model<'_>, &dyn Fn(&str) -> Vec<Diagnostic>) -> T + Sync + 'a;

/// A file that was read, and what was wrong with that.
type Loaded = (Arc<Parsed>, Option<Diagnostic>);

/// What was found before in files that have not changed since.
pub struct Memory<'a> {
    /// Where it is kept.
    pub cache: &'a Cache,
    /// How.
    pub keeper: &'a Keeper<'a>,
}

/// Something of a file that is kept from one run to the next.
trait Remember<T>: Sync {
    fn recall(&self, files: &[Arc<SourceFile>]) -> (Key, Option<T>);
    fn keep(&self, key: Key, files: &[Arc<SourceFile>], found: &T);
}

impl Remember<Checked> for Memory<'_> {
    fn recall(&self, files: &[Arc<SourceFile>]) -> (Key, Option<Checked>) {
        let key = self.cache.key(files);
        (key, self.cache.get(&key).and_then(|bytes| self.keeper.unpack(bytes, files.to_vec())))
    }

    fn keep(&self, key: Key, files: &[Arc<SourceFile>], found: &Checked) {
        if let Some(bytes) = self.keeper.pack(found, files) {
            self.cache.put(&key, &bytes);
        }
    }
}

impl<'a> Reading<'a> {
    /// Looks at what was found on the disk.
    pub fn new(found: &'a Discovered) -> Self {
        Self::of(found, None)
    }

    /// Looks at what was found in a commit, or on the disk.
    pub fn of(found: &'a Discovered, revision: Option<&'a Revision>) -> Self {
        let shelf = revision.map_or(Shelf::Disk, Shelf::Revision);
        let files = &found.files;
        // Asking the system how many there are takes longer than looking at one file.
        let threads = if files.len() < 2 { 1 } else { std::thread::available_parallelism().map_or(1, usize::from) };
        let graph = graph(found, shelf, threads);
        let early = if let [only] = files.as_slice() { graph.bundle(only).into_iter().map(|file| (file.clone(), read(shelf, &file))).collect() } else { HashMap::new() };
        Reading { files, shelf, threads, graph, early }
    }

    /// Some files of which is known what they use.
    pub(super) fn known(files: &'a [String], graph: Uses) -> Self {
        let threads = if files.len() < 2 { 1 } else { std::thread::available_parallelism().map_or(1, usize::from) };
        Reading { files, shelf: Shelf::Disk, threads, graph, early: HashMap::new() }
    }

    /// The same, with other texts in the place of what some files hold.
    #[must_use]
    pub fn with_texts<'t>(mut self, texts: impl Iterator<Item = (&'t str, &'t str)>) -> Self {
        for (path, text) in texts {
            self.graph.set(path, Head::of(path, text));
            look_further(&mut self.graph, path);
            self.early.insert(path.to_owned(), (Arc::new(Parsed::new(Arc::new(SourceFile::new(path, text)))), None));
        }
        self
    }

    /// Checks the files and hands over what was found in each in the order of the paths. `hand` returns whether to go on.
    pub fn check(self, judged_by: &Judge<'_>, hand: &mut dyn FnMut(Checked) -> bool) {
        self.check_with(judged_by, &|_, checked| checked, hand);
    }

    /// The same, where what was found before in files that have not changed since may be remembered.
    pub fn check_remembering(self, judged_by: &Judge<'_>, memory: Option<&Memory<'_>>, hand: &mut dyn FnMut(Checked) -> bool) {
        self.judged(judged_by, &|_, checked| checked, memory.map(|memory| memory as &dyn Remember<Checked>), hand);
    }

    /// Checks the files, makes something of each on the core that checked it, and hands that over. The rest is as for [`Reading::check`].
    pub fn check_with<T: Send>(self, judged_by: &Judge<'_>, make: &(dyn Fn(&Model<'_>, Checked) -> T + Sync), hand: &mut dyn FnMut(T) -> bool) {
        self.judged(judged_by, make, None, hand);
    }

    fn judged<T: Send>(self, judged_by: &Judge<'_>, make: &(dyn Fn(&Model<'_>, Checked) -> T + Sync), memory: Option<&dyn Remember<T>>, hand: &mut dyn FnMut(T) -> bool) {
        let judged = |model: &Model<'_>, problems: &dyn Fn(&str) -> Vec<Diagnostic>| {
            judge_with(judged_by, model, |shown, mut checked| {
                let problems = problems(&checked.files[0].text);
                checked.begin_with(problems);
                make(shown, checked)
            })
        };
        self.all(&judged_by.policy.vocabulary, &judged, memory, hand);
    }

    /// Looks at each file without judging it: its model, with what identifies a person hidden, and what was wrong with reading it. The
    /// rest is as for [`Reading::check`].
    pub fn each<T: Send>(self, policy: &Policy, look: &Look<'_, T>, hand: &mut dyn FnMut(T) -> bool) {
        let shown = |model: &Model<'_>, problems: &dyn Fn(&str) -> Vec<Diagnostic>| hiding(policy, model, |shown| look(shown, problems(&shown.files[0].source.text)));
        self.all(&policy.vocabulary, &shown, None, hand);
    }

    fn all<T: Send>(self, vocabulary: &Vocabulary, look: &RawLook<'_, T>, memory: Option<&dyn Remember<T>>, hand: &mut dyn FnMut(T) -> bool) {
        let Reading { files, shelf, threads, graph, early } = self;
        let shared = Shared { files, shelf, vocabulary, look, memory, graph, early, parsed: Mutex::default(), sources: Mutex::default() };
        if threads < 2 {
            for path in files {
                if !hand(shared.check(path)) {
                    return;
                }
            }
        } else {
            shared.check_all(threads, hand);
        }
    }
}

fn read(shelf: Shelf<'_>, path: &str) -> Loaded {
    let (source, problem) = shelf.source(path);
    (Arc::new(Parsed::new(Arc::new(source))), problem)
}

struct Shared<'a, T> {
    files: &'a [String],
    shelf: Shelf<'a>,
    vocabulary: &'a Vocabulary,
    look: &'a RawLook<'a, T>,
    memory: Option<&'a dyn Remember<T>>,
    graph: Uses,
    /// Files that were read before.
    early: HashMap<String, Loaded>,
    /// Files that several others use, parsed once.
    parsed: Mutex<HashMap<String, Arc<Parsed>>>,
    /// The same, read and not parsed, where what was found in them may be remembered.
    sources: Mutex<HashMap<String, Arc<SourceFile>>>,
}

impl<T: Send> Shared<'_, T> {
    fn check_all(&self, threads: usize, hand: &mut dyn FnMut(T) -> bool) {
        let next = AtomicUsize::new(0);
        let handed = AtomicUsize::new(0);
        let stop = AtomicBool::new(false);
        let (sender, receiver) = mpsc::sync_channel::<(usize, T)>(WINDOW);
        std::thread::scope(|scope| {
            for _ in 0..threads {
                let sender = sender.clone();
                let (shared, next, handed, stop) = (self, &next, &handed, &stop);
                scope.spawn(move || {
                    loop {
                        let index = next.fetch_add(1, Ordering::Relaxed);
                        let Some(path) = shared.files.get(index) else { break };
                        // Wait for the slow file that everybody is waiting for.
                        while index > handed.load(Ordering::Acquire) + WINDOW && !stop.load(Ordering::Relaxed) {
                            std::thread::yield_now();
                        }
                        if stop.load(Ordering::Relaxed) || sender.send((index, shared.check(path))).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(sender);
            let mut waiting: BTreeMap<usize, T> = BTreeMap::new();
            let mut due = 0;
            while let Ok((index, checked)) = receiver.recv() {
                waiting.insert(index, checked);
                while let Some(checked) = waiting.remove(&due) {
                    due += 1;
                    handed.store(due, Ordering::Release);
                    if !stop.load(Ordering::Relaxed) && !hand(checked) {
                        stop.store(true, Ordering::Relaxed);
                    }
                }
            }
        });
    }

    fn check(&self, path: &str) -> T {
        let Some((memory, files)) = self.memory.and_then(|memory| Some((memory, self.sources(path)?))) else { return self.judge(path, &[]).0 };
        let (key, known) = memory.recall(&files);
        known.unwrap_or_else(|| {
            let (found, is_whole) = self.judge(path, &files);
            if is_whole {
                memory.keep(key, &files, &found);
            }
            found
        })
    }

    /// The files that are read to judge one; nothing when one of them cannot be read as it is: what is wrong may be mended without a change
    /// to its text.
    fn sources(&self, path: &str) -> Option<Vec<Arc<SourceFile>>> {
        self.graph.bundle(path).iter().map(|file| self.source(file)).collect()
    }

    fn source(&self, path: &str) -> Option<Arc<SourceFile>> {
        let keep = self.graph.is_used(path);
        if keep && let Some(known) = self.sources.lock().ok().and_then(|sources| sources.get(path).cloned()) {
            return Some(known);
        }
        let (source, problem) = if let Some((parsed, problem)) = self.early.get(path) {
            (Arc::clone(&parsed.source), problem.clone())
        } else {
            let (source, problem) = self.shelf.source(path);
            (Arc::new(source), problem)
        };
        if keep && let Ok(mut sources) = self.sources.lock() {
            sources.insert(path.to_owned(), Arc::clone(&source));
        }
        problem.is_none().then_some(source)
    }

    /// Judges a file, from what was read already where that is given. Whether everything that this depends on was among the files that were
    /// read, which is so but for a `use` that stands where none should.
    fn judge(&self, path: &str, read: &[Arc<SourceFile>]) -> (T, bool) {
        let mut problems: Vec<Diagnostic> = Vec::new();
        let bundle: Vec<Arc<Parsed>> = self.graph.bundle(path).iter().map(|file| self.load(file, read, (file == path).then_some(&mut problems))).collect();
        let unreadable = |used: &str| {
            let loaded = bundle.iter().find(|file| file.source.path == used)?;
            loaded.source.text.is_empty().then(|| self.shelf.source(used).1.map(|problem| problem.headline)).flatten()
        };
        let named: Vec<(&str, &str)> = bundle.iter().map(|file| (file.source.path.as_str(), file.source.text.as_str())).collect();
        let sees = visible(&named);
        let is_there = |used: &str| self.files.binary_search_by(|file| file.as_str().cmp(used)).is_ok() || self.shelf.has(used);
        let problems = |shown: &str| {
            let mut all = problems.clone();
            all.extend(self.graph.problems(&bundle[0], shown, &is_there, &unreadable));
            all
        };
        // Only what is kept for the next run asks.
        let is_whole = !read.is_empty() && uses_only(&bundle);
        ((self.look)(&lower(self.vocabulary, bundle.clone(), &sees), &problems), is_whole)
    }

    fn load(&self, path: &str, known: &[Arc<SourceFile>], problems: Option<&mut Vec<Diagnostic>>) -> Arc<Parsed> {
        let keep = self.graph.is_used(path);
        if keep
            && problems.is_none()
            && let Some(parsed) = self.parsed.lock().ok().and_then(|parsed| parsed.get(path).cloned())
        {
            return parsed;
        }
        let known = known.iter().find(|source| source.path == path).map(|source| (Arc::new(Parsed::new(Arc::clone(source))), None));
        let (parsed, problem) = known.or_else(|| self.early.get(path).cloned()).unwrap_or_else(|| read(self.shelf, path));
        if let Some(problems) = problems {
            problems.extend(problem);
        }
        if keep && let Ok(mut kept) = self.parsed.lock() {
            kept.insert(path.to_owned(), Arc::clone(&parsed));
        }
        parsed
    }
}

/// Whether the first file of a bundle uses only files of the bundle.
fn uses_only(bundle: &[Arc<Parsed>]) -> bool {
    let first = &bundle[0];
    let (path, text) = (&first.source.path, &first.source.text);
    let statements = first.tree.statements.iter().filter(|statement| statement.keyword.of(text) == "use");
    let mut used = statements.flat_map(|statement| first.tree.parts_of(statement)).filter(|part| part.kind == PartKind::Text);
    used.all(|part| {
        let used = used_path(path, &unquote(part.range.of(text)));
        bundle.iter().any(|file| file.source.path == used)
    })
}
