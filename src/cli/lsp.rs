//! `sharewright lsp`: serves an editor.

use super::Exit;
use super::args::LspOptions;
use super::fault::Fault;
use super::load::{Policies, day};
use crate::lsp::serve;

pub(super) fn run(options: &LspOptions) -> Result<Exit, Fault> {
    let fixed = options.as_of.as_deref().map(|text| day(Some(text))).transpose()?;
    let policies = Policies::load(&options.packs)?;
    // A fault while answering one request must not end the others, so the hook tells and does not end the program.
    std::panic::set_hook(Box::new(|fault| {
        let place = fault.location().map_or_else(String::new, |place| format!(" at {place}"));
        eprintln!("sharewright met a fault of its own{place}; please report it");
    }));
    match serve(policies.policy(), policies.texts(), fixed) {
        Ok(true) => Ok(Exit::Clean),
        Ok(false) => Err(Fault::new("the editor went away without saying so", "Nothing is lost; the editor starts the server again when it needs it.")),
        Err(fault) => Err(Fault::new(
            &format!("the conversation with the editor broke off: {}", fault.0),
            "`sharewright lsp` is started by an editor and speaks its protocol over standard input and output; docs/editors.md tells how.",
        )),
    }
}
