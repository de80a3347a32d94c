//! A document as a Word file: real styles, headings and numbers, one content control a clause, comments for what is open.
//!
//! There is one way to write it. The look, ours or that of a reference document, is a package of parts; the body, the properties, the
//! comments and what the header shows are put into it.

mod body;
mod closer;
mod comments;
mod contents;
mod counter;
mod diagram;
mod headers;
mod look;
mod numbering;
mod package;
mod properties;
mod relations;
mod runs;
mod section;
mod shipped;
mod styles;
mod tables;
mod xml;

pub use look::Look;
pub use package::ReferenceFault;

use super::document::{Document, read_sheet};
use look::TYPE;
use package::{ROOT_RELATIONS, TYPES, pack};
use relations::{Relation, relations_of, resolve};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Writes a Word file.
pub fn docx(document: &Document, look: &Look) -> std::io::Result<Vec<u8>> {
    let mut parts: BTreeMap<Cow<'_, str>, Cow<'_, [u8]>> = look.package.parts.iter().map(|(path, part)| (Cow::Borrowed(path.as_str()), Cow::Borrowed(part.as_slice()))).collect();
    let mut put = |path: String, text: String| {
        parts.insert(Cow::Owned(path), Cow::Owned(text.into_bytes()));
    };
    let (mut root, mut types, mut relations) = (look.root.clone(), look.types.clone(), look.relations.clone());
    let language = regional(&document.language);
    let body = body::body(look, document, &language);

    if !body.comments.is_empty() {
        let path = resolve(&look.main, "comments.xml");
        types.set(&path, &format!("{TYPE}comments+xml"));
        relations.add("comments", &format!("/{path}"), false);
        put(path, comments::comments(look, &body.comments));
    }
    for (place, address) in body.links.iter().enumerate() {
        relations.0.push(Relation { id: body::link_id(place), kind: format!("{}/hyperlink", xml::RELATIONS), target: address.clone(), external: true });
    }
    for (place, picture) in body.pictures.iter().enumerate() {
        let path = resolve(&look.main, &format!("media/sharewright-diagram-{}.svg", place + 1));
        types.set(&path, "image/svg+xml");
        relations.0.push(Relation { id: body::picture_id(place), kind: format!("{}/image", xml::RELATIONS), target: format!("/{path}"), external: false });
        put(path, picture.clone());
    }
    for (paths, is_header) in [(&look.headers, true), (&look.footers, false)] {
        for path in paths {
            let text = look.package.text(path).unwrap_or("");
            put(path.clone(), headers::filled(path, text, document, is_header));
        }
    }
    for (path, text) in properties::parts(document, &language, look, &mut root, &mut types) {
        put(path, text);
    }
    if document.one_page {
        put(look.styles_part.clone(), closer::closer(&look.styles.part));
    }
    put(look.numbering_part.clone(), look.numbering.part(body.ordered));
    put(look.main.clone(), [look.opening.as_str(), &body.out, &look.section.xml, &look.closing].concat());
    put(relations_of(&look.main), relations.write());
    put(ROOT_RELATIONS.to_owned(), root.write());
    put(TYPES.to_owned(), types.write());
    pack(&parts)
}

/// A Word file that shows the look and is made to be changed in Word: the start of a reference document.
pub fn reference_document() -> Result<Vec<u8>, ReferenceFault> {
    let look = Look::own()?;
    let sample = read_sheet("reference", shipped::SAMPLE).map_err(|fault| ReferenceFault::new(fault.what))?;
    docx(&sample, &look).map_err(|error| ReferenceFault::new(error.to_string()))
}

/// A language with its country, as Word knows languages.
fn regional(language: &str) -> String {
    match language {
        "" | "en" => "en-GB".to_owned(),
        "cy" => "cy-GB".to_owned(),
        other => other.to_owned(),
    }
}
