//! Flags for making the changes that findings suggest.

use clap::Args;

#[derive(Args, Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(in crate::cli) struct FixOptions {
    /// Make the changes that keep the meaning, then show what is left
    #[arg(long)]
    pub(in crate::cli) fix: bool,

    /// With --fix or --diff: make those that may alter the meaning, too; read what was changed
    #[arg(long)]
    pub(in crate::cli) unsafe_fixes: bool,

    /// Write nothing: show the changes as a patch; exit code 1 when there is one
    #[arg(long)]
    pub(in crate::cli) diff: bool,

    /// Find citations that are not written in the usual short form, too; --fix writes them so
    #[arg(long)]
    pub(in crate::cli) citations: bool,
}
