//! Reference documents: what is kept of them, and which are refused.

use crate::cases::{WHOLE, document};
use crate::sound::{WORD, assert_sound, parts, text};
use sharewright::emit::{Look, docx, reference_document};
use std::io::{Cursor, Write};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A Word file of some parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("its text");
    }
    writer.finish().expect("a package").into_inner()
}

/// The file of an organisation: a logo in the header, styles with ids of their own, a wide margin, and much that must not stay.
fn house(change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let package = "http://schemas.openxmlformats.org/package/2006";
    let relation = |id: u32, word: &str, to: &str, mode: &str| format!("<Relationship Id=\"rId{id}\" Type=\"{RELATIONS}/{word}\" Target=\"{to}\"{mode}/>");
    let list = |inner: String| format!("<Relationships xmlns=\"{package}/relationships\">{inner}</Relationships>");
    let types = format!(
        "<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml\"/><Override PartName=\"/word/comments.xml\" ContentType=\"x/y\"/></Types>"
    );
    let all = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", list(relation(1, "officeDocument", "word/document.xml", "") + &relation(2, "custom-properties", "docProps/custom.xml", "") + &relation(3, "thumbnail", "docProps/thumbnail.png", ""))),
        ("docProps/thumbnail.png", "the old first page".to_owned()),
        ("docProps/custom.xml", "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"Label\"><vt:lpwstr>kept</vt:lpwstr></property><property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"3\" name=\"Version\"><vt:lpwstr>old</vt:lpwstr></property></Properties>".to_owned()),
        (
            "word/document.xml",
            format!("<w:document xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONS}\"><w:body><w:p><w:r><w:t>old body</w:t></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1\" w:right=\"2000\" w:bottom=\"1\" w:left=\"2000\" w:header=\"1\" w:footer=\"1\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>"),
        ),
        (
            "word/_rels/document.xml.rels",
            list(relation(1, "styles", "styles.xml", "") + &relation(2, "settings", "settings.xml", "") + &relation(3, "header", "header1.xml", "") + &relation(4, "image", "media/old.png", "") + &relation(5, "comments", "comments.xml", "") + &relation(6, "hyperlink", "https://old.example/", " TargetMode=\"External\"")),
        ),
        (
            "word/styles.xml",
            format!("<w:styles xmlns:w=\"{WORD}\"><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Standard\"><w:name w:val=\"Normal\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/><w:rPr><w:color w:val=\"AA00AA\"/></w:rPr></w:style><w:style w:type=\"character\" w:styleId=\"Prompt\"><w:name w:val=\"Something else\"/></w:style></w:styles>"),
        ),
        ("word/settings.xml", format!("<w:settings xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONS}\"><w:attachedTemplate r:id=\"rId1\"/></w:settings>")),
        ("word/_rels/settings.xml.rels", list(relation(1, "attachedTemplate", "https://far.example/x.dotm", " TargetMode=\"External\""))),
        (
            "word/header1.xml",
            format!("<w:hdr xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONS}\"><w:p><w:r><w:t>House of Fenwold</w:t></w:r><w:r><w:drawing r:embed=\"rId1\"/></w:r><w:sdt><w:sdtPr><w:alias w:val=\"document.reference\"/></w:sdtPr><w:sdtContent><w:r><w:t>ab</w:t></w:r><w:r><w:t>cd</w:t></w:r></w:sdtContent></w:sdt></w:p></w:hdr>"),
        ),
        ("word/_rels/header1.xml.rels", list(relation(1, "image", "media/logo.png", ""))),
        ("word/media/logo.png", "the logo".to_owned()),
        ("word/media/old.png", "a picture of the old body".to_owned()),
        ("word/comments.xml", "<old/>".to_owned()),
    ];
    let all: Vec<(&str, String)> = all.into_iter().map(|(name, text)| (name, change(name, text))).collect();
    packed(&all.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>())
}

#[test]
fn the_look_of_a_house_is_kept() {
    let look = Look::reference(&house(|_, text| text)).expect("a look");
    let mut draft = document(WHOLE);
    draft.draft = true;
    let file = docx(&draft, &look).expect("a file");
    assert_sound(&file);
    assert!(file == docx(&draft, &look).expect("again"), "the same bytes");
    let all = parts(&file);
    assert_eq!(all["word/media/logo.png"], b"the logo");
    let header = text(&file, "word/header1.xml");
    assert!(header.contains("House of Fenwold") && header.contains("FEN-1") && !header.contains(">ab<") && !header.contains(">cd<"), "{header}");
    assert!(header.contains("string=\"DRAFT\"") && text(&file, "word/header-first-added.xml").contains("string=\"DRAFT\""), "the first page has a header of its own");
    let main = text(&file, "word/document.xml");
    assert!(main.contains("w:left=\"2000\"") && main.contains("<w:pStyle w:val=\"berschrift1\"/>") && !main.contains("old body"));
    let styles = text(&file, "word/styles.xml");
    assert!(styles.contains("AA00AA") && styles.contains("w:styleId=\"SharewrightPrompt\"") && styles.matches("w:default=\"1\"").count() == 1, "{styles}");
    for gone in ["word/media/old.png", "docProps/thumbnail.png", "word/_rels/comments.xml.rels"] {
        assert!(!all.contains_key(gone), "{gone}");
    }
    for (name, bytes) in &all {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("far.example") && !text.contains("old.example") && !text.contains("template.main"), "{name}");
    }
    let custom = text(&file, "docProps/custom.xml");
    assert!(custom.contains("kept") && !custom.contains(">old<") && custom.contains("2.1"), "{custom}");
}

#[test]
fn the_reference_document_of_the_tool_gives_the_look_of_the_tool() {
    let look = Look::reference(&reference_document().expect("a reference document")).expect("a look");
    let file = docx(&document(WHOLE), &look).expect("a file");
    assert_sound(&file);
    let own = docx(&document(WHOLE), &Look::own().expect("a look")).expect("a file");
    // The lists of the sample stay, so that those of a document have higher numbers.
    let without_lists = |text: String| text.split("<w:numId w:val=\"").map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned()).collect::<String>();
    for part in ["word/document.xml", "word/styles.xml", "word/header.xml", "word/footer.xml"] {
        assert!(without_lists(text(&file, part)) == without_lists(text(&own, part)), "{part}");
    }
}

#[test]
fn a_changed_outline_is_kept_when_its_numbers_are_the_same() {
    let changed = |from: &str, to: &str| {
        let parts = parts(&reference_document().expect("a reference document"));
        let parts: Vec<(String, String)> = parts
            .into_iter()
            .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("text")))
            .map(|(name, text)| if name == "word/numbering.xml" { (name, text.replacen(from, to, 1)) } else { (name, text) })
            .collect();
        let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let file = docx(&document(WHOLE), &Look::reference(&packed(&parts)).expect("a look")).expect("a file");
        assert_sound(&file);
        text(&file, "word/document.xml").split("Heading1\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"").nth(1).and_then(|rest| rest.split('"').next().map(str::to_owned))
    };
    assert_eq!(changed("w:left=\"737\"", "w:left=\"500\"").as_deref(), Some("1"));
    assert_ne!(changed("w:val=\"%1\"", "w:val=\"Part %1\"").as_deref(), Some("1"), "another numbering is not used");
}

#[test]
fn what_is_no_safe_word_file_is_refused() {
    let why = |file: &[u8]| Look::reference(file).map(|_| ()).expect_err("refused").what;
    assert!(why(b"not a zip").contains("no .docx file"));
    assert!(why(&packed(&[("a.xml", "<a/>")])).contains("no Word document"));
    for name in ["../evil.xml", "/evil.xml", "word/../../evil.xml", "c:\\evil.xml", "word\\evil.xml"] {
        assert!(why(&packed(&[(name, "<a/>")])).contains("leads out"), "{name}");
    }
    assert!(why(&packed(&[("word/vbaProject.bin", "x")])).contains("macros"));
    assert!(why(&house(|name, text| if name == "word/styles.xml" { format!("<!DOCTYPE x [<!ENTITY a \"b\">]>{text}") } else { text })).contains("document type"));
    assert!(why(&house(|name, text| if name == "word/styles.xml" { text.replace("</w:styles>", "") } else { text })).contains("word/styles.xml"));
    assert!(why(&house(|name, text| if name == "word/document.xml" { text.replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main") } else { text })).contains("Strict"));
    let bomb = " ".repeat(100 * 1024 * 1024);
    assert!(why(&packed(&[("word/a.xml", &bomb)])).contains("more than 96 MB"));
}

#[test]
fn deep_nesting_is_refused_or_read_and_never_a_crash() {
    let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
    let file = house(|name, text| if name == "word/styles.xml" { text.replace("</w:styles>", &format!("{deep}</w:styles>")) } else { text });
    if let Err(fault) = Look::reference(&file) {
        assert!(fault.what.contains("word/styles.xml"), "{}", fault.what);
    }
}
