//! `sharewright explain`: everything about a rule, a question or a keyword.

use super::args::ExplainOptions;
use super::fault::Fault;
use super::load::Policies;
use super::{Exit, print};
use crate::diagnostic::did_you_mean;
use crate::emit::explain;

pub(super) fn run(options: &ExplainOptions) -> Result<Exit, Fault> {
    let policies = Policies::load(&options.packs)?;
    let (policy, texts) = (policies.policy(), policies.texts());
    let wanted = options.rule.trim();
    if let Some(told) = explain(policy, texts, wanted).map_err(|error| Fault::new("the explanation cannot be written", &error))? {
        print(&told)?;
        return Ok(Exit::Clean);
    }
    let known = policy.names().flat_map(|(code, id)| [code, id]);
    let help = did_you_mean(wanted, known).map_or_else(|| "`sharewright rules` lists every rule; docs/language.md lists every keyword.".to_owned(), |meant| format!("Did you mean `{meant}`?"));
    Err(Fault::new(&format!("there is no rule, question or keyword `{wanted}`"), &help))
}
