//! Texts that nobody meant: random bytes, tokens thrown together, good files cut off and stirred.

use super::cases;
use super::sound::sound;
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

/// A piece of the complete example, with soup stirred into it.
fn stirred() -> impl Strategy<Value = String> {
    let example = || EVERYTHING.iter().map(|file| file.text.clone()).collect::<Vec<_>>();
    (prop::sample::select(example()), any::<prop::sample::Index>(), any::<prop::sample::Index>(), soup(6)).prop_map(|(text, from, to, soup)| {
        let place = |index: prop::sample::Index| {
            let mut at = index.index(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let (from, to) = (place(from).min(place(to)), place(from).max(place(to)));
        // What lies between the two places is replaced.
        format!("{}{soup}{}", &text[..from], &text[to.min(from + 200)..])
    })
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn random_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        sound(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn random_characters_are_survived(text in "\\PC{0,80}") {
        sound(&text);
    }

    #[test]
    fn a_soup_of_tokens_is_survived(text in soup(60)) {
        sound(&text);
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_long_soup_is_survived(text in soup(3_000)) {
        sound(&text);
    }

    #[test]
    fn a_stirred_example_is_survived(text in stirred()) {
        sound(&text);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_soup_is_reported_in_every_format(text in soup(60)) {
        report(&text);
    }

    #[test]
    fn a_stirred_example_is_reported_in_every_format(text in stirred()) {
        report(&text);
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
