//! The `sharewright` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    sharewright::cli::main()
}
