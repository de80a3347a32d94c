//! Text with parts of it hidden, so that no report can show them.

use super::TextRange;

/// The same text with the letters and digits of some ranges hidden. Each is replaced by a mark that is as long as it is, so that every
/// other place of the text stays where it was, in bytes and in characters.
pub fn masked(text: &str, ranges: &[TextRange]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut ordered = ranges.to_vec();
    ordered.sort_unstable();
    let mut at = 0;
    for range in ordered {
        let start = (range.start as usize).max(at);
        let end = (range.end as usize).max(start);
        out.push_str(&text[at..start]);
        out.extend(text[start..end].chars().map(|c| if c.is_alphanumeric() { mark(c) } else { c }));
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

/// What stands in the place of a character.
fn mark(hidden: char) -> char {
    match hidden.len_utf8() {
        1 => '*',
        2 => '\u{B7}',
        3 => '\u{2022}',
        _ => '\u{10101}',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_and_nothing_moves() {
        let text = "born 12/03/1980, Zoë Łuć-字𐐀 x";
        let range = |part: &str| {
            let start = text.find(part).expect("it is there");
            TextRange::new(start, start + part.len())
        };
        let hidden = masked(text, &[range("Zoë Łuć-字𐐀"), range("12/03/1980"), range("03/1980")]);
        assert_eq!(hidden, "born **/**/****, **· ·*·-•\u{10101} x");
        let lengths = |text: &str| text.chars().map(char::len_utf8).collect::<Vec<_>>();
        assert_eq!(lengths(&hidden), lengths(text));
    }
}
