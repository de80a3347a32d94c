//! What is measured, and how.

mod corpus;
mod cpu;
mod packs;
pub mod process;
pub mod repeats;
mod stages;

pub use corpus::Written;
pub use packs::write as write_packs;
pub use stages::{Stages, measure as measure_stages};
