//! The Word file that ships with the tool, part by part. Its parts stand in `templates/word/`.

use super::look::TYPE;
use super::numbering;
use super::package::{Package, ROOT_RELATIONS, TYPES};
use super::relations::{Relations, Types, relations_of};
use super::styles;

/// What a document is that shows the look.
pub(super) const SAMPLE: &str = include_str!("../../../templates/word/reference.sheet");

/// The pages of a reference document that says nothing of its own.
pub(super) const PLAIN_SECTION: &str =
    "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" w:header=\"624\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>";

const DOCUMENT: &str = "word/document.xml";

/// The parts that the document names: what they are, their path and their text. Their order gives the ids `rId1`, `rId2` and so on.
const PARTS: [(&str, &str, &str); 6] = [
    ("styles", "styles.xml", styles::OWN),
    ("numbering", "numbering.xml", numbering::OWN),
    ("settings", "settings.xml", include_str!("../../../templates/word/settings.xml")),
    ("fontTable", "fontTable.xml", include_str!("../../../templates/word/fontTable.xml")),
    ("header", "header.xml", include_str!("../../../templates/word/header.xml")),
    ("footer", "footer.xml", include_str!("../../../templates/word/footer.xml")),
];

/// The package.
pub(super) fn package() -> Package {
    let mut package = Package::default();
    let mut types = Types { endings: vec![("rels".into(), "application/vnd.openxmlformats-package.relationships+xml".into()), ("xml".into(), "application/xml".into())], parts: Vec::new() };
    let mut put = |path: &str, text: &str| {
        package.parts.insert(path.to_owned(), text.as_bytes().to_vec());
    };
    let mut relations = Relations::default();
    for (word, name, text) in PARTS {
        relations.add(word, name, false);
        types.set(&format!("word/{name}"), &format!("{TYPE}{word}+xml"));
        put(&format!("word/{name}"), text);
    }
    put(DOCUMENT, include_str!("../../../templates/word/document.xml"));
    put(&relations_of(DOCUMENT), &relations.write());
    let mut root = Relations::default();
    root.add("officeDocument", DOCUMENT, false);
    root.add("extended-properties", "docProps/app.xml", false);
    put(ROOT_RELATIONS, &root.write());
    put("docProps/app.xml", include_str!("../../../templates/word/app.xml"));
    types.set("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    put(TYPES, &types.write());
    package
}
