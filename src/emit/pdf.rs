//! A document as a tagged PDF. The pages are set by the crate `pdf/`, which is heavy to build and stands behind the feature `pdf`.

use super::document::Document;

/// Whether this program can write PDF.
pub const HAS_PDF: bool = cfg!(feature = "pdf");

/// Why a PDF cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfFault {
    /// What is wrong.
    pub what: String,
    /// What to do next.
    pub help: String,
}

/// The height at which a drawing is cut, as a share of its width: less than a page, since one that cannot be cut leaves blank ground before it.
#[cfg(feature = "pdf")]
const CUT: f64 = 0.9;

/// Writes a PDF.
#[cfg(feature = "pdf")]
pub fn pdf(document: &Document) -> Result<Vec<u8>, PdfFault> {
    use super::diagram::drawings;
    use super::document::Block;
    use super::markdown::arrows;
    use sharewright_pdf::{Drawing, write};

    let drawn = |block: &Block| Drawing { svgs: drawings(block, |drawing| drawing.height <= drawing.width * CUT).into_iter().map(|drawing| drawing.svg).collect(), said: arrows(block) };
    let drawings: Vec<Drawing> = document.blocks.iter().filter(|block| matches!(block, Block::Diagram { .. })).map(drawn).collect();
    let json = serde_json::to_vec(document).map_err(|error| PdfFault { what: error.to_string(), help: "This is a fault of the tool; please report it.".to_owned() })?;
    write(&json, &drawings).map_err(|fault| PdfFault { what: fault.what, help: fault.help })
}

/// Says that this program writes no PDF.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_document: &Document) -> Result<Vec<u8>, PdfFault> {
    Err(PdfFault { what: "this program was built without it".to_owned(), help: "Build it with `--features pdf`.".to_owned() })
}
