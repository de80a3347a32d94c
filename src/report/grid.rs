//! Rows of cells in columns that fit a width: the widest column gives way first, and what does not fit on a line goes on below.

use super::safe::safe_line;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Between two columns.
const GAP: &str = "  ";

/// Each row as lines no wider than `width`; all rows have as many cells as the first. A cell that would begin a line of its own does not.
pub(super) fn grid(rows: &[Vec<String>], width: usize) -> Vec<Vec<String>> {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| safe_line(cell).into_owned()).collect()).collect();
    let widths = widths(&rows, width);
    rows.iter().map(|row| lines(row, &widths)).collect()
}

fn widths(rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let columns = rows.first().map_or(0, Vec::len);
    let mut widths: Vec<usize> = (0..columns).map(|column| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or(0)).collect();
    let room = width.saturating_sub(GAP.len() * columns.saturating_sub(1)).max(columns * 4);
    while widths.iter().sum::<usize>() > room {
        if let Some(widest) = widths.iter_mut().max() {
            *widest -= 1;
        }
    }
    widths
}

fn lines(row: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> = row.iter().zip(widths).map(|(cell, width)| wrap(cell, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |number: usize| {
        let parts = cells.iter().zip(widths).map(|(cell, width)| {
            let part = cell.get(number).map_or("", String::as_str);
            format!("{part}{}", " ".repeat(width.saturating_sub(part.width())))
        });
        parts.collect::<Vec<_>>().join(GAP).trim_end().to_owned()
    };
    (0..height).map(line).collect()
}

/// A text in lines of a width; a word that is wider is cut in pieces.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(2);
    let mut lines = vec![String::new()];
    for piece in text.split_whitespace().flat_map(|word| cut(word, width)) {
        let last = lines.last_mut().filter(|line| line.is_empty() || line.width() + 1 + piece.width() <= width);
        match last {
            Some(line) if line.is_empty() => line.push_str(&piece),
            Some(line) => {
                line.push(' ');
                line.push_str(&piece);
            }
            None => lines.push(piece),
        }
    }
    lines
}

/// A word in pieces of a width, cut behind a hyphen where there is one.
fn cut(word: &str, width: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for c in word.chars() {
        if piece.width() + c.width().unwrap_or(0) > width {
            let end = piece.rfind('-').map_or(piece.len(), |hyphen| hyphen + 1);
            let rest = piece.split_off(end);
            pieces.push(std::mem::replace(&mut piece, rest));
        }
        piece.push(c);
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_asked_for() {
        let rows = vec![vec!["2026-11-14".to_owned(), "x".repeat(90), "some words that go on for longer than there is room".to_owned()], vec!["a".to_owned(), "b\nc".to_owned(), "日本語".repeat(20)]];
        let lines: Vec<String> = grid(&rows, 60).concat();
        assert!(lines.len() > 4 && lines.iter().all(|line| line.width() <= 60), "{lines:#?}");
        let letters = |text: &str| text.chars().filter(|c| *c == 'x').count();
        assert_eq!(lines.iter().map(|line| letters(line)).sum::<usize>(), 90, "nothing is lost");
    }

    #[test]
    fn words_are_cut_behind_hyphens() {
        assert_eq!(wrap("occupational-therapist", 20), ["occupational-", "therapist"]);
        assert_eq!(wrap("a-bcdefgh i", 4), ["a-", "bcde", "fgh", "i"]);
    }

    #[test]
    fn what_fits_stays_as_it_is() {
        assert_eq!(grid(&[vec!["a".to_owned(), "b c".to_owned()], vec!["long".to_owned(), "d".to_owned()]], 20).concat(), ["a     b c", "long  d"]);
    }
}
