//! The protocol of editors, spoken over standard input and output. Translates between the protocol and `ide`, and decides nothing: what is
//! found, told or changed comes from there. Files are read by `workspace`; nothing here reaches a network.
//!
//! `features` is the one table of what the server can do: what it advertises and what answers it stand in one row.

mod answers;
mod client;
mod convert;
mod documents;
mod features;
mod lines;
mod notices;
mod paths;
mod publish;
mod run;
mod server;
mod settings;
mod wire;

pub use run::{ServeFault, serve};
