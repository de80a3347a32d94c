//! The section of a document: the size of its pages, their margins, and which headers stand on them.

use super::shipped;

/// A section.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    /// As it is written.
    pub(super) xml: String,
    /// The width of text, in twentieths of a point.
    pub(super) width: u32,
    /// The height of text, in twentieths of a point.
    pub(super) height: u32,
}

impl Section {
    /// Reads a section; ours where there is none.
    pub(super) fn read(xml: &str) -> Section {
        let xml = if xml.is_empty() { shipped::PLAIN_SECTION } else { xml };
        // `<w:sectPr/>` is opened, so that headers can be put in.
        let xml = if xml.trim_end().ends_with("/>") && !xml.trim_end_matches("/>").contains('>') { format!("{}></w:sectPr>", xml.trim_end().trim_end_matches("/>")) } else { xml.to_owned() };
        let of = |element: &str, name: &str, otherwise: u32| {
            let element = xml.find(&format!("<w:{element} ")).map(|at| &xml[at..]);
            let element = element.and_then(|rest| rest.split('>').next());
            let value = element.and_then(|element| element.split_once(&format!("w:{name}=\""))?.1.split('"').next());
            value.and_then(|value| value.parse().ok()).unwrap_or(otherwise)
        };
        let margins = of("pgMar", "left", 1134).saturating_add(of("pgMar", "right", 1134)).saturating_add(of("pgMar", "gutter", 0));
        let width = of("pgSz", "w", 11906).min(31_680).saturating_sub(margins).max(2000);
        let margins = of("pgMar", "top", 1134).saturating_add(of("pgMar", "bottom", 1134));
        let height = of("pgSz", "h", 16838).min(31_680).saturating_sub(margins).max(2000);
        Section { xml, width, height }
    }

    /// Whether it has a header for some pages: `default`, `first`, `even`.
    pub(super) fn has_header(&self, pages: &str) -> bool {
        self.xml.split("<w:headerReference").skip(1).any(|rest| rest.split('>').next().is_some_and(|header| header.contains(&format!("\"{pages}\""))))
    }

    /// Whether its first page is unlike the others.
    pub(super) fn has_first_page(&self) -> bool {
        self.xml.contains("<w:titlePg")
    }

    /// Gives it a header for some pages.
    pub(super) fn add_header(&mut self, pages: &str, id: &str) {
        if let Some(at) = self.xml.find('>').map(|at| at + 1) {
            self.xml.insert_str(at, &format!("<w:headerReference w:type=\"{pages}\" r:id=\"{id}\"/>"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_says_how_wide_and_high_its_text_is() {
        let section = Section::read("<w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1\" w:right=\"1440\" w:left=\"1440\"/></w:sectPr>");
        assert_eq!(section.width, 9360);
        assert_eq!((Section::read("").width, Section::read("").height), (9638, 14173));
    }

    #[test]
    fn a_header_is_put_in() {
        let mut section = Section::read("<w:sectPr/>");
        assert!(!section.has_header("default"));
        section.add_header("default", "rId9");
        assert_eq!(section.xml, "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId9\"/></w:sectPr>");
        assert!(section.has_header("default") && !section.has_header("first"));
    }
}
