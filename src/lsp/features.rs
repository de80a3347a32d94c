//! The one table of what the server can do. A row says what it advertises and what answers it, so that nothing can be advertised without
//! an answer; a test asks for every capability that the server advertises.

use super::answers::{change, find, see};
use super::server::{Refusal, Server};
use crate::ide::{MODIFIERS, TOKENS};
use lsp_server::ErrorCode;
use lsp_types::request::{
    CodeActionRequest, Completion, DocumentDiagnosticRequest, DocumentLinkRequest, DocumentSymbolRequest, ExecuteCommand, FoldingRangeRequest, Formatting, GotoDefinition, HoverRequest,
    InlayHintRequest, PrepareRenameRequest, References, Rename, Request, SemanticTokensFullRequest, SemanticTokensRangeRequest, WorkspaceDiagnosticRequest, WorkspaceSymbolRequest,
};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions, DiagnosticOptions, DiagnosticServerCapabilities, DocumentLinkOptions, ExecuteCommandOptions,
    FoldingRangeProviderCapability, HoverProviderCapability, OneOf, RenameOptions, SemanticTokenModifier, SemanticTokenType, SemanticTokensFullOptions, SemanticTokensLegend, SemanticTokensOptions,
    SemanticTokensServerCapabilities, ServerCapabilities,
};
use serde_json::Value;

/// What answers a request.
type Answer = Box<dyn Fn(&mut Server<'_>, Value) -> Result<Value, Refusal>>;

/// Something that the server can do.
pub(super) struct Feature {
    /// How the protocol calls the request.
    pub(super) method: &'static str,
    /// Says to the client that it can be asked for.
    pub(super) advertise: fn(&mut ServerCapabilities),
    /// Answers it.
    pub(super) answer: Answer,
}

/// All of it.
pub(super) fn features() -> Vec<Feature> {
    let mut all = vec![
        feature::<HoverRequest>(|all| all.hover_provider = Some(HoverProviderCapability::Simple(true)), see::hover),
        feature::<Completion>(|all| all.completion_provider = Some(completion()), see::completion),
        feature::<SemanticTokensFullRequest>(|all| tokens(all).full = Some(SemanticTokensFullOptions::Bool(true)), see::tokens),
        feature::<SemanticTokensRangeRequest>(|all| tokens(all).range = Some(true), see::tokens_within),
        feature::<InlayHintRequest>(|all| all.inlay_hint_provider = Some(OneOf::Left(true)), see::hints),
        feature::<FoldingRangeRequest>(|all| all.folding_range_provider = Some(FoldingRangeProviderCapability::Simple(true)), see::folds),
        feature::<GotoDefinition>(|all| all.definition_provider = Some(OneOf::Left(true)), find::definition),
        feature::<References>(|all| all.references_provider = Some(OneOf::Left(true)), find::references),
        feature::<DocumentSymbolRequest>(|all| all.document_symbol_provider = Some(OneOf::Left(true)), find::outline),
        feature::<WorkspaceSymbolRequest>(|all| all.workspace_symbol_provider = Some(OneOf::Left(true)), find::symbols),
        feature::<DocumentLinkRequest>(|all| all.document_link_provider = Some(link_options()), find::links),
        feature::<Rename>(|all| all.rename_provider = Some(OneOf::Left(true)), change::rename),
        feature::<PrepareRenameRequest>(
            |all| all.rename_provider = Some(OneOf::Right(RenameOptions { prepare_provider: Some(true), work_done_progress_options: lsp_types::WorkDoneProgressOptions::default() })),
            change::prepare_rename,
        ),
        feature::<Formatting>(|all| all.document_formatting_provider = Some(OneOf::Left(true)), change::layout),
        feature::<CodeActionRequest>(|all| all.code_action_provider = Some(actions()), change::actions),
        feature::<ExecuteCommand>(|all| all.execute_command_provider = Some(commands()), change::execute),
        feature::<DocumentDiagnosticRequest>(|all| diagnostics(all).inter_file_dependencies = true, change::diagnostics),
        feature::<WorkspaceDiagnosticRequest>(|all| diagnostics(all).workspace_diagnostics = true, change::all_diagnostics),
        feature::<super::answers::Text>(|_| (), super::answers::text),
    ];
    if cfg!(debug_assertions) {
        all.push(feature::<super::answers::Fall>(|_| (), super::answers::fall));
    }
    all
}

fn feature<R: Request + 'static>(advertise: fn(&mut ServerCapabilities), answer: fn(&mut Server<'_>, R::Params) -> Result<R::Result, Refusal>) -> Feature {
    let answer: Answer = Box::new(move |server, params| {
        let params = serde_json::from_value(params).map_err(|error| Refusal { code: ErrorCode::InvalidParams, why: format!("the parameters of `{}` cannot be read: {error}", R::METHOD) })?;
        let answer = answer(server, params)?;
        serde_json::to_value(answer).map_err(|error| Refusal { code: ErrorCode::InternalError, why: format!("the answer to `{}` cannot be written: {error}", R::METHOD) })
    });
    Feature { method: R::METHOD, advertise, answer }
}

fn link_options() -> DocumentLinkOptions {
    DocumentLinkOptions { resolve_provider: Some(false), work_done_progress_options: lsp_types::WorkDoneProgressOptions::default() }
}

fn completion() -> CompletionOptions {
    let triggers = ["\"", ".", ",", " "].map(str::to_owned).to_vec();
    CompletionOptions { trigger_characters: Some(triggers), resolve_provider: Some(false), ..CompletionOptions::default() }
}

fn actions() -> CodeActionProviderCapability {
    let kinds = vec![CodeActionKind::QUICKFIX, CodeActionKind::SOURCE_FIX_ALL];
    CodeActionProviderCapability::Options(CodeActionOptions { code_action_kinds: Some(kinds), ..CodeActionOptions::default() })
}

fn commands() -> ExecuteCommandOptions {
    ExecuteCommandOptions { commands: vec![change::EXPLAIN.to_owned()], ..ExecuteCommandOptions::default() }
}

/// The part of what is advertised that is about the sorts of words.
fn tokens(all: &mut ServerCapabilities) -> &mut SemanticTokensOptions {
    let fresh = || {
        let legend = SemanticTokensLegend { token_types: TOKENS.map(SemanticTokenType::new).to_vec(), token_modifiers: MODIFIERS.map(SemanticTokenModifier::new).to_vec() };
        SemanticTokensServerCapabilities::SemanticTokensOptions(SemanticTokensOptions { legend, ..SemanticTokensOptions::default() })
    };
    match all.semantic_tokens_provider.get_or_insert_with(fresh) {
        SemanticTokensServerCapabilities::SemanticTokensOptions(options) => options,
        SemanticTokensServerCapabilities::SemanticTokensRegistrationOptions(_) => unreachable!("only options are put here"),
    }
}

/// The part of what is advertised that is about diagnostics.
fn diagnostics(all: &mut ServerCapabilities) -> &mut DiagnosticOptions {
    let fresh = || DiagnosticServerCapabilities::Options(DiagnosticOptions { identifier: Some("sharewright".to_owned()), ..DiagnosticOptions::default() });
    match all.diagnostic_provider.get_or_insert_with(fresh) {
        DiagnosticServerCapabilities::Options(options) => options,
        DiagnosticServerCapabilities::RegistrationOptions(_) => unreachable!("only options are put here"),
    }
}
