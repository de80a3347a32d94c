//! The fingerprint of a text that others can reproduce: SHA-256.

use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The first sixteen hexadecimal digits of the SHA-256 of some texts, each with its length before it, so that no two lists of texts have
/// the same one by being cut elsewhere.
pub fn digest(texts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    }
    hexadecimal(&hash.finalize()[..8])
}

/// The SHA-256 of some bytes, as `sha256sum` prints it.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(out, "{byte:02x}");
    }
    out
}
