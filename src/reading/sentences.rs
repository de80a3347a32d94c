//! Paragraphs, sentences and words of legal English.

/// What stands before a dot that ends no sentence.
const SHORT: [&str; 42] = [
    "art", "arts", "s", "ss", "sch", "schs", "para", "paras", "reg", "regs", "r", "rr", "cl", "ch", "pt", "no", "nos", "p", "pp", "v", "vol", "ed", "dr", "mr", "mrs", "ms", "prof", "st", "ltd", "co",
    "dept", "tel", "ext", "approx", "fig", "cf", "viz", "eg", "ie", "etc", "vs", "inc",
];

/// The paragraphs of a text: what blank lines set apart.
pub fn paragraphs(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            found.push(text[start..at].trim());
            start = at + line.len();
        }
        at += line.len();
    }
    found.push(text[start..].trim());
    found.retain(|paragraph| !paragraph.is_empty());
    found
}

/// The sentences of a paragraph. A dot ends none in a number, an address, an abbreviation or a citation.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?') || at < start {
            continue;
        }
        let after = &text[at + 1..];
        let closing: usize = after.chars().take_while(|c| matches!(c, '.' | '!' | '?' | '"' | '\'' | ')' | ']' | '’' | '”' | '*' | '_')).map(char::len_utf8).sum();
        let rest = &after[closing..];
        // What goes on without a space is an address or a number.
        let goes_on = !rest.is_empty() && !rest.starts_with(char::is_whitespace);
        let next = rest.trim_start().chars().next();
        let is_lower = next.is_some_and(char::is_lowercase);
        if goes_on || c == '.' && (is_lower || next.is_some() && is_short(&text[start..at], rest.trim_start())) {
            continue;
        }
        let end = at + 1 + closing;
        found.push(text[start..end].trim());
        start = end;
    }
    found.push(text[start..].trim());
    found.retain(|sentence| words(sentence).next().is_some());
    found
}

/// Whether the word before a dot is shortened: a known one, a single letter, or one with dots in it. `I` is a word, unless an initial follows.
fn is_short(before: &str, after: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    let is_letter = word.chars().count() == 1 && word.chars().all(char::is_uppercase) && (word != "I" || after.chars().nth(1) == Some('.'));
    let known = word.to_lowercase();
    is_letter || word.contains('.') && word.chars().all(|c| c == '.' || c.is_alphabetic()) || SHORT.contains(&known.as_str())
}

/// The words of a text: what stands between spaces and holds a letter or a digit.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, '—' | '–')).filter(|word| word.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_that_end_nothing_are_passed_over() {
        for (text, count) in [
            ("We act under s. 251 of the Act, e.g. with Dr. Who. It is lawful.", 2),
            ("See UK GDPR Art. 6(1)(e). Write to a.b@c.example or ring 01632 960210.", 2),
            ("It cost 3.14 pounds. Did it? Yes! (So they say.) \"Good.\" End", 6),
            ("Ask Miss I. M. Example for it.", 1),
            ("You and I. We share", 2),
            ("", 0),
            ("...", 0),
        ] {
            assert_eq!(sentences(text).len(), count, "{text}: {:?}", sentences(text));
        }
    }

    #[test]
    fn paragraphs_stand_between_blank_lines() {
        assert_eq!(paragraphs("a\nb\n\n  \nc"), ["a\nb", "c"]);
        assert_eq!(words("one – two—three, 4 --").collect::<Vec<_>>(), ["one", "two", "three,", "4"]);
    }
}
