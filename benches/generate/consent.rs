//! The consent model, and the law beyond the flows.

use super::cast::Cast;
use super::page::Page;
use super::random::Random;
use super::words::MOMENTS;

/// Writes the consent model.
pub fn write(page: &mut Page, cast: &Cast, random: &mut Random) {
    let short = cast.lead(random).short;
    page.open("consent");
    page.line(&format!("normal           \"The worker asks {}.\" by {short}-worker recorded in {short}-record", random.pick(&MOMENTS)));
    for exchange in &cast.exchanges {
        let is_confidential = exchange.items.iter().any(|item| item.is_confidential);
        page.line(&format!("for-flow {} default {}", exchange.name, if is_confidential { "seek-consent meets confidence" } else { "no-confidential-data" }));
    }
    if random.chance(cast.detail + 30) {
        page.line(&format!("capacity         \"Presumed; judged for this one decision.\" by {short}-worker when \"{}\"", random.pick(&MOMENTS)));
    }
    if random.chance(cast.detail + 20) {
        page.line(&format!("best-interests   \"Shared if it serves the person.\" decided by {short}-worker recorded in {short}-record"));
        page.line(&format!(
            "public-interest  \"Rare, case by case\" test \"serious harm is likely and nothing less would do\" decided by {short}-worker consults \"the Caldicott Guardian\" recorded in {short}-record"
        ));
    }
    if random.chance(cast.detail) {
        page.line("refusal          \"Respected where nobody else is at risk.\" support \"help is offered in any case\" override \"serious harm to others\"");
    }
    if random.chance(cast.detail) {
        page.line("withdrawal       \"Sharing stops and the partners are told.\"");
        page.line("do-not-ask       \"asking would put someone in danger\", \"the decision to share has already been made\"");
    }
    page.close();
}
