//! Reads which files use which: only the heads of files are looked at.

use super::discover::Discovered;
use super::read::{Shelf, read_source};
use crate::model::{Head, Uses};
use crate::syntax::uses;
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The heads of the files that were found, looked at on all cores, and those of the files that they use. Files that lie beside are
/// looked at as well.
pub(super) fn graph(found: &Discovered, shelf: Shelf<'_>, threads: usize) -> Uses {
    let files = &found.files;
    let mut graph = Uses::default();
    let mut next: Vec<String> = files.iter().chain(&found.beside).cloned().collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    // What was discovered is known to be there; what is only named in a file is not.
    let mut known = true;
    while !next.is_empty() {
        let heads = look(&next, shelf, threads, &|path| known && !found.unsure.contains(path));
        known = false;
        let mut further: BTreeSet<String> = BTreeSet::new();
        for (path, head) in next.into_iter().zip(heads) {
            further.extend(head.uses.iter().cloned());
            graph.set(&path, head);
        }
        next = further.into_iter().filter(|path| graph.head(path).is_none() && files.binary_search(path).is_err() && seen.insert(path.clone())).collect();
    }
    graph
}

/// Looks at what a file uses and was not looked at yet, and at what that uses.
pub(super) fn look_further(graph: &mut Uses, path: &str) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut next: Vec<String> = graph.head(path).map(|head| head.uses.clone()).unwrap_or_default();
    while let Some(used) = next.pop() {
        if graph.head(&used).is_none() && used != path && seen.insert(used.clone()) {
            let head = Head::of(&used, &read_source(&used).0.text);
            next.extend(head.uses.iter().cloned());
            graph.set(&used, head);
        }
    }
}

/// Reads the heads of files in parallel.
fn look(files: &[String], shelf: Shelf<'_>, threads: usize, is_sure: &(dyn Fn(&str) -> bool + Sync)) -> Vec<Head> {
    let at = AtomicUsize::new(0);
    let heads: Vec<Mutex<Head>> = files.iter().map(|_| Mutex::default()).collect();
    let work = || {
        loop {
            let index = at.fetch_add(1, Ordering::Relaxed);
            let Some(path) = files.get(index) else { break };
            let Some(text) = shelf.head(path, is_sure(path)) else { continue };
            if !uses(&text).is_empty() {
                let (source, _) = shelf.source(path);
                let head = Head::of(path, &source.text);
                if let Ok(mut slot) = heads[index].lock() {
                    *slot = head;
                }
            }
        }
    };
    if threads < 2 || files.len() < 64 {
        work();
    } else {
        std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    }
    heads.into_iter().map(|head| head.into_inner().unwrap_or_default()).collect()
}
