//! Comments: what the linter found about something that is still to be written.

use super::look::Look;
use super::xml::{DECLARATION, WORD, escaped};
use std::fmt::Write;

/// The part that holds the comments.
pub(super) fn comments(look: &Look, remarks: &[&str]) -> String {
    let (text, reference) = (escaped(look.styles.id("CommentText")), escaped(look.styles.id("CommentReference")));
    let mut out = format!("{DECLARATION}<w:comments xmlns:w=\"{WORD}\">");
    for (id, remark) in remarks.iter().enumerate() {
        let _ = write!(
            out,
            "<w:comment w:id=\"{id}\" w:author=\"Sharewright\" w:initials=\"SW\"><w:p><w:pPr><w:pStyle w:val=\"{text}\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"{reference}\"/></w:rPr><w:annotationRef/></w:r><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p></w:comment>",
            escaped(remark)
        );
    }
    out.push_str("</w:comments>");
    out
}
