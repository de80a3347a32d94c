//! Measures of a text. They help to choose what to work on; whether people understand it only people can show.

use super::sentences::{paragraphs, sentences, words};

/// What was counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// Words.
    pub words: usize,
    /// Sentences.
    pub sentences: usize,
    /// Paragraphs.
    pub paragraphs: usize,
    /// Words of the longest sentence.
    pub longest_sentence: usize,
    /// Sentences of the longest paragraph.
    pub longest_paragraph: usize,
    /// Flesch-Kincaid grade: years of school.
    pub grade: f64,
    /// Flesch reading ease: higher is easier.
    pub ease: f64,
}

impl Measures {
    /// Measures one text.
    pub fn of(text: &str) -> Self {
        Measures::of_all([text])
    }

    /// Measures several texts as one.
    pub fn of_all<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut found = Measures::default();
        // The formulas are given one line a sentence, with no dot that they could take for an end.
        let mut plain = String::new();
        for paragraph in texts.into_iter().flat_map(paragraphs) {
            let all = sentences(paragraph);
            found.paragraphs += usize::from(!all.is_empty());
            found.longest_paragraph = found.longest_paragraph.max(all.len());
            found.sentences += all.len();
            for sentence in all {
                let mut count = 0;
                for word in words(sentence) {
                    count += 1;
                    plain.extend(word.chars().filter(|c| c.is_alphanumeric()));
                    plain.push(' ');
                }
                plain.push_str(". ");
                found.words += count;
                found.longest_sentence = found.longest_sentence.max(count);
            }
        }
        found.grade = textstat::flesch_kincaid_grade(&plain);
        found.ease = textstat::flesch_reading_ease(&plain);
        found
    }

    /// Words a sentence.
    pub fn sentence_length(&self) -> f64 {
        ratio(self.words, self.sentences)
    }

    /// Sentences a paragraph.
    pub fn paragraph_length(&self) -> f64 {
        ratio(self.sentences, self.paragraphs)
    }
}

fn ratio(many: usize, of: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if of == 0 { 0.0 } else { number(many) / number(of) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formula_is_that_of_flesch_and_kincaid() {
        // 10 words, 2 sentences, 10 syllables: 0.39 * 5 + 11.8 * 1 - 15.59.
        let found = Measures::of("The cat sat on the mat. The dog ran fast.");
        assert_eq!((found.words, found.sentences, found.longest_sentence, found.paragraphs), (10, 2, 6, 1));
        assert!((found.grade - -1.84).abs() < 0.01, "{}", found.grade);
        assert!((found.sentence_length() - 5.0).abs() < 0.01);
    }

    #[test]
    fn dots_within_a_sentence_do_not_make_it_easier() {
        let found = Measures::of("We may share it under s. 251 of the Act, e.g. with Dr. Who at a.b@c.example.");
        assert_eq!((found.sentences, found.longest_paragraph), (1, 1));
        assert_eq!(Measures::of_all(["One two.", "Three.\n\nFour. Five."]).longest_paragraph, 2);
        assert_eq!(Measures::of(""), Measures::default());
    }
}
