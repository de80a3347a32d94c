//! The guided interview: its branches, its answers, and that nothing answered is ever lost.
#![cfg(unix)]

#[path = "disclose/branches.rs"]
mod branches;
#[path = "disclose/steps.rs"]
mod steps;
#[path = "disclose/talk.rs"]
mod talk;
#[path = "disclose/tool.rs"]
mod tool;
#[path = "disclose/urgent.rs"]
mod urgent;
