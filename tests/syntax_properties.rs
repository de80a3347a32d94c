//! What holds of every text, whoever wrote it: parsing ends, says where each problem is, loses nothing and hides nothing.

#[path = "syntax_properties/breaks.rs"]
mod breaks;
#[path = "syntax_properties/comments.rs"]
mod comments;
#[path = "syntax_properties/sound.rs"]
mod sound;
#[path = "syntax_properties/soups.rs"]
mod soups;
#[path = "syntax_properties/stack.rs"]
mod stack;
#[path = "syntax_properties/unclosed.rs"]
mod unclosed;
#[path = "syntax_properties/whole.rs"]
mod whole;

use proptest::test_runner::Config;

/// So many cases; a case that fails is shown, not written into a file.
fn cases(count: u32) -> Config {
    Config { cases: count, failure_persistence: None, ..Config::default() }
}
