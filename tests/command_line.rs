//! The binary as a process, given what real users give it: files that are missing, broken, huge or hostile, wrong flags and
//! wrong packs. Each test asks for the exit code, for words that tell what to do, and that the other files are still checked.

#![allow(clippy::format_collect, reason = "long inputs are made once, and clearly")]

#[path = "command_line/contents.rs"]
mod contents;
#[path = "command_line/flags.rs"]
mod flags;
#[path = "command_line/formats.rs"]
mod formats;
#[path = "command_line/hostile.rs"]
mod hostile;
#[path = "command_line/law.rs"]
mod law;
#[path = "command_line/packs.rs"]
mod packs;
#[path = "command_line/reading.rs"]
mod reading;
#[path = "command_line/shell.rs"]
mod shell;
#[path = "command_line/together.rs"]
mod together;
#[path = "command_line/tool.rs"]
mod tool;
