//! How the sharing is run: the blocks that make agreements long. Each is written once, in any order.

use super::cast::Cast;
use super::page::Page;
use super::random::Random;
use super::words::{MOMENTS, POSTS, REASONS};

/// A part of an agreement.
pub type Part = fn(&mut Page, &Cast, &mut Random);

/// The parts that an agreement has at most once.
pub const ONCE: [Part; 12] = [assessment, subject_access, incident, objection, complaint, escalation, amendment, accuracy, third_party, caldicott, statutory_duty, governance];

/// Writes how long each partner keeps its records.
pub fn retention(page: &mut Page, cast: &Cast, random: &mut Random) {
    for party in cast.leads() {
        let years = random.pick(&[6, 7, 8, 10, 20]);
        let schedule = if party.short == "police" { "college-review" } else { "nhs-records-code" };
        page.line(&format!(
            "retention {}-entry for {} period {years} years from \"{}\" then \"reviewed, then destroyed\" schedule {schedule} destroyed after-review",
            party.short,
            party.name,
            random.pick(&["last contact", "case closed", "end of treatment", "log closed"])
        ));
    }
}

fn assessment(page: &mut Page, cast: &Cast, random: &mut Random) {
    let names: Vec<&str> = cast.exchanges.iter().map(|exchange| exchange.name.as_str()).collect();
    page.open(&format!(
        "assessment \"DPIA-2026-{:03}\" version {} completed 2026-{:02}-{:02} covers {}",
        random.between(1, 999),
        random.between(1, 4),
        random.between(1, 9),
        random.between(1, 28),
        names.join(", ")
    ));
    page.line(&format!("advice \"Proceed once {}.\" by \"Data protection officer\" for {} on 2026-02-{:02} followed yes", random.pick(&REASONS), cast.lead(random).name, random.between(1, 28)));
    page.line(&format!("risk \"More is told than {}.\" to person level medium control \"a card with the limit\" owner {}.ig-desk residual low", random.pick(&MOMENTS), cast.lead(random).name));
    page.line("review 2027-06-30");
    page.close();
}

fn subject_access(page: &mut Page, cast: &Cast, random: &mut Random) {
    page.open("subject-access needed");
    for party in cast.leads() {
        page.line(&format!("handled-by {} as own reachable at {}.ig-desk under \"UK GDPR Art 15\"", party.name, party.name));
    }
    page.line(&format!("partners-help {} days", random.between(2, 9)));
    page.line("step search \"Search the own systems.\" within 10 days");
    page.line("within 1 month stops for \"clarification that we have asked for\"");
    page.close();
}

fn incident(page: &mut Page, cast: &Cast, random: &mut Random) {
    let lead = cast.lead(random);
    page.open("incident information");
    page.line(&format!("owner {}.ig-desk", lead.name));
    page.line(&format!("step contain \"Stop the loss {}.\" by {}-worker within {} hours", random.pick(&MOMENTS), lead.short, random.between(1, 6)));
    page.line(&format!("step grade \"Say how many people and how sensitive.\" by {}.ig-desk within 1 day", lead.name));
    page.line(&format!("notify partners within {} hours by {}", random.between(4, 24), lead.name));
    page.line(&format!("notify regulator by {} within 72 hours using \"the reporting tool\"", lead.name));
    page.close();
}

fn objection(page: &mut Page, cast: &Cast, random: &mut Random) {
    let lead = cast.lead(random);
    page.open("objection");
    page.line(&format!("handled-by {} as own reachable at {}.ig-desk under \"UK GDPR Art 21\" decided by \"{}\" within 1 month", lead.name, lead.name, random.pick(&POSTS)));
    page.line(&format!("applies-to {} as right-applies", cast.flow(random)));
    page.line("outweighed-by \"serious risk to others\" agreed with \"the Caldicott Guardian\"");
    page.line("step log \"Enter the objection, whoever hears it.\" within 1 day");
    page.close();
}

fn complaint(page: &mut Page, cast: &Cast, random: &mut Random) {
    let lead = cast.lead(random);
    page.open("complaint");
    page.line(&format!("handled-by {} as lead reachable at {}.ig-desk within 30 days", lead.name, lead.name));
    page.line(&format!("step acknowledge \"Say that it has come in, {}.\" within {} days", random.pick(&MOMENTS), random.between(2, 30)));
    page.close();
}

fn escalation(page: &mut Page, cast: &Cast, random: &mut Random) {
    let lead = cast.lead(random);
    page.open("escalation doubt");
    page.line(&format!("step ask \"The {}\" by {}-worker within {} minutes hours always", random.pick(&POSTS), lead.short, random.pick(&[15, 30, 45])));
    page.line(&format!("step decide \"The {} decides.\" by {}.ig-desk within {} hours", random.pick(&POSTS), lead.name, random.between(1, 8)));
    page.open("emergency");
    page.line(&format!("step share \"Share what is needed, because {}; record it and report it.\"", random.pick(&REASONS)));
    page.close();
    page.close();
}

fn amendment(page: &mut Page, cast: &Cast, random: &mut Random) {
    page.open("amendment");
    for party in cast.leads() {
        page.line(&format!("authorised-by \"{}\" for {}-record", random.pick(&POSTS), party.short));
    }
    page.line(&format!("step keep-original \"The old entry stays readable; {}.\" within {} days", random.pick(&REASONS), random.between(1, 9)));
    page.close();
}

fn accuracy(page: &mut Page, cast: &Cast, random: &mut Random) {
    page.open("accuracy");
    page.line(&format!("check \"Name and date of birth are both matched {}.\" for {}", random.pick(&MOMENTS), cast.flow(random)));
    page.line(&format!("challenge \"Checked and answered in writing; use restricted meanwhile.\" to {}.ig-desk within 1 month", cast.lead(random).name));
    page.close();
}

fn third_party(page: &mut Page, cast: &Cast, random: &mut Random) {
    let lead = cast.lead(random);
    page.open("third-party-request");
    page.line(&format!("asker court, coroner to {}.ig-desk using \"the order itself\" within {} days", lead.name, random.between(1, 5)));
    page.line(&format!("asker relative, solicitor to {}.ig-desk using \"a signed authority\" within 1 month", lead.name));
    page.line(&format!("step consult-originator \"Ask the partner whose information it is, {}.\"", random.pick(&MOMENTS)));
    page.close();
}

fn caldicott(page: &mut Page, cast: &Cast, random: &mut Random) {
    page.open("caldicott");
    for number in 1..=random.between(3, 8) {
        let shown = match number {
            1 => cast.theme.purpose(),
            3 => cast.items[random.between(0, cast.items.len() - 1)].name,
            _ => cast.flow(random),
        };
        page.line(&format!("principle {number} \"Kept {}; {}.\" shown by {shown}", random.pick(&MOMENTS), random.pick(&REASONS)));
    }
    page.close();
}

fn statutory_duty(page: &mut Page, cast: &Cast, random: &mut Random) {
    page.line(&format!("statutory-duty none because \"No duty compels this sharing; {}.\" by {}.ig-desk on 2026-03-{:02}", random.pick(&REASONS), cast.lead(random).name, random.between(1, 28)));
}

fn governance(page: &mut Page, cast: &Cast, random: &mut Random) {
    if cast.uses_shared {
        return page.line("governance county-board every 6 months");
    }
    page.open("body steering-group \"Steering group\"");
    page.line(&format!("chair {}", cast.lead(random).name));
    page.line(&format!("meets {} months minutes \"kept by the {}\"", random.between(1, 6), random.pick(&POSTS)));
    page.close();
    page.line(&format!("governance steering-group every {} months", random.between(1, 6)));
}
