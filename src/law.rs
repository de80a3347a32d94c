//! Citations of law: how they are written, and which entries of the law register they mean.
//!
//! What an instrument is called and which provisions there are is data: the registers `instruments` and `provisions` in
//! `policies/law`. This room reads a text with `grammar/citation.pest` and looks it up. It judges nothing: whether a provision
//! may carry a flow is for rules. The only place besides `syntax` and `policy` that knows pest.

mod find;
mod names;
mod read;
mod resolve;
mod usual;

pub use find::Wanted;
pub use resolve::{Cited, Fault, Law};
