//! The last line of every report: what was checked and what was found.

use super::compared::{Compared, FixedFinding};
use crate::diagnostic::{Diagnostic, Severity, State};
use crate::model::document_words;
use serde::Serialize;
use std::fmt;
use std::iter::Sum;

/// Counts of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Files checked.
    pub files: usize,
    /// Agreements judged.
    pub agreements: usize,
    /// Disclosure records judged.
    pub disclosure_records: usize,
    /// Policies of organisations judged.
    pub policies: usize,
    /// Findings that count, by severity.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Advice.
    pub infos: usize,
    /// Findings with a change that may be applied.
    pub fixable: usize,
    /// Findings set aside by waivers.
    pub waived: usize,
    /// Waivers whose day has passed.
    pub expired_waivers: usize,
    /// Findings that were known before.
    pub known: usize,
    /// What came of holding the findings against a baseline or an earlier state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compared: Option<Compared>,
}

impl Summary {
    /// Counts a document by its keyword.
    pub fn count_document(&mut self, kind: &str) {
        match kind {
            "disclosure" => self.disclosure_records += 1,
            "policy" => self.policies += 1,
            _ => self.agreements += 1,
        }
    }

    /// The documents in words; what there is none of is left out.
    fn documents(&self) -> String {
        let all = [("agreement", self.agreements), ("disclosure", self.disclosure_records), ("policy", self.policies)];
        let told = all.into_iter().filter(|(_, count)| *count > 0).map(|(kind, count)| {
            let (one, many) = document_words(kind);
            plural(count, one, many)
        });
        match told.collect::<Vec<_>>().as_slice() {
            [] => "0 agreements".to_owned(),
            [one] => one.clone(),
            [all @ .., last] => format!("{} and {last}", all.join(", ")),
        }
    }

    /// Counts a finding.
    pub fn count(&mut self, finding: &Diagnostic) {
        match finding.state {
            State::Active => {}
            State::Waived { .. } => return self.waived += 1,
            State::Known => return self.known += 1,
        }
        match finding.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
        self.fixable += usize::from(!finding.fixes.is_empty());
        self.expired_waivers += usize::from(finding.rule == "waiver-expired");
    }

    /// The findings that were known and are gone.
    pub fn fixed(&self) -> &[FixedFinding] {
        self.compared.as_ref().map_or(&[], |compared| &compared.fixed)
    }

    /// How many findings weigh at least so much.
    pub fn at_least(&self, severity: Severity) -> usize {
        match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.errors + self.warnings,
            Severity::Info => self.errors + self.warnings + self.infos,
        }
    }
}

/// Of parts it is not known what is gone from the whole, so that is not told.
impl Sum for Summary {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Summary::default(), |all, part| Summary {
            files: all.files + part.files,
            agreements: all.agreements + part.agreements,
            disclosure_records: all.disclosure_records + part.disclosure_records,
            policies: all.policies + part.policies,
            errors: all.errors + part.errors,
            warnings: all.warnings + part.warnings,
            infos: all.infos + part.infos,
            fixable: all.fixable + part.fixable,
            waived: all.waived + part.waived,
            expired_waivers: all.expired_waivers + part.expired_waivers,
            known: all.known + part.known,
            compared: None,
        })
    }
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

impl fmt::Display for Summary {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "checked {} with {}: {}, {}, {} of advice; {} with a suggested change, {} waived",
            plural(self.files, "file", "files"),
            self.documents(),
            plural(self.errors, "error", "errors"),
            plural(self.warnings, "warning", "warnings"),
            plural(self.infos, "piece", "pieces"),
            self.fixable,
            self.waived,
        )?;
        if self.expired_waivers > 0 {
            write!(out, ", {} expired", plural(self.expired_waivers, "waiver", "waivers"))?;
        }
        if self.known > 0 {
            write!(out, ", {} known", self.known)?;
        }
        self.compared.as_ref().map_or(Ok(()), |compared| write!(out, "\n{compared}"))
    }
}
