//! From results and policies to documents. The only room that knows tera.
//!
//! Templates ship with the tool and cannot read files, the environment or the clock.

mod checklist;
mod explain;
mod identity;
mod language;
mod provision;
mod templates;

pub use checklist::checklist_markdown;
pub use explain::{explain_keyword, explain_question, explain_rule};
pub use identity::{explain_identity, identity_reference};
pub use language::language_reference;
pub use provision::{ProvisionView, provisions_found, provisions_in_full};
