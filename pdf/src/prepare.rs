//! From the document as it is read to the data of the template: text that can be shown, anchors, widths, short words for the header.

use super::columns::{setting, terms};
use super::document::{Block, Document, Inline, Inlines, Page, Picture, Sheet, plain};
use super::fault::Fault;
use super::letters::{Letters, Room};
use super::pieces;
use super::spread::spread;
use super::typeface::Typeface;
use super::{Drawing, HIGHEST};
use std::collections::HashMap;

/// The longest that what stands in a header may be, and a property or a bookmark of the file, in characters.
const HEADER: usize = 60;
const PROPERTY: usize = 300;
/// What stands where a title or a heading says nothing, because a tagged file must have one.
const UNTITLED: &str = "Untitled";
/// How long what stands over a signature may be, to stay with it on one page.
const ON_ONE_PAGE: usize = 1_000;
/// The longest text alternative.
const ALTERNATIVE: usize = 8_000;
/// The longest web address that becomes a link.
const ADDRESS: usize = 2_000;
/// The smallest share of the width at which the words of a drawing can be read: about 6 point.
const SMALLEST: f64 = 0.66;

/// Works out what the template needs.
pub(crate) fn prepare(document: &mut Document, drawings: &[Drawing], typeface: &Typeface) -> Result<(), Fault> {
    let mut letters = Letters::new(typeface);
    let anchors = anchors(&document.blocks);
    let (language, region) = tongue(&document.language);
    let identity = [document.reference.as_str(), &version(&document.version)].into_iter().filter(|part| !part.is_empty()).map(|part| letters.short(part, HEADER)).collect::<Vec<_>>().join("  ·  ");
    let title = if document.title.trim().is_empty() { UNTITLED.to_owned() } else { document.title.clone() };
    document.page = Page {
        title: letters.short(&title, PROPERTY),
        subject: letters.short(&document.subtitle, PROPERTY),
        header: identity,
        marking: letters.short(&document.marking, HEADER),
        language,
        region,
        date: date(&document.date)?,
        indent: indent(&document.blocks),
        has_strange: false,
    };
    document.title = title;
    let Document { title, subtitle, reference, version, marking, draft_words, warning, .. } = document;
    for text in [title, subtitle, reference, version, marking, draft_words, warning] {
        *text = letters.fit(text, Room::Line);
    }
    for (label, value) in &mut document.stamps {
        *label = letters.fit(label, Room::Line);
        *value = letters.fit(value, Room::Line);
    }
    let mut waiting = drawings.iter();
    let mut level_before = 0;
    for (place, block) in document.blocks.iter_mut().enumerate() {
        let mut fitting = Fitting { letters: &mut letters, anchors: &anchors };
        fitting.block(place, block, &mut level_before, &mut waiting);
    }
    document.page.has_strange = letters.has_strange;
    spread(document);
    Ok(())
}

/// A version as the header says it.
fn version(version: &str) -> String {
    if version.is_empty() { String::new() } else { format!("Version {version}") }
}

/// The places that links may lead to: the first block of each name.
fn anchors(blocks: &[Block]) -> HashMap<String, String> {
    let mut anchors = HashMap::new();
    for (place, block) in blocks.iter().enumerate() {
        if let Block::Heading { name, .. } | Block::Clause { name, .. } | Block::Prompt { name, .. } = block
            && !name.is_empty()
        {
            anchors.entry(name.clone()).or_insert_with(|| anchor(place));
        }
    }
    anchors
}

fn anchor(place: usize) -> String {
    format!("place-{place}")
}

/// Language and country of a tag.
fn tongue(tag: &str) -> (String, Option<String>) {
    let mut parts = tag.split('-');
    let language = parts.next().filter(|part| (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphabetic())).unwrap_or("en").to_ascii_lowercase();
    let region = parts.next().filter(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_alphabetic())).unwrap_or("GB").to_ascii_uppercase();
    (language, Some(region))
}

/// Year, month and day.
fn date(said: &str) -> Result<[u16; 3], Fault> {
    let numbers: Vec<u16> = said.split('-').filter_map(|part| part.parse().ok()).collect();
    match numbers[..] {
        [year @ 1..=9999, month @ 1..=12, day @ 1..=31] => Ok([year, month, day]),
        _ => Err(Fault::new(
            format!("the date of the document, `{}`, cannot be read", said.chars().take(40).collect::<String>()),
            "A document carries the day that it was made for, such as 2026-11-21.",
        )),
    }
}

/// Room for the longest number of a clause.
#[expect(clippy::cast_precision_loss, reason = "the length of a number such as 3.2.1")]
fn indent(blocks: &[Block]) -> f64 {
    let longest = blocks.iter().filter_map(|block| if let Block::Clause { number, .. } = block { Some(number.chars().count()) } else { None }).max().unwrap_or(0);
    longest.clamp(3, 12) as f64 * 0.5 + 0.9
}

struct Fitting<'a, 't> {
    letters: &'a mut Letters<'t>,
    anchors: &'a HashMap<String, String>,
}

impl Fitting<'_, '_> {
    fn block<'d>(&mut self, place: usize, block: &mut Block, level_before: &mut u8, drawings: &mut impl Iterator<Item = &'d Drawing>) {
        let own = |anchors: &HashMap<String, String>, name: &str| anchors.get(name).filter(|known| **known == anchor(place)).cloned();
        match block {
            Block::Heading { level, name, number, text, anchor, listed } => {
                // A reader who goes from heading to heading must not find a level left out.
                *level = (*level).clamp(1, *level_before + 1).min(6);
                *level_before = *level;
                *listed = plain(text).chars().count() + number.chars().count() <= PROPERTY;
                *anchor = own(self.anchors, name);
                *number = self.letters.short(number, HEADER);
                self.inlines(text, Room::Line);
                if number.is_empty() && plain(text).chars().all(|c| c.is_whitespace() || c == '\u{200B}') {
                    *text = vec![Inline::Text(UNTITLED.to_owned())];
                }
            }
            Block::Clause { name, number, text, anchor } => {
                *anchor = own(self.anchors, name);
                *number = self.letters.short(number, HEADER);
                self.inlines(text, Room::Line);
            }
            Block::Paragraph { text } | Block::Note { text, .. } => self.inlines(text, Room::Line),
            Block::List { items, .. } => {
                self.all(items, Room::Line);
                *items = std::mem::take(items).into_iter().flat_map(pieces::pieces).collect();
            }
            Block::Definitions { rows, setting } => {
                for (term, meaning) in &mut *rows {
                    self.inlines(term, Room::Cell);
                    self.all(meaning, Room::Line);
                }
                *rows = std::mem::take(rows).into_iter().flat_map(pieces::terms).collect();
                *setting = terms(rows);
            }
            Block::Table { caption, head, rows, setting: set } => {
                self.inlines(caption, Room::Line);
                self.all(head, Room::Cell);
                for row in &mut *rows {
                    self.all(row, Room::Cell);
                }
                if head.iter().any(|cell| plain(cell).chars().count() > PROPERTY) {
                    // A head that stands on every page must leave room for what it heads.
                    rows.insert(0, std::mem::take(head));
                }
                *rows = std::mem::take(rows).into_iter().flat_map(pieces::rows).collect();
                *set = setting(head, rows);
            }
            Block::Prompt { name, text, remark, anchor } => {
                *anchor = own(self.anchors, name);
                self.inlines(text, Room::Line);
                *remark = self.letters.fit(remark, Room::Line);
            }
            Block::Signature { party, office, date, whole } => {
                *whole = plain(party).chars().count() + plain(office).chars().count() + date.chars().count() <= ON_ONE_PAGE;
                self.inlines(party, Room::Line);
                self.inlines(office, Room::Line);
                *date = self.letters.fit(date, Room::Line);
            }
            Block::Diagram { caption, drawing } => {
                self.inlines(caption, Room::Line);
                *drawing = drawings.next().map(|drawing| self.picture(drawing, &plain(caption)));
            }
            Block::PageBreak { .. } => {}
        }
    }

    fn picture(&mut self, drawing: &Drawing, caption: &str) -> Picture {
        let said: Vec<String> = drawing.said.iter().map(|said| self.letters.fit(said, Room::Line)).collect();
        let alt = std::iter::once(caption).chain(drawing.said.iter().map(String::as_str)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ");
        let alt = if alt.trim().is_empty() { "Diagram".to_owned() } else { self.letters.short(&alt, ALTERNATIVE) };
        let count = drawing.svgs.len();
        let sheet = |(place, svg): (usize, &String)| {
            let svg = self.letters.shown(svg);
            // The first says all; a reader of a screen need not hear it again.
            let alt = if place == 0 { alt.clone() } else { format!("The diagram goes on: drawing {} of {count}", place + 1) };
            Some(Sheet { width: share(&svg).filter(|width| *width >= SMALLEST)?, svg, alt })
        };
        let sheets: Option<Vec<Sheet>> = drawing.svgs.iter().enumerate().map(sheet).collect();
        Picture { sheets: sheets.unwrap_or_default(), said }
    }

    fn all(&mut self, texts: &mut [Inlines], room: Room) {
        for text in texts {
            self.inlines(text, room);
        }
    }

    fn inlines(&mut self, text: &mut Inlines, room: Room) {
        for inline in text {
            match inline {
                Inline::Text(text) | Inline::Code(text) | Inline::Missing(text) => *text = self.letters.fit(text, room),
                Inline::Strong(inner) | Inline::Emphasis(inner) => self.inlines(inner, room),
                Inline::Link { to, text } => {
                    self.inlines(text, room);
                    let target = self.target(to);
                    *inline = match target {
                        Some(to) => Inline::Link { to, text: std::mem::take(text) },
                        None => Inline::Emphasis(std::mem::take(text)),
                    };
                }
            }
        }
    }

    /// Where a link leads: a place of the document that is there, the web, or a mailbox.
    fn target(&self, to: &str) -> Option<String> {
        match to.strip_prefix('#') {
            Some(name) => self.anchors.get(name).map(|anchor| format!("#{anchor}")),
            None => (["https://", "http://", "mailto:"].iter().any(|scheme| to.starts_with(scheme)) && to.len() <= ADDRESS && to.chars().all(|c| c.is_ascii_graphic())).then(|| to.to_owned()),
        }
    }
}

/// The share of the page's width that a drawing takes, so that it is no higher than a page. Nothing for what is no drawing.
fn share(svg: &str) -> Option<f64> {
    let sizes: Vec<f64> = svg.split("viewBox=\"").nth(1).and_then(|rest| rest.split('"').next()).map(|said| said.split(' ').filter_map(|size| size.parse().ok()).collect()).unwrap_or_default();
    match sizes[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width * HIGHEST / height).min(1.0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read() {
        assert_eq!(date("2026-11-21"), Ok([2026, 11, 21]));
        assert!(date("21 November").is_err() && date("2026-13-01").is_err() && date("").is_err());
    }

    #[test]
    fn tags_of_languages_are_read() {
        assert_eq!(tongue("cy"), ("cy".to_owned(), Some("GB".to_owned())));
        assert_eq!(tongue("en-IE"), ("en".to_owned(), Some("IE".to_owned())));
        assert_eq!(tongue("\"#x").0, "en");
    }

    #[test]
    fn a_tall_drawing_is_made_narrow() {
        assert_eq!(share("<svg viewBox=\"0 0 760 400\">"), Some(1.0));
        assert_eq!(share("<svg viewBox=\"0 0 100 264\">"), Some(0.5));
        assert_eq!(share(""), None);
    }
}
