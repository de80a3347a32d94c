//! The data items of an agreement.

use super::page::{Page, list};
use super::phrase::{capital, matter, reason};
use super::random::Random;
use super::words::{NEVER, WHAT};

/// A data item.
pub struct Item {
    /// Its entry in the data dictionary.
    entry: &'static str,
    label: &'static str,
    classes: &'static str,
    identifies: &'static str,
    /// Free text that needs a limit.
    is_free: bool,
    /// What is confidential goes on a ground in confidence.
    pub is_confidential: bool,
}

const fn plain(entry: &'static str, label: &'static str, identifies: &'static str) -> Item {
    Item { entry, label, classes: "personal", identifies, is_free: false, is_confidential: false }
}

const fn health(entry: &'static str, label: &'static str, is_free: bool) -> Item {
    Item { entry, label, classes: "health, confidential", identifies: "directly", is_free, is_confidential: true }
}

const fn offence(entry: &'static str, label: &'static str) -> Item {
    Item { entry, label, classes: "personal, criminal-offence", identifies: "directly", is_free: true, is_confidential: false }
}

/// An item with the name that an agreement gives it.
pub struct Chosen {
    /// What it is.
    pub item: &'static Item,
    /// Its name.
    pub name: String,
}

impl Chosen {
    /// An item whose name begins so.
    pub fn new(item: &'static Item, head: &str) -> Self {
        Chosen { item, name: format!("{head}{}", item.entry) }
    }
}

/// The items that agreements choose from; the first two come in every one.
pub const ITEMS: [Item; 20] = [
    plain("full-name", "Full name", "directly"),
    plain("date-of-birth", "Date of birth", "indirectly"),
    plain("home-address", "Home address", "directly"),
    health("known-to-service-flag", "Known to the service: yes or no", false),
    health("self-harm-suicide-risk", "Risk, and how the person may present", true),
    offence("bail-licence-conditions", "Conditions that bear on the place of care"),
    plain("nhs-number", "NHS number", "directly"),
    health("safeguarding-concern", "What was seen or said that points to abuse", true),
    plain("location-last-seen", "Where the person was last seen", "indirectly"),
    health("care-plan", "The part of the plan that helps tonight", true),
    plain("phone-email", "Telephone number", "directly"),
    offence("warning-marker", "Warning marker for the safety of staff"),
    health("communication-needs", "Needs in speaking and understanding", false),
    plain("next-of-kin", "Next of kin or carer", "directly"),
    health("mental-health-act-status", "Status under the Mental Health Act", false),
    plain("housing-need", "Housing and eligibility", "directly"),
    health("substance-misuse", "Drug or alcohol use that bears on risk", true),
    plain("language-interpreter", "Language and need for an interpreter", "indirectly"),
    health("injury-description", "Injuries that were seen", true),
    plain("practitioner-contact", "Practitioner and work contact", "directly"),
];

/// Writes an item.
pub fn write(page: &mut Page, chosen: &Chosen, subject: &str, detail: usize, random: &mut Random) {
    let item = chosen.item;
    let more = if random.chance(60) { format!(": {}", random.pick(&WHAT)) } else { String::new() };
    page.open(&format!("item {} \"{}{more}\"", chosen.name, item.label));
    page.line(&format!("class {}", item.classes));
    page.line(&format!("entry {}", item.entry));
    if random.chance(detail) {
        page.line(&format!("identifies {}", item.identifies));
    }
    if random.chance(detail) {
        page.line(&format!("about {subject}"));
    }
    if random.chance(detail + 40) {
        page.line(&format!("why \"{}.\"", capital(&reason(random))));
    }
    if item.is_free {
        page.line("free-text yes");
        page.line(&format!("limit \"Only what changes the next step: {}.\"", random.pick(&WHAT)));
        let count = random.between(1, 3);
        let never: Vec<String> = random.some(&NEVER, count).iter().map(|what| format!("\"{what}\"")).collect();
        page.line(&format!("never {}", list(never.iter().map(String::as_str))));
    }
    if random.chance(detail) {
        page.line(&format!("dated \"With its date and source; also {}.\"", matter(random)));
    }
    if random.chance(detail / 2) {
        page.line(&format!("lasts {} hours", random.between(4, 96)));
    }
    page.close();
}
