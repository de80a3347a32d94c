//! What an agreement is to contain, drawn before a line of it is written.

use super::item::{ITEMS, Item};
use super::party::{Party, parties};
use super::random::Random;
use super::theme::{THEMES, Theme};
use super::words::{PLACE_ENDS, PLACE_HEADS};

/// One exchange.
pub struct Exchange {
    /// Its name.
    pub name: String,
    /// Which of the parties sends.
    pub from: usize,
    /// Which receives.
    pub to: usize,
    /// What is shared.
    pub items: Vec<&'static Item>,
}

/// An agreement, planned.
pub struct Cast {
    /// What it is about.
    pub theme: &'static Theme,
    /// Its name in the language.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its parties.
    pub parties: Vec<Party>,
    /// How many of the first ones exchange information.
    pub leads: usize,
    /// Its items.
    pub items: Vec<&'static Item>,
    /// Its flows.
    pub exchanges: Vec<Exchange>,
    /// How often in a hundred an optional statement is written.
    pub detail: usize,
    /// It takes a channel and a board from a file that others use too.
    pub uses_shared: bool,
}

const OCCASIONS: [&str; 8] = ["first-check", "briefing", "answer", "referral", "weekly-list", "warning", "handover", "follow-up"];

impl Cast {
    /// Plans the agreement with this number, of about so many bytes.
    pub fn plan(number: usize, size: usize, random: &mut Random) -> Self {
        let place = format!("{}{}", random.pick(&PLACE_HEADS), random.pick(&PLACE_ENDS));
        let theme = random.pick(&THEMES);
        // One in twenty is an agreement of a whole county.
        let most = if random.chance(5) { 30 } else { (size / 1300).clamp(2, 30) };
        let count = random.between(2, most);
        let leads = count.min(if size < 8_000 { 2 } else { 3 });
        let flows = (size / 3_000).clamp(2, 8);
        let flows = random.between(2.max(flows - flows / 3), flows);
        let mut items: Vec<&Item> = ITEMS.iter().take(2).collect();
        items.extend(random.some(&ITEMS[2..], if size < 8_000 { flows - 1 } else { flows + 1 }));
        let exchanges = (0..flows).map(|index| exchange(index, leads, &items, if size < 8_000 { 2 } else { 4 }, random)).collect();
        Cast {
            theme,
            name: format!("{}-{}-{number}", theme.slug, place.to_lowercase()),
            title: format!("{place} {}: information sharing agreement", theme.title),
            parties: parties(&place, count, random),
            leads,
            items,
            exchanges,
            detail: (size.saturating_sub(3_500) / 150).clamp(5, 95),
            uses_shared: random.chance(20),
        }
    }

    /// The parties between whom information flows.
    pub fn leads(&self) -> &[Party] {
        &self.parties[..self.leads]
    }

    /// One of them.
    pub fn lead(&self, random: &mut Random) -> &Party {
        random.pick(self.leads())
    }

    /// One of the flows, by name.
    pub fn flow(&self, random: &mut Random) -> &str {
        &random.pick(&self.exchanges).name
    }
}

fn exchange(index: usize, leads: usize, items: &[&'static Item], most: usize, random: &mut Random) -> Exchange {
    let from = random.between(0, leads - 1);
    let to = (from + random.between(1, leads - 1)) % leads;
    let count = random.between(1, items.len().min(most));
    Exchange { name: OCCASIONS[index % OCCASIONS.len()].to_owned(), from, to, items: random.some(items, count).into_iter().copied().collect() }
}
