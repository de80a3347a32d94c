//! Findings as one HTML page that stands alone: no script, no network, its style within.

use super::about::About;
use super::escape::markup;
use super::format::{Found, Report};
use super::summary::Summary;
use super::words::{address, aside, parts, source};
use crate::diagnostic::Diagnostic;
use crate::source::Sources;
use std::io::{self, Write};

/// The style of all pages.
const STYLE: &str = include_str!("../../templates/documents/page.css");

/// Writes a section a file.
pub struct HtmlPage;

impl Report for HtmlPage {
    fn begin(&mut self, out: &mut dyn Write, about: &About<'_>) -> io::Result<()> {
        write!(
            out,
            "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>What was found</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#content\">Skip to main content</a>\n<header>\n<h1>What was found</h1>\n<p class=\"lead\">Law and guidance as of {}.</p>\n<p><a href=\"#summary\">Go to the summary</a></p>\n</header>\n<main id=\"content\">\n",
            markup(&about.law_date)
        )
    }

    fn file(&mut self, out: &mut dyn Write, about: &About<'_>, found: &Found<'_>) -> io::Result<()> {
        if found.findings.is_empty() {
            return Ok(());
        }
        writeln!(out, "<section>\n<h2>{}</h2>", markup(found.files.first().map_or("", |file| about.path(&file.path))))?;
        found.findings.iter().try_for_each(|finding| article(out, about, found, finding))?;
        writeln!(out, "</section>")
    }

    fn end(&mut self, out: &mut dyn Write, about: &About<'_>, summary: &Summary) -> io::Result<()> {
        writeln!(out, "<section>\n<h2 id=\"summary\">Summary</h2>\n<p>{}</p>", markup(&summary.to_string()))?;
        for fixed in summary.fixed() {
            writeln!(out, "<p>{}</p>", coded(&fixed.to_string()))?;
        }
        if let Some(old) = &about.old_packs {
            writeln!(out, "<p class=\"note warning\"><strong>Warning.</strong> {}</p>", markup(old))?;
        }
        writeln!(out, "</section>\n</main>\n<footer>\n<p>{}</p>\n</footer>\n</body>\n</html>", markup(&about.law()))
    }
}

fn article(out: &mut dyn Write, about: &About<'_>, found: &Found<'_>, finding: &Diagnostic) -> io::Result<()> {
    let at = finding.at();
    let file = found.files.file(at.file);
    let (line, _) = file.line_column(at.range.start);
    let aside = aside(finding);
    writeln!(out, "<article>\n<h3>{}</h3>\n<dl>", coded(&finding.headline))?;
    entry(out, "weight", &format!("{}{aside}, <code>{}</code>", finding.severity.word(), markup(&finding.code)))?;
    entry(out, "place", &format!("{}, line {line}", markup(about.path(&file.path))))?;
    for note in &finding.notes {
        entry(out, "fact", &coded(note))?;
    }
    for (what, text) in parts(finding) {
        let page = if what == "source" { finding.citations.first().and_then(address) } else { None };
        match page.zip(finding.citations.first()) {
            Some((page, cite)) => entry(out, what, &format!("<a href=\"{}\">{}</a>", markup(page), markup(&source(cite))))?,
            None => entry(out, what, &coded(&text))?,
        }
    }
    writeln!(out, "</dl>\n</article>")
}

fn entry(out: &mut dyn Write, what: &str, markup: &str) -> io::Result<()> {
    writeln!(out, "<div><dt>{what}</dt><dd>{markup}</dd></div>")
}

/// Text in which what stands between backticks is code.
fn coded(text: &str) -> String {
    let pieces: Vec<String> = text.split('`').map(markup).collect();
    // An odd backtick begins nothing.
    if pieces.len().is_multiple_of(2) {
        return markup(text);
    }
    let pieces = pieces.into_iter().enumerate().map(|(index, piece)| if index.is_multiple_of(2) { piece } else { format!("<code>{piece}</code>") });
    pieces.collect()
}
