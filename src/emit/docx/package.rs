//! A Word file as a bundle of parts: read with care, written the same way every time.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

/// The largest reference document, packed.
const MOST_PACKED: usize = 32 * 1024 * 1024;
/// The largest, unpacked.
const MOST_UNPACKED: usize = 96 * 1024 * 1024;
/// The most parts.
const MOST_PARTS: usize = 4096;

/// Where the types of parts are listed.
pub(super) const TYPES: &str = "[Content_Types].xml";
/// Where the package says what it holds.
pub(super) const ROOT_RELATIONS: &str = "_rels/.rels";

/// Why a reference document cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceFault {
    /// What is wrong, to follow "the reference document cannot be used: ".
    pub what: String,
}

impl ReferenceFault {
    pub(super) fn new(what: impl Into<String>) -> Self {
        ReferenceFault { what: what.into() }
    }
}

/// Parts by their path.
#[derive(Clone, Debug, Default)]
pub(super) struct Package {
    pub(super) parts: BTreeMap<String, Vec<u8>>,
}

impl Package {
    /// Reads the parts of a Word file.
    pub(super) fn read(bytes: &[u8]) -> Result<Package, ReferenceFault> {
        let fault = |what: &str| ReferenceFault::new(what);
        if bytes.len() > MOST_PACKED {
            return Err(fault(&format!("it is larger than {} MB", MOST_PACKED / 1024 / 1024)));
        }
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| fault("it is no .docx file (an old .doc, or a file with a password, is none)"))?;
        if archive.len() > MOST_PARTS {
            return Err(fault(&format!("it has more than {MOST_PARTS} parts")));
        }
        let mut package = Package::default();
        let mut left = MOST_UNPACKED;
        for index in 0..archive.len() {
            let file = archive.by_index(index).map_err(|error| fault(&format!("a part of it cannot be read: {error}")))?;
            if file.is_dir() {
                continue;
            }
            let name = file.name().map_err(|_| fault("a part of it has a name that cannot be read"))?.into_owned();
            let is_safe = file.enclosed_name().is_some() && !name.starts_with('/') && !name.split('/').any(|step| step.is_empty() || step == "." || step == "..") && !name.contains(['\\', ':', '\0']);
            if !is_safe {
                return Err(fault(&format!("a part of it has the name `{}`, which leads out of the file", name.escape_debug())));
            }
            let mut part = Vec::new();
            let most = left as u64 + 1;
            file.take(most).read_to_end(&mut part).map_err(|error| fault(&format!("its part `{name}` cannot be read: {error}")))?;
            left = left.checked_sub(part.len()).ok_or_else(|| fault(&format!("it holds more than {} MB", MOST_UNPACKED / 1024 / 1024)))?;
            package.add(&name, part)?;
        }
        Ok(package)
    }

    fn add(&mut self, name: &str, mut part: Vec<u8>) -> Result<(), ReferenceFault> {
        let lower = name.to_lowercase();
        if lower.contains("vbaproject") {
            return Err(ReferenceFault::new("it holds macros; save it as a Word document without macros (.docx)"));
        }
        if [".xml", ".rels", ".vml"].iter().any(|ending| lower.ends_with(ending)) {
            if part.starts_with(b"\xEF\xBB\xBF") {
                part.drain(..3);
            }
            let Ok(text) = std::str::from_utf8(&part) else { return Err(ReferenceFault::new(format!("its part `{name}` is not UTF-8"))) };
            if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
                return Err(ReferenceFault::new(format!("its part `{name}` declares a document type, which no Word file does")));
            }
        }
        if self.parts.insert(name.to_owned(), part).is_some() {
            return Err(ReferenceFault::new(format!("it holds the part `{name}` twice")));
        }
        Ok(())
    }

    /// The text of a part.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.parts.get(name)?).ok()
    }
}

/// Packs parts. The order, the times and the packing are always the same.
pub(super) fn pack(parts: &BTreeMap<Cow<'_, str>, Cow<'_, [u8]>>) -> std::io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).last_modified_time(DateTime::default()).unix_permissions(0o644).system(System::Unix);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    // Readers look for the list of types first.
    let first = [TYPES, ROOT_RELATIONS];
    let leading = first.iter().filter_map(|name| parts.get_key_value(*name));
    let rest = parts.iter().filter(|(name, _)| !first.contains(&name.as_ref()));
    for (name, part) in leading.chain(rest) {
        writer.start_file(name.as_ref(), options)?;
        writer.write_all(part)?;
    }
    Ok(writer.finish()?.into_inner())
}
