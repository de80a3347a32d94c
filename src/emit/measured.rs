//! How hard a document is to read, layer by layer. A layer is what stands under one heading of the first level.

use super::document::{Block, Document, plain};
use crate::reading::Measures;

/// One layer, measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// The name of its heading.
    pub name: String,
    /// The words of its heading.
    pub title: String,
    /// What was counted.
    pub measures: Measures,
}

impl Layer {
    /// The measures in a line.
    pub fn in_words(&self) -> String {
        let found = &self.measures;
        format!(
            "{} words; {:.1} words a sentence, the longest {}; {:.1} sentences a paragraph, the longest {}; Flesch-Kincaid grade {:.1}",
            found.words,
            found.sentence_length(),
            found.longest_sentence,
            found.paragraph_length(),
            found.longest_paragraph,
            found.grade
        )
    }
}

/// The layers of a document that hold running text. Headings and tables are not running text; an item of a list counts as a paragraph.
pub fn measured(document: &Document) -> Vec<Layer> {
    let mut layers: Vec<(String, String, Vec<String>)> = Vec::new();
    for block in &document.blocks {
        if let Block::Heading { level: 1, name, text, .. } = block {
            layers.push((name.clone(), plain(text), Vec::new()));
            continue;
        }
        if layers.is_empty() {
            layers.push((String::new(), document.title.clone(), Vec::new()));
        }
        let Some((.., texts)) = layers.last_mut() else { continue };
        match block {
            Block::Paragraph { text } | Block::Clause { text, .. } | Block::Note { text, .. } => texts.push(plain(text)),
            Block::List { items, .. } => texts.extend(items.iter().map(|item| plain(item))),
            _ => {}
        }
    }
    let with_text = layers.into_iter().filter(|(.., texts)| !texts.is_empty());
    with_text.map(|(name, title, texts)| Layer { name, title, measures: Measures::of_all(texts.iter().map(String::as_str)) }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::document::read_sheet;
    use super::*;

    #[test]
    fn each_layer_is_measured_by_itself() {
        let sheet = ":title T\n:section a | A\nOne two. Three.\n- four five\n:section b | B\n:table t\n:head A\n:row 1\n:end\n:section c | C\n:note info | Six.\n";
        let layers = measured(&read_sheet("x", sheet).expect("a document"));
        let found: Vec<(&str, usize, usize)> = layers.iter().map(|layer| (layer.name.as_str(), layer.measures.words, layer.measures.sentences)).collect();
        assert_eq!(found, [("a", 5, 3), ("c", 1, 1)]);
        assert!(layers[0].in_words().starts_with("5 words; 1.7 words a sentence, the longest 2;"), "{}", layers[0].in_words());
    }
}
