//! What was measured, for people to read: on the terminal and as Markdown.

mod budgets;
mod machine;
mod numbers;
mod page;
mod table;

pub use budgets::table as budget_table;
pub use machine::machine;
pub use numbers::{Numbers, count, megabytes, microseconds, milliseconds, number, ratio, seconds};
pub use page::markdown;
pub use table::Table;
