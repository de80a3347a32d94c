//! A text that cites one provision and says nothing else, as it is usually written.

use super::read::{Token, What, read};
use super::resolve::{Cited, Law, Reader};

impl Law<'_> {
    /// The same; whether citations that are not written in the usual way are told.
    #[must_use]
    pub fn telling_unusual(mut self, tells_unusual: bool) -> Self {
        self.tells_unusual = tells_unusual;
        self
    }

    /// Whether citations that are not written in the usual way are told.
    pub fn tells_unusual(&self) -> bool {
        self.tells_unusual
    }

    /// The usual way to write a text, when it is one citation of law by its own name, written in another way. Nothing when a word of it
    /// would be lost, or when the usual way would not be read as the same provision.
    pub fn usual(&self, text: &str) -> Option<String> {
        let cited = self.only(text)?;
        let usual = self.canonical(&cited);
        let again = self.only(&usual)?;
        let same = again.instrument == cited.instrument && again.pinpoint == cited.pinpoint && again.provisions == cited.provisions;
        (same && usual != text && !usual.contains(['"', '\\', '\n'])).then_some(usual)
    }

    /// What a text cites, when that is one provision without a fault and nothing else is said.
    fn only(&self, text: &str) -> Option<Cited> {
        let cited = self.cited(text);
        let [cited] = &*cited else { return None };
        let mut reader = Reader::new(self, text, read(text));
        reader.find_names();
        let named = |at: usize| reader.names.iter().any(|name| !name.is_like && name.tokens.contains(&at));
        let is_read = |(at, token): (usize, &Token)| match token.what {
            What::Pin(..) | What::Inner(_) => true,
            What::Word => named(at) || matches!(reader.word(token).as_str(), "" | "of" | "the"),
            What::Broken | What::Stop => false,
        };
        let pins = reader.tokens.iter().filter(|token| matches!(token.what, What::Pin(..))).count();
        let units = cited.pinpoint.split(' ').filter(|unit| !unit.is_empty()).count();
        let whole = !reader.names.is_empty() && pins == units && reader.tokens.iter().enumerate().all(is_read);
        (whole && cited.fault.is_none() && cited.instrument.is_some()).then(|| cited.clone())
    }
}
