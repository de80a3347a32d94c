//! Texts that nobody meant: random bytes, tokens thrown together, good files cut off and stirred.

use super::cases;
use super::sound::{held, sound};
use super::whole::{EVERYTHING, report};
use proptest::prelude::*;

/// What a careless or hostile hand puts into a file.
const TOKENS: &[&str] = &[
    "agreement",
    "party",
    "flow",
    "use",
    "note",
    "kind",
    "between",
    "question",
    "waive",
    "retention",
    "else",
    "because",
    "source",
    "none",
    "inherited",
    "a",
    "trust.guardian",
    "x-1",
    "{",
    "}",
    "{\n",
    "}\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "  ",
    "\t",
    ",",
    ",\n",
    "?",
    "\"",
    "\"\"\"",
    "\"text\"",
    "\"\\\"",
    "\\",
    "\u{201C}",
    "\u{201D}",
    "\u{201C}text\u{201D}",
    "#",
    "# remark\n",
    "#- a\n",
    "2026-04-01",
    "2026-13-45",
    "2026",
    "8 years",
    "99999999999 years",
    "08:00-22:00",
    "99:99-00:00",
    "always",
    "1.2",
    ";",
    ":",
    "=",
    "(",
    ")",
    "/",
    ".",
    "-",
    "\u{2013}",
    "\u{A0}",
    "\u{C2}",
    "é",
    "\u{FEFF}",
    "\u{0}",
    "\u{1b}[31m",
    "\u{202E}",
    "\u{2003}",
    "\u{85}",
    "\u{1F600}",
    "e\u{301}",
    "\u{7f}",
    "\"\"",
    "\"\"\"\"",
    "$",
    "<b>",
    "`",
];

fn soup(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(TOKENS), prop::bool::ANY), 0..most)
        .prop_map(|tokens| tokens.into_iter().map(|(token, space)| if space { format!("{token} ") } else { token.to_owned() }).collect())
}

/// A file of the complete example in which soup stands for what lies between two places.
#[derive(Debug, Clone)]
struct Stirred {
    file: usize,
    from: usize,
    to: usize,
    soup: String,
}

impl Stirred {
    fn text(&self) -> String {
        let text = &EVERYTHING[self.file].text;
        format!("{}{}{}", &text[..self.from], self.soup, &text[self.to..])
    }
}

fn stirred() -> impl Strategy<Value = Stirred> {
    (0..EVERYTHING.len(), any::<prop::sample::Index>(), 0..200_usize, soup(6)).prop_map(|(file, from, length, soup)| {
        let text = &EVERYTHING[file].text;
        let boundary = |at: usize| (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let from = boundary(from.index(text.len() + 1));
        Stirred { file, from, to: boundary(from + length), soup }
    })
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn random_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        held(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn random_characters_are_survived(text in "\\PC{0,80}") {
        held(&text)?;
    }

    #[test]
    fn a_soup_of_tokens_is_survived(text in soup(60)) {
        held(&text)?;
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_long_soup_is_survived(text in soup(3_000)) {
        held(&text)?;
    }

    #[test]
    fn a_stirred_example_is_survived(stirred in stirred()) {
        held(&stirred.text())?;
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_soup_is_reported_in_every_format(text in soup(60)) {
        report(&text);
    }

    #[test]
    fn a_stirred_example_is_reported_in_every_format(stirred in stirred()) {
        report(&stirred.text());
    }
}

#[test]
fn every_beginning_of_the_example_is_survived() {
    for file in EVERYTHING.iter() {
        let text: String = file.text.chars().take(3_000).collect();
        for (end, _) in text.char_indices() {
            sound(&text[..end]);
        }
    }
}
