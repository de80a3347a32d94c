//! From results and policies to documents. The only room that knows tera.
//!
//! Templates ship with the tool and cannot read files, the environment or the clock.

mod checklist;
pub mod diagram;
pub mod document;
mod docx;
mod explain;
mod explained;
mod facts;
mod html;
mod identity;
mod interview;
mod kinds;
mod language;
mod markdown;
mod measured;
mod pdf;
mod provision;
mod registers;
mod results;
mod rule_pages;
mod sheets;
mod starters;
mod templates;
mod wording;

pub use checklist::checklist_markdown;
pub use docx::{Look, ReferenceFault, docx, reference_document};
pub use explain::{explain_keyword, explain_question, explain_rule};
pub use explained::explain;
pub use facts::Facts;
pub use html::html;
pub use identity::{explain_identity, identity_reference};
pub use interview::questions_json;
pub use kinds::{DocumentKind, ENGLISH, Each, Made, Press, document_kinds};
pub use language::{ClauseEntry, Entry, keyword_entry, language_reference};
pub use markdown::markdown;
pub use measured::{Layer, measured};
pub use pdf::{HAS_PDF, PdfFault, pdf};
pub use provision::{ProvisionView, provisions_found, provisions_in_full};
pub use registers::register_reference;
pub use rule_pages::{RulePage, rule_pages};
pub use sheets::{Override, SHEETS, TemplateFault, sheet, write_document};
pub use starters::{Starter, starters};
pub use wording::{Wording, lacking, wordings};
