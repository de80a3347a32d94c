//! All files, judged on all cores, handed over in order.

use super::discover::Discovered;
use super::graph::Graph;
use super::read::read_source;
use crate::diagnostic::Diagnostic;
use crate::lint::{Checked, Judge, judge};
use crate::model::{Parsed, lower, visible};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};

/// How far the fastest thread may run ahead of what was handed over, in files: keeps memory flat.
const WINDOW: usize = 64;

/// Checks what was found and hands over what was found in each in the order of the paths. `hand` returns whether to go on.
pub fn check_all(found: &Discovered, judged_by: &Judge<'_>, hand: &mut dyn FnMut(Checked) -> bool) {
    let files = &found.files;
    // Asking the system how many there are takes longer than looking at one file.
    let threads = if files.len() < 2 { 1 } else { std::thread::available_parallelism().map_or(1, usize::from) };
    let graph = Graph::new(files, &found.beside, threads);
    let shared = Shared { files, judge: judged_by, graph, parsed: Mutex::default() };
    if threads < 2 {
        for path in files {
            if !hand(shared.check(path)) {
                return;
            }
        }
        return;
    }
    let next = AtomicUsize::new(0);
    let handed = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let (sender, receiver) = mpsc::sync_channel::<(usize, Checked)>(WINDOW);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let sender = sender.clone();
            let (shared, next, handed, stop) = (&shared, &next, &handed, &stop);
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
        let mut waiting: BTreeMap<usize, Checked> = BTreeMap::new();
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

struct Shared<'a> {
    files: &'a [String],
    judge: &'a Judge<'a>,
    graph: Graph,
    /// Files that several others use, parsed once.
    parsed: Mutex<HashMap<String, Arc<Parsed>>>,
}

impl Shared<'_> {
    fn check(&self, path: &str) -> Checked {
        let mut problems: Vec<Diagnostic> = Vec::new();
        let bundle: Vec<Arc<Parsed>> = self.graph.bundle(path).iter().map(|file| self.load(file, (file == path).then_some(&mut problems))).collect();
        let unreadable = |used: &str| {
            let loaded = bundle.iter().find(|file| file.source.path == used)?;
            loaded.source.text.is_empty().then(|| read_source(used).1.map(|problem| problem.headline)).flatten()
        };
        let named: Vec<(&str, &str)> = bundle.iter().map(|file| (file.source.path.as_str(), file.source.text.as_str())).collect();
        let sees = visible(&named);
        let model = lower(&self.judge.policy.vocabulary, bundle.clone(), &sees);
        let mut checked = judge(self.judge, &model);
        let is_there = |used: &str| self.files.binary_search_by(|file| file.as_str().cmp(used)).is_ok() || Path::new(used).exists();
        problems.extend(self.graph.problems(&bundle[0], &checked.files[0].text, &is_there, &unreadable));
        if !problems.is_empty() {
            // A file that could not be read is not also blamed for being empty.
            if problems.iter().any(|problem| problem.code.starts_with("IO")) {
                checked.problems.retain(|problem| problem.code != "SYN-09");
            }
            checked.problems.splice(0..0, problems);
        }
        checked
    }

    fn load(&self, path: &str, problems: Option<&mut Vec<Diagnostic>>) -> Arc<Parsed> {
        let keep = self.graph.is_used(path);
        if keep
            && problems.is_none()
            && let Some(parsed) = self.parsed.lock().ok().and_then(|parsed| parsed.get(path).cloned())
        {
            return parsed;
        }
        let (source, problem) = read_source(path);
        if let Some(problems) = problems {
            problems.extend(problem);
        }
        let parsed = Arc::new(Parsed::new(Arc::new(source)));
        if keep && let Ok(mut kept) = self.parsed.lock() {
            kept.insert(path.to_owned(), Arc::clone(&parsed));
        }
        parsed
    }
}
