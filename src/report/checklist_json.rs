//! The checklist as JSON.

use super::view::ChecklistView;

/// The checklist as indented JSON with a final line end.
pub fn checklist_json(view: &ChecklistView) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(view).map(|json| json + "\n")
}
