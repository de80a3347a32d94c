//! What an agreement is to contain, drawn before a line of it is written.

use super::item::{Chosen, ITEMS};
use super::party::{Party, parties};
use super::phrase::name;
use super::random::Random;
use super::theme::{THEMES, Theme};
use super::words::{PLACE_ENDS, PLACE_HEADS, POST_ENDS, POST_HEADS, SYSTEM_ENDS, SYSTEM_HEADS};

/// A party that sends and receives, with its post and its system.
pub struct Lead {
    /// Which of the parties.
    pub party: usize,
    /// The post that acts for it.
    pub post: String,
    /// The system in which it records.
    pub system: String,
    /// The type of record that it makes.
    pub record: String,
}

/// One exchange.
pub struct Exchange {
    /// Its name.
    pub name: String,
    /// Which of the leads sends.
    pub from: usize,
    /// Which receives.
    pub to: usize,
    /// Which of the items are shared.
    pub items: Vec<usize>,
}

/// An agreement, planned.
pub struct Cast {
    /// What it is about.
    pub theme: &'static Theme,
    /// Its name in the language.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Where it applies.
    pub place: String,
    /// Its purpose, by name.
    pub purpose: String,
    /// Its group of people, by name.
    pub subject: String,
    /// The contact that each party has, by name.
    pub desk: &'static str,
    /// Its parties.
    pub parties: Vec<Party>,
    /// Those between whom information flows.
    pub leads: Vec<Lead>,
    /// Its items.
    pub items: Vec<Chosen>,
    /// Its flows.
    pub exchanges: Vec<Exchange>,
    /// How often in a hundred an optional statement is written.
    pub detail: usize,
    /// It takes a channel and a board from a file that others use too.
    pub uses_shared: bool,
}

const OCCASIONS: [&str; 8] = ["first-check", "briefing", "answer", "referral", "list", "warning", "handover", "follow-up"];
const PLACES: [&str; 12] = ["scene", "ward", "desk", "night", "street", "weekly", "call", "home", "suite", "car", "clinic", "meeting"];
const DESKS: [&str; 6] = ["ig-desk", "rights-desk", "records-desk", "information-team", "data-desk", "ig-team"];
const ITEM_HEADS: [&str; 6] = ["", "person-", "client-", "their-", "shared-", "known-"];

impl Cast {
    /// Plans the agreement with this number, of about so many bytes.
    pub fn plan(number: usize, size: usize, random: &mut Random) -> Self {
        let place = format!("{}{}", random.pick(&PLACE_HEADS), random.pick(&PLACE_ENDS));
        let slug = place.to_lowercase();
        let theme = random.pick(&THEMES);
        // One in twenty is an agreement of a whole county.
        let most = if random.chance(5) { 30 } else { (size / 900).clamp(2, 30) };
        let count = random.between(2, most);
        let leads = leads(count.min(if size < 8_000 { 2 } else { 3 }), random);
        let most = (size / 3_000).clamp(2, 7);
        let flows = random.between(2.max(most - most / 3), most) + usize::from(random.chance(10));
        let head = random.pick(&ITEM_HEADS);
        let mut items: Vec<Chosen> = ITEMS.iter().take(2).map(|item| Chosen::new(item, head)).collect();
        let more = if size < 8_000 { flows - 1 } else { flows + 1 };
        items.extend(random.some(&ITEMS[2..], more).into_iter().map(|item| Chosen::new(item, head)));
        let exchanges = (0..flows).map(|index| exchange(index, leads.len(), items.len().min(if size < 8_000 { 2 } else { 4 }), &items, random)).collect();
        let desk = random.pick(&DESKS);
        let local = |name: &str, random: &mut Random| if random.chance(60) { format!("{name}-{slug}") } else { name.to_owned() };
        Cast {
            theme,
            name: format!("{}-{slug}-{number}", theme.slug),
            title: format!("{place} {}: information sharing agreement", theme.title),
            purpose: local(theme.purpose(), random),
            subject: local(theme.subject(), random),
            desk,
            parties: parties(&place, count, random),
            place,
            leads,
            items,
            exchanges,
            detail: (size.saturating_sub(4_500) / 150).clamp(5, 90),
            uses_shared: random.chance(20),
        }
    }

    /// One of the leads.
    pub fn lead(&self, random: &mut Random) -> &Lead {
        random.pick(&self.leads)
    }

    /// The party of a lead.
    pub fn party(&self, lead: &Lead) -> &Party {
        &self.parties[lead.party]
    }

    /// The contact of the party of a lead.
    pub fn desk_of(&self, lead: &Lead) -> String {
        format!("{}.{}", self.party(lead).name, self.desk)
    }

    /// One of the flows, by name.
    pub fn flow(&self, random: &mut Random) -> &str {
        &random.pick(&self.exchanges).name
    }

    /// Whether something confidential is shared.
    pub fn is_confidential(&self, exchange: &Exchange) -> bool {
        exchange.items.iter().any(|item| self.items[*item].item.is_confidential)
    }
}

fn leads(count: usize, random: &mut Random) -> Vec<Lead> {
    let mut taken = Vec::new();
    let mut drawn = |heads: &[&str], ends: &[&str], random: &mut Random| {
        let name = name(heads, ends, &taken, random);
        taken.push(name.clone());
        name
    };
    let mut leads = Vec::new();
    for party in 0..count {
        let post = drawn(&POST_HEADS, &POST_ENDS, random);
        let system = drawn(&SYSTEM_HEADS, &SYSTEM_ENDS, random);
        leads.push(Lead { party, post, record: format!("{system}-entry"), system });
    }
    leads
}

fn exchange(index: usize, leads: usize, most: usize, items: &[Chosen], random: &mut Random) -> Exchange {
    let from = random.between(0, leads - 1);
    let to = (from + random.between(1, leads - 1)) % leads;
    let all: Vec<usize> = (0..items.len()).collect();
    let count = random.between(1, most);
    let items = random.some(&all, count).into_iter().copied().collect();
    Exchange { name: format!("{}-{}", OCCASIONS[index % OCCASIONS.len()], random.pick(&PLACES)), from, to, items }
}
