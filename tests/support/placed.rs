//! A piece of a file within the blocks that it may stand in.

use sharewright::model::{KindId, NameRule, Vocabulary};

/// The text within a block of a kind, that one within a block in which it may stand, and so on; without a kind, the text.
pub fn placed(vocabulary: &Vocabulary, home: Option<KindId>, text: &str) -> String {
    let mut text = text.to_owned();
    let mut at = home.filter(|home| home.0 != 0);
    while let Some(home) = at {
        let around = vocabulary.kind(home);
        let name = if around.name == NameRule::Must { " example" } else { "" };
        let value = if around.item || around.values.is_none() { "" } else { " \"an example\"" };
        text = format!("{}{name}{value} {{\n{text}\n}}\n", around.word);
        at = outside(vocabulary, home);
    }
    text
}

/// The first kind in which a kind may stand; nothing for what stands in the file itself.
pub fn outside(vocabulary: &Vocabulary, kind: KindId) -> Option<KindId> {
    (0..vocabulary.kinds.len() as u16).map(KindId).find(|home| vocabulary.kind(*home).children.iter().any(|(_, child)| *child == kind)).filter(|home| home.0 != 0)
}
