//! Flows with their channel, records and the law at both ends.

use super::cast::{Cast, Exchange, Lead};
use super::page::{Page, list};
use super::party::Sector;
use super::phrase::{capital, matter, reason};
use super::random::Random;
use super::words::{TOLD, WHAT};

/// Writes a flow.
pub fn write(page: &mut Page, cast: &Cast, exchange: &Exchange, random: &mut Random) {
    let (sends, receives) = (&cast.leads[exchange.from], &cast.leads[exchange.to]);
    let (from, to) = (cast.party(sends), cast.party(receives));
    let detail = cast.detail;
    page.open(&format!("flow {} \"{}\"", exchange.name, capital(&format!("{} for {}", exchange.name.replace('-', " "), to.label))));
    page.line(&format!("from {} as {}", from.name, sends.post));
    page.line(&format!("to {} as {}", to.name, receives.post));
    for item in &exchange.items {
        page.line(&format!("shares {} why \"{}.\"", cast.items[*item].name, capital(&reason(random))));
    }
    page.line(&format!("for {}", cast.purpose));
    if random.chance(detail) {
        page.line(&format!("category {}", random.pick(&["reactive", "proactive"])));
        page.line(&format!("trigger {}", random.pick(&["event", "request", "referral", "suspicion"])));
    }
    if random.chance(detail) {
        page.line(&format!("when \"Shared when {}, and {}.\"", cast.theme.occasion, reason(random)));
    }
    if random.chance(detail) {
        page.line(&format!("within {} {}", random.between(2, 30), random.pick(&["minutes", "hours", "days"])));
        page.line(&format!("default {}", random.pick(&["share", "case-by-case"])));
    }
    if random.chance(detail) {
        page.line(&format!("volume \"about {} people a month\"", random.between(2, 400)));
        page.line(&format!("hours daily {:02}:00-{}:00", random.between(6, 10), random.between(17, 23)));
    }
    channel(page, cast, (sends, receives), random);
    if random.chance(detail) {
        let (name, birth) = (&cast.items[0].name, &cast.items[1].name);
        page.line(&format!("identity-check \"Both match one record before anything is said of {}.\" using {name}, {birth} if partial \"Treated as not known.\"", random.pick(&WHAT)));
    }
    page.line(&format!("recorded {} by {} as {}", receives.system, to.name, receives.record));
    if random.chance(detail) {
        page.line(&format!("identifiable \"Help is for this one person: {}.\"", reason(random)));
        let told = random.pick(&TOLD);
        page.line(&format!("informed \"{}; {}.\"", capital(told), matter(random)));
    }
    if random.chance(detail) {
        page.line(&format!("opt-out not-applied because \"{}.\"", capital(&reason(random))));
        page.line(&format!("onward {}", random.pick(&["forbidden", "with-permission", "with-consent"])));
    }
    side(page, cast, "discloser", sends, cast.is_confidential(exchange), random);
    side(page, cast, "recipient", receives, false, random);
    page.close();
}

fn channel(page: &mut Page, cast: &Cast, (sends, receives): (&Lead, &Lead), random: &mut Random) {
    let (from, to) = (cast.party(sends), cast.party(receives));
    let way = random.between(0, 3);
    if cast.uses_shared && way == 0 {
        page.line("channel county-mail");
    } else if way < 2 {
        page.line(&format!("channel secure-email from \"{}@{}.example\" to \"{}@{}.example\"", sends.post, from.name, receives.post, to.name));
        if random.chance(cast.detail) {
            page.line(&format!("protection \"encrypted between both ends\", \"opened only by {}\"", random.pick(&super::words::WHO)));
            page.line("fallback phone");
        }
    } else {
        page.line(&format!("channel phone from \"{}\" to \"{}\" recorded in {} by {}", from.label, to.label, receives.system, receives.post));
        page.line(&format!("spoken-record by {} in {}", receives.post, receives.system));
        if random.chance(cast.detail) {
            page.line(&format!("protection \"call back on the published number, {}\"", random.pick(&super::words::MOMENTS)));
            page.line("fallback secure-email");
        }
    }
}

/// The law at one end; where something confidential leaves it, the ground in confidence too.
fn side(page: &mut Page, cast: &Cast, end: &str, lead: &Lead, is_confidential: bool, random: &mut Random) {
    let sector = cast.party(lead).sector;
    page.open(end);
    if random.chance(cast.detail) {
        page.line("regime uk-gdpr");
    }
    let why = if random.chance(30) { format!(" because \"{}.\"", capital(&reason(random))) } else { String::new() };
    page.line(&format!("basis \"UK GDPR Art 6(1)(e)\"{why}"));
    let (condition, with) = match sector {
        Sector::Health => ("UK GDPR Art 9(2)(h)", "DPA 2018 Sch 1 para 2"),
        _ => ("UK GDPR Art 9(2)(g)", "DPA 2018 Sch 1 para 6"),
    };
    let what = random.pick(&WHAT);
    let why = if random.chance(30) { format!(" because \"{}.\"", capital(what)) } else { String::new() };
    page.line(&format!("condition \"{condition}\" with \"{with}\"{why}"));
    let (power, sort) = match sector {
        Sector::Police => ("Common law policing powers", "common-law"),
        Sector::Health => ("NHS Act 2006 s.43", "function"),
        Sector::Care | Sector::Other => ("Care Act 2014 s.6", "duty"),
    };
    let why = if random.chance(cast.detail + 40) { format!(" why \"{}.\"", capital(&reason(random))) } else { String::new() };
    page.line(&format!("power \"{power}\" as {sort}{why}"));
    if is_confidential {
        page.line("confidence explicit-consent");
        page.line(&format!("           else best-interests if lacks-capacity decided by {}", lead.post));
        page.line(&format!("           else public-interest if serious-risk decided by {}", lead.post));
    }
    page.close();
}

/// Writes the post, the system and the record of each partner.
pub fn write_posts(page: &mut Page, cast: &Cast, random: &mut Random) {
    for (place, lead) in cast.leads.iter().enumerate() {
        let Lead { post, system, record, .. } = lead;
        let party = cast.party(lead);
        let is_received = |item: &usize| cast.exchanges.iter().any(|exchange| exchange.to == place && exchange.items.contains(item));
        let received = list((0..cast.items.len()).filter(is_received).map(|item| cast.items[item].name.as_str()));
        page.line(&format!("system {system} \"{}\" of {}", capital(&system.replace('-', " ")), party.name));
        page.line(&format!("record {record} \"Entry on {}\" of {}", random.pick(&WHAT), party.name));
        page.open(&format!("role {post} \"{}\" at {}", capital(&post.replace('-', " ")), party.name));
        if !received.is_empty() {
            page.line(&format!("sees {received} for {} in {system}", cast.purpose));
        }
        if random.chance(cast.detail + 30) {
            page.line(&format!("opens {system} granted by {} with \"personal account and second factor\"", party.name));
        }
        if random.chance(cast.detail) {
            page.line(&format!("clinical {}", if party.sector == Sector::Health { "yes" } else { "no" }));
            page.line(&format!("headcount {}", random.between(2, 60)));
            page.line(&format!("duty {}", if party.sector == Sector::Police { "office" } else { "professional, contract" }));
            page.line("removed-within 1 day");
            page.line("own-login yes");
        }
        if random.chance(cast.detail) {
            page.line(&format!("audit access \"whether {}\" of {system} by {} every {} months test \"each had a reason\"", reason(random), cast.desk_of(lead), random.between(1, 6)));
        }
        page.close();
    }
}
