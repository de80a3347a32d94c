//! The baseline: a file of findings that are known and do not count. It may only get shorter.

use super::compare::{Comparison, Folders, on_disk};
use super::fault::Fault;
use crate::lint::{KnownFinding, may_be_set_aside};
use crate::policy::Policy;
use crate::report::Compared;
use crate::workspace::{here, read_whole, told, whole, why_not_read, why_not_written, write_whole};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt::Write;
use std::path::PathBuf;

/// What the file says it is.
const SCHEMA: &str = "sharewright.baseline/1";

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    schema: String,
    findings: Vec<Entry>,
}

/// A finding in the file.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    file: String,
    code: String,
    #[serde(serialize_with = "hexadecimal", deserialize_with = "number")]
    fingerprint: u64,
    headline: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn hexadecimal<S: Serializer>(number: &u64, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(&format!("{number:016x}"))
}

fn number<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let text = String::deserialize(from)?;
    let number = u64::from_str_radix(&text, 16).ok().filter(|_| text.len() == 16);
    number.ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a fingerprint")))
}

/// A baseline in use.
pub(super) struct Baseline {
    /// As it is told.
    path: String,
    place: PathBuf,
    pub(super) comparison: Comparison,
    writes: bool,
}

impl Baseline {
    /// Opens a baseline, or begins one when it is to be written and is not there.
    pub(super) fn open(path: &str, writes: bool, policy: &Policy) -> Result<Self, Fault> {
        let here = here().map_err(|error| Fault::new("the folder in which the tool runs cannot be told", &error.to_string()))?;
        let place = whole(&here, path);
        let path = told(&here, &place);
        let entries = match read_whole(&place) {
            Ok(Some(bytes)) => Some(read(&path, &bytes)?),
            Ok(None) if writes => None,
            Ok(None) => return Err(Fault::new(&format!("there is no baseline `{path}`"), "Check the path. `lint --baseline FILE --write-baseline` makes one of all that is found now.")),
            Err(error) => return Err(cannot_read(&path, &why_not_read(&error))),
        };
        let folders = Folders { here, base: place.parent().map(PathBuf::from).unwrap_or_default() };
        let is_new = entries.is_none();
        let base = folders.base.clone();
        let comparison = Comparison::new(folders, entries.unwrap_or_default(), Some(may_be_set_aside(policy)), &|name| on_disk(&whole(&base, name)));
        Ok(Baseline { path, place, comparison: if writes { comparison.keeping(is_new) } else { comparison }, writes })
    }

    /// Ends the comparison, and writes what stays known.
    pub(super) fn end(self) -> Result<Compared, Fault> {
        let Baseline { path, place, comparison, writes } = self;
        let base = place.parent().map(PathBuf::from).unwrap_or_default();
        let (compared, kept) = comparison.end(format!("the baseline `{path}`"), &|name| on_disk(&whole(&base, name)));
        if let Some(kept) = kept.filter(|_| writes) {
            let text = written(kept).map_err(|error| Fault::new(&format!("the baseline `{path}` cannot be written"), &error.to_string()))?;
            write_whole(&place, text.as_bytes())
                .map_err(|error| Fault::new(&format!("the baseline `{path}` cannot be written: {}", why_not_written(&error)), "Check the path after `--baseline`, and that you may write there."))?;
        }
        Ok(compared)
    }
}

fn cannot_read(path: &str, why: &str) -> Fault {
    Fault::new(
        &format!("the baseline `{path}` cannot be read: {why}"),
        "It is written by `--write-baseline`, and not by hand. Take it back from version control, or delete it and write a new one of all that is found.",
    )
}

fn read(path: &str, bytes: &[u8]) -> Result<Vec<KnownFinding>, Fault> {
    let written: Written = serde_json::from_slice(bytes).map_err(|error| cannot_read(path, &error.to_string()))?;
    if written.schema != SCHEMA {
        return Err(cannot_read(path, &format!("it is a `{}`, where `{SCHEMA}` is wanted", written.schema)));
    }
    let known = |entry: Entry| KnownFinding { file: entry.file, code: entry.code, fingerprint: entry.fingerprint, headline: entry.headline };
    Ok(written.findings.into_iter().map(known).collect())
}

/// The file, a finding a line, so that a change is read line by line.
fn written(kept: Vec<KnownFinding>) -> serde_json::Result<String> {
    let mut out = format!("{{\"schema\":\"{SCHEMA}\",\"findings\":[");
    for (place, known) in kept.into_iter().enumerate() {
        let entry = Entry { file: known.file, code: known.code, fingerprint: known.fingerprint, headline: known.headline };
        let _ = write!(out, "{}\n{}", if place == 0 { "" } else { "," }, serde_json::to_string(&entry)?);
    }
    out.push_str("\n]}\n");
    Ok(out)
}
