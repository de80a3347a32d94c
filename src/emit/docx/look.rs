//! The look of Word documents: ours, or that of a reference document, with everything but the body kept.

use super::headers;
use super::numbering::{self, Numbering};
use super::package::{Package, ROOT_RELATIONS, ReferenceFault, TYPES};
use super::relations::{Relations, Types, relations_of, resolve};
use super::section::Section;
use super::shipped;
use super::styles::{self, Styles};
use super::xml::{RELATIONS, WORD, edited, read};
use std::collections::BTreeSet;

/// Types of parts, of which each begins so.
pub(super) const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// What the package itself names, and is kept. Signatures and pictures of the first page would be wrong.
const KEPT_OF_PACKAGE: [&str; 5] = ["officeDocument", "core-properties", "extended-properties", "custom-properties", "customXml"];
/// What the document names, and is kept. What belonged to the old body goes with it.
const KEPT_OF_DOCUMENT: [&str; 12] = ["styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "theme", "header", "footer", "footnotes", "endnotes", "customXml"];
/// What the settings name, and would be fetched from elsewhere when a document is opened.
const FETCHED: [&str; 3] = ["attachedTemplate", "mailMerge", "saveThroughXslt"];

/// How Word documents look.
#[derive(Clone, Debug)]
pub struct Look {
    pub(super) package: Package,
    pub(super) types: Types,
    pub(super) root: Relations,
    /// The path of the document within the package.
    pub(super) main: String,
    pub(super) relations: Relations,
    /// What stands before the body and after it.
    pub(super) opening: String,
    pub(super) closing: String,
    pub(super) section: Section,
    pub(super) styles: Styles,
    pub(super) styles_part: String,
    pub(super) numbering: Numbering,
    pub(super) numbering_part: String,
    /// The paths of headers and footers.
    pub(super) headers: Vec<String>,
    pub(super) footers: Vec<String>,
}

impl Look {
    /// The look that ships with the tool.
    pub fn own() -> Result<Look, ReferenceFault> {
        Look::of(shipped::package())
    }

    /// The look of a Word file.
    pub fn reference(file: &[u8]) -> Result<Look, ReferenceFault> {
        Look::of(Package::read(file)?)
    }

    fn of(mut package: Package) -> Result<Look, ReferenceFault> {
        let lacks = |what: &str| ReferenceFault::new(format!("it has no {what}, so it is no Word document"));
        let mut types = Types::read(TYPES, package.text(TYPES).ok_or_else(|| lacks("list of types"))?)?;
        let mut root = Relations::read(ROOT_RELATIONS, package.text(ROOT_RELATIONS).ok_or_else(|| lacks("list of relations"))?)?;
        root.0.retain(|relation| !relation.external && KEPT_OF_PACKAGE.contains(&relation.word()));
        let main = resolve("", &root.first("officeDocument").ok_or_else(|| lacks("main part"))?.target);
        let document = package.text(&main).ok_or_else(|| lacks("main part"))?.to_owned();
        let mut relations = match package.text(&relations_of(&main)) {
            Some(text) => Relations::read(&relations_of(&main), text)?,
            None => Relations::default(),
        };
        relations.0.retain(|relation| !relation.external && KEPT_OF_DOCUMENT.contains(&relation.word()));
        // A template becomes a document.
        types.set(&main, &format!("{TYPE}document.main+xml"));

        let (opening, section, closing) = body(&main, &document)?;
        let mut part = |word: &str, shipped: &str| {
            let known = relations.first(word).map(|relation| resolve(&main, &relation.target)).filter(|path| package.parts.contains_key(path));
            known.unwrap_or_else(|| {
                let path = resolve(&main, &format!("{word}.xml"));
                relations.0.retain(|relation| relation.word() != word);
                relations.add(word, &format!("/{path}"), false);
                types.set(&path, &format!("{TYPE}{word}+xml"));
                package.parts.insert(path.clone(), shipped.as_bytes().to_vec());
                path
            })
        };
        let styles_part = part("styles", styles::OWN);
        let numbering_part = part("numbering", numbering::NONE);
        let styles = Styles::read(&styles_part, package.text(&styles_part).unwrap_or(styles::OWN))?;
        // A part without a list holds nothing to keep.
        let lists = package.text(&numbering_part).filter(|text| text.contains("abstractNum ")).unwrap_or(numbering::NONE);
        let numbering = Numbering::read(&numbering_part, lists, &styles)?;
        package.parts.insert(styles_part.clone(), styles.part.clone().into_bytes());
        without_what_is_fetched(&mut package, &main, &relations)?;
        without_old_notes(&mut package, &main, &relations)?;

        let is_uneven = relations.first("settings").and_then(|settings| package.text(&resolve(&main, &settings.target))).is_some_and(|settings| settings.contains("<w:evenAndOddHeaders"));
        let mut section = Section::read(&section);
        headers::complete(&mut section, &mut package, &mut types, &mut relations, &main, is_uneven);
        let paths = |word: &str| relations.0.iter().filter(|relation| relation.word() == word).map(|relation| resolve(&main, &relation.target)).collect::<Vec<_>>();
        let (headers, footers) = (paths("header"), paths("footer"));
        for part in headers.iter().chain(&footers) {
            headers::check(part, package.text(part).unwrap_or(""))?;
        }
        let mut look = Look { package, types, root, main, relations, opening, closing, section, styles, styles_part, numbering, numbering_part, headers, footers };
        look.forget_strangers();
        Ok(look)
    }

    /// Takes out the parts that nothing names any more.
    fn forget_strangers(&mut self) {
        let mut wanted: BTreeSet<String> = BTreeSet::new();
        let targets = |part: &str, relations: &Relations| relations.0.iter().filter(|relation| !relation.external).map(|relation| resolve(part, &relation.target)).collect::<Vec<_>>();
        let mut open = targets("", &self.root);
        open.extend(targets(&self.main, &self.relations));
        while let Some(part) = open.pop() {
            if part == self.main || !wanted.insert(part.clone()) {
                continue;
            }
            let list = relations_of(&part);
            if let Some(relations) = self.package.text(&list).and_then(|text| Relations::read(&list, text).ok()) {
                open.extend(targets(&part, &relations));
                wanted.insert(list);
            }
        }
        self.package.parts.retain(|part, _| wanted.contains(part));
        let parts = &self.package.parts;
        let main = &self.main;
        self.types.parts.retain(|(part, _)| part == main || parts.contains_key(part));
    }
}

/// What stands before the body, its last section, and what stands after it.
fn body(part: &str, text: &str) -> Result<(String, String, String), ReferenceFault> {
    let tree = read(part, text)?;
    let root = tree.root_element();
    let is_bound = |name: &str, to: &str| root.namespaces().any(|space| space.name() == Some(name) && space.uri() == to);
    let body = root.children().find(|node| node.has_tag_name((WORD, "body")));
    let (Some(body), true) = (body, is_bound("w", WORD)) else {
        return Err(ReferenceFault::new("it is written in a form of Word documents that is not read here; save it in Word as `Word Document (*.docx)`, not as `Strict Open XML`"));
    };
    let section = body.children().rfind(roxmltree::Node::is_element).filter(|node| node.has_tag_name((WORD, "sectPr")));
    let mut opening = format!("{}<w:body>", &text[..body.range().start]);
    if !is_bound("r", RELATIONS)
        && let Some(at) = opening.find("<w:document").map(|at| at + "<w:document".len())
    {
        opening.insert_str(at, &format!(" xmlns:r=\"{RELATIONS}\""));
    }
    let section = section.map_or(String::new(), |node| text[node.range()].to_owned());
    Ok((opening, section, format!("</w:body>{}", &text[body.range().end..])))
}

/// Takes out of the settings what makes Word fetch something when a document is opened.
fn without_what_is_fetched(package: &mut Package, main: &str, relations: &Relations) -> Result<(), ReferenceFault> {
    let Some(part) = relations.first("settings").map(|relation| resolve(main, &relation.target)) else { return Ok(()) };
    let Some(text) = package.text(&part) else { return Ok(()) };
    let tree = read(&part, text)?;
    let gone = tree.descendants().filter(|node| FETCHED.contains(&node.tag_name().name())).map(|node| (node.range(), String::new())).collect();
    let settings = edited(text, gone);
    let list = relations_of(&part);
    if let Some(text) = package.text(&list) {
        let mut relations = Relations::read(&list, text)?;
        relations.0.retain(|relation| !relation.external);
        package.parts.insert(list, relations.write().into_bytes());
    }
    package.parts.insert(part, settings.into_bytes());
    Ok(())
}

/// Takes out the notes that stood at the foot of the old body; the lines above notes stay.
fn without_old_notes(package: &mut Package, main: &str, relations: &Relations) -> Result<(), ReferenceFault> {
    for (word, element) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
        let Some(part) = relations.first(word).map(|relation| resolve(main, &relation.target)) else { continue };
        let Some(text) = package.text(&part) else { continue };
        let tree = read(&part, text)?;
        let old = tree.root_element().children().filter(|node| node.has_tag_name((WORD, element)) && node.attribute((WORD, "type")).is_none());
        let notes = edited(text, old.map(|node| (node.range(), String::new())).collect());
        package.parts.remove(&relations_of(&part));
        package.parts.insert(part, notes.into_bytes());
    }
    Ok(())
}
