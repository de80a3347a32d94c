//! Templates of documents: those that ship with the tool, and those by which a user replaces them.
//!
//! A template knows the facts of a document and nothing else: no file, no clock, no environment. What it prints of them is marked as
//! data, so that no text of an agreement is ever read as markup.

use super::document::{DATA_BREAK, DATA_END, DATA_OPEN, DATA_START, Document, NOT_KNOWN, read_sheet};
use super::wording::say;
use serde::Serialize;
use std::io::Write;
use std::sync::{Arc, OnceLock};
use tera::{Context, ErrorKind, Tera};

/// The templates that ship with the tool: the kind of document, and the template.
pub const SHEETS: &[(&str, &str)] = &[
    ("parts", include_str!("../../templates/documents/parts.sheet.tera")),
    ("head", include_str!("../../templates/documents/head.sheet.tera")),
    ("foot", include_str!("../../templates/documents/foot.sheet.tera")),
    ("agreement", include_str!("../../templates/documents/agreement.sheet.tera")),
    ("procedure", include_str!("../../templates/documents/procedure.sheet.tera")),
    ("summary", include_str!("../../templates/documents/summary.sheet.tera")),
    ("dpia", include_str!("../../templates/documents/dpia.sheet.tera")),
    ("guardian-report", include_str!("../../templates/documents/guardian-report.sheet.tera")),
    ("one-off-report", include_str!("../../templates/documents/one-off-report.sheet.tera")),
    ("record", include_str!("../../templates/documents/record.sheet.tera")),
    ("reply", include_str!("../../templates/documents/reply.sheet.tera")),
    ("policy", include_str!("../../templates/documents/policy.sheet.tera")),
    ("notice", include_str!("../../templates/documents/notice.sheet.tera")),
];

/// What the names of shipped templates begin with, so that a user's template of the same name comes first.
const SHIPPED: &str = "shipped/";

/// The ending of templates.
const ENDING: &str = ".sheet";

/// The most that one document may be, in bytes: a template that runs away is stopped.
const MOST: usize = 64 * 1024 * 1024;

/// A user's template in the place of a shipped one.
#[derive(Clone, Debug)]
pub struct Override {
    /// The kind of document: the name of the file without its ending.
    pub kind: String,
    /// Its path, for messages.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Something wrong in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateFault {
    /// The template: a path, or the name of a shipped one.
    pub template: String,
    /// The line, from 1; 0 where it is not known.
    pub line: usize,
    /// What is wrong.
    pub what: String,
}

/// Renders a template to a sheet.
pub fn sheet(kind: &str, overrides: &[Override], facts: &impl Serialize) -> Result<String, TemplateFault> {
    let fault = |error: &tera::Error| explain(error, overrides, kind);
    let tera = templates(overrides).map_err(|error| fault(&error))?;
    let context = Context::from_serialize(facts).map_err(|error| fault(&error))?;
    let mut out = Limited { bytes: Vec::new() };
    tera.render_to(&format!("{kind}{ENDING}"), &context, &mut out).map_err(|error| fault(&error))?;
    String::from_utf8(out.bytes).map_err(|error| TemplateFault { template: kind.to_owned(), line: 0, what: error.to_string() })
}

/// The templates, read. Those that ship with the tool are read once in a run.
fn templates(overrides: &[Override]) -> Result<Arc<Tera>, tera::Error> {
    static READ: OnceLock<Arc<Tera>> = OnceLock::new();
    if let Some(ready) = READ.get().filter(|_| overrides.is_empty()) {
        return Ok(Arc::clone(ready));
    }
    let mut tera = Tera::default();
    tera.autoescape_on(vec![ENDING]);
    tera.set_escape_fn(as_data);
    tera.register_function("say", say);
    tera.set_fallback_prefixes(vec![SHIPPED])?;
    let shipped = SHEETS.iter().map(|(name, text)| (format!("{SHIPPED}{name}{ENDING}"), (*text).to_owned()));
    let own = overrides.iter().map(|template| (format!("{}{ENDING}", template.kind), template.text.clone()));
    tera.add_raw_templates(shipped.chain(own).collect::<Vec<_>>())?;
    let tera = Arc::new(tera);
    Ok(if overrides.is_empty() { Arc::clone(READ.get_or_init(|| tera)) } else { tera })
}

/// Renders a template and reads its sheet.
pub fn write_document(kind: &str, overrides: &[Override], facts: &impl Serialize) -> Result<Document, TemplateFault> {
    let sheet = sheet(kind, overrides, facts)?;
    read_sheet(kind, &sheet).map_err(|found| {
        let line = sheet.lines().nth(found.line - 1).unwrap_or("").chars().take(120).collect::<String>();
        let template = overrides.iter().find(|template| template.kind == kind).map_or_else(|| kind.to_owned(), |template| template.path.clone());
        TemplateFault { template, line: 0, what: format!("{}, in what it renders at line {}: {}", found.what, found.line, line.trim()) }
    })
}

/// Text of an agreement, marked as data. An answer that nobody has given yet is seen to be missing.
/// What marks data, and what no format can hold, is taken out.
pub(super) fn as_data(text: &str, out: &mut dyn Write) -> std::io::Result<()> {
    let mut data = String::with_capacity(text.len() + 8);
    data.push(DATA_START);
    for c in text.chars() {
        match c {
            '\n' => data.push(DATA_BREAK),
            DATA_OPEN => data.extend([DATA_END.to_string().as_str(), "[[", NOT_KNOWN, "]]", DATA_START.to_string().as_str()]),
            '\t' => data.push(' '),
            // The last two ranges turn the reading order round, which can hide what a line says.
            DATA_START | DATA_END | DATA_BREAK | '\u{FFFE}' | '\u{FFFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            c => data.push(c),
        }
    }
    data.push(DATA_END);
    out.write_all(data.as_bytes())
}

/// What tera says, in a sentence, with the file and the line.
fn explain(error: &tera::Error, overrides: &[Override], kind: &str) -> TemplateFault {
    let said = error.to_string();
    let name = overrides.iter().find(|template| said.contains(&format!("{}{ENDING}", template.kind)) || template.kind == kind);
    let template = name.map_or_else(|| format!("{kind}{ENDING}"), |template| template.path.clone());
    let what = match error.kind() {
        ErrorKind::Io(_) => format!("it renders more than {} MB", MOST / 1024 / 1024),
        _ => said.trim().to_owned(),
    };
    let line = said.lines().find_map(|line| line.split(&format!("{ENDING}:")).nth(1)?.split(':').next()?.trim().parse().ok()).unwrap_or(0);
    TemplateFault { template, line, what }
}

/// A writer that ends a document that grows without end.
struct Limited {
    bytes: Vec<u8>,
}

impl Write for Limited {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.bytes.len() + bytes.len() > MOST {
            return Err(std::io::Error::other("too much"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn own(text: &str) -> Vec<Override> {
        vec![Override { kind: "letter".into(), path: "templates/letter.sheet".into(), text: text.into() }]
    }

    #[test]
    fn data_is_marked() {
        let document = write_document("letter", &own(":title {{ name }}\n\n**{{ name }}**\n"), &json!({ "name": "a | **b**\n:title x" })).expect("a document");
        assert_eq!(document.title, "a | **b**\n:title x");
        assert_eq!(document.blocks.len(), 1);
    }

    #[test]
    fn a_fault_names_the_template() {
        let fault = write_document("letter", &own(":title x\n{{ nobody }}\n"), &json!({})).expect_err("a fault");
        assert_eq!((fault.template.as_str(), fault.line), ("templates/letter.sheet", 2), "{}", fault.what);
        let fault = write_document("letter", &own(":title x\n{{ 1 | shell }}\n"), &json!({})).expect_err("a fault");
        assert_eq!(fault.template, "templates/letter.sheet", "{}", fault.what);
        let fault = write_document("letter", &own(":heading x\n"), &json!({})).expect_err("a fault");
        assert!(fault.what.contains("`:heading` is no statement"), "{}", fault.what);
    }

    #[test]
    fn nothing_outside_is_reached() {
        for template in ["{{ get_env(name=\"PATH\") }}", "{% include \"/etc/passwd\" %}", "{{ load_file(path=\"x\") }}", "{{ now() }}"] {
            assert!(write_document("letter", &own(template), &json!({})).is_err(), "{template}");
        }
    }
}
