//! What is wrong with a third of the files: the slips that people make, each put into a finished text.

use super::random::Random;

/// A sort of slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Defect {
    /// A keyword that the language does not have.
    UnknownKeyword,
    /// A word of a list, misspelt.
    MisspeltWord,
    /// A reference to nothing.
    UnresolvedName,
    /// A block that is not closed.
    UnclosedBrace,
    /// A text that is not closed.
    UnclosedText,
    /// Two values without a comma.
    MissingComma,
    /// A day that the calendar does not have.
    NoSuchDay,
    /// No word on how long records are kept.
    NoRetention,
    /// Law that has been replaced.
    OldLaw,
    /// A review that is long past.
    ExpiredReview,
    /// A secure channel without a name.
    UnnamedChannel,
    /// Items without a reason.
    MissingReason,
    /// A fax.
    Fax,
    /// A question that is still open.
    Open,
}

/// All of them.
pub const DEFECTS: [Defect; 14] = [
    Defect::UnknownKeyword,
    Defect::MisspeltWord,
    Defect::UnresolvedName,
    Defect::UnclosedBrace,
    Defect::UnclosedText,
    Defect::MissingComma,
    Defect::NoSuchDay,
    Defect::NoRetention,
    Defect::OldLaw,
    Defect::ExpiredReview,
    Defect::UnnamedChannel,
    Defect::MissingReason,
    Defect::Fax,
    Defect::Open,
];

impl Defect {
    /// Puts the slip into a text.
    pub fn spoil(self, text: &str, random: &mut Random) -> String {
        match self {
            Defect::UnknownKeyword => edit(text, "reference ", random, |line| line.replace("reference ", random_word(line))),
            Defect::MisspeltWord => edit(text, "class ", random, |line| line.replace("personal", "persnal").replace("health", "helth")),
            Defect::UnresolvedName => edit(text, "for ", random, |line| format!("{line}x")),
            Defect::UnclosedBrace => edit(text, "}", random, |_| String::new()),
            Defect::UnclosedText => edit(text, "statement ", random, |line| line.trim_end_matches('"').to_owned()),
            Defect::MissingComma => edit(text, "law ", random, |line| line.replace(", ", " ")),
            Defect::NoSuchDay => edit(text, "effective ", random, |line| cut(line, "effective", " 2026-02-30")),
            Defect::NoRetention => text.lines().filter(|line| !line.trim_start().starts_with("retention ")).fold(String::new(), |text, line| text + line + "\n"),
            Defect::OldLaw => edit(text, "basis ", random, |line| line.replace("UK GDPR Art 6(1)(e)", "DPA 1998 Sch 2 para 5")),
            Defect::ExpiredReview => edit(text, "review ", random, |line| line.replace("2027-", "2019-")),
            Defect::UnnamedChannel => edit(text, "channel ", random, |line| cut(line, "channel", " unnamed")),
            Defect::MissingReason => edit(text, "shares ", random, |line| line.split(" why ").next().unwrap_or(line).to_owned()),
            Defect::Fax => edit(text, "channel ", random, |line| cut(line, "channel", " fax")),
            Defect::Open => edit(text, "compliance-lead ", random, |line| cut(line, "compliance-lead", " ?")),
        }
    }
}

/// A word that comes near to the keyword, or not at all.
fn random_word(line: &str) -> &'static str {
    if line.len().is_multiple_of(2) { "referense " } else { "file-number " }
}

/// A statement with something else for its values.
fn cut(line: &str, keyword: &str, value: &str) -> String {
    line.find(keyword).map_or_else(|| line.to_owned(), |start| format!("{}{value}", &line[..start + keyword.len()]))
}

/// Changes one of the lines that begin so; a text without such a line stays as it is.
fn edit(text: &str, begins: &str, random: &mut Random, change: impl Fn(&str) -> String) -> String {
    let fitting: Vec<usize> = text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with(begins)).map(|(place, _)| place).collect();
    if fitting.is_empty() {
        return text.to_owned();
    }
    let chosen = *random.pick(&fitting);
    text.lines().enumerate().fold(String::with_capacity(text.len()), |whole, (place, line)| if place == chosen { whole + &change(line) + "\n" } else { whole + line + "\n" })
}
