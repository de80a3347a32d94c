//! A length of time in a condition.

use crate::model::Period;

/// A period in a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodLiteral {
    /// Months.
    pub months: u32,
    /// Minutes.
    pub minutes: u32,
}

impl From<Period> for PeriodLiteral {
    fn from(period: Period) -> Self {
        PeriodLiteral { months: period.months, minutes: period.minutes }
    }
}

impl From<PeriodLiteral> for Period {
    fn from(period: PeriodLiteral) -> Self {
        Period { months: period.months, minutes: period.minutes }
    }
}
