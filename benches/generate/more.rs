//! Statements that an agreement may have any number of: they fill it up to its size.

use super::cast::Cast;
use super::page::Page;
use super::random::Random;
use super::words::{MOMENTS, NEVER, POSTS, REASONS};

/// Writes one more statement of any sort.
pub fn write(page: &mut Page, cast: &Cast, number: usize, random: &mut Random) {
    let (moment, reason, post) = (*random.pick(&MOMENTS), *random.pick(&REASONS), *random.pick(&POSTS));
    let lead = cast.lead(random);
    let (name, short) = (&lead.name, lead.short);
    let statement = match random.between(0, 13) {
        0 => format!("training \"Course {number}: sharing {moment}\" for {short}-worker by {name} before access every {} months evidence \"learning system\" jointly yes", random.between(6, 24)),
        1 => format!("guidance \"Card {number}: what to say {moment}\" for {short}-worker at \"the intranet of each partner\""),
        2 => format!("red-line \"Never pass on {} {moment}.\" binds {short}-worker", random.pick(&NEVER)),
        3 => format!(
            "grey-area \"Case {number}: it is not clear whether {reason}\" judged by {short}-worker example \"It comes up {moment}.\" test \"Would it change the next step?\" advice {name}.ig-desk"
        ),
        4 => format!("security {} \"Checked {moment}; {reason}.\" for {name}", random.pick(&["technical", "organisational", "physical"])),
        5 => format!(
            "risk \"It is not told {moment}, although {reason}.\" to {} level {} control \"rule {number} on the card\" owner \"{post}\" residual low",
            random.pick(&["person", "others", "partnership"]),
            random.pick(&["low", "medium", "high"])
        ),
        6 => format!("note \"Point {number} of the meeting: {reason}, {moment}.\""),
        7 => format!("glossary \"term {number}\" means \"what is done {moment}\""),
        8 => format!("barrier \"It was not known that {reason}.\" remedy \"The {post} explains it {moment}.\""),
        9 => format!("exception \"Number {number}: {reason}\" by {short}-worker then \"Call the {post} {moment}.\""),
        10 => format!("recording \"What was told {moment}, and that {reason}\" by {short}-worker in {short}-record"),
        11 => format!("measure \"cases in which {reason} ({number})\" every {} months by \"{post}\"", random.between(1, 12)),
        12 => format!("audit disclosures \"{} cases drawn at random\" of {short}-record by {name}.ig-desk every {} months test \"{reason}\"", random.between(5, 50), random.between(1, 12)),
        _ => return procedure_step(page, short, number, random),
    };
    page.line(&statement);
}

fn procedure_step(page: &mut Page, short: &str, number: usize, random: &mut Random) {
    page.open(&format!("procedure-step step-{number} \"Step {number}, {}\"", random.pick(&MOMENTS)));
    for _ in 0..random.between(1, 4) {
        page.line(&format!("step \"Look whether {}.\" by {short}-worker within {} minutes", random.pick(&REASONS), random.between(5, 90)));
    }
    page.close();
}
