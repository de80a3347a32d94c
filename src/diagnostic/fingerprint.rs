//! A fingerprint that stays the same when lines move.

/// FNV-1a over the parts, with a separator between them. Stable across versions and machines, which the hashers of the
/// standard library do not promise. Not for security.
pub fn fingerprint(parts: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.bytes().chain([0x1f]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_kept_apart() {
        assert_ne!(fingerprint(&["ab", "c"]), fingerprint(&["a", "bc"]));
        assert_eq!(fingerprint(&["CHK-Q01"]), 0xf3bf_7cc2_c5ce_87ff);
    }
}
