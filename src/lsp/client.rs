//! What the client can do, as far as it matters here.

use super::lines::Encoding;
use lsp_types::{ClientCapabilities, PositionEncodingKind};

/// What a client said of itself at the start.
#[expect(clippy::struct_excessive_bools, reason = "each is something that a client can or cannot do")]
#[derive(Clone, Debug)]
pub(super) struct Client {
    /// How it counts columns: bytes when it offers them.
    pub(super) encoding: Encoding,
    /// It asks for diagnostics, so none are pushed.
    pub(super) pulls: bool,
    /// It can be told to ask again for diagnostics.
    pub(super) asks_again: bool,
    /// It fills in the places of snippets.
    pub(super) has_snippets: bool,
    /// It shows Markdown on hovering.
    pub(super) reads_markdown: bool,
    /// It shows actions that cannot be taken, with the reason.
    pub(super) shows_disabled: bool,
    /// It knows actions that are more than commands.
    pub(super) has_literal_actions: bool,
    /// It shows things inside things.
    pub(super) has_nested_symbols: bool,
    /// It shows what is said of a link.
    pub(super) shows_link_titles: bool,
    /// It shows further places of a diagnostic.
    pub(super) shows_related: bool,
    /// It can be asked to tell of changed files.
    pub(super) watches: bool,
    /// It can be asked for settings.
    pub(super) has_settings: bool,
}

impl Client {
    /// What a client says of itself. Whoever says nothing can do little.
    pub(super) fn new(said: &ClientCapabilities) -> Self {
        let text = said.text_document.as_ref();
        let workspace = said.workspace.as_ref();
        let encodings = said.general.as_ref().and_then(|general| general.position_encodings.as_deref()).unwrap_or(&[]);
        let actions = text.and_then(|text| text.code_action.as_ref());
        let item = text.and_then(|text| text.completion.as_ref()).and_then(|completion| completion.completion_item.as_ref());
        let formats = text.and_then(|text| text.hover.as_ref()).and_then(|hover| hover.content_format.as_deref());
        Client {
            encoding: if encodings.contains(&PositionEncodingKind::UTF8) { Encoding::Utf8 } else { Encoding::Utf16 },
            pulls: text.is_some_and(|text| text.diagnostic.is_some()),
            asks_again: workspace.and_then(|workspace| workspace.diagnostic.as_ref()).and_then(|diagnostic| diagnostic.refresh_support).unwrap_or(false),
            has_snippets: item.and_then(|item| item.snippet_support).unwrap_or(false),
            reads_markdown: formats.is_none_or(|formats| formats.contains(&lsp_types::MarkupKind::Markdown)),
            shows_disabled: actions.and_then(|actions| actions.disabled_support).unwrap_or(false),
            has_literal_actions: actions.is_some_and(|actions| actions.code_action_literal_support.is_some()),
            has_nested_symbols: text.and_then(|text| text.document_symbol.as_ref()).and_then(|symbols| symbols.hierarchical_document_symbol_support).unwrap_or(false),
            shows_link_titles: text.and_then(|text| text.document_link.as_ref()).and_then(|links| links.tooltip_support).unwrap_or(false),
            shows_related: text.and_then(|text| text.publish_diagnostics.as_ref()).and_then(|diagnostics| diagnostics.related_information).unwrap_or(false),
            watches: workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref()).and_then(|watched| watched.dynamic_registration).unwrap_or(false),
            has_settings: workspace.and_then(|workspace| workspace.configuration).unwrap_or(false),
        }
    }
}
