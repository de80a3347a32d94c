//! The body of a document: its blocks, one after the other, as paragraphs and tables.

use super::super::document::{Block, Document, Inline};
use super::closer::Close;
use super::counter::Counter;
use super::look::Look;
use super::runs::bookmark;
use super::xml::{escaped, short};
use crate::source::digest;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The longest name that Word takes for a content control.
const MOST_OF_A_NAME: usize = 64;

/// The style of the small paragraph between tables.
const AFTER_TABLE: &str = "AfterTable";

/// A body that is being written.
pub(super) struct Body<'a> {
    pub(super) look: &'a Look,
    pub(super) document: &'a Document,
    pub(super) out: String,
    /// Addresses that are linked to.
    pub(super) links: Vec<String>,
    /// Pictures, as SVG.
    pub(super) pictures: Vec<String>,
    /// Findings that become comments.
    pub(super) comments: Vec<&'a str>,
    /// How many numbered lists there are.
    pub(super) ordered: u32,
    /// Named places: which block it is.
    pub(super) places: BTreeMap<&'a str, usize>,
    /// The language of each run, where it is not that of the look.
    pub(super) language: String,
    controls: u32,
    counter: Counter,
    new_page: bool,
    /// Within a part that is meant for one page.
    closer: bool,
    /// The size of letters where it is not that of the style, in halves of a point.
    pub(super) size: Option<u32>,
}

/// How a paragraph stands on the page.
#[derive(Clone, Copy, Default)]
pub(super) struct Stand {
    /// With what follows, on one page.
    pub(super) keep_next: bool,
    /// The level and the list that number it.
    pub(super) list: Option<(u32, u32)>,
}

/// Writes the body of a document.
pub(super) fn body<'a>(look: &'a Look, document: &'a Document, language: &str) -> Body<'a> {
    let mut places = BTreeMap::new();
    for (place, block) in document.blocks.iter().enumerate() {
        if let Block::Heading { name, .. } | Block::Clause { name, .. } | Block::Prompt { name, .. } = block
            && !name.is_empty()
        {
            places.entry(name.as_str()).or_insert(place);
        }
    }
    let language = if look.styles.language == language { String::new() } else { language.to_owned() };
    let mut body = Body {
        look,
        document,
        out: String::new(),
        links: Vec::new(),
        pictures: Vec::new(),
        comments: Vec::new(),
        ordered: 0,
        places,
        language,
        controls: 0,
        counter: Counter::default(),
        new_page: false,
        closer: false,
        size: None,
    };
    body.front();
    for (place, block) in document.blocks.iter().enumerate() {
        body.block(place, block);
    }
    for (label, value) in &document.stamps {
        body.paragraph("Stamp", Stand::default(), |body| body.text(&format!("{label}: {value}")));
    }
    body
}

impl<'a> Body<'a> {
    /// The title, what must be known first, and the contents.
    fn front(&mut self) {
        let document = self.document;
        // A cover page that is put in with Word takes the place of the title. LibreOffice 7 keeps comments within controls only where a
        // control of this kind comes first.
        self.out.push_str("<w:sdt><w:sdtPr><w:id w:val=\"999999\"/><w:docPartObj><w:docPartGallery w:val=\"Cover Pages\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>");
        self.paragraph("Title", Stand::default(), |body| body.text(&document.title));
        self.out.push_str("</w:sdtContent></w:sdt>");
        if !document.subtitle.is_empty() {
            self.paragraph("Subtitle", Stand::default(), |body| body.text(&document.subtitle));
        }
        if document.draft {
            self.warning("Draft.", |body| body.text(&document.draft_words));
        }
        if !document.warning.is_empty() {
            self.warning("Warning.", |body| body.text(&document.warning));
        }
        let facts = [("Reference", &document.reference), ("Version", &document.version), ("Marking", &document.marking)];
        let facts: Vec<_> = facts.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        if !facts.is_empty() {
            let one = |text: &str| vec![Inline::Text(text.to_owned())];
            let rows: Vec<_> = facts.iter().map(|(label, value)| (one(label), vec![one(value)])).collect();
            self.definitions("About this document", &rows);
        }
        if document.contents {
            self.table_of_contents();
        }
    }

    fn warning(&mut self, label: &str, said: impl FnOnce(&mut Self)) {
        self.paragraph("Warning", Stand::default(), |body| {
            body.strong(label);
            body.text(" ");
            said(body);
        });
    }

    fn block(&mut self, place: usize, block: &'a Block) {
        match block {
            Block::Heading { level, number, text, name } => {
                let style = ["Heading1", "Heading2", "Heading3", "Heading4"][usize::from(*level).clamp(1, 4) - 1];
                let is_named = self.places.get(name.as_str()) == Some(&place);
                let (stand, written) = self.numbered(number);
                self.paragraph(style, stand, |body| {
                    let _ = write!(body.out, "<w:bookmarkStart w:id=\"{}\" w:name=\"{}\"/>", place * 2 + 1, contents_mark(place));
                    body.named_place(place, is_named, |body| {
                        body.text(&written);
                        body.inlines(text);
                    });
                    let _ = write!(body.out, "<w:bookmarkEnd w:id=\"{}\"/>", place * 2 + 1);
                });
            }
            Block::Clause { name, number, text } => {
                let is_named = self.places.get(name.as_str()) == Some(&place);
                let (stand, written) = self.numbered(number);
                self.control(name, |body| {
                    body.paragraph("Clause", stand, |body| {
                        body.named_place(place, is_named, |body| {
                            body.text(&written);
                            body.inlines(text);
                        });
                    });
                });
            }
            Block::Paragraph { text } => self.paragraph("Normal", Stand::default(), |body| body.inlines(text)),
            Block::List { ordered, items } => self.list(*ordered, items),
            Block::Definitions { rows } => self.definitions("", rows),
            Block::Table { caption, head, rows } => self.table(caption, head, rows),
            Block::Note { tone, text } if tone == "warning" => self.warning("Warning.", |body| body.inlines(text)),
            Block::Note { text, .. } => self.paragraph("Note", Stand::default(), |body| body.inlines(text)),
            Block::Prompt { name, text, remark } => self.prompt(place, name, text, remark),
            Block::Signature { party, office, date } => self.signature(party, office, date),
            Block::Diagram { .. } => self.diagram(block),
            Block::PageBreak { one_page } => {
                self.new_page = true;
                self.closer = *one_page && !self.document.one_page;
            }
        }
    }

    /// How a numbered paragraph stands, and its number where Word would count another.
    fn numbered(&mut self, number: &str) -> (Stand, String) {
        let numbering = &self.look.numbering;
        let counted = self.counter.level(number).map(|level| (level, numbering.outline));
        // A style of the look may number by itself; list 0 is none.
        let list = Some(counted.unwrap_or((0, 0)));
        let written = if number.is_empty() || counted.is_some() { String::new() } else { format!("{number}\t") };
        (Stand { list, ..Stand::default() }, written)
    }

    pub(super) fn list(&mut self, is_ordered: bool, items: &[Vec<Inline>]) {
        let numbering = &self.look.numbering;
        let (style, list) = if is_ordered { ("ListNumber", numbering.ordered(self.ordered)) } else { ("ListBullet", numbering.bullets) };
        self.ordered += u32::from(is_ordered);
        for item in items {
            self.paragraph(style, Stand { list: Some((0, list)), ..Stand::default() }, |body| body.inlines(item));
        }
    }

    fn prompt(&mut self, place: usize, name: &str, text: &[Inline], remark: &'a str) {
        let is_named = self.places.get(name) == Some(&place);
        let comment = (!remark.is_empty()).then_some(self.comments.len());
        if !remark.is_empty() {
            self.comments.push(remark);
        }
        let reference = escaped(self.look.styles.id("CommentReference"));
        self.control(name, |body| {
            body.paragraph("Prompt", Stand::default(), |body| {
                if let Some(id) = comment {
                    let _ = write!(body.out, "<w:commentRangeStart w:id=\"{id}\"/>");
                }
                body.named_place(place, is_named, |body| {
                    body.highlighted("To be answered:");
                    body.text(" ");
                    body.inlines(text);
                });
                if let Some(id) = comment {
                    let _ = write!(body.out, "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:rPr><w:rStyle w:val=\"{reference}\"/></w:rPr><w:commentReference w:id=\"{id}\"/></w:r>");
                }
            });
        });
    }

    /// A paragraph in one of our styles.
    pub(super) fn paragraph(&mut self, style: &str, stand: Stand, content: impl FnOnce(&mut Self)) {
        let _ = write!(self.out, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", escaped(self.look.styles.id(style)));
        if stand.keep_next {
            self.out.push_str("<w:keepNext/>");
        }
        let begins_page = std::mem::take(&mut self.new_page);
        if begins_page {
            self.out.push_str("<w:pageBreakBefore/>");
        }
        if let Some((level, list)) = stand.list {
            let _ = write!(self.out, "<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
        }
        let close = self.look.styles.close(style).filter(|_| self.closer);
        if let Some(Close { before, after, .. }) = close {
            let before = if begins_page { 0 } else { before };
            let _ = write!(self.out, "<w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"240\" w:lineRule=\"auto\"/>");
        }
        if close.is_some() && style == AFTER_TABLE {
            // The mark of a paragraph without text is as high as its letters would be.
            self.out.push_str("<w:rPr><w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/></w:rPr>");
        }
        self.out.push_str("</w:pPr>");
        self.size = close.map(|close| close.size);
        content(self);
        self.size = None;
        self.out.push_str("</w:p>");
    }

    /// What begins a page cannot be a table: a small paragraph goes before it.
    pub(super) fn before_table(&mut self) {
        if self.new_page {
            self.after_table();
        }
    }

    /// Between tables stands a small paragraph, or they would be one.
    pub(super) fn after_table(&mut self) {
        self.paragraph(AFTER_TABLE, Stand::default(), |_| {});
    }

    /// A content control that carries the name of a clause; none where there is no name.
    fn control(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        let name: String = name.chars().filter(|c| !c.is_control()).collect();
        if name.is_empty() {
            return content(self);
        }
        self.controls += 1;
        let name = escaped(&control_name(&name));
        let _ = write!(self.out, "<w:sdt><w:sdtPr><w:alias w:val=\"{name}\"/><w:tag w:val=\"{name}\"/><w:id w:val=\"{}\"/></w:sdtPr><w:sdtContent>", 1_000_000 + self.controls);
        content(self);
        self.out.push_str("</w:sdtContent></w:sdt>");
    }

    /// A place that links lead to.
    fn named_place(&mut self, place: usize, is_named: bool, content: impl FnOnce(&mut Self)) {
        if is_named {
            let _ = write!(self.out, "<w:bookmarkStart w:id=\"{}\" w:name=\"{}\"/>", place * 2 + 2, bookmark(place));
        }
        content(self);
        if is_named {
            let _ = write!(self.out, "<w:bookmarkEnd w:id=\"{}\"/>", place * 2 + 2);
        }
    }
}

/// The id of an address that is linked to.
pub(super) fn link_id(place: usize) -> String {
    // No look has so high an id: ids are counted from the highest that it has, and stay below.
    format!("rId{}", 2_000_000_000 + place as u64)
}

/// The id of a picture, below those of addresses.
pub(super) fn picture_id(place: usize) -> String {
    format!("rId{}", 1_500_000_000 + place as u64)
}

/// The name of the place that the contents lead to.
pub(super) fn contents_mark(place: usize) -> String {
    format!("_Toc{place:08}")
}

/// A name as Word takes it: a long one is cut and told apart by a piece of its fingerprint.
fn control_name(name: &str) -> String {
    if name.encode_utf16().count() <= MOST_OF_A_NAME {
        return name.to_owned();
    }
    let mark: String = digest(&[name]).chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    let cut: String = name.chars().take(25).collect();
    format!("{}~{mark}", short(&cut, 25))
}
