//! The guided interview: its branches, its answers, and that nothing answered is ever lost.
#![cfg(unix)]

#[path = "disclose/branches.rs"]
mod branches;
#[path = "disclose/talk.rs"]
mod talk;
#[path = "disclose/tool.rs"]
mod tool;
