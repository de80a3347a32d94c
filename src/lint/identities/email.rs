//! E-mail addresses at services that anyone can open an account with.

use super::lists::{List, Lists};
use std::ops::Range;

/// A private address around an `@`.
pub(super) fn private_email(lists: &Lists<'_>, text: &str, sign: usize) -> Option<Range<usize>> {
    let local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'' | '&');
    let start = text[..sign].trim_end_matches(local).len();
    let start = start + (sign - start - text[start..sign].trim_start_matches(['.', '\'', '-']).len());
    let domain = text[sign + 1..].split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))).next()?.trim_end_matches(['.', '-']);
    (start < sign && lists.has(List::Webmail, domain)).then_some(start..sign + 1 + domain.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        private_email(&Lists::new(crate::shipped::policy()), text, text.find('@').expect("a sign")).map(|range| &text[range])
    }

    #[test]
    fn private_addresses_are_found_and_those_of_bodies_are_not() {
        for text in ["jo.bloggs84@gmail.com", "J-B+x@HOTMAIL.co.uk", "zoë@icloud.com", "o'neil_1@yahoo.co.uk"] {
            assert_eq!(found(&format!("mail <{text}>.")), Some(text));
            assert_eq!(found(&format!("'{text}'")), Some(text));
        }
        for text in ["desk@fenwold.nhs.uk", "desk@nhs.net", "x@police.uk", "x@gmail.com.example", "@gmail.com", " @gmail.com", "x@ gmail.com", "x@notgmail.com", "x@"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
