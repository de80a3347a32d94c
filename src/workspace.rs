//! The only room that touches files, threads and the clock: finds files, reads them, brings together what belongs together,
//! and judges them on all cores. Results come back in the order of the paths, whatever finished first.

mod above;
mod cache;
mod clock;
mod discover;
mod git;
mod graph;
mod line;
mod mend;
mod packs;
mod read;
mod revision;
mod run;
mod store;
mod watch;
mod write;
mod writing;

pub use above::{here, nearest, told, whole};
pub use cache::Cache;
pub use clock::today;
pub use discover::{Discovered, discover, discover_as, is_document, reason as why_not_read};
pub use git::GitFault;
pub use line::Line;
pub use mend::{Left, Mended, MendedFile, mend};
pub use packs::{PackError, read_packs};
pub use read::read_source;
pub use revision::{Range, Revision, open_range};
pub use run::{Look, Memory, Reading};
pub use store::{exists, store, sweep};
pub use watch::{Changed, Watch};
pub use write::{read_folder, read_whole, write_new, write_whole};
pub use writing::{Writing, why_not_written};
