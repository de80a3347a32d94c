//! The server, driven over its standard input and output by a small editor.

#[path = "lsp/capabilities.rs"]
mod capabilities;
#[path = "lsp/diagnostics.rs"]
mod diagnostics;
#[path = "support/dice.rs"]
mod dice;
#[path = "support/editor.rs"]
mod editor;
#[path = "lsp/edits.rs"]
mod edits;
#[path = "lsp/faults.rs"]
mod faults;
#[path = "lsp/workspace.rs"]
mod workspace;
