//! The resolved, typed model of a document and of the files that it stands in.
//!
//! Built from syntax trees with the vocabulary as its only schema: a keyword is defined in `grammar/vocabulary` and nowhere
//! in Rust. References are followed across files, groups are opened, ladders are put in order, and the five states of an
//! answer are kept apart. Nothing here judges: that is for `policy` and `lint`.

mod arena;
mod arrangement;
mod bundle;
mod changes;
mod dates;
mod derived;
mod documents;
mod lower;
mod names;
mod resolve;
mod spoken;
mod uses;
mod vocabulary;
mod words;

pub use arena::{Clause, Model, Node, NodeId, Parsed, State, Value};
pub use arrangement::{Arrangement, arrangements, is_document};
pub use bundle::{used_path, visible};
pub use changes::Changes;
pub use dates::{Day, Hours, Period, Precision, parse_day, parse_period};
pub use derived::{Derived, derived_field, derived_of, names_party, once, with_members};
pub use documents::document_words;
pub use lower::lower;
pub use names::{label_of, quoted_list};
pub use resolve::names_seen_from;
pub use spoken::spoken_day;
pub use uses::{Head, Uses};
pub use vocabulary::{Atom, ClauseSpec, Kind, KindId, NameRule, ValueSpec, Vocabulary};
pub use words::{ListId, Word, WordList, WordLists};
