//! Citations: something is said of every text, in its bounds, and the usual way of writing one means the same.

use super::driver::campaign;
use super::seeds::CITATIONS;
use sharewright::law::Law;
use sharewright::shipped;
use std::sync::LazyLock;

static LAW: LazyLock<Law<'static>> = LazyLock::new(|| Law::new(shipped::policy()));

#[test]
fn any_spoilt_citation_is_read() {
    campaign("parser of citations", 500, &CITATIONS, &|text| {
        let found = LAW.cited(text);
        if found.is_empty() && !text.trim().is_empty() {
            return Err("nothing is said of it".to_owned());
        }
        for cited in found.iter() {
            if text.get(cited.range.clone()).is_none() {
                return Err(format!("{:?} is no part of it", cited.range));
            }
            if cited.instrument.is_some() {
                let usual = LAW.canonical(cited);
                let again = LAW.cited(&usual);
                if again.len() != 1 || (again[0].instrument, &again[0].pinpoint, &again[0].fault) != (cited.instrument, &cited.pinpoint, &None) {
                    return Err(format!("`{usual}` is not read as {cited:?} but as {again:?}"));
                }
            }
        }
        if let Some(usual) = LAW.usual(text) {
            let again = LAW.cited(&usual);
            if LAW.usual(&usual).is_some() || again.len() != 1 || (again[0].instrument, &again[0].pinpoint) != (found[0].instrument, &found[0].pinpoint) {
                return Err(format!("`{usual}` is not its usual form"));
            }
            return Ok("written in the usual way");
        }
        Ok(if found.iter().any(|cited| cited.fault.is_some()) { "with a fault" } else { "understood" })
    });
}
