//! The `sharewright` command.

use mimalloc::MiMalloc;
use std::process::ExitCode;

/// A tree and a model are many small pieces, made and dropped on every core; the system's allocator took a seventh of a run.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    sharewright::cli::main()
}
