//! What is found, and what can be done about it: diagnostics for a client that asks for them, actions, commands, new names.

use super::super::paths::path_of;
use super::super::publish::name_of;
use super::super::server::{Refusal, Server};
use super::super::wire::Written;
use crate::diagnostic::FixSafety;
use crate::ide::{Action, Repair, actions as all_actions};
use lsp_types::{
    CodeAction, CodeActionDisabled, CodeActionKind, CodeActionOrCommand, CodeActionParams, Command, DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentDiagnosticReportResult,
    DocumentFormattingParams, ExecuteCommandParams, FullDocumentDiagnosticReport, MessageType, PrepareRenameResponse, RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    RenameParams, TextDocumentPositionParams, TextEdit, UnchangedDocumentDiagnosticReport, WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult,
    WorkspaceDocumentDiagnosticReport, WorkspaceEdit, WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};
use serde_json::{Value, json};
use std::collections::HashMap;

/// The command that tells everything about a rule: its code, a question, a keyword, a word.
pub(in super::super) const EXPLAIN: &str = "sharewright.explain";

pub(in super::super) fn diagnostics(server: &mut Server<'_>, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult, Refusal> {
    let path = path_of(&params.text_document.uri);
    server.known(&path)?;
    if server.urgent.contains(&path) || server.waiting.contains(&path) {
        server.judge(&path);
    }
    let items = server.diagnostics(&path);
    let result_id = name_of(&Written::new(&items));
    server.stale.remove(&path);
    server.told.insert(path, result_id.clone());
    let report = if params.previous_result_id.as_ref() == Some(&result_id) {
        let same = UnchangedDocumentDiagnosticReport { result_id };
        DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport { related_documents: None, unchanged_document_diagnostic_report: same })
    } else {
        let full = FullDocumentDiagnosticReport { result_id: Some(result_id), items };
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport { related_documents: None, full_document_diagnostic_report: full })
    };
    Ok(DocumentDiagnosticReportResult::Report(report))
}

pub(in super::super) fn all_diagnostics(server: &mut Server<'_>, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult, Refusal> {
    while server.judge_next() {}
    let known: HashMap<String, String> = params.previous_result_ids.into_iter().map(|known| (path_of(&known.uri), known.value)).collect();
    let mut items = Vec::new();
    for path in server.own.clone() {
        let diagnostics = server.diagnostics(&path);
        let result_id = name_of(&Written::new(&diagnostics));
        let Some(uri) = server.uri(&path) else { continue };
        let version = server.open.get(&path).map(|document| i64::from(document.version));
        items.push(if known.get(&path) == Some(&result_id) {
            let same = UnchangedDocumentDiagnosticReport { result_id: result_id.clone() };
            WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport { uri, version, unchanged_document_diagnostic_report: same })
        } else {
            let full = FullDocumentDiagnosticReport { result_id: Some(result_id.clone()), items: diagnostics };
            WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report: full })
        });
        server.stale.remove(&path);
        server.told.insert(path, result_id);
    }
    Ok(WorkspaceDiagnosticReportResult::Report(WorkspaceDiagnosticReport { items }))
}

pub(in super::super) fn actions(server: &mut Server<'_>, params: CodeActionParams) -> Result<Option<Vec<CodeActionOrCommand>>, Refusal> {
    let path = path_of(&params.text_document.uri);
    if server.urgent.contains(&path) {
        server.judge(&path);
    }
    let (text, lines) = server.known(&path)?;
    let range = lines.bytes(text, params.range);
    let is_wanted = |kind: &CodeActionKind| {
        let only = params.context.only.as_deref();
        only.is_none_or(|only| only.iter().any(|wanted| kind.as_str() == wanted.as_str() || kind.as_str().strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('.'))))
    };
    let findings = server.findings(&path);
    let offered = all_actions(range, &findings).into_iter().filter_map(|action| offer(server, action));
    Ok(Some(offered.filter(|offered| matches!(offered, CodeActionOrCommand::CodeAction(action) if action.kind.as_ref().is_none_or(is_wanted)) || is_command(offered)).collect()))
}

fn is_command(offered: &CodeActionOrCommand) -> bool {
    matches!(offered, CodeActionOrCommand::Command(_))
}

/// An action as the client can take it; nothing for one that it cannot.
fn offer(server: &Server<'_>, action: Action<'_>) -> Option<CodeActionOrCommand> {
    let diagnostics = action.finding.and_then(|finding| server.diagnostic(finding)).map(|diagnostic| vec![diagnostic]);
    let mut offered = CodeAction { title: action.title.clone(), kind: Some(CodeActionKind::QUICKFIX), diagnostics, ..CodeAction::default() };
    match action.repair {
        Repair::Change(_, FixSafety::DisplayOnly) => {
            if !server.client.shows_disabled {
                return None;
            }
            offered.disabled = Some(CodeActionDisabled { reason: "only a person can judge this; change the text by hand".to_owned() });
        }
        Repair::Change(edit, safety) => {
            offered.edit = Some(server.changes(&[edit]));
            offered.is_preferred = Some(safety == FixSafety::Safe);
        }
        Repair::AllSafe(edits) => {
            offered.kind = Some(CodeActionKind::SOURCE_FIX_ALL);
            offered.edit = Some(server.changes(&edits));
        }
        Repair::Explain(code) => {
            let command = Command { title: action.title, command: EXPLAIN.to_owned(), arguments: Some(vec![json!(code)]) };
            if !server.client.has_literal_actions {
                return Some(CodeActionOrCommand::Command(command));
            }
            offered.command = Some(command);
        }
    }
    server.client.has_literal_actions.then_some(CodeActionOrCommand::CodeAction(offered))
}

pub(in super::super) fn execute(server: &mut Server<'_>, params: ExecuteCommandParams) -> Result<Option<Value>, Refusal> {
    if params.command != EXPLAIN {
        return Err(Refusal::of(format!("there is no command `{}`; there is `{EXPLAIN}`", params.command)));
    }
    let Some(name) = params.arguments.first().and_then(Value::as_str) else {
        return Err(Refusal::of(format!("`{EXPLAIN}` needs the code of a rule, such as CHK-Q03, or a keyword")));
    };
    let told = server.analysis.explain(name).map_err(Refusal::of)?;
    // Clients throw the answer away, so it is shown as well.
    server.out.tell(MessageType::INFO, &told);
    Ok(Some(Value::String(told)))
}

pub(in super::super) fn layout(server: &mut Server<'_>, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>, Refusal> {
    let path = path_of(&params.text_document.uri);
    let (text, lines) = server.known(&path)?;
    let edit = server.analysis.lay_out(&path).map_err(Refusal::of)?;
    Ok(Some(edit.into_iter().map(|edit| TextEdit { range: lines.range(text, edit.place.range), new_text: edit.text }).collect()))
}

pub(in super::super) fn prepare_rename(server: &mut Server<'_>, params: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>, Refusal> {
    let (path, offset) = server.place(&params.text_document.uri, params.position)?;
    let (text, lines) = server.known(&path)?;
    Ok(server.analysis.renamable(&path, offset).map(|range| PrepareRenameResponse::RangeWithPlaceholder { range: lines.range(text, range), placeholder: range.of(text).to_owned() }))
}

pub(in super::super) fn rename(server: &mut Server<'_>, params: RenameParams) -> Result<Option<WorkspaceEdit>, Refusal> {
    let at = params.text_document_position;
    let (path, offset) = server.place(&at.text_document.uri, at.position)?;
    let edits = server.analysis.rename(&path, offset, &params.new_name).map_err(Refusal::of)?;
    Ok(Some(server.changes(&edits)))
}
