//! Sharewright reads information sharing agreements written in a small language, resolves them into a typed model, and
//! judges them against policies kept as data.
//!
//! The modules stand in import order: each may import only from those above it. A test checks the arrows.

// What pest generates names this crate: pest is built without its standard-library feature, which asks the system for the stack
// at every start. Neither grammar recurses without a limit of its own.
extern crate alloc;

pub mod source;

pub mod reading;

pub mod diagnostic;

pub mod syntax;

pub mod fmt;

pub mod model;

pub mod policy;

pub mod law;

pub mod shipped;

pub mod lint;

pub mod guide;

pub mod emit;

pub mod report;

pub mod ide;

pub mod workspace;

pub mod lsp;

pub mod cli;
