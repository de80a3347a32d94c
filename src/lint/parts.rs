//! Which parts of what a rule requires do not hold, and for whom.

use crate::model::quoted_list;
use crate::policy::in_words;

/// The parts of a rule that tells them apart.
pub(super) struct Parts<'a> {
    /// How its headline names them.
    pub(super) named: &'a [&'a str],
    /// Those that do not hold, a list for each who breaks the rule.
    pub(super) unheld: &'a [Vec<usize>],
}

impl Parts<'_> {
    /// Those that do not hold, for the headline: `and` where they are the same for all, else `or`.
    pub(super) fn in_words(&self) -> String {
        let parts: Vec<&str> = self.all().map(|part| self.named[part]).collect();
        in_words(&parts, if self.are_the_same() { "and" } else { "or" })
    }

    /// Who lacks which, a line each, where it is not the same for all.
    pub(super) fn of_whom(&self, names: &[String]) -> Vec<String> {
        if self.are_the_same() {
            return Vec::new();
        }
        let line = |part: usize| {
            let whose = self.unheld.iter().zip(names).filter(|(unheld, _)| unheld.contains(&part)).map(|(_, name)| name.clone());
            format!("{}: {}", self.named[part], quoted_list(&whose.collect::<Vec<_>>()))
        };
        self.all().map(line).collect()
    }

    fn all(&self) -> impl Iterator<Item = usize> {
        (0..self.named.len()).filter(|part| self.unheld.iter().any(|unheld| unheld.contains(part)))
    }

    fn are_the_same(&self) -> bool {
        self.unheld.windows(2).all(|pair| pair[0] == pair[1])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_lacking_is_named() {
        let named = ["no log", "no owner", "no test"];
        let whose = ["a".to_owned(), "b".to_owned()];
        let same = Parts { named: &named, unheld: &[vec![0, 2], vec![0, 2]] };
        assert_eq!(same.in_words(), "no log and no test");
        assert!(same.of_whom(&whose).is_empty());
        let other = Parts { named: &named, unheld: &[vec![0, 2], vec![0]] };
        assert_eq!(other.in_words(), "no log or no test");
        assert_eq!(other.of_whom(&whose), ["no log: `a` and `b`", "no test: `a`"]);
    }
}
