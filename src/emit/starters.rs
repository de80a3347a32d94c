//! Starters: agreements of a common kind with what is typical of it, in which what only the partners can know is open.
//!
//! A starter begins with lines `#? name | what is asked`: its variables. In the text `@name@` stands for one. `about` is not asked: it
//! tells what the starter is for.

use crate::model::Vocabulary;
use crate::policy::Texts;
use std::fmt::Write;

/// The starters that ship with the tool: name and text.
const STARTERS: &[(&str, &str)] = &[
    ("mental-health-triage", include_str!("../../templates/starters/mental-health-triage.isa")),
    ("control-room", include_str!("../../templates/starters/control-room.isa")),
    ("task-force", include_str!("../../templates/starters/task-force.isa")),
    ("custody-healthcare", include_str!("../../templates/starters/custody-healthcare.isa")),
    ("marac", include_str!("../../templates/starters/marac.isa")),
    ("mash", include_str!("../../templates/starters/mash.isa")),
    ("missing-people", include_str!("../../templates/starters/missing-people.isa")),
    ("shared-care-record", include_str!("../../templates/starters/shared-care-record.isa")),
    ("anonymised-assault-data", include_str!("../../templates/starters/anonymised-assault-data.isa")),
];

/// The document whose open answers are shown with an example.
const AGREEMENT: &str = "agreement";

/// An example of so few words shows nothing that the remark beside the answer does not say.
const FEW_WORDS: usize = 3;

/// What a line of a variable begins with.
const VARIABLE: &str = "#? ";

/// The variable that says what a starter is for.
const ABOUT: &str = "about";

/// A starter.
#[derive(Clone, Copy, Debug)]
pub struct Starter {
    /// Its name.
    pub name: &'static str,
    text: &'static str,
}

/// All starters.
pub fn starters() -> impl Iterator<Item = Starter> {
    STARTERS.iter().map(|(name, text)| Starter { name, text })
}

impl Starter {
    /// What it is for.
    pub fn about(&self) -> &'static str {
        self.lines().find(|(name, _)| *name == ABOUT).map_or("", |(_, about)| about)
    }

    /// Its variables: the name, and what is asked.
    pub fn variables(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.lines().filter(|(name, _)| *name != ABOUT)
    }

    fn lines(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.text.lines().filter_map(|line| line.strip_prefix(VARIABLE)?.split_once(" | "))
    }

    /// The agreement with its variables filled in, and below each answer that is left open an example of what may stand there.
    pub fn write(&self, values: &[(String, String)], vocabulary: &Vocabulary, texts: &Texts) -> String {
        let agreement = vocabulary.find(AGREEMENT).map(|kind| vocabulary.kind(kind));
        let example = |line: &str| {
            let (keyword, answer) = line.strip_prefix("  ")?.split_once(' ')?;
            let kind = vocabulary.kind(agreement?.child(keyword)?);
            let example = &texts.keywords.iter().find(|known| known.id == kind.id)?.example;
            (answer.trim_start().starts_with('?') && example.split(' ').count() > FEW_WORDS).then(|| example.as_str())
        };
        let mut out = String::new();
        for line in self.fill(values).lines() {
            out.push_str(line);
            out.push('\n');
            if let Some(example) = example(line) {
                let _ = writeln!(out, "  #   such as: {example}");
            }
        }
        out
    }

    /// The agreement with its variables filled in. What has no value stands there as what is asked, in brackets.
    pub fn fill(&self, values: &[(String, String)]) -> String {
        let body: String = self.text.lines().filter(|line| !line.starts_with(VARIABLE)).flat_map(|line| [line, "\n"]).collect();
        let mut out = String::with_capacity(body.len());
        let mut rest = body.as_str();
        // Each place is filled once, so that a value is never read for variables again.
        while let Some((before, after)) = rest.split_once('@') {
            out.push_str(before);
            let place = after.split_once('@').and_then(|(name, next)| Some((self.variables().find(|(known, _)| *known == name)?, next)));
            let Some(((name, asked), next)) = place else {
                out.push('@');
                rest = after;
                continue;
            };
            if let Some((_, value)) = values.iter().find(|(known, _)| known == name) {
                out.push_str(&value.replace('\\', "\\\\").replace('"', "\\\""));
            } else {
                out.push('[');
                out.push_str(asked);
                out.push(']');
            }
            rest = next;
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_starter_tells_what_it_is_for_and_names_its_variables() {
        for starter in starters() {
            assert!(!starter.about().is_empty(), "{}", starter.name);
            let filled = starter.fill(&starter.variables().map(|(name, _)| (name.to_owned(), format!("a \"{name}\""))).collect::<Vec<_>>());
            assert!(!filled.contains('@'), "{}: a variable is not listed", starter.name);
            assert!(filled.contains("a \\\"area\\\""), "{}", starter.name);
        }
    }

    #[test]
    fn an_answer_that_wants_more_than_a_value_shows_how_it_looks() {
        let vocabulary = &crate::shipped::policy().vocabulary;
        for starter in starters() {
            let written = starter.write(&[], vocabulary, crate::shipped::texts());
            assert!(written.contains("\n  incident ?   # who tells whom, and within which time\n  #   such as: incident information { notify partners within 12 hours }\n"), "{written}");
            assert_eq!(written.replace("  #   such as: ", "\u{1}").lines().filter(|line| !line.starts_with('\u{1}')).count(), starter.fill(&[]).lines().count(), "nothing else is added");
        }
    }

    #[test]
    fn what_has_no_value_shows_what_is_asked() {
        let filled = starters().next().map(|starter| starter.fill(&[])).unwrap_or_default();
        assert!(filled.contains("party police \"[Name of the police force]\""), "{filled}");
    }
}
