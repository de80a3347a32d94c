//! How wide the columns of a table are, and which of its rows stay on one page.

use super::document::{Inlines, Setting, plain};

/// The widths of letters of the typeface against its size, in thousandths: narrow ones, wide ones, capitals, the rest.
const NARROW: usize = 300;
const WIDE: usize = 860;
const CAPITAL: usize = 700;
const OTHER: usize = 560;

/// The width of a table in the same measure: 170 mm at 9 point, and what the margins of a cell take.
const PAGE: usize = 53_500;
const MARGINS: usize = 1_350;

/// The longest word that a column makes room for; longer ones are broken.
const LONGEST: usize = 11_500;
/// How many characters a text may have that is kept on one line.
const SHORT: usize = 14;
/// What a cell may ask for beyond its longest word.
const MOST_WANTED: usize = 60_000;
/// What a column has at least when there is room.
const FEW_WORDS: usize = 5_000;
/// How many lines a row may have that is not to be cut by the end of a page.
const WHOLE: usize = 28;
/// How many lines a table may have that stays on one page with its heading.
const SMALL: usize = 12;

/// The paragraphs of a cell, and the cells of a row.
type Cell = Vec<String>;
type Row = Vec<Cell>;

/// How a table is set. Its columns are as many as its head, or the longest row where it has none.
pub(crate) fn setting(head: &[Inlines], rows: &[Vec<Inlines>]) -> Setting {
    let cells: Vec<Row> = std::iter::once(head).chain(rows.iter().map(Vec::as_slice)).map(|row| row.iter().map(|cell| vec![plain(cell)]).collect()).collect();
    let columns = cells.iter().map(Vec::len).max().unwrap_or(0);
    let widths = shared(&cells, columns);
    laid(&cells[1..], &widths)
}

/// How a list of terms is set: the terms take from a quarter to two fifths of the page.
pub(crate) fn terms(rows: &[(Inlines, Vec<Inlines>)]) -> Setting {
    let cells: Vec<Row> = rows.iter().map(|(term, meaning)| vec![vec![plain(term)], meaning.iter().map(|said| plain(said)).collect()]).collect();
    let longest = rows.iter().map(|(term, _)| longest_word(&plain(term))).max().unwrap_or(0) + MARGINS;
    let first = longest.clamp(PAGE * 26 / 100, PAGE * 40 / 100);
    let widths = [first, PAGE - first];
    laid(&cells, &widths)
}

/// The setting of rows in columns.
fn laid(rows: &[Row], widths: &[usize]) -> Setting {
    let lines = lines(rows, widths);
    Setting { widths: shares(widths), whole: lines.iter().map(|lines| *lines <= WHOLE).collect(), small: lines.iter().sum::<usize>() <= SMALL }
}

/// Room for the longest word of each column, and the rest by how much they hold. An empty column has room for a few words.
fn shared(rows: &[Row], columns: usize) -> Vec<usize> {
    let mut least = vec![MARGINS; columns];
    let mut wanted = vec![FEW_WORDS; columns];
    for row in rows {
        for (column, text) in row.iter().enumerate().flat_map(|(column, cell)| cell.iter().map(move |text| (column, text))) {
            least[column] = least[column].max(unbroken(text).min(LONGEST) + MARGINS);
            wanted[column] = wanted[column].max(width(text).min(MOST_WANTED) + MARGINS);
        }
    }
    let all: usize = wanted.iter().sum();
    if all <= PAGE {
        return wanted.iter().map(|wanted| wanted * PAGE / all.max(1)).collect();
    }
    let needed: usize = least.iter().sum();
    if needed >= PAGE {
        return least;
    }
    let spare = PAGE - needed;
    let asked: usize = wanted.iter().zip(&least).map(|(wanted, least)| wanted.saturating_sub(*least)).sum();
    wanted.iter().zip(&least).map(|(wanted, least)| least + wanted.saturating_sub(*least) * spare / asked.max(1)).collect()
}

/// How many lines each row takes.
fn lines(rows: &[Row], widths: &[usize]) -> Vec<usize> {
    let of_text = |text: &String, room: usize| text.split('\n').map(|line| width(line) / room.saturating_sub(MARGINS).max(1) + 1).sum::<usize>();
    let of_cell = |cell: &Cell, room: usize| cell.iter().map(|text| of_text(text, room)).sum::<usize>();
    rows.iter().map(|row| row.iter().zip(widths).map(|(cell, room)| of_cell(cell, *room)).max().unwrap_or(0)).collect()
}

#[expect(clippy::cast_precision_loss, reason = "shares of a page are small numbers")]
fn shares(widths: &[usize]) -> Vec<f64> {
    let total: usize = widths.iter().sum::<usize>().max(1);
    widths.iter().map(|width| *width as f64 / total as f64).collect()
}

/// What is not to be broken: all of a short text such as a telephone number, the longest word of another.
fn unbroken(text: &str) -> usize {
    if text.chars().count() <= SHORT { width(text) } else { longest_word(text) }
}

fn longest_word(text: &str) -> usize {
    text.split(|c: char| c.is_whitespace() || c == '\u{200B}').map(width).max().unwrap_or(0)
}

/// The width of a line of text.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| match c {
            '\u{200B}' => 0,
            'i' | 'j' | 'l' | 'I' | 'f' | 't' | 'r' | ' ' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | '(' | ')' | '[' | ']' | '/' => NARROW,
            'm' | 'w' | 'M' | 'W' | '@' | '%' => WIDE,
            c if c.is_uppercase() => CAPITAL,
            _ => OTHER,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::document::Inline;
    use super::*;

    fn cells(texts: &[&str]) -> Vec<Inlines> {
        texts.iter().map(|text| vec![Inline::Text((*text).to_owned())]).collect()
    }

    #[test]
    fn columns_fill_the_page_and_hold_their_longest_word() {
        let set = setting(&cells(&["No", "What", "Responsibilities"]), &[cells(&["1", &"word ".repeat(40), "x"])]);
        assert!((set.widths.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(set.widths[0] < 0.1 && set.widths[1] > set.widths[2] && set.widths[2] > 0.15, "{:?}", set.widths);
    }

    #[test]
    fn columns_are_there_however_much_they_hold() {
        let long = "x".repeat(500);
        let set = setting(&cells(&["a", "b", "c", "d", "e", "f", "g"]), &[cells(&[long.as_str(); 7])]);
        assert!(set.widths.iter().all(|width| (*width - 1.0 / 7.0).abs() < 0.01), "{:?}", set.widths);
        assert!(setting(&[], &[]).widths.is_empty());
        assert!(setting(&cells(&["", ""]), &[]).widths.iter().all(|width| *width > 0.4));
    }

    #[test]
    fn a_row_longer_than_half_a_page_may_be_cut() {
        let set = setting(&cells(&["a", "b"]), &[cells(&["x", "short"]), cells(&["x", &"many words ".repeat(600)])]);
        assert_eq!(set.whole, [true, false]);
        assert_eq!(terms(&[(cells(&["t"]).remove(0), cells(&[&"line\n".repeat(100)]))]).whole, [false]);
    }
}
