//! `sharewright lint`: every finding, in the order of paths and places.

mod fix;

use super::Exit;
use super::args::{LintOptions, Threshold};
use super::baseline::Baseline;
use super::fault::Fault;
use super::load::{Policies, day, old_packs};
use super::outputs::{Outputs, places};
use super::settings::{Chosen, Settings};
use super::since::{self, Since};
use crate::diagnostic::{Problem, Severity};
use crate::law::Law;
use crate::lint::{Checked, Judge, Keeper};
use crate::policy::Policy;
use crate::report::{About, Compared, Summary};
use crate::source::{FileId, TextRange};
use crate::workspace::{Cache, Discovered, Memory, Range, Reading, Revision, discover, here, why_not_written};
use jiff::civil::Date;
use std::io::{self, IsTerminal};

pub(super) fn run(options: &LintOptions) -> Result<Exit, Fault> {
    let today = day(options.as_of.as_deref())?;
    let settings = Settings::find(&options.packs, &options.paths)?;
    let chosen = settings.chosen(options);
    let (format, lowest) = (chosen.format.value, threshold(chosen.fail_on.value));
    let places = places(&chosen.output.value)?;
    let policies = Policies::of(&chosen.packs.value, options.packs.only_packs.as_deref())?;
    let policy = policies.policy();
    let law = Law::new(policy).telling_unusual(options.fixes.citations);
    let judge = Judge { policy, texts: policies.texts(), law: &law, today, footing: false };
    let weights = settings.weights(policy)?;
    let range = options.since.as_deref().map(|range| since::open(range, &options.paths)).transpose()?;
    let later = range.as_ref().and_then(|range| range.to.as_ref());
    let on_disk = if later.is_some() { Discovered::default() } else { discover(&options.paths) };
    let found = later.map_or(&on_disk, Revision::found);
    if let Some(exit) = fix::fix(options.fixes, found, &judge)? {
        return Ok(exit);
    }
    let reading = Reading::of(found, later);
    let mut comparison = Comparisons::begin(options, &chosen, range.as_ref(), &judge)?;
    let terminal = io::stdout().is_terminal();
    let colour = options.color.shows(terminal);
    let title = |code: &str| title(policy, code);
    let about = About {
        law_date: today.to_string(),
        packs_checked: policy.checked_to(),
        old_packs: old_packs(policy, today),
        fails_at: lowest,
        folder: if places.is_empty() && format.is_for_terminals() { String::new() } else { below_here() },
        compares: !matches!(comparison, Comparisons::None),
        colour,
        unicode: terminal,
        title: &title,
    };
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

/// What findings are held against.
enum Comparisons {
    None,
    Baseline(Baseline),
    Since(Since),
}

impl Comparisons {
    fn begin(options: &LintOptions, chosen: &Chosen, range: Option<&Range>, judge: &Judge<'_>) -> Result<Self, Fault> {
        match (&options.since, range, &chosen.baseline.value) {
            (Some(name), Some(range), _) => Since::begin(name, &range.from, range.to.as_ref(), judge).map(Comparisons::Since),
            (_, _, Some(path)) => Baseline::open(path, options.write_baseline, judge.policy).map(Comparisons::Baseline),
            _ if options.write_baseline => Err(Fault::new("`--write-baseline` does not know where", "Name the file: `--baseline FILE --write-baseline`, or `baseline` in the settings.")),
            _ => Ok(Comparisons::None),
        }
    }

    fn file(&mut self, checked: &mut Checked) {
        match self {
            Comparisons::None => {}
            Comparisons::Baseline(baseline) => baseline.comparison.file(checked),
            Comparisons::Since(since) => since.comparison.file(checked),
        }
    }

    fn end(self) -> Result<Option<Compared>, Fault> {
        match self {
            Comparisons::None => Ok(None),
            Comparisons::Baseline(baseline) => baseline.end().map(Some),
            Comparisons::Since(since) => Ok(Some(since.end())),
        }
    }
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
    let rule = policy.rules().find(|rule| rule.code == *code).map(|rule| rule.title.replace("{it}", "..."));
    rule.or_else(|| policy.questions().find(|question| question.code == *code).map(|question| question.title.to_string()))
}
