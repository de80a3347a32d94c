//! A document as one HTML page that stands alone: no script, no network, its style within.

use super::diagram::{Drawing, drawings};
use super::document::{Block, Document, Inline, Inlines};
use super::markdown;
use std::fmt::Write;

/// The style, in the plain manner of public service pages.
const STYLE: &str = include_str!("../../templates/documents/page.css");

/// Writes HTML.
pub fn html(document: &Document) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to main content</a>\n<header>\n",
        escaped(&document.language),
        escaped(&document.title)
    );
    if !document.marking.is_empty() {
        let _ = writeln!(out, "<p class=\"marking\">{}</p>", escaped(&document.marking));
    }
    let _ = writeln!(out, "<h1>{}</h1>", escaped(&document.title));
    if !document.subtitle.is_empty() {
        let _ = writeln!(out, "<p class=\"lead\">{}</p>", escaped(&document.subtitle));
    }
    let facts: Vec<_> = [("Reference", &document.reference), ("Version", &document.version)].into_iter().filter(|(_, value)| !value.is_empty()).collect();
    if !facts.is_empty() {
        out.push_str("<dl class=\"facts\">\n");
        for (label, value) in facts {
            let _ = writeln!(out, "<div><dt>{label}</dt><dd>{}</dd></div>", escaped(value));
        }
        out.push_str("</dl>\n");
    }
    if document.draft {
        let _ = writeln!(out, "<p class=\"note warning\"><strong>Draft.</strong> {}</p>", escaped(&document.draft_words));
    }
    if !document.warning.is_empty() {
        let _ = writeln!(out, "<p class=\"note warning\"><strong>Warning.</strong> {}</p>", escaped(&document.warning));
    }
    out.push_str("</header>\n");
    if document.contents {
        contents(&mut out, document);
    }
    out.push_str("<main id=\"content\">\n");
    let mut within = false;
    let mut closer = false;
    for (index, block) in document.blocks.iter().enumerate() {
        if let Block::Heading { level: 1, name, .. } = block {
            // Each part of the first level is an element of its own, so that a style can reach it.
            let (before, kind) = (if within { "</section>\n" } else { "" }, if closer { " closer" } else { "" });
            let _ = writeln!(out, "{before}<section class=\"part{kind} part-{}\">", id(name, index).replace('.', "-"));
            within = true;
        }
        if let Block::PageBreak { one_page } = block {
            closer = *one_page;
        }
        write_block(&mut out, index, block);
    }
    if within {
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n<footer>\n");
    if !document.stamps.is_empty() {
        out.push_str("<dl class=\"stamps\">\n");
        for (label, value) in &document.stamps {
            let _ = writeln!(out, "<div><dt>{}</dt><dd>{}</dd></div>", escaped(label), escaped(value));
        }
        out.push_str("</dl>\n");
    }
    out.push_str("</footer>\n</body>\n</html>\n");
    out
}

fn contents(out: &mut String, document: &Document) {
    let headings: Vec<_> =
        document.blocks.iter().enumerate().filter_map(|(index, block)| if let Block::Heading { level: 1, number, text, name } = block { Some((index, number, text, name)) } else { None }).collect();
    if headings.len() < 3 {
        return;
    }
    out.push_str("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol class=\"contents\">\n");
    for (index, number, text, name) in headings {
        let _ = writeln!(out, "<li><a href=\"#{}\">{}{}</a></li>", id(name, index), numbered(number), inlines(text));
    }
    out.push_str("</ol>\n</nav>\n");
}

fn numbered(number: &str) -> String {
    if number.is_empty() { String::new() } else { format!("<span class=\"number\">{number}</span> ") }
}

/// The id of a block: its name where it has one, its place otherwise.
fn id(name: &str, index: usize) -> String {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') { c } else { '-' }).collect();
    if name.is_empty() { format!("block-{index}") } else { name }
}

/// The height of a drawing that a printed page holds, as a share of its width.
const PRINTED: f64 = 1.25;

/// A diagram, cut where one page would not hold it when it is printed.
fn svgs(block: &Block) -> String {
    drawings(block, |drawing: &Drawing| drawing.height <= drawing.width * PRINTED).into_iter().map(|drawing| drawing.svg).collect()
}

fn write_block(out: &mut String, index: usize, block: &Block) {
    match block {
        Block::Heading { level, name, number, text } => {
            let level = level + 1;
            let _ = writeln!(out, "<h{level} id=\"{}\">{}{}</h{level}>", id(name, index), numbered(number), inlines(text));
        }
        Block::Clause { name, number, text } => {
            let _ = writeln!(out, "<p class=\"clause\" data-clause=\"{}\">{}{}</p>", escaped(name), numbered(number), inlines(text));
        }
        Block::Paragraph { text } => {
            let _ = writeln!(out, "<p>{}</p>", inlines(text));
        }
        Block::List { ordered, items } => {
            let tag = if *ordered { "ol" } else { "ul" };
            let _ = writeln!(out, "<{tag}>");
            for item in items {
                let _ = writeln!(out, "<li>{}</li>", inlines(item));
            }
            let _ = writeln!(out, "</{tag}>");
        }
        Block::Definitions { rows } => {
            out.push_str("<dl>\n");
            for (term, meaning) in rows {
                let _ = write!(out, "<div><dt>{}</dt>", inlines(term));
                for said in meaning {
                    let _ = write!(out, "<dd>{}</dd>", inlines(said));
                }
                if meaning.is_empty() {
                    out.push_str("<dd></dd>");
                }
                out.push_str("</div>\n");
            }
            out.push_str("</dl>\n");
        }
        Block::Table { caption, head, rows } => {
            let label = if caption.is_empty() { String::new() } else { format!(" aria-label=\"{}\"", escaped(&super::document::plain(caption))) };
            // A wide table scrolls by itself, and the keyboard reaches it.
            let _ = write!(out, "<div class=\"table\" role=\"group\"{label} tabindex=\"0\">\n<table>\n");
            if !caption.is_empty() {
                let _ = writeln!(out, "<caption>{}</caption>", inlines(caption));
            }
            out.push_str("<thead>\n<tr>");
            for cell in head {
                let _ = write!(out, "<th scope=\"col\">{}</th>", inlines(cell));
            }
            out.push_str("</tr>\n</thead>\n<tbody>\n");
            for row in rows {
                out.push_str("<tr>");
                for (column, cell) in row.iter().enumerate() {
                    let (open, close) = if column == 0 && !cell.is_empty() { ("<th scope=\"row\">", "</th>") } else { ("<td>", "</td>") };
                    let _ = write!(out, "{open}{}{close}", inlines(cell));
                }
                out.push_str("</tr>\n");
            }
            out.push_str("</tbody>\n</table>\n</div>\n");
        }
        Block::Note { tone, text } => {
            let class = if tone == "warning" { "note warning" } else { "note" };
            let _ = writeln!(out, "<p class=\"{class}\">{}</p>", inlines(text));
        }
        Block::Prompt { name, text, remark } => {
            let _ = write!(out, "<p class=\"prompt\" data-clause=\"{}\"><strong>To be answered:</strong> {}", escaped(name), inlines(text));
            if !remark.is_empty() {
                let _ = write!(out, " <span class=\"remark\">{}</span>", escaped(remark));
            }
            out.push_str("</p>\n");
        }
        Block::Signature { party, office, date } => {
            let date = if date.is_empty() { "<span class=\"blank\">&nbsp;</span>".to_owned() } else { escaped(date) };
            let _ = writeln!(
                out,
                "<dl class=\"sign\"><div><dt>For</dt><dd>{}</dd></div><div><dt>Office</dt><dd>{}</dd></div><div><dt>Signed</dt><dd><span class=\"blank\">&nbsp;</span></dd></div><div><dt>Date</dt><dd>{date}</dd></div></dl>",
                inlines(party),
                inlines(office)
            );
        }
        Block::Diagram { caption, .. } => {
            let _ = write!(out, "<figure>\n<figcaption>{}</figcaption>\n{}<details>\n<summary>The same in words</summary>\n<ul class=\"flows\">\n", inlines(caption), svgs(block));
            for arrow in markdown::arrows(block) {
                let _ = writeln!(out, "<li>{}</li>", escaped(&arrow));
            }
            out.push_str("</ul>\n</details>\n</figure>\n");
        }
        Block::PageBreak { .. } => out.push_str("<hr class=\"page\">\n"),
    }
}

fn inlines(text: &Inlines) -> String {
    let mut out = String::new();
    for inline in text {
        match inline {
            Inline::Text(text) => out.push_str(&escaped(text).replace('\n', "<br>")),
            Inline::Strong(inner) => {
                let _ = write!(out, "<strong>{}</strong>", inlines(inner));
            }
            Inline::Emphasis(inner) => {
                let _ = write!(out, "<em>{}</em>", inlines(inner));
            }
            Inline::Code(code) => {
                let _ = write!(out, "<code>{}</code>", escaped(code));
            }
            Inline::Link { to, text } => {
                let _ = write!(out, "<a href=\"{}\">{}</a>", escaped(to), inlines(text));
            }
            Inline::Missing(text) => {
                let _ = write!(out, "<mark>[{}]</mark>", escaped(text));
            }
        }
    }
    out
}

/// Text in which nothing is markup, in an attribute too.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
