//! From results and policies to documents. The only room that knows tera.
//!
//! Templates ship with the tool and cannot read files, the environment or the clock.

mod checklist;
pub mod document;
mod explain;
mod facts;
mod html;
mod identity;
mod interview;
mod docx;
mod explain;
mod facts;
mod html;
mod kinds;
mod language;
mod markdown;
mod provision;
mod results;
mod sheets;
mod starters;
mod templates;

pub use checklist::checklist_markdown;
pub use docx::{Look, ReferenceFault, docx, reference_document};
pub use explain::{explain_keyword, explain_question, explain_rule};
pub use facts::Facts;
pub use html::html;
pub use identity::{explain_identity, identity_reference};
pub use interview::questions_json;
pub use kinds::{DocumentKind, Each, Made, Press, document_kinds};
pub use language::language_reference;
pub use markdown::markdown;
pub use provision::{ProvisionView, provisions_found, provisions_in_full};
pub use sheets::{Override, SHEETS, TemplateFault, sheet, write_document};
pub use starters::{Starter, starters};
