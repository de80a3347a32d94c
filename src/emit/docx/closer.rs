//! Papers and parts that are meant for one page: letters smaller, lines and paragraphs closer together.

use super::xml::{WORD, edited};
use roxmltree::Node;
use std::collections::BTreeMap;

/// The smallest letters that a paper is set in, in halves of a point.
const SMALLEST: u32 = 16;
/// The smallest that those of a part are made, which is for people to read who did not ask for it.
const SMALLEST_OF_PART: u32 = 20;
/// The size of letters where no style says one.
const UNSAID: u32 = 20;
/// How many styles may stand one upon the other.
const DEEPEST: usize = 20;

/// How a paragraph stands in a part that is meant for one page: its letters in halves of a point, the room before and after it in
/// twentieths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Close {
    pub(super) size: u32,
    pub(super) before: u32,
    pub(super) after: u32,
}

/// How paragraphs stand in a part that is meant for one page, by the id of their style. The rest of the paper keeps its styles.
pub(super) fn close(styles: Node<'_, '_>) -> BTreeMap<String, Close> {
    let all: BTreeMap<&str, Node<'_, '_>> = styles.children().filter(|node| node.has_tag_name((WORD, "style"))).filter_map(|node| Some((node.attribute((WORD, "styleId"))?, node))).collect();
    let defaults = styles.children().find(|node| node.has_tag_name((WORD, "docDefaults")));
    let one = |id: &str| {
        let mut chain = Vec::new();
        let mut next = all.get(id).copied();
        while let Some(style) = next.filter(|_| chain.len() < DEEPEST) {
            chain.push(style);
            next = value(style, "basedOn", "val").and_then(|id| all.get(id).copied());
        }
        chain.extend(defaults);
        let number = |element: &str, attribute: &str| chain.iter().find_map(|style| value(*style, element, attribute)?.parse::<u32>().ok());
        let size = number("sz", "val").unwrap_or(UNSAID);
        let space = |side: &str| number("spacing", side).unwrap_or(0) / 3;
        Close { size: if size > SMALLEST_OF_PART { (size * 6 / 7).max(SMALLEST_OF_PART) } else { size }, before: space("before"), after: space("after") }
    };
    all.keys().map(|id| ((*id).to_owned(), one(id))).collect()
}

/// What an element within a style says. Letters have a `spacing` too, which has none of these attributes.
fn value<'t>(style: Node<'t, '_>, element: &str, attribute: &str) -> Option<&'t str> {
    style.descendants().filter(|node| node.has_tag_name((WORD, element))).find_map(|node| node.attribute((WORD, attribute)))
}

/// The styles of a paper that is meant for one page: letters a seventh smaller, lines and paragraphs closer together.
pub(super) fn closer(part: &str) -> String {
    let smaller: fn(u32) -> u32 = |size| if size > SMALLEST { (size * 6 / 7).max(SMALLEST) } else { size };
    let single: fn(u32) -> u32 = |line| line.min(240);
    let half: fn(u32) -> u32 = |space| space / 2;
    let marks = [("<w:sz w:val=\"", smaller), ("<w:szCs w:val=\"", smaller), (" w:line=\"", single), (" w:before=\"", half), (" w:after=\"", half)];
    let mut edits = Vec::new();
    for (mark, change) in marks {
        for (at, _) in part.match_indices(mark) {
            let start = at + mark.len();
            let digits = part[start..].bytes().take_while(u8::is_ascii_digit).count();
            if let Ok(number) = part[start..start + digits].parse() {
                edits.push((start..start + digits, change(number).to_string()));
            }
        }
    }
    edited(part, edits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_for_one_page_stands_by_the_styles_that_it_has() {
        let styles = format!(
            "<w:styles xmlns:w=\"{WORD}\"><w:docDefaults><w:rPr><w:sz w:val=\"22\"/></w:rPr><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:docDefaults><w:style w:styleId=\"a\"/>\
             <w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/><w:pPr><w:spacing w:before=\"60\"/></w:pPr><w:rPr><w:spacing w:val=\"9\"/><w:sz w:val=\"28\"/></w:rPr></w:style>\
             <w:style w:styleId=\"c\"><w:basedOn w:val=\"c\"/></w:style></w:styles>"
        );
        let found = close(roxmltree::Document::parse(&styles).expect("XML").root_element());
        assert_eq!(found["a"], Close { size: 20, before: 0, after: 40 });
        assert_eq!(found["b"], Close { size: 24, before: 20, after: 40 });
        assert_eq!(found["c"], found["a"], "a style that stands upon itself");
    }

    #[test]
    fn what_is_meant_for_one_page_is_smaller_and_closer() {
        let part = "<w:spacing w:before=\"200\" w:beforeAutospacing=\"0\" w:after=\"80\" w:line=\"276\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"17\"/><w:sz w:val=\"14\"/>";
        assert_eq!(closer(part), "<w:spacing w:before=\"100\" w:beforeAutospacing=\"0\" w:after=\"40\" w:line=\"240\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"16\"/><w:sz w:val=\"14\"/>");
    }
}
