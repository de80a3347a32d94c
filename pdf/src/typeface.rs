//! The faces that papers are set in: Liberation Sans, which is as wide as Arial, under the SIL Open Font Licence.

use super::fault::Fault;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

/// Regular, bold, italic.
const FACES: [&[u8]; 3] = [include_bytes!("../fonts/LiberationSans-Regular.ttf"), include_bytes!("../fonts/LiberationSans-Bold.ttf"), include_bytes!("../fonts/LiberationSans-Italic.ttf")];

/// Characters for private use, which a file for keeping may not hold.
const PRIVATE: [std::ops::RangeInclusive<char>; 3] = ['\u{E000}'..='\u{F8FF}', '\u{F0000}'..='\u{FFFFD}', '\u{100000}'..='\u{10FFFD}'];

/// The faces, and what they can show.
pub(crate) struct Typeface {
    faces: Vec<Font>,
}

impl Typeface {
    pub(crate) fn load() -> Result<Self, Fault> {
        let faces: Vec<Font> = FACES.iter().filter_map(|face| Font::new(Bytes::new(*face), 0)).collect();
        if faces.len() < FACES.len() {
            return Err(Fault::of_the_tool("a font of the tool cannot be read"));
        }
        Ok(Typeface { faces })
    }

    /// Whether every face has the character.
    pub(crate) fn has(&self, c: char) -> bool {
        !PRIVATE.iter().any(|range| range.contains(&c)) && self.faces.iter().all(|face| face.info().coverage.contains(u32::from(c)))
    }

    pub(crate) fn book(&self) -> FontBook {
        FontBook::from_fonts(&self.faces)
    }

    pub(crate) fn face(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }
}
