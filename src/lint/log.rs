//! The log of disclosure records: what each decided, for whom and on what ground, and what it leaves to be done. Told, not judged.
//!
//! Nothing of it names a person. The label of a record, its texts and its posts are not read; an asker is named only where that is
//! an office or an organisation, and the local reference of the person is kept apart, for those who ask for it.

mod count;
mod filter;
mod law;
mod path;
mod record;
mod reviews;
mod times;

pub use count::{Count, CountBy, Counts, counts};
pub use filter::{LogFilter, UNDECIDED};
pub use law::LawOf;
pub use record::{LogRecord, LogRules, records};
pub use times::{FollowUp, Standing};
