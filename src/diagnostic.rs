//! One diagnostic for all: what a rule, the parser, the resolver and a pack check all return.
//!
//! A diagnostic says what, where, why, what next and who decides. It is finished when it is made: nothing that prints
//! it changes its severity or its words. Nothing here decides anything.

mod apply;
mod fingerprint;
mod suggest;

pub use apply::apply;
pub use fingerprint::fingerprint;
pub use suggest::{did_you_mean, list_words, with_article};

use crate::source::{Span, Text, TextRange};
use serde::{Deserialize, Serialize};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Advice; only a human can judge.
    Info,
    /// Something recommended is missing or weak.
    Warning,
    /// A duty, a prohibition or a condition is detectably unmet, or the text cannot be read.
    Error,
}

impl Severity {
    /// One step lower; `Info` stays.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Severity::Error => Severity::Warning,
            Severity::Warning | Severity::Info => Severity::Info,
        }
    }

    /// The word that is printed.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// A place with a remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// Where.
    pub span: Span,
    /// The remark; may be empty for the primary label.
    pub text: String,
    /// Whether this is where the finding is.
    pub primary: bool,
}

/// How safely a fix may be applied without being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FixSafety {
    /// Keeps the meaning.
    Safe,
    /// May change the meaning.
    Unsafe,
    /// Shown, never applied.
    DisplayOnly,
}

/// A change to the text that would answer the finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// What the change does, as an instruction.
    pub title: String,
    /// The text to replace.
    pub span: Span,
    /// What to put there.
    pub replacement: String,
    /// How safe it is.
    pub safety: FixSafety,
}

/// Whether a finding counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// It counts.
    Active,
    /// Set aside by a waiver that holds on the day asked about.
    Waived {
        /// Why, in the words of the waiver.
        reason: String,
        /// The last day on which the waiver holds.
        until: String,
    },
    /// Known before, from a baseline or an earlier state of the files: it is counted apart.
    Known,
}

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Citation {
    /// The instrument or guidance.
    pub source: Text,
    /// The clause, question or section.
    pub clause: Text,
    /// Where it can be read, when there is an address.
    pub link: Option<Text>,
    /// The day it was read.
    pub read: Option<Text>,
    /// `verified` or `recalled`.
    pub confidence: Text,
}

/// A finding.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Diagnostic {
    /// The rule's kebab-case id.
    pub rule: Text,
    /// The rule's short code, such as `CHK-Q03`.
    pub code: Text,
    /// How much it weighs.
    pub severity: Severity,
    /// One line that stands alone: lower case, no full stop.
    pub headline: String,
    /// Places; exactly one of them is primary, and it comes first.
    pub labels: Vec<Label>,
    /// Facts that belong to the finding, one a line: what is missing, for whom.
    pub notes: Vec<String>,
    /// Why it matters, in a sentence or two.
    pub why: Text,
    /// What to do next.
    pub help: Text,
    /// Who decides.
    pub decides: Text,
    /// Sources.
    pub citations: Vec<Citation>,
    /// Changes that would answer it.
    pub fixes: Vec<Fix>,
    /// Same for the same meaning, wherever the lines move.
    pub fingerprint: u64,
    /// Whether it counts.
    pub state: State,
}

impl Diagnostic {
    /// The same finding where its places are now; nothing when one of them is gone.
    pub fn moved(&self, place: impl Fn(Span) -> Option<Span>) -> Option<Self> {
        let mut moved = self.clone();
        for span in moved.labels.iter_mut().map(|label| &mut label.span).chain(moved.fixes.iter_mut().map(|fix| &mut fix.span)) {
            *span = place(*span)?;
        }
        Some(moved)
    }

    /// A finding at a place, with nothing but its headline.
    pub fn new(code: impl Into<Text>, rule: impl Into<Text>, severity: Severity, headline: impl Into<String>, at: Span) -> Self {
        let (code, headline) = (code.into(), headline.into());
        Diagnostic {
            rule: rule.into(),
            severity,
            fingerprint: fingerprint(&[&code, &headline]),
            code,
            headline,
            labels: vec![Label { span: at, text: String::new(), primary: true }],
            notes: Vec::new(),
            why: Text::default(),
            help: Text::default(),
            decides: Text::default(),
            citations: Vec::new(),
            fixes: Vec::new(),
            state: State::Active,
        }
    }

    /// The same with a remark at its primary place.
    #[must_use]
    pub fn saying(mut self, text: impl Into<String>) -> Self {
        self.labels[0].text = text.into();
        self
    }

    /// The same with advice on what to do next.
    #[must_use]
    pub fn helping(mut self, help: impl Into<Text>) -> Self {
        self.help = help.into();
        self
    }

    /// The same with a further place.
    #[must_use]
    pub fn pointing(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into(), primary: false });
        self
    }

    /// The same with a change that would answer it.
    #[must_use]
    pub fn fixing(mut self, title: impl Into<String>, span: Span, replacement: impl Into<String>, safety: FixSafety) -> Self {
        self.fixes.push(Fix { title: title.into(), span, replacement: replacement.into(), safety });
        self
    }

    /// Whether some label stands at a place.
    pub fn points_at(&self, span: Span) -> bool {
        self.labels.iter().any(|label| label.span == span)
    }

    /// Where the finding is.
    pub fn at(&self) -> Span {
        self.labels[0].span
    }

    /// Whether it counts.
    pub fn is_active(&self) -> bool {
        self.state == State::Active
    }
}

/// A problem in one text, before it is known which file the text belongs to: what the parser and the pack loader return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Short code.
    pub code: &'static str,
    /// Kebab-case id.
    pub rule: &'static str,
    /// One line.
    pub headline: String,
    /// Where.
    pub range: TextRange,
    /// Remark at the place.
    pub label: String,
    /// What to do next.
    pub help: String,
    /// A second place with its remark.
    pub other: Option<(TextRange, String)>,
    /// A replacement for the range, with its title, when one is likely meant.
    pub fix: Option<(String, TextRange, String)>,
}

impl Problem {
    /// A problem with a headline.
    pub fn new(code: &'static str, rule: &'static str, headline: impl Into<String>, range: TextRange) -> Self {
        Problem { code, rule, headline: headline.into(), range, label: String::new(), help: String::new(), other: None, fix: None }
    }

    /// The same with a remark at the place.
    #[must_use]
    pub fn saying(mut self, text: impl Into<String>) -> Self {
        self.label = text.into();
        self
    }

    /// The same with advice.
    #[must_use]
    pub fn helping(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same with a second place.
    #[must_use]
    pub fn and_at(mut self, range: TextRange, text: impl Into<String>) -> Self {
        self.other = Some((range, text.into()));
        self
    }

    /// The same with a likely replacement.
    #[must_use]
    pub fn fixing(mut self, title: impl Into<String>, range: TextRange, replacement: impl Into<String>) -> Self {
        self.fix = Some((title.into(), range, replacement.into()));
        self
    }

    /// Moves it, when the text that it was found in stands further on in the file.
    pub fn shift(&mut self, by: u32) {
        let moved = |range: TextRange| TextRange { start: range.start + by, end: range.end + by };
        self.range = moved(self.range);
        if let Some((range, _)) = &mut self.other {
            *range = moved(*range);
        }
        if let Some((_, range, _)) = &mut self.fix {
            *range = moved(*range);
        }
    }

    /// As an error in a file.
    pub fn in_file(self, file: crate::source::FileId) -> Diagnostic {
        let span = |range| Span { file, range };
        let mut diagnostic = Diagnostic::new(self.code, self.rule, Severity::Error, self.headline, span(self.range)).saying(self.label).helping(self.help);
        if let Some((range, text)) = self.other {
            diagnostic = diagnostic.pointing(span(range), text);
        }
        if let Some((title, range, replacement)) = self.fix {
            diagnostic = diagnostic.fixing(title, span(range), replacement, FixSafety::Unsafe);
        }
        diagnostic
    }
}
