//! The shape of a statement: the statement with each word cut down to one letter and each text to its quotation marks. Which parts a
//! statement has follows from its shape, since the grammar (grammar/agreement.pest) asks of a word and of a text only which characters
//! they are made of. So a shape that was read once need not be read again, whatever the words.
//!
//! What the grammar looks at more closely is kept as it stands: a word after a number, which may be a unit of time. A statement with
//! anything unusual in it has no shape and is read itself.

use memchr::memchr2;

/// What stands for a word.
const WORD: char = 'a';

/// A shape and the way back to the statement.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// The shape.
    pub(super) text: String,
    cuts: Vec<Cut>,
}

/// From a place of the shape on, until the next cut, the statement is so much further.
#[derive(Clone, Copy, Debug)]
struct Cut {
    place: u32,
    further: u32,
}

impl Shape {
    /// Takes the shape of a statement; whether it has one.
    pub(super) fn take(&mut self, statement: &str) -> bool {
        self.text.clear();
        self.cuts.clear();
        let bytes = statement.as_bytes();
        let mut at = 0;
        // The last thing was a number, and nothing but spaces came since.
        let mut after_number = false;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' => {
                    let end = run(bytes, at);
                    if after_number {
                        self.text.push_str(&statement[at..end]);
                    } else {
                        self.text.push(WORD);
                        self.cut(end);
                    }
                    (at, after_number) = (end, false);
                }
                b'0'..=b'9' => {
                    let end = run(bytes, at);
                    self.text.push_str(&statement[at..end]);
                    (at, after_number) = (end, true);
                }
                b'"' => {
                    let Some(length) = memchr2(b'"', b'\\', &bytes[at + 1..]) else { return false };
                    let end = at + 1 + length;
                    // A backslash, three marks, or two texts that touch.
                    if bytes[end] == b'\\' || bytes.get(end + 1) == Some(&b'"') {
                        return false;
                    }
                    self.text.push('"');
                    self.cut(end);
                    self.text.push('"');
                    (at, after_number) = (end + 1, false);
                }
                // A comment may hold a quotation mark that opens nothing; other alphabets have marks of their own.
                b'#' | 0x80.. => return false,
                other => {
                    self.text.push(char::from(*other));
                    after_number &= *other == b' ';
                    at += 1;
                }
            }
        }
        true
    }

    /// Notes that the shape has come as far as a place of the statement.
    fn cut(&mut self, at: usize) {
        let place = self.text.len() as u32;
        self.cuts.push(Cut { place, further: at as u32 - place });
    }

    /// The places of the statement that belong to places of the shape, for places that come in order.
    pub(super) fn places(&self) -> Places<'_> {
        Places { left: &self.cuts, further: 0 }
    }
}

/// The way from places of a shape to those of its statement.
pub(super) struct Places<'s> {
    left: &'s [Cut],
    further: u32,
}

impl Places<'_> {
    /// The place of the statement. The place of the shape may not lie before the one that was asked for last.
    pub(super) fn of(&mut self, place: u32) -> u32 {
        while let [cut, rest @ ..] = self.left
            && cut.place <= place
        {
            (self.left, self.further) = (rest, cut.further);
        }
        place + self.further
    }
}

/// The end of a run of characters that a name may hold.
fn run(bytes: &[u8], start: usize) -> usize {
    let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    start + bytes[start..].iter().take_while(|byte| is_inside(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(statement: &str) -> Option<String> {
        let mut shape = Shape::default();
        shape.take(statement).then_some(shape.text)
    }

    #[test]
    fn words_and_texts_are_cut_short_and_numbers_are_kept() {
        assert_eq!(shape("purpose safe-care \"Safe care, for all\" by trust.lead").as_deref(), Some("a a \"\" a a.a"));
        assert_eq!(shape("keep for 8 years from 2026-04-01 21:40, weekdays 08:00-22:00").as_deref(), Some("a a 8 years a 2026-04-01 21:40, a 08:00-22:00"));
        assert_eq!(shape("empty \"\"").as_deref(), Some("a \"\""));
    }

    #[test]
    fn the_unusual_has_no_shape() {
        for statement in ["note \"a \\\" b\"", "note \"\"\"\nlong\n\"\"\"", "note \"a\"\"b\"", "note \"open", "between a, # of \"three\n b", "note \u{201C}a\u{201D}"] {
            assert_eq!(shape(statement), None, "{statement}");
        }
    }

    #[test]
    fn places_lead_back() {
        let mut shape = Shape::default();
        assert!(shape.take("note \"abc\" by trust.lead"));
        assert_eq!(shape.text, "a \"\" a a.a");
        let mut places = shape.places();
        let back: Vec<u32> = [0, 1, 2, 4, 5, 6, 7, 10].into_iter().map(|place| places.of(place)).collect();
        assert_eq!(back, [0, 4, 5, 10, 11, 13, 14, 24]);
    }
}
