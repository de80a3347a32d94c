//! The checklist as Markdown.

use super::templates::render;
use serde::Serialize;

/// The checklist as a Markdown document. The view is that of `report`, which stands below this room.
pub fn checklist_markdown(view: &impl Serialize) -> Result<String, String> {
    render("checklist.md", include_str!("../../templates/documents/checklist.md.tera"), view)
}
