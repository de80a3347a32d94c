//! From text to a tree of statements. The only place that knows pest for the agreement language.
//!
//! Parsing never fails: it returns a [`Tree`] and every problem of the text. A thin scanner finds statements, blocks and
//! comments, so that one bad statement never hides another; pest reads each statement alone. What a keyword means is not
//! known here: see `model`.

mod blocks;
mod characters;
mod memo;
mod names;
mod parse;
mod scan;
mod shape;
mod statement;
mod tree;

pub use parse::{parse, parse_again};
pub use scan::{CARRY_ON, MAX_DEPTH, head, uses};
pub use tree::{NO_STATEMENT, Part, PartKind, Statement, Tree, unquote};
