//! Diagnostics: told to a client that waits for them, kept ready for one that asks. Nothing is told twice.

use super::server::Server;
use super::wire::Written;
use lsp_types::request::WorkspaceDiagnosticRefresh;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::hash::Hasher;

/// A name for a list of diagnostics, the same for the same list.
pub(super) fn name_of(diagnostics: &Written) -> String {
    let mut hash = rustc_hash::FxHasher::default();
    hash.write(diagnostics.text().as_bytes());
    let mut name = String::new();
    let _ = write!(name, "{:016x}", hash.finish());
    name
}

impl Server<'_> {
    /// Tells what is found in some files now, where that is not what was told last.
    pub(super) fn tell(&mut self, paths: &BTreeSet<String>) {
        for path in paths {
            let is_own = self.own.contains(path);
            let diagnostics = if is_own { self.diagnostics(path) } else { Vec::new() };
            let written = Written::new(&diagnostics);
            let name = name_of(&written);
            let is_known = self.told.get(path).map_or(diagnostics.is_empty(), |told| *told == name);
            if is_known {
                continue;
            }
            if self.client.pulls {
                self.stale.insert(path.clone());
                continue;
            }
            let Some(uri) = self.uri(path) else { continue };
            let version = self.open.get(path).map(|document| document.version);
            self.told.insert(path.clone(), name);
            self.out.publish(&uri, version, &written);
        }
    }

    /// Lets a client that asks for diagnostics know that it should ask again.
    pub(super) fn tell_stale(&mut self) {
        if !std::mem::take(&mut self.stale).is_empty() && self.client.asks_again {
            self.out.ask::<WorkspaceDiagnosticRefresh>("refresh", ());
        }
    }
}
