//! Citations that cannot be looked up: unknown, malformed, misnamed or ambiguous; and, when that is asked for, those that are written in
//! another way than usual.
//! Whether the law that is cited may carry what it is cited for is for rules.

use super::written::texts_of;
use crate::diagnostic::{Diagnostic, FixSafety, Severity, fingerprint};
use crate::law::{Cited, Fault, Law};
use crate::model::Model;
use crate::source::{FileId, Span, Text, TextRange};
use std::ops::Range;

const WHY: Text = Text::of("A citation that cannot be looked up cannot be checked: not whether it was in force, nor who may rely on it, nor for what.");
const DECIDES: Text = Text::of("the information governance lead of the body that relies on it");

/// Findings about the citations of the first file of a model.
pub(super) fn citations(law: &Law<'_>, model: &Model<'_>) -> Vec<Diagnostic> {
    if law.provisions().is_none() {
        return Vec::new();
    }
    let first = FileId(0);
    let nodes = model.subtree(model.file_node(first));
    let cited: Vec<TextRange> = nodes.flat_map(|node| texts_of(model, node)).filter(|text| text.is_citation).map(|text| text.range).collect();
    let mut found: Vec<Diagnostic> = cited.iter().flat_map(|range| findings(law, model, first, *range)).collect();
    if law.tells_unusual() {
        found.extend(unusual(law, model, first, &cited));
    }
    found
}

/// One finding for all citations of a file that are understood and not written in the usual way: nothing is wrong with them.
fn unusual(law: &Law<'_>, model: &Model<'_>, file: FileId, cited: &[TextRange]) -> Option<Diagnostic> {
    let mut places: Vec<(Span, String, String)> = Vec::new();
    for range in cited {
        let words = model.words_of(file, *range);
        if let Some(at) = range.of(model.text(file)).find(&*words)
            && let Some(usual) = law.usual(&words)
        {
            let start = range.start as usize + at;
            places.push((Span { file, range: TextRange::new(start, start + words.len()) }, words.into_owned(), usual));
        }
    }
    let (first, words, usual) = places.first()?;
    let headline =
        if places.len() == 1 { format!("`{words}` is usually written `{usual}`") } else { format!("{} citations are not written in the usual way, such as `{words}` for `{usual}`", places.len()) };
    let mut finding = Diagnostic::new("CIT-05", "citation-unusual", Severity::Info, headline, *first).helping("`sharewright lint --citations --fix` writes them in the usual way.");
    finding.why = Text::of("The same law, written in one way, is found by a search and seen to be the same.");
    finding.decides = DECIDES;
    finding.fingerprint = fingerprint(&["CIT-05", words]);
    for (at, _, usual) in &places {
        finding = finding.fixing(format!("write `{usual}`"), *at, usual.clone(), FixSafety::Safe);
    }
    Some(finding)
}

fn findings(law: &Law<'_>, model: &Model<'_>, file: FileId, range: TextRange) -> Vec<Diagnostic> {
    let text = model.words_of(file, range);
    let cited = law.cited(&text);
    // Several provisions of one Act whose name is not quite right are one mistake.
    let is_first = |at: usize| cited[at].misnamed.is_none() || !cited[..at].iter().any(|other| other.misnamed == cited[at].misnamed);
    let faulty = cited.iter().enumerate().filter(|(at, _)| is_first(*at)).map(|(_, cited)| cited);
    let start = range.of(model.text(file)).find(&*text).map(|at| range.start as usize + at);
    let words = Words { text: &text, whole: Span { file, range }, start };
    faulty.filter_map(|cited| finding(law, &words, cited)).collect()
}

/// What a field says, and where.
struct Words<'a> {
    text: &'a str,
    whole: Span,
    /// Where the text begins in the file, when it stands there as it is.
    start: Option<usize>,
}

impl Words<'_> {
    /// The place of a part of the text.
    fn place(&self, part: &Range<usize>) -> Option<Span> {
        self.start.map(|start| Span { range: TextRange::new(start + part.start, start + part.end), ..self.whole })
    }
}

fn finding(law: &Law<'_>, words: &Words<'_>, cited: &Cited) -> Option<Diagnostic> {
    let wrong = cited.misnamed.as_ref().unwrap_or(&cited.range);
    let part = &words.text[wrong.clone()];
    let at = words.place(wrong).unwrap_or(words.whole);
    let finding = match cited.fault.as_ref()? {
        Fault::Unknown => Diagnostic::new("CIT-01", "citation-unknown", Severity::Warning, format!("`{part}` names no law in the register"), at)
            .helping("Cite the Act by its title and year and the section that is relied on. Law that is right and not in the register can be added in a local pack."),
        Fault::Malformed => Diagnostic::new("CIT-02", "citation-malformed", Severity::Error, format!("`{part}` gives no number that can be looked up"), at)
            .helping("Write the unit and its number, such as `s.115`, `Art 6(1)(e)` or `Sch 1 para 18`."),
        Fault::Misnamed => {
            let meant = law.name_like(cited, part);
            let finding =
                Diagnostic::new("CIT-03", "citation-misnamed", Severity::Warning, format!("`{part}` is not the name of any law in the register"), at).helping(format!("Did you mean `{meant}`?"));
            match words.place(wrong) {
                Some(at) => finding.fixing(format!("write `{meant}`"), at, meant, FixSafety::Unsafe),
                None => finding,
            }
        }
        Fault::Ambiguous(_) => {
            let help = match law.candidates(cited).as_slice() {
                [] => "Name the Act and its year.".to_owned(),
                some => format!("Name the Act and its year. It might be {}.", some.iter().map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", ")),
            };
            Diagnostic::new("CIT-04", "citation-ambiguous", Severity::Warning, format!("`{part}` does not say of which Act it is"), at).helping(help)
        }
    };
    Some(Diagnostic { why: WHY, decides: DECIDES, ..finding })
}
