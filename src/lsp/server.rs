//! What the server knows: the files, what was found in them, and what is still to be looked at.

use super::client::Client;
use super::documents::Document;
use super::lines::Lines;
use super::paths::{path_of, uri_of};
use super::wire::Out;
use crate::ide::{Analysis, Board, Finding};
use crate::source::TextRange;
use crate::workspace::{discover, exists, read_source};
use jiff::civil::Date;
use lsp_server::{ErrorCode, Response};
use lsp_types::{Location, Position, Uri};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Why a request is not answered with what it asked for.
#[derive(Debug)]
pub(super) struct Refusal {
    pub(super) code: ErrorCode,
    pub(super) why: String,
}

impl Refusal {
    /// The request itself is at fault.
    pub(super) fn of(why: impl Into<String>) -> Self {
        Refusal { code: ErrorCode::RequestFailed, why: why.into() }
    }

    /// The answer.
    pub(super) fn answer(self, id: lsp_server::RequestId) -> Response {
        Response::new_err(id, self.code as i32, self.why)
    }
}

/// The server.
pub(super) struct Server<'p> {
    pub(super) analysis: Analysis<'p>,
    pub(super) board: Board,
    pub(super) client: Client,
    pub(super) out: Out,
    /// The documents that are open, by path.
    pub(super) open: BTreeMap<String, Document>,
    /// The files of the workspace, and those that are open: what is found in them is told.
    pub(super) own: BTreeSet<String>,
    /// The folders of the workspace.
    pub(super) roots: Vec<String>,
    /// Open documents whose text has changed since it was last read.
    pub(super) unread: BTreeSet<String>,
    /// Documents that somebody is typing in: they are judged before all others.
    pub(super) urgent: BTreeSet<String>,
    /// Files that are to be judged again.
    pub(super) waiting: BTreeSet<String>,
    /// What was told of each file last, as a hash.
    pub(super) told: HashMap<String, String>,
    /// Files of which a client that asks has not heard the last.
    pub(super) stale: BTreeSet<String>,
    /// The day that the settings ask for.
    pub(super) fixed_day: Option<Date>,
    /// The day that the command line asks for.
    pub(super) flag_day: Option<Date>,
}

impl<'p> Server<'p> {
    /// A server that has looked at nothing yet.
    pub(super) fn new(analysis: Analysis<'p>, client: Client, out: Out, roots: &[Uri], flag_day: Option<Date>) -> Self {
        Server {
            analysis,
            board: Board::default(),
            client,
            out,
            open: BTreeMap::new(),
            own: BTreeSet::new(),
            roots: roots.iter().map(path_of).collect(),
            unread: BTreeSet::new(),
            urgent: BTreeSet::new(),
            waiting: BTreeSet::new(),
            told: HashMap::new(),
            stale: BTreeSet::new(),
            fixed_day: flag_day,
            flag_day,
        }
    }

    /// Reads the files of the workspace; those that are gone are taken out.
    pub(super) fn look_around(&mut self) {
        let found = if self.roots.is_empty() { Vec::new() } else { discover(&self.roots).files };
        let here: BTreeSet<String> = found.into_iter().chain(self.open.keys().cloned()).collect();
        let gone: Vec<String> = self.own.difference(&here).cloned().collect();
        let new: Vec<String> = here.difference(&self.own).cloned().collect();
        for path in &gone {
            self.take_out(path);
        }
        for path in &new {
            self.read(path);
        }
        for path in &new {
            self.read_what_it_uses(path);
        }
        self.own = here;
        self.waiting.extend(self.own.iter().filter(|path| new.contains(path)).cloned());
    }

    /// Reads a file from disk, unless it is open.
    pub(super) fn read(&mut self, path: &str) {
        if !self.open.contains_key(path) {
            let (source, fault) = read_source(path);
            let touched = self.analysis.put(path, source.text, fault);
            self.waiting.extend(touched);
        }
    }

    /// Reads files outside the workspace that a file uses.
    pub(super) fn read_what_it_uses(&mut self, path: &str) {
        let mut next = self.analysis.unknown_to(path);
        while let Some(used) = next.pop() {
            if exists(&used) && self.analysis.text(&used).is_none() {
                self.read(&used);
                next.extend(self.analysis.unknown_to(&used));
            }
        }
    }

    /// Forgets a file.
    pub(super) fn take_out(&mut self, path: &str) {
        let touched = self.analysis.remove(path);
        self.waiting.extend(touched);
        self.disown(path);
    }

    /// Tells no more of a file.
    pub(super) fn disown(&mut self, path: &str) {
        self.waiting.remove(path);
        self.urgent.remove(path);
        self.own.remove(path);
        let mut touched = self.board.remove(path);
        touched.insert(path.to_owned());
        self.tell(&touched);
    }

    /// Reads the documents that were typed in.
    pub(super) fn catch_up(&mut self) {
        for path in std::mem::take(&mut self.unread) {
            let Some(document) = self.open.get(&path) else { continue };
            let touched = self.analysis.put(&path, document.text.clone(), None);
            self.waiting.extend(touched);
            self.waiting.remove(&path);
            self.urgent.insert(path.clone());
            self.read_what_it_uses(&path);
        }
    }

    /// Judges the next file; whether there was one. Documents that somebody is typing in come first.
    pub(super) fn judge_next(&mut self) -> bool {
        let Some(path) = self.urgent.first().or_else(|| self.waiting.first()).cloned() else { return false };
        self.judge(&path);
        true
    }

    /// Judges a file and tells what is found, where that is not known yet.
    pub(super) fn judge(&mut self, path: &str) {
        let is_typed = self.urgent.remove(path);
        self.waiting.remove(path);
        if self.own.contains(path) {
            let found = self.analysis.check(path);
            let touched = self.board.put(path, found);
            self.tell(&touched);
        }
        if is_typed {
            // A client asks by itself for what it has changed.
            self.stale.remove(path);
        }
    }

    /// What was found in a file.
    pub(super) fn findings(&self, path: &str) -> Vec<&Finding> {
        self.board.of(path)
    }

    /// The text of a file, with its lines.
    pub(super) fn text(&self, path: &str) -> Option<(&str, Cow<'_, Lines>)> {
        if let Some(document) = self.open.get(path) {
            return Some((&document.text, Cow::Borrowed(&document.lines)));
        }
        let text = self.analysis.text(path)?;
        Some((text, Cow::Owned(Lines::new(text, self.client.encoding))))
    }

    /// The address of a path, as the client writes it where it does.
    pub(super) fn uri(&self, path: &str) -> Option<Uri> {
        self.open.get(path).map(|document| document.uri.clone()).or_else(|| uri_of(path))
    }

    /// A place in a file, for the client.
    pub(super) fn location(&self, path: &str, range: TextRange) -> Option<Location> {
        let (text, lines) = self.text(path)?;
        Some(Location { uri: self.uri(path)?, range: lines.range(text, range) })
    }

    /// The path of a document and the byte of a position in it.
    pub(super) fn place(&self, uri: &Uri, position: Position) -> Result<(String, u32), Refusal> {
        let path = path_of(uri);
        let offset = self.known(&path)?.1.offset(self.known(&path)?.0, position);
        Ok((path, offset))
    }

    /// The text of a file that a request is about.
    pub(super) fn known(&self, path: &str) -> Result<(&str, Cow<'_, Lines>), Refusal> {
        self.text(path).ok_or_else(|| Refusal::of(format!("`{path}` is not open and not a file of the workspace; open it first")))
    }
}
