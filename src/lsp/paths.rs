//! From the addresses of documents to paths, and back. What is not a file, such as a text that was never saved, is known by its address.

use crate::model::used_path;
use lsp_types::Uri;
use std::fmt::Write;
use std::str::FromStr;

const FILE: &str = "file://";

/// The path of a document, with forward slashes.
pub(super) fn path_of(uri: &Uri) -> String {
    let Some(rest) = uri.as_str().strip_prefix(FILE) else { return uri.as_str().to_owned() };
    // Before the path may stand the name of a machine.
    let path = decoded(&rest[rest.find('/').unwrap_or(rest.len())..]);
    let path = path.replace('\\', "/");
    let has_drive = path.len() > 2 && path.as_bytes()[1].is_ascii_alphabetic() && path.as_bytes()[2] == b':';
    if has_drive { used_path("", &path[1..]) } else { used_path("", &path) }
}

/// The address of a path.
pub(super) fn uri_of(path: &str) -> Option<Uri> {
    let is_address = !path.starts_with('/') && path.split_once(':').is_some_and(|(scheme, _)| scheme.len() > 1 && !scheme.contains('/'));
    if is_address {
        return Uri::from_str(path).ok();
    }
    let mut address = String::from(FILE);
    if !path.starts_with('/') {
        address.push('/');
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    Uri::from_str(&address).ok()
}

/// Text with `%20` and the like read.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let code = bytes.get(at + 1..at + 3).and_then(|digits| std::str::from_utf8(digits).ok()).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let Some(code) = code.filter(|_| *byte == b'%') {
            out.push(code);
            at += 3;
        } else {
            out.push(*byte);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_to_addresses_and_back() {
        for path in ["/a/b c/d.isa", "/ünï/100%.sop", "c:/x/y.isa", "untitled:Untitled-1"] {
            let uri = uri_of(path).expect("an address");
            assert_eq!(path_of(&uri), path);
        }
        assert_eq!(path_of(&Uri::from_str("file:///c%3A/x/../y.isa").expect("an address")), "c:/y.isa");
    }
}
