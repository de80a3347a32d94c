//! `sharewright build`: the papers that people sign and read, compiled from one source.

use super::args::{BuildFormat, BuildOptions};
use super::fault::Fault;
use super::load::{Policies, day, tell_faults};
use super::{Exit, print, write_out};
use crate::diagnostic::{did_you_mean, list_words};
use crate::emit::document::Document;
use crate::emit::{DocumentKind, ENGLISH, HAS_PDF, Look, Made, Override, Press, ReferenceFault, document_kinds, docx, html, lacking, markdown, measured, pdf, reference_document, wordings};
use crate::law::Law;
use crate::lint::Judge;
use crate::policy::ymd_of;
use crate::source::digest;
use crate::workspace::{Reading, discover, read_folder, read_whole, write_whole};
use std::io::{IsTerminal, Write};
use std::path::Path;

/// The ending of a user's templates.
const TEMPLATES: &str = ".sheet";

pub(super) fn run(options: &BuildOptions) -> Result<Exit, Fault> {
    if options.print_reference_doc {
        return print_reference_document();
    }
    if options.format.contains(&BuildFormat::Pdf) && !HAS_PDF {
        return Err(Fault::new(
            "this program was built without PDF",
            "Take a released program, which has it, or build it: `cargo install --path . --features pdf` (some minutes). Until then `--format docx` makes a Word file.",
        ));
    }
    let today = day(options.as_of.as_deref())?;
    let kinds = wanted(&options.kind)?;
    let language = language(options.language.as_deref())?;
    let overrides = templates(options.templates.as_deref())?;
    let look = look(options.reference_doc.as_deref())?;
    let policies = Policies::load_for(&options.packs, &options.paths)?;
    let found = discover(&options.paths);
    let reading = Reading::new(&found);
    let policy = policies.policy();
    let law = Law::new(policy);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: true };
    let press = Press {
        texts: policies.texts(),
        overrides: &overrides,
        kinds: &kinds,
        party: options.party.as_deref(),
        policy,
        language: &language,
        today: ymd_of(today),
        checked_to: policy.checked_to(),
        version: env!("CARGO_PKG_VERSION"),
        hash: &digest,
    };
    tell_faults(&found);
    let mut tally = Tally { total: found.files.len(), shows: std::io::stderr().is_terminal(), ..Tally::default() };
    let make = |model: &crate::model::Model<'_>, checked: crate::lint::Checked| -> Vec<(String, Result<Vec<u8>, Fault>)> {
        let unread = checked.problems.iter().filter(|problem| problem.code.starts_with("IO")).map(|problem| (String::new(), Err(Fault::new(&problem.headline, &problem.help))));
        let unread: Vec<_> = unread.collect();
        let made = press.make(model, &checked);
        let papers: Vec<_> = if options.measure { made.iter().map(measures).collect() } else { made.iter().flat_map(|made| written(made, &options.format, &look)).collect() };
        unread.into_iter().chain(papers).collect()
    };
    let mut fault = None;
    reading.check_with(&judge, &make, &mut |files| {
        tally.files += 1;
        for (name, bytes) in files {
            let done = bytes.and_then(|bytes| {
                if options.measure {
                    tally.made += 1;
                    print(&String::from_utf8_lossy(&bytes))
                } else {
                    put(&Path::new(&options.out).join(&name), &bytes, options.check, &mut tally)
                }
            });
            if let Err(found) = done {
                found.print();
                fault = Some(());
            }
        }
        tally.show();
        true
    });
    tally.clear();
    if tally.made == 0 && fault.is_none() {
        Fault::new("there is nothing here of which such a document is made", "Give a file with an `agreement` or a `disclosure`, or a folder that holds one; `--kind` chooses what is made.").print();
        return Ok(Exit::Nothing);
    }
    if options.measure {
        return Ok(if fault.is_none() { Exit::Clean } else { Exit::Findings });
    }
    if options.check {
        for name in &tally.stale {
            print(&format!("stale: {name}\n"))?;
        }
        print(&format!("{}, {} not up to date\n", documents(tally.made), tally.stale.len()))?;
    } else {
        print(&format!("{} in {}: {} written, {} unchanged\n", documents(tally.made), options.out, tally.written, tally.made - tally.written))?;
    }
    tell_lacking(&language);
    let clean = fault.is_none() && tally.stale.is_empty() && found.faults.is_empty();
    Ok(if clean { Exit::Clean } else { Exit::Findings })
}

/// How many documents, in words that fit the number.
fn documents(count: usize) -> String {
    format!("{count} {}", if count == 1 { "document" } else { "documents" })
}

/// The kinds that were asked for; all when none was.
fn wanted(names: &[String]) -> Result<Vec<DocumentKind>, Fault> {
    let kinds = document_kinds();
    for name in names {
        if !kinds.iter().any(|kind| kind.id == *name) {
            let known = || kinds.iter().map(|kind| kind.id.as_str());
            let help = did_you_mean(name, known()).map_or_else(|| format!("It may be {}.", list_words(known())), |meant| format!("Did you mean `{meant}`?"));
            return Err(Fault::new(&format!("`{name}` is no kind of document"), &help));
        }
    }
    Ok(kinds.into_iter().filter(|kind| names.is_empty() || names.contains(&kind.id)).collect())
}

/// The tag of the language that was asked for.
fn language(asked: Option<&str>) -> Result<String, Fault> {
    let Some(asked) = asked else { return Ok(ENGLISH.to_owned()) };
    let known = wordings().iter().find(|wording| wording.tag.eq_ignore_ascii_case(asked) || wording.tag.split('-').next().is_some_and(|short| short.eq_ignore_ascii_case(asked)));
    known
        .map(|wording| wording.tag.clone())
        .ok_or_else(|| Fault::new(&format!("there is no wording in `{asked}`"), &format!("It may be {}.", list_words(wordings().iter().map(|wording| wording.tag.as_str())))))
}

/// Says which fixed words the papers show in English, because their language has none. Notices are what has fixed words.
fn tell_lacking(tag: &str) {
    let Some(wording) = wordings().iter().find(|wording| wording.tag == tag) else { return };
    let lacking = lacking(wording);
    if !lacking.is_empty() {
        let all = lacking.len() + wording.say.len();
        eprintln!(
            "warning: {} of {all} fixed texts of notices have no words in {} ({tag}) yet; the notices show them in English, in brackets.\n  Nothing is translated by machine: somebody who may speak for the organisation writes them into templates/wording/{tag}.toml.\n  Missing: {}",
            lacking.len(),
            wording.name,
            lacking.join(", ")
        );
    }
}

/// The templates of the user.
fn templates(folder: Option<&str>) -> Result<Vec<Override>, Fault> {
    let Some(folder) = folder else { return Ok(Vec::new()) };
    let files = read_folder(Path::new(folder), TEMPLATES).map_err(|error| Fault::new(&format!("the templates in `{folder}` cannot be read: {error}"), "Give a folder of files that end in .sheet."))?;
    if files.is_empty() {
        return Err(Fault::new(&format!("there is no template in `{folder}`"), "A template ends in .sheet and is named after the kind of document that it replaces."));
    }
    Ok(files.into_iter().map(|(kind, path, text)| Override { kind, path, text }).collect())
}

/// The reading measures of a document, a line a layer.
fn measures(made: &Made) -> (String, Result<Vec<u8>, Fault>) {
    let said = match &made.document {
        Err(fault) => Err(Fault::new(&format!("the template {} cannot be used for `{}`", fault.template, made.name), &fault.what)),
        Ok(document) => Ok(measured(document).iter().map(|layer| [made.name.as_str(), ", ", layer.title.as_str(), ": ", &layer.in_words(), "\n"].concat()).collect::<String>().into_bytes()),
    };
    (made.name.clone(), said)
}

/// A document in each of the formats, with the name of its file.
fn written(made: &Made, formats: &[BuildFormat], look: &Look) -> Vec<(String, Result<Vec<u8>, Fault>)> {
    match &made.document {
        Err(fault) => {
            let place = if fault.line > 0 { format!("{}:{}", fault.template, fault.line) } else { fault.template.clone() };
            vec![(made.name.clone(), Err(Fault::new(&format!("the template {place} cannot be used for `{}`", made.name), &fault.what)))]
        }
        Ok(document) => formats.iter().map(|format| (format!("{}.{}", made.name, format.ending()), format.write(document, look))).collect(),
    }
}

impl BuildFormat {
    fn ending(self) -> &'static str {
        match self {
            BuildFormat::Md => "md",
            BuildFormat::Html => "html",
            BuildFormat::Docx => "docx",
            BuildFormat::Pdf => "pdf",
            BuildFormat::Json => "json",
        }
    }

    fn write(self, document: &Document, look: &Look) -> Result<Vec<u8>, Fault> {
        Ok(match self {
            BuildFormat::Md => markdown(document).into_bytes(),
            BuildFormat::Html => html(document).into_bytes(),
            BuildFormat::Docx => docx(document, look).map_err(|error| Fault::new(&format!("the Word file cannot be made: {error}"), "A document of this size has to be split."))?,
            BuildFormat::Pdf => pdf(document).map_err(|fault| Fault::new(&format!("the PDF cannot be made: {}", fault.what), &fault.help))?,
            BuildFormat::Json => serde_json::to_vec_pretty(document).unwrap_or_default(),
        })
    }
}

/// How Word files look.
fn look(reference: Option<&str>) -> Result<Look, Fault> {
    let Some(path) = reference else { return Look::own().map_err(|fault| shipped(&fault)) };
    let cannot = |why: &str| {
        Fault::new(
            &format!("the reference document `{path}` cannot be used: {why}"),
            "Give a Word document (.docx); `sharewright build --print-reference-doc > reference.docx` makes one to start from.",
        )
    };
    let bytes = read_whole(Path::new(path)).map_err(|error| cannot(&error.to_string()))?.ok_or_else(|| cannot("there is no such file"))?;
    Look::reference(&bytes).map_err(|fault| cannot(&fault.what))
}

/// Writes the reference document that ships with the tool.
fn print_reference_document() -> Result<Exit, Fault> {
    let mut out = std::io::stdout().lock();
    if out.is_terminal() {
        return Err(Fault::new("a Word document cannot be shown here", "Send it to a file: sharewright build --print-reference-doc > reference.docx"));
    }
    let bytes = reference_document().map_err(|fault| shipped(&fault))?;
    write_out(out.write_all(&bytes))?;
    Ok(Exit::Clean)
}

fn shipped(fault: &ReferenceFault) -> Fault {
    Fault::new(&format!("the Word document of the tool cannot be used: {}", fault.what), "This is a fault of the tool; please report it.")
}

/// What was made so far.
#[derive(Default)]
struct Tally {
    total: usize,
    files: usize,
    made: usize,
    written: usize,
    stale: Vec<String>,
    shows: bool,
}

impl Tally {
    fn show(&self) {
        if self.shows && self.total > 20 {
            eprint!("\r{} of {} files", self.files, self.total);
        }
    }

    fn clear(&self) {
        if self.shows && self.total > 20 {
            eprint!("\r{:40}\r", "");
        }
    }
}

/// Writes a document where it differs from what is there, or only says that it does.
fn put(path: &Path, bytes: &[u8], check: bool, tally: &mut Tally) -> Result<(), Fault> {
    let cannot = |error: std::io::Error| Fault::new(&format!("`{}` cannot be written: {error}", path.display()), "Check the path, and that you may write there.");
    tally.made += 1;
    if read_whole(path).map_err(cannot)?.as_deref() == Some(bytes) {
        return Ok(());
    }
    if check {
        tally.stale.push(path.display().to_string());
        return Ok(());
    }
    write_whole(path, bytes).map_err(cannot)?;
    tally.written += 1;
    Ok(())
}
