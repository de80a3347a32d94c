//! The table of contents: a field that Word fills with pages, and entries that lead to their headings until it has.

use super::super::document::{Block, plain};
use super::body::{Body, Stand, contents_mark};
use super::xml::escaped;
use std::fmt::Write;

/// The fewest headings for which contents are worth their room.
const FEWEST: usize = 3;

impl Body<'_> {
    pub(super) fn table_of_contents(&mut self) {
        let headings: Vec<_> = self
            .document
            .blocks
            .iter()
            .enumerate()
            .filter_map(|(place, block)| if let Block::Heading { level: level @ 1..=2, number, text, .. } = block { Some((place, *level, number, plain(text))) } else { None })
            .collect();
        if headings.iter().filter(|(_, level, ..)| *level == 1).count() < FEWEST {
            return;
        }
        self.out.push_str("<w:sdt><w:sdtPr><w:id w:val=\"1000000\"/><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>");
        self.paragraph("TOCHeading", Stand::default(), |body| body.text("Contents"));
        let last = headings.len() - 1;
        for (index, (place, level, number, text)) in headings.into_iter().enumerate() {
            self.paragraph(if level == 1 { "TOC1" } else { "TOC2" }, Stand::default(), |body| {
                if index == 0 {
                    body.out.push_str("<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-2\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
                }
                let _ = write!(body.out, "<w:hyperlink w:anchor=\"{}\" w:history=\"1\">", escaped(&contents_mark(place)));
                if !number.is_empty() {
                    body.text(&format!("{number}\t"));
                }
                body.text(&text.replace(['\n', '\t'], " "));
                body.out.push_str("</w:hyperlink>");
                if index == last {
                    body.out.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
                }
            });
        }
        self.out.push_str("</w:sdtContent></w:sdt>");
    }
}
