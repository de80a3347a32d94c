//! What an editor asks, over small files with the answers drawn under the text.
//!
//! A fixture holds files, each begun by `//- PATH`. A line that begins with `#` and goes on with `^` marks the part of the line above that
//! stands over the carets; what follows them is what the mark is called.

#[path = "ide/fixture.rs"]
mod fixture;
#[path = "ide/found.rs"]
mod found;
#[path = "ide/names.rs"]
mod names;
#[path = "ide/shown.rs"]
mod shown;
#[path = "ide/written.rs"]
mod written;
