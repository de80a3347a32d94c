//! Guessing what was meant.

/// The nearest of some candidates to a word that is not among them, if one is near enough to be worth saying.
///
/// Uses the Damerau-Levenshtein distance, so that swapped letters count once; at most a third of the word may differ.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let limit = (word.chars().count() / 3).clamp(1, 3);
    candidates.into_iter().map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate)).filter(|(distance, _)| *distance <= limit).min().map(|(_, candidate)| candidate)
}

/// Words as a list for a reader: `` `a` ``, `` `a` or `b` ``, `` `a`, `b` or `c` ``; at most eight are listed.
pub fn list_words<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let mut words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
    if words.len() > 8 {
        let more = words.len() - 7;
        words.truncate(7);
        return format!("{} or one of {more} others", words.join(", "));
    }
    match words.pop() {
        None => String::new(),
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} or {last}", words.join(", ")),
    }
}

/// A word with its article: `a party`, `an item`.
pub fn with_article(word: &str) -> String {
    let article = if word.starts_with(['a', 'e', 'i', 'o']) { "an" } else { "a" };
    format!("{article} {word}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        let words = ["purpose", "party", "procedure"];
        assert_eq!(did_you_mean("puprose", words), Some("purpose"));
        assert_eq!(did_you_mean("retention", words), None);
        assert_eq!(list_words(["a", "b", "c"]), "`a`, `b` or `c`");
    }

    #[test]
    fn a_word_has_the_article_that_is_spoken() {
        assert_eq!(["item", "party", "use", "agreement"].map(with_article), ["an item", "a party", "a use", "an agreement"]);
    }
}
