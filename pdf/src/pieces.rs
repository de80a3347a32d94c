//! Text that is longer than a page, in pieces.
//!
//! What stands in a cell or a list is set anew for each page that it reaches over, so a megabyte in one cell would take minutes. Such
//! a cell goes on in the next row, such an item in the next item. Text of a usual length is left as it is.

use super::document::{Inline, Inlines};

/// How long a piece may be, in characters.
const MOST: usize = 3_000;

/// The text in pieces; one piece when it is short enough.
pub(crate) fn pieces(text: Inlines) -> Vec<Inlines> {
    let mut all: Vec<Inlines> = vec![Vec::new()];
    let mut room = MOST;
    for inline in text.into_iter().flat_map(cut) {
        let length = length(&inline);
        if length > room && all.last().is_some_and(|piece| !piece.is_empty()) {
            all.push(Vec::new());
            room = MOST;
        }
        room = room.saturating_sub(length);
        if let Some(piece) = all.last_mut() {
            piece.push(inline);
        }
    }
    all
}

/// A row in as many rows as its longest cell has pieces.
pub(crate) fn rows(row: Vec<Inlines>) -> Vec<Vec<Inlines>> {
    let mut cells: Vec<_> = row.into_iter().map(|cell| pieces(cell).into_iter()).collect();
    let count = cells.iter().map(ExactSizeIterator::len).max().unwrap_or(1);
    (0..count).map(|_| cells.iter_mut().map(|cell| cell.next().unwrap_or_default()).collect()).collect()
}

/// A term in as many rows as what is said of it has pieces; the first carries the term.
pub(crate) fn terms((term, meaning): (Inlines, Vec<Inlines>)) -> Vec<(Inlines, Vec<Inlines>)> {
    let mut rows: Vec<(Inlines, Vec<Inlines>)> = pieces(term).into_iter().map(|term| (term, Vec::new())).collect();
    let (mut at, mut room) = (0, MOST);
    for piece in meaning.into_iter().flat_map(pieces) {
        let length = piece.iter().map(length).sum::<usize>();
        if length > room && room < MOST {
            (at, room) = (at + 1, MOST);
        }
        room = room.saturating_sub(length);
        if rows.len() <= at {
            rows.push((Vec::new(), Vec::new()));
        }
        rows[at].1.push(piece);
    }
    rows
}

/// A stretch of text in stretches that are short enough.
fn cut(inline: Inline) -> Vec<Inline> {
    match inline {
        Inline::Text(text) => words(&text).into_iter().map(Inline::Text).collect(),
        Inline::Code(text) => words(&text).into_iter().map(Inline::Code).collect(),
        Inline::Missing(text) => words(&text).into_iter().map(Inline::Missing).collect(),
        Inline::Strong(inner) => pieces(inner).into_iter().map(Inline::Strong).collect(),
        Inline::Emphasis(inner) => pieces(inner).into_iter().map(Inline::Emphasis).collect(),
        Inline::Link { to, text } => pieces(text).into_iter().map(|text| Inline::Link { to: to.clone(), text }).collect(),
    }
}

/// Text cut where a line may end; where none may, in the middle.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut count = 0;
    for word in text.split_inclusive(|c: char| c.is_whitespace() || c == '\u{200B}') {
        let length = word.chars().count();
        if count + length > MOST && count > 0 {
            all.push(String::new());
            count = 0;
        }
        for c in word.chars() {
            if count == MOST {
                all.push(String::new());
                count = 0;
            }
            count += 1;
            if let Some(piece) = all.last_mut() {
                piece.push(c);
            }
        }
    }
    all
}

fn length(inline: &Inline) -> usize {
    match inline {
        Inline::Text(text) | Inline::Code(text) | Inline::Missing(text) => text.chars().count(),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => inner.iter().map(length).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::plain;
    use super::*;

    fn text(words: &str) -> Inlines {
        vec![Inline::Strong(vec![Inline::Text("Said: ".to_owned())]), Inline::Text(words.to_owned())]
    }

    #[test]
    fn usual_text_is_one_piece() {
        assert_eq!(pieces(text("a few words")).len(), 1);
        assert_eq!(pieces(Vec::new()).len(), 1);
        assert_eq!(rows(vec![text("a"), Vec::new(), text("b")]).len(), 1);
        let term = terms((text("t"), vec![text("a"), text("b")]));
        assert_eq!((term.len(), term[0].1.len()), (1, 2));
    }

    #[test]
    fn a_word_without_an_end_is_cut() {
        let cut = words(&"\u{301}".repeat(7_000));
        assert_eq!(cut.iter().map(|piece| piece.chars().count()).collect::<Vec<_>>(), [3_000, 3_000, 1_000]);
    }

    #[test]
    fn nothing_of_a_long_text_is_lost() {
        let long = "one two three ".repeat(1_000);
        let of_cell: String = rows(vec![text("short"), text(&long)]).iter().map(|row| plain(&row[1])).collect();
        assert_eq!(of_cell, format!("Said: {long}"));
        let rows = terms((text("term"), vec![text(&long), text("end")]));
        assert!(rows.len() >= 5 && plain(&rows[1].0).is_empty(), "{}", rows.len());
        let of_term: String = rows.iter().flat_map(|row| &row.1).map(|said| plain(said)).collect();
        assert_eq!(of_term, format!("Said: {long}Said: end"));
    }
}
