//! From plain data to the types of the protocol.

use super::server::Server;
use crate::diagnostic::Severity;
use crate::ide::{CompletionKind, Edit, Finding};
use crate::source::TextRange;
use lsp_types::{CodeDescription, CompletionItemKind, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, NumberOrString, SymbolKind, TextEdit, Uri, WorkspaceEdit};
use std::collections::HashMap;
use std::str::FromStr;

/// What the client shows as the source of a diagnostic.
const SOURCE: &str = "sharewright";

impl Server<'_> {
    /// A finding, for the client.
    pub(super) fn diagnostic(&self, finding: &Finding) -> Option<Diagnostic> {
        let found = &finding.diagnostic;
        let (text, lines) = self.text(finding.path())?;
        let link = found.citations.iter().filter_map(|citation| citation.link.as_deref()).find(|link| link.starts_with("https://"));
        let mut message = found.headline.clone();
        for note in &found.notes {
            message.push('\n');
            message.push_str(note);
        }
        if !found.help.is_empty() {
            message.push_str("\nnext: ");
            message.push_str(&found.help);
        }
        let others: Vec<DiagnosticRelatedInformation> = finding
            .others()
            .filter_map(|(place, remark)| {
                let message = if remark.is_empty() { "here as well".to_owned() } else { remark.to_owned() };
                Some(DiagnosticRelatedInformation { location: self.location(&place.path, place.range)?, message })
            })
            .collect();
        Some(Diagnostic {
            range: lines.range(text, found.at().range),
            severity: Some(severity(found.severity)),
            code: Some(NumberOrString::String(found.code.to_string())),
            code_description: link.and_then(|link| Uri::from_str(link).ok()).map(|href| CodeDescription { href }),
            source: Some(SOURCE.to_owned()),
            message,
            related_information: (self.client.shows_related && !others.is_empty()).then_some(others),
            tags: None,
            data: None,
        })
    }

    /// What was found in a file, for the client.
    pub(super) fn diagnostics(&self, path: &str) -> Vec<Diagnostic> {
        self.findings(path).into_iter().filter_map(|finding| self.diagnostic(finding)).collect()
    }

    /// Changes, for the client.
    #[expect(clippy::mutable_key_type, reason = "the type of the protocol is a map by address")]
    pub(super) fn changes(&self, edits: &[Edit]) -> WorkspaceEdit {
        let mut changes: HashMap<Uri, Vec<TextEdit>> = HashMap::new();
        for edit in edits {
            if let Some(place) = self.location(&edit.place.path, edit.place.range) {
                changes.entry(place.uri).or_default().push(TextEdit { range: place.range, new_text: edit.text.clone() });
            }
        }
        WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info => DiagnosticSeverity::INFORMATION,
    }
}

/// The picture that an editor shows beside something that may be written.
pub(super) fn completion_kind(kind: CompletionKind) -> CompletionItemKind {
    match kind {
        CompletionKind::Keyword => CompletionItemKind::KEYWORD,
        CompletionKind::Connective => CompletionItemKind::OPERATOR,
        CompletionKind::Word => CompletionItemKind::ENUM_MEMBER,
        CompletionKind::Name => CompletionItemKind::VARIABLE,
        CompletionKind::Law => CompletionItemKind::REFERENCE,
        CompletionKind::File => CompletionItemKind::FILE,
    }
}

/// The picture that an editor shows beside a thing: what has a name of its own is told from what groups facts.
pub(super) fn symbol_kind(is_named: bool, has_inside: bool) -> SymbolKind {
    match (is_named, has_inside) {
        (true, true) => SymbolKind::CLASS,
        (true, false) => SymbolKind::OBJECT,
        (false, _) => SymbolKind::NAMESPACE,
    }
}

/// The whole of a text.
pub(super) fn whole(text: &str) -> TextRange {
    TextRange::new(0, text.len())
}
