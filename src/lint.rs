//! Judges a model against a policy on a day: questions answered, standards met, rules broken, with the evidence.
//!
//! Reads the model, never text but to compare it and to look for what identifies a person; decides no wording (that is data) and prints
//! nothing.

mod again;
mod asking;
mod checklist;
mod citations;
mod eval;
mod evidence;
mod examples;
mod findings;
mod footing;
mod holds;
mod identities;
mod item;
mod kept;
mod known;
mod log;
mod notes;
mod open_points;
mod overlay;
mod parts;
mod published;
mod rollup;
mod run;
mod subjects;
mod terms;
mod test;
mod waiver_list;
mod waivers;
mod weights;
mod written;

pub use again::Memory;
pub use asking::{Asked, Asking, asking};
pub use checklist::{Answer, QuestionResult, Standard};
pub use examples::{ExampleFailure, check_examples};
pub use footing::{CitedAt, End, FlowFooting, Footing};
pub use holds::holds;
pub use identities::answer_instead;
pub use kept::Keeper;
pub use known::{Known, KnownFinding};
pub use log::{Count, CountBy, Counts, FollowUp, LawOf, LogFilter, LogRecord, LogRules, Standing, UNDECIDED, counts, records};
pub use published::{Agreed, Force, Point, Published, Share, agreed, published, speaker};
pub use rollup::rolled_up;
pub use run::{Checked, DocumentResult, Judge, hiding, identifying, judge, judge_again, judge_with};
pub use waiver_list::{ListedWaiver, listed_waivers};
pub use waivers::may_be_set_aside;
pub use weights::{Weight, Weights};
