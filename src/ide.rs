//! What an editor asks of the files that it has open, answered as plain data in byte offsets.
//!
//! Knows nothing of any protocol and touches no file: texts are handed in. Nothing here judges either: what is found comes from `lint`,
//! what is told of a rule or of the law from the policy.

mod actions;
mod analysis;
mod board;
mod check;
mod complete;
mod context;
mod describe;
mod findings;
mod fold;
mod hints;
mod hover;
mod law;
mod layout;
mod links;
mod outline;
mod place;
mod references;
mod rename;
mod tokens;
mod under;

pub use actions::{Action, Repair, actions};
pub use analysis::Analysis;
pub use board::Board;
pub use complete::{Completion, CompletionKind};
pub use findings::{Finding, Found};
pub use fold::{Fold, FoldKind};
pub use hints::Hint;
pub use hover::Hover;
pub use links::{Link, Target};
pub use outline::{Symbol, SymbolIn};
pub use place::{Edit, Place};
pub use tokens::{MODIFIERS, TOKENS, Token, TokenKind};
