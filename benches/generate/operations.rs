//! How the sharing is run: the blocks that make agreements long. Each is written once, in any order.

use super::cast::{Cast, Lead};
use super::page::{Page, list};
use super::party::Sector;
use super::phrase::{capital, matter, reason};
use super::random::Random;
use super::words::{MOMENTS, POSTS};

/// A part of an agreement.
pub type Part = fn(&mut Page, &Cast, &mut Random);

/// The parts that an agreement has at most once.
pub const ONCE: [Part; 12] = [assessment, subject_access, incident, objection, complaint, escalation, amendment, accuracy, third_party, caldicott, statutory_duty, governance];

/// Writes how long each partner keeps its records.
pub fn retention(page: &mut Page, cast: &Cast, random: &mut Random) {
    for lead in &cast.leads {
        let party = cast.party(lead);
        let schedule = if party.sector == Sector::Police { "college-review" } else { "nhs-records-code" };
        let start = random.pick(&["last contact", "case closed", "end of treatment", "log closed"]);
        page.line(&format!("retention {} for {} period {} years from \"{start}\" then \"reviewed, then destroyed\" schedule {schedule}", lead.record, party.name, random.between(5, 20)));
    }
}

fn assessment(page: &mut Page, cast: &Cast, random: &mut Random) {
    let lead = cast.lead(random);
    let flows = list(cast.exchanges.iter().map(|exchange| exchange.name.as_str()));
    let (number, month, day) = (random.between(1, 999), random.between(1, 9), random.between(1, 28));
    page.open(&format!("assessment \"DPIA-2026-{number:03}\" version {} completed 2026-{month:02}-{day:02} covers {flows}", random.between(1, 4)));
    page.line(&format!("advice \"Proceed: {}.\" by \"Data protection officer\" for {} on 2026-02-{day:02} followed yes", reason(random), cast.party(lead).name));
    page.line(&format!("risk \"{}.\" to person level medium control \"a card with the limit\" owner {} residual low", capital(&matter(random)), cast.desk_of(lead)));
    page.line(&format!("review 2027-{month:02}-{day:02}"));
    page.close();
}

fn subject_access(page: &mut Page, cast: &Cast, random: &mut Random) {
    page.open("subject-access needed");
    for lead in &cast.leads {
        page.line(&format!("handled-by {} as own reachable at {} under \"UK GDPR Art 15\"", cast.party(lead).name, cast.desk_of(lead)));
    }
    page.line(&format!("partners-help {} days", random.between(2, 9)));
    page.line(&format!("step search \"Search the own systems for {}.\" within {} days", matter(random), random.between(5, 20)));
    page.line("within 1 month stops for \"clarification that we have asked for\"");
    page.close();
}

fn incident(page: &mut Page, cast: &Cast, random: &mut Random) {
    let lead = cast.lead(random);
    let (name, desk) = (&cast.party(lead).name, cast.desk_of(lead));
    page.open("incident information");
    page.line(&format!("owner {desk}"));
    page.line(&format!("step contain \"Stop the loss: {}.\" by {} within {} hours", reason(random), lead.post, random.between(1, 6)));
    page.line(&format!("step grade \"Say how many people and how sensitive.\" by {desk} within 1 day"));
    page.line(&format!("notify partners within {} hours by {name}", random.between(4, 24)));
    page.line(&format!("notify regulator by {name} within 72 hours using \"the reporting tool\""));
    page.close();
}

fn objection(page: &mut Page, cast: &Cast, random: &mut Random) {
    let lead = cast.lead(random);
    page.open("objection");
    page.line(&format!("handled-by {} as own reachable at {} decided by \"{}\" within 1 month", cast.party(lead).name, cast.desk_of(lead), random.pick(&POSTS)));
    page.line(&format!("applies-to {} as right-applies", cast.flow(random)));
    page.line(&format!("outweighed-by \"{}\" agreed with \"{}\"", reason(random), random.pick(&POSTS)));
    page.line(&format!("step log \"Enter the objection, whoever hears it, {}.\" within 1 day", random.pick(&MOMENTS)));
    page.close();
}

fn complaint(page: &mut Page, cast: &Cast, random: &mut Random) {
    let lead = cast.lead(random);
    page.open("complaint");
    page.line(&format!("handled-by {} as lead reachable at {} within 30 days", cast.party(lead).name, cast.desk_of(lead)));
    page.line(&format!("step acknowledge \"Say that it has come in, {}.\" within {} days", random.pick(&MOMENTS), random.between(2, 30)));
    page.close();
}

fn escalation(page: &mut Page, cast: &Cast, random: &mut Random) {
    let lead = cast.lead(random);
    page.open("escalation doubt");
    page.line(&format!("step ask \"The {}, when {}\" by {} within {} minutes hours always", random.pick(&POSTS), reason(random), lead.post, random.between(5, 60)));
    page.line(&format!("step decide \"The {} decides.\" by {} within {} hours", random.pick(&POSTS), cast.desk_of(lead), random.between(1, 8)));
    page.open("emergency");
    page.line(&format!("step share \"Share what is needed, because {}; record it and report it.\"", reason(random)));
    page.close();
    page.close();
}

fn amendment(page: &mut Page, cast: &Cast, random: &mut Random) {
    page.open("amendment");
    for lead in &cast.leads {
        page.line(&format!("authorised-by \"{}\" for {}", random.pick(&POSTS), lead.system));
    }
    page.line(&format!("step keep-original \"The old entry stays readable; {}.\" within {} days", reason(random), random.between(1, 9)));
    page.close();
}

fn accuracy(page: &mut Page, cast: &Cast, random: &mut Random) {
    page.open("accuracy");
    page.line(&format!("check \"Name and date of birth are matched with {}.\" for {}", matter(random), cast.flow(random)));
    page.line(&format!("challenge \"Checked and answered in writing; use restricted meanwhile.\" to {} within 1 month", cast.desk_of(cast.lead(random))));
    page.close();
}

fn third_party(page: &mut Page, cast: &Cast, random: &mut Random) {
    let desk = cast.desk_of(cast.lead(random));
    page.open("third-party-request");
    page.line(&format!("asker court, coroner to {desk} using \"the order itself\" within {} days", random.between(1, 5)));
    page.line(&format!("asker relative, solicitor to {desk} using \"a signed authority\" within 1 month"));
    page.line(&format!("step consult-originator \"Ask the partner whose information it is about {}.\"", matter(random)));
    page.close();
}

fn caldicott(page: &mut Page, cast: &Cast, random: &mut Random) {
    page.open("caldicott");
    for number in 1..=random.between(3, 8) {
        let shown = match number {
            1 => &cast.purpose,
            3 => &random.pick(&cast.items).name,
            _ => cast.flow(random),
        };
        page.line(&format!("principle {number} \"{}, {}.\" shown by {shown}", capital(&reason(random)), random.pick(&MOMENTS)));
    }
    page.close();
}

fn statutory_duty(page: &mut Page, cast: &Cast, random: &mut Random) {
    let desk = cast.desk_of(cast.lead(random));
    page.line(&format!("statutory-duty none because \"No duty compels this sharing; {}.\" by {desk} on 2026-03-{:02}", reason(random), random.between(1, 28)));
}

fn governance(page: &mut Page, cast: &Cast, random: &mut Random) {
    let months = random.between(1, 6);
    if cast.uses_shared {
        return page.line(&format!("governance county-board every {months} months"));
    }
    let Lead { party, .. } = cast.lead(random);
    page.open(&format!("body steering-group \"Steering group on {}\"", cast.theme.title));
    page.line(&format!("chair {}", cast.parties[*party].name));
    page.line(&format!("meets {months} months minutes \"kept by the {}\"", random.pick(&POSTS)));
    page.close();
    page.line(&format!("governance steering-group every {months} months"));
}
