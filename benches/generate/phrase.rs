//! Sentences put together from pieces. Agreements of different partners seldom say a thing in the same words, and neither do
//! these: how much is said twice decides how much a reader that remembers statements has left to do.

use super::random::Random;
use super::words::{MOMENTS, NEEDS, WHAT, WHO};

/// `the night team has to know what has helped before`.
pub fn reason(random: &mut Random) -> String {
    format!("{} {} {}", random.pick(&WHO), random.pick(&NEEDS), random.pick(&WHAT))
}

/// `what has helped before, at handover`.
pub fn matter(random: &mut Random) -> String {
    format!("{}, {}", random.pick(&WHAT), random.pick(&MOMENTS))
}

/// A name from two pieces that is none of those taken.
pub fn name(heads: &[&str], ends: &[&str], taken: &[String], random: &mut Random) -> String {
    loop {
        let name = format!("{}-{}", random.pick(heads), random.pick(ends));
        if !taken.contains(&name) {
            return name;
        }
    }
}

/// A sentence with a capital at its start.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
