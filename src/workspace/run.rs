//! All files, judged or looked at on all cores, handed over in order.

use super::discover::Discovered;
use super::graph::graph;
use super::read::read_source;
use crate::diagnostic::Diagnostic;
use crate::lint::{Checked, Judge, hiding, judge_with};
use crate::model::{Model, Parsed, Uses, Vocabulary, lower, visible};
use crate::policy::Policy;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};

/// How far the fastest thread may run ahead of what was handed over, in files: keeps memory flat.
const WINDOW: usize = 64;

/// Files that were found, and what is known of them before they are judged.
pub struct Reading<'a> {
    files: &'a [String],
    threads: usize,
    graph: Uses,
    /// A single file and what it uses are read at once: what judges it is made ready on another core in the meantime.
    early: HashMap<String, Loaded>,
}

/// What is made of the model of a file and of what was wrong with reading it.
pub type Look<'a, T> = dyn Fn(&Model<'_>, Vec<Diagnostic>) -> T + Sync + 'a;

/// The same, where what was wrong is told in words of the text as it is shown.
type RawLook<'a, T> = dyn Fn(&Model<'_>, &dyn Fn(&str) -> Vec<Diagnostic>) -> T + Sync + 'a;

/// A file that was read, and what was wrong with that.
type Loaded = (Arc<Parsed>, Option<Diagnostic>);

impl<'a> Reading<'a> {
    /// Looks at what was found.
    pub fn new(found: &'a Discovered) -> Self {
        let files = &found.files;
        // Asking the system how many there are takes longer than looking at one file.
        let threads = if files.len() < 2 { 1 } else { std::thread::available_parallelism().map_or(1, usize::from) };
        let graph = graph(found, threads);
        let early = if let [only] = files.as_slice() { graph.bundle(only).into_iter().map(|file| (file.clone(), read(&file))).collect() } else { HashMap::new() };
        Reading { files, threads, graph, early }
    }

    /// Checks the files and hands over what was found in each in the order of the paths. `hand` returns whether to go on.
    pub fn check(self, judged_by: &Judge<'_>, hand: &mut dyn FnMut(Checked) -> bool) {
        self.check_with(judged_by, &|_, checked| checked, hand);
    }

    /// Checks the files, makes something of each on the core that checked it, and hands that over. The rest is as for [`Reading::check`].
    pub fn check_with<T: Send>(self, judged_by: &Judge<'_>, make: &(dyn Fn(&Model<'_>, Checked) -> T + Sync), hand: &mut dyn FnMut(T) -> bool) {
        let judged = |model: &Model<'_>, problems: &dyn Fn(&str) -> Vec<Diagnostic>| {
            judge_with(judged_by, model, |shown, mut checked| {
                let problems = problems(&checked.files[0].text);
                checked.begin_with(problems);
                make(shown, checked)
            })
        };
        self.all(&judged_by.policy.vocabulary, &judged, hand);
    }

    /// Looks at each file without judging it: its model, with what identifies a person hidden, and what was wrong with reading it. The
    /// rest is as for [`Reading::check`].
    pub fn each<T: Send>(self, policy: &Policy, look: &Look<'_, T>, hand: &mut dyn FnMut(T) -> bool) {
        let shown = |model: &Model<'_>, problems: &dyn Fn(&str) -> Vec<Diagnostic>| hiding(policy, model, |shown| look(shown, problems(&shown.files[0].source.text)));
        self.all(&policy.vocabulary, &shown, hand);
    }

    fn all<T: Send>(self, vocabulary: &Vocabulary, look: &RawLook<'_, T>, hand: &mut dyn FnMut(T) -> bool) {
        let Reading { files, threads, graph, early } = self;
        let shared = Shared { files, vocabulary, look, graph, early, parsed: Mutex::default() };
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

fn read(path: &str) -> Loaded {
    let (source, problem) = read_source(path);
    (Arc::new(Parsed::new(Arc::new(source))), problem)
}

struct Shared<'a, T> {
    files: &'a [String],
    vocabulary: &'a Vocabulary,
    look: &'a RawLook<'a, T>,
    graph: Uses,
    /// Files that were read before.
    early: HashMap<String, Loaded>,
    /// Files that several others use, parsed once.
    parsed: Mutex<HashMap<String, Arc<Parsed>>>,
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
        let mut problems: Vec<Diagnostic> = Vec::new();
        let bundle: Vec<Arc<Parsed>> = self.graph.bundle(path).iter().map(|file| self.load(file, (file == path).then_some(&mut problems))).collect();
        let unreadable = |used: &str| {
            let loaded = bundle.iter().find(|file| file.source.path == used)?;
            loaded.source.text.is_empty().then(|| read_source(used).1.map(|problem| problem.headline)).flatten()
        };
        let named: Vec<(&str, &str)> = bundle.iter().map(|file| (file.source.path.as_str(), file.source.text.as_str())).collect();
        let sees = visible(&named);
        let is_there = |used: &str| self.files.binary_search_by(|file| file.as_str().cmp(used)).is_ok() || Path::new(used).exists();
        let problems = |shown: &str| {
            let mut all = problems.clone();
            all.extend(self.graph.problems(&bundle[0], shown, &is_there, &unreadable));
            all
        };
        (self.look)(&lower(self.vocabulary, bundle.clone(), &sees), &problems)
    }

    fn load(&self, path: &str, problems: Option<&mut Vec<Diagnostic>>) -> Arc<Parsed> {
        let keep = self.graph.is_used(path);
        if keep
            && problems.is_none()
            && let Some(parsed) = self.parsed.lock().ok().and_then(|parsed| parsed.get(path).cloned())
        {
            return parsed;
        }
        let (parsed, problem) = self.early.get(path).cloned().unwrap_or_else(|| read(path));
        if let Some(problems) = problems {
            problems.extend(problem);
        }
        if keep && let Ok(mut kept) = self.parsed.lock() {
            kept.insert(path.to_owned(), Arc::clone(&parsed));
        }
        parsed
    }
}
