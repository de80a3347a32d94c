//! A diagram as Mermaid text.

use super::super::document::Arrow;
use super::names;
use super::text::shown;
use std::fmt::Write;

/// Mermaid, without its fence.
pub(in crate::emit) fn mermaid(flows: &[Arrow]) -> String {
    let all = names(flows);
    let mut out = String::from("flowchart LR\n");
    for (index, name) in all.iter().enumerate() {
        let _ = writeln!(out, "  p{}[\"{}\"]", index + 1, label(name));
    }
    let place = |name: &String| all.iter().position(|own| own == name).map_or(0, |place| place + 1);
    for flow in flows {
        let mut said = vec![flow.what.clone()];
        said.extend((!flow.purpose.is_empty()).then(|| format!("for {}", flow.purpose)));
        said.extend((!flow.power.is_empty()).then(|| format!("under {}", flow.power)));
        let ends = |side: &[String]| side.iter().map(|name| format!("p{}", place(name))).collect::<Vec<_>>().join(" & ");
        let (from, to) = (ends(&flow.from), ends(&flow.to));
        if !from.is_empty() && !to.is_empty() {
            let _ = writeln!(out, "  {from} -->|\"{}\"| {to}", label(&said.join("; ")));
        }
    }
    out
}

/// Text that Mermaid takes as it is: what it could read as its own, or as HTML, is written as a number.
fn label(text: &str) -> String {
    let mut out = String::new();
    for c in shown(text).chars() {
        match c {
            '"' | '#' | '&' | '<' | '>' | '`' | '\\' | '{' | '}' | '[' | ']' | '|' | ';' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}
