//! The formatter: the same words, the same remarks, and twice is as once; or it says that it leaves the text alone.

use super::driver::campaign;
use super::seeds::AGREEMENTS;
use super::words::{meaning, remarks};
use sharewright::fmt::{Refusal, format};
use sharewright::syntax::parse;

#[test]
fn any_spoilt_agreement_is_laid_out_or_left_alone() {
    campaign("formatter", 1_500, &AGREEMENTS, &|text| match format(text) {
        Ok(new) => {
            let wrong = if meaning(&new) != meaning(text) {
                "it means something else"
            } else if remarks(&new) != remarks(text) {
                "remarks are lost or moved"
            } else if format(&new).as_deref() != Ok(new.as_str()) {
                "twice is not as once"
            } else if new.lines().any(|line| line.is_empty() != line.trim().is_empty()) {
                "a line of nothing but spaces"
            } else {
                return Ok("laid out");
            };
            Err(format!("{wrong}:\n{new}"))
        }
        Err(Refusal::Unreadable(_)) if parse(text).problems.is_empty() => Err("it can be read and is refused".to_owned()),
        Err(Refusal::Unreadable(_)) => Ok("not read"),
        Err(Refusal::MeansOther(range)) if text.get(range.as_range()).is_none() => Err(format!("{range:?} is no place of it")),
        Err(Refusal::MeansOther(_)) => Ok("refused, since it would mean something else"),
    });
}
