//! Word files: sound packages, numbers as in the document, the look of a reference document kept, and nothing that breaks out.

#[path = "docx/cases.rs"]
mod cases;
#[path = "docx/reference.rs"]
mod reference;
#[path = "docx/sound.rs"]
mod sound;
#[path = "docx/tools.rs"]
mod tools;

use cases::{HOSTILE, WHOLE, document};
use sharewright::emit::document::{Block, Document};
use sharewright::emit::{Look, docx, reference_document};
use sound::{WORD, assert_sound, parts, text};

fn written(document: &Document) -> Vec<u8> {
    docx(document, &Look::own().expect("a look")).expect("a Word file")
}

#[test]
fn a_word_file_is_sound() {
    assert_sound(&written(&document(WHOLE)));
    assert_sound(&reference_document().expect("a reference document"));
}

#[test]
fn the_same_document_is_the_same_file() {
    assert!(written(&document(WHOLE)) == written(&document(WHOLE)));
}

/// What Word and `LibreOffice` show before headings and clauses, counted as they count.
fn numbers(main: &str) -> Vec<String> {
    let tree = roxmltree::Document::parse(main).expect("XML");
    let mut counts = [0_u32; 9];
    let mut shown = Vec::new();
    for paragraph in tree.descendants().filter(|node| node.has_tag_name((WORD, "p"))) {
        let value = |name: &str| paragraph.descendants().find(|node| node.has_tag_name((WORD, name))).and_then(|node| node.attribute((WORD, "val")));
        let style = value("pStyle").unwrap_or("");
        if !(style.starts_with("Heading") || style == "Clause") {
            continue;
        }
        if value("numId") == Some("0") {
            let written: String = paragraph.descendants().take_while(|node| !node.has_tag_name((WORD, "tab"))).filter(|node| node.has_tag_name((WORD, "t"))).filter_map(|node| node.text()).collect();
            shown.push(written);
            continue;
        }
        assert_eq!(value("numId"), Some("1"), "the outline of the headings");
        let level: usize = value("ilvl").expect("a level").parse().expect("a number");
        counts[level] += 1;
        counts[level + 1..].fill(0);
        shown.push(counts[..=level].iter().map(u32::to_string).collect::<Vec<_>>().join("."));
    }
    shown
}

#[test]
fn numbers_are_those_of_the_document() {
    let document = document(WHOLE);
    let said: Vec<String> = document.blocks.iter().filter_map(|block| if let Block::Heading { number, .. } | Block::Clause { number, .. } = block { Some(number.clone()) } else { None }).collect();
    assert!(said.len() > 8 && said.contains(&"1.1".to_owned()) && said.iter().any(|number| number.matches('.').count() == 3));
    assert_eq!(numbers(&text(&written(&document), "word/document.xml")), said);
}

#[test]
fn a_number_that_word_would_count_otherwise_is_written_out() {
    let document = document(":title T\n:numbered\n:subsection a | First\n:section b | Second\n:clause c | Clause\n");
    let said: Vec<String> = document.blocks.iter().filter_map(|block| if let Block::Heading { number, .. } | Block::Clause { number, .. } = block { Some(number.clone()) } else { None }).collect();
    assert_eq!(said, ["0.1", "1", "1.1"]);
    assert_eq!(numbers(&text(&written(&document), "word/document.xml")), said);
}

#[test]
fn each_clause_stands_in_a_control_of_its_name() {
    let main = text(&written(&document(WHOLE)), "word/document.xml");
    for name in ["purpose.care", "flow.briefing", "flow.channel"] {
        assert!(main.contains(&format!("<w:alias w:val=\"{name}\"/><w:tag w:val=\"{name}\"/>")), "{name}");
    }
    let long = format!(":title T\n:clause {} | x\n:clause {}y | z\n", "long.".repeat(40), "long.".repeat(40));
    let main = text(&written(&document(&long)), "word/document.xml");
    let tags: Vec<&str> = main.split("<w:tag w:val=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(tags.len() == 2 && tags[0] != tags[1] && tags.iter().all(|tag| tag.len() <= 64), "{tags:?}");
}

#[test]
fn what_is_open_carries_the_finding_as_a_comment() {
    let file = written(&document(WHOLE));
    let comments = text(&file, "word/comments.xml");
    assert!(comments.contains("CHK-Q03: no channel is named"), "{comments}");
    let main = text(&file, "word/document.xml");
    assert!(main.contains("<w:commentReference w:id=\"0\"/>") && main.contains("<w:highlight w:val=\"yellow\"/>"));
    assert!(!parts(&written(&document(":title T\nno prompt\n"))).contains_key("word/comments.xml"));
}

#[test]
fn a_draft_is_marked_on_every_page_and_a_warning_on_the_first() {
    let draft = written(&document(":title T\n:draft\n:warning Two errors.\n:section a | A\n"));
    assert!(text(&draft, "word/header.xml").contains("string=\"DRAFT\""));
    let main = text(&draft, "word/document.xml");
    let place = |what: &str| main.find(what).unwrap_or_else(|| panic!("`{what}` is there"));
    assert!(place("Not agreed and not in force") < place("Two errors.") && place("Two errors.") < place("Heading1"));
    assert!(!text(&written(&document(":title T\n")), "word/header.xml").contains("DRAFT"));
}

#[test]
fn tables_repeat_their_head_and_keep_their_rows_whole() {
    let main = text(&written(&document(WHOLE)), "word/document.xml");
    assert!(main.contains("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"));
    assert!(main.matches("<w:cantSplit/>").count() > 5);
    let long = format!(":title T\n:table C\n:head A | B\n:row a | {}\n:end\n", "word ".repeat(2000));
    assert_eq!(text(&written(&document(&long)), "word/document.xml").matches("<w:cantSplit/>").count(), 1, "a row longer than a page may be cut");
}

#[test]
fn the_properties_tell_what_it_is() {
    let mut welsh = document(WHOLE);
    "cy".clone_into(&mut welsh.language);
    let file = written(&welsh);
    let core = text(&file, "docProps/core.xml");
    for said in ["<dc:title>Night car</dc:title>", "<dc:language>cy-GB</dc:language>", "<dc:subject>Who may tell whom</dc:subject>", "<cp:version>2.1</cp:version>"] {
        assert!(core.contains(said), "{said} in {core}");
    }
    assert!(text(&file, "word/document.xml").contains("<w:lang w:val=\"cy-GB\"/>"));
    let custom = text(&file, "docProps/custom.xml");
    assert!(custom.contains("name=\"Marking\"") && custom.contains("name=\"Content hash\""), "{custom}");
    assert!(!text(&written(&document(WHOLE)), "word/document.xml").contains("<w:lang "), "English is the language of the look");
}

#[test]
fn the_header_tells_reference_version_and_marking() {
    let file = written(&document(WHOLE));
    let header = text(&file, "word/header.xml");
    assert!(header.contains("FEN-1") && header.contains("Version 2.1") && header.contains("OFFICIAL-SENSITIVE"), "{header}");
    let footer = text(&file, "word/footer.xml");
    assert!(footer.contains("Night car") && footer.contains(" PAGE ") && footer.contains(" NUMPAGES "), "{footer}");
    let bare = text(&written(&document(":title T\n")), "word/header.xml");
    assert!(!bare.contains("MARKING") && !bare.contains("Version"), "{bare}");
}

#[test]
fn the_contents_are_a_field_with_entries_that_lead_somewhere() {
    let main = text(&written(&document(WHOLE)), "word/document.xml");
    assert!(main.contains("w:dirty=\"true\"") && main.contains(" TOC \\o &quot;1-2&quot; ") || main.contains(" TOC \\o \"1-2\" "));
    let anchors: Vec<&str> = main.split("w:anchor=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(anchors.len() >= 4);
    for anchor in anchors {
        assert!(main.contains(&format!("w:name=\"{anchor}\"")), "{anchor}");
    }
}

#[test]
fn a_diagram_is_a_picture_with_a_text_alternative_and_words_below_it() {
    let file = written(&document(WHOLE));
    let main = text(&file, "word/document.xml");
    let tree = roxmltree::Document::parse(&main).expect("XML");
    let of = |name: &str| tree.descendants().find(|node| node.tag_name().name() == name).unwrap_or_else(|| panic!("`{name}` is there"));
    let said = "Trust gives risk to Police, for care, under CDA 1998 s.115";
    assert_eq!(of("docPr").attribute("descr"), Some(format!("Who gives what: {said}").as_str()));
    assert_eq!(main.matches(said).count(), 2, "in the alternative and below the picture");
    let relation = of("svgBlip").attributes().find(|attribute| attribute.name() == "embed").map(|attribute| attribute.value().to_owned()).expect("a relation");
    assert!(text(&file, "word/_rels/document.xml.rels").contains(&format!("Id=\"{relation}\"")));
    assert!(text(&file, "word/media/sharewright-diagram-1.svg").contains("Police"));
    let extent = of("extent");
    let size = |name: &str| extent.attribute(name).and_then(|size| size.parse::<u64>().ok()).expect("a size");
    assert!((1_000_000..=9638 * 635).contains(&size("cx")) && size("cy") < 14173 * 635, "it fits on the page");
}

#[test]
fn a_diagram_that_is_longer_than_a_page_becomes_several_pictures() {
    let flows = ":flow Trust | Police | item | care | CDA 1998 s.115\n".repeat(40);
    let file = written(&document(&format!(":title T\n:diagram D\n{flows}")));
    assert_sound(&file);
    let pictures = parts(&file).keys().filter(|name| name.contains("/media/")).count();
    assert!(pictures > 1, "{pictures}");
}

#[test]
fn no_text_breaks_out() {
    for text in HOSTILE {
        let file = written(&cases::everywhere(text));
        assert_sound(&file);
        let allowed: String = text.chars().filter(|c| !c.is_control()).filter(|c| *c != '\u{FFFE}' && *c != '\u{FFFF}').take(20).collect();
        let main = sound::text(&file, "word/document.xml");
        let tree = roxmltree::Document::parse(&main).expect("XML");
        let said: String = tree.descendants().filter(|node| node.has_tag_name((WORD, "t"))).filter_map(|node| node.text()).collect();
        assert!(said.contains(&allowed), "{text:?} is there as text");
    }
}

#[test]
fn ten_megabytes_are_text_too() {
    let long = "\u{1F600} \u{5D0}&<".repeat(1_000_000);
    assert!(long.len() >= 9_000_000);
    let name: String = long.chars().take(50_000).collect();
    let text = vec![sharewright::emit::document::Inline::Text(long)];
    let file = written(&Document { title: name.clone(), reference: name.clone(), marking: name.clone(), blocks: vec![Block::Clause { name, number: String::new(), text }], ..Document::default() });
    let all = parts(&file);
    assert!(all["word/document.xml"].len() > 15_000_000 && all["word/header.xml"].len() < 5_000 && all["docProps/core.xml"].len() < 5_000);
    assert_sound(&file);
}
