//! What is shown beside, in and over the text.

use super::super::convert::{completion_kind, whole};
use super::super::lines::Lines;
use super::super::paths::path_of;
use super::super::server::{Refusal, Server};
use crate::ide::{Completion, FoldKind, Token};
use crate::source::TextRange;
use lsp_types::{
    CompletionItem, CompletionParams, CompletionResponse, CompletionTextEdit, Documentation, FoldingRange, FoldingRangeKind, FoldingRangeParams, Hover, HoverContents, HoverParams, InlayHint,
    InlayHintLabel, InlayHintParams, InlayHintTooltip, InsertTextFormat, MarkupContent, MarkupKind, SemanticToken, SemanticTokens, SemanticTokensParams, SemanticTokensRangeParams,
    SemanticTokensRangeResult, SemanticTokensResult, TextEdit,
};

pub(in super::super) fn hover(server: &mut Server<'_>, params: HoverParams) -> Result<Option<Hover>, Refusal> {
    let at = params.text_document_position_params;
    let (path, offset) = server.place(&at.text_document.uri, at.position)?;
    let (text, lines) = server.known(&path)?;
    let told = server.analysis.hover(&path, offset, &server.findings(&path));
    // The marks of Markdown do no harm where they are shown as they are.
    let kind = if server.client.reads_markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    Ok(told.map(|told| Hover { contents: HoverContents::Markup(MarkupContent { kind, value: told.markdown }), range: Some(lines.range(text, told.range)) }))
}

pub(in super::super) fn completion(server: &mut Server<'_>, params: CompletionParams) -> Result<Option<CompletionResponse>, Refusal> {
    let at = params.text_document_position;
    let (path, offset) = server.place(&at.text_document.uri, at.position)?;
    let (text, lines) = server.known(&path)?;
    let offered = server.analysis.complete(&path, offset);
    let items = offered.into_iter().map(|one| item(server, text, &lines, one)).collect();
    Ok(Some(CompletionResponse::Array(items)))
}

fn item(server: &Server<'_>, text: &str, lines: &Lines, one: Completion) -> CompletionItem {
    let is_snippet = server.client.has_snippets && !one.snippet.is_empty();
    let new_text = if is_snippet { one.snippet } else { one.text.clone() };
    CompletionItem {
        sort_text: Some(format!("{} {}", one.rank, one.text)),
        // Law is found by its subject too.
        filter_text: (one.kind == crate::ide::CompletionKind::Law).then(|| format!("{} {}", one.text, one.detail)),
        kind: Some(completion_kind(one.kind)),
        detail: Some(one.detail).filter(|detail| !detail.is_empty()),
        documentation: Some(one.about).filter(|about| !about.is_empty()).map(Documentation::String),
        insert_text_format: Some(if is_snippet { InsertTextFormat::SNIPPET } else { InsertTextFormat::PLAIN_TEXT }),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range: lines.range(text, one.replace), new_text })),
        label: one.text,
        ..CompletionItem::default()
    }
}

pub(in super::super) fn tokens(server: &mut Server<'_>, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>, Refusal> {
    let path = path_of(&params.text_document.uri);
    let (text, lines) = server.known(&path)?;
    let data = coded(text, &lines, &server.analysis.tokens(&path, whole(text)));
    Ok(Some(SemanticTokensResult::Tokens(SemanticTokens { result_id: None, data })))
}

pub(in super::super) fn tokens_within(server: &mut Server<'_>, params: SemanticTokensRangeParams) -> Result<Option<SemanticTokensRangeResult>, Refusal> {
    let path = path_of(&params.text_document.uri);
    let (text, lines) = server.known(&path)?;
    let data = coded(text, &lines, &server.analysis.tokens(&path, lines.bytes(text, params.range)));
    Ok(Some(SemanticTokensRangeResult::Tokens(SemanticTokens { result_id: None, data })))
}

/// Tokens as the protocol has them: each by its distance from the one before.
fn coded(text: &str, lines: &Lines, tokens: &[Token]) -> Vec<SemanticToken> {
    let (mut line, mut column) = (0, 0);
    let coded = tokens.iter().filter_map(|token| {
        let range = lines.range(text, token.range);
        // A lone carriage return ends a line for editors and not for the language.
        if range.end.line != range.start.line {
            return None;
        }
        let delta_line = range.start.line - line;
        let delta_start = if delta_line == 0 { range.start.character - column } else { range.start.character };
        (line, column) = (range.start.line, range.start.character);
        Some(SemanticToken { delta_line, delta_start, length: range.end.character - range.start.character, token_type: token.kind as u32, token_modifiers_bitset: token.modifiers })
    });
    coded.collect()
}

pub(in super::super) fn hints(server: &mut Server<'_>, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>, Refusal> {
    let path = path_of(&params.text_document.uri);
    let (text, lines) = server.known(&path)?;
    let hints = server.analysis.hints(&path, lines.bytes(text, params.range));
    let hints = hints.into_iter().map(|hint| InlayHint {
        position: lines.position(text, hint.offset),
        label: InlayHintLabel::String(hint.text),
        kind: None,
        text_edits: None,
        tooltip: Some(InlayHintTooltip::String(hint.more)),
        padding_left: Some(true),
        padding_right: Some(true),
        data: None,
    });
    Ok(Some(hints.collect()))
}

pub(in super::super) fn folds(server: &mut Server<'_>, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>, Refusal> {
    let path = path_of(&params.text_document.uri);
    let (text, lines) = server.known(&path)?;
    let line = |offset: u32| lines.position(text, offset).line;
    let fold = |range: TextRange, kind: FoldKind| FoldingRange {
        start_line: line(range.start),
        end_line: line(range.end),
        kind: match kind {
            FoldKind::Block => Some(FoldingRangeKind::Region),
            FoldKind::Comment => Some(FoldingRangeKind::Comment),
            FoldKind::Uses => Some(FoldingRangeKind::Imports),
        },
        ..FoldingRange::default()
    };
    Ok(Some(server.analysis.folds(&path).into_iter().map(|found| fold(found.range, found.kind)).collect()))
}
