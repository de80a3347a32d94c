//! The headline of a rule. `{it}` stands for its subjects. `{no log|no test}` names the parts of what it requires, in their order, so
//! that a finding says which of them does not hold; where the rule itself is shown, it names them all.

use super::Rule;

/// What parts a text between curly marks.
const OR: char = '|';

impl Rule {
    /// The headline of the rule itself: of no subject, with all its parts.
    pub fn headline(&self) -> String {
        self.headline_of("...", &in_words(&self.named_parts(), "or"))
    }

    /// The headline of a finding: for its subjects, with the parts that do not hold.
    pub fn headline_of(&self, it: &str, parts: &str) -> String {
        let title = match split(&self.title) {
            Some((before, _, after)) => [before, parts, after].concat(),
            None => self.title.to_string(),
        };
        title.replace("{it}", it)
    }

    /// How the headline names the parts of what is required; nothing where it does not tell them apart.
    pub fn named_parts(&self) -> Vec<&str> {
        named_parts(&self.title)
    }
}

/// The parts that a title names.
pub(in crate::policy) fn named_parts(title: &str) -> Vec<&str> {
    split(title).map_or_else(Vec::new, |(_, inner, _)| inner.split(OR).collect())
}

/// What stands before, in and after the marks that name parts.
fn split(title: &str) -> Option<(&str, &str, &str)> {
    title.match_indices('{').find_map(|(at, _)| {
        let (inner, after) = title[at + 1..].split_once('}')?;
        inner.contains(OR).then_some((&title[..at], inner, after))
    })
}

/// Parts as a list in a sentence: `no log, no owner or no test`.
pub fn in_words(parts: &[&str], last: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_its_parts() {
        assert_eq!(named_parts("{it} has {no log|no owner|no test} at all"), ["no log", "no owner", "no test"]);
        assert!(named_parts("{it} has no log").is_empty());
        assert_eq!(split("{it} has {no log|no test} at all"), Some(("{it} has ", "no log|no test", " at all")));
    }

    #[test]
    fn parts_make_a_sentence() {
        assert_eq!(in_words(&["no log"], "or"), "no log");
        assert_eq!(in_words(&["no log", "no owner", "no test"], "and"), "no log, no owner and no test");
    }
}
