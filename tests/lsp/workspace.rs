//! Folders to serve.

use crate::editor::uri;
use std::fs;
use tempfile::TempDir;

/// Parties in a file of their own.
pub const ORGANISATIONS: &str = "party police \"Fenwold Police\" { kind police-force }\nparty trust \"Fenwold Trust\" { kind nhs-provider }\n";

/// An agreement that uses them; a word in it is misspelt.
pub const CAR: &str = r#"# A remark
# of two lines.
use "organisations.isa"

agreement car "Car" {
  between police, trust
  review 2027-03-31 by trust
  purpose help "Help 😀 for people" { kind direct-care }
  item risk "Risk" { class helth }
  role nurse "Nurse" at trust
  flow briefing "Briefing" {
    from trust as nurse
    to police
    shares risk
    for help
    discloser {
      basis "UK GDPR Art 6(1)(e)"
    }
  }
}
"#;

/// A folder with some files.
pub struct Folder(TempDir);

impl Folder {
    /// Both files.
    pub fn new() -> Self {
        let folder = Folder(tempfile::tempdir().expect("a folder"));
        folder.write("organisations.isa", ORGANISATIONS);
        folder.write("car.isa", CAR);
        folder
    }

    pub fn path(&self) -> &std::path::Path {
        self.0.path()
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).expect("a file");
    }

    pub fn remove(&self, name: &str) {
        fs::remove_file(self.path().join(name)).expect("a file");
    }

    pub fn uri(&self, name: &str) -> String {
        uri(&self.path().join(name))
    }
}

/// The position of the first place of some words in a text, `further` characters on, in UTF-16.
pub fn position(text: &str, words: &str, further: u32) -> serde_json::Value {
    let at = text.find(words).unwrap_or_else(|| panic!("`{words}` is not there"));
    let line = text[..at].matches('\n').count();
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    serde_json::json!({ "line": line, "character": text[start..at].encode_utf16().count() as u32 + further })
}
