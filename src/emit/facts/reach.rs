//! How an office or a desk is reached: by telephone, by a mailbox, or at an address. The name of a post reaches nobody.

use super::Facts;
use crate::emit::wording::said_plainly;
use crate::model::NodeId;
use serde_json::{Value as Json, json};

/// The fewest digits of a telephone number with its code: a day has eight.
const FEWEST_DIGITS: usize = 9;

/// What parts the name of an office from the rest.
const SEPARATORS: [char; 6] = [',', ':', ';', '-', '(', ')'];

impl Facts<'_> {
    /// An office of a party with how it is reached; nothing where no way to reach it is told. The words of an office are those under
    /// `office.` and its keyword.
    pub(super) fn office(&self, party: NodeId, word: &str) -> Json {
        if let Some(contact) = self.reference(party, word) {
            return self.contact(contact);
        }
        let stated = self.model.children_named(party, word).iter().map(|node| self.fact(*node)).find(|fact| fact["state"] == "stated");
        let Some(text) = stated.as_ref().and_then(|fact| fact["text"].as_str()) else { return Json::Null };
        let office = said_plainly(self.language, &format!("office.{word}"), &[]);
        if reaches(text) { json!({ "label": text, "reach": without(text, &office) }) } else { Json::Null }
    }

    /// A contact with how it is reached; nothing where it says neither telephone nor mailbox nor address.
    pub(super) fn contact(&self, contact: NodeId) -> Json {
        let fact = self.fact(contact);
        let first = |word: &str| {
            let said = fact["of"][word].as_array().into_iter().flatten().find(|said| said["state"] == "stated");
            said.and_then(|said| said["text"].as_str()).unwrap_or_default().to_owned()
        };
        let (phone, email) = (first("phone"), first("email"));
        let key = match (phone.is_empty(), email.is_empty()) {
            (false, false) => "reach.both",
            (false, true) => "reach.phone",
            (true, false) => "reach.email",
            (true, true) => "",
        };
        let reach = if key.is_empty() { first("post") } else { said_plainly(self.language, key, &[("phone", &phone), ("email", &email)]) };
        if reach.is_empty() { Json::Null } else { json!({ "label": fact["label"], "reach": reach }) }
    }
}

/// Whether a text has a mailbox, a telephone number or a postcode in it.
fn reaches(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).collect();
    let has_mailbox = words.iter().any(|word| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')));
    let has_number = text.split(|c: char| !c.is_ascii_digit() && !matches!(c, ' ' | '+' | '-' | '(' | ')')).any(|part| part.chars().filter(char::is_ascii_digit).count() >= FEWEST_DIGITS);
    has_mailbox || has_number || words.windows(2).any(|pair| is_postcode(pair[0], pair[1]))
}

/// Whether two words are the two halves of a postcode.
fn is_postcode(outward: &str, inward: &str) -> bool {
    let begins = outward.starts_with(|c: char| c.is_ascii_uppercase()) && outward.contains(|c: char| c.is_ascii_digit()) && (2..=4).contains(&outward.len());
    let ends = inward.len() == 3 && inward.starts_with(|c: char| c.is_ascii_digit()) && inward.chars().skip(1).all(|c| c.is_ascii_uppercase());
    begins && ends && outward.chars().all(|c| c.is_ascii_alphanumeric())
}

/// A text without the name of an office that it begins with: the sentence has said it.
fn without<'t>(text: &'t str, office: &str) -> &'t str {
    match text.get(..office.len()) {
        Some(begin) if begin.eq_ignore_ascii_case(office) => text[office.len()..].trim_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(&c)),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_reaches_nobody_and_a_mailbox_a_number_or_an_address_does() {
        for text in ["Data protection officer", "Data protection officer, band 8", "Deputy, since 2026-03-14", "officer @ trust", "Room A1 and 3 others", ""] {
            assert!(!reaches(text), "{text}");
        }
        for text in ["dpo@trust.example", "Data protection officer: <dpo@trust.example>.", "call 01632 960001", "+44 (0)1632-960001", "Fenland House, FN1 2AB."] {
            assert!(reaches(text), "{text}");
        }
    }

    #[test]
    fn the_office_is_not_said_twice() {
        assert_eq!(without("Data Protection Officer (dpo@trust.example)", "data protection officer"), "dpo@trust.example");
        assert_eq!(without("Data Protection Officer: 01632 960001", "data protection officer"), "01632 960001");
        assert_eq!(without("é, dpo@trust.example", "data protection officer"), "é, dpo@trust.example");
    }
}
