//! Leads people through the decision on one disclosure, and shows afterwards which way it went. Pure: reads no file and prints nothing.
//!
//! What is asked, in which order and on which guidance, is data. Nothing here decides, and nothing here advises.

mod trace;

pub use trace::{Change, End, Met, Passage, Said, Step, Trace, Traced, trace};
