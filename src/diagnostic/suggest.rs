//! Guessing what was meant.

/// The letters that a part of a word needs for another word to be known by it.
const SHORTEST_PART: usize = 4;

/// The nearest of some candidates to a word that is not among them, if one is near enough to be worth saying.
///
/// Uses the Damerau-Levenshtein distance, so that swapped letters count once; at most a third of the word may differ.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let limit = (word.chars().count() / 3).clamp(1, 3);
    candidates.into_iter().map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate)).filter(|(distance, _)| *distance <= limit).min().map(|(_, candidate)| candidate)
}

/// The nearest of the words of a list, told together with all of them: by its letters, or else one that shares a part with it, such as
/// `telephone` for `phone` and `missing-people` for `missing-persons`.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let parts = |word: &str| word.split(['-', ' ']).filter(|part| part.len() >= SHORTEST_PART).map(str::to_owned).collect::<Vec<_>>();
    let own = parts(&word);
    let shares = |candidate: &&str| parts(candidate).iter().any(|other| own.iter().any(|own| own.contains(other.as_str()) || other.contains(own.as_str())));
    let by_parts = || candidates.iter().copied().filter(shares).min_by_key(|candidate| strsim::damerau_levenshtein(&word, candidate));
    did_you_mean(&word, candidates.iter().copied()).or_else(by_parts)
}

/// Advice on a word that is not in a list: the one most likely meant, and all of them, however many.
pub fn all_words<'a>(meant: Option<&str>, words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let meant = meant.map(|meant| format!("Did you mean `{meant}`?"));
    meant.into_iter().chain([format!("It may be {}.", listed(words))]).collect()
}

/// Words as a list for a reader: `` `a` ``, `` `a` or `b` ``, `` `a`, `b` or `c` ``; at most eight are listed.
pub fn list_words<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    if words.len() > 8 {
        let first: Vec<String> = words[..7].iter().map(|word| format!("`{word}`")).collect();
        return format!("{} or one of {} others", first.join(", "), words.len() - 7);
    }
    listed(words)
}

/// Words as a list, however many.
fn listed<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let mut words: Vec<String> = words.into_iter().map(|word| format!("`{word}`")).collect();
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
    fn a_shared_part_is_near_where_the_letters_are_not() {
        let starters = ["mash", "marac", "missing-people", "a", "b", "c", "d", "e", "f"];
        assert_eq!(nearest("phone", ["secure-email", "telephone", "in-person"]), Some("telephone"));
        assert_eq!(nearest("missing-persons", starters), Some("missing-people"));
        assert_eq!(nearest("hospital", starters), None);
        let advice = all_words(Some("missing-people"), starters);
        assert_eq!(advice, ["Did you mean `missing-people`?", "It may be `mash`, `marac`, `missing-people`, `a`, `b`, `c`, `d`, `e` or `f`."]);
    }

    #[test]
    fn a_word_has_the_article_that_is_spoken() {
        assert_eq!(["item", "party", "use", "agreement"].map(with_article), ["an item", "a party", "a use", "an agreement"]);
    }
}
