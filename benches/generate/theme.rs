//! What agreements are about: purposes, people and occasions.

use super::cast::Cast;
use super::page::{Page, list};
use super::phrase::reason;
use super::random::Random;
use super::words::{RULED_OUT, WHAT};

/// What an agreement is about.
pub struct Theme {
    /// Part of its name.
    pub slug: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Purpose: name, label, kinds, sentence.
    purpose: (&'static str, &'static str, &'static str, &'static str),
    /// People: name, label, kinds, rule.
    subject: (&'static str, &'static str, &'static str, &'static str),
    /// When information is shared.
    pub occasion: &'static str,
}

impl Theme {
    /// The name of its purpose.
    pub fn purpose(&self) -> &'static str {
        self.purpose.0
    }

    /// The name of its group of people.
    pub fn subject(&self) -> &'static str {
        self.subject.0
    }
}

/// The themes.
pub const THEMES: [Theme; 10] = [
    Theme {
        slug: "triage-car",
        title: "mental health triage car",
        purpose: ("crisis-care", "The right care at first contact", "direct-care", "An adult in a mental health crisis is met by people who know how to keep them safe, and gets care where they are."),
        subject: ("person-in-crisis", "Adults in a mental health crisis", "adults", "An officer or a caller gives reason to think that an adult is in a mental health crisis."),
        occasion: "an officer attends a person in crisis",
    },
    Theme {
        slug: "custody-care",
        title: "healthcare in police custody",
        purpose: ("custody-health", "Safe care of people in custody", "custody-care", "A person in custody gets the care and the medicines they need, and staff know what may go wrong."),
        subject: ("detainee", "People in custody", "adults, detainees", "The person is booked into a custody suite of the force."),
        occasion: "a person is booked into custody",
    },
    Theme {
        slug: "frequent-callers",
        title: "people who call often",
        purpose: ("fewer-crises", "Help for people who call often", "early-intervention", "A person who calls 999 or 101 many times is offered a plan by the team that knows them."),
        subject: ("caller", "People who call often", "adults, callers", "Five or more calls to 999 or 101 in a month."),
        occasion: "the list of the month has been drawn up",
    },
    Theme {
        slug: "adults-at-risk",
        title: "referrals of adults at risk",
        purpose: ("protection", "Protecting adults at risk", "safeguarding", "An adult with needs for care and support who is abused or neglected is made safe."),
        subject: ("adult-at-risk", "Adults at risk of abuse or neglect", "adults, victims", "Abuse, neglect or self-neglect is seen or heard of in the course of work."),
        occasion: "there is reason to think that an adult is abused or neglected",
    },
    Theme {
        slug: "missing-adults",
        title: "adults reported missing",
        purpose: ("finding-people", "Finding missing adults", "missing-person", "A missing adult is found before harm is done, and is asked what they wish others to know."),
        subject: ("missing-adult", "Adults reported missing", "adults, missing-people", "The person is on the force's list of missing people."),
        occasion: "an adult is reported missing from care or from home",
    },
    Theme {
        slug: "rough-sleepers",
        title: "people who sleep rough",
        purpose: ("moving-on", "A home and a doctor", "support, housing", "A person who sleeps rough gets a bed, a doctor and one plan that all the services know."),
        subject: ("rough-sleeper", "People who sleep rough", "adults, homeless-people", "The person uses the centre or is met on the street at night."),
        occasion: "the street team meets in the morning",
    },
    Theme {
        slug: "control-room",
        title: "nurses in the control room",
        purpose: ("right-response", "The right response to a call", "direct-care", "Calls about people in distress are answered with the advice of a nurse, so that the right help is sent."),
        subject: ("person-in-distress", "People about whom a call is made", "adults, callers", "A call handler asks the nurse about a call that is open."),
        occasion: "a call is open and the nurse is asked",
    },
    Theme {
        slug: "domestic-abuse",
        title: "conference on domestic abuse",
        purpose: ("safety-plan", "Safety of people who suffer abuse", "safeguarding", "A person at high risk of domestic abuse has a safety plan that every service keeps to."),
        subject: ("person-at-risk", "People at high risk of domestic abuse", "adults, victims", "The risk checklist or the judgement of a professional puts the case at high risk."),
        occasion: "a case is on the list of the conference",
    },
    Theme {
        slug: "place-of-safety",
        title: "places of safety",
        purpose: ("safe-place", "From detention to care", "emergency-care", "A person detained under section 136 reaches a place of safety with what its staff need to know."),
        subject: ("detained-person", "People detained under section 136", "adults, detainees", "A constable has detained the person under section 136 of the Mental Health Act 1983."),
        occasion: "a person is taken to a place of safety",
    },
    Theme {
        slug: "night-economy",
        title: "injuries at night",
        purpose: ("safer-nights", "Fewer injuries at night", "public-safety, prevention", "The partners learn where and when people are hurt, so that it happens less often."),
        subject: ("injured-person", "People hurt at night", "adults, patients", "The person is treated for an injury from violence between eight in the evening and six."),
        occasion: "the figures of the week have been drawn up",
    },
];

/// Writes the people and the purpose.
pub fn write(page: &mut Page, cast: &Cast, of: &str, random: &mut Random) {
    let (theme, detail) = (cast.theme, cast.detail);
    let (_, label, kinds, rule) = theme.subject;
    page.open(&format!("subject {} \"{label}\"", cast.subject));
    page.line(&format!("kind {kinds}"));
    let except = if random.chance(detail + 20) { format!(" Not where {}.", reason(random)) } else { String::new() };
    page.line(&format!("selected-by \"{rule}{except}\""));
    page.close();

    let (_, label, kinds, sentence) = theme.purpose;
    page.open(&format!("purpose {} \"{label}\"", cast.purpose));
    page.line(&format!("kind {kinds}"));
    if random.chance(detail + 30) {
        page.line(&format!("policing {}", random.pick(&["protect-life-and-property", "protect-life-and-property, prevent-and-detect-offences"])));
    }
    page.line(&format!("statement \"{sentence} It begins with {}.\"", random.pick(&WHAT)));
    if random.chance(detail) {
        page.line(&format!("accepted-by {of} on 2026-{:02}-{:02}", random.between(1, 6), random.between(1, 28)));
        page.line(&format!("benefit \"About {} people a month get help sooner, because {}.\"", random.between(4, 90), reason(random)));
        page.line(&format!("measure \"people seen within {} hours\" every {} months", random.between(2, 48), random.pick(&[1, 3, 6])));
    }
    let count = random.between(1, 3);
    let uses: Vec<String> = random.some(&RULED_OUT, count).iter().map(|what| format!("\"{what}\"")).collect();
    page.line(&format!("not-for {}", list(uses.iter().map(String::as_str))));
    page.close();
}
