//! What findings are held against: nothing, a baseline, or an earlier state of the files.

use super::super::args::LintOptions;
use super::super::baseline::Baseline;
use super::super::fault::Fault;
use super::super::settings::Chosen;
use super::super::since::Since;
use crate::lint::{Checked, Judge};
use crate::report::Compared;
use crate::workspace::Range;

/// What findings are held against.
pub(super) enum Comparisons {
    None,
    Baseline(Baseline),
    Since(Since),
}

impl Comparisons {
    pub(super) fn begin(options: &LintOptions, chosen: &Chosen, range: Option<&Range>, judge: &Judge<'_>) -> Result<Self, Fault> {
        match (&options.since, range, &chosen.baseline.value) {
            (Some(name), Some(range), _) => Since::begin(name, &range.from, range.to.as_ref(), judge).map(Comparisons::Since),
            (_, _, Some(path)) => Baseline::open(path, options.write_baseline, judge.policy).map(Comparisons::Baseline),
            _ if options.write_baseline => Err(Fault::new("`--write-baseline` does not know where", "Name the file: `--baseline FILE --write-baseline`, or `baseline` in the settings.")),
            _ => Ok(Comparisons::None),
        }
    }

    pub(super) fn file(&mut self, checked: &mut Checked) {
        match self {
            Comparisons::None => {}
            Comparisons::Baseline(baseline) => baseline.comparison.file(checked),
            Comparisons::Since(since) => since.comparison.file(checked),
        }
    }

    pub(super) fn end(self) -> Result<Option<Compared>, Fault> {
        match self {
            Comparisons::None => Ok(None),
            Comparisons::Baseline(baseline) => baseline.end().map(Some),
            Comparisons::Since(since) => Ok(Some(since.end())),
        }
    }
}
