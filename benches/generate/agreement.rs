//! A whole agreement, from its head to its last block.

use super::cast::Cast;
use super::page::{Page, list};
use super::random::Random;
use super::{consent, flow, item, more, operations, party, theme};

/// The text of an agreement of about so many bytes.
pub fn text(cast: &Cast, size: usize, random: &mut Random) -> String {
    let width = if random.chance(25) { 0 } else { random.between(7, 16) };
    let mut page = Page::new(width);
    page.put("# GENERATED to measure speed. Nobody in it exists.");
    if cast.uses_shared {
        page.put("use \"county.isa\"");
    }
    page.put("");
    page.open(&format!("agreement {} \"{}\"", cast.name, cast.title));
    head(&mut page, random);
    page.heading("Who");
    let names = list(cast.parties.iter().map(|party| party.name.as_str()));
    // Partners that exchange information are described in full; so are the others where there is room for it.
    let room = (size / 2).saturating_sub(2_000) / 700;
    for (place, party) in cast.parties.iter().enumerate() {
        party::write(&mut page, party, cast, place < cast.leads.len().max(room), random);
    }
    page.line(&format!("between {names}"));
    page.heading("Why, and about whom");
    theme::write(&mut page, cast, &names, random);
    page.heading("What");
    for item in &cast.items {
        item::write(&mut page, item, &cast.subject, cast.detail, random);
    }
    page.heading("Posts and records");
    flow::write_posts(&mut page, cast, random);
    page.heading("Flows");
    for exchange in &cast.exchanges {
        flow::write(&mut page, cast, exchange, random);
    }
    page.heading("Consent");
    consent::write(&mut page, cast, random);
    page.heading("From day to day");
    operations::retention(&mut page, cast, random);
    fill(&mut page, cast, size, random);
    page.close();
    page.into_text()
}

fn head(page: &mut Page, random: &mut Random) {
    let (month, day) = (random.between(1, 6), random.between(1, 28));
    page.line("kind agreement");
    page.line(&format!("reference \"ISA-{:05}\"", random.between(1, 99_999)));
    page.line(&format!("version \"{}.{}\" on 2026-{month:02}-{day:02}", random.between(1, 4), random.between(0, 9)));
    page.line(&format!("status in-force on 2026-0{}-{day:02}", month + 1));
    page.line(&format!("effective 2026-0{}-{day:02}", month + 1));
    page.line(&format!("review 2027-{:02}-{:02} every 1 year", random.between(1, 12), random.between(1, 28)));
    page.line("law uk-gdpr, duaa-2025");
    page.line("jurisdiction england");
}

/// Blocks of the operations in any order, then single statements, until the size is reached.
fn fill(page: &mut Page, cast: &Cast, size: usize, random: &mut Random) {
    let mut parts = operations::ONCE;
    random.shuffle(&mut parts);
    let mut parts = parts.into_iter();
    let mut number = 0;
    while page.len() + 100 < size {
        number += 1;
        match parts.next() {
            Some(part) if random.chance(60) => part(page, cast, random),
            _ => more::write(page, cast, number, random),
        }
    }
}
