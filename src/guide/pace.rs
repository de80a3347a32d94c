//! How much is asked: everything, or only what has to be settled before anything is given.

/// How much is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Everything.
    Whole,
    /// Only what cannot wait; the rest is asked afterwards.
    Now,
}

impl Pace {
    /// What is written after the command of an interview at this pace.
    pub const fn flag(self) -> &'static str {
        match self {
            Pace::Whole => "",
            Pace::Now => " --urgent",
        }
    }

    /// Whether a question is asked that cannot wait, or can.
    pub(super) const fn has(self, now: bool) -> bool {
        now || matches!(self, Pace::Whole)
    }
}
