//! No comment is lost, wherever it stands, and nothing else is taken for one.

use super::cases;
use super::sound::{held, sound};
use proptest::prelude::*;
use sharewright::syntax::parse;

/// Lines around which a comment may stand; `@` is where it stands.
const LINES: &[&str] = &[
    "@\n",
    "  @\n",
    "party a \"A\" { @\n}\n",
    "party b \"B\" {\n} @\n",
    "kind council @\n",
    "kind council@\n",
    "covers one, @\n  two @\n",
    "covers one,\n  @\n\n  two\n",
    "note \"# not a remark\" @\n",
    "note \"\"\"\n  # not a remark\n\"\"\" @\n",
    "note \u{201C}# not a remark\u{201D} @\n",
    "confidence a @\n  else b @\n  because \"c\" @\n",
    "owner (me @\n",
    "} @\n",
    "\u{A0}@\n",
];

const COMMENTS: &[&str] = &["#", "# remark", "## two # three", "#- version", "#\"quoted", "# { } ,", "# \u{1F600} ä", "# else", "#\"\"\""];

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn every_comment_is_kept(pieces in prop::collection::vec((prop::sample::select(LINES), prop::collection::vec(prop::sample::select(COMMENTS), 3)), 0..20), windows in prop::bool::ANY) {
        let mut text = String::new();
        let mut wanted = Vec::new();
        for (line, comments) in &pieces {
            let mut comments = comments.iter();
            for (index, piece) in line.split('@').enumerate() {
                if index > 0 {
                    let comment = comments.next().expect("three places at most");
                    text += comment;
                    wanted.push(*comment);
                }
                text += piece;
            }
        }
        if windows {
            text = text.replace('\n', "\r\n");
        }
        let tree = held(&text)?;
        let found: Vec<&str> = tree.comments.iter().map(|comment| comment.of(&text)).collect();
        prop_assert_eq!(found, wanted);
    }
}

#[test]
fn a_comment_at_the_very_end_is_kept() {
    for text in ["# end", "kind council # end", "kind council, # end", "{ # end", "} # end"] {
        let tree = sound(text);
        assert_eq!(tree.comments.iter().map(|comment| comment.of(text)).collect::<Vec<_>>(), ["# end"], "{text:?}");
    }
}

#[test]
fn a_comment_between_the_values_of_a_list_ends_nothing() {
    let text = "covers one, # first\n  # between\n\n  two # last\nkind council\n";
    let tree = parse(text);
    assert_eq!((tree.problems.len(), tree.statements.len(), tree.comments.len()), (0, 2, 3));
    assert_eq!(tree.parts_of(&tree.statements[0]).len(), 3);
}
