//! What belongs to a finding beside its headline, in words, for all formats that people read.

use crate::diagnostic::{Citation, Diagnostic, State};

/// How many changes are named.
const MOST_FIXES: usize = 3;

/// Why, what next, who decides, the changes, and the source: each with what it is called. What is not known is left out.
pub(super) fn parts(finding: &Diagnostic) -> Vec<(&'static str, String)> {
    let mut parts = vec![("why", finding.why.to_string()), ("next", finding.help.to_string()), ("decides", finding.decides.to_string())];
    parts.extend(finding.fixes.iter().take(MOST_FIXES).map(|fix| ("fix", fix.title.clone())));
    if finding.fixes.len() > MOST_FIXES {
        parts.push(("fix", format!("and {} more", finding.fixes.len() - MOST_FIXES)));
    }
    parts.extend(finding.citations.first().map(|cite| ("source", source(cite))));
    parts.extend(waiver(finding).map(|waiver| ("waived", waiver)));
    parts.retain(|(_, text)| !text.is_empty());
    parts
}

/// A source with its clause.
pub(super) fn source(cite: &Citation) -> String {
    if cite.clause.is_empty() { cite.source.to_string() } else { format!("{}, {}", cite.source, cite.clause) }
}

/// The address of a source, where it has one that a browser opens.
pub(super) fn address(cite: &Citation) -> Option<&str> {
    cite.link.as_deref().filter(|link| link.starts_with("https://") && link.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte)))
}

/// Until when and why a finding is set aside.
pub(super) fn waiver(finding: &Diagnostic) -> Option<String> {
    match &finding.state {
        State::Active | State::Known => None,
        State::Waived { reason, until } => Some(format!("until {until}: {reason}")),
    }
}

/// What is said of a finding that does not count.
pub(super) fn aside(finding: &Diagnostic) -> &'static str {
    match finding.state {
        State::Active => "",
        State::Waived { .. } => ", waived",
        State::Known => ", known",
    }
}

/// The headline, the facts and the other parts, one a line.
pub(super) fn sentences(finding: &Diagnostic) -> Vec<String> {
    let parts = parts(finding).into_iter().map(|(what, text)| format!("{what}: {text}"));
    std::iter::once(finding.headline.clone()).chain(finding.notes.iter().cloned()).chain(parts).collect()
}
