//! `sharewright lint --watch`: what is found, again whenever a file changes.

use super::super::Exit;
use super::super::args::LintOptions;
use super::super::fault::Fault;
use super::super::outputs::Outputs;
use super::super::settings::Chosen;
use super::comparisons::Comparisons;
use super::count;
use crate::lint::{Judge, Weights};
use crate::report::{About, Summary, safe_line};
use crate::workspace::{Changed, Watch};
use std::collections::BTreeMap;

/// Reports on all files, then on those that each change touches, until it is ended from outside. Reports that settings write to files are
/// left to other runs.
pub(super) fn watch(options: &LintOptions, chosen: &Chosen, weights: &Weights, judge: &Judge<'_>, about: &About<'_>, terminal: bool) -> Result<Exit, Fault> {
    if !chosen.format.value.is_for_terminals() || !options.output.is_empty() {
        return Err(Fault::new("`--watch` is for somebody who looks on", "Use the formats `rich`, `short` or `narrated` with it, and no `--output`."));
    }
    let mut watch = Watch::new(&options.paths).map_err(|why| Fault::new(&format!("the files cannot be watched: {why}"), "Check the paths, or run without `--watch`."))?;
    let mut known: BTreeMap<String, Summary> = BTreeMap::new();
    let mut changed = Changed { again: watch.found().files.clone(), gone: Vec::new() };
    loop {
        for path in &changed.gone {
            known.remove(path);
            eprintln!("{}", safe_line(&format!("gone: {path}")));
        }
        let mut outputs = Outputs::begin(chosen.format.value, about.clone(), Vec::new(), terminal)?;
        (outputs.quiet, outputs.each) = (options.quiet, chosen.each.value);
        let mut comparison = Comparisons::begin(options, chosen, None, judge)?;
        let mut reported = Ok(());
        watch.reading(&changed.again).check(judge, &mut |mut checked| {
            weights.apply(&mut checked);
            comparison.file(&mut checked);
            let mut summary = Summary::default();
            count(&mut summary, &checked);
            known.insert(checked.files[0].path.clone(), summary);
            reported = outputs.file(&checked);
            reported.is_ok()
        });
        reported?;
        outputs.end(&known.values().cloned().sum())?;
        drop(outputs);
        eprintln!("\nlooking on: what changes is checked again; Ctrl-C ends");
        let Some(next) = watch.wait() else { return Ok(Exit::Clean) };
        changed = next;
        eprintln!("{}", safe_line(&format!("checked again: {}", listed(&changed.again))));
    }
}

/// A few paths, and how many more there are.
fn listed(paths: &[String]) -> String {
    const SHOWN: usize = 3;
    let first = paths.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    match paths.len() {
        0 => "nothing".to_owned(),
        all if all > SHOWN => format!("{first} and {} more", all - SHOWN),
        _ => first,
    }
}
