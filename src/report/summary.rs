//! The last line of every report: what was checked and what was found.

use crate::diagnostic::{Diagnostic, Severity};
use serde::Serialize;
use std::fmt;

/// Counts of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Files checked.
    pub files: usize,
    /// Agreements judged.
    pub agreements: usize,
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
}

impl Summary {
    /// Counts a finding.
    pub fn count(&mut self, finding: &Diagnostic) {
        if !finding.is_active() {
            self.waived += 1;
            return;
        }
        match finding.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Info => self.infos += 1,
        }
        self.fixable += usize::from(!finding.fixes.is_empty());
        self.expired_waivers += usize::from(finding.rule == "waiver-expired");
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

impl fmt::Display for Summary {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |count: usize, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
        write!(
            out,
            "checked {} with {}: {}, {}, {} of advice; {} with a suggested change, {} waived",
            plural(self.files, "file", "files"),
            plural(self.agreements, "agreement", "agreements"),
            plural(self.errors, "error", "errors"),
            plural(self.warnings, "warning", "warnings"),
            plural(self.infos, "piece", "pieces"),
            self.fixable,
            self.waived,
        )?;
        if self.expired_waivers > 0 {
            write!(out, ", {} expired", plural(self.expired_waivers, "waiver", "waivers"))?;
        }
        Ok(())
    }
}
