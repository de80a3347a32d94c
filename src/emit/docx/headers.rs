//! Headers and footers: the content controls in them are filled, and a draft has its mark behind the text of every page.

use super::super::document::Document;
use super::look::TYPE;
use super::package::{Package, ReferenceFault};
use super::relations::{Relations, Types, resolve};
use super::section::Section;
use super::xml::{DECLARATION, RELATIONS, WORD, edited, end_of_content, escaped, read, short};
use roxmltree::Node;

/// What the names of content controls begin with that are filled.
const TAG: &str = "document.";

/// The longest text that a header shows.
const MOST: usize = 100;

/// The mark of a draft, as Word itself writes it.
const WATERMARK: &str = concat!(
    "<w:r><w:rPr><w:noProof/></w:rPr><w:pict xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w10=\"urn:schemas-microsoft-com:office:word\">",
    "<v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas>",
    "<v:f eqn=\"sum #0 0 10800\"/><v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/><v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/>",
    "<v:f eqn=\"if @0 21600 @1\"/><v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/><v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/><v:f eqn=\"sum @6 0 @5\"/>",
    "</v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\" o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" o:connectangles=\"270,180,90,0\"/><v:textpath on=\"t\" fitshape=\"t\"/>",
    "<v:handles><v:h position=\"#0,bottomRight\" xrange=\"6629,14971\"/></v:handles><o:lock v:ext=\"edit\" text=\"t\" shapetype=\"t\"/></v:shapetype>",
    "<v:shape id=\"PowerPlusWaterMarkObject1\" o:spid=\"_x0000_s2049\" type=\"#_x0000_t136\" alt=\"Draft\" style=\"position:absolute;margin-left:0;margin-top:0;width:430pt;height:170pt;rotation:315;z-index:-251658752;",
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin\" o:allowincell=\"f\" fillcolor=\"silver\" stroked=\"f\">",
    "<v:fill opacity=\".5\"/><v:textpath style=\"font-family:&quot;Arial&quot;;font-size:1pt\" string=\"DRAFT\"/><w10:wrap anchorx=\"margin\" anchory=\"margin\"/></v:shape></w:pict></w:r>"
);

/// Gives a section the headers that it lacks, so that a draft can be marked on every page.
pub(super) fn complete(section: &mut Section, package: &mut Package, types: &mut Types, relations: &mut Relations, main: &str, is_uneven: bool) {
    for (pages, is_used) in [("default", true), ("first", section.has_first_page()), ("even", is_uneven)] {
        if !is_used || section.has_header(pages) {
            continue;
        }
        let path = resolve(main, &format!("header-{pages}-added.xml"));
        let header = format!("{DECLARATION}<w:hdr xmlns:w=\"{WORD}\" xmlns:r=\"{RELATIONS}\"><w:p></w:p></w:hdr>");
        package.parts.insert(path.clone(), header.into_bytes());
        types.set(&path, &format!("{TYPE}header+xml"));
        let id = relations.add("header", &format!("/{path}"), false);
        section.add_header(pages, &id);
    }
}

/// Reads a header or a footer once, so that a fault is told at the start.
pub(super) fn check(part: &str, text: &str) -> Result<(), ReferenceFault> {
    read(part, text).map(|_| ())
}

/// A header or a footer of a document.
pub(super) fn filled(part: &str, text: &str, document: &Document, is_header: bool) -> String {
    // It was read before; what cannot be read is kept as it is.
    let Ok(tree) = read(part, text) else { return text.to_owned() };
    let mut edits = Vec::new();
    for control in tree.descendants().filter(|node| node.has_tag_name((WORD, "sdt"))) {
        // LibreOffice keeps the alias of a control and drops its tag.
        let names = control.descendants().filter(|node| node.has_tag_name((WORD, "tag")) || node.has_tag_name((WORD, "alias")));
        let Some(value) = names.filter_map(|name| name.attribute((WORD, "val"))?.strip_prefix(TAG)).find_map(|name| value(name, document)) else { continue };
        if value.is_empty() && control.parent().is_some_and(|parent| parent.has_tag_name((WORD, "p"))) {
            edits.push((control.range(), String::new()));
            continue;
        }
        let mut text = Some(format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(&value)));
        edits.extend(control.descendants().filter(|node| node.has_tag_name((WORD, "t"))).map(|node| (node.range(), text.take().unwrap_or_default())));
    }
    if document.draft && is_header {
        edits.push(watermark(text, tree.root_element()));
    }
    edited(text, edits)
}

/// What a control shows.
fn value(name: &str, document: &Document) -> Option<String> {
    let said = match name {
        "title" => &document.title,
        "reference" => &document.reference,
        "marking" => &document.marking,
        "version" if document.version.is_empty() => &document.version,
        "version" => return Some(format!("Version {}", short(&document.version, MOST))),
        _ => return None,
    };
    Some(short(said, MOST))
}

/// Where the mark of a draft goes: into the first paragraph.
fn watermark(text: &str, root: Node<'_, '_>) -> (std::ops::Range<usize>, String) {
    let paragraph = root.children().find(|node| node.has_tag_name((WORD, "p")) && text[node.range()].ends_with("</w:p>"));
    if let Some(paragraph) = paragraph {
        let at = paragraph.range().end - "</w:p>".len();
        return (at..at, WATERMARK.to_owned());
    }
    let at = end_of_content(text).unwrap_or(text.len());
    (at..at, format!("<w:p>{WATERMARK}</w:p>"))
}
