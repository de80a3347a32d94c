//! Where things are: definitions, references, lists of things, and what links lead to.

use super::super::convert::symbol_kind;
use super::super::lines::Lines;
use super::super::paths::path_of;
use super::super::server::{Refusal, Server};
use crate::ide::{Place, Symbol, Target};
use lsp_types::{
    DocumentLink, DocumentLinkParams, DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, GotoDefinitionParams, GotoDefinitionResponse, Location, OneOf, ReferenceParams, SymbolInformation,
    Uri, WorkspaceLocation, WorkspaceSymbol, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};
use std::str::FromStr;

/// How many things of a workspace are told at once.
const MOST_SYMBOLS: usize = 512;

pub(in super::super) fn definition(server: &mut Server<'_>, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>, Refusal> {
    let at = params.text_document_position_params;
    let (path, offset) = server.place(&at.text_document.uri, at.position)?;
    let found = server.analysis.definition(&path, offset);
    Ok(found.and_then(|place| server.location(&place.path, place.range)).map(GotoDefinitionResponse::Scalar))
}

pub(in super::super) fn references(server: &mut Server<'_>, params: ReferenceParams) -> Result<Option<Vec<Location>>, Refusal> {
    let at = params.text_document_position;
    let (path, offset) = server.place(&at.text_document.uri, at.position)?;
    let found = server.analysis.references(&path, offset, params.context.include_declaration);
    Ok(Some(found.iter().filter_map(|Place { path, range }| server.location(path, *range)).collect()))
}

pub(in super::super) fn outline(server: &mut Server<'_>, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>, Refusal> {
    let uri = params.text_document.uri;
    let path = path_of(&uri);
    let (text, lines) = server.known(&path)?;
    let symbols = server.analysis.outline(&path).unwrap_or_default();
    if server.client.has_nested_symbols {
        return Ok(Some(DocumentSymbolResponse::Nested(symbols.iter().map(|symbol| nested(text, &lines, symbol)).collect())));
    }
    let mut flat = Vec::new();
    flatten(&symbols, None, &mut |symbol, around| flat.push(information(&uri, text, &lines, symbol, around)));
    Ok(Some(DocumentSymbolResponse::Flat(flat)))
}

#[expect(deprecated, reason = "the type of the protocol has a field that is out of use, and a value must be given")]
fn nested(text: &str, lines: &Lines, symbol: &Symbol) -> DocumentSymbol {
    let inside: Vec<DocumentSymbol> = symbol.inside.iter().map(|symbol| nested(text, lines, symbol)).collect();
    let detail = if symbol.is_named { format!("{} {}", symbol.keyword, symbol.label) } else { symbol.label.clone() };
    DocumentSymbol {
        name: symbol.name.clone(),
        detail: Some(detail.trim().to_owned()).filter(|detail| !detail.is_empty()),
        kind: symbol_kind(symbol.is_named, !inside.is_empty()),
        tags: None,
        deprecated: None,
        range: lines.range(text, symbol.whole),
        selection_range: lines.range(text, symbol.selection),
        children: (!inside.is_empty()).then_some(inside),
    }
}

fn flatten<'s>(symbols: &'s [Symbol], around: Option<&'s str>, note: &mut dyn FnMut(&'s Symbol, Option<&'s str>)) {
    for symbol in symbols {
        note(symbol, around);
        flatten(&symbol.inside, Some(&symbol.name), note);
    }
}

#[expect(deprecated, reason = "the type of the protocol has a field that is out of use, and a value must be given")]
fn information(uri: &Uri, text: &str, lines: &Lines, symbol: &Symbol, around: Option<&str>) -> SymbolInformation {
    SymbolInformation {
        name: symbol.name.clone(),
        kind: symbol_kind(symbol.is_named, !symbol.inside.is_empty()),
        tags: None,
        deprecated: None,
        location: Location { uri: uri.clone(), range: lines.range(text, symbol.whole) },
        container_name: around.map(str::to_owned),
    }
}

pub(in super::super) fn symbols(server: &mut Server<'_>, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>, Refusal> {
    let found = server.analysis.symbols(&params.query, MOST_SYMBOLS);
    let symbol = |found: crate::ide::SymbolIn| {
        let place = server.location(&found.place.path, found.place.range)?;
        let around = [found.keyword.as_str(), found.label.as_str(), found.inside.as_str()].iter().copied().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ");
        let location: OneOf<Location, WorkspaceLocation> = OneOf::Left(place);
        Some(WorkspaceSymbol { name: found.name, kind: symbol_kind(true, true), tags: None, container_name: Some(around), location, data: None })
    };
    Ok(Some(WorkspaceSymbolResponse::Nested(found.into_iter().filter_map(symbol).collect())))
}

pub(in super::super) fn links(server: &mut Server<'_>, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>, Refusal> {
    let path = path_of(&params.text_document.uri);
    let (text, lines) = server.known(&path)?;
    let link = |link: crate::ide::Link| {
        let target = match link.target {
            Target::Web(address) => Uri::from_str(&address).ok()?,
            Target::File(path) => server.uri(&path)?,
        };
        Some(DocumentLink { range: lines.range(text, link.range), target: Some(target), tooltip: server.client.shows_link_titles.then_some(link.title), data: None })
    };
    Ok(Some(server.analysis.links(&path).into_iter().filter_map(link).collect()))
}
