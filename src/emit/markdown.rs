//! A document as Markdown (`CommonMark` with tables).

use super::diagram::mermaid;
use super::document::{Arrow, Block, Document, Inline, Inlines};
use std::fmt::Write;

/// Writes Markdown.
pub fn markdown(document: &Document) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "# {}\n", flat(&document.title));
    if !document.subtitle.is_empty() {
        let _ = writeln!(out, "{}\n", plain_line(&flat(&document.subtitle)));
    }
    let facts = [("Reference", &document.reference), ("Version", &document.version), ("Marking", &document.marking)];
    for (label, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(out, "**{label}:** {}  ", flat(value));
    }
    if document.draft {
        let _ = writeln!(out, "\n> **Draft.** {}", flat(&document.draft_words));
    }
    if !document.warning.is_empty() {
        let _ = writeln!(out, "\n> **Warning.** {}", flat(&document.warning));
    }
    out.push('\n');
    for block in &document.blocks {
        write_block(&mut out, block);
    }
    if !document.stamps.is_empty() {
        out.push_str("---\n\n");
        for (label, value) in &document.stamps {
            let _ = writeln!(out, "{}: {}  ", flat(label), flat(value));
        }
    }
    out
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level, number, text, .. } => {
            let _ = writeln!(out, "{} {}{}\n", "#".repeat(usize::from(*level) + 1), numbered(number), line(text));
        }
        Block::Clause { number, text, .. } => {
            let number = if number.is_empty() { String::new() } else { format!("**{number}** ") };
            let _ = writeln!(out, "{number}{}\n", paragraph(text));
        }
        Block::Paragraph { text } => {
            let _ = writeln!(out, "{}\n", paragraph(text));
        }
        Block::List { ordered, items } => {
            for (index, item) in items.iter().enumerate() {
                let mark = if *ordered { format!("{}.", index + 1) } else { "-".to_owned() };
                let _ = writeln!(out, "{mark} {}", paragraph(item).replace('\n', &format!("\n{}", " ".repeat(mark.len() + 1))));
            }
            out.push('\n');
        }
        Block::Definitions { rows } => {
            for (term, meaning) in rows {
                let said: Vec<String> = meaning.iter().map(line).collect();
                let mut meant = String::new();
                for part in said {
                    meant.push_str(if meant.is_empty() {
                        ""
                    } else if meant.ends_with('.') {
                        " "
                    } else {
                        "; "
                    });
                    meant.push_str(&part);
                }
                let _ = writeln!(out, "- **{}:** {meant}", line(term));
            }
            out.push('\n');
        }
        Block::Table { caption, head, rows } => {
            if !caption.is_empty() {
                let _ = writeln!(out, "{}\n", strong(caption));
            }
            let _ = writeln!(out, "| {} |", head.iter().map(cell).collect::<Vec<_>>().join(" | "));
            let _ = writeln!(out, "|{}", " --- |".repeat(head.len()));
            for row in rows {
                let _ = writeln!(out, "| {} |", row.iter().map(cell).collect::<Vec<_>>().join(" | "));
            }
            out.push('\n');
        }
        Block::Note { tone, text } => {
            let label = if tone == "warning" { "**Warning.** " } else { "" };
            let _ = writeln!(out, "> {label}{}\n", paragraph(text).replace('\n', "\n> "));
        }
        Block::Prompt { text, remark, .. } => {
            let remark = if remark.is_empty() { String::new() } else { format!(" ({})", flat(remark)) };
            let _ = writeln!(out, "> **To be answered:** {}{remark}\n", line(text));
        }
        Block::Signature { party, office, date } => {
            let date = if date.is_empty() { "____________".to_owned() } else { flat(date) };
            let _ = writeln!(out, "For **{}**, {}  \nSigned: ______________________  \nDate: {date}\n", line(party), line(office));
        }
        Block::Diagram { flows, caption } => {
            let _ = writeln!(out, "{}\n", strong(caption));
            for flow in flows {
                let _ = writeln!(out, "- {}", flat(&arrow(flow)));
            }
            if !flows.is_empty() {
                let _ = writeln!(out, "\n```mermaid\n{}```", mermaid(flows));
            }
            out.push('\n');
        }
        Block::PageBreak { .. } => {}
    }
}

/// The arrows of a diagram in words.
pub(super) fn arrows(block: &Block) -> Vec<String> {
    let Block::Diagram { flows, .. } = block else { return Vec::new() };
    flows.iter().map(arrow).collect()
}

/// An arrow in words.
pub(super) fn arrow(flow: &Arrow) -> String {
    let mut said = format!("{} gives {} to {}", flow.from.join(", "), flow.what, flow.to.join(", "));
    if !flow.purpose.is_empty() {
        let _ = write!(said, ", for {}", flow.purpose);
    }
    if !flow.power.is_empty() {
        let _ = write!(said, ", under {}", flow.power);
    }
    said
}

fn numbered(number: &str) -> String {
    if number.is_empty() { String::new() } else { format!("{number} ") }
}

/// Text of several lines, which Markdown keeps with two spaces.
fn paragraph(text: &Inlines) -> String {
    let written = inlines(text);
    // An empty line would end the paragraph.
    written.lines().map(str::trim).filter(|line| !line.is_empty()).map(plain_line).collect::<Vec<_>>().join("  \n")
}

/// A line that begins plain text, where it would begin a list, a heading or a quotation.
fn plain_line(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let at = if line[digits..].starts_with(['.', ')']) { digits } else { 0 };
    if at > 0 || line.starts_with(['-', '+', '=', ':', '|']) { format!("{}\\{}", &line[..at], &line[at..]) } else { line.to_owned() }
}

fn line(text: &Inlines) -> String {
    inlines(text).replace('\n', " ")
}

/// Text of weight; what has its own is not given more.
fn strong(text: &Inlines) -> String {
    let has_own = text.iter().any(|inline| matches!(inline, Inline::Strong(_) | Inline::Missing(_)));
    if has_own { line(text) } else { format!("**{}**", line(text)) }
}

fn cell(text: &Inlines) -> String {
    let written = inlines(text).replace('|', "\\|").replace('\n', "<br>");
    if written.is_empty() { " ".to_owned() } else { written }
}

fn inlines(text: &[Inline]) -> String {
    let mut out = String::new();
    for inline in text {
        match inline {
            Inline::Text(text) => out.push_str(&escaped(text)),
            Inline::Strong(inner) => {
                let _ = write!(out, "**{}**", inlines(inner));
            }
            Inline::Emphasis(inner) => {
                let _ = write!(out, "_{}_", inlines(inner));
            }
            Inline::Code(code) => {
                let fence = "`".repeat(code.split(|c| c != '`').map(str::len).max().unwrap_or(0) + 1);
                let pad = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
                let _ = write!(out, "{fence}{pad}{}{pad}{fence}", code.replace('\n', " "));
            }
            Inline::Link { to, text } => {
                let _ = write!(out, "[{}](<{}>)", inlines(text), to);
            }
            Inline::Missing(text) => {
                let _ = write!(out, "**\\[{}\\]**", flat(text));
            }
        }
    }
    out
}

/// Text in which nothing is markup, on one line.
fn flat(text: &str) -> String {
    escaped(text).split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '!' | '~' | '$') {
            out.push('\\');
        }
        out.push(c);
    }
    // A plain address is a link of its own in some readers, which is harmless and kept.
    out
}
