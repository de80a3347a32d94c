//! Tables: of data, of terms, and for signatures.

use super::super::document::{Inline, Inlines, plain};
use super::body::{Body, Stand};
use super::xml::{escaped, short};
use std::fmt::Write;

/// The most columns that Word takes.
const MOST_COLUMNS: usize = 63;
/// How much of a page a row may take, in characters, that is not to be cut.
const WHOLE_ROW: usize = 1600;
/// The room that a letter takes and the margins of a cell, in twentieths of a point.
const LETTER: usize = 125;
/// The room that a letter of a long word takes, such as an address: few of its letters are wide.
const SMALL_LETTER: usize = 100;
const MARGINS: usize = 240;

impl Body<'_> {
    /// A table with a head that is repeated on each page.
    pub(super) fn table(&mut self, caption: &Inlines, head: &[Inlines], rows: &[Vec<Inlines>]) {
        let columns = head.len().max(rows.iter().map(Vec::len).max().unwrap_or(0)).min(MOST_COLUMNS);
        if columns == 0 {
            return;
        }
        if caption.is_empty() {
            self.before_table();
        } else {
            self.paragraph("Caption", Stand { keep_next: true, ..Stand::default() }, |body| body.inlines(caption));
        }
        let widths = widths(columns, head, rows, self.look.section.width as usize);
        self.open_table("AgreementTable", &widths, &plain(caption), true);
        if !head.is_empty() {
            self.out.push_str("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
            self.row("TableHead", &widths, head, false);
        }
        for row in rows {
            self.open_row(row.iter().map(|cell| plain(cell).len()).max().unwrap_or(0) * widths.len().max(2) / 2);
            self.row("TableText", &widths, row, true);
        }
        self.out.push_str("</w:tbl>");
        self.after_table();
    }

    /// Cells, as many as there are columns. What is too much stands in the last.
    fn row(&mut self, style: &str, widths: &[usize], cells: &[Inlines], has_heading: bool) {
        // The head does not stand alone at the end of a page.
        let stand = Stand { keep_next: !has_heading, ..Stand::default() };
        for (column, width) in widths.iter().enumerate() {
            let is_last = column + 1 == widths.len();
            let style = if has_heading && column == 0 { "TableHead" } else { style };
            let here = if is_last { cells.get(column..).unwrap_or_default() } else { cells.get(column..=column).unwrap_or_default() };
            self.cell(*width, |body| {
                for cell in here {
                    body.paragraph(style, stand, |body| body.inlines(cell));
                }
                if here.is_empty() {
                    body.paragraph(style, stand, |_| {});
                }
            });
        }
        self.out.push_str("</w:tr>");
    }

    /// Terms with what they mean.
    pub(super) fn definitions(&mut self, about: &str, rows: &[(Inlines, Vec<Inlines>)]) {
        self.before_table();
        let width = self.look.section.width as usize;
        let longest = rows.iter().filter_map(|(term, _)| plain(term).split_whitespace().map(|word| word.chars().count()).max()).max().unwrap_or(0);
        let first = (longest * LETTER + MARGINS).clamp(width * 28 / 100, width * 45 / 100);
        let widths = [first, width - first];
        self.open_table("DefinitionTable", &widths, about, false);
        for (term, meaning) in rows {
            self.open_row(meaning.iter().map(|said| plain(said).len()).sum());
            self.cell(widths[0], |body| body.paragraph("TableHead", Stand::default(), |body| body.inlines(term)));
            self.cell(widths[1], |body| {
                for said in meaning {
                    body.paragraph("TableText", Stand::default(), |body| body.inlines(said));
                }
                if meaning.is_empty() {
                    body.paragraph("TableText", Stand::default(), |_| {});
                }
            });
            self.out.push_str("</w:tr>");
        }
        self.out.push_str("</w:tbl>");
        self.after_table();
    }

    /// A place for a signature, on one page.
    pub(super) fn signature(&mut self, party: &[Inline], office: &[Inline], date: &str) {
        self.before_table();
        let width = self.look.section.width as usize;
        let widths = [width / 4, width - width / 4];
        self.open_table("SignatureTable", &widths, &format!("Signature for {}", plain(party)), false);
        let date = [Inline::Text(date.to_owned())];
        let rows: [(&str, &[Inline], u32); 4] = [("For", party, 0), ("Office", office, 0), ("Signed", &[], 850), ("Date", &date, 480)];
        for (place, (label, said, height)) in rows.into_iter().enumerate() {
            let stand = Stand { keep_next: place < 3, ..Stand::default() };
            self.out.push_str("<w:tr><w:trPr><w:cantSplit/>");
            if height > 0 {
                let _ = write!(self.out, "<w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>");
            }
            self.out.push_str("</w:trPr>");
            self.cell(widths[0], |body| body.paragraph("TableHead", stand, |body| body.text(label)));
            self.cell(widths[1], |body| body.paragraph("TableText", stand, |body| body.inlines(said)));
            self.out.push_str("</w:tr>");
        }
        self.out.push_str("</w:tbl>");
        self.after_table();
    }

    fn open_table(&mut self, style: &str, widths: &[usize], about: &str, has_head: bool) {
        let total: usize = widths.iter().sum();
        let (first_row, look) = if has_head { (1, "06A0") } else { (0, "0680") };
        let _ = write!(
            self.out,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"{total}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"{look}\" w:firstRow=\"{first_row}\" w:lastRow=\"0\" w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>",
            escaped(self.look.styles.id(style))
        );
        if !about.is_empty() {
            let _ = write!(self.out, "<w:tblCaption w:val=\"{}\"/>", escaped(&short(about, 250)));
        }
        self.out.push_str("</w:tblPr><w:tblGrid>");
        for width in widths {
            let _ = write!(self.out, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.out.push_str("</w:tblGrid>");
    }

    /// A row that is not cut by the end of a page, unless it is longer than people can do without.
    fn open_row(&mut self, length: usize) {
        self.out.push_str(if length > WHOLE_ROW { "<w:tr>" } else { "<w:tr><w:trPr><w:cantSplit/></w:trPr>" });
    }

    fn cell(&mut self, width: usize, content: impl FnOnce(&mut Self)) {
        let _ = write!(self.out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
        content(self);
        self.out.push_str("</w:tc>");
    }
}

/// The widths of columns: room for the longest word of each, and the rest by how much they hold.
fn widths(columns: usize, head: &[Inlines], rows: &[Vec<Inlines>], width: usize) -> Vec<usize> {
    let mut longest = vec![0; columns];
    let mut wanted = vec![0; columns];
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        for (column, cell) in row.iter().take(columns).enumerate() {
            let text = plain(cell);
            longest[column] = text.split_whitespace().map(|word| word.chars().count()).fold(longest[column], usize::max);
            wanted[column] = wanted[column].max(text.chars().take(120).count().max(4) * LETTER);
        }
    }
    let least_of = |most: usize, letter: usize| -> Vec<usize> { longest.iter().map(|longest| longest.min(&most) * letter + MARGINS).collect() };
    let ample = least_of(20, LETTER);
    let whole = least_of(40, SMALL_LETTER).iter().zip(&ample).map(|(whole, ample)| *whole.max(ample)).collect();
    let fitting = [whole, ample.clone()].into_iter().find(|least: &Vec<usize>| least.iter().sum::<usize>() < width);
    let Some(least) = fitting else {
        let needed: usize = ample.iter().sum();
        return ample.iter().map(|least| (least * width / needed.max(1)).max(1)).collect();
    };
    let needed: usize = least.iter().sum();
    let asked: usize = wanted.iter().zip(&least).map(|(wanted, least)| wanted.saturating_sub(*least)).sum::<usize>().max(1);
    let mut widths: Vec<usize> = wanted.iter().zip(&least).map(|(wanted, least)| least + wanted.saturating_sub(*least) * (width - needed) / asked).collect();
    let given: usize = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += width.saturating_sub(given);
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(texts: &[&str]) -> Vec<Inlines> {
        texts.iter().map(|text| vec![Inline::Text((*text).to_owned())]).collect()
    }

    #[test]
    fn columns_fill_the_page_and_hold_their_longest_word() {
        let found = widths(3, &cells(&["No", "What", "Responsibilities"]), &[cells(&["1", &"word ".repeat(40), "x"])], 9638);
        assert_eq!(found.iter().sum::<usize>(), 9638);
        assert!(found[1] > found[2] && found[2] >= 16 * LETTER && found[0] < 1000, "{found:?}");
        let addresses = widths(5, &cells(&["Contact", "For", "Mail", "Hours"]), &[cells(&["Information", "subject access", "information.rights@fenwold.example", "weekdays"])], 9638);
        assert!(addresses[2] >= 34 * SMALL_LETTER, "an address stays whole where there is room: {addresses:?}");
        let narrow = widths(2, &cells(&["a", &"b".repeat(400)]), &[], 2000);
        assert!(narrow.iter().sum::<usize>() <= 2000 && narrow[0] > 0, "{narrow:?}");
    }
}
