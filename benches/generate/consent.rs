//! The consent model.

use super::cast::{Cast, Lead};
use super::page::Page;
use super::phrase::{capital, matter, reason};
use super::random::Random;
use super::words::MOMENTS;

/// Writes the consent model.
pub fn write(page: &mut Page, cast: &Cast, random: &mut Random) {
    let Lead { post, system, .. } = cast.lead(random);
    page.open("consent");
    page.line(&format!("normal \"The {} asks about {}.\" by {post} recorded in {system}", post.replace('-', " "), matter(random)));
    for exchange in &cast.exchanges {
        page.line(&format!("for-flow {} default {}", exchange.name, if cast.is_confidential(exchange) { "seek-consent meets confidence" } else { "no-confidential-data" }));
    }
    if random.chance(cast.detail + 30) {
        page.line(&format!("capacity \"Presumed; judged for this one decision.\" by {post} when \"{}\"", random.pick(&MOMENTS)));
    }
    if random.chance(cast.detail + 20) {
        page.line(&format!("best-interests \"{}.\" decided by {post} recorded in {system}", capital(&reason(random))));
        page.line(&format!("public-interest \"Rare: {}\" test \"serious harm is likely and nothing less would do\" decided by {post} recorded in {system}", reason(random)));
    }
    if random.chance(cast.detail) {
        page.line(&format!("refusal \"Respected unless {}.\" support \"help is offered in any case\" override \"serious harm to others\"", reason(random)));
    }
    if random.chance(cast.detail) {
        page.line(&format!("withdrawal \"Sharing stops, and the partners are told {}.\"", random.pick(&MOMENTS)));
        page.line(&format!("do-not-ask \"{}\", \"the decision to share has already been made\"", reason(random)));
    }
    page.close();
}
