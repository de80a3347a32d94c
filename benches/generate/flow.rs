//! Flows with their channel, records and the law at both ends.

use super::cast::{Cast, Exchange};
use super::page::{Page, list};
use super::party::{Party, Sector};
use super::random::Random;
use super::words::{REASONS, TOLD};

/// Writes a flow.
pub fn write(page: &mut Page, cast: &Cast, exchange: &Exchange, random: &mut Random) {
    let (from, to) = (&cast.parties[exchange.from], &cast.parties[exchange.to]);
    let detail = cast.detail;
    page.open(&format!("flow {} \"{}, {} to {}\"", exchange.name, exchange.name.replace('-', " "), from.short, to.short));
    page.line(&format!("from      {} as {}-worker", from.name, from.short));
    page.line(&format!("to        {} as {}-worker", to.name, to.short));
    for item in &exchange.items {
        page.line(&format!("shares    {} why \"Because {}.\"", item.name, random.pick(&REASONS)));
    }
    page.line(&format!("for       {}", cast.theme.purpose()));
    if random.chance(detail) {
        page.line(&format!("category  {}", random.pick(&["reactive", "proactive"])));
        page.line(&format!("trigger   {}", random.pick(&["event", "request", "referral", "suspicion"])));
    }
    if random.chance(detail + 30) {
        page.line(&format!("when      \"Shared when {}.\"", cast.theme.occasion));
    }
    if random.chance(detail) {
        page.line(&format!("within    {} {}", random.between(2, 30), random.pick(&["minutes", "hours", "days"])));
        page.line(&format!("default   {}", random.pick(&["share", "case-by-case"])));
    }
    if random.chance(detail) {
        page.line(&format!("volume    \"about {} people a month\"", random.between(2, 400)));
        page.line(&format!("hours     daily {:02}:00-{}:00", random.between(6, 10), random.between(17, 23)));
    }
    channel(page, cast, from, to, random);
    if random.chance(detail) {
        page.line(&format!(
            "identity-check \"Name and date of birth both match one record before {} is told anything.\" using full-name, date-of-birth if partial \"Treated as not known.\"",
            to.label
        ));
    }
    page.line(&format!("recorded  {}-record by {} as {}-entry", to.short, to.name, to.short));
    if random.chance(detail) {
        page.line(&format!("identifiable \"Help is for this one person; {}.\"", random.pick(&REASONS)));
        page.line(&format!("informed  \"People are told {}.\"", random.pick(&TOLD).trim_start_matches("told ")));
    }
    if random.chance(detail) {
        page.line("opt-out   not-applied because \"Care of this person, or the public interest.\"");
        page.line(&format!("onward    {}", random.pick(&["forbidden", "with-permission", "with-consent"])));
    }
    let is_confidential = exchange.items.iter().any(|item| item.is_confidential);
    side(page, "discloser", from, is_confidential.then_some(from.short), detail, random);
    side(page, "recipient", to, None, detail, random);
    page.close();
}

fn channel(page: &mut Page, cast: &Cast, from: &Party, to: &Party, random: &mut Random) {
    let detail = cast.detail;
    let way = random.between(0, 3);
    if cast.uses_shared && way == 0 {
        page.line("channel   county-mail");
    } else if way < 2 {
        page.line(&format!("channel   secure-email from \"team@{}.example\" to \"desk@{}.example\"", from.name, to.name));
        if random.chance(detail) {
            page.line("protection \"encrypted between both ends\", \"team mailboxes only\"");
            page.line("fallback  phone");
        }
    } else {
        page.line(&format!("channel   phone from \"{}\" to \"{}\" recorded in {}-record by {}-worker", from.label, to.label, to.short, to.short));
        page.line(&format!("spoken-record by {}-worker in {}-record", to.short, to.short));
        if random.chance(detail) {
            page.line("protection \"call back on the published number\"");
            page.line("fallback  secure-email");
        }
    }
}

/// One end; `decides` is what the post that weighs a confidence is called after.
fn side(page: &mut Page, end: &str, party: &Party, decides: Option<&str>, detail: usize, random: &mut Random) {
    page.open(end);
    if random.chance(detail) {
        page.line("regime     uk-gdpr");
    }
    page.line("basis      \"UK GDPR Art 6(1)(e)\"");
    let (condition, with) = match party.sector {
        Sector::Health => ("UK GDPR Art 9(2)(h)", "DPA 2018 Sch 1 para 2"),
        _ => ("UK GDPR Art 9(2)(g)", "DPA 2018 Sch 1 para 6"),
    };
    page.line(&format!("condition  \"{condition}\" with \"{with}\""));
    let (power, sort) = match party.sector {
        Sector::Police => ("Common law policing powers", "common-law"),
        Sector::Health => ("NHS Act 2006 s.43", "function"),
        Sector::Care | Sector::Other => ("Care Act 2014 s.6", "duty"),
    };
    let why = if random.chance(detail) { format!(" why \"It applies because {}.\"", random.pick(&REASONS)) } else { String::new() };
    page.line(&format!("power      \"{power}\" as {sort}{why}"));
    if let Some(short) = decides {
        page.line("confidence explicit-consent");
        page.line(&format!("           else best-interests if lacks-capacity decided by {short}-worker"));
        page.line(&format!("           else public-interest if serious-risk decided by {short}-worker"));
    }
    page.close();
}

/// Writes the post, the system and the record of each partner.
pub fn write_posts(page: &mut Page, cast: &Cast, random: &mut Random) {
    for (place, party) in cast.leads().iter().enumerate() {
        let (short, name) = (party.short, &party.name);
        let received: Vec<&str> =
            cast.items.iter().filter(|item| cast.exchanges.iter().any(|exchange| exchange.to == place && exchange.items.iter().any(|other| other.name == item.name))).map(|item| item.name).collect();
        page.line(&format!("system {short}-record \"{}\" of {name}", random.pick(&["Case record", "Electronic record", "Command log", "Care record", "Register of contacts"])));
        page.line(&format!("record {short}-entry \"What was told and why\" of {name}"));
        page.open(&format!("role {short}-worker \"{}\" at {name}", random.pick(&["Duty worker", "Team leader", "Liaison worker", "Desk officer", "Practitioner on call"])));
        if !received.is_empty() {
            page.line(&format!("sees            {} for {} in {short}-record", list(received), cast.theme.purpose()));
        }
        if random.chance(cast.detail + 30) {
            page.line(&format!("opens           {short}-record granted by {name} with \"personal account and second factor\""));
        }
        if random.chance(cast.detail) {
            page.line(&format!("clinical        {}", if party.sector == Sector::Health { "yes" } else { "no" }));
            page.line(&format!("headcount       {}", random.between(2, 60)));
            page.line(&format!("duty            {}", if party.sector == Sector::Police { "office" } else { "professional, contract" }));
            page.line("removed-within  1 day");
            page.line("own-login       yes");
        }
        if random.chance(cast.detail) {
            page.line(&format!("audit           access \"records opened on a shift\" of {short}-record by {name}.ig-desk every {} months test \"each had a reason\"", random.between(1, 6)));
        }
        page.close();
    }
}
