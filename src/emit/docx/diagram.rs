//! The diagram of who gives what to whom: a picture with its text alternative, then the same in words.
//!
//! The picture is the SVG that pages show. Word shows SVG from 2016 on; a program that does not has the text alternative and the words.

use super::super::diagram::{Drawing, drawings};
use super::super::document::{Block, Inline, plain};
use super::super::markdown;
use super::body::{Body, Stand, picture_id};
use super::xml::{RELATIONS, escaped, short};
use std::fmt::Write;

/// A pixel of a drawing and a twentieth of a point, in the units of pictures in Word.
const PIXEL: f64 = 9525.0;
const TWENTIETH: f64 = 635.0;

/// How much of a page a picture may take; the rest is for its heading and caption.
const OF_A_PAGE: f64 = 0.85;

/// The longest text alternative: readers of a screen cannot stop within one. The words below it have all.
const MOST_OF_ALTERNATIVE: usize = 1000;

impl Body<'_> {
    pub(super) fn diagram(&mut self, block: &Block) {
        let Block::Diagram { caption, .. } = block else { return };
        let said = markdown::arrows(block);
        let section = &self.look.section;
        let (wide, high) = (f64::from(section.width) * TWENTIETH, f64::from(section.height) * TWENTIETH * OF_A_PAGE);
        let all = drawings(block, |drawing| drawing.height * scale(drawing, wide) <= high);
        if !caption.is_empty() {
            self.paragraph("Caption", Stand { keep_next: true, ..Stand::default() }, |body| body.inlines(caption));
        }
        let alternative = format!("{}: {}", plain(caption), said.join(". "));
        for drawing in all {
            let size = scale(&drawing, wide).min(high / drawing.height);
            self.paragraph("Picture", Stand::default(), |body| body.picture(drawing, size, &alternative));
        }
        let said: Vec<Vec<Inline>> = said.into_iter().map(|arrow| vec![Inline::Text(arrow)]).collect();
        self.list(false, &said);
    }

    fn picture(&mut self, drawing: Drawing, size: f64, alternative: &str) {
        let place = self.pictures.len();
        // Pictures of headers have numbers of their own, counted from the lowest.
        let (number, relation) = (900_001 + place, picture_id(place));
        let (width, height) = (drawing.width * size, drawing.height * size);
        let alternative = escaped(&short(alternative, MOST_OF_ALTERNATIVE));
        let _ = write!(
            self.out,
            "<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width:.0}\" cy=\"{height:.0}\"/><wp:docPr id=\"{number}\" name=\"Diagram {number}\" descr=\"{alternative}\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"Diagram {number}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r=\"{RELATIONS}\" r:embed=\"{relation}\"><a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"{relation}\"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width:.0}\" cy=\"{height:.0}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        );
        self.pictures.push(drawing.svg);
    }
}

/// The size of a pixel at which a drawing is as wide as the text, and no wider than it was drawn.
fn scale(drawing: &Drawing, wide: f64) -> f64 {
    (wide / drawing.width).min(PIXEL)
}
