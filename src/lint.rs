//! Judges a model against a policy on a day: questions answered, standards met, rules broken, with the evidence.
//!
//! Reads the model, never text but to compare it; decides no wording (that is data) and prints nothing.

mod checklist;
mod citations;
mod eval;
mod evidence;
mod examples;
mod findings;
mod footing;
mod item;
mod notes;
mod open_points;
mod overlay;
mod published;
mod rollup;
mod run;
mod subjects;
mod terms;
mod test;
mod waivers;
mod written;

pub use checklist::{Answer, QuestionResult, Standard};
pub use examples::{ExampleFailure, check_examples};
pub use footing::{CitedAt, End, FlowFooting, Footing};
pub use published::{Agreed, Point, Published, Share, agreed, published, speaker};
pub use rollup::rolled_up;
pub use run::{Checked, DocumentResult, Judge, judge};
