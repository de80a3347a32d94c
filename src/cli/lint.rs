//! `sharewright lint`: every finding, in the order of paths and places.

mod comparisons;
mod fix;
mod watch;

use super::Exit;
use super::args::{LintOptions, Threshold};
use super::fault::Fault;
use super::load::{Policies, day, old_packs};
use super::outputs::{Outputs, places};
use super::piped::{NAMELESS, STDIN, piped};
use super::settings::Settings;
use super::since;
use crate::diagnostic::{Problem, Severity};
use crate::law::Law;
use crate::lint::{Checked, Judge, Keeper};
use crate::policy::{Policy, Rule};
use crate::report::{About, Summary};
use crate::source::{FileId, TextRange};
use crate::workspace::{Cache, Discovered, Memory, Reading, Revision, discover, discover_as, here, why_not_written};
use comparisons::Comparisons;
use jiff::civil::Date;
use std::io::{self, IsTerminal};

pub(super) fn run(options: &LintOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let settings = Settings::find(&options.packs, standing(options))?;
    let chosen = settings.chosen(options);
    let (format, lowest) = (chosen.format.value, threshold(chosen.fail_on.value));
    let places = places(&chosen.output.value)?;
    let policies = Policies::of(&chosen.packs.value, options.packs.only_packs.as_deref())?;
    let policy = policies.policy();
    let law = Law::new(policy).telling_unusual(options.fixes.citations);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: false };
    let weights = settings.weights(policy)?;
    let terminal = io::stdout().is_terminal();
    let colour = options.color.shows(terminal);
    let title = |code: &str| title(policy, code);
    let about = About {
        law_date: today.to_string(),
        packs_checked: policy.checked_to(),
        old_packs: old_packs(policy, today),
        fails_at: lowest,
        folder: if places.is_empty() && format.is_for_terminals() { String::new() } else { below_here() },
        compares: options.since.is_some() || chosen.baseline.value.is_some(),
        colour,
        unicode: terminal,
        title: &title,
    };
    if options.watch {
        return watch::watch(options, &chosen, &weights, &judge, &about, terminal);
    }
    let input = input(options)?;
    let range = options.since.as_deref().map(|range| since::open(range, &options.paths)).transpose()?;
    let later = range.as_ref().and_then(|range| range.to.as_ref());
    let on_disk = match &input {
        Some((path, _)) => discover_as(path),
        None if later.is_some() => Discovered::default(),
        None => discover(&options.paths),
    };
    let found = later.map_or(&on_disk, Revision::found);
    if let Some(exit) = fix::fix(options.fixes, found, &judge)? {
        return Ok(exit);
    }
    let mut reading = Reading::of(found, later);
    if let Some((_, text)) = &input {
        reading = reading.with_texts(std::iter::once((found.files[0].as_str(), text.as_str())));
    }
    let mut comparison = Comparisons::begin(options, &chosen, range.as_ref(), &judge)?;
    let mut outputs = Outputs::begin(format, about, places, terminal)?;
    (outputs.quiet, outputs.each) = (options.quiet, chosen.each.value);
    let mut summary = Summary::default();
    for (path, why) in &found.faults {
        let problem = Problem::new("IO-01", "file-missing", format!("`{path}` cannot be read: {why}"), TextRange::new(0, 0)).helping("Check the path, and that you may read it.");
        let finding = problem.in_file(FileId(0));
        summary.count(&finding);
        outputs.unreadable(path, &finding)?;
    }
    let mut reported = Ok(());
    // What is kept for the next run is what was found before anything here weighs it or knows it.
    let mut hand = |mut checked: Checked| {
        weights.apply(&mut checked);
        comparison.file(&mut checked);
        count(&mut summary, &checked);
        reported = outputs.file(&checked);
        reported.is_ok()
    };
    match options.cache.as_deref().and_then(|folder| opened(folder, options, &policies, today)) {
        None => reading.check(&judge, &mut hand),
        Some(cache) => {
            let keeper = Keeper::new(&judge);
            reading.check_remembering(&judge, Some(&Memory { cache: &cache, keeper: &keeper }), &mut hand);
            if let Err(error) = cache.close() {
                not_kept(&why_not_written(&error));
            }
        }
    }
    reported?;
    let is_nothing = found.files.is_empty() && found.faults.is_empty();
    if !is_nothing || range.is_some() {
        summary.compared = comparison.end()?;
    }
    outputs.end(&summary)?;
    if is_nothing {
        Fault::new("there is nothing to check here", "Give a file, or a folder with files that end in .isa, .sop or .disclosure.").print();
        return Ok(Exit::Nothing);
    }
    let fails = lowest.is_some_and(|lowest| summary.at_least(lowest) > 0);
    Ok(match (outputs.failed, fails) {
        (true, _) => Exit::Usage,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Clean,
    })
}

/// The paths for which settings are looked for: that of what comes in on standard input is the one that it is said to have.
fn standing(options: &LintOptions) -> &[String] {
    match (options.paths.as_slice(), &options.stdin_path) {
        ([only], Some(path)) if only == STDIN => std::slice::from_ref(path),
        ([only], None) if only == STDIN => &[],
        (paths, _) => paths,
    }
}

/// What comes in on standard input, with the path that it has, when that is what is to be checked.
fn input(options: &LintOptions) -> Result<Option<(String, String)>, Fault> {
    let Some(text) = piped(&options.paths)? else {
        let Some(path) = &options.stdin_path else { return Ok(None) };
        return Err(Fault::new(&format!("`--stdin-path {path}` says what comes in on standard input, and nothing does"), "Give `-` for the path, or leave it out."));
    };
    if options.fixes.fix || options.fixes.diff {
        return Err(Fault::new("what comes in on standard input cannot be changed", "Give the path of the file instead of `-`."));
    }
    if options.since.is_some() || options.write_baseline {
        return Err(Fault::new("what comes in on standard input has no earlier state and goes into no baseline", "Give the path of the file instead of `-`."));
    }
    Ok(Some((options.stdin_path.clone().unwrap_or_else(|| NAMELESS.to_owned()), text)))
}

/// The cache in a folder. When it cannot be used, that is told, and all files are judged.
fn opened(folder: &str, options: &LintOptions, policies: &Policies, today: Date) -> Option<Cache> {
    let day = today.to_string();
    let citations: &[u8] = if options.fixes.citations { b"citations" } else { b"" };
    let packs = policies.local();
    let mut settings: Vec<&[u8]> = vec![day.as_bytes(), citations];
    settings.extend(packs.iter().flat_map(|file| [file.path.as_bytes(), file.text.as_bytes()]));
    Cache::open(folder, &settings).map_err(|error| not_kept(&why_not_written(&error))).ok()
}

fn not_kept(why: &str) {
    Fault::new(&format!("what was found is not kept for the next run: {why}"), "Everything was checked all the same. Give another folder after `--cache`, or leave it out.").print();
}

fn threshold(fail_on: Threshold) -> Option<Severity> {
    match fail_on {
        Threshold::Error => Some(Severity::Error),
        Threshold::Warning => Some(Severity::Warning),
        Threshold::Info => Some(Severity::Info),
        Threshold::Never => None,
    }
}

fn count(summary: &mut Summary, checked: &Checked) {
    summary.files += 1;
    checked.documents.iter().for_each(|document| summary.count_document(&document.kind));
    checked.problems.iter().chain(checked.documents.iter().flat_map(|document| &document.findings)).for_each(|finding| summary.count(finding));
}

/// The folder in which the tool runs, with a slash at its end.
fn below_here() -> String {
    here().map(|folder| folder.to_string_lossy().replace('\\', "/") + "/").unwrap_or_default()
}

/// The title of a rule or a question, without its subjects.
fn title(policy: &Policy, code: &str) -> Option<String> {
    let rule = policy.rules().find(|rule| rule.code == *code).map(Rule::headline);
    rule.or_else(|| policy.questions().find(|question| question.code == *code).map(|question| question.title.to_string()))
}
