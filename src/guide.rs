//! Leads people through the decision on one disclosure, and shows afterwards which way it went. Nothing is read or stored here.
//!
//! The interview: which question comes next, what an answer means, and where it is written. The questions are data (see `policy`), and
//! the record itself is the only memory: an interview is a walk along the steps whose conditions hold for what is written so far.
//!
//! The trace: which branches a record took, on which guidance, and what would change that. The procedures are data too. Nothing here
//! decides, and nothing here advises.

mod answer;
mod edit;
mod pace;
mod place;
mod question;
mod record;
mod run;
mod script;
mod summary;
mod trace;
mod turn;
mod walk;

pub use pace::Pace;
pub use place::{At, Place};
pub use question::{Choice, Question, choices, sorts};
pub use record::{Record, fresh, record_name};
pub use run::{Answered, Warning};
pub use script::{Script, ScriptProblem};
pub use trace::{Change, End, Met, Passage, Said, Step, Trace, Traced, trace};
pub use turn::{Given, Turned};

use crate::lint::Judge;
use crate::policy::Interview;

/// The keyword of the records that an interview leads to.
pub const RECORD: &str = "disclosure";

/// What leads an interview: the questions, and what judges their conditions.
#[derive(Clone, Copy)]
pub struct Guide<'a> {
    /// What judges the conditions.
    pub judge: &'a Judge<'a>,
    /// The questions.
    pub interview: &'a Interview,
    /// How much of it is asked.
    pub pace: Pace,
}

impl<'a> Guide<'a> {
    /// The guide to a record at a pace, where the packs have one.
    pub fn new(judge: &'a Judge<'a>, pace: Pace) -> Option<Self> {
        judge.policy.interview(RECORD).map(|interview| Guide { judge, interview, pace })
    }
}
