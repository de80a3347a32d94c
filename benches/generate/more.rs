//! Statements that an agreement may have any number of: they fill it up to its size.

use super::cast::{Cast, Lead};
use super::page::Page;
use super::phrase::{capital, matter, reason};
use super::random::Random;
use super::words::{MOMENTS, NEVER, POSTS};

/// Writes one more statement of any sort.
pub fn write(page: &mut Page, cast: &Cast, number: usize, random: &mut Random) {
    let lead = cast.lead(random);
    let Lead { post, system, .. } = lead;
    let (name, desk) = (&cast.party(lead).name, cast.desk_of(lead));
    let (moment, why, office) = (*random.pick(&MOMENTS), reason(random), *random.pick(&POSTS));
    let statement = match random.between(0, 13) {
        0 => format!("training \"{}\" for {post} by {name} before access every {} months evidence \"learning system\" jointly yes", capital(&matter(random)), random.between(6, 24)),
        1 => format!("guidance \"Card on {}\" for {post} at \"the intranet of each partner\"", matter(random)),
        2 => format!("red-line \"Never pass on {} {moment}.\" binds {post}", random.pick(&NEVER)),
        3 => format!("grey-area \"It is not clear whether {why}\" judged by {post} example \"It comes up {moment}.\" test \"Would it change the next step?\" advice {desk}"),
        4 => format!("security {} \"{}.\" for {name}", random.pick(&["technical", "organisational", "physical"]), capital(&why)),
        5 => format!(
            "risk \"{}.\" to {} level {} control \"a rule on the card\" owner \"{office}\" residual low",
            capital(&why),
            random.pick(&["person", "others"]),
            random.pick(&["low", "medium", "high"])
        ),
        6 => format!("note \"{}, {moment}.\"", capital(&why)),
        7 => format!("glossary \"term {number}\" means \"what {why} {moment}\""),
        8 => format!("barrier \"It was not known that {why}.\" remedy \"The {office} explains it {moment}.\""),
        9 => format!("exception \"{}\" by {post} then \"Call the {office} {moment}.\"", capital(&why)),
        10 => format!("recording \"What was told {moment}, and that {why}\" by {post} in {system}"),
        11 => format!("measure \"cases in which {why}\" every {} months by \"{office}\"", random.between(1, 12)),
        12 => format!("audit disclosures \"{} cases drawn at random\" of {system} by {desk} every {} months test \"{why}\"", random.between(5, 50), random.between(1, 12)),
        _ => return procedure_step(page, post, number, random),
    };
    page.line(&statement);
}

fn procedure_step(page: &mut Page, post: &str, number: usize, random: &mut Random) {
    page.open(&format!("procedure-step step-{number} \"{}\"", capital(&matter(random))));
    for _ in 0..random.between(1, 4) {
        page.line(&format!("step \"Look whether {}.\" by {post} within {} minutes", reason(random), random.between(5, 90)));
    }
    page.close();
}
