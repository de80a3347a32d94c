//! Rules as rows of numbers, which is how they ship: every start reads all rules of a set and needs the words of few.

use super::{Rule, Subjects, Ymd};
use crate::diagnostic::Severity;
use crate::model::KindId;
use crate::policy::condition::{ExprId, PathId};
use crate::source::{Table, Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What the rules of a set ship as.
#[derive(Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static, T: Deserialize<'de>"))]
struct Packed<T> {
    rules: Table<19>,
    /// The kinds that rules are judged for, and the conditions under which they are, one after the other.
    ids: Table<1>,
    /// Codes, ids, titles and names, one after the other.
    text: T,
}

/// How much a rule weighs, by number.
const WEIGHTS: [Severity; 3] = [Severity::Info, Severity::Warning, Severity::Error];

pub(in crate::policy) fn serialize<S: Serializer>(rules: &[Rule], serializer: S) -> Result<S::Ok, S::Error> {
    let mut writing = Packed { rules: Table::default(), ids: Table::default(), text: String::new() };
    for rule in rules {
        writing.add(rule);
    }
    writing.serialize(serializer)
}

/// Only from bytes that live as long as the program.
pub(in crate::policy) fn deserialize<'de: 'static, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Rule>, D::Error> {
    let packed: Packed<&'static str> = Deserialize::deserialize(deserializer)?;
    let mut rules = Vec::with_capacity(packed.rules.len());
    for row in packed.rules.iter() {
        rules.push(packed.rule(row).ok_or_else(|| de::Error::custom("a row is no rule"))?);
    }
    Ok(rules)
}

impl Packed<String> {
    fn add(&mut self, rule: &Rule) {
        let [code, id, question, title, name] = [Some(&rule.code), Some(&rule.id), rule.question.as_ref(), Some(&rule.title), Some(&rule.subjects.name)].map(|text| {
            let start = self.text.len();
            let Some(text) = text else { return [0, 0] };
            self.text.push_str(text);
            [start as u32, self.text.len() as u32]
        });
        let mut listed = |ids: &mut dyn Iterator<Item = u32>| {
            let first = self.ids.len() as u32;
            ids.for_each(|id| self.ids.push([id]));
            [first, self.ids.len() as u32]
        };
        let kinds = listed(&mut rule.subjects.kinds.iter().map(|kind| u32::from(kind.0)));
        let when = listed(&mut rule.when.iter().map(|when| when.0));
        let weight = |severity: Severity| WEIGHTS.iter().take_while(|known| **known != severity).count() as u32;
        let weights = weight(rule.severity) | weight(rule.floor) << 8;
        let at = rule.at.map_or(0, |path| path.0 + 1);
        let pairs = [code, id, question, title, name, kinds, when, [number(rule.from), number(rule.until)], [weights, rule.require.0]];
        let mut row = [at; 19];
        row[..18].copy_from_slice(pairs.as_flattened());
        self.rules.push(row);
    }
}

impl Packed<&'static str> {
    fn rule(&self, row: [u32; 19]) -> Option<Rule> {
        let [code, code_end, id, id_end, question, question_end, title, title_end, name, name_end, kinds, kinds_end, when, when_end, from, until, weights, require, at] = row;
        let text = |start: u32, end: u32| self.text.get(start as usize..end as usize).map(Text::of);
        let ids = |first: u32, end: u32| (first..end).map(|at| self.ids.get(at as usize)[0]);
        let weight = |number: u32| WEIGHTS.get((number & 0xFF) as usize).copied();
        Some(Rule {
            code: text(code, code_end)?,
            id: text(id, id_end)?,
            question: if question_end == 0 { None } else { Some(text(question, question_end)?) },
            title: text(title, title_end)?,
            severity: weight(weights)?,
            floor: weight(weights >> 8)?,
            from: day(from),
            until: day(until),
            subjects: Subjects { kinds: ids(kinds, kinds_end).map(|kind| KindId(kind as u16)).collect(), name: text(name, name_end)? },
            when: ids(when, when_end).map(ExprId).collect(),
            require: ExprId(require),
            at: at.checked_sub(1).map(PathId),
        })
    }
}

/// A day, or 0 for none.
fn number(day: Option<Ymd>) -> u32 {
    day.map_or(0, |(year, month, day)| u32::from(year.cast_unsigned()) << 16 | u32::from(month.cast_unsigned()) << 8 | u32::from(day.cast_unsigned()))
}

fn day(number: u32) -> Option<Ymd> {
    (number != 0).then_some((((number >> 16) as u16).cast_signed(), ((number >> 8) as u8).cast_signed(), (number as u8).cast_signed()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use smallvec::smallvec;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(bound(deserialize = "'de: 'static"))]
    struct Set {
        #[serde(with = "super")]
        rules: Vec<Rule>,
    }

    #[test]
    fn what_is_packed_comes_back() {
        let bare = Rule {
            code: "LAW-01".into(),
            id: "a-rule".into(),
            question: None,
            title: "{it} — ŵyl".into(),
            severity: Severity::Error,
            floor: Severity::Info,
            from: None,
            until: None,
            subjects: Subjects { kinds: smallvec![KindId(3), KindId(4), KindId(5)], name: "side".into() },
            when: smallvec![],
            require: ExprId(0),
            at: None,
        };
        let full = Rule { question: Some("CHK-Q03".into()), from: Some((2018, 5, 25)), until: Some((2026, 12, 31)), when: (0..9).map(ExprId).collect(), at: Some(PathId(0)), ..bare.clone() };
        let set = Set { rules: vec![full.clone(), bare, full] };
        let bytes: &'static [u8] = postcard::to_stdvec(&set).unwrap().leak();
        assert_eq!(postcard::from_bytes::<Set>(bytes).unwrap(), set);
    }
}
