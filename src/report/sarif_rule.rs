//! A rule as SARIF describes it: what it is about, why, what to do next, who decides, and where it comes from.

use super::about::About;
use super::sarif::{level, plain};
use super::words::{address, source};
use crate::diagnostic::{Citation, Diagnostic};
use serde_json::{Value, json};

/// The rule of a finding.
pub(super) fn rule(about: &About<'_>, finding: &Diagnostic) -> Value {
    let title = about.title_of(finding);
    let help = help(finding);
    let mut rule = json!({
        "id": finding.code.as_str(),
        "name": finding.rule.as_str(),
        "shortDescription": { "text": plain(&title) },
        "fullDescription": { "text": plain(if finding.why.is_empty() { &title } else { &finding.why }) },
        "help": { "text": plain(&help.join("\n\n")), "markdown": marked(&help, &finding.citations) },
        "defaultConfiguration": { "level": level(finding.severity) },
        "properties": { "decides": finding.decides, "citations": finding.citations, "tags": ["information-governance"] },
    });
    if let Some(link) = finding.citations.iter().find_map(address) {
        rule["helpUri"] = link.into();
    }
    rule
}

fn help(finding: &Diagnostic) -> Vec<String> {
    let parts = [("", &finding.why), ("What to do next: ", &finding.help), ("Who decides: ", &finding.decides)];
    let mut help: Vec<String> = parts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(what, text)| format!("{what}{text}")).collect();
    help.extend(finding.citations.iter().map(|cite| format!("Source: {}", source(cite))));
    help.push(format!("`sharewright explain {}` tells more.", finding.code));
    help
}

/// The same as Markdown, with the sources as links.
fn marked(help: &[String], citations: &[Citation]) -> String {
    let linked = |line: &String| {
        let page = citations.iter().find(|cite| line.strip_prefix("Source: ").is_some_and(|name| name == source(cite))).and_then(address);
        let line = super::escape::markdown(line);
        page.map_or(line.clone(), |page| format!("{line} (<{page}>)"))
    };
    help.iter().map(linked).collect::<Vec<_>>().join("\n\n")
}
