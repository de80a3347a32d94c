//! What the client tells: documents opened, changed, saved and closed; files changed on disk; settings and folders.

use super::documents::Document;
use super::paths::path_of;
use super::server::Server;
use crate::workspace::exists;
use lsp_types::notification::{
    DidChangeConfiguration, DidChangeTextDocument, DidChangeWatchedFiles, DidChangeWorkspaceFolders, DidCloseTextDocument, DidOpenTextDocument, DidSaveTextDocument, Notification,
};
use lsp_types::{
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, FileChangeType, FileSystemWatcher, GlobPattern, OneOf, Registration, RegistrationParams, SaveOptions, ServerCapabilities, TextDocumentSyncCapability,
    TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};
use serde_json::Value;

/// Something that the client may tell.
pub(super) struct Notice {
    /// How the protocol calls it.
    pub(super) method: &'static str,
    /// Says to the client that it is listened to.
    pub(super) advertise: fn(&mut ServerCapabilities),
    /// Takes it in.
    pub(super) take: fn(&mut Server<'_>, Value) -> serde_json::Result<()>,
}

/// All of them.
pub(super) const NOTICES: &[Notice] = &[
    Notice { method: DidOpenTextDocument::METHOD, advertise: |all| sync(all).open_close = Some(true), take: |server, params| serde_json::from_value(params).map(|params| opened(server, params)) },
    Notice {
        method: DidChangeTextDocument::METHOD,
        advertise: |all| sync(all).change = Some(TextDocumentSyncKind::INCREMENTAL),
        take: |server, params| serde_json::from_value(params).map(|params| changed(server, params)),
    },
    Notice {
        method: DidSaveTextDocument::METHOD,
        advertise: |all| sync(all).save = Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
        take: |server, params| serde_json::from_value(params).map(|params| saved(server, &params)),
    },
    Notice { method: DidCloseTextDocument::METHOD, advertise: |_| (), take: |server, params| serde_json::from_value(params).map(|params| closed(server, &params)) },
    Notice { method: DidChangeWatchedFiles::METHOD, advertise: |_| (), take: |server, params| serde_json::from_value(params).map(|params| files_changed(server, &params)) },
    Notice { method: DidChangeConfiguration::METHOD, advertise: |_| (), take: |server, params| serde_json::from_value(params).map(|params| settings_changed(server, &params)) },
    Notice {
        method: DidChangeWorkspaceFolders::METHOD,
        advertise: |all| {
            let folders = WorkspaceFoldersServerCapabilities { supported: Some(true), change_notifications: Some(OneOf::Left(true)) };
            all.workspace = Some(WorkspaceServerCapabilities { workspace_folders: Some(folders), file_operations: None });
        },
        take: |server, params| serde_json::from_value(params).map(|params| folders_changed(server, &params)),
    },
];

/// The part of what is advertised that is about documents.
fn sync(all: &mut ServerCapabilities) -> &mut TextDocumentSyncOptions {
    let fresh = || TextDocumentSyncCapability::Options(TextDocumentSyncOptions::default());
    match all.text_document_sync.get_or_insert_with(fresh) {
        TextDocumentSyncCapability::Options(options) => options,
        TextDocumentSyncCapability::Kind(_) => unreachable!("only options are put here"),
    }
}

fn opened(server: &mut Server<'_>, params: DidOpenTextDocumentParams) {
    let document = params.text_document;
    let path = path_of(&document.uri);
    server.open.insert(path.clone(), Document::new(document.uri, document.version, document.text, server.client.encoding));
    server.own.insert(path.clone());
    server.unread.insert(path);
}

fn changed(server: &mut Server<'_>, params: DidChangeTextDocumentParams) {
    let path = path_of(&params.text_document.uri);
    let encoding = server.client.encoding;
    if let Some(document) = server.open.get_mut(&path) {
        document.change(params.text_document.version, params.content_changes, encoding);
        server.unread.insert(path);
    }
}

/// What was saved is known already, unless it is not open here.
fn saved(server: &mut Server<'_>, params: &DidSaveTextDocumentParams) {
    let path = path_of(&params.text_document.uri);
    if server.own.contains(&path) {
        server.read(&path);
    }
}

/// A document that is closed is what the disk says; of one that stands in no folder of the workspace nothing more is told.
fn closed(server: &mut Server<'_>, params: &DidCloseTextDocumentParams) {
    let path = path_of(&params.text_document.uri);
    server.open.remove(&path);
    server.unread.remove(&path);
    if !exists(&path) {
        return server.take_out(&path);
    }
    server.read(&path);
    if !server.is_inside(&path) {
        server.disown(&path);
    }
}

fn files_changed(server: &mut Server<'_>, params: &DidChangeWatchedFilesParams) {
    let mut is_new = false;
    for change in &params.changes {
        let path = path_of(&change.uri);
        is_new |= change.typ != FileChangeType::CHANGED;
        if change.typ == FileChangeType::CHANGED && server.analysis.text(&path).is_some() {
            server.read(&path);
        }
    }
    if is_new {
        server.look_around();
    }
}

fn settings_changed(server: &mut Server<'_>, params: &DidChangeConfigurationParams) {
    // A client that can be asked sends nothing with the notice.
    if server.client.has_settings { server.ask_for_settings() } else { server.set(&params.settings) }
}

fn folders_changed(server: &mut Server<'_>, params: &DidChangeWorkspaceFoldersParams) {
    let removed: Vec<String> = params.event.removed.iter().map(|folder| path_of(&folder.uri)).collect();
    server.roots.retain(|root| !removed.contains(root));
    server.roots.extend(params.event.added.iter().map(|folder| path_of(&folder.uri)));
    server.look_around();
}

impl Server<'_> {
    /// Whether a file stands in a folder of the workspace.
    fn is_inside(&self, path: &str) -> bool {
        self.roots.iter().any(|root| path.strip_prefix(root.as_str()).is_some_and(|rest| rest.starts_with('/') || root.ends_with('/')))
    }

    /// Asks the client to tell of files that change on disk, where it can be asked.
    pub(super) fn ask_to_watch(&mut self) {
        if self.client.watches {
            let watchers = vec![FileSystemWatcher { glob_pattern: GlobPattern::String("**/*.{isa,sop,disclosure}".to_owned()), kind: None }];
            let options = serde_json::to_value(lsp_types::DidChangeWatchedFilesRegistrationOptions { watchers }).ok();
            let registration = Registration { id: "files".to_owned(), method: DidChangeWatchedFiles::METHOD.to_owned(), register_options: options };
            self.out.ask::<lsp_types::request::RegisterCapability>("watch", RegistrationParams { registrations: vec![registration] });
        }
    }
}
