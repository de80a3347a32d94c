//! `sharewright law`: what the law register says of a citation, and which provisions fit a sharing.

use super::args::{LawCheckOptions, LawCommand, LawFindOptions, LawOptions, LawShowOptions};
use super::fault::Fault;
use super::load::{Policies, day, found_under, old_packs, provisions};
use super::{Exit, print};
use crate::diagnostic::{all_words, list_words, nearest};
use crate::emit::{ProvisionView, provisions_found, provisions_in_full};
use crate::law::{Fault as CitationFault, Law, Wanted};
use crate::lint::Judge;
use crate::policy::ymd_of;
use crate::report::law_table;
use crate::workspace::Reading;

pub(super) fn run(options: &LawOptions) -> Result<Exit, Fault> {
    match &options.command {
        LawCommand::Show(options) => show(options),
        LawCommand::Find(options) => find(options),
        LawCommand::Check(options) => check(options),
    }
}

fn check(options: &LawCheckOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let policies = Policies::load(&options.packs)?;
    let policy = policies.policy();
    let register = provisions(policy)?;
    let law = Law::new(policy);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: true };
    let found = found_under(&options.paths);
    let reading = Reading::new(&found);
    let mut documents = 0;
    let mut fault = Ok(());
    reading.check(&judge, &mut |checked| {
        documents += checked.documents.len();
        fault = print(&law_table(&checked, register, &|code| change(&policies, code)));
        fault.is_ok()
    });
    fault?;
    if documents == 0 {
        Fault::no_documents("").print();
        return Ok(Exit::Nothing);
    }
    print(&format!("law as of {today}; register checked up to {}. What the register says is no advice; the body that relies on a provision decides.\n", policy.checked_to()))?;
    if let Some(old) = old_packs(policy, today) {
        print(&format!("warning: {old}\n"))?;
    }
    Ok(if found.faults.is_empty() { Exit::Clean } else { Exit::Usage })
}

/// What would satisfy a rule, and how much that changes.
fn change(policies: &Policies, code: &str) -> Option<(u8, String)> {
    let place = policies.policy().rules().position(|rule| rule.code == code)?;
    let text = policies.texts().rules.get(place);
    text.effort.map(|effort| (effort, text.help.to_string()))
}

fn show(options: &LawShowOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?.to_string();
    let policies = Policies::load(&options.packs)?;
    let policy = policies.policy();
    let register = provisions(policy)?;
    let law = Law::new(policy);
    let mut views = Vec::new();
    for cited in law.cited(&options.citation).iter() {
        let part = &options.citation[cited.range.clone()];
        match &cited.fault {
            Some(CitationFault::Unknown) => return Err(Fault::new(&format!("`{part}` names no law in the register"), "Give an Act by its title and year with a section, such as \"CDA 1998 s.115\".")),
            Some(CitationFault::Malformed) => return Err(Fault::new(&format!("`{part}` gives no number that can be looked up"), "Write the unit and its number, such as `s.115` or `Art 6(1)(e)`.")),
            Some(CitationFault::Ambiguous(_)) => {
                let candidates = law.candidates(cited);
                let help = if candidates.is_empty() { "Name the Act and its year.".to_owned() } else { format!("It might be {}.", list_words(candidates.iter().map(String::as_str))) };
                return Err(Fault::new(&format!("`{part}` does not say of which Act it is"), &help));
            }
            Some(CitationFault::Misnamed) | None => {}
        }
        if cited.provisions.is_empty() {
            return Err(Fault::new(&format!("the register knows the Act of `{}` and says nothing of this provision", law.canonical(cited)), "That is no judgement of it. A local pack can add it."));
        }
        views.extend(cited.provisions.iter().map(|entry| ProvisionView::new(register, register.entry(*entry), &law.canonical(cited), &today)));
    }
    let text = provisions_in_full(&views, &today, &policy.checked_to()).map_err(|error| Fault::new("the provision cannot be written", &error))?;
    print(&text)?;
    Ok(Exit::Clean)
}

fn find(options: &LawFindOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let policies = Policies::load(&options.packs)?;
    let policy = policies.policy();
    let register = provisions(policy)?;
    let wanted = Wanted { from: options.from.clone(), to: options.to.clone(), data: options.data.clone(), purpose: options.purpose.clone(), nation: options.nation.clone() };
    if let Some((flag, word, list)) = wanted.unknown(&policy.vocabulary) {
        let known = || list.words.iter().map(|known| known.id.as_str());
        // A word that is said of one of them, such as `hospital` of an NHS trust.
        let described = || policies.texts().words.iter().find(|known| known.list == list.name && known.means.to_lowercase().contains(&word.to_lowercase()));
        let meant = nearest(word, known()).or_else(|| described().map(|known| known.id.as_str()));
        let help = all_words(meant, known());
        return Err(Fault::listing(&format!("`--{flag} {word}` is no word of the language"), help.iter().map(String::as_str)));
    }
    let found = wanted.find(policy, register, ymd_of(today));
    let today = today.to_string();
    let view = |index: &usize| {
        let entry = register.entry(*index as u32);
        let citation = register.row(*index as u32).text("label").unwrap_or_default();
        ProvisionView::new(register, entry, citation, &today)
    };
    let views: Vec<ProvisionView> = found.iter().map(view).collect();
    let text = provisions_found(&views, &today, &policy.checked_to()).map_err(|error| Fault::new("the list cannot be written", &error))?;
    print(&text)?;
    Ok(Exit::Clean)
}
