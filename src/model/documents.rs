//! What people call the documents that are judged, one and many.

/// The words for one document of a kind and for several: `disclosure record`, `disclosure records`.
pub fn document_words(kind: &str) -> (&'static str, &'static str) {
    match kind {
        "agreement" => ("agreement", "agreements"),
        "disclosure" => ("disclosure record", "disclosure records"),
        "policy" => ("policy", "policies"),
        _ => ("document", "documents"),
    }
}
