//! Writes a document as tagged PDF: PDF/UA-1 and PDF/A-2a, checked by the writer.
//!
//! This crate knows typst and nothing of agreements. It takes the semantic document as JSON and gives the bytes of a file. There is
//! one template, and it never changes: text is data to it, so no text can become markup. Nothing outside is reached, and the date is
//! that of the document, so the same document gives the same bytes.

mod columns;
mod document;
mod fault;
mod letters;
mod pieces;
mod prepare;
mod spread;
mod typeface;
mod world;

pub use fault::Fault;

use document::Document;
use std::sync::OnceLock;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Bytes, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::{Desk, Shop};

/// The highest that a drawing may be against its width, to stand on a page with its caption at its whole width.
const HIGHEST: f64 = 1.32;

/// A diagram as it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// As SVG: one drawing, or several where one does not fit on a page.
    pub svgs: Vec<String>,
    /// What it says, in sentences.
    pub said: Vec<String>,
}

/// Writes a document. The drawings are those of its diagrams, in their order.
pub fn write(document_json: &[u8], drawings: &[Drawing]) -> Result<Vec<u8>, Fault> {
    let written = desk(document_json, drawings).and_then(|desk| file(&pages(&desk)?));
    // What typst remembers of one document is of no use to the next.
    comemo::evict(0);
    written
}

/// What the template reaches for a document.
fn desk(document_json: &[u8], drawings: &[Drawing]) -> Result<Desk<'static>, Fault> {
    static SHOP: OnceLock<Result<Shop, Fault>> = OnceLock::new();
    let shop = SHOP.get_or_init(Shop::open).as_ref().map_err(Clone::clone)?;
    let mut document: Document = serde_json::from_slice(document_json)
        .map_err(|error| Fault::new(format!("the document cannot be read: {error}"), "It is the JSON that `sharewright build --format json` writes; make it again."))?;
    prepare::prepare(&mut document, drawings, &shop.typeface)?;
    let data = serde_json::to_vec(&document).map_err(|error| Fault::of_the_tool(format!("the data of the page cannot be written: {error}")))?;
    Ok(Desk { shop, data: Bytes::new(data) })
}

/// Sets the pages.
fn pages(desk: &Desk<'_>) -> Result<PagedDocument, Fault> {
    typst::compile(desk).output.map_err(|errors| told(&errors))
}

/// Writes the file, and checks it as it is written.
fn file(pages: &PagedDocument) -> Result<Vec<u8>, Fault> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).map_err(|error| Fault::of_the_tool(format!("the PDF standards cannot be combined: {}", error.message())))?;
    let options = PdfOptions { creator: Smart::Custom(Some("sharewright".to_owned())), standards, ..PdfOptions::default() };
    typst_pdf::pdf(pages, &options).map_err(|errors| told(&errors))
}

/// What typst found, in a fault.
fn told(errors: &[SourceDiagnostic]) -> Fault {
    let said = errors.iter().map(|error| error.message.as_str()).take(3).collect::<Vec<_>>().join("; ");
    let hints = errors.iter().flat_map(|error| &error.hints).map(|hint| hint.v.as_str()).take(3).collect::<Vec<_>>().join("; ");
    let help = if hints.is_empty() { String::new() } else { format!("The writer says: {hints}. ") };
    Fault::new(
        format!("the pages cannot be set, or would not pass the checks of PDF/UA-1 and PDF/A-2a: {said}"),
        format!("{help}Make the document as HTML or Word meanwhile (`--format html,docx`), and report this with the source."),
    )
}

#[cfg(test)]
mod tests;
