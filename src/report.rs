//! Findings and checklists in words: one file a format. A renderer never decides severity, order or whether something counts.

mod checklist_json;
mod checklist_table;
mod diff;
mod grid;
mod indexed;
mod json;
mod law_table;
mod log_counts;
mod log_sheet;
mod log_view;
mod narrated;
mod rich;
mod safe;
mod short;
mod spreadsheet;
mod summary;
mod trace_text;
mod trace_view;
mod view;

pub use checklist_json::checklist_json;
pub use checklist_table::checklist_table;
pub use diff::diff;
pub use indexed::IndexedSource;
pub use json::JsonFindings;
pub use law_table::law_table;
pub use log_counts::{counts_csv, counts_json, counts_table};
pub use log_sheet::{log_csv, log_table};
pub use log_view::{DueView, LawView, LogView, RecordView};
pub use narrated::narrated;
pub use rich::rich;
pub use safe::{safe, safe_line};
pub use short::short;
pub use summary::Summary;
pub use trace_text::trace_text;
pub use trace_view::{TraceView, trace_json};
pub use view::{ChecklistDocument, ChecklistQuestion, ChecklistView, FindingView, Place, finding_view, place_of};
