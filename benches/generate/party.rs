//! The organisations of an agreement.

use super::cast::Cast;
use super::page::Page;
use super::random::Random;
use super::words::{POSTS, QUARTERS};

/// What a party does, which decides the law it works under.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sector {
    /// Police.
    Police,
    /// Health.
    Health,
    /// Councils and social care.
    Care,
    /// All others.
    Other,
}

/// An organisation.
pub struct Party {
    /// Its name in the language.
    pub name: String,
    /// Its label.
    pub label: String,
    /// Its kind.
    pub kind: &'static str,
    /// What it does.
    pub sector: Sector,
}

struct Sort {
    kind: &'static str,
    ending: &'static str,
    title: &'static str,
    sector: Sector,
}

/// The first three are the partners between whom flows go; the others join in their order.
const SORTS: [Sort; 13] = [
    Sort { kind: "police-force", ending: "police", title: "Police", sector: Sector::Police },
    Sort { kind: "nhs-provider", ending: "trust", title: "Partnership NHS Foundation Trust", sector: Sector::Health },
    Sort { kind: "county-council", ending: "council", title: "County Council", sector: Sector::Care },
    Sort { kind: "ambulance-trust", ending: "ambulance", title: "Ambulance Service NHS Trust", sector: Sector::Health },
    Sort { kind: "charity", ending: "charity", title: "Night Shelter", sector: Sector::Other },
    Sort { kind: "integrated-care-board", ending: "board", title: "Integrated Care Board", sector: Sector::Health },
    Sort { kind: "district-council", ending: "district", title: "District Council", sector: Sector::Care },
    Sort { kind: "fire-and-rescue", ending: "fire", title: "Fire and Rescue Service", sector: Sector::Other },
    Sort { kind: "probation", ending: "probation", title: "Probation Delivery Unit", sector: Sector::Other },
    Sort { kind: "housing-association", ending: "homes", title: "Homes", sector: Sector::Other },
    Sort { kind: "gp-practice", ending: "surgery", title: "Surgery", sector: Sector::Health },
    Sort { kind: "custody-healthcare", ending: "custody-care", title: "Custody Healthcare", sector: Sector::Health },
    Sort { kind: "voluntary-provider", ending: "support", title: "Crisis Support", sector: Sector::Other },
];

/// So many parties of one place.
pub fn parties(place: &str, count: usize, random: &mut Random) -> Vec<Party> {
    let slug = place.to_lowercase();
    let is_local = random.chance(50);
    let of = |index: usize, random: &mut Random| {
        let (round, sort) = (index / SORTS.len(), &SORTS[index % SORTS.len()]);
        let quarter = (round > 0).then(|| QUARTERS[(round * 5 + index) % QUARTERS.len()]);
        let name = match quarter {
            Some(quarter) => format!("{quarter}-{}{round}", sort.ending),
            None if is_local => format!("{slug}-{}", sort.ending),
            None => sort.ending.to_owned(),
        };
        let label = match quarter {
            Some(quarter) => format!("{place} {quarter} {}", sort.title),
            None if random.chance(20) => format!("{} of {place}", sort.title),
            None => format!("{place} {}", sort.title),
        };
        Party { name, label, kind: sort.kind, sector: sort.sector }
    };
    (0..count).map(|index| of(index, random)).collect()
}

/// Writes a party; the further ones of a long list are short.
pub fn write(page: &mut Page, party: &Party, cast: &Cast, is_full: bool, random: &mut Random) {
    let (detail, place) = (cast.detail, &cast.place);
    let head = format!("party {} \"{}\"", party.name, party.label);
    if !is_full {
        return page.put(&format!("{head} {{ kind {} }}", party.kind));
    }
    let number = random.between(100, 999);
    page.open(&head);
    page.line(&format!("kind {}", party.kind));
    page.line("capacity controller");
    page.line(if party.sector == Sector::Police { "regime uk-gdpr, law-enforcement" } else { "regime uk-gdpr" });
    page.line(&format!("compliance-lead \"{}, {place}\"", random.pick(&POSTS)));
    if party.sector == Sector::Police {
        page.line(&format!("guardian none because \"A force need not have one; the {} advises.\"", random.pick(&POSTS)));
    } else {
        page.line(&format!("guardian \"Caldicott Guardian ({})\" reviewed 2026-{:02}-{:02}", random.pick(&POSTS), random.between(1, 10), random.between(1, 28)));
    }
    if random.chance(detail) {
        page.line(&format!("registration \"Z{:07}\"", random.between(1, 9_999_999)));
        page.line(&format!("dpo {}.{}", party.name, cast.desk));
        page.line(&format!("siro \"{}\"", random.pick(&POSTS)));
    }
    if random.chance(detail) && party.sector != Sector::Other {
        let scheme = if party.sector == Sector::Police { "police-security-policy" } else { "dspt" };
        page.line(&format!("assurance {scheme} reference \"{number} 2025-26\" status \"standards met\" until 2027-06-30"));
    }
    if random.chance(detail) {
        page.line("staff-duty contract for employees, agency-workers");
    }
    let title = random.pick(&["Information rights desk", "Information governance team", "Records and requests", "Data protection team"]);
    let email = format!("email \"{}@{}-{}.example\"", cast.desk, place.to_lowercase(), party.kind);
    if random.chance(detail) {
        page.open(&format!("contact {} \"{title}\"", cast.desk));
        page.line(&email);
        page.line("for subject-access, objections, corrections, complaints");
        page.line(&format!("phone \"01632 960{number}\""));
        page.line(&format!("hours weekdays 0{}:00-17:00", random.between(7, 9)));
        page.close();
    } else {
        page.put(&format!("contact {} \"{title}\" {{ {email} }}", cast.desk));
    }
    page.close();
}
