//! Text as the typeface can show it, and as lines can hold it.
//!
//! A character that no face has would end the writing of a tagged file, so it is shown by its number. A word longer than a line
//! would run off the page, so it gets places where it may be broken.

use super::typeface::Typeface;
use std::fmt::Write;

/// Where a line may end within a word. Nothing is seen of it.
const MAY_BREAK: char = '\u{200B}';

/// How long a word may be before it is given places to break, in characters.
#[derive(Clone, Copy)]
pub(crate) enum Room {
    /// The width of a page.
    Line,
    /// A column of a table.
    Cell,
}

impl Room {
    fn holds(self) -> usize {
        match self {
            Room::Line => 28,
            Room::Cell => 18,
        }
    }
}

/// Makes text fit for the page.
pub(crate) struct Letters<'t> {
    typeface: &'t Typeface,
    /// Whether a character was shown by its number.
    pub(crate) has_strange: bool,
}

impl<'t> Letters<'t> {
    pub(crate) fn new(typeface: &'t Typeface) -> Self {
        Letters { typeface, has_strange: false }
    }

    /// Text that the typeface can show, with places to break.
    pub(crate) fn fit(&mut self, text: &str, room: Room) -> String {
        breakable(&self.shown(text), room.holds())
    }

    /// Text on one line, cut where it grows too long for a header or a property.
    pub(crate) fn short(&mut self, text: &str, most: usize) -> String {
        let head: String = text.chars().take(most + 1).collect();
        let shown = self.shown(&head).replace('\n', " ");
        if shown.chars().count() <= most { shown } else { shown.chars().take(most).chain(['…']).collect() }
    }

    /// Text in which every character is one that the typeface has.
    pub(crate) fn shown(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut strange = false;
        for c in text.chars() {
            let plain = match c {
                '\n' | '\u{2028}' | '\u{2029}' => Some('\n'),
                '\u{2010}' | '\u{2011}' => Some('-'),
                c if is_unseen(c) => continue,
                c if self.typeface.has(c) => Some(c),
                c if c.is_whitespace() => Some(' '),
                _ => None,
            };
            if let Some(plain) = plain {
                out.push_str(if strange { "]" } else { "" });
                out.push(plain);
            } else {
                let _ = write!(out, "{}U+{:04X}", if strange { " " } else { "[" }, u32::from(c));
                self.has_strange = true;
            }
            strange = plain.is_none();
        }
        out.push_str(if strange { "]" } else { "" });
        out
    }
}

/// Characters that show nothing by themselves: controls, joiners, marks of direction, variations, tags.
fn is_unseen(c: char) -> bool {
    let joins = matches!(c, '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}');
    let varies = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}');
    c != '\t' && c.is_control() || joins || varies
}

/// Gives words that are longer than their room places to break: after marks such as `/`, and where there are none, anywhere.
fn breakable(text: &str, holds: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        if word.chars().count() <= holds {
            out.push_str(word);
            continue;
        }
        let mut run = 0;
        let mut letters = word.chars().peekable();
        while let Some(c) = letters.next() {
            out.push(c);
            run += 1;
            let ends = matches!(c, '/' | '.' | '@' | '-' | '_' | ':' | '&' | '=' | '?' | ',' | ';') && run > 2;
            // Never between a letter and the accent that stands on it.
            let holds_next = letters.peek().is_none_or(|next| next.is_whitespace() || matches!(next, '\u{0300}'..='\u{036F}'));
            if (ends || run >= holds) && !holds_next {
                out.push(MAY_BREAK);
                run = 0;
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(text: &str, room: Room) -> (String, bool) {
        let typeface = Typeface::load().expect("the typeface");
        let mut letters = Letters::new(&typeface);
        (letters.fit(text, room), letters.has_strange)
    }

    #[test]
    fn what_the_typeface_has_is_kept() {
        let text = "Tŷ'r Cyngor, “naïve” café — £5 #set x = *b* ₤ Ελλάδα שלום";
        assert_eq!(fitted(text, Room::Line), (text.to_owned(), false));
    }

    #[test]
    fn what_it_lacks_is_shown_by_number() {
        assert_eq!(fitted("a 😀👍 b", Room::Line), ("a [U+1F600 U+1F44D] b".to_owned(), true));
        assert_eq!(fitted("\u{E000}", Room::Line).0, "[U+E000]");
    }

    #[test]
    fn what_is_unseen_or_turns_text_round_is_left_out() {
        assert_eq!(fitted("a\u{0}\u{7}b\u{202E}c\u{FE0F}\r\nd\te", Room::Line), ("abc\nd e".to_owned(), false));
    }

    #[test]
    fn a_long_word_may_be_broken_and_a_short_one_not() {
        assert_eq!(fitted("first.last@organisation.example is known", Room::Cell).0, "first.\u{200B}last@\u{200B}organisation.\u{200B}example is known");
        assert_eq!(fitted("responsibilities", Room::Cell).0, "responsibilities");
        let long = fitted(&"x".repeat(1000), Room::Line).0;
        assert_eq!(long.matches(MAY_BREAK).count(), 35);
    }
}
