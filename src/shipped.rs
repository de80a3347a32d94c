//! What ships with the tool, compiled when the tool was built. Nothing is decoded before it is asked for.

use crate::policy::{PackFile, Policy, Texts};
use serde::Deserialize;
use std::sync::OnceLock;

static POLICY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policy.bin"));
static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/texts.bin"));
static EXAMPLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/example.bin"));
static SOURCES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sources.bin"));

/// The shipped policy.
pub fn policy() -> &'static Policy {
    static LOADED: OnceLock<Policy> = OnceLock::new();
    LOADED.get_or_init(|| decode(POLICY))
}

/// What people read of the shipped policy.
pub fn texts() -> &'static Texts {
    static LOADED: OnceLock<Texts> = OnceLock::new();
    LOADED.get_or_init(|| decode(TEXTS))
}

/// The shipped pack files themselves, to be compiled together with local ones.
pub fn sources() -> Vec<PackFile> {
    decode(SOURCES)
}

/// The complete example, over which the examples of rules are laid; the file with the agreement comes first.
pub fn example() -> Vec<PackFile> {
    decode(EXAMPLE)
}

/// The bytes were written by the build of this very program.
fn decode<T: Deserialize<'static>>(bytes: &'static [u8]) -> T {
    postcard::from_bytes(bytes).unwrap_or_else(|error| unreachable!("the compiled policy cannot be read: {error}"))
}
